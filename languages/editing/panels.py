"""Panels that lay the languages of a field side by side, one column or tab for each."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.forms import Media
from django.utils.functional import cached_property
from django.utils.text import capfirst
from wagtail.admin.panels import FieldPanel, PanelGroup

from languages import options, paths, registry

from .slug_input import SlugInput
from .status import state

Localizable = str | FieldPanel


class LocalizedField(FieldPanel):
    """One language of one field; its label is the field's own, the column says which language it is."""

    def __init__(self, field_name: str, base_name: str = "", **kwargs: Any) -> None:
        super().__init__(field_name, **kwargs)
        self.base_name = base_name

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "base_name": self.base_name}

    def on_model_bound(self) -> None:
        """Take label and required mark from the field as the model declares it."""
        base = self.model._meta.get_field(self.base_name)
        self.heading = self.heading or capfirst(str(base.verbose_name))
        self.shows_required = not base.blank

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
    classname = "title" if source == "title" else ""
    return LocalizedField(registry.field(source, code), base_name=source, classname=classname)


class LanguagePanel(PanelGroup):
    """All fields of one language."""

    def __init__(self, code: str, children: Sequence[Any] = (), **kwargs: Any) -> None:
        self.code = code
        super().__init__(children, **{"heading": registry.language(code).name, **kwargs})

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "code": self.code}

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
        def sources(self) -> list[registry.Language]:
            """The languages from which this one can start."""
            return [language for language in registry.all_languages() if language.code != self.panel.code]


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
            LanguagePanel(code, [localized_field(source, code) for source in self.fields]) for code in registry.codes()
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
        def media(self) -> Media:
            """The scripts and styles of the editor, external files all."""
            own = Media(css={"all": ["languages/editor.css"]}, js=["languages/editor.js"])
            return super().media + own

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["offers_copy"] = self.panel.offers_copy
            return context


def names(fields: Iterable[Localizable]) -> tuple[str, ...]:
    """Return the plain names of localizable fields."""
    return tuple(source.field_name if isinstance(source, FieldPanel) else source for source in fields)
