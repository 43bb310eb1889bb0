"""The site that relevance is measured on: demo, judged and generated articles, and old pages where there are any."""

import json
import os
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from uuid import uuid5

from django.core.management import call_command

from mission_site.demo import articles as generated
from mission_site.demo import bulk, loader
from mission_site.demo.pages import identity
from mission_site.demo.texts import content
from pages.models import BasePage
from search.text.fold import fold
from tests.factories import make_news
from tests.search.judged import Judged, articles, queries

SEED = 1
LEGACY = "legacy:"
_HERE = Path(__file__).parent
_KEPT = "abcdefghijklmnopqrstuvwxyz"


def fill(number: int = 300) -> dict[int, str]:
    """Make all pages; return the judged name of each by its key."""
    loader.load()
    names = _demo_names()
    made = list(generated.make(number, SEED))
    bulk.write(made, SEED)
    for article in made:
        names[uuid5(bulk.NAMESPACE, f"{SEED}:{article.number}")] = f"gen:{article.number}"
    found = {page.pk: names[page.translation_key] for page in BasePage.objects.filter(translation_key__in=names)}
    return found | _judged_articles() | _old_pages()


def _demo_names() -> dict:
    keys = [f"news:{item['key']}" for item in content("news")["news"]]
    keys += [f"programme:{item['key']}" for item in content("programmes")["programmes"]]
    keys += [f"axis:{item['key']}" for item in content("programmes")["axes"]]
    keys += [f"contact:{item['key']}" for item in content("contacts")["cards"]]
    return {identity(key): key for key in keys}


def _judged_articles() -> dict[int, str]:
    """The invented articles as news pages."""
    found = {}
    for name, versions in groupby(articles(), key=lambda one: one.page):
        fields, codes, day = {}, [], None
        for one in versions:
            code, day = one.language, one.date
            codes.append(code)
            body = [{"type": "paragraph", "value": f"<p>{one.body}</p>"}]
            fields |= {f"title_{code}": one.title, f"lead_{code}": one.lead, f"body_{code}": json.dumps(body)}
            fields[f"place_{code}"] = ""
        found[make_news(codes, date=day, **fields).pk] = name
    return found


def _old_pages() -> dict[int, str]:
    """The imported pages, published as they are, by the number of their file."""
    folder = os.environ.get("LEGACY_PAGES")
    if not folder:
        return {}
    from importer.models import ImportedFile

    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        call_command("import_legacy", folder, stdout=nowhere, stderr=nowhere)
    found = {}
    for record in ImportedFile.objects.select_related("page"):
        draft = record.page.specific.get_latest_revision_as_object()
        draft.title_fr = draft.title_fr or record.page.title
        draft.lead_fr = getattr(draft, "lead_fr", "") or draft.title_fr
        draft.languages_to_publish = "fr"
        draft.save_revision(clean=False).publish()
        found[record.page_id] = LEGACY + record.name[:3]
    return found


def asked(found: dict[int, str], generated_queries: int = 60) -> list[Judged]:
    """Queries over all of it; those about pages that are not there left out."""
    there = set(found.values())
    lines = (_HERE / "site.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    own = [Judged(kind, language, text, frozenset(right.split()) & there) for kind, language, text, right in rows]
    more = _also()
    judged = [_widened(one, more.get((one.language, one.text), frozenset()) & there) for one in (*own, *queries())]
    return [one for one in (*judged, *about_generated(generated_queries)) if one.right]


def _widened(one: Judged, also: frozenset[str]) -> Judged:
    return replace(one, right=one.right | also)


def _also() -> dict[tuple[str, str], frozenset[str]]:
    """What answers a query too, once the demo's and the generated pages stand beside those it was written for."""
    made = list(generated.make(300, SEED))
    rows = [line.split("\t") for line in (_HERE / "site_also.tsv").read_text(encoding="utf-8").splitlines()]
    return {
        (language, text): frozenset(name for part in also.split() for name in _meant(part, made))
        for language, text, also in rows
        if not language.startswith("#")
    }


def _meant(part: str, made: list[generated.Article]) -> Iterator[str]:
    """A page's name, or those of the generated articles with some words in the title (~), or anywhere (~~)."""
    words = set(part.lstrip("~").split("+"))
    if not part.startswith("~"):
        yield part
        return
    for article in made:
        text = article.title["fr"]
        if part.startswith("~~"):
            text = " ".join((text, article.lead["fr"], *article.paragraphs["fr"]))
        if all(word in text for word in words):
            yield f"gen:{article.number}"


def about_generated(number: int) -> Iterator[Judged]:
    """Queries over generated articles: their title without accents, with an error, with the place's other spelling."""
    made = list(generated.make(300, SEED))
    dice = random.Random(3)  # noqa: S311 the same queries in every run
    for place, article in enumerate(dice.sample(made, number)):
        code, other = ("fr", "en") if place % 2 else ("en", "fr")
        right = {one.number for one in made if one.title[code] == article.title[code]}
        title = article.title[code]
        kind, text = (
            ("accents", fold(title)),
            ("typing", _misspelt(title, dice)),
            ("place", title.replace(article.place[code], article.place[other])),
            ("language", article.title[other]),
        )[place // 2 % 4]
        yield Judged(f"generated {kind}", code, text, frozenset(f"gen:{one}" for one in right))


def _misspelt(text: str, dice: random.Random) -> str:
    """The longest word with two letters exchanged, one missing, doubled or wrong."""
    word = max(text.split(), key=len)
    place = dice.randrange(1, len(word) - 2)
    head, tail = word[:place], word[place:]
    spoilt = dice.choice(
        (
            head + tail[1] + tail[0] + tail[2:],
            head + tail[1:],
            head + tail[0] + tail,
            head + dice.choice(_KEPT) + tail[1:],
        )
    )
    return text.replace(word, spoilt)
