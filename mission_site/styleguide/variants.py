"""Every component with its variants and the values they take."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.html import format_html

from .samples import Samples, Values

Variants = list[tuple[str, Values]]


def one(**values: Any) -> Variants:
    """Return the only variant of a component."""
    return [("", values)]


def variants(code: str) -> dict[str, Variants]:
    """Return for every component its variants: a name and the values it takes."""
    samples = Samples(code)
    parts = (heads, texts, notices, frames, pictures, numbers, lists, people, searching)
    return {name: found for part in parts for name, found in part(samples, samples.w).items()}


def heads(s: Samples, w: Values) -> dict[str, Variants]:
    """Return what stands above a text."""
    day = {"place": w["place"], "text": w["date"], "datetime": "2022-02-14"}
    span = {"place": w["place"], "text": w["range"], "datetime": "2016-05-16"}
    month = {"text": w["month"], "datetime": "2016-05"}
    programme = {"acronym": "AVRR", "title": w["programme"], "lead": w["programme_lead"], "where": w["where"]}
    return {
        "kicker": one(kind=w["release"], links=[link("AVRR"), link(w["axis3"])]),
        "dateline": [
            ("day", {"dateline": day}),
            ("range", {"dateline": span}),
            ("no place", {"dateline": month}),
            ("unknown", {"dateline": {"place": w["place"], "text": w["unknown"]}}),
        ],
        "lead": one(text=w["lead"]),
        "tag": one(text=w["closed_tag"]),
        "tags": one(items=[link(w["topic"]), link("AVRR")]),
        "programme_header": one(status=w["ongoing"], period=w["since"], **programme),
        "section_header": one(title=w["latest"], id="sample-latest", url="?at=all", link=w["all_news"]),
    }


def texts(s: Samples, w: Values) -> dict[str, Variants]:
    """Return what stands in a text or after it."""
    said = {"text": w["quote"], "speaker": w["speaker"], "role": w["speaker_role"], "original_language": w["original"]}
    paragraph = format_html("<p>{}</p>", w["boilerplate"])
    rows = [[w["country1"], "666", "28 %"], [w["country2"], "1 711", "72 %"]]
    head = [w["country"], w["returns"], w["share_of"]]
    return {
        "quote": [("", said), ("without speaker", {"text": w["quote"]})],
        "callout": one(title=w["callout_title"], html=format_html("<p>{}</p>", w["callout"])),
        "notes": [
            ("", {"title": w["notes_title"], "text": w["notes"]}),
            ("boilerplate", {"title": w["boilerplate_title"], "html": paragraph}),
        ],
        "table": one(caption=w["table"], head=head, rows=rows, has_row_headings=True),
        "share": one(url="https://example.org/", title=w["title"]),
    }


def notices(s: Samples, w: Values) -> dict[str, Variants]:
    """Return what is said about the state of a page."""
    other = s.foreign_link()
    plain = {"title": w["callout_title"], "text": w["callout"]}
    return {
        "notice": [("", plain), ("error", {**plain, "is_error": True})],
        "notice_corrected": one(date=w["corrected_on"], text=w["corrected"], url="?at=first"),
        "notice_closed": [
            ("", {"name": "RDPP", "date": w["closed_on"], "url": "?at=p3"}),
            ("no date", {"name": "RDPP"}),
        ],
        "notice_stale": one(source=other, date=w["date"]),
        "notice_only_in": one(languages=[other]),
        "notice_degraded": one(),
        "empty": [("", {"query": "retuor", "suggestion": {"text": w["query"], "url": "?at=s"}}), ("no query", {})],
    }


def frames(s: Samples, w: Values) -> dict[str, Variants]:
    """Return what stands round a text."""
    crumbs = [link(w["home"]), link(w["menu"][0]), link(w["title2"])]
    large = {"action": "#search", "id": "sample-large", "query": w["query"], "large": True, "label": w["query"]}
    missing = {"title": w["organisation"], "text": w["lead"], "links": [s.foreign_link()]}
    return {
        "breadcrumbs": one(items=crumbs),
        "search_form": [("", {"action": "#search", "id": "sample-find", "label": w["topic"]}), ("large", large)],
        "pagination": one(page=Paginator(range(200), 10).page(7)),
        "not_found": one(**missing),
    }


def pictures(s: Samples, w: Values) -> dict[str, Variants]:
    """Return pictures and films."""
    shown = {"picture": s.picture(), "caption": w["caption"], "credit": w["credit"]}
    film = {"title": w["video"], "credit": w["credit"], "transcript": format_html("<p>{}</p>", w["transcript"])}
    away = {"url": "https://example.org/video", "host": "example.org"}
    return {
        "picture": one(picture=s.picture()),
        "figure": one(**shown),
        "gallery": one(items=[shown] * 3),
        "video": [("cover", {**film, **away, "cover": s.picture()}), ("no cover", {"title": w["video"], **away})],
    }


def numbers(s: Samples, w: Values) -> dict[str, Variants]:
    """Return figures."""
    return {
        "key_figures": one(items=s.figures()),
        "figures_band": one(items=s.figures(), title=w["figures"]),
        "chart": one(**s.bars()),
    }


def lists(s: Samples, w: Values) -> dict[str, Variants]:
    """Return lists of what there is to read."""
    ongoing = {"acronym": "AVRR", "title": w["programme"], "lead": w["programme_lead"], "status": w["ongoing"]}
    closed = {"acronym": "RDPP", "title": w["programme3"], "status": w["closed_tag"]}
    related = [{"title": w["title2"], "url": "?at=2", "kind": w["release"], "date": w["date"]}, link(w["title3"])]
    return {
        "news_rows": one(items=s.rows()),
        "axes": [("", {"items": s.axes()}), ("brief", {"items": s.axes(), "brief": True})],
        "programme_rows": one(
            items=[{**row, "url": "?at=p", "axes": [w["axis3"]]} for row in (ongoing, closed)], level="3"
        ),
        "attachments": one(items=s.attachments()),
        "document": one(item=s.attachments()[0]),
        "facts": one(title=w["donors"], items=[link(w["donor"]), {"title": w["donor2"]}]),
        "related": one(items=related),
    }


def people(s: Samples, w: Values) -> dict[str, Variants]:
    """Return who answers."""
    cards = [s.card(), s.card(is_open=False)]
    chosen = {"contacts": cards, "desk": s.desk(), "id": "block-contacts", "heading": w["who"]}
    return {
        "press_desk": [
            ("open", {"desk": s.desk(), "id": "desk-open"}),
            ("closed", {"desk": s.desk(is_open=False), "id": "desk-closed", "heading": w["menu"][3]}),
        ],
        "contact_card": [("answers", {"card": cards[0]}), ("closed, in full", {"card": cards[1], "full": True})],
        "contact_block": [("contacts", chosen), ("none chosen", {"desk": s.desk(), "id": "block-desk"})],
    }


def searching(s: Samples, w: Values) -> dict[str, Variants]:
    """Return filters, facets and results."""
    wrong = {"form": s.form(is_wrong=True), "action": "#", "label": w["menu"][3], "reset_url": "#"}
    return {
        "filters": [("", {"form": s.form(), "action": "#", "label": w["menu"][0]}), ("error", wrong)],
        "facets": one(facets=s.facets(), clear_url="?at=clear"),
        "search_results": one(items=s.results(), level="3"),
    }


def link(title: str) -> Values:
    """Return a link that leads nowhere."""
    return {"title": title, "url": "?at=sample"}
