"""What a plan means in one language: a tree of clauses with the weights of the fields."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from search.plan import fields
from search.plan.cards import CardCompiler
from search.plan.clauses import Best, Clause, Every, Fixed, Phrase, Some, Stemmed, Term
from search.plan.plan import QueryPlan, Unit, required
from search.plan.question import Asked
from search.text.analysis import Analysis

_SYNONYM = 0.8  # worth of another word beside the reader's own
_TRANSLATION = 0.5
_NEAR = 0.8  # worth of standing together as asked
_MOST_PAIRS = 4
_COMPLETE = 5.0  # worth of having all that was asked for, where some would do
_WORD_FIELDS = ((fields.EXACT_TITLE, 3.0), (fields.EXACT, 1.1))
_STEM_FIELDS = ((fields.TITLE, 2.4), (fields.LEAD, 1.5), (fields.TEXT, 1.0), (fields.FILE, 0.6))
_TOPIC = 1.2


@dataclass(frozen=True)
class Compiler:
    """One language's view of plans; `others` are the analyses of the languages beside it."""

    language: str
    analysis: Analysis
    others: tuple[Analysis, ...] = ()

    def of(self, name: str) -> str:
        """This language's field."""
        return fields.of(name, self.language)

    def clause(self, plan: QueryPlan, minimum: int | None = None) -> Clause:
        """What a version in this language must hold; `minimum` overrides how many units must match."""
        wanted, _ = self.sorted_units(plan.units)
        if not wanted:
            return self.all()
        least = required(len(wanted)) if minimum is None else min(minimum, len(wanted))
        easier = minimum is not None
        return Some(self._units(wanted, easier), max(1, least))

    def excluded(self, plan: QueryPlan) -> tuple[Clause, ...]:
        """What a page must not hold in this language."""
        return tuple(self._unit(unit) for unit in plan.excluded)

    def worth(self, plan: QueryPlan) -> tuple[Clause, ...]:
        """What the words are worth where they stand: in a title, a name, a lead, close together."""
        wanted, loose = self.sorted_units(plan.units)
        words: list[Clause] = []
        for place, unit in enumerate(wanted + loose):
            if not (unit.is_phrase or unit.numbers):
                words.append(self._worth(unit, self.neighbours(wanted, place) if place < len(wanted) else ()))
        return (*words, *self._nearness(wanted), *self._completeness(wanted))

    def all(self) -> Clause:
        """Every version in this language."""
        return Term(fields.LANGUAGE, self.language, 0.0)

    def least_units(self, plan: QueryPlan) -> list[int]:
        """How few units to ask for, step by step, when all that should match find nothing."""
        units = self.sorted_units(plan.units)[0]
        count = len(units) if any(len(unit.words) > 1 for unit in units) else len(units) - 1
        return [
            least
            for least in dict.fromkeys((min(count, required(len(units))), len(units) // 2, 1))
            if 0 < least <= count
        ]

    def is_content(self, unit: Unit) -> bool:
        """Whether a unit says anything: a phrase, a number, an expression, or a word that is no stop word."""
        special = unit.is_phrase or unit.numbers or unit.alternatives
        return bool(special) or bool(self._content(unit.words))

    def sorted_units(self, units: tuple[Unit, ...]) -> tuple[list[Unit], list[Unit]]:
        """Units that count and units that only add; when all are stop words, all count."""
        content = [unit for unit in units if self.is_content(unit)]
        if not content:
            return list(units), []
        loose = [unit for unit in content if self._is_foreign_stop(unit) or self._is_light(unit)]
        wanted = [unit for unit in content if unit not in loose]
        return (wanted, loose) if wanted else (content, [])

    def _is_foreign_stop(self, unit: Unit) -> bool:
        """A stop word of another language may be left out: readers mix languages."""
        if unit.is_phrase or unit.numbers or unit.alternatives:
            return False
        return all(
            not word.is_acronym and any(word.folded in other.stop for other in self.others) for word in unit.words
        )

    def _is_light(self, unit: Unit) -> bool:
        """A word that most pages have, or that only asks, decides nothing beside others."""
        if unit.is_phrase or unit.numbers:
            return False
        return all(any(word.folded in kind.light for kind in (self.analysis, *self.others)) for word in unit.words)

    def _units(self, units: list[Unit], easier: bool = False) -> tuple[Clause, ...]:
        return tuple(self._unit(unit, self.neighbours(units, place), easier) for place, unit in enumerate(units))

    def _unit(self, unit: Unit, joined: tuple[str, ...] = (), easier: bool = False) -> Clause:
        """A unit in its own words or another way: as little work as can be, since it decides what is counted."""
        if unit.numbers:
            numbers = (self._here(Term(fields.PHONES, term, 8.0)) for term in unit.numbers)
            return Best((*numbers, self._phrase(unit.words)))
        if unit.is_phrase:
            return self._phrase(unit.words)
        others = self._others(unit)
        ways: list[Clause] = []
        if self._content(unit.words) or not others:
            ways.append(self._own_words(unit.words, easier))
        for name in joined:
            ways += [self._here(Term(fields.NAMES, name)), self._joined(name)]
        ways += [self._other_words(words) for words, _ in others]
        return ways[0] if len(ways) == 1 else Best(tuple(ways))

    def _others(self, unit: Unit) -> list[tuple[tuple[Asked, ...], float]]:
        """Other ways to say a unit in this language with their worth; none that says nothing in it (OMS is not who)."""
        found = [(words, _SYNONYM) for words in unit.alternatives]
        found += [(words, _TRANSLATION) for name, words in unit.translations if name == self.analysis.name]
        return [(words, worth) for words, worth in found if self._content(words)]

    def _joined(self, word: str) -> Clause:
        """Two words asked for that the page writes as one: wild fire, wildfire."""
        return Term(self.of(fields.FAMILY), self.analysis.family(word), 0.4)

    def _here(self, clause: Clause) -> Clause:
        """A field that all languages share matches only pages that have this language."""
        return Every((clause, self.all()))

    def _content(self, words: tuple[Asked, ...]) -> list[Asked]:
        return [word for word in words if word.folded not in self.analysis.stop]

    def _own_words(self, words: tuple[Asked, ...], easier: bool) -> Clause:
        """All words of a short expression, all but one of a long one; stop words only where there is nothing else."""
        content = self._content(words)
        if not content:
            clauses: tuple[Clause, ...] = tuple(Term(self.of(fields.EXACT), word.folded) for word in words)
        else:
            clauses = tuple(self._family(word) for word in content)
        least = (len(clauses) + 1) // 2 if easier else required(len(clauses))
        return clauses[0] if len(clauses) == 1 else Some(clauses, least)

    def _family(self, word: Asked) -> Clause:
        return Term(self.of(fields.FAMILY), self.analysis.family(word.folded), 0.4)

    def _other_words(self, words: tuple[Asked, ...]) -> Clause:
        """A synonym: one word like any word, several next to each other."""
        content = self._content(words)
        if len(content) == 1:
            return self._family(content[0])
        surfaces = tuple(word.surface for word in words)
        return Best(
            (
                Stemmed(self.of(fields.TITLE), surfaces, 0.4),
                Stemmed(self.of(fields.TEXT), surfaces, 0.4),
                Phrase(self.of(fields.EXACT), tuple(word.folded for word in words), 0.4),
            )
        )

    def _worth(self, unit: Unit, joined: tuple[str, ...]) -> Clause:
        """What a unit adds to the score, in its own words or another way."""
        own = tuple(self.word(word, 1.0, joined) for word in self._content(unit.words) or unit.words)
        others = self._others(unit)
        ways: list[Clause] = []
        if self._content(unit.words) or not others:
            ways.append(own[0] if len(own) == 1 else Some(own))
        for words, worth in others:
            surfaces = tuple(word.surface for word in words)
            if len(words) == 1:
                ways.append(self.word(words[0], worth))
            else:
                ways += [Stemmed(self.of(name), surfaces, boost * worth) for name, boost in _STEM_FIELDS[:3]]
        ways += [self.word(Asked(word, word)) for word in joined]
        return ways[0] if len(ways) == 1 else Best(tuple(ways))

    def _phrase(self, words: tuple[Asked, ...]) -> Clause:
        """Exactly these words in this order."""
        terms = tuple(word.folded for word in words)
        weighted = ((fields.EXACT_TITLE, 3.0), (fields.EXACT, 1.0))
        if len(terms) == 1:
            ways: Iterable[Clause] = (Term(self.of(name), terms[0], boost) for name, boost in weighted)
        else:
            ways = (Phrase(self.of(name), terms, boost) for name, boost in weighted)
        return Best(tuple(ways))

    def word(self, word: Asked, worth: float = 1.0, joined: tuple[str, ...] = ()) -> Clause:
        """One word in any field."""
        root = self.analysis.root(word.folded)
        names: list[Clause] = [Term(fields.NAMES, name, 3.0 * worth) for name in (word.folded, *joined)]
        exact: list[Clause] = [Term(self.of(name), word.folded, boost * worth) for name, boost in _WORD_FIELDS]
        stems: list[Clause] = [Stemmed(self.of(name), (word.surface,), boost * worth) for name, boost in _STEM_FIELDS]
        return Best((*names, *exact, *stems, Term(self.of(fields.TOPIC), root, _TOPIC * worth)))

    def neighbours(self, units: list[Unit], place: int) -> tuple[str, ...]:
        """This word joined with the one before and the one after: Ben Ali is written Benali too."""
        if len(units[place].words) != 1 or units[place].is_phrase:
            return ()
        around = [unit.words[0].folded for unit in units[max(0, place - 1) : place + 2] if len(unit.words) == 1]
        return tuple(first + second for first, second in zip(around, around[1:], strict=False))

    def _nearness(self, wanted: list[Unit]) -> tuple[Clause, ...]:
        """Worth more when the words stand close together in the order asked."""
        words = [word for unit in wanted if not unit.numbers for word in unit.words]
        if not 2 <= len(words) <= 6:
            return ()
        content = self._content(tuple(words))
        pairs = [(one.surface, next_one.surface) for one, next_one in pairwise(content)][:_MOST_PAIRS]
        together = (Stemmed(self.of(fields.TEXT), pair, _NEAR) for pair in pairs)
        return (Phrase(self.of(fields.EXACT_TITLE), tuple(word.folded for word in words), 1.0, 3), *together)

    def _completeness(self, wanted: list[Unit]) -> tuple[Clause, ...]:
        """A page with everything goes before one that says most of it in its title."""
        if required(len(wanted)) == len(wanted):
            return ()
        units = self._units(wanted)
        return (Fixed(Some(units, len(units)), _COMPLETE),)

    def card(self, plan: QueryPlan) -> Clause | None:
        """A contact card these words name; the press's own when one only asks to be put through."""
        return CardCompiler(self).clause(plan)

    def card_about(self, plan: QueryPlan) -> Clause | None:
        """A card about some of the words, where a person is asked for; a name or number must be the right one."""
        if not self.has_intent(plan) or any(unit.numbers for unit in plan.units):
            return None
        return CardCompiler(self, by_name=False).clause(plan)

    def press(self, plan: QueryPlan) -> Clause | None:
        """The press's own card, where no other answers who is asked for."""
        return CardCompiler(self).press(plan)

    def without_intents(self, plan: QueryPlan) -> QueryPlan:
        """The plan without the words that only say one wants to reach somebody, where others are left."""
        units = tuple(unit for unit in plan.units if not self.is_intent(unit))
        return replace(plan, units=units) if any(map(self.is_content, units)) else plan

    def has_intent(self, plan: QueryPlan) -> bool:
        """Whether the reader asks for a person to speak to."""
        wanting = [word.folded for unit in plan.units if self.is_intent(unit) for word in unit.words]
        asks_whom = any(word.folded in self.analysis.whom for word in plan.words)
        return any(asks_whom or word not in self.analysis.vague for word in wanting)

    def is_intent(self, unit: Unit) -> bool:
        """Whether a unit only says that one wants to reach somebody."""
        return not unit.numbers and all(word.folded in self.analysis.intents for word in unit.words)


def compilers(kinds: Mapping[str, Analysis]) -> dict[str, Compiler]:
    """One compiler per language."""
    return {
        code: Compiler(code, kind, tuple(other for name, other in kinds.items() if name != code))
        for code, kind in kinds.items()
    }
