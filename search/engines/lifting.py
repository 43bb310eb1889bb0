"""Which contact cards stand first: the person named, the number dialled, the topic asked about."""

import re
from collections.abc import Callable
from dataclasses import replace

from search.engines.matching import Found
from search.plan.compiling import Compiler
from search.plan.plan import QueryPlan, Unit
from search.text.fold import fold
from search.text.spelling import distance
from search.text.words import folded_words, plain

CANDIDATES = 8
_NAMESAKES = 3  # cards that may stand first
_NEARLY = 0.6  # of the best card's score
_LISTED = re.compile(r"[,;:.()·–—،؛]")
_COVERED = 0.5  # more than this part of a topic's words makes the question one about the topic


def lifted(
    plan: QueryPlan, compiler: Compiler, found: list[Found], pages: Callable[[], list[Found]]
) -> tuple[str, ...]:
    """Pages to put first, best first: cards, after the best of `pages` where a bare word names a place or programme.

    Whoever types "Oujda" or "AVRR" wants to read of it, and next to know who speaks about it; for what a card alone
    is about, by its own lead, it comes first.
    """
    named = [card for card in found if _is_named(plan, card, compiler)]
    if named:
        return _best(named)
    if compiler.has_intent(plan):
        return _best(found)
    if (rest := compiler.without_intents(plan)) != plan:  # the number of the press office: a role, nothing else
        return tuple(card.page for card in found if _is_role(rest, card, compiler))[:1]
    about = [card for card in found if _is_about(plan, card, compiler)]
    if not about:
        return tuple(card.page for card in found if _lists(plan, card, compiler))[:1]
    role = next((card.page for card in about if _is_role(plan, card, compiler)), "")
    topics = {fold(topic) for topic, part in _topics(plan, about[0], compiler).items() if part}
    return (role,) if role else (*_itself(topics, pages()), about[0].page)


def _itself(topics: set[str], pages: list[Found]) -> tuple[str, ...]:
    """The page that has a topic for its title, a programme's own; else the best there is."""
    titled = (page for page in pages if fold(page.record.versions[page.language]["title"]) in topics)
    best = next(titled, pages[0] if pages else None)
    return (best.page,) if best else ()


def _best(cards: list[Found]) -> tuple[str, ...]:
    """The first, and those nearly as good."""
    return tuple(card.page for card in cards[:_NAMESAKES] if card.score >= cards[0].score * _NEARLY)


def _content(plan: QueryPlan, compiler: Compiler) -> list[str]:
    """Folded words that say whom or what."""
    skipped = compiler.analysis.stop | compiler.analysis.intents
    return [word.folded for unit in plan.units for word in unit.words if word.folded not in skipped]


def _is_named(plan: QueryPlan, card: Found, compiler: Compiler) -> bool:
    """A word of the question is one of the holder's names, or the number is theirs."""
    if any(unit.numbers for unit in plan.units) or _is_addressed(plan, card):
        return True
    names = _names(card)
    return any(_is_name(word, names) for word in _content(plan, compiler))


def _is_addressed(plan: QueryPlan, card: Found) -> bool:
    """The question holds an e-mail address of the card's."""
    addresses = (topic for topic in card.record.versions[card.language]["topics"] if "@" in topic)
    return any(address.lower() in plan.text.lower() for address in addresses)


def _names(card: Found) -> set[str]:
    words = [folded_words(plain(name)) for name in card.record.versions[card.language]["names"]]
    joined = {first + second for parts in words for first, second in zip(parts, parts[1:], strict=False)}
    return joined.union(*words)


def _is_name(word: str, names: set[str]) -> bool:
    """The name itself, or close to it when it is long enough to tell."""
    return word in names or (len(word) >= 5 and any(distance(word, name) <= 1 for name in names))


def _is_about(plan: QueryPlan, card: Found, compiler: Compiler) -> bool:
    """The question covers most of one topic of the card, and says nothing else."""
    return any(part > _COVERED for part in _topics(plan, card, compiler).values())


def _lists(plan: QueryPlan, card: Found, compiler: Compiler) -> bool:
    """The question, in its very words, covers most of one thing that the card's lead lists, and says nothing else."""
    said = tuple(replace(unit, alternatives=()) for unit in plan.units)
    listed = _LISTED.split(card.record.versions[card.language]["lead"])
    return any(_covers(said, roots, compiler) > _COVERED for text in listed if (roots := _roots(text, compiler)))


def _topics(plan: QueryPlan, card: Found, compiler: Compiler) -> dict[str, float]:
    """Which part of each of the card's topics the question covers."""
    return {
        topic: _covers(plan.units, _roots(topic, compiler) or {""}, compiler)
        for topic in card.record.versions[card.language]["topics"]
    }


def _roots(text: str, compiler: Compiler) -> set[str]:
    return {compiler.analysis.root(word) for word in folded_words(plain(text)) if word not in compiler.analysis.stop}


def _is_role(plan: QueryPlan, card: Found, compiler: Compiler) -> bool:
    """The card's own title says all that is asked."""
    title = _roots(card.record.versions[card.language]["title"], compiler)
    return _covers(plan.units, title, compiler) > 0


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
