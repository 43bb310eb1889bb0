"""Which contact cards a question names, in the clauses both engines translate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.plan import fields
from search.plan.clauses import Best, Clause, Every, Phrase, Some, Stemmed, Term
from search.plan.plan import QueryPlan, Unit, required
from search.plan.question import Asked
from search.text.sounds import sound
from search.text.spelling import PARTICLES

if TYPE_CHECKING:
    from search.plan.compiling import Compiler

_MOST_UNITS = 6
_PROFESSION = frozenset("dr docteur doctor".split())  # polite before a name; alone, what one looks for
_SYNONYM = 0.8  # worth of another word beside the reader's own
_TIE = 0.5  # a card that says a thing in its title, its lead and its topics is more about it than one that lists it


class CardCompiler:
    """One language's view of what names a card: a number, a name (as it sounds too), a topic, a place or a role."""

    def __init__(self, compiler: Compiler, by_name: bool = True) -> None:
        self.compiler = compiler
        self.by_name = by_name
        self.analysis = compiler.analysis

    def clause(self, plan: QueryPlan) -> Clause | None:
        """A card these words name; None when there are none, or too many to name one.

        Not by name, half of them will do: a person is asked for, and nobody is about them all.
        """
        compiler = self.compiler
        asked = compiler.sorted_units(plan.units)[0]
        units = [unit for unit in asked if not compiler.is_intent(unit)]
        if all(word.folded in _PROFESSION for unit in asked for word in unit.words):
            units = asked
        if len(units) > _MOST_UNITS or not asked:
            return None
        if units:
            wanted: Clause = self._naming(units, compiler.has_intent(plan))
        else:
            wanted = self._press(asked)
        return self._of_cards(wanted)

    def _naming(self, units: list[Unit], easier: bool) -> Clause:
        """Who is named or asked about; particles of names (El, Ben) waver too much to decide beside other words."""
        clauses = [self._unit(unit, self.compiler.neighbours(units, place), easier) for place, unit in enumerate(units)]
        loose = [all(word.folded in PARTICLES for word in unit.words) for unit in units]
        if all(loose):
            loose = [False] * len(units)
        deciding = tuple(clause for clause, is_loose in zip(clauses, loose, strict=True) if not is_loose)
        bonus = tuple(clause for clause, is_loose in zip(clauses, loose, strict=True) if is_loose)
        count = len(deciding)
        least = required(count) if easier else count
        if not self.by_name:
            least = max(1, count // 2)
        return Every((Some(deciding, least),), (), bonus) if bonus else Some(deciding, least)

    def press(self, plan: QueryPlan) -> Clause | None:
        """The press's own card, where the press is asked for with nothing but known names: spokesperson IOM Morocco."""
        asked = self.compiler.sorted_units(plan.units)[0]
        wanting = [unit for unit in asked if self.compiler.is_intent(unit)]
        named = all(unit.alternatives for unit in asked if unit not in wanting)
        if not named or not any(word.folded in self.analysis.press for unit in wanting for word in unit.words):
            return None
        return self._of_cards(self._press(wanting))

    def _of_cards(self, wanted: Clause) -> Clause:
        return Every((Term(fields.CARD, "1", 0.0), self.compiler.all(), wanted))

    def _press(self, asked: list[Unit]) -> Clause:
        """Who answers the press: what was asked, or the words a press officer's role is told with."""
        own = tuple(self._word(word, 0.5, ()) for unit in asked for word in unit.words)
        roles = tuple(self._word(Asked(word, word), 2.0, ()) for word in sorted(self.analysis.press))
        return Every((Some(roles),), (), own) if roles else Some(own)

    def _unit(self, unit: Unit, joined: tuple[str, ...], easier: bool) -> Clause:
        """Own words or another way to say them; once one asks for somebody, half of an expression will do."""
        if unit.numbers:
            return Best(tuple(Term(fields.PHONES, term, 8.0) for term in unit.numbers))
        ways: list[Clause] = []
        for number, words in enumerate((unit.words, *unit.alternatives)):
            content = [word for word in words if word.folded not in self.analysis.stop] or list(words)
            worth = _SYNONYM if number else 1.0
            each = tuple(self._word(word, worth / len(content), joined) for word in content)
            least = max(1, len(each) // 2) if easier and not (number or unit.is_phrase) else len(each)
            ways.append(each[0] if len(each) == 1 else Some(each, least))
            if len(words) > 1:
                ways.append(self._together(words, worth))
        return ways[0] if len(ways) == 1 else Best(tuple(ways))

    def _together(self, words: tuple[Asked, ...], worth: float) -> Clause:
        """An expression as it stands in a role or in what is said of it."""
        of, surfaces = self.compiler.of, tuple(word.surface for word in words)
        titled = Phrase(of(fields.EXACT_TITLE), tuple(word.folded for word in words), worth)
        return Best((titled, Stemmed(of(fields.LEAD), surfaces, worth)), _TIE)

    def _word(self, word: Asked, worth: float, joined: tuple[str, ...]) -> Clause:
        of, root = self.compiler.of, self.analysis.root(word.folded)
        names: list[Clause] = []
        if self.by_name:
            names = [Term(fields.NAMES, name, 5.0 * worth) for name in (word.folded, *joined)]
            names.append(Term(fields.SOUND, sound(word.folded), 2.0 * worth))
        said = (
            Term(of(fields.TOPIC), root, 2.0 * worth),
            Stemmed(of(fields.TITLE), (word.surface,), 2.0 * worth),
            Stemmed(of(fields.LEAD), (word.surface,), worth),
        )
        return Best((*names, *said), _TIE)
