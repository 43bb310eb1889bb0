"""Invented values for the style guide: every component with its variants, in any language there are words for."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from languages import registry

FOLDER = Path(__file__).parent / "samples"
Values = dict[str, Any]


def words(code: str) -> Values:
    """Return the words of a language, those of the default language when it has none."""
    path = FOLDER / f"{code}.json"
    return json.loads((path if path.exists() else FOLDER / f"{registry.default()}.json").read_text(encoding="utf-8"))


class Samples:
    """The values that several components share, in one language."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.w = words(code)
        self.foreign = next(language for language in registry.all_languages() if language.code != code)

    def desk(self, *, is_open: bool = True) -> Values:
        """Return a press desk, open or closed."""
        w = self.w
        return {
            "is_open": is_open, "phone_display": "05 00 00 00 01", "phone_uri": "tel:+212500000001",
            "email": "presse@example.org", "name": w["desk_name"], "role": w["desk_role"], "languages": w["languages"],
            "until": w["until"], "next_open": w["opens"], "hours": w["hours"], "url": "#contacts",
        }  # fmt: skip

    def frame(self) -> Values:
        """Return what base.html takes from the context processor."""
        w = self.w
        menu = [{"title": title, "url": f"#menu-{n}", "is_current": n == 0} for n, title in enumerate(w["menu"])]
        here = registry.language(self.code) if self.code in registry.codes() else None
        links = [
            {"code": language.code, "name": language.name, "direction": language.direction, "is_current": language == here,
             "exists": True, "url": f"?language={language.code}"}
            for language in registry.all_languages()
        ]  # fmt: skip
        return {
            "organisation": {
                "name": w["organisation"],
                "tagline": w["tagline"],
                "address": w["address"],
                "home_url": "#home",
            },
            "desk": self.desk(),
            "site_menu": menu,
            "languages_links": links,
            "search_box": {"url": "#search", "query": ""},
            "site_feeds": [{"title": w["feed"], "url": "#feed"}],
            "site_links": [
                {"title": w["accessibility"], "url": "#accessibility"},
                {"title": w["legal"], "url": "#legal"},
            ],
        }

    def picture(self) -> Values:
        """Return a drawn picture."""
        return {"src": static("icons/hills.svg"), "width": 1600, "height": 900, "alt": self.w["alt"]}

    def rows(self) -> list[Values]:
        """Return rows of news: an exact day, a range, a month, one in another language, one of a closed programme."""
        w = self.w
        return [
            {"url": "#1", "title": w["title"], "date": {"text": w["date"], "datetime": "2022-02-14"}, "place": w["place"],
             "kind": w["release"], "programmes": ["AVRR"], "summary": w["lead"]},
            {"url": "#2", "title": w["title2"], "date": {"text": w["range"], "datetime": "2016-05-16"}, "place": w["place"],
             "kind": w["release"], "programmes": ["RDPP"], "tag": w["closed_tag"]},
            {"url": "#3", "title": w["title3"], "date": {"text": w["month"], "datetime": "2016-05"}, "place": w["place"],
             "kind": w["event"]},
            {"url": "#4", "title": words(self.foreign.code)["title4"], "date": {"text": w["unknown"]}, "place": w["place2"],
             "kind": w["story"], "programmes": ["FORSATY"], "language": self.foreign.code,
             "direction": self.foreign.direction},
        ]  # fmt: skip

    def card(self, *, is_open: bool = True) -> Values:
        """Return a contact card."""
        w = self.w
        return {
            "name": w["card_name"], "role": w["card_role"], "url": "#card", "email": "avrr@example.org", "is_open": is_open,
            "phones": [{"display": "05 00 00 00 02", "uri": "tel:+212500000002", "label": w["desk_phone"]}],
            "state": w["card_state"] if is_open else w["card_state_closed"], "languages": w["languages"],
            "media": w["media"], "covers": ["AVRR", w["topic"]], "office": w["office"], "hours": w["hours"],
            "verified": {"text": w["verified"], "datetime": "2022-03-03"}, "vcard_url": "#vcf",
        }  # fmt: skip

    def figures(self) -> list[Values]:
        """Return key figures."""
        w = self.w
        return [
            {"number": "2 377", "what": w["figure1"], "as_of": "2021", "source": w["source"]},
            {"number": "22 100", "what": w["figure2"], "as_of": w["month"], "source": "RDPP"},
            {"number": "63", "unit": w["people"], "what": w["figure3"], "as_of": w["month"]},
        ]

    def bars(self) -> Values:
        """Return a chart; only its last value is a fact."""
        w = self.w
        values = (("2018", 1508), ("2019", 1401), ("2020", 486), ("2021", 2377))
        rows = [
            {"label": label, "value": value, "display": f"{value:,}".replace(",", " "), "is_latest": label == "2021"}
            for label, value in values
        ]
        return {"title": w["chart"], "period": w["year"], "what": w["returns"], "source": w["example"], "rows": rows}

    def axes(self) -> list[Values]:
        """Return the axes with their programmes."""
        w = self.w
        programmes = (
            [],
            [{"acronym": "FORSATY", "title": w["programme2"], "url": "#p2"}],
            [{"acronym": "AVRR", "title": w["programme"], "url": "#p1"},
             {"acronym": "RDPP", "title": w["programme3"], "url": "#p3", "tag": w["closed_tag"]}],
        )  # fmt: skip
        return [
            {
                "number": n,
                "title": w[f"axis{n}"],
                "text": w[f"axis_text{n}"],
                "url": f"#axis{n}",
                "programmes": programmes[n - 1],
            }
            for n in (1, 2, 3)
        ]

    def attachments(self) -> list[Values]:
        """Return documents, one of them in another language."""
        return [
            {"title": self.w["kit"], "url": "#kit", "format": "PDF", "size": "4,2 Mo"},
            {
                "title": words(self.foreign.code)["kit"],
                "url": "#kit2",
                "format": "PDF",
                "size": "0,8 Mo",
                "language": self.foreign,
            },
        ]

    def form(self, *, is_wrong: bool = False) -> forms.Form:
        """Return a filter form, with an error where asked."""
        w = self.w

        class Filter(forms.Form):
            """A search field, a choice and a field that cannot be used."""

            query = forms.CharField(label=w["topic"], required=False, max_length=4)
            year = forms.ChoiceField(label=w["field"], required=False, choices=[("", w["all"]), ("2022", "2022")])
            region = forms.ChoiceField(label=w["region_label"], required=False, disabled=True, choices=[("", w["all"])])

        return Filter({"query": w["title"]} if is_wrong else None, prefix="wrong" if is_wrong else None)

    def facets(self) -> list[Values]:
        """Return facets, one value chosen."""
        w = self.w
        chosen = {"label": w["release"], "count": 12, "url": "#f1", "is_selected": True}
        return [
            {
                "name": "kind",
                "label": w["kind_label"],
                "values": [chosen, {"label": w["story"], "count": 3, "url": "#f2"}],
            },
            {
                "name": "region",
                "label": w["region_label"],
                "values": [{"label": w["place2"], "count": 4, "url": "#f3"}],
            },
        ]

    def results(self) -> list[Values]:
        """Return search results, one found in another language."""
        w, other = self.w, words(self.foreign.code)
        return [
            {"url": "#r1", "title": w["title"], "extract": _marked(w["extract"]), "kind": w["release"],
             "date": {"text": w["date"], "datetime": "2022-02-14"}, "programmes": ["AVRR"]},
            {"url": "#r2", "title": other["title2"], "extract": _marked(other["extract"]), "kind": w["release"],
             "language": self.foreign.code, "direction": self.foreign.direction, "found_in": w["found_in"]},
        ]  # fmt: skip


def _marked(text: str) -> str:
    return mark_safe(text)  # noqa: S308 our own file


def variants(code: str) -> dict[str, list[tuple[str, Values]]]:
    """Return for every component its variants: a name and the values it takes."""
    s = Samples(code)
    return {name: make(s) for name, make in {**_words(s), **_lists(s)}.items()}


def _words(s: Samples) -> dict[str, Callable[[Samples], list[tuple[str, Values]]]]:
    w = s.w
    link = {"code": s.foreign.code, "name": s.foreign.name, "url": "#other", "direction": s.foreign.direction}
    paragraph = format_html("<p>{}</p>", w["paragraph"])
    return {
        "kicker": lambda s: [("", {"kind": w["release"], "links": [{"title": "AVRR", "url": "#p1"}, {"title": w["axis3"], "url": "#a"}]})],
        "dateline": lambda s: [
            ("day", {"dateline": {"place": w["place"], "text": w["date"], "datetime": "2022-02-14"}}),
            ("range", {"dateline": {"place": w["place"], "text": w["range"], "datetime": "2016-05-16"}}),
            ("no place", {"dateline": {"text": w["month"], "datetime": "2016-05"}}),
            ("unknown", {"dateline": {"place": w["place"], "text": w["unknown"]}}),
        ],
        "lead": lambda s: [("", {"text": w["lead"]})],
        "tag": lambda s: [("", {"text": w["closed_tag"]})],
        "tags": lambda s: [("", {"label": w["topic"], "items": [{"title": w["topic"], "url": "#t"}, {"title": "AVRR", "url": "#t2"}]})],
        "quote": lambda s: [
            ("", {"text": w["quote"], "speaker": w["speaker"], "role": w["speaker_role"], "original_language": w["original"]}),
            ("without speaker", {"text": w["quote"]}),
        ],
        "callout": lambda s: [("", {"title": w["callout_title"], "html": format_html("<p>{}</p>", w["callout"])})],
        "notes": lambda s: [("", {"title": w["notes_title"], "text": w["notes"]}), ("boilerplate", {"title": w["boilerplate_title"], "html": paragraph})],
        "notice": lambda s: [("", {"title": w["callout_title"], "text": w["callout"]}), ("error", {"title": w["callout_title"], "text": w["callout"], "is_error": True})],
        "notice_corrected": lambda s: [("", {"date": w["corrected_on"], "text": w["corrected"], "url": "#first"})],
        "notice_closed": lambda s: [("", {"name": "RDPP", "date": w["closed_on"], "url": "#p3"}), ("no date", {"name": "RDPP"})],
        "notice_stale": lambda s: [("", {"source": link, "date": w["date"]})],
        "notice_only_in": lambda s: [("", {"languages": [link]})],
        "notice_degraded": lambda s: [("", {})],
        "empty": lambda s: [("", {"query": "retuor", "suggestion": {"text": w["query"], "url": "#s"}}), ("no query", {})],
        "programme_header": lambda s: [("ongoing", {"acronym": "AVRR", "title": w["programme"], "status": w["ongoing"], "period": w["since"], "where": w["where"], "lead": w["programme_lead"]})],
        "not_found": lambda s: [("", {"title": w["organisation"], "text": w["lead"], "search": {"url": "#"}, "links": s.frame()["languages_links"], "desk": None})],
    }  # fmt: skip


def _lists(s: Samples) -> dict[str, Callable[[Samples], list[tuple[str, Values]]]]:
    w = s.w
    document = s.attachments()[0]
    pages = Paginator(range(200), 10)
    rows = [[w["country1"], "666", "28 %"], [w["country2"], "1 711", "72 %"]]
    programmes = [
        {"acronym": "AVRR", "title": w["programme"], "url": "#p1", "lead": w["programme_lead"], "status": w["ongoing"], "axes": [w["axis3"]]},
        {"acronym": "RDPP", "title": w["programme3"], "url": "#p3", "status": w["closed_tag"], "axes": [w["axis3"]]},
    ]  # fmt: skip
    return {
        "breadcrumbs": lambda s: [("", {"items": [{"title": w["home"], "url": "#h"}, {"title": w["menu"][0], "url": "#n"}, {"title": w["title2"], "url": ""}]})],
        "section_header": lambda s: [("", {"title": w["latest"], "id": "sample-latest", "url": "#all", "link": w["all_news"]})],
        "search_form": lambda s: [("", {"action": "#search", "id": "sample-find"}), ("large", {"action": "#search", "id": "sample-find-large", "query": w["query"], "large": True})],
        "press_desk": lambda s: [("open", {"desk": s.desk(), "id": "desk-open"}), ("closed", {"desk": s.desk(is_open=False), "id": "desk-closed"})],
        "news_rows": lambda s: [("", {"items": s.rows()})],
        "figure": lambda s: [("", {"picture": s.picture(), "caption": w["caption"], "credit": w["credit"]})],
        "picture": lambda s: [("", {"picture": s.picture()})],
        "gallery": lambda s: [("", {"items": [{"picture": s.picture(), "caption": w["caption"], "credit": w["credit"]}] * 3})],
        "key_figures": lambda s: [("", {"items": s.figures()})],
        "figures_band": lambda s: [("", {"items": s.figures(), "title": w["figures"]})],
        "chart": lambda s: [("", s.bars())],
        "table": lambda s: [("", {"caption": w["table"], "head": [w["country"], w["returns"], w["share_of"]], "rows": rows, "has_row_headings": True})],
        "attachments": lambda s: [("", {"items": s.attachments()})],
        "document": lambda s: [("", {"item": document})],
        "share": lambda s: [("", {"url": "https://example.org/", "title": w["title"]})],
        "contact_card": lambda s: [("answers", {"card": s.card()}), ("closed, in full", {"card": s.card(is_open=False), "full": True})],
        "contact_block": lambda s: [("contacts", {"contacts": [s.card(), s.card(is_open=False)], "desk": s.desk(), "id": "block-contacts"}), ("none chosen", {"desk": s.desk(), "id": "block-desk"})],
        "filters": lambda s: [("", {"form": s.form(), "action": "#", "label": w["menu"][0]}), ("error", {"form": s.form(is_wrong=True), "action": "#", "label": w["menu"][3], "reset_url": "#"})],
        "pagination": lambda s: [("", {"page": pages.page(7), "query": "kind=release"})],
        "facets": lambda s: [("", {"facets": s.facets(), "clear_url": "#clear"})],
        "search_results": lambda s: [("", {"items": s.results()})],
        "axes": lambda s: [("", {"items": s.axes()}), ("brief", {"items": s.axes(), "brief": True})],
        "programme_rows": lambda s: [("", {"items": programmes, "level": "3"})],
        "facts": lambda s: [("", {"title": w["donors"], "items": [{"title": w["donor"], "url": "#d"}, {"title": w["donor2"]}]})],
        "video": lambda s: [("cover", {"title": w["video"], "url": "https://example.org/video", "host": "example.org", "cover": s.picture(), "credit": w["credit"], "transcript": format_html("<p>{}</p>", w["transcript"])})],
        "related": lambda s: [("", {"items": [{"title": w["title2"], "url": "#2", "kind": w["release"], "date": w["date"]}, {"title": w["title3"], "url": "#3"}]})],
    }  # fmt: skip
