"""Which contact cards stand first: the person named, the number dialled, the topic asked about."""

from search.engines.matching import Found
from search.plan.compiling import Compiler
from search.plan.plan import QueryPlan, Unit
from search.text.spelling import distance
from search.text.words import folded_words, plain

CANDIDATES = 8
_NAMESAKES = 3  # cards that may stand first
_COVERED = 0.5  # more than this part of a topic's words makes the question one about the topic


def lifted(plan: QueryPlan, compiler: Compiler, found: list[Found]) -> tuple[str, ...]:
    """Pages of the cards to put first, best first."""
    named = [card for card in found if _is_named(plan, card, compiler)]
    if named:
        best = named[0].score
        return tuple(card.page for card in named[:_NAMESAKES] if card.score >= best * 0.6)
    if compiler.has_intent(plan):
        return tuple(card.page for card in found[:_NAMESAKES])
    about = [card for card in found if _is_about(plan, card, compiler)]
    return tuple(card.page for card in about[:1])


def _content(plan: QueryPlan, compiler: Compiler) -> list[str]:
    """Folded words that say whom or what."""
    skipped = compiler.analysis.stop | compiler.analysis.intents
    return [word.folded for unit in plan.units for word in unit.words if word.folded not in skipped]


def _is_named(plan: QueryPlan, card: Found, compiler: Compiler) -> bool:
    """A word of the question is one of the holder's names, or the number is theirs."""
    if any(unit.numbers for unit in plan.units):
        return True
    names = _names(card)
    return any(_is_name(word, names) for word in _content(plan, compiler))


def _names(card: Found) -> set[str]:
    words = [folded_words(plain(name)) for name in card.record.versions[card.language]["names"]]
    joined = {first + second for parts in words for first, second in zip(parts, parts[1:], strict=False)}
    return joined.union(*words)


def _is_name(word: str, names: set[str]) -> bool:
    """The name itself, or close to it when it is long enough to tell."""
    return word in names or (len(word) >= 5 and any(distance(word, name) <= 1 for name in names))


def _is_about(plan: QueryPlan, card: Found, compiler: Compiler) -> bool:
    """The question covers most of one topic of the card, and says nothing else."""
    root = compiler.analysis.root
    for topic in card.record.versions[card.language]["topics"]:
        said = {root(word) for word in folded_words(plain(topic)) if word not in compiler.analysis.stop}
        if said and _covers(plan.units, said, compiler) > _COVERED:
            return True
    return False


def _covers(units: tuple[Unit, ...], topic: set[str], compiler: Compiler) -> float:
    """Which part of a topic's roots the question has; 0 when it has others."""
    covered: set[str] = set()
    for unit in units:
        if not compiler.is_content(unit):
            continue
        ways = [{compiler.analysis.root(word.folded) for word in words} for words in (unit.words, *unit.alternatives)]
        ways = [way - {compiler.analysis.root(stop) for stop in compiler.analysis.stop} or way for way in ways]
        fitting = [way for way in ways if way <= topic]
        if not fitting:
            return 0.0
        covered |= max(fitting, key=len)
    return len(covered) / len(topic)
