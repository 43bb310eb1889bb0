"""Journalists' questions: thirty and more over the demo's cards, two hundred over generated ones with namesakes."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from django.http import QueryDict

from contacts.directory import directory
from contacts.models import ContactPage, Telephone
from languages import registry
from mission_site.demo.pages import identity
from search.engines.base import SearchHit
from tests.factories import make_contact
from tests.search.judged import running_site

DESK = "desk"
_GIVEN = "Aïcha Mohammed Fatima-Zahra Youssef Khadija Abdellah Leïla Mehdi Salimata Jean-Philippe Noémie Karim".split()
_FAMILY = """Benkirane;El Ouafi;Aït Hammou;Ben Slimane;Kowalski;N’Diaye;Berrada;Lefebvre;Al Mansouri;Tahiri;
Chraïbi;Van den Broek""".replace("\n", "").split(";")
_TOPICS = (
    ("Apiculture et agriculture", "Beekeeping and agriculture", "apiculture", "beekeeping"),
    ("Bourses universitaires", "University scholarships", "bourse universitaire", "university scholarship"),
    ("Rapatriements sanitaires", "Medical repatriations", "rapatriement sanitaire", "medical repatriation"),
    ("Logement et hôtellerie", "Housing and hotels", "hôtellerie", "hotels"),
)


@dataclass(frozen=True)
class Question:
    """What somebody types, and the keys of the cards of which one must stand first; none: the press desk."""

    language: str
    text: str
    right: frozenset[int]


def demo_questions() -> list[Question]:
    """The questions of the table, over the demo's cards."""
    lines = Path(__file__).with_name("contacts.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    keys = {identity(f"contact:{name}"): name for _, _, name in rows} | {
        identity(f"card:{name}"): name for _, _, name in rows
    }
    by_name = {keys[page.translation_key]: page.pk for page in ContactPage.objects.filter(translation_key__in=keys)}
    return [
        Question(language, text, frozenset() if name == DESK else frozenset({by_name[name]}))
        for language, text, name in rows
    ]


def make_people(number: int = 48) -> list[ContactPage]:
    """Make cards with namesakes: every family name stands on four cards, every full name on one or two."""
    dice = random.Random(11)  # noqa: S311 the same cards in every run
    made = []
    for place in range(number):
        family = _FAMILY[place % len(_FAMILY)]
        given = _GIVEN[(place // len(_FAMILY) * 5 + place) % len(_GIVEN)]
        french, english, *_ = _TOPICS[place % len(_TOPICS)]
        fields = {"title_fr": f"{french} {place}", "title_en": f"{english} {place}", "lead_fr": french}
        card = make_contact(holder=f"{given} {family}", lead_en=english, **fields)
        Telephone.objects.create(page=card, number=f"+2125{dice.randrange(10**7, 10**8):08d}", is_public=True)
        made.append(card)
    return made


def generated_questions(number: int = 200) -> list[Question]:
    """Names in many spellings, telephone numbers in many spellings, and topics, over the generated cards."""
    dice = random.Random(12)  # noqa: S311 the same questions in every run
    cards = [
        card for card in ContactPage.objects.filter(title_fr__regex=r" \d+$").prefetch_related("holders", "telephones")
    ]
    names = {card.pk: card.holders.all()[0].name for card in cards}
    ways = (*_NAMES, *_NUMBERS)
    found = []
    for place in range(number):
        card, way = dice.choice(cards), ways[place % len(ways)]
        name, phone = names[card.pk], card.telephones.all()[0].number
        if way in _NUMBERS:
            found.append(Question(("fr", "en")[place % 2], way(phone), frozenset({card.pk})))
        else:
            same = frozenset(key for key, other in names.items() if other == name)
            found.append(Question(("fr", "en")[place % 2], way(name, dice), same))
    return found


def _exchanged(name: str, dice: random.Random) -> str:
    """Two neighbouring letters exchanged in the longest word."""
    word = max(name.split(), key=len)
    place = dice.randrange(1, len(word) - 2)
    return name.replace(word, word[:place] + word[place + 1] + word[place] + word[place + 2 :])


def _missing(name: str, dice: random.Random) -> str:
    word = max(name.split(), key=len)
    place = dice.randrange(1, len(word) - 1)
    return name.replace(word, word[:place] + word[place + 1 :])


_NAMES = (
    lambda name, _: name,
    lambda name, _: name.upper(),
    lambda name, _: " ".join(reversed(name.split(" ", 1))),
    lambda name, _: name.replace("-", " ").replace("’", "'"),
    lambda name, _: f"M. {name}",
    lambda name, _: f"contact {name}",
    lambda name, _: name.replace("El ", "El-").replace("Ben ", "Ben"),
    _exchanged,
    _missing,
)
_NUMBERS = (
    lambda phone: phone,
    lambda phone: "0" + phone[4:],
    lambda phone: "00212 " + phone[4:],
    lambda phone: " ".join(("0" + phone[4:])[place : place + 2] for place in range(0, 10, 2)),
    lambda phone: "-".join(("0" + phone[4:])[place : place + 2] for place in range(0, 10, 2)),
    lambda phone: f"+212 (0)5.{phone[5:7]}.{phone[7:9]}.{phone[9:11]}.{phone[11:]}",
)


def asked(question: Question) -> tuple[list[int], list[int]]:
    """The keys of the cards of the directory, and of the pages of the main search, best first."""
    with registry.active(question.language):
        rows = directory(QueryDict(urlencode({"q": question.text})))["rows"].object_list
        hits = running_site.searched(question.text).hits
    return list(rows), [int(hit.page.rpartition(":")[2]) for hit in hits if _counts(question, hit)]


def _counts(question: Question, hit: SearchHit) -> bool:
    """Where nobody matches, the main search may find other pages, but no card."""
    return bool(question.right) or hit.is_card


def wrong(questions: list[Question]) -> Iterator[tuple[str, Question, list[int]]]:
    """Every question that the directory or the main search does not answer with the right card first."""
    for question in questions:
        for where, keys in zip(("directory", "search"), asked(question), strict=True):
            is_right = keys[0] in question.right if keys else not question.right
            if not is_right:
                yield where, question, keys[:3]


def told(name: str, questions: list[Question]) -> dict[str, float]:
    """Print and return which part is right in each place."""
    missed = list(wrong(questions))
    right = {where: len(questions) - sum(one[0] == where for one in missed) for where in ("directory", "search")}
    for where, count in right.items():
        print(f"{name:<14} {where:<10} right card first in {count} of {len(questions)}")
    for where, question, keys in missed:
        print(f"  {where}, {question.language}: {question.text!r} wants {sorted(question.right)}: {keys}")
    return {where: count / len(questions) for where, count in right.items()}
