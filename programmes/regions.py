"""Regions of the country."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet

from languages.editing.handlers import snippet_edit_handler


@register_snippet
class Region(models.Model):
    """A region of the country, as an editable list."""

    name = models.CharField(_("name"), max_length=120, help_text=_("As the mission writes it in each language."))
    slug = models.SlugField(
        _("short name in addresses"),
        max_length=120,
        unique=True,
        help_text=_("Lower-case letters and hyphens, as in “souss-massa”. Addresses keep it: do not change it."),
    )
    variants = models.CharField(
        _("other spellings"),
        max_length=400,
        blank=True,
        help_text=_("Separated by commas; search and import know them."),
    )

    edit_handler = snippet_edit_handler(["name"], shared=["slug", "variants"])

    class Meta:
        ordering = ("slug",)
        verbose_name = _("region")
        verbose_name_plural = _("regions")

    def __str__(self) -> str:
        return self.name or self.slug
