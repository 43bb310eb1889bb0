"""Who runs the site: name, address, where else to find it, and what every release ends with."""

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.snippets.models import register_snippet

from languages.editing.handlers import snippet_edit_handler

from .fields import LinksField


@register_snippet
class Boilerplate(models.Model):
    """The closing paragraph about the mission or a programme, written once and used by many releases."""

    name = models.CharField(
        _("name"), max_length=100, help_text=_("For officers only, as in “Mission” or “Mission, short”.")
    )
    text = models.TextField(
        _("text"),
        blank=True,
        help_text=_("Three or four sentences: who we are, since when, what we do. No news, no figures that age."),
    )

    edit_handler = snippet_edit_handler(["text"], shared=["name"])

    class Meta:
        ordering = ("name",)
        verbose_name = _("boilerplate")
        verbose_name_plural = _("boilerplates")

    def __str__(self) -> str:
        return self.name


@register_setting(icon="home")
class OrganisationSettings(BaseGenericSetting):
    """The organisation as the site presents it, in every language."""

    name = models.CharField(
        _("name"), max_length=150, blank=True, help_text=_("As it stands at the head of every page.")
    )
    full_name = models.CharField(
        _("full name"), max_length=250, blank=True, help_text=_("The official name, for search engines and the footer.")
    )
    tagline = models.CharField(
        _("tagline"), max_length=150, blank=True, help_text=_("Under the name: what this site is, in a few words.")
    )
    address = models.TextField(
        _("address"), blank=True, help_text=_("Street, postal code, town; one line each, as on a letter.")
    )
    social_links = LinksField(_("social links"), blank=True, help_text=_("Where else the mission publishes."))
    notes_to_editors = models.TextField(
        _("notes to editors"),
        blank=True,
        help_text=_("Background that every release carries unless it has notes of its own."),
    )
    standard_boilerplate = models.ForeignKey(
        Boilerplate,
        verbose_name=_("boilerplate"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Closes every release that has no boilerplate of its own."),
    )

    select_related = ("standard_boilerplate",)
    edit_handler = snippet_edit_handler(
        ["name", "full_name", "tagline", "address", "notes_to_editors"], shared=["standard_boilerplate", "social_links"]
    )

    class Meta:
        verbose_name = _("organisation")

    @classmethod
    def load(cls, request_or_site: Any = None) -> Self:
        """Return what is stored: reading a page never writes; the editor, which gives a request, makes the row."""
        if request_or_site is None:
            return cls.base_queryset().first() or cls()
        return super().load(request_or_site)

    @property
    def boilerplate(self) -> str:
        """The text of the standard boilerplate in the active language."""
        return self.standard_boilerplate.text if self.standard_boilerplate else ""

    @property
    def links(self) -> list[dict[str, Any]]:
        """The social links, each with name and url."""
        return [{"name": child.value["name"], "url": child.value["url"]} for child in self.social_links]
