"""What the site knows by name: for the reader to recognise, and to find again what a page named."""

from collections.abc import Iterable
from typing import Any

from importer.legacy.folding import fold_name
from importer.legacy.named_things import Named, Vocabulary
from languages import options, registry
from programmes.models import AxisPage, Organisation, ProgrammePage, Region


class SiteNames:
    """Programmes, axes, regions and donors by every spelling the site has of them, read once for a whole import."""

    def __init__(self) -> None:
        self.programmes = _by_name(ProgrammePage.objects.defer_streamfields(), "acronym", "full_name", "title")
        self.axes = _by_name(AxisPage.objects.defer_streamfields(), "title")
        self.regions = _by_name(Region.objects.all(), "name", "variants")
        self.donors = _by_name(Organisation.objects.all(), "name", "acronym")

    def vocabulary(self) -> Vocabulary:
        """Return the names for the reader."""
        return Vocabulary(_named(self.programmes), _named(self.regions), _named(self.axes))

    @staticmethod
    def known(things: dict[str, Any], names: Iterable[str]) -> list[Any]:
        """Return those of `things` that `names` name, each once, in order."""
        found = (things.get(fold_name(name)) for name in names)
        return list({thing.pk: thing for thing in found if thing is not None}.values())

    def donors_named(self, names: Iterable[str]) -> list[Any]:
        """Return the donors named; « Government of X (ABC) » is known by its name and by its acronym alike."""
        spelt = [part for name in names for part in (name, *name.replace(")", "(").split("("))]
        return self.known(self.donors, (part.strip() for part in spelt))


def _by_name(things: Iterable[Any], *fields: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for thing in things:
        for name in _spellings(thing, fields):
            found.setdefault(fold_name(name), thing)
    return found


def _spellings(thing: Any, fields: Iterable[str]) -> list[str]:
    names = []
    model: Any = type(thing)
    translated = options.translated_fields(model)
    for field in fields:
        columns = [registry.field(field, code) for code in registry.codes()] if field in translated else [field]
        for column in columns:
            names += [
                part.strip() for part in (getattr(thing, column) or "").split("," if field == "variants" else "\0")
            ]
    return list(dict.fromkeys(name for name in names if len(name) > 1))


def _named(things: dict[str, Any]) -> tuple[Named, ...]:
    """Return one name for each spelling; acronyms keep their capitals, by which they are told from words."""
    acronyms = {fold_name(acronym): acronym for thing in things.values() for acronym in _acronyms(thing)}
    return tuple(Named(acronyms.get(name, name)) for name in things)


def _acronyms(thing: Any) -> list[str]:
    model: Any = type(thing)
    translated = options.translated_fields(model)
    columns = [registry.field("acronym", code) for code in registry.codes()] if "acronym" in translated else ["acronym"]
    return [acronym for column in columns if (acronym := getattr(thing, column, ""))]
