"""From a question to what must match: units with their synonyms, exclusions, pages editors put first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from search.engines.base import EngineSettings, Vocabulary
from search.plan import lexicon
from search.plan.question import Asked, Piece, Question, asked_words, read_question
from search.plan.thesaurus import Thesaurus, content_key, respelled, thesaurus
from search.text import dates, numerals
from search.text.analysis import Analysis, analyses

_FIGURES = re.compile(r"[0-9]{2,4}")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Unit:
    """One thing asked for: a word, a known expression, a phrase or a number, with other ways to say it.

    `translations` are what other languages call it: for pages that are written in one language only.
    """

    words: tuple[Asked, ...]
    alternatives: tuple[tuple[Asked, ...], ...] = ()
    is_phrase: bool = False
    numbers: tuple[str, ...] = ()
    translations: tuple[lexicon.Translation, ...] = ()


@dataclass(frozen=True)
class QueryPlan:
    """What both engines compile. `pins` are pages that come first, in order."""

    text: str
    words: tuple[Asked, ...]
    units: tuple[Unit, ...] = ()
    excluded: tuple[Unit, ...] = ()
    pins: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing asked for: browse."""
        return not self.units and not self.excluded


def required(units: int) -> int:
    """How many of the units must match: all of two, all but one of five, 70 % of more."""
    if units <= 2:
        return units
    return units - 1 if units <= 5 else units * 7 // 10


def make_plan(
    raw: str, language: str, vocabulary: Vocabulary, settings: EngineSettings, is_wide: bool = False
) -> QueryPlan:
    """The plan for a reader's text in the reader's language; never raises, whatever the text.

    Words are translated for pages in other languages; with `is_wide` foreign words for the reader's own pages too.
    """
    question = read_question(raw, settings.region)
    kinds = analyses(settings.languages)
    own = kinds.get(language, Analysis(""))
    ordered = [own, *(kind for kind in kinds.values() if kind is not own)]
    table = thesaurus(vocabulary, settings.languages)
    pieces = [piece for piece in question.pieces if not piece.is_excluded]
    return QueryPlan(
        text=question.text,
        words=question.words,
        units=tuple(_own_language_left_out(unit, own, is_wide) for unit in _units(pieces, table, ordered)),
        excluded=tuple(Unit(p.words, is_phrase=p.is_phrase) for p in question.pieces if p.is_excluded),
        pins=_pins(question, table, ordered),
    )


def _own_language_left_out(unit: Unit, own: Analysis, is_wide: bool) -> Unit:
    """A page that has the very word, in whatever language, is better than one of the reader's that has another."""
    if is_wide or not unit.translations:
        return unit
    return replace(unit, translations=tuple(one for one in unit.translations if one[0] != own.name))


def _units(pieces: list[Piece], table: Thesaurus, kinds: list[Analysis]) -> list[Unit]:
    """Single words joined where editors know them as one expression."""
    units, position = [], 0
    while position < len(pieces):
        piece = pieces[position]
        if not _is_plain(piece):
            units.append(Unit(piece.words, piece.ways, piece.is_phrase, piece.numbers))
            position += 1
            continue
        run = _plain_run(pieces, position)
        unit, used = _date(run) or _month(run) or _numeral(run) or _expression(run, table, kinds)
        units.append(unit)
        position += used
    return units


def _plain_run(pieces: list[Piece], position: int) -> list[Asked]:
    """The single words from here to the next phrase or number."""
    run = []
    for piece in pieces[position:]:
        if not _is_plain(piece):
            break
        run.append(piece.words[0])
    return run


def _is_plain(piece: Piece) -> bool:
    """One word like any other."""
    return not (piece.is_phrase or piece.numbers or piece.ways)


def _date(run: list[Asked]) -> tuple[Unit, int] | None:
    """A day in words at the beginning of a run of words, or both ends of a range, with the other ways to write it."""
    days, used = dates.read(_folded(run))
    ways = (asked_words(way) for day in days for way in dates.written(day))
    words = tuple(run[:used])
    return (Unit(words, tuple(way for way in ways if _folded(way) != _folded(words))), used) if days else None


def _month(run: list[Asked]) -> tuple[Unit, int] | None:
    """A month in short before its year, with its names in full."""
    names = tuple(asked_words(name) for name in dates.month(_folded(run)))
    return (Unit((run[0],), tuple(way for way in names if _folded(way) != [run[0].folded])), 1) if names else None


def _numeral(run: list[Asked]) -> tuple[Unit, int] | None:
    """A number at the beginning of a run of words, in figures or in words, with the other ways to write it."""
    number, used = (int(run[0].folded), 1) if _FIGURES.fullmatch(run[0].folded) else numerals.read(_folded(run))
    spoken = numerals.spellings(number)
    if not spoken or _YEAR.fullmatch(run[0].folded):
        return None
    words = tuple(run[:used])
    ways = (asked_words(text) for text in (str(number), *spoken))
    return Unit(words, tuple(way for way in ways if _folded(way) != _folded(words))), used


def _folded(words: Iterable[Asked]) -> list[str]:
    return [word.folded for word in words]


def _expression(run: list[Asked], table: Thesaurus, kinds: list[Analysis]) -> tuple[Unit, int]:
    """The longest known expression at the beginning of a run of words, else its first word."""
    best: tuple[int, tuple[tuple[Asked, ...], ...]] = (0, ())
    for kind in kinds:
        carrying = [place for place, word in enumerate(run) if word.is_acronym or word.folded not in kind.stop]
        if not carrying or carrying[0] != 0:
            continue
        roots = [kind.root(run[place].folded) for place in carrying]
        if count := max(table.longest(roots, run[0]), lexicon.longest(roots, kind)):
            used = carrying[count - 1] + 1
            if used > best[0]:
                best = (used, table.alternatives(tuple(roots[:count]), tuple(run[:used])))
    words = tuple(run[: best[0] or 1])
    others = best[1] if best[0] else respelled(run[0])
    return Unit(words, others, translations=lexicon.translations(words, kinds)), len(words)


def _pins(question: Question, table: Thesaurus, kinds: list[Analysis]) -> tuple[str, ...]:
    """Pages promoted for this very question."""
    if not table.pages or not question.words:
        return ()
    keys = dict.fromkeys(content_key(question.words, kind) for kind in kinds)
    return tuple(dict.fromkeys(page for key in keys for page in table.pages.get(key, ())))[:10]
