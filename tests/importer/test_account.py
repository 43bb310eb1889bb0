"""Every character of an old page is accounted for, whatever happened to the page."""

import html
import random
import re
from collections import Counter

import pytest

from importer.legacy import LegacyDocument
from importer.legacy.account import account_for
from importer.legacy.document import Fate
from importer.legacy.folding import fold

from .pages import ALL, HTML, MENU, read

STRAY = ["\n", " ", "\f", "\u00a0", "<", "&", "«", "»", '"', "[", "]", "\x85", "\u200b", "-", "\r\n"]


def damaged(seed: int) -> str:
    """Return paragraphs of several pages in any order, cut, doubled and strewn with stray characters."""
    chance = random.Random(seed)
    lines = [line for page in ALL if page is not HTML for line in page.split("\n")]
    text = chance.choice(["\n", "\n\n", "\r\n"]).join(chance.sample(lines, chance.randint(1, 30)))
    for _ in range(chance.randint(0, 8)):
        place = chance.randint(0, len(text))
        match chance.randint(0, 3):
            case 0:
                text = text[:place] + chance.choice(STRAY) + text[place:]
            case 1:
                text = text[:place] + text[place + chance.randint(1, 5) :]
            case 2:
                text = text[:place] + text[place : place + 60] + text[place:]
            case 3:
                text = text.replace("œ", "").replace("’", "?")
    return f"<html><body><p>{text}</p></body></html>" if chance.random() < 0.2 else text


def fates_cover(document: LegacyDocument, source: str) -> bool:
    """Say whether the stretches of the account are the whole source, one after the other."""
    position = 0
    for stretch in document.account.stretches:
        if stretch.start != position:
            return False
        position = stretch.end
    return position == len(source)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", fold(text)))


def check(source: str) -> None:
    """Check the sum, the positions, and that no word said to be placed is missing from the imported text."""
    document = read(source)
    account = document.account
    unplaced = sum(stretch.end - stretch.start for stretch in account.unplaced)
    assert account.characters == len(source) == account.placed + account.dropped + unplaced
    assert fates_cover(document, source)
    assert all(source[each.start : each.end] == each.text for each in account.unplaced)
    if document.repairs or "<html" in source:
        return
    placed = " ".join(source[each.start : each.end] for each in account.stretches if each.fate is Fate.PLACED)
    assert not words(html.unescape(placed)) - words(document.body)


@pytest.mark.parametrize("page", ALL)
def test_every_character_of_a_page_is_accounted_for(page: str) -> None:
    check(page)


@pytest.mark.parametrize("block", range(12))
def test_every_character_of_a_damaged_page_is_accounted_for(block: int) -> None:
    for seed in range(block * 40, block * 40 + 40):
        source = damaged(seed)
        try:
            check(source)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}: {source!r}") from error


@pytest.mark.parametrize("block", range(6))
def test_a_sentence_of_the_text_is_never_taken_for_a_menu(block: int) -> None:
    sentences = [line for page in ALL for line in page.split("\n") if len(line) > 60 and line[-1:] in ".»"]
    sentences = [line for line in sentences if line not in MENU and "<" not in line and "[" not in line]
    for seed in range(block * 25, block * 25 + 25):
        chance = random.Random(seed)
        chosen = chance.sample(sentences, 5)
        body = fold(" ".join(read(MENU + "\n".join(chosen) + "\n" + MENU).body.split()))
        for sentence in chosen:
            first = " ".join(sentence.split()[-5:]).replace("uvre ", "œuvre ")
            assert fold(first) in body, f"seed {seed}: {sentence}"


def test_text_that_no_piece_uses_is_unplaced() -> None:
    account = account_for("un deux trois", [(0, 2, Fate.PLACED), (8, 13, Fate.MENU)])
    assert [(each.start, each.end, each.text) for each in account.unplaced] == [(3, 8, "deux ")]
    assert (account.placed, account.dropped) == (3, 5)


def test_a_character_has_one_fate() -> None:
    with pytest.raises(ValueError, match="claimed twice"):
        account_for("un deux", [(0, 5, Fate.PLACED), (3, 7, Fate.MENU)])


def test_white_space_counts_with_the_text_before_it() -> None:
    account = account_for("\n un \n\n deux ", [(2, 4, Fate.MENU), (8, 12, Fate.PLACED)])
    assert (account.placed, account.dropped) == (5, 8)
