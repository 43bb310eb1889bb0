"""The room's application."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell search how kinds are called, and offer the latest news where nothing was found."""
        from search import registry

        from .models import NewsPage

        registry.kinds.update(NewsPage.Kind.choices)
        registry.offers["latest_news"] = latest_news


def latest_news(request: Any) -> list[Any]:
    """Return the three newest news in the reader's language."""
    from .models import NewsPage

    return list(NewsPage.objects.published().newest_first().for_rows()[:3])
