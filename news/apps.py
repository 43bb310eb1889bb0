"""The room's application."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Redirect old addresses; tell search how kinds are called and what to offer where nothing was found."""
        from wagtail.signals import page_published

        from search import registry

        from .models import NewsPage
        from .old_addresses import redirect_old_addresses

        page_published.connect(redirect_old_addresses, sender=NewsPage, dispatch_uid="news.old_addresses")
        registry.kinds.update(NewsPage.Kind.choices)
        registry.offers["latest_news"] = latest_news


def latest_news(request: Any) -> list[Any]:
    """Return the three newest news in the reader's language."""
    from .models import NewsPage

    return NewsPage.objects.newest(3, "news")
