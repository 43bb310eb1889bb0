"""The whole editor of a page or snippet, from the names of its translated fields and its shared panels."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.models import AbstractPage

from .day_inputs import MomentInput
from .forms import TranslatedModelForm, TranslatedPageForm
from .panels import Localizable, LocalizedPanel

SHARED_HEADING = _("Details for all languages")


class LocalizedInlinePanel(InlinePanel):
    """Children of a page or snippet whose texts are translated: shared panels first, then the languages side by side.

    The list of children, their order and their shared fields are one for all languages.
    """

    def __init__(
        self, relation_name: str, localized: Sequence[Localizable] = (), shared: Sequence[Any] = (), **kwargs: Any
    ) -> None:
        self.localized, self.shared = tuple(localized), tuple(shared)
        kwargs["panels"] = [*self.shared, *([LocalizedPanel(self.localized)] if self.localized else [])]
        super().__init__(relation_name, **kwargs)

    def clone_kwargs(self) -> dict[str, Any]:
        kwargs = super().clone_kwargs()
        kwargs.pop("panels")
        return {**kwargs, "localized": self.localized, "shared": self.shared}


class SchedulePanel(PublishingPanel):
    """Wagtail's dialog of schedules, where an hour that cannot be read is refused and not replaced."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for field in self.children:
            if getattr(field, "widget", None):
                attrs = {key: value for key, value in field.widget.attrs.items() if key.startswith("data-")}
                field.widget = MomentInput(attrs, js_overlay_parent_selector=field.widget.js_overlay_parent_selector)

    class BoundPanel(PublishingPanel.BoundPanel):
        """The dialog of one page, which names the buttons as the editor has them."""

        template_name = "languages/panels/schedule.html"


def content_panels(localized: Sequence[Localizable]) -> list[Any]:
    """Return the panels of the first tab: the texts in every language."""
    return [LocalizedPanel(localized, offers_copy=True)]


def promote_panels(extra: Sequence[Any] = ()) -> list[Any]:
    """Return the panels of the tab of addresses and search engines: slug and description per language, then `extra`."""
    return [
        LocalizedPanel(["slug", "seo_title", "search_description"], heading=_("Address and search engines")),
        MultiFieldPanel([FieldPanel("show_in_menus")], heading=_("For site menus")),
        *extra,
    ]


def settings_panels(extra: Sequence[Any] = ()) -> list[Any]:
    """Return the panels of the last tab: `extra`, then schedule and comments as Wagtail has them."""
    return [*extra, SchedulePanel(), *AbstractPage.settings_panels[1:]]


def content_edit_handler(
    localized: Sequence[Localizable] = ("title", "lead", "body"),
    shared: Sequence[Any] = (),
    *,
    first: Sequence[Any] = (),
    shared_heading: Any = SHARED_HEADING,
    promote: Sequence[Any] = (),
    settings: Sequence[Any] = (),
    extra_tabs: Sequence[ObjectList] = (),
) -> TabbedInterface:
    """Return the editor of a page type, to be set as its `edit_handler`.

    `localized`: names of translated fields (or FieldPanels of them), in order; `shared`: panels of what is one for all
    languages, `first` the few of them that stand above the texts; `promote`, `settings`: more panels for those tabs;
    `extra_tabs`: ObjectLists between details and address.
    """
    tabs = [
        ObjectList([*first, *content_panels(localized)], heading=_("Text")),
        *([ObjectList(list(shared), heading=shared_heading)] if shared else []),
        *extra_tabs,
        ObjectList(promote_panels(promote), heading=_("Address")),
        ObjectList(settings_panels(settings), heading=_("Settings")),
    ]
    return TabbedInterface(tabs, base_form_class=TranslatedPageForm)


def snippet_edit_handler(localized: Sequence[Localizable], shared: Sequence[Any] = ()) -> ObjectList:
    """Return the editor of a snippet or of settings, to be set as its `edit_handler`."""
    return ObjectList([LocalizedPanel(localized), *shared], base_form_class=TranslatedModelForm)
