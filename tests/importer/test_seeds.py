"""The real old pages, read from the folder named by LEGACY_PAGES; nothing of their text stands here."""

import datetime
import os
import re
from pathlib import Path

import pytest

from importer.legacy import Kind, LegacyDocument, PieceKind, Precision, read_document, read_file
from tests.servers.parts import PartMissing

from .damages import DAMAGES, wrapped


@pytest.fixture(scope="module")
def pages() -> dict[str, LegacyDocument]:
    """The five pages by the number that starts their name."""
    folder = os.environ.get("LEGACY_PAGES")
    if not folder:
        raise PartMissing("the old pages", "name the folder that holds them in LEGACY_PAGES")
    return {path.name[:3]: read_file(path) for path in sorted(Path(folder).glob("*.txt"))}


def test_nothing_of_the_old_pages_is_unplaced(pages: dict[str, LegacyDocument]) -> None:
    for page in pages.values():
        assert not page.account.unplaced
        assert page.account.placed + page.account.dropped == page.account.characters


def test_the_kinds_of_the_old_pages_are_recognised(pages: dict[str, LegacyDocument]) -> None:
    kinds = {number: page.kind for number, page in pages.items()}
    assert kinds == {
        "000": Kind.NEWS_RELEASE,
        "001": Kind.EVENT,
        "002": Kind.STORY,
        "003": Kind.EVENT,
        "004": Kind.AXES,
    }


def test_the_menus_are_dropped_and_the_page_is_not(pages: dict[str, LegacyDocument]) -> None:
    assert [len(pages[number].menu_lines) for number in sorted(pages)] == [29, 17, 17, 17, 0]
    assert not any(line.startswith("- ") for page in pages.values() for line in page.body.split("\n"))


def test_the_contact_of_the_release_can_be_reached(pages: dict[str, LegacyDocument]) -> None:
    (contact,) = pages["000"].contacts
    assert len(contact.name.split()) == 2 and contact.office
    assert contact.email.startswith(contact.name[0].lower()) and contact.name.split()[1] in contact.email
    assert [(phone[:4], len(phone)) for phone in contact.phones] == [("+212", 13)]
    assert any('"mailto:' in repair.before and repair.after == contact.email for repair in pages["000"].repairs)
    assert any(repair.before == "uvre" for repair in pages["000"].repairs)


def test_the_release_is_joined_credited_and_queued_for_its_date(pages: dict[str, LegacyDocument]) -> None:
    page = pages["000"]
    assert len(page.donors) == 7 and page.queued == ("date_missing",)
    assert {quote.speaker for quote in page.quotes} == {page.quotes[0].speaker} != {""}
    assert [piece.kind for piece in page.pieces].count(PieceKind.QUOTE) == 1
    assert all("\n" not in piece.text for piece in page.pieces if piece.kind is PieceKind.PARAGRAPH)


def test_the_speakers_of_the_event_are_named_with_their_roles(pages: dict[str, LegacyDocument]) -> None:
    page = pages["001"]
    assert len(page.quotes) == 3 and all(quote.speaker and quote.role for quote in page.quotes)
    assert [piece.kind for piece in page.pieces].count(PieceKind.QUOTE) == 3
    assert page.dateline.start == page.dateline.end == datetime.date(2022, 12, 16)
    assert len(page.regions) == 7 and page.programmes == ("RDPP",) and not page.queued


def test_the_untitled_story_keeps_its_notes_and_waits(pages: dict[str, LegacyDocument]) -> None:
    page = pages["002"]
    assert page.queued == ("title_missing", "date_missing") and not page.title
    assert [piece.kind for piece in page.pieces[-2:]] == [PieceKind.NOTE, PieceKind.CREDIT]
    assert len(page.donors) == 1 and len(page.quotes) == 7
    assert PieceKind.QUOTE not in [piece.kind for piece in page.pieces]


def test_the_training_has_its_place_and_its_range_of_days(pages: dict[str, LegacyDocument]) -> None:
    dateline = pages["003"].dateline
    assert (dateline.place, dateline.precision) == ("Rabat", Precision.RANGE)
    assert (dateline.start, dateline.end) == (datetime.date(2016, 5, 16), datetime.date(2016, 5, 19))
    assert not pages["003"].quotes and len(pages["003"].donors) == 1


def test_the_three_axes_are_told_apart_and_their_headings_asked_for(pages: dict[str, LegacyDocument]) -> None:
    page = pages["004"]
    assert [(axis.heading, len(axis.pieces)) for axis in page.axis_sections] == [("", 2), ("", 2), ("", 2)]
    assert page.queued == tuple(f"axis_heading_missing:{number}" for number in (1, 2, 3))
    assert page.programmes == ("AVRR", "FORSATY") and len(page.donors) == 3


def facts(page: LegacyDocument) -> dict[str, object]:
    """What the reader must find in a page however it comes: letters and numbers, whatever became of the signs."""

    def plain(text: str) -> str:
        return re.sub(r"[\W_]", "", text.replace("œ", "oe").replace("\u00ad", ""))

    return {
        "kind": page.kind,
        "title": plain(page.title),
        "dateline": page.dateline,
        "quotes": [(plain(each.speaker), plain(each.role), plain(each.text)) for each in page.quotes],
        "contacts": [(each.name, each.office, each.email, each.phones) for each in page.contacts],
        "donors": [plain(name) for name in page.donors],
        "programmes": [plain(name) for name in page.programmes],
        "regions": [plain(name) for name in page.regions],
        "axes": [len(axis.pieces) for axis in page.axis_sections],
        "notes": sorted(piece.kind for piece in page.pieces if piece.kind in (PieceKind.NOTE, PieceKind.CREDIT)),
        "queued": page.queued,
    }


def sources() -> list[str]:
    """The texts of the old pages; none where their folder is not known, which the other tests tell."""
    folder = os.environ.get("LEGACY_PAGES")
    return [path.read_text("utf-8") for path in sorted(Path(folder).glob("*.txt"))] if folder else []


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_old_page_damaged_once_more_says_the_same(pages: dict[str, LegacyDocument], damage: str) -> None:
    for number, source in zip(sorted(pages), sources(), strict=True):
        page = read_document(DAMAGES[damage](source))
        assert not page.account.unplaced and facts(page) == facts(pages[number]), number
        assert bool(page.menu_lines) == bool(pages[number].menu_lines), number


@pytest.mark.parametrize("width", range(40, 104, 7))
def test_an_old_page_wrapped_at_any_width_says_the_same(pages: dict[str, LegacyDocument], width: int) -> None:
    for number, source in zip(sorted(pages), sources(), strict=True):
        for hyphens in (False, True):
            assert facts(read_document(wrapped(source, width, hyphens).encode())) == facts(pages[number]), number
