"""Donors and partners, with a logo for each language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import InlinePanel
from wagtail.models import Orderable
from wagtail.snippets.models import register_snippet

from languages import registry
from languages.editing.handlers import snippet_edit_handler


def site_languages() -> list[tuple[str, str]]:
    """Return (code, own name) of the site's languages."""
    return [(language.code, language.name) for language in registry.all_languages()]


@register_snippet
class Organisation(ClusterableModel):
    """A donor or partner, named in every language."""

    class Kind(models.TextChoices):
        """How the organisation takes part."""

        DONOR = "donor", _("donor")
        PARTNER = "partner", _("partner")

    name = models.CharField(
        _("name"), max_length=200, help_text=_("In full, as the organisation writes it in each language.")
    )
    acronym = models.CharField(_("acronym"), max_length=30, blank=True, help_text=_("Only if readers know it."))
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=Kind.choices,
        default=Kind.DONOR,
        help_text=_("A donor pays, a partner works with the mission."),
    )
    website = models.URLField(_("website"), blank=True, help_text=_("The address of its front page."))

    edit_handler = snippet_edit_handler(
        ["name", "acronym"],
        shared=[
            "kind",
            "website",
            InlinePanel(
                "logos",
                heading=_("Logos"),
                label=_("Logo"),
                help_text=_("One for each language it exists in, or one for all; with a transparent background."),
            ),
        ],
    )

    class Meta:
        ordering = ("name",)
        verbose_name = _("donor or partner")
        verbose_name_plural = _("donors and partners")

    def __str__(self) -> str:
        return self.name or str(self.pk)


class OrganisationLogo(Orderable):
    """A logo of a donor or partner, in one language or for all."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="logos")
    language = models.CharField(
        _("language"),
        max_length=10,
        blank=True,
        choices=site_languages,
        help_text=_("Empty: the logo has no words, or is the same in all languages."),
    )
    picture = models.ForeignKey(
        "library.SitePicture",
        verbose_name=_("picture"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("The logo as the organisation gives it out, at least 320 pixels wide."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("logo")
        verbose_name_plural = _("logos")
