"""Plausible bilingual articles in any number, the same ones for the same seed: for load and search tests."""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from . import rarities

FIRST_DAY = date(2008, 1, 7)
DAYS = 18 * 365


@dataclass(frozen=True)
class Article:
    """One article: values that both languages share, and the text of each."""

    number: int
    kind: str
    day: date
    programme: str
    region: str
    place: dict[str, str]
    title: dict[str, str]
    lead: dict[str, str]
    paragraphs: dict[str, list[str]]


def vocabulary() -> dict[str, Any]:
    """Return the phrases that articles are made of, from the content folder."""
    with (Path(__file__).parent / "content" / "articles.toml").open("rb") as file:
        return tomllib.load(file)


def make(number: int, seed: int = 1) -> Iterator[Article]:
    """Yield `number` articles; the same seed gives the same articles, and the first ones of a longer run."""
    words = vocabulary()
    codes = list(words["action"][0])
    for index in range(number):
        yield _article(index, random.Random(f"{seed}:{index}"), words, codes)  # noqa: S311 nothing secret is drawn


def _article(index: int, dice: random.Random, words: dict[str, Any], codes: list[str]) -> Article:
    action, group, place = (dice.choice(words[name]) for name in ("action", "group", "place"))
    count = dice.choice((12, 18, 24, 31, 40, 57, 63, 75, 96, 110, 148, 180, 210, 260, 340, 420))
    programme = dice.choice(words["programme"])
    facts = {code: {"count": count, "group": group[code], "place": place[code]} for code in codes}
    sentences = dice.sample(words["sentence"], 7)
    name = dice.choice(words["given"]) + " " + dice.choice(words["family"])

    def fill(text: dict[str, str]) -> dict[str, str]:
        return {code: text[code].format(**facts[code], name=name, number=index + 1) for code in codes}

    filled = [fill(sentence) for sentence in sentences]
    return Article(
        number=index + 1,
        kind=dice.choice(("release", "release", "story", "event", "statement")),
        day=FIRST_DAY + timedelta(days=dice.randrange(DAYS)),
        programme=programme["key"],
        region=place["region"],
        place={code: place[code] for code in codes},
        title=fill(action),
        lead=fill(dice.choice(words["lead"])),
        paragraphs=_paragraphs(filled, rarities.paragraph(dice, words, codes)),
    )


def _paragraphs(sentences: list[dict[str, str]], last: dict[str, str]) -> dict[str, list[str]]:
    """Two sentences each, then the last."""
    pairs = [sentences[start : start + 2] for start in range(0, 6, 2)]
    return {code: [*(" ".join(one[code] for one in pair) for pair in pairs), text] for code, text in last.items()}
