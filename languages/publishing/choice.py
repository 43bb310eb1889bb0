"""Which languages are to be published: chosen, carried along by a workflow, or by default."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .. import content, options, registry


class Carried(str):
    """A choice that was read from a revision: good for publishing that revision, not inherited by the next."""

    __slots__ = ()


def codes_of(choice: str | None) -> tuple[str, ...]:
    """Return the known codes of a stored choice, the default language first."""
    wanted = set((choice or "").split())
    return tuple(code for code in registry.codes() if code in wanted)


def choose(page: Any, codes: Iterable[str]) -> None:
    """Choose the languages that the next revision (or first save) of a page is to publish; ValueError for others."""
    wanted = tuple(codes)
    if unknown := set(wanted) - set(registry.codes()):
        raise ValueError(f"Not a language of the site: {', '.join(sorted(unknown))}")
    page.languages_to_publish = " ".join(codes_of(" ".join(wanted))) or None


def titled(page: Any) -> tuple[str, ...]:
    """Return the codes of the languages that a page in memory has a title in."""
    return tuple(code for code in registry.codes() if getattr(page, registry.field("title", code)))


def default_choice(page: Any) -> tuple[str, ...]:
    """Return what is published when nobody chose: the default language, else the first that has a title."""
    return titled(page)[:1]


def chosen(page: Any) -> tuple[str, ...]:
    """Return what the publication of a page in memory makes public: the choice, or else the default."""
    return codes_of(page.languages_to_publish) or default_choice(page)


def missing_for(page: Any, codes: Iterable[str]) -> list[tuple[str, str | None, str]]:
    """Return what a page in memory lacks for the publication of some languages: (code, column or None, message).

    Asked when a choice is saved: an error at publication would stop the scheduled publication of every later page.
    """
    codes = codes_of(" ".join(codes))
    faults: list[tuple[str, str | None, str]] = []
    for code in codes:
        faults += [(code, column, message) for column, message in _empty_fields(page, code)]
    demanded = getattr(page, "publication_faults", None)
    if demanded is not None and codes:
        faults += [(codes[0], None, str(message)) for message in demanded(codes)]
    return faults


def _empty_fields(page: Any, code: str) -> Iterable[tuple[str, str]]:
    model: type[Model] = type(page)
    translated = options.translated_fields(model)
    for name in dict.fromkeys(("title", *page.required_to_publish)):
        column = registry.field(name, code)
        if name not in translated or not _is_empty(page, column):
            continue
        field: Any = model._meta.get_field(name)
        label = capfirst(str(field.verbose_name))
        message = _("%(language)s is to be published: fill in “%(field)s”.")
        yield column, message % {"language": registry.language(code).name, "field": label}


def _is_empty(page: Any, column: str) -> bool:
    value = getattr(page, column)
    return not value or (isinstance(value, str) and content.is_blank_text(value))


def demand(page: Any, codes: Iterable[str]) -> None:
    """Raise ValidationError when a page in memory lacks something for the publication of some languages."""
    errors: dict[str, list[str]] = {}
    for _code, column, message in missing_for(page, codes):
        errors.setdefault(column or "__all__", []).append(message)
    if errors:
        raise ValidationError(errors)


def carried_choice(page: Any) -> str | None:
    """Return the choice of the latest revision while a workflow runs on the page; None otherwise."""
    if page.pk is None or page.current_workflow_state is None:
        return None
    latest = page.latest_revision
    return (latest.content.get("languages_to_publish") if latest else None) or None
