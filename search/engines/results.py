"""Hits as readers see them: marked titles and extracts, the same whatever the engine."""

from collections.abc import Mapping

from search.engines.base import Completion, EngineSettings, FacetValue, SearchHit
from search.engines.correcting import APOSTROPHE
from search.engines.matching import PINNED, Found
from search.engines.pages import facet_values, read_date
from search.plan.compiling import Compiler
from search.plan.plan import QueryPlan, Unit
from search.text.highlighting import Marks, extract, mark, written

_DAY_AND_MONTH = 2  # words: a text may leave the year of a date out
_TELLING = 5  # letters of a word of several whose other forms are no other words


def marks_for(plan: QueryPlan, compiler: Compiler) -> Marks:
    """What to mark in one language: the reader's words, their other forms and their synonyms.

    What takes more than one word to say is marked where they stand together: half a synonym or number is another word.
    """
    analysis = compiler.analysis
    exact: set[str] = set()
    families: set[str] = set()
    runs: set[tuple[str, ...]] = set()
    for unit in plan.units:
        translated = [words for name, words in unit.translations if name == analysis.name]
        for words in (unit.words, *unit.alternatives, *translated):
            content = [word.folded for word in words if word.folded not in analysis.stop]
            if len(content) > 1:
                runs.add(tuple(map(analysis.family, content)))
                if content[-1].isdigit() and len(content) > _DAY_AND_MONTH:
                    runs.add(tuple(map(analysis.family, content[:-1])))
            typed = words is unit.words and not _says_one_thing(unit)
            apart = content if typed or len(content) == 1 else []
            exact.update(apart)
            if not unit.is_phrase:
                families.update(analysis.family(word) for word in apart if len(content) == 1 or len(word) >= _TELLING)
    if not (exact or runs):
        exact.update(word.folded for unit in plan.units for word in unit.words)
    return Marks(frozenset(exact), frozenset(families), analysis.family, runs=frozenset(runs), between=analysis.stop)


def _says_one_thing(unit: Unit) -> bool:
    """Whether the words of a unit mean nothing apart: a phrase, a day or a number in words."""
    return unit.is_phrase or any(word.folded.isdigit() for words in unit.alternatives for word in words)


def shown_in(found: Found, language: str, among: tuple[str, ...]) -> str:
    """The language of the version to show: the reader's where there is one and it may be shown, else the found one."""
    return language if language in found.record.versions and language in among else found.language


def hit(
    found: Found,
    marks: Marks,
    language: str,
    settings: EngineSettings,
    promoted: tuple[str, ...] = (),
    shown: str = "",
) -> SearchHit:
    """One result for a reader of `language`, in the version `shown` (the found one unless told)."""
    shown = shown or found.language
    version = found.record.versions[shown]
    html, in_attachment = _extract(version, marks)
    return SearchHit(
        key=f"{found.page}/{shown}",
        page=found.page,
        language=shown,
        kind=version["kind"],
        title=version["title"],
        url=version["url"],
        title_html=mark(version["title"], marks),
        extract_html=html,
        date=read_date(version["date"]),
        score=round(found.score, 4),
        is_other_language=found.language != language,
        found_in=found.language,
        versions=tuple(found.record.versions),
        is_card=version["is_card"],
        is_promoted=found.page in promoted,
        is_lifted=found.score >= PINNED,
        is_in_attachment=in_attachment,
        facets={name: tuple(facet_values(found.record.last, name)) for name in settings.facets},
        extra=version["extra"],
    )


def _extract(version: dict, marks: Marks) -> tuple[str, bool]:
    """Lead or body, whichever has more of the words; attachments only when neither has one."""
    lead_html, in_lead = extract(version["lead"], marks)
    body_html, in_body = extract(version["body"], marks)
    if in_lead or in_body:
        return (body_html if in_body > in_lead or not lead_html else lead_html), False
    if version["attachments"]:
        html, count = extract(version["attachments"], marks)
        if count:
            return html, True
    return lead_html or body_html, False


def completion(found: Found, marks: Marks, language: str) -> Completion:
    """One suggestion while typing for a reader of `language`; a card brings the names by which it is known."""
    shown = shown_in(found, language, (language,))
    version = found.record.versions[shown]
    return Completion(
        title=version["title"],
        title_html=mark(version["title"], marks),
        url=version["url"],
        kind=version["kind"],
        page=found.page,
        is_card=version["is_card"],
        language=shown,
        names=tuple(version["names"]),
    )


def facet_list(counts: Mapping[str, int], selected: tuple[str, ...]) -> tuple[FacetValue, ...]:
    """Most frequent first; what the reader chose is always there, even with nothing left."""
    complete = dict.fromkeys(selected, 0) | dict(counts)
    ordered = sorted(complete.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetValue(value, count, value in selected) for value, count in ordered if count or value in selected)


def with_accents(text: str, corrected: Mapping[str, str], found: list[Found]) -> str:
    """The corrected question with each corrected word as the results write it."""
    texts = []
    for item in found[:5]:
        version = item.record.versions[item.language]
        texts += [*version["names"], version["title"], version["lead"], version["body"]]
    for term in corrected.values():
        for part in term.replace(APOSTROPHE, " ").split():
            text = text.replace(part, written(part, texts))
    return text
