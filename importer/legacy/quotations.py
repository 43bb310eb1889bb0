"""Quotations of a paragraph with their speakers, and whether the paragraph is nothing else."""

import re
from dataclasses import dataclass

from importer.legacy.attribution import Attribution, after_quote, before_quote
from importer.legacy.document import Quote
from importer.legacy.folding import fold
from importer.legacy.quote_marks import Marked, marked
from importer.legacy.words import pattern


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a paragraph quotes; `whole` is set when it is one speaker's words and the attribution, and nothing else."""

    quotes: tuple[Quote, ...] = ()
    whole: Quote | None = None


def quotations(text: str) -> Quoted:
    """Return the quotations of the paragraph `text`; a title or a term between quotation marks is none."""
    stretches = marked(text)
    quotes: list[Quote] = []
    used = [(each.start, each.end) for each in stretches]
    last: Attribution | None = None
    end_of_last = 0
    for index, each in enumerate(stretches):
        following = stretches[index + 1].start if index + 1 < len(stretches) else len(text)
        after = after_quote(text[each.end : following])
        before = None if after else before_quote(text[end_of_last : each.start])
        found = after or before
        if found is None and last and not text[end_of_last : each.start].strip(" \u00a0\u202f.,;"):
            found = Attribution(last.speaker, last.role, 0)
        if found and last and last.speaker and not (found.speaker or found.role) and after:
            found = after = Attribution(last.speaker, last.role, after.length)  # « she added », in one paragraph
        if not _is_speech(text, each, found):
            end_of_last = each.end
            continue
        quotes.append(Quote(each.inside, found.speaker if found else "", found.role if found else ""))
        if after:
            used.append((each.end, each.end + after.length))
        elif before:
            used.append((each.start - before.length, each.start))
        end_of_last = each.end + (after.length if after else 0)
        last = found or last
    return Quoted(tuple(quotes), _whole(text, quotes, stretches, used))


def _is_speech(text: str, each: Marked, found: Attribution | None) -> bool:
    words = len(each.inside.split())
    if found and words >= (1 if found.speaker or found.length else 3):
        return True
    speaks = bool(pattern("quotes", "first_person", r"(?<![\w-]){}(?![\w-])").search(fold(each.inside)))
    is_sentence = bool(re.search(r"[.!?…]", each.inside))
    if text[: each.start].rstrip().endswith(":"):
        return words >= 8 or ((speaks or is_sentence) and words >= 3)
    return words >= 4 and (speaks and (is_sentence or words >= 8) or (is_sentence and words >= 8))


def _whole(text: str, quotes: list[Quote], stretches: list[Marked], used: list[tuple[int, int]]) -> Quote | None:
    if not quotes or len(quotes) != len(stretches):
        return None
    speakers = {(each.speaker, each.role) for each in quotes}
    if len(speakers) != 1 or not quotes[0].speaker:
        return None
    position, rest = 0, ""
    for start, end in sorted(used):
        rest += text[position:start] if start > position else ""
        position = max(position, end)
    if (rest + text[position:]).strip(" \u00a0\u202f.,;:–—-"):
        return None
    return Quote(" ".join(each.text for each in quotes), quotes[0].speaker, quotes[0].role)
