"""One request of the shared search as one search of the server: hits, total and all facets at once."""

import datetime as dt

from search.engines.base import LANGUAGE
from search.engines.elastic.client import Search
from search.engines.elastic.mapping import PUBLISHED
from search.engines.elastic.queries import Body, Written, combined, constant, query, terms
from search.engines.matching import FRESHNESS, HALF_LIFE, Request, Tier
from search.plan import fields
from search.plan.clauses import Fixed

_STEP = 1_000.0  # between a tier and the next: more than any text is worth, less than a pin
_MOST_VALUES = 2_000  # of one facet


def search_for(request: Request) -> Search:
    """The whole request; filters apply after counting, so that a facet's own choice does not hide its other values."""
    giving = request.giving
    others = [tier for tier in request.tiers if tier not in giving]
    tiers = [_tier(request, tier, place) for place, tier in enumerate(giving)]
    counted = [constant(query(tier.clause), 0.0) for tier in others]
    main = combined(
        must=[combined(should=[*tiers, *counted], minimum_should_match=1)],
        should=[query(clause) for tier in giving for clause in tier.worth if isinstance(clause, Fixed)],
        filter=[query(clause) for clause in request.scope],
        minimum_should_match=0,
    )
    search = Search().query(Written(main)).source([fields.SOURCE])
    if condition := _condition(request):
        search = search.post_filter(Written(condition))
    search = search.extra(track_total_hits=True)[request.offset : request.offset + request.size]
    if request.sort == "date":
        search = search.sort("_score", {fields.DAY: "desc"})
    _count(search, request)
    return search


def _tier(request: Request, tier: Tier, place: int) -> Body:
    """What one language gives: pages of earlier tiers are not its own, so their score stays that of the first."""
    before = [query(earlier.clause) for earlier in request.giving[:place]]
    step = constant({"match_all": {}}, _STEP * (len(request.giving) - 1 - place))
    match = query(tier.clause)
    if request.sort == "date":
        return combined(must=[step], filter=[match], must_not=before, _name=tier.language)
    worth = [query(clause) for clause in tier.worth if not isinstance(clause, Fixed)]
    words = combined(must=[match], should=worth, minimum_should_match=0)
    return combined(must=[step, _weighted(words, request.today)], must_not=before, _name=tier.language)


def _weighted(words: Body, today: dt.date) -> Body:
    """Recency and the editors' weight multiply, and need no new indexing."""
    fresh = {
        "filter": {"exists": {"field": PUBLISHED}},
        "exp": {PUBLISHED: {"origin": today.isoformat(), "scale": f"{HALF_LIFE:.0f}d", "decay": 0.5}},
        "weight": FRESHNESS,
    }
    functions = [{"weight": 1.0}, fresh]
    recent = {"query": words, "functions": functions, "score_mode": "sum", "boost_mode": "multiply"}
    factor = {"field_value_factor": {"field": fields.WEIGHT, "missing": 1.0}}
    weighted = {"query": {"function_score": recent}, "functions": [factor], "boost_mode": "multiply"}
    return {"function_score": weighted}


def beginning_for(words: Body, limit: int, today: dt.date) -> Search:
    """Suggestions while typing."""
    search = Search().query(Written(_weighted(words, today))).source([fields.SOURCE])
    return search.extra(track_total_hits=False)[:limit]


def _condition(request: Request, leaving_out: str = "") -> Body | None:
    """Found in a chosen language, with the filters; None when the query itself already says all that."""
    conditions = _filters(request, leaving_out)
    if len(request.giving) < len(request.tiers):
        chosen = [query(tier.clause) for tier in request.giving]
        conditions.append(combined(should=chosen, minimum_should_match=1))
    return combined(filter=conditions) if conditions else None


def _filters(request: Request, leaving_out: str = "") -> list[Body]:
    named = ((name, values) for name, values in request.filters.items() if name != leaving_out and values)
    return [terms(fields.facet(name), values) for name, values in named]


def _count(search: Search, request: Request) -> None:
    """Add the counts of every facet; each language is counted whatever languages are chosen."""
    everything: Body = {"match_all": {}}
    for name in request.facets:
        if name == LANGUAGE:
            ways = {tier.language: Written(query(tier.clause)) for tier in request.tiers}
            bucket = search.aggs.bucket(name, "filter", filter=Written(combined(filter=_filters(request))))
            bucket.bucket("values", "filters", filters=ways)
        else:
            bucket = search.aggs.bucket(name, "filter", filter=Written(_condition(request, name) or everything))
            bucket.bucket("values", "terms", field=fields.facet(name), size=_MOST_VALUES)
