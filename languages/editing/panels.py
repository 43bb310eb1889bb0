"""Panels that lay the languages of a field side by side, one column or tab for each."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from django.core.exceptions import FieldDoesNotExist
from django.db.models import TextField
from django.forms import Media
from django.utils.functional import cached_property, keep_lazy_text
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PanelGroup
from wagtail.admin.widgets import AdminAutoHeightTextInput

from languages import options, paths, registry

from .differences import tell
from .returned import sent_back
from .slug_input import SlugInput
from .status import state

Localizable: TypeAlias = str | FieldPanel


capfirst_lazy = keep_lazy_text(capfirst)
TITLE_HELP = _("Who did what, in one line: lists show the whole title.")

# Below two public languages, none is held back while another is published.
LANGUAGES_APART = 2


class LocalizedField(FieldPanel):
    """One language of one field; its label is the field's own, the column says which language it is."""

    heading: Any
    widget: Any

    def __init__(self, field_name: str, base_name: str = "", **kwargs: Any) -> None:
        super().__init__(field_name, **kwargs)
        self.base_name = base_name

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "base_name": self.base_name}

    def on_model_bound(self) -> None:
        """Take label, required mark and widget from the field as the model declares it."""
        base = self.model._meta.get_field(self.base_name)
        self.heading = self.heading or capfirst_lazy(base.verbose_name)
        demanded = getattr(self.model, "required_to_publish", ())
        self.shows_required = not base.blank or self.base_name in demanded
        if self.widget is None and type(base) is TextField:
            # Wagtail gives this widget to the exact class only, and the column of a language is a class of its own.
            self.widget = AdminAutoHeightTextInput

    class BoundPanel(FieldPanel.BoundPanel):
        def is_required(self) -> bool:
            return self.panel.shows_required


def localized_field(source: Localizable, code: str) -> FieldPanel:
    """Return the panel of a field in a language; options given to a FieldPanel are kept."""
    if isinstance(source, FieldPanel):
        kwargs = {**source.clone_kwargs(), "field_name": registry.field(source.field_name, code)}
        if type(source) is not FieldPanel:
            return type(source)(**kwargs)
        return LocalizedField(**kwargs, base_name=source.field_name)
    if source == "slug":
        name = paths.slug_name(code)
        return LocalizedField(name, base_name=name, widget=SlugInput(code, registry.field("title", code)))
    if source == "title":
        return LocalizedField(registry.field(source, code), base_name=source, classname="title", help_text=TITLE_HELP)
    return LocalizedField(registry.field(source, code), base_name=source)


class LanguagePanel(PanelGroup):
    """All fields of one language."""

    def __init__(self, code: str, children: Sequence[Any] = (), offers_copy: bool = False, **kwargs: Any) -> None:
        self.code, self.offers_copy = code, offers_copy
        super().__init__(children, **{"heading": registry.language(code).name, **kwargs})

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "code": self.code, "offers_copy": self.offers_copy}

    @property
    def clean_name(self) -> str:
        return f"language_{self.code}"

    class BoundPanel(PanelGroup.BoundPanel):
        template_name = "languages/panels/language.html"

        @cached_property
        def language(self) -> registry.Language:
            return registry.language(self.panel.code)

        @cached_property
        def state(self) -> Any:
            """What readers see of this language, and how the translation stands; None for what is no page."""
            return state(self.instance, self.panel.code)

        @cached_property
        def told(self) -> Any:
            """What differs from the language this one is translated from; None when nothing does."""
            return tell(self.instance, self.panel.code) if self.panel.offers_copy and self.state else None

        @cached_property
        def sources(self) -> list[registry.Language]:
            """The languages from which this one can start: those with a title, and always the default."""
            return [
                one
                for one in registry.all_languages()
                if one.code != self.panel.code and (one.is_default or self._has_title(one.code))
            ]

        def _has_title(self, code: str) -> bool:
            return bool(getattr(self.instance, registry.field("title", code), ""))


class LocalizedPanel(PanelGroup):
    """Fields in every language: columns on a wide screen, tabs on a small one or when the officer prefers them.

    `fields` are names of translated fields, or FieldPanels of such names with options of their own; "slug" works on
    pages. Works for pages, snippets, settings and as a child of an InlinePanel.
    """

    def __init__(
        self, fields: Sequence[Localizable] = (), *args: Any, offers_copy: bool = False, **kwargs: Any
    ) -> None:
        self.fields = tuple(fields)
        self.offers_copy = offers_copy
        kwargs.pop("children", None)
        super().__init__((), *args, **kwargs)

    def clone_kwargs(self) -> dict[str, Any]:
        kwargs = super().clone_kwargs()
        kwargs.pop("children")
        return {**kwargs, "fields": self.fields, "offers_copy": self.offers_copy}

    def on_model_bound(self) -> None:
        """Make the columns; a name that is not translated is a mistake in the declaration."""
        translated = {*options.translated_fields(self.model), "slug"}
        for source in self.fields:
            name = source.field_name if isinstance(source, FieldPanel) else source
            if name not in translated:
                raise FieldDoesNotExist(f"{self.model.__name__}.{name} is not registered for translation.")
        self.children = [
            LanguagePanel(code, [localized_field(source, code) for source in self.fields], self.offers_copy)
            for code in registry.codes()
        ]
        super().on_model_bound()

    def classes(self) -> list[str]:
        return [*super().classes(), "w-panel--nested", "localized-panel"]

    @property
    def clean_name(self) -> str:
        return super().clean_name or "languages"

    class BoundPanel(PanelGroup.BoundPanel):
        template_name = "languages/panels/localized.html"

        @property
        def shared_changes(self) -> list[str]:
            """The labels of the shared fields that wait for publication, where another language may be held back."""
            if not self.panel.offers_copy or len(getattr(self.instance, "public_languages", ())) < LANGUAGES_APART:
                return []
            return list(getattr(self.form, "shared_changes", {}).values())

        @cached_property
        def returned(self) -> Any:
            """The step of approval that sent the page back, with its comment; None once it is submitted again."""
            return sent_back(self.instance) if self.panel.offers_copy else None

        @property
        def media(self) -> Media:
            """The scripts and styles of the editor, external files all."""
            own = Media(css={"all": ["languages/editor.css"]}, js=["languages/editor.js"])
            return super().media + own
