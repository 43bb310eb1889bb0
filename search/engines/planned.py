"""Searching, the same for both engines: plan, correct, lift cards, match, mark."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from search.engines import lifting
from search.engines.base import (
    LANGUAGE,
    Completion,
    EngineSettings,
    SearchHit,
    SearchQuery,
    SearchResult,
)
from search.engines.correcting import Correction, correct_unknown, correct_within
from search.engines.matching import Found, Matched, Matcher, Request, Tier, chosen_languages, clamped, pinned
from search.engines.results import completion, facet_list, hit, marks_for, shown_in, with_accents
from search.plan import fields
from search.plan.clauses import Best, Clause, Every, Everything, Fixed, Term
from search.plan.compiling import Compiler, compilers
from search.plan.plan import QueryPlan, make_plan
from search.plan.question import read_question
from search.text.analysis import analyses
from search.text.clean import clean
from search.text.highlighting import Marks

_MOST_CHOICES = 100  # values of one facet
_CARD_SCOPE = (Term(fields.CARD, "1", 0.0),)


class PlannedSearch:
    """Answers questions with the few things a Matcher can do."""

    def __init__(self, matcher: Matcher, settings: EngineSettings, name: str) -> None:
        self.matcher = matcher
        self.settings = settings
        self.name = name
        self.compilers = compilers(analyses(settings.languages))
        kinds = [one.analysis for one in self.compilers.values()]
        self.never_misspelt = frozenset().union(*(kind.stop | kind.intents for kind in kinds))

    def search(self, query: SearchQuery) -> SearchResult:
        """Results for the words asked, else for the words meant, else for some of the words.

        Which of these is decided without the reader's filters: a choice never changes what the words mean.
        """
        plan = self._plan(query, query.text)
        correction = Correction(plan.text)
        if query.correct:
            correction = correct_unknown(plan, query.language, self.matcher, self.never_misspelt)
            plan = self._plan(query, correction.text) if correction.words else plan
        matched, pins = self._answer(query, plan)
        if not self._is_answered(query, plan, matched):
            wide = self._plan(query, plan.text, is_wide=True)
            if wide == plan:
                return self._second_try(query, plan, correction, matched)
            plan = wide
            matched, pins = self._answer(query, plan)
            if not self._is_answered(query, plan, matched):
                return self._second_try(query, plan, correction, matched)
        return self._result(query, plan, matched, pins, correction)

    def _is_answered(self, query: SearchQuery, plan: QueryPlan, matched: Matched) -> bool:
        """Whether pages have what is asked for, be it that the reader's filters leave none of them."""
        return bool(matched.total or plan.is_empty or (query.filters and self._numbers(query, [(plan, None)])[0]))

    def _second_try(
        self, query: SearchQuery, plan: QueryPlan, correction: Correction, nothing: Matched
    ) -> SearchResult:
        """Nothing has all the words: one of them may be another's namesake; else show what has some of them.

        Where that is nothing as well, its facets still say what other choices would find.
        """
        if query.correct:
            within = correct_within(
                plan, query.language, self.matcher, lambda texts: self._finds(query, texts), self.never_misspelt
            )
            if within:
                plan = self._plan(query, within.text)
                merged = Correction(within.text, correction.words | within.words)
                matched, pins = self._answer(query, plan)
                return self._result(query, plan, matched, pins, merged)
        if correction.words.keys() & correction.named:
            correction = correction.without_names(query.text)
            plan = self._plan(query, correction.text, is_wide=True)
        compiler = self.compilers.get(query.language) or next(iter(self.compilers.values()))
        steps = compiler.least_units(plan)
        suggestion = correction.guess if correction.guess and self._finds(query, [correction.guess])[0] else ""
        counts = self._numbers(query, [(plan, least) for least in steps])
        for least, count in zip(steps, counts, strict=True):
            if count:
                matched, pins = self._answer(query, plan, least)
                result = self._result(query, plan, matched, pins, correction)
                return replace(result, is_partial=matched.total > 0, suggestion=suggestion)
        unchanged = self._result(query, plan, Matched(facets=nothing.facets), (), Correction(plan.text))
        return replace(unchanged, suggestion=suggestion)

    def _plan(self, query: SearchQuery, text: str, is_wide: bool = False) -> QueryPlan:
        return make_plan(text, query.language, query.vocabulary, self.settings, is_wide)

    def _languages(self, query: SearchQuery) -> tuple[str, ...]:
        return chosen_languages(query, tuple(self.settings.languages))

    def _finds(self, query: SearchQuery, texts: list[str]) -> list[int]:
        """How many results each wording has without the reader's filters."""
        return self._numbers(query, [(self._plan(query, text), None) for text in texts])

    def _numbers(self, query: SearchQuery, plans: list[tuple[QueryPlan, int | None]]) -> list[int]:
        """How many results each plan has without the reader's filters, with at least so many of its words."""
        free = replace(query, filters={})
        requests = [self._request(free, plan, least, is_counted=True) for plan, least in plans]
        return self.matcher.counts([request.union() for request in requests])

    def _filters(self, query: SearchQuery) -> dict[str, tuple[str, ...]]:
        """Choices among the facets there are; a value nobody could have stored finds nothing, but harms nothing."""
        chosen = ((name, values) for name, values in query.filters.items() if name in self.settings.facets)
        return {name: tuple(clean(str(value))[:200] for value in values[:_MOST_CHOICES]) for name, values in chosen}

    def _exclusions(self, plan: QueryPlan) -> tuple[Clause, ...]:
        """A page with an excluded word in one language does not come back in another."""
        unwanted = tuple(clause for compiler in self.compilers.values() for clause in compiler.excluded(plan))
        return (Fixed(Every((Everything(),), unwanted), 0.0),) if unwanted else ()

    def _request(
        self, query: SearchQuery, plan: QueryPlan, minimum: int | None = None, is_counted: bool = False
    ) -> Request:
        """The question for the matcher, without pages put first; without the worth of words when it is only counted."""
        if query.cards_only and query.language in self.compilers:
            plan = self.compilers[query.language].without_intents(plan)  # in the directory everybody wants a contact
        ordered = chosen_languages(replace(query, filters={}), tuple(self.settings.languages))
        compilers = [self.compilers[code] for code in ordered]
        tiers = tuple(
            Tier(compiler.language, compiler.clause(plan, minimum), () if is_counted else compiler.worth(plan))
            for compiler in compilers
        )
        _, size, offset = clamped(query)
        names = (LANGUAGE, *self.settings.facets)
        return Request(
            tiers=tiers,
            chosen=self._languages(query),
            filters=self._filters(query),
            scope=(*(_CARD_SCOPE if query.cards_only else ()), *self._exclusions(plan)),
            facets=names if query.facets is None else tuple(name for name in query.facets if name in names),
            sort="date" if plan.is_empty and not query.cards_only else query.sort,
            offset=offset,
            size=size,
            today=query.today or dt.date.today(),
        )

    def _answer(
        self, query: SearchQuery, plan: QueryPlan, minimum: int | None = None
    ) -> tuple[Matched, tuple[str, ...]]:
        """What matched, pages put first among it."""
        request = self._request(query, plan, minimum)
        pins = tuple(dict.fromkeys((*plan.pins, *self._cards(query, plan, request))))
        if pins and request.tiers and request.sort == "relevance":
            request = replace(request, tiers=(pinned(request.tiers[0], pins), *request.tiers[1:]))
        return self.matcher.match(request), plan.pins

    def _cards(self, query: SearchQuery, plan: QueryPlan, request: Request) -> tuple[str, ...]:
        """Contact cards the words name."""
        compiler = self.compilers.get(query.language)
        if not query.lift_cards or plan.is_empty or compiler is None or request.sort != "relevance":
            return ()
        found: list[Found] = []
        for clause in (compiler.card(plan), compiler.press(plan), compiler.card_about(plan)):
            if clause is not None and not found:
                tier = Tier(query.language, clause)
                wanted = replace(request, tiers=(tier,), chosen=(query.language,), facets=(), offset=0)
                found = self.matcher.match(replace(wanted, size=lifting.CANDIDATES)).found
        return lifting.lifted(plan, compiler, found, lambda: self._pages(request))

    def _pages(self, request: Request) -> list[Found]:
        """The first pages there would be if there were no cards."""
        found = self.matcher.match(replace(request, facets=(), offset=0, size=lifting.CANDIDATES)).found
        return [one for one in found if not one.record.last["is_card"]]

    def _result(
        self,
        query: SearchQuery,
        plan: QueryPlan,
        matched: Matched,
        pins: tuple[str, ...],
        correction: Correction,
    ) -> SearchResult:
        """The answer in the form readers see."""
        page, size, _ = clamped(query)
        marks = {code: marks_for(plan, compiler) for code, compiler in self.compilers.items()}
        among = self._languages(query)
        shown = [(found, shown_in(found, query.language, among)) for found in matched.found]
        hits = tuple(hit(found, marks[code], query.language, self.settings, pins, code) for found, code in shown)
        facets = {
            name: facet_list(counts, tuple(query.filters.get(name, ()))) for name, counts in matched.facets.items()
        }
        return SearchResult(
            hits=hits,
            total=matched.total,
            facets=facets,
            page=page,
            pages=-(-min(matched.total, 10_000) // size),
            size=size,
            corrected_from=read_question(query.text, self.settings.region).text if correction.words else "",
            corrected_to=with_accents(plan.text, correction.words, matched.found) if correction.words else "",
            engine=self.name,
        )

    def autocomplete(self, text: str, language: str, limit: int = 8) -> tuple[Completion, ...]:
        """Titles whose words begin like the last word and hold the others; the reader's language first."""
        words = read_question(text, self.settings.region).words
        if not words or len(words[-1].folded) < 2:
            return ()
        found: list[Found] = []
        for code in chosen_languages(SearchQuery("", language), tuple(self.settings.languages)):
            if len(found) < limit:
                seen = {item.page for item in found}
                more = self.matcher.beginning(self._beginning(self.compilers[code], words), limit, code)
                found += [item for item in more if item.page not in seen]
        folded = frozenset(word.folded for word in words)
        return tuple(completion(item, Marks(folded, prefix=words[-1].folded), language) for item in found[:limit])

    @staticmethod
    def _beginning(compiler: Compiler, words: tuple) -> Clause:
        """Every word of the text but the last as a whole or a beginning, the last as a beginning."""
        begun = compiler.of(fields.BEGINNING)
        whole = compiler.of(fields.EXACT_TITLE)
        ways = [
            Best((Term(whole, word.folded, 1.5), Term(fields.NAMES, word.folded, 2.0), Term(begun, word.folded[:15])))
            for word in words
            if word.folded not in compiler.analysis.stop or word is words[-1]
        ]
        return Every((Term(fields.LANGUAGE, compiler.language, 0.0), *ways))

    def more_like(self, page: str, language: str, limit: int = 4) -> tuple[SearchHit, ...]:
        """Pages of the same language about the same things."""
        record = self.matcher.page_record(page)
        if record is None or language not in record.versions or language not in self.compilers:
            return ()
        found = self.matcher.like(record, language, limit)
        return tuple(hit(item, Marks(), language, self.settings) for item in found[:limit])
