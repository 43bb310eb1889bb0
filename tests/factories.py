"""Makes pages, pictures and people for tests: real rows and real files, with text in every language asked for."""

import io
import itertools
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image, ImageDraw

from contacts.models import ContactIndexPage, ContactPage, Holder
from home.models import HomePage, StandardPage
from languages import registry
from library.models import SiteDocument, SitePicture
from library.renditions import refresh
from news.models import NewsIndexPage, NewsPage
from programmes.models import (
    AxisIndexPage,
    AxisPage,
    Organisation,
    ProgrammeIndexPage,
    ProgrammePage,
    Region,
)

_count = itertools.count(1)
PASSWORD = "a long enough password"


def make_page(model: Any, parent: Any, languages: Iterable[str] | None = None, **fields: Any) -> Any:
    """Return a live page of a type below a parent, public in these languages (all unless told).

    `title="X"` becomes "X fr", "X en" in the columns; `title_fr=...` gives a text as it is. `live=False`: a draft.
    """
    codes = tuple(languages or registry.codes())
    title = fields.pop("title", None) or f"{model._meta.verbose_name} {next(_count)}"
    texts = {registry.field("title", code): f"{title} {code}" for code in codes}
    page = model(**{**texts, "live": True, **fields})
    for code in registry.codes():
        setattr(page, registry.field("published", code), page.live and code in codes)
    if page.live:
        page.first_published_at = page.first_published_at or timezone.now()
        page.last_published_at = page.last_published_at or timezone.now()
    with registry.active():
        parent.add_child(instance=page)
    flags = {registry.field("published", code): bool(page.live and code in codes) for code in registry.codes()}
    model.objects.filter(pk=page.pk).update(**flags)
    return model.objects.get(pk=page.pk)


def make_home(**fields: Any) -> HomePage:
    """Return the front page that migrations make, with these fields."""
    home = HomePage.objects.get()
    if fields:
        HomePage.objects.filter(pk=home.pk).update(**fields)
        home.refresh_from_db()
    return home


def make_index(model: Any, **fields: Any) -> Any:
    """Return the one index page of a type below the front page, public in every language and in the menu."""
    found = model.objects.first()
    return found or make_page(model, make_home(), show_in_menus=True, **fields)


def make_news(languages: Iterable[str] | None = None, **fields: Any) -> NewsPage:
    """Return a release dated 14 February 2022 in Rabat; many-to-many fields may be given as lists."""
    codes = tuple(languages or registry.codes())
    place = {registry.field("place", code): "Rabat" for code in codes}
    defaults = {"kind": NewsPage.Kind.RELEASE, "date": date(2022, 2, 14), **place}
    return _make_with_relations(NewsPage, make_index(NewsIndexPage), codes, {**defaults, **fields})


def make_programme(languages: Iterable[str] | None = None, **fields: Any) -> ProgrammePage:
    """Return a programme with an acronym; many-to-many fields may be given as lists."""
    codes = tuple(languages or registry.codes())
    defaults = {registry.field("acronym", code): f"PRG{next(_count)}" for code in codes}
    return _make_with_relations(ProgrammePage, make_index(ProgrammeIndexPage), codes, {**defaults, **fields})


def make_axis(languages: Iterable[str] | None = None, **fields: Any) -> AxisPage:
    """Return an intervention axis."""
    return make_page(AxisPage, make_index(AxisIndexPage), languages, **fields)


def make_contact(languages: Iterable[str] | None = None, holder: str = "Salma Essai", **fields: Any) -> ContactPage:
    """Return a contact card; `holder` holds the role today ("" for nobody)."""
    page = _make_with_relations(ContactPage, make_index(ContactIndexPage), languages, fields)
    if holder:
        Holder.objects.create(page=page, name=holder, since=date(2020, 1, 1))
    return page


def make_standard_page(languages: Iterable[str] | None = None, **fields: Any) -> StandardPage:
    """Return a plain page below the front page."""
    return make_page(StandardPage, fields.pop("parent", None) or make_home(), languages, **fields)


def make_region(name: str = "", **fields: Any) -> Region:
    """Return a region."""
    name = name or f"Region {next(_count)}"
    names = {registry.field("name", code): name for code in registry.codes()}
    return Region.objects.create(**{"slug": f"region-{next(_count)}", **names, **fields})


def make_organisation(name: str = "", **fields: Any) -> Organisation:
    """Return a donor."""
    name = name or f"Organisation {next(_count)}"
    names = {registry.field("name", code): f"{name} {code}" for code in registry.codes()}
    return Organisation.objects.create(**{**names, **fields})


def picture_bytes(width: int = 320, height: int = 200, kind: str = "JPEG", **options: Any) -> bytes:
    """Return the bytes of a drawn picture: hills under a sun, different each time."""
    number = next(_count)
    image = Image.new("RGB", (width, height), (223, 230, 238))
    draw = ImageDraw.Draw(image)
    draw.polygon([(0, height), (width // 2, height // 3), (width, height)], fill=(11, 61, (60 + number * 7) % 255))
    draw.ellipse([width * 3 // 4, height // 8, width * 7 // 8, height // 3], fill=(240, 180, number % 255))
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def make_picture(width: int = 320, height: int = 200, **fields: Any) -> SitePicture:
    """Return a picture of nobody, drawn for the test, in all its sizes, with alternative text in every language."""
    number = next(_count)
    alts = {registry.field("alt_text", code): f"Hills {number} {code}" for code in registry.codes()}
    file = ContentFile(picture_bytes(width, height), name=f"hills-{number}.jpg")
    values = {"title": f"Hills {number}", "file": file, "credit": "The mission", **alts, **fields}
    picture = SitePicture.objects.create(**values)
    # Tests never commit, so what is made on commit is made here.
    refresh(picture)
    return SitePicture.objects.get(pk=picture.pk)


def make_document(name: str = "", content: bytes = b"%PDF-1.4\n%%EOF\n", **fields: Any) -> SiteDocument:
    """Return a document of a few bytes."""
    number = next(_count)
    file = ContentFile(content, name=name or f"report-{number}.pdf")
    titles = {registry.field("title", code): f"Report {number} {code}" for code in registry.codes()}
    return SiteDocument.objects.create(**{"file": file, **titles, **fields})


def make_user(name: str = "", is_superuser: bool = True, **fields: Any) -> Any:
    """Return somebody who can log in with PASSWORD; an administrator unless told."""
    name = name or f"person{next(_count)}"
    make = get_user_model().objects.create_superuser if is_superuser else get_user_model().objects.create_user
    return make(name, f"{name}@example.org", PASSWORD, **fields)


def _make_with_relations(model: Any, parent: Any, languages: Iterable[str] | None, fields: dict[str, Any]) -> Any:
    many = {field.name for field in model._meta.many_to_many}
    relations = {name: fields.pop(name) for name in many & set(fields)}
    page = make_page(model, parent, languages, **fields)
    for name, values in relations.items():
        setattr(page, name, list(values))
    if relations:
        page.save()
        page = model.objects.get(pk=page.pk)
    return page
