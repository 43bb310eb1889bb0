"""Small made-up corpora for the engines."""

import datetime as dt
import random
from collections.abc import Iterator

from search.engines.base import EngineSettings, IndexDocument

SETTINGS = EngineSettings(
    {"fr": "french", "en": "english", "ar": "arabic"}, facets=("kind", "programme", "axis", "year")
)
TODAY = dt.date(2026, 6, 1)


def article(page: str, title: str, body: str = "", language: str = "fr", **more) -> IndexDocument:
    """One version of a page with as little as a test needs."""
    return IndexDocument(page, language, title, f"/{language}/{page}/", more.pop("kind", "news"), body=body, **more)


def library() -> list[IndexDocument]:
    """Pages in one, two and three languages, and contact cards with namesakes."""
    both = {"date": dt.date(2025, 5, 1), "facets": {"programme": ("avrr",)}}
    return [
        article("p1", "Réintégration à Tanger", "Le retour volontaire des migrant·e·s.", **both),
        article("p1", "Reintegration in Tangier", "The voluntary return of migrants.", "en", **both),
        article("p2", "Seafarers on strike", "Only told in English: reintegration of sailors.", "en"),
        article(
            "p3",
            "Un <script>alert(1)</script> & l’œuvre",
            "Du texte <b>gras</b> & des œuvres.",
            date=dt.date(2021, 1, 1),
        ),
        article("p4", "Rapport annuel", attachments="Annexe : la bibliothèque itinérante de Zagora."),
        article("p5", "إعادة إدماج المهاجرين", "برنامج العودة الطوعية في المغرب", "ar"),
        article("p6", "Fête de l’école", "Fête, fête, fête.", date=dt.date(2026, 5, 20)),
        article("p7", "Fête du village", "Fête, fête, fête.", date=dt.date(2012, 5, 20)),
        card("c1", "Fatima-Zahra Benali", "+212 5 37 65 28 81", ("Protection de l’enfance", "Tanger")),
        card("c2", "Fatima-Zahra Benali", "0661 23 45 67", ("Retour volontaire", "Agadir")),
        card("c3", "Youssef Ouahbi", "0522-99-88-77", ("Traite des êtres humains",)),
    ]


def card(page: str, name: str, phone: str, topics: tuple[str, ...]) -> IndexDocument:
    """A press contact."""
    return article(page, name, kind="contact", names=(name,), phones=(phone,), topics=topics, is_card=True)


def faceted(count: int = 240) -> list[IndexDocument]:
    """Pages with random facets, in one or two languages: counts can be checked by going through them."""
    chance = random.Random(7)
    documents = []
    for number in range(count):
        facets = {
            "programme": tuple(sorted(chance.sample(("avrr", "rdpp", "forsaty"), chance.randint(0, 2)))),
            "axis": (chance.choice(("protection", "governance")),),
            "kind": (chance.choice(("release", "story")),),
        }
        date = dt.date(chance.randint(2021, 2025), 3, 1)
        word = chance.choice(("lanterne", "horloge"))
        for language in chance.choice((("fr",), ("en",), ("fr", "en"))):
            title = f"{word} numéro {number}"
            documents.append(article(f"f{number}", title, "", language, facets=facets, date=date))
    return documents


def many(count: int, start: int = 0) -> Iterator[IndexDocument]:
    """Numbered pages."""
    for number in range(start, start + count):
        yield article(f"n{number}", f"Document numéro{number}", "texte commun")
