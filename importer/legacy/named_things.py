"""Programmes, regions and axes that a page names: those the site knows (a Vocabulary), and what the words give away."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from importer.legacy.folding import fold, fold_name
from importer.legacy.words import pattern, places

_ACRONYM = r"[A-Z][A-Z0-9]{2,}(?:-[A-Z0-9]+)*"
_AFTER = re.compile(
    rf"\b(?:[Pp]rogram(?:me)?s?|[Pp]rojets?|[Pp]rojects?|PROGRAMME|PROJET)\s+(?:d[eu]\s+)?({_ACRONYM})\b"
)
_BEFORE = re.compile(rf"\b({_ACRONYM})\s+(?:programme|program|project)\b")
_SPELT = re.compile(rf"\b(?:[Pp]rogram(?:me)?|[Pp]rojet|[Pp]roject)\b[^.;:()«»]{{3,160}}\(({_ACRONYM})\)")
_TITLED = re.compile(
    r"\b(?:[Pp]rogram(?:me)?|[Pp]rojet|[Pp]roject)\b((?:\s[^.;:()«»“”\"]{0,140})?)\s?[«“\"]\s?([A-ZÀ-Ý][^»”\"]{8,160}?)\s?[»”\"]"
)
_REGIONS = re.compile(
    r"\b(?:[Rr]égions?|[Rr]egions?)\s+(?:de\s+l['’]|d[eu]s?\s+|d['’]|of\s+)([A-ZÀ-Ý][\wÀ-ÿ’'-]+(?:\s[A-ZÀ-Ý][\w’'-]+)*)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Something the site knows by a name, an acronym and other spellings."""

    name: str
    acronym: str = ""
    variants: tuple[str, ...] = ()

    def spellings(self) -> tuple[str, ...]:
        """Return every spelling that is not empty, the name first."""
        return tuple(each for each in (self.name, self.acronym, *self.variants) if each)


@dataclass(frozen=True)
class Vocabulary:
    """What the site knows by name; the reader uses it to recognise, never to invent."""

    programmes: tuple[Named, ...] = ()
    regions: tuple[Named, ...] = field(default=())
    axes: tuple[Named, ...] = ()

    @cached_property
    def known_regions(self) -> tuple[Named, ...]:
        """Return the regions of the site and those of the country; a town that search knows a region by names none."""
        towns = {fold_name(town) for town in places()["towns"].split()}
        own = (
            replace(each, variants=tuple(one for one in each.variants if fold_name(one) not in towns))
            for each in self.regions
        )
        own = (each for each in own if fold_name(each.name) not in towns)
        return (*own, *(Named(names[0], variants=tuple(names[1:])) for names in places()["regions"]))


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    text: str


def known_in(text: str, things: Iterable[Named]) -> list[str]:
    """Return the `things` that `text` names, as it names them, in order; a longer name wins over one inside it."""
    folded = fold_name(text)
    hits: list[_Hit] = []
    for thing in things:
        for spelling in thing.spellings():
            is_acronym = spelling.isupper() and " " not in spelling
            wanted = re.escape(fold_name(spelling)).replace(r"\ ", r"\s+")
            for match in re.finditer(rf"(?<!\w){wanted}(?!\w)", folded):
                said = text[match.start() : match.end()]
                if (said.isupper() if is_acronym else said[:1].isupper()) or " " in said.strip():
                    hits.append(_Hit(match.start(), match.end(), said))
    return _longest(hits)


def _longest(hits: list[_Hit]) -> list[str]:
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda each: (each.start, -each.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return _distinct(hit.text for hit in kept)


def _distinct(names: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold_name(name).strip(), " ".join(name.split()))
    return list(found.values())


def programmes_in(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the programmes and projects that `text` names: by acronym, in full, or by a title between quotes."""
    found = [(text.find(name), name) for name in known_in(text, vocabulary.programmes)]
    for shape in (_AFTER, _BEFORE, _SPELT):
        found += [(match.start(1), match[1]) for match in shape.finditer(text)]
    for match in _TITLED.finditer(text):
        if _names_the_project(match[1]):
            found.append((match.start(2), " ".join(match[2].split())))
    return _distinct(name for _, name in sorted(found))


def _names_the_project(between: str) -> bool:
    """Between « projet » and its title stand at most who pays, who carries it out and « intitulé »."""
    words = fold(between).strip()
    if not words or re.search(r"(?:intitule|denomme|appele|called|entitled|titled|named)$", words):
        return True
    return bool(pattern("donors", "openers").search(words) or re.search(r"\b(?:mis en|implemented|de l'|by)\b", words))


def regions_in(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the regions that `text` names, as it names them, known or after the word « région »."""
    found = [(text.find(name), name) for name in known_in(text, vocabulary.known_regions)]
    known = [fold_name(name) for _, name in found]
    for match in _REGIONS.finditer(text):
        name = match[1]
        is_far = any(fold(word) in fold(name) for word in places()["not_regions"])
        if not is_far and not any(fold_name(name) in each or each in fold_name(name) for each in known):
            found.append((match.start(1), name))
    return _distinct(name for _, name in sorted(found))
