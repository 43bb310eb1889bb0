"""Texts that stand in for ones nobody wrote yet: they know which language they are in (WCAG 2.2, 3.1.2)."""

from typing import Any, Self

from django.db.models import Model
from django.utils.translation import get_language
from modeltranslation.fields import TranslationFieldDescriptor

from . import registry


class Borrowed(str):
    """A text in another language than the one it was asked for in; `language` is its own."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str = "") -> Self:
        """Return the text with the code of its language."""
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # the language is its second argument
        return str(self), self.language

    @property
    def direction(self) -> str:
        """The direction of its language: ltr or rtl."""
        return registry.language(self.language).direction


class Lending(TranslationFieldDescriptor):
    """Reads a translated field as modeltranslation does; what is lent by another language says so."""

    def __init__(self, known: TranslationFieldDescriptor) -> None:
        """Take over what modeltranslation had decided for the field."""
        super().__init__(known.field, known.fallback_languages, known.fallback_value, known.fallback_undefined)
        self.columns = {code: registry.field(known.field.name, code) for code in registry.codes()}

    def __get__(self, instance: Any, owner: Any) -> Any:
        """Return the text of the active language, else a Borrowed one."""
        if instance is not None:
            own = instance.__dict__.get(self.columns.get(get_language() or "", ""))
            if type(own) is str and own:
                return own
        value = super().__get__(instance, owner)
        if type(value) is not str or not value:
            return value
        lender = _lender(instance, self.columns, value)
        return Borrowed(value, lender) if lender and lender != registry.current() else value


def _lender(instance: Any, columns: dict[str, str], value: Any) -> str:
    """Return the language whose column holds a value: the active one first."""
    here = registry.current()
    for code in (here, *columns):
        if getattr(instance, columns[code], None) is value:
            return code
    return ""


def language_of(text: Any) -> str:
    """Return the language that lends a text; empty for every other value."""
    return text.language if isinstance(text, Borrowed) else ""


def lender_of(instance: Any, name: str) -> str:
    """Return the language in which a field is read now, a body too; empty where it is the active one or nothing."""
    value = getattr(instance, name, None)
    columns = {code: registry.field(name, code) for code in registry.codes()}
    found = language_of(value) or (_lender(instance, columns, value) if value else "")
    return "" if found == registry.current() else found


def text_of_row(row: dict[str, Any], name: str) -> str:
    """Return a text of a row of columns in the active language, else a Borrowed one of the first that has it."""
    own = row[registry.field(name)]
    found = ((code, row[registry.field(name, code)]) for code in registry.codes())
    return own or next((Borrowed(text, code) for code, text in found if text), "")


def mark_what_is_lent(model: type[Model], names: tuple[str, ...]) -> None:
    """Let these translated fields of a model tell the language of what they lend."""
    for name in names:
        known = model.__dict__.get(name)
        if type(known) is TranslationFieldDescriptor:
            setattr(model, name, Lending(known))
