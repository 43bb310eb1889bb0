"""Whom one can reach: a card belongs to a role, and says who holds it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable

from pages.models import ContentPage
from programmes.models import AxisPage, ProgrammePage, Region


class ContactIndexPage(ContentPage):
    """The directory of press contacts."""

    max_count = 1
    parent_page_types = ("home.HomePage",)
    subpage_types = ("contacts.ContactPage",)


class ContactPage(ContentPage):
    """The card of a role; the title is the role, the present holder is shown, else the press desk."""

    office = models.CharField(_("office"), max_length=200, blank=True)
    hours = models.CharField(_("hours"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    shows_email = models.BooleanField(_("e-mail is public"), default=True)
    languages_spoken = models.CharField(_("languages spoken"), max_length=100, blank=True)
    media = models.CharField(_("media"), max_length=60, blank=True)
    verified_on = models.DateField(_("last verified on"), null=True, blank=True)
    programmes = ParentalManyToManyField(
        ProgrammePage, verbose_name=_("programmes"), blank=True, related_name="contacts"
    )
    axes = ParentalManyToManyField(AxisPage, verbose_name=_("axes"), blank=True, related_name="contacts")
    regions = ParentalManyToManyField(Region, verbose_name=_("regions"), blank=True, related_name="contacts")

    parent_page_types = ("contacts.ContactIndexPage",)
    subpage_types = ()


class Holder(Orderable):
    """A person who holds the role, from and to; no end means still."""

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="holders")
    name = models.CharField(_("name"), max_length=150)
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("to"), null=True, blank=True)


class Telephone(Orderable):
    """A telephone number of a card, in E.164; a private one appears nowhere."""

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="telephones")
    number = models.CharField(_("number"), max_length=40)
    label = models.CharField(_("label"), max_length=60, blank=True)
    is_public = models.BooleanField(_("public"), default=True)


@register_setting(icon="group")
class PressDesk(BaseGenericSetting):
    """The press desk: who answers when nobody else is named."""

    name = models.CharField(_("name"), max_length=150, blank=True)
    role = models.CharField(_("role"), max_length=150, blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    hours = models.CharField(_("hours"), max_length=200, blank=True)
    languages_spoken = models.CharField(_("languages spoken"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("press desk")
