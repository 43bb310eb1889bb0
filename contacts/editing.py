"""The editors of cards, directory and press desk."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)

from languages.editing.handlers import LocalizedInlinePanel, content_edit_handler, snippet_edit_handler

from .tenure import overlaps


class HolderFormSet(BaseChildFormSet):
    """Refuses two people in the role on the same day."""

    def clean(self) -> None:
        """Name the two, and what to do."""
        super().clean()
        forms = [form for form in self.forms if form.is_valid() and form not in self.deleted_forms]
        pairs = overlaps([form.instance for form in forms if form.instance.name])
        message = _("%(one)s and %(other)s would hold the role at the same time: give the first one a last day.")
        if pairs:
            raise ValidationError([message % {"one": one.name, "other": other.name} for one, other in pairs])


class HoldersPanel(InlinePanel):
    """The holders of a role, checked against each other."""

    def get_form_options(self) -> dict[str, Any]:
        """Have the rows checked together."""
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = HolderFormSet
        return options


class StandsOnPanel(Panel):
    """Says in the editor which pages show the card: before its holder leaves, its end is set or it is taken back."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one card."""

        template_name = "contacts/admin/places.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Return the row of the card; none for a new one, or one that stands nowhere."""
            from . import usage

            is_stored = self.instance.pk is not None
            return {"rows": usage.rows([self.instance], self.request.user) if is_stored else []}


def card_editor() -> TabbedInterface:
    """Return the editor of a card: texts, then who and how, then what for."""
    reach = [
        StandsOnPanel(),
        HoldersPanel(
            "holders",
            panels=["name", FieldRowPanel(["since", "until"])],
            heading=_("Holders of the role"),
            label=_("holder"),
            help_text=_(
                "When somebody leaves, enter the last day and add the successor. "
                "Readers see the present holder, or the press desk when there is none."
            ),
        ),
        LocalizedInlinePanel(
            "telephones",
            localized=["label"],
            shared=[FieldRowPanel(["number", "extension"]), "is_public"],
            heading=_("Telephone numbers"),
            label=_("number"),
        ),
        MultiFieldPanel(["email", "shows_email"], heading=_("E-mail")),
        FieldPanel("opening"),
        FieldPanel("verified_on"),
    ]
    covers = [
        FieldPanel("languages_spoken"),
        FieldPanel("media"),
        *(FieldPanel(name) for name in ("programmes", "axes", "regions")),
    ]
    role = FieldPanel("title", heading=_("Role"), help_text=_("The function, not the person: “AVRR desk officer”."))
    return content_edit_handler(
        localized=[role, "lead", "office", "hours", "body"],
        shared=reach,
        shared_heading=_("Person and numbers"),
        extra_tabs=[ObjectList(covers, heading=_("Competence"))],
    )


def directory_editor() -> TabbedInterface:
    """Return the editor of the directory."""
    return content_edit_handler(localized=["title", "lead", "body"])


def desk_editor() -> ObjectList:
    """Return the editor of the press desk."""
    return snippet_edit_handler(
        ["role", "hours", "out_of_hours"],
        shared=[
            "name",
            MultiFieldPanel(["telephone", "second_telephone", "duty_telephone"], heading=_("Telephone")),
            "email",
            "languages_spoken",
            "opening",
        ],
    )
