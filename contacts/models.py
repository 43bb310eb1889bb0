"""Whom one can reach: a card belongs to a role, and says who holds it."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.models import Orderable

from pages.models import ContentPage
from programmes.models import AxisPage, ProgrammePage, Region

from . import editing, spoken, telephones, tenure
from .desk_settings import PressDesk
from .fields import CodesField, OpeningHoursField, TelephoneField
from .opening import Week
from .querysets import ContactManager
from .searching import SearchableCard

__all__ = ["ContactIndexPage", "ContactPage", "Holder", "Medium", "PressDesk", "Telephone"]


class Medium(models.TextChoices):
    """What kind of journalist a contact serves."""

    PRINT = "print", _("print and web")
    RADIO = "radio", _("radio")
    TELEVISION = "television", _("television")


class ContactIndexPage(ContentPage):
    """The directory of press contacts."""

    edit_handler = editing.directory_editor()

    max_count = 1
    subpage_types = ("contacts.ContactPage",)
    required_to_publish: ClassVar = ("title",)
    search_kind = "page"

    class Meta:
        verbose_name = _("contact directory")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the filter form, one page of cards, their number, and the press desk."""
        from .directory import directory

        return super().get_context(request, *args, **kwargs) | directory(request.GET)


class ContactPage(SearchableCard, ContentPage):
    """The card of a role; the title is the role, the present holder is shown, else the press desk."""

    office = models.CharField(
        _("office"), max_length=200, blank=True, help_text=_("Town and building, as a visitor would ask for it.")
    )
    opening = OpeningHoursField(
        _("opening hours"),
        help_text=_(
            "Moroccan time, a line for each day, as in 8:30-12:30, 14:00-17:30; leave closed days empty. "
            "Readers see whether somebody answers now."
        ),
    )
    hours = models.CharField(
        _("remark on the hours"), max_length=200, blank=True, help_text=_("As in “shorter during Ramadan”.")
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("An address of the role outlives its holder: press.avrr@…")
    )
    shows_email = models.BooleanField(
        _("e-mail is public"), default=True, help_text=_("Not ticked: for colleagues only, readers never see it.")
    )
    languages_spoken = CodesField(
        _("languages spoken"),
        max_length=100,
        blank=True,
        default="",
        offered=spoken.choices,
        help_text=_("Those in which an interview can be given."),
    )
    media = CodesField(
        _("media"),
        max_length=60,
        blank=True,
        default="",
        offered=Medium.choices,
        help_text=_("Which journalists this person is prepared to serve."),
    )
    verified_on = models.DateField(
        _("last verified on"),
        null=True,
        blank=True,
        help_text=_("The day somebody called the number and asked. After six months the card is listed for checking."),
    )
    programmes = ParentalManyToManyField(
        # A programme asks programme.contacts.present(): the sanctioned upward glance.
        ProgrammePage,
        verbose_name=_("programmes"),
        blank=True,
        related_name="contacts",
        help_text=_("Those this person can speak about; the card stands on their pages."),
    )
    axes = ParentalManyToManyField(
        AxisPage,
        verbose_name=_("axes"),
        blank=True,
        related_name="contacts",
        help_text=_("Those this person can speak about beyond the programmes."),
    )
    regions = ParentalManyToManyField(
        Region,
        verbose_name=_("regions"),
        blank=True,
        related_name="contacts",
        help_text=_("Where this person follows events; journalists search by region."),
    )

    objects: ClassVar = ContactManager()
    edit_handler = editing.card_editor()

    parent_page_types = ("contacts.ContactIndexPage",)
    subpage_types = ()
    required_to_publish: ClassVar = ("title",)

    class Meta:
        verbose_name = _("contact card")
        verbose_name_plural = _("contact cards")

    @property
    def week(self) -> Week:
        """The opening hours."""
        return OpeningHoursField.week(self.opening)

    @property
    def present_holder(self) -> "Holder | None":
        """Who holds the role today; None while it is vacant."""
        return tenure.present(self.holders.all())

    @property
    def media_names(self) -> list[str]:
        """The media served, in words."""
        return [str(Medium(code).label) for code in self.media if code in Medium.values]

    @property
    def card(self) -> Any:
        """The card as readers see it (contacts.cards.Card)."""
        from .cards import card_of

        return card_of(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the card, and the notices of closed programmes among those it is about."""
        card = self.card
        return super().get_context(request, *args, **kwargs) | {"card": card, "notices": self.card_parts.notices}

    def clean(self) -> None:
        """Refuse a verification that has not happened yet."""
        super().clean()
        if self.verified_on and self.verified_on > tenure.today():
            message = _("This day is still to come: enter the day on which somebody called and asked, at most today.")
            raise ValidationError({"verified_on": message})

    def publication_faults(self, codes: Any = None) -> list[str]:
        """Add what keeps a card from readers: two holders at the same time."""
        return [*super().publication_faults(codes), *overlap_messages(self.holders.all())]


class Holder(Orderable):
    """A person who holds the role, from and to; no end means still."""

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="holders")
    name = models.CharField(_("name"), max_length=150, help_text=_("First name and family name, as in a byline."))
    since = models.DateField(_("from"), null=True, blank=True, help_text=_("The first day. Empty: not known."))
    until = models.DateField(
        _("to"), null=True, blank=True, help_text=_("The last day. Empty: still in the role. Never guess it.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("holder")
        verbose_name_plural = _("holders")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse an end before the start."""
        super().clean()
        if tenure.is_backwards(self):
            raise ValidationError({"until": _("The last day comes before the first.")})


def overlap_messages(holders: Any) -> list[str]:
    """Return a message for each pair of holders who would hold the role on the same day."""
    message = _("%(one)s and %(other)s would hold the role at the same time: give the first one a last day.")
    return [message % {"one": one, "other": other} for one, other in tenure.overlaps(list(holders))]


class Telephone(Orderable):
    """A telephone number of a card, in E.164; a private one appears nowhere."""

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="telephones")
    number = TelephoneField(
        _("number"), max_length=40, help_text=_("In any spelling: 05 37 65 28 81, +212 5 37 65 28 81, 0537-652881.")
    )
    extension = models.CharField(
        _("extension"), max_length=10, blank=True, help_text=_("Digits to dial after the number, if any.")
    )
    label = models.CharField(
        _("label"), max_length=60, blank=True, help_text=_("Only when there are several: “office”, “mobile”.")
    )
    is_public = models.BooleanField(
        _("public"), default=True, help_text=_("Not ticked: for colleagues only, it appears nowhere on the site.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("telephone number")
        verbose_name_plural = _("telephone numbers")

    def __str__(self) -> str:
        return telephones.phone(self.number, extension=self.extension).display
