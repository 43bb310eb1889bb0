"""The account of a page: what became of every character of its source.

White space counts with the text before it (at the very start, with the text after it). Text that no claim covers is
unplaced: the account is made from what was really used, so a line that somebody forgot shows.
"""

from collections.abc import Iterable

from importer.legacy.document import Account, Fate, Stretch

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"


def is_blank(text: str) -> bool:
    """Say whether `text` shows nothing: white space and characters without width."""
    return not text.strip().strip(INVISIBLE).strip()


def account_for(source: str, claims: Iterable[tuple[int, int, Fate]]) -> Account:
    """Return the account of `source`; `claims` are stretches (start, end, fate) that do not overlap.

    Raises ValueError when two claims overlap: a character has one fate.
    """
    stretches: list[list] = []
    position = 0
    for start, end, fate in sorted(claims):
        if start < position:
            raise ValueError(f"characters {start} to {position} are claimed twice")
        _fill(stretches, source, position, start, fate)
        _add(stretches, start, end, fate)
        position = end
    _fill(stretches, source, position, len(source), Fate.UNPLACED)
    return _total(source, stretches)


def _fill(stretches: list[list], source: str, start: int, end: int, following: Fate) -> None:
    if start == end:
        return
    gap = source[start:end]
    if is_blank(gap):
        _add(stretches, start, end, stretches[-1][2] if stretches else following)
        return
    lead = len(gap) - len(gap.lstrip())
    if lead and stretches:
        _add(stretches, start, start + lead, stretches[-1][2])
        start += lead
    _add(stretches, start, end, Fate.UNPLACED)


def _add(stretches: list[list], start: int, end: int, fate: Fate) -> None:
    if start == end:
        return
    if stretches and stretches[-1][2] is fate:
        stretches[-1][1] = end
    else:
        stretches.append([start, end, fate])


def _total(source: str, stretches: list[list]) -> Account:
    sums = dict.fromkeys(Fate, 0)
    told = []
    for start, end, fate in stretches:
        sums[fate] += end - start
        shown = "" if fate in (Fate.PLACED, Fate.MARKUP) else source[start:end]
        told.append(Stretch(start, end, fate, shown))
    placed, unplaced = sums[Fate.PLACED], sums[Fate.UNPLACED]
    return Account(len(source), placed, len(source) - placed - unplaced, tuple(told))
