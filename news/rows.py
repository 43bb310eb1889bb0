"""News as lists show them: rows, and the pages they are made from, in two queries whatever their number."""

import datetime as dt
from array import array
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import CharField, Count, QuerySet
from django.db.models.functions import Cast, Substr

from languages import registry
from pages.changes import Memory, remembered
from pages.prepared import fetch_prepared, keys_prepared, objects_prepared
from pages.together import columns, public_address
from programmes.listing import below, programmes_made
from programmes.models import ProgrammePage

# Of each process, 4 kB each: lists of different pages show the same news.
_listed = Memory(1000)
# Eight bytes for each article of a list.
_orders = Memory(30)
# An index gives the first of all news in order; beyond, what stands before would be counted for every page.
SHALLOW = 200


def row(page: Any) -> dict[str, Any]:
    """Return what components/news_rows.html takes of a news page in the active language."""
    dateline = page.dateline
    return {
        "url": page.url,
        "title": page.title,
        "date": {"text": dateline.text, "datetime": dateline.datetime},
        "place": dateline.place,
        "kind": page.get_kind_display(),
        "programmes": [one.acronym or one.title for one in public_programmes(page)],
    }


def public_programmes(page: Any) -> list[ProgrammePage]:
    """Return the programmes of a news page that readers may see, without a query where they were fetched with it."""
    fetched = getattr(page, "row_programmes", None)
    programmes = page.programmes.all() if fetched is None else fetched
    return [programme for programme in programmes if programme.is_published_in()]


def with_keys(keys: Iterable[int]) -> list[Any]:
    """Return the public news with these keys, in their order, as rows need them; they must not be changed."""
    names = [(registry.current(), key) for key in keys]
    found = _listed.several(names, lambda missing: _fetched(key for _code, key in missing))
    return [found[name] for name in names if name in found]


def _fetched(keys: Iterable[int]) -> dict[tuple[str, int], Any]:
    """Fetch news with two queries whose SQL is kept."""
    code = registry.current()
    found = {page.pk: page for page in objects_prepared("news of rows", _pages, keys=keys)}
    if found:
        linked = fetch_prepared("programmes of rows", _linked, keys=list(found))["programmes"]
        for page in found.values():
            page.row_programmes = programmes_made(one for one in linked if one["news"] == page.pk)
            page.made_row = {code: row(page)}
    return {(code, key): page for key, page in found.items()}


def list_keys(make: Callable[[], Any], name: str, part: slice) -> list[int]:
    """Return the keys of a part of some news, the newest first; `name` says which news `make` gives, always these."""
    start = part.start or 0
    where = f"{name} {start}:{part.stop}"
    # Dated news come first, and an index gives them in order; without the condition all would be sorted.
    dated = keys_prepared(f"dated {where}", lambda: make().newest_first().filter(date__gt=dt.date.min)[part])
    whole = len(dated) == part.stop - start
    return dated if whole else keys_prepared(where, lambda: make().newest_first()[part])


def numbers_by_year(news: Callable[[], Any]) -> dict[int | None, int]:
    """Return how many of all the news stand in each year, and without a date; one walk through them for every count."""

    def counted() -> dict[int | None, int]:
        # By the text of the date, which the database cuts itself: SQLite has no years of its own.
        year = Substr(Cast("date", CharField()), 1, 4)
        numbers = news().order_by().annotate(year=year).values_list("year").annotate(number=Count("pk"))
        return {int(year) if year else None: number for year, number in numbers}

    return remembered(f"numbers of news by year in {registry.current()}", counted)


class Listed:
    """A list of news for a paginator: which they are is asked first, and only they are fetched."""

    def __init__(self, news: Callable[[], Any], name: str, *, is_whole: bool) -> None:
        """Take what gives the news, what they are remembered under, and whether these are all the news."""
        self.news, self.name, self.is_whole = news, name, is_whole

    def count(self) -> int:
        """Return how many there are."""
        if not self.is_whole:
            return len(self._order())
        return sum(numbers_by_year(self.news).values())

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Any]:
        if self.is_whole and part.stop <= SHALLOW:
            return with_keys(list_keys(self.news, self.name, part))
        return with_keys(self._order()[part])

    def _order(self) -> array:
        """Return the keys of all, the newest first: found once for a state of the content, so that any page is near."""
        return _orders.one((registry.current(), self.name), self._found)

    def _found(self) -> array:
        return array("q", self.news().newest_first().values_list("pk", flat=True).iterator())


def _pages(keys: list[int]) -> QuerySet:
    from .models import NewsPage

    return NewsPage.objects.published().defer_streamfields().filter(pk__in=keys)


def _linked(keys: list[int]) -> dict[str, Any]:
    from .models import NewsPage

    named = below("programmepage", columns(ProgrammePage, "basepage_ptr", "acronym", *public_address()))
    through: Any = NewsPage.programmes.through
    rows = through.objects.filter(newspage_id__in=keys)
    return {"programmes": (rows, {"news": "newspage_id", "order": "programmepage__path"} | named)}
