"""The hostile strings, and hostile addresses, through the public pages; as a program, on the site of DATA_DIR."""

import sys
from collections.abc import Iterator
from functools import partial
from itertools import islice
from urllib.parse import quote, urlencode

from tests.search.hostile import SLOWEST, quickest, strings

PAGES = ("/fr/recherche/", "/en/search/")
SUGGESTIONS = ("/fr/recherche/suggestions/", "/en/search/suggestions/")
LISTS = ("/fr/contacts-presse/", "/fr/actualites/")
NAMES = ("q", "kind", "programme", "axis", "region", "year", "language", "page", "sort", "exact", "spoken", "medium")
VALUES = (
    *(
        "%00",
        "%22",
        "'",
        "%ED%A0%80",
        "%FF%FE",
        "%",
        "%zz",
        "%C0%AF",
        "x" * 5_000,
        "-1",
        "0",
        str(10**12),
        "1e9",
        "NaN",
    ),
    *("%D9%A1%D9%A2", "2026-02-31", "0000-00-00", "%2B%2B", "..%2F..%2Fetc", "{{7*7}}", "%7B%7D", "__class__", "a__in"),
)
WHOLE = (
    *(
        "&" * 2_000,
        "=" * 2_000,
        "q",
        "q=",
        "q[]=1",
        "?q=x",
        "q=x#y",
        ";q=x",
        "&&q=x&&",
        "q=x&q=%22&q=%00",
        "%71=x",
        "\\",
    ),
    "q=x&" + "kind=a&" * 900,
    "q=x&" + "&".join(f"n{number}=1" for number in range(5_000)),
    "q=formation&" + "&".join(f"year={year}" for year in range(1, 3_000)),
    "q=formation&page=1000&sort=date&kind=release&kind=story&language=fr&language=en&year=2021",
)
LONGEST = 60_000  # bytes of an address that a server lets through; ours stops sooner


def addresses() -> Iterator[str]:
    """Everything that is asked: each string on a page and as a suggestion, each odd value for each parameter."""
    for number, text in enumerate(strings()):
        said = urlencode({"q": text}, errors="surrogatepass")[:LONGEST]
        yield f"{PAGES[number % 2]}?{said}"
        yield f"{SUGGESTIONS[number % 2]}?{said}"
    for name in NAMES:
        for number, value in enumerate(VALUES):
            target = (*PAGES, *SUGGESTIONS, *LISTS)[number % 6]
            yield f"{target}?q=formation&{name}={value}"
            yield f"{target}?{name}={value}&{name}={quote(name)}"
    for query in WHOLE:
        for target in (*PAGES, *SUGGESTIONS, *LISTS):
            yield f"{target}?{query}"


def main(step: int = 1) -> int:
    """Ask for everything, or for one address in `step`; the exit code says what went wrong."""
    import django

    django.setup()
    from django.test import Client
    from django.test.utils import setup_test_environment

    setup_test_environment()
    client = Client(raise_request_exception=False)
    statuses: dict[int, int] = {}
    slowest, worst = 0.0, ""
    client.get(PAGES[0])

    def ask(address: str) -> None:
        path, _, query = address.partition("?")
        status = client.get(path, QUERY_STRING=query).status_code
        statuses[status] = statuses.get(status, 0) + 1
        if status >= 500:
            print(f"{status}: {address[:300]}")

    for address in islice(addresses(), 0, None, step):
        seconds = quickest(partial(ask, address))
        slowest, worst = max((slowest, worst), (seconds, address[:200]))
    print(f"{sum(statuses.values())} addresses, {statuses}, slowest {slowest:.2f} s: {worst}")
    if any(status >= 500 for status in statuses):
        return 3
    return 4 if slowest > SLOWEST else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
