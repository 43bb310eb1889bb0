"""The history of a page says which languages went out and which wait."""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import PageLogEntry

from .. import registry
from .choice import chosen

PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")
SCHEDULED = "wagtail.publish.schedule"
TOLD = (*PUBLISHED, SCHEDULED, "wagtail.unpublish")


@receiver(pre_save, sender=PageLogEntry)
def name_languages(sender: Any, instance: PageLogEntry, **kwargs: Any) -> None:
    """Add the languages to the entry of a publication; its page is the very object that was published."""
    page = instance._state.fields_cache.get("page")
    if instance.pk is not None or page is None:
        return
    settled = getattr(page, "_publication", None)
    if instance.action in PUBLISHED and settled is not None:
        instance.data = {**instance.data, "languages": list(settled.codes), "pending": list(settled.pending)}
    elif instance.action == SCHEDULED:
        instance.data = {**instance.data, "languages": list(chosen(page))}


def names_of(codes: list[str]) -> str:
    """Return the names of languages as a list in the active language: "Français and English"."""
    known = [registry.language(code).name for code in codes if code in registry.codes()]
    return str(get_text_list(known, _("and")))


class LanguagesFormatter(LogFormatter):
    """Says what another formatter says, and of which languages."""

    def __init__(self, inner: LogFormatter) -> None:
        self.inner, self.label = inner, inner.label

    def format_message(self, log_entry: PageLogEntry) -> str:
        """Return "Published: Français; unpublished changes in English"."""
        text = str(self.inner.format_message(log_entry)).rstrip(".")
        if names := names_of(log_entry.data.get("languages") or []):
            text = _("%(event)s: %(languages)s") % {"event": text, "languages": names}
        if names := names_of(log_entry.data.get("pending") or []):
            text = _("%(event)s; unpublished changes in %(languages)s") % {"event": text, "languages": names}
        return text

    def format_comment(self, log_entry: PageLogEntry) -> Any:
        """Return the other formatter's comment."""
        return self.inner.format_comment(log_entry)


def tell_languages(actions: LogActionRegistry) -> None:
    """Put our formatter around Wagtail's for publications (given by the hook)."""
    for action in TOLD:
        inner = actions.formatters[action]
        if not isinstance(inner, LanguagesFormatter):
            actions.formatters[action] = LanguagesFormatter(inner)
