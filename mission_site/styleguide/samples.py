"""Invented values for the style guide, in any language there are words for."""

import json
from pathlib import Path
from typing import Any

from django import forms
from django.templatetags.static import static
from django.utils.safestring import mark_safe

from languages import registry

FOLDER = Path(__file__).parent / "words"
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
            "until": w["until"], "next_open": w["opens"], "hours": w["hours"], "remark": w["remark"],
            "out_of_hours": "" if is_open else w["out_of_hours"], "url": "?at=contacts",
        }  # fmt: skip

    def frame(self) -> Values:
        """Return what base.html takes from the context processor."""
        w = self.w
        menu = [{"title": title, "url": f"?at=menu-{n}", "is_current": n == 0} for n, title in enumerate(w["menu"])]
        here = registry.language(self.code) if self.code in registry.codes() else None
        links = [
            {**vars(language), "is_current": language == here, "exists": True, "url": f"?language={language.code}"}
            for language in registry.all_languages()
        ]
        return {
            "organisation": {
                "name": w["organisation"],
                "tagline": w["tagline"],
                "address": w["address"],
            },
            "desk": self.desk(),
            "frame": self._round(menu, links),
        }

    def _round(self, menu: list[Values], links: list[Values]) -> Values:
        w = self.w
        return {
            "home": "?at=home",
            "menu": menu,
            "languages": links,
            "search": {"url": "?at=search", "query": ""},
            "feeds": [{"title": w["feed"], "url": "?at=feed"}],
            "links": [
                {"title": w["accessibility"], "url": "?at=accessibility"},
                {"title": w["legal"], "url": "?at=legal"},
            ],
        }

    def foreign_link(self) -> Values:
        """Return a link to the page in another language."""
        other = self.foreign
        return {"code": other.code, "name": other.name, "url": "?at=other", "direction": other.direction}

    def picture(self) -> Values:
        """Return a drawn picture."""
        return {"src": static("icons/hills.svg"), "width": 1600, "height": 900, "alt": self.w["alt"]}

    def rows(self) -> list[Values]:
        """Return rows of news: an exact day, a range, a month, one in another language, one of a closed programme."""
        w = self.w
        day = {"text": w["date"], "datetime": "2022-02-14"}
        span = {"text": w["range"], "datetime": "2016-05-16"}
        month = {"text": w["month"], "datetime": "2016-05"}
        foreign = {"title": words(self.foreign.code)["title4"], "direction": self.foreign.direction}
        first = {"title": w["title"], "kind": w["release"], "programmes": ["AVRR"], "summary": w["lead"]}
        second = {"title": w["title2"], "kind": w["release"], "programmes": ["RDPP"], "tag": w["closed_tag"]}
        return [
            {"url": "?at=1", "place": w["place"], "date": day, **first},
            {"url": "?at=2", "place": w["place"], "date": span, **second},
            {"url": "?at=3", "place": w["place"], "date": month, "title": w["title3"], "kind": w["event"]},
            {"url": "?at=4", "place": w["place2"], "kind": w["story"], "language": self.foreign.code, **foreign},
        ]

    def card(self, *, is_open: bool = True) -> Values:
        """Return a contact card."""
        w = self.w
        return {
            "name": w["card_name"], "role": w["card_role"], "url": "?at=card", "email": "avrr@example.org",
            "phones": [{"display": "05 00 00 00 02", "uri": "tel:+212500000002", "label": w["desk_phone"]}],
            "is_open": is_open,
            "state": w["card_state"] if is_open else w["card_state_closed"], "languages": w["languages"],
            "media": w["media"], "covers": ["AVRR", w["topic"]], "office": w["office"], "hours": w["hours"],
            "verified": {"text": w["verified"], "datetime": "2022-03-03"}, "vcard_url": "?at=vcf",
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
        programmes: tuple[list[Values], ...] = (
            [],
            [{"acronym": "FORSATY", "title": w["programme2"], "url": "?at=p2"}],
            [{"acronym": "AVRR", "title": w["programme"], "url": "?at=p1"},
             {"acronym": "RDPP", "title": w["programme3"], "url": "?at=p3", "tag": w["closed_tag"]}],
        )  # fmt: skip
        return [
            {
                "number": n,
                "title": w[f"axis{n}"],
                "text": w[f"axis_text{n}"],
                "url": f"?at=axis{n}",
                "programmes": programmes[n - 1],
            }
            for n in (1, 2, 3)
        ]

    def attachments(self) -> list[Values]:
        """Return documents, one of them in another language."""
        return [
            {"title": self.w["kit"], "url": "?at=kit", "format": "PDF", "size": "4,2 Mo"},
            {
                "title": words(self.foreign.code)["kit"],
                "url": "?at=kit2",
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
        chosen = {"label": w["release"], "count": 12, "url": "?at=f1", "is_selected": True}
        return [
            {
                "name": "kind",
                "label": w["kind_label"],
                "values": [chosen, {"label": w["story"], "count": 3, "url": "?at=f2"}],
            },
            {
                "name": "region",
                "label": w["region_label"],
                "values": [{"label": w["place2"], "count": 4, "url": "?at=f3"}],
            },
        ]

    def results(self) -> list[Values]:
        """Return search results, one found in another language."""
        w, other = self.w, words(self.foreign.code)
        return [
            {"url": "?at=r1", "title": w["title"], "extract": _marked(w["extract"]), "kind": w["release"],
             "date": {"text": w["date"], "datetime": "2022-02-14"}, "programmes": ["AVRR"]},
            {"url": "?at=r2", "title": other["title2"], "extract": _marked(other["extract"]), "kind": w["release"],
             "language": self.foreign.code, "direction": self.foreign.direction, "found_in": w["found_in"]},
        ]  # fmt: skip


def _marked(text: str) -> str:
    return mark_safe(text)  # noqa: S308 our own file
