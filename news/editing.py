"""The editors of the news and of their list."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TabbedInterface

from languages.editing.handlers import content_edit_handler


def index_editor() -> TabbedInterface:
    """Return the editor of the list of news."""
    return content_edit_handler(localized=["title", "lead", "body"], shared=["listing_picture"])


def news_editor() -> TabbedInterface:
    """Return the editor of a piece of news: kind, date and texts, then subjects, contacts and what is attached."""
    return content_edit_handler(
        localized=["title", "place", "lead", "body", "notes_to_editors", "boilerplate"],
        first=[
            MultiFieldPanel(
                [FieldRowPanel(["kind", "date"]), FieldRowPanel(["date_precision", "date_end"])],
                heading=_("Kind and date"),
            ),
        ],
        shared=[
            "listing_picture",
            MultiFieldPanel(
                [
                    FieldPanel("programmes", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("axes", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("regions", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("donors", widget=forms.CheckboxSelectMultiple),
                ],
                heading=_("What it is about"),
            ),
            InlinePanel(
                "news_contacts",
                heading=_("Contacts"),
                label=_("Contact"),
                help_text=_("In the order journalists should try them. None: the press desk."),
            ),
            InlinePanel("attachments", heading=_("Attachments"), label=_("Attachment")),
            InlinePanel(
                "old_addresses",
                heading=_("Old addresses"),
                label=_("Old address"),
                help_text=_("Addresses of the old site that lead here."),
            ),
        ],
    )
