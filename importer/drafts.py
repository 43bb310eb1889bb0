"""The draft page that a document becomes, of the right kind and below the right index page."""

from dataclasses import dataclass, field
from typing import Any

from wagtail.log_actions import log

from importer.legacy.document import Kind, LegacyDocument, PieceKind, Precision
from importer.legacy.queue_reasons import TITLE
from languages import registry
from news.models import NewsContact, NewsIndexPage, NewsPage
from programmes.models import AxisIndexPage, AxisPage, ProgrammeIndexPage, ProgrammePage

from .contact_cards import cards_for
from .page_texts import body_of, text_of
from .sections import front_page, index_page
from .site_names import SiteNames
from .working_titles import working_title

_NEWS_KINDS = {
    Kind.NEWS_RELEASE: NewsPage.Kind.RELEASE,
    Kind.STORY: NewsPage.Kind.STORY,
    Kind.EVENT: NewsPage.Kind.EVENT,
    Kind.STATEMENT: NewsPage.Kind.STATEMENT,
    Kind.MENU_ONLY: NewsPage.Kind.RELEASE,
}
_PRECISIONS = {
    Precision.DAY: NewsPage.Precision.DAY,
    Precision.RANGE: NewsPage.Precision.RANGE,
    Precision.MONTH: NewsPage.Precision.MONTH,
    Precision.YEAR: NewsPage.Precision.YEAR,
    Precision.UNKNOWN: NewsPage.Precision.UNKNOWN,
}
_NEWS_FIELDS = (PieceKind.NOTE, PieceKind.BOILERPLATE, PieceKind.DATELINE, PieceKind.LABEL)


@dataclass(slots=True)
class Draft:
    """The page made, and the pages that wait for an officer: (page, reasons, working title)."""

    page: Any
    waiting: list[tuple[Any, list[str], str]] = field(default_factory=list)


def make_draft(document: LegacyDocument, name: str, names: SiteNames, user: Any = None) -> Draft:
    """Make the draft of `document`, read from the file `name`; nothing of it is public."""
    codes = site_languages(document)
    cards = cards_for(document, codes[0])
    waiting = [(card, [TITLE], title) for card, title, _made in cards if title]
    if document.kind is Kind.CONTACT and cards:
        return Draft(cards[0][0], waiting)
    match document.kind:
        case Kind.PROGRAMME:
            page, parent = _programme(document, codes, names), index_page(ProgrammeIndexPage)
        case Kind.AXES:
            page, parent = _axes(document, codes)
        case _:
            page, parent = _news(document, codes, names), index_page(NewsIndexPage)
    title = _give_titles(page, document, codes, name)
    is_known = any(not made for _card, _title, made in cards)
    if isinstance(page, NewsPage):
        _add_contacts(page, document, codes, cards, is_known)
    page.owner = user
    with registry.active():
        parent.add_child(instance=page)
        log(instance=page, action="wagtail.create", user=user, data={"imported_from": name})
        page.save_revision(user=user)
    if document.queued:
        waiting.insert(0, (page, list(document.queued), title))
    return Draft(page, waiting)


def site_languages(document: LegacyDocument) -> tuple[str, ...]:
    """Return the languages of `document` that the site has; the default one when its words do not tell."""
    found = tuple(code for code in registry.codes() if code in document.languages)
    return found or (registry.default(),)


def _give_titles(page: Any, document: LegacyDocument, codes: tuple[str, ...], name: str) -> str:
    """Set title and lead in each language; return the working title that stands in the first when there is none."""
    given = False
    for code in codes:
        title = document.text_of(PieceKind.TITLE, code if document.languages else "")
        given = given or bool(title)
        setattr(page, registry.field("title", code), title[:255])
        setattr(
            page, registry.field("lead", code), document.text_of(PieceKind.LEAD, code if document.languages else "")
        )
    if given:
        return ""
    working = working_title(name)
    setattr(page, registry.field("title", codes[0]), working)
    return working


def _news(document: LegacyDocument, codes: tuple[str, ...], names: SiteNames) -> NewsPage:
    dateline = document.dateline
    is_range = dateline.precision is Precision.RANGE
    page = NewsPage(
        live=False,
        kind=_NEWS_KINDS.get(document.kind, NewsPage.Kind.RELEASE),
        date=dateline.start,
        date_end=dateline.end if is_range else None,
        date_precision=_PRECISIONS[dateline.precision],
    )
    taken = (*_NEWS_FIELDS, PieceKind.CONTACT) if document.contacts else _NEWS_FIELDS
    for code in codes:
        setattr(page, registry.field("place", code), (dateline.place or "")[:120])
        setattr(page, registry.field("body", code), body_of(document, code, taken))
        setattr(page, registry.field("notes_to_editors", code), text_of(document, (PieceKind.NOTE,), code))
        setattr(page, registry.field("boilerplate", code), text_of(document, (PieceKind.BOILERPLATE,), code))
    page.programmes = names.known(names.programmes, document.programmes)
    page.axes = names.known(names.axes, document.axes)
    page.regions = names.known(names.regions, document.regions)
    page.donors = names.donors_named(document.donors)
    return page


def _add_contacts(
    page: NewsPage, document: LegacyDocument, codes: tuple[str, ...], cards: list, is_known: bool
) -> None:
    """Name the cards on the page; what a block says of a card that the site had already goes to the notes."""
    for card, _title, _made in cards:
        page.news_contacts.add(NewsContact(contact=card))
    for code in codes if is_known else ():
        column = registry.field("notes_to_editors", code)
        said = text_of(document, (PieceKind.CONTACT,), code)
        setattr(page, column, "\n\n".join(text for text in (getattr(page, column), said) if text))


def _programme(document: LegacyDocument, codes: tuple[str, ...], names: SiteNames) -> ProgrammePage:
    page = ProgrammePage(live=False)
    for code in codes:
        setattr(page, registry.field("body", code), body_of(document, code, ()))
    page.axes = names.known(names.axes, document.axes)
    page.regions = names.known(names.regions, document.regions)
    page.donors = names.donors_named(document.donors)
    return page


def _axes(document: LegacyDocument, codes: tuple[str, ...]) -> tuple[Any, Any]:
    """The list of axes when the site has none yet, else an axis page below it for the officer to share out."""
    parent = AxisIndexPage.objects.order_by("path").first()
    page: Any = AxisPage(live=False, number=99)
    if parent is None:
        page, parent = AxisIndexPage(live=False), front_page()
    for code in codes:
        setattr(page, registry.field("body", code), body_of(document, code, ()))
    return page, parent
