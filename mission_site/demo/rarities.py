"""The last paragraph of a generated article: words of which few are common and most are hardly ever used, as in life."""

import math
import random
from typing import Any

# Made-up names: a first, a second and a last part.
FIRST = "Taz Im Ag Tif Ou Ben Amz Tag Id Azr Tim El Iz Tan Ask Bou Tal Ig Ait Tid Am Ifr Tar Ang Ouz Tis Ak Zer".split()
SECOND = "ara emi ilo ouna aghi iri eda oula azzi elmi ougo inna afra ekki issa outa adou enzi imra ala".split()
LAST = (
    "ne t rt ght l n ze ra dit l\u00e8s ouf gha mt nt che r k ska douz ssen mi ren zrou ft d br na leb yat lla".split()
)
NAMES = len(FIRST) * len(SECOND) * len(LAST)
STRIDE = {"hamlet": 7919, "circle": 10007}  # primes to NAMES: names that follow each other do not look alike


def rank(dice: random.Random, number: int) -> int:
    """Return 0 to number - 1, each half as often as the one of half its rank (Zipf's law)."""
    return min(number - 1, int(math.exp(dice.uniform(0, math.log(number + 1)))) - 1)


def name(kind: str, place: int) -> str:
    """Return the made-up name of a rank; kind: hamlet or circle."""
    rest, last = divmod((place + 1) * STRIDE[kind] % NAMES, len(LAST))
    first, second = divmod(rest, len(SECOND))
    return FIRST[first] + SECOND[second] + LAST[last]


def paragraph(dice: random.Random, words: dict[str, Any], codes: list[str]) -> dict[str, str]:
    """Return two sentences in each language."""
    sentences = [_sentence(detail, dice, words["thing"], codes) for detail in dice.sample(words["detail"], 2)]
    return {code: " ".join(sentence[code] for sentence in sentences) for code in codes}


def _sentence(
    detail: dict[str, str], dice: random.Random, things: list[dict[str, str]], codes: list[str]
) -> dict[str, str]:
    chosen = dict(zip(("first", "second", "third"), _different(dice, len(things)), strict=True))
    facts = {kind: name(kind, rank(dice, NAMES)) for kind in STRIDE}
    facts |= {"amount": str(dice.randrange(100, 999) * 50), "reference": str(dice.randrange(100_000, 999_999))}
    return {
        code: detail[code].format(**facts, **{key: things[place][code] for key, place in chosen.items()})
        for code in codes
    }


def _different(dice: random.Random, number: int) -> list[int]:
    found: list[int] = []
    while len(found) < 3:
        place = rank(dice, number)
        if place not in found:
            found.append(place)
    return found
