"""Loads the demo content: settings, lists, pictures, pages, people. Loading again changes nothing."""

from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from contacts.models import ContactIndexPage, ContactPage, Holder, PressDesk, Telephone
from home.models import HomeFigure, HomePage, StandardPage
from languages import registry
from library.models import SitePicture
from news.models import NewsContact, NewsIndexPage, NewsPage
from pages.models import Boilerplate, OrganisationSettings
from programmes.models import (
    AxisIndexPage,
    AxisPage,
    Organisation,
    ProgrammeFigure,
    ProgrammeIndexPage,
    ProgrammePage,
    Region,
    Strand,
)

from . import drawings
from .pages import add, existing, identity, publish
from .people import make_accounts
from .texts import content, localized

OFFICE_HOURS = "Mo-Fr 08:30-17:30"


def load() -> None:
    """Load everything in one transaction, under the default language."""
    with registry.active(), transaction.atomic():
        pictures = load_pictures()
        load_settings()
        regions, donors = load_lists()
        home = load_home()
        indexes = load_indexes(home, pictures)
        axes = load_axes(indexes["axes"], pictures)
        programmes = load_programmes(indexes["programmes"], pictures, axes=axes, regions=regions, donors=donors)
        subjects = {"programmes": programmes, "axes": axes, "regions": regions}
        cards = load_cards(indexes["contacts"], pictures, subjects)
        load_news(indexes["news"], pictures, subjects | {"donors": donors}, cards)
        load_plain_pages(home, pictures)
        make_accounts()


def load_pictures() -> dict[str, SitePicture]:
    """Return the drawings as pictures of the library, by name."""
    found = {}
    for name, words in content("pictures").items():
        file_name = f"demo-{name}.jpg"
        picture = SitePicture.objects.filter(file__contains=f"demo-{name}").first()
        if picture is None:
            picture = SitePicture(
                **localized(
                    {"title": words["caption"], "alt_text": words["alt"], "caption": words["caption"]},
                    "title",
                    "alt_text",
                    "caption",
                ),
                credit="OIM Maroc",
                file=ContentFile(drawings.jpeg(name), name=file_name),
            )
            picture.save()
        found[name] = picture
    return found


def load_settings() -> None:
    """Fill the organisation and the press desk while they are empty."""
    words, desk = content("site")["organisation"], content("contacts")["desk"]
    if not OrganisationSettings.objects.exists():
        boilerplate = Boilerplate.objects.create(name="Mission", **localized({"text": words["boilerplate"]}, "text"))
        values = localized(words, "name", "full_name", "tagline", "address", "notes_to_editors")
        OrganisationSettings.objects.create(standard_boilerplate=boilerplate, **values)
    if not PressDesk.objects.exists():
        PressDesk.objects.create(
            name=desk["name"],
            telephone=desk["telephone"],
            email=desk["email"],
            opening=OFFICE_HOURS,
            languages_spoken=desk["languages"],
            **localized(desk, "role", "out_of_hours"),
        )


def load_lists() -> tuple[dict[str, Region], dict[str, Organisation]]:
    """Return the regions by slug and the donors and partners by name in the default language."""
    data = content("programmes")
    regions = {}
    for item in data["regions"]:
        defaults = {"variants": item["variants"], **localized(item, "name")}
        regions[item["slug"]] = Region.objects.get_or_create(slug=item["slug"], defaults=defaults)[0]
    donors = {}
    for item in data["donors"]:
        name = item["name"][registry.default()]
        known = Organisation.objects.filter(**{registry.field("name", registry.default()): name}).first()
        donors[name] = known or Organisation.objects.create(kind=item["kind"], **localized(item, "name", "acronym"))
    return regions, donors


def load_home() -> HomePage:
    """Return the front page, filled while it has no lead."""
    home = HomePage.objects.get(depth=2)
    if getattr(home, registry.field("lead", registry.default())):
        return home
    item = content("site")["home"]
    for name, value in localized(item, "title", "lead").items():
        setattr(home, name, value)
    home.figures = [  # type: ignore[misc]  # a relation kept in memory takes a list
        HomeFigure(number=figure["number"], as_of=figure["as_of"], **localized(figure, "label", "source"))
        for figure in item["figures"]
    ]
    publish(home, list(registry.codes()))
    return home


def load_indexes(home: HomePage, pictures: dict[str, Any]) -> dict[str, Any]:
    """Return the index pages by name."""
    models = {
        "news": NewsIndexPage,
        "programmes": ProgrammeIndexPage,
        "axes": AxisIndexPage,
        "contacts": ContactIndexPage,
    }
    items = content("site")["indexes"]
    return {
        name: add(home, model, f"index:{name}", items[name], pictures, show_in_menus=True)
        for name, model in models.items()
    }


def load_axes(parent: Any, pictures: dict[str, Any]) -> dict[str, AxisPage]:
    """Return the axes by key."""
    return {
        item["key"]: add(parent, AxisPage, f"axis:{item['key']}", item, pictures, number=item["number"])
        for item in content("programmes")["axes"]
    }


def chosen(item: dict[str, Any], lists: dict[str, dict[str, Any]]) -> dict[str, list[Any]]:
    """Return the objects that an item names, by list."""
    return {name: [things[key] for key in item.get(name, [])] for name, things in lists.items()}


def load_programmes(parent: Any, pictures: dict[str, Any], **lists: dict[str, Any]) -> dict[str, ProgrammePage]:
    """Return the programmes by key."""
    found = {}
    for item in content("programmes")["programmes"]:
        relations: dict[str, list[Any]] = chosen(item, lists)
        relations["strands"] = [
            Strand(**localized(strand, "name", "description")) for strand in item.get("strands", [])
        ]
        relations["figures"] = [
            ProgrammeFigure(
                number=figure["number"],
                as_of=figure.get("as_of"),
                **localized(figure, "label", "source", "series", "period"),
            )
            for figure in item.get("figures", [])
        ]
        values = {name: item.get(name) for name in ("status", "start", "end")}
        found[item["key"]] = add(
            parent, ProgrammePage, f"programme:{item['key']}", item, pictures, relations=relations, **values
        )
    return found


def load_cards(parent: Any, pictures: dict[str, Any], lists: dict[str, Any]) -> dict[str, ContactPage]:
    """Return the contact cards by key."""
    found = {}
    for item in content("contacts")["cards"]:
        relations: dict[str, list[Any]] = chosen(item, lists)
        relations["holders"] = [Holder(**holder) for holder in item["holders"]]
        relations["telephones"] = [
            Telephone(number=one["number"], is_public=one["public"]) for one in item["telephones"]
        ]
        found[item["key"]] = add(
            parent,
            ContactPage,
            f"contact:{item['key']}",
            item,
            pictures,
            relations=relations,
            email=item["email"],
            opening=item.get("opening", ""),
            languages_spoken=item["languages"],
            media=item["media"],
            verified_on=item["verified_on"],
        )
    return found


def load_news(parent: Any, pictures: dict[str, Any], lists: dict[str, Any], cards: dict[str, ContactPage]) -> None:
    """Make the news, the one that is behind and the one that waits included."""
    for item in content("news")["news"]:
        key = f"news:{item['key']}"
        if existing(key):
            continue
        relations: dict[str, list[Any]] = chosen(item, lists)
        relations["news_contacts"] = [NewsContact(contact=cards[name]) for name in item.get("contacts", [])]
        page = add(
            parent,
            NewsPage,
            key,
            item,
            pictures,
            relations=relations,
            kind=item["kind"],
            date=item.get("date"),
            date_end=item.get("date_end"),
            date_precision=item.get("precision", NewsPage.Precision.DAY),
        )
        if "stale" in item:
            leave_behind(page, item)


def leave_behind(page: NewsPage, item: dict[str, Any]) -> None:
    """Correct every language but the stale one, and publish only those."""
    current = [code for code in page.public_languages if code != item["stale"]]
    draft = page.get_latest_revision_as_object()
    for code in current:
        name = registry.field("body", code)
        getattr(draft, name).append(("paragraph", item["correction"][code]))
    publish(draft, current)


def load_plain_pages(home: HomePage, pictures: dict[str, Any]) -> None:
    """Make the plain pages."""
    for item in content("site")["plain"]:
        add(
            home,
            StandardPage,
            f"plain:{item['key']}",
            item,
            pictures,
            show_in_menus=item["menu"],
            part=item.get("part", ""),
        )


__all__ = ["identity", "load"]
