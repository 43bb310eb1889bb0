"""Where the words of a text are: elision, inclusive writing, dotted acronyms and grouped digits count as one word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.text.clean import clean
from search.text.fold import fold

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"  # combining marks: Latin, Arabic vowels
_DOTS = "·•‧∙⋅・"
# French inclusive writing (guide of the Haut Conseil à l’Égalité, 2015): migrant·e·s, migrant-e-s,
# migrant(e)s, migrant.e.s, travailleur/euse. The feminine ending adds nothing to look for.
_ENDINGS = "(?:e|ne|se|fe|ve|te|le|sse|esse|euse|rice|trice|ice|ère|ière|ienne|enne|nne|lle|elle|ale|ive)"
_AFTER_MARK = (
    rf"(?<=[{_DOTS}])[^\W\d_]{{1,6}}(?:[{_DOTS}]?s)?\b"
    rf"|(?<=\()(?:{_ENDINGS}s?|s|x)\)s?"
    rf"|(?<=[-.]){_ENDINGS}[-.]s\b"
    rf"|(?<=-)(?:e|ne|euse|rice|trice|ère|esse)(?:s|-s)?\b(?![-'])"
    rf"|(?<=\.)(?:es?|nes?)\b(?!\s+[a-z])"
    rf"|(?<=/)(?:{_ENDINGS})s?\b"
)
_INCLUSIVE = rf"[{_DOTS}.\-(/](?:{_AFTER_MARK})"
_GROUPED = r"(?<![\d.,])\d{1,3}(?:[ .,'\u00a0\u202f\u2009]\d{3})+(?![\d]|[.,]\d)"
_ACRONYM = r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?"
_WORD = rf"[^\W_][^\W_{_MARKS}]*(?:[{_MARKS}]+[^\W_]*)*"
# A number and its unit are two words, written together or not: 17h40 and 17 h 40, 300km and 300 km.
_UNITS = "(?:h|min|km|kg|cm|mm|m|ml|ha|kwh|mwh|kw|mw|go|mo|dhs?|mad|eur|euros?|ans|jours?|mois)"
_MEASURED = rf"(?<!\w)\d+(?=(?i:{_UNITS})(?:\d\d?)?(?!\w))"
_UNIT = rf"(?<=\d)(?<!\D0)(?i:{_UNITS})(?=(?:\d\d?)?(?!\w))"
_TOKEN = re.compile(
    rf"(?P<number>{_GROUPED}|{_MEASURED})|(?P<unit>{_UNIT})|(?P<acronym>{_ACRONYM})|(?P<word>{_WORD})(?P<inclusive>{_INCLUSIVE})?"
)
_ARABIC_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]+")  # vowels and tatweel
_NOT_WORD = re.compile(r"[\W_]+")
# The same spellings, each found by its first or its telling character: ten times quicker on whole documents.
_LETTER = r"[^\W\d_]"
_ENDED = re.compile(rf"[{_DOTS}.\-(/](?<={_LETTER}{_LETTER}{_LETTER}.)(?:{_AFTER_MARK})")
_NUMBERS = re.compile(_GROUPED)
_MEASURES = re.compile(rf"({_MEASURED})((?i:{_UNITS}))")
_MEASURE_BEGUN = re.compile(r"\d[hkcmgdeajHKCMGDEAJ]")
_DIGITS_APART = re.compile(r"\d[ .,'\u00a0\u202f\u2009]\d{3}")
_ACRONYMS = re.compile(_ACRONYM)
_LETTERS_DOTTED = re.compile(r"\.(?<=[^\W\d_]\.)[^\W\d_]\.")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as written (without inclusive ending, digits joined), folded, and its place in the text."""

    surface: str
    folded: str
    start: int
    end: int


def _surface(match: re.Match[str]) -> tuple[str, int]:
    """The word to look for and how far it reaches in the text."""
    if match["number"] or match["unit"] or match["acronym"]:
        return _NOT_WORD.sub("", match.group()), match.end()
    word, ending = match["word"], match["inclusive"]
    shortest = 2 if ending and ending[0] in _DOTS else 3  # un·e, né·e
    if not ending or len(word) < shortest or word[-1].isdigit():
        return word, match.end("word")
    return (word + "s" if ending.rstrip(")").endswith("s") and word[-1] not in "sx" else word), match.end()


def cut(text: str) -> Iterator[Word]:
    """The words of a text that was cleaned, in order."""
    position = 0
    while match := _TOKEN.search(text, position):
        surface, position = _surface(match)
        yield Word(surface, fold(surface), match.start(), position)


def plain(text: str) -> str:
    """The text for an analyser that only cuts at what is no letter: special spellings already written out."""
    text = _ARABIC_MARKS.sub("", clean(text))
    text = joined_digits(text)
    if _LETTERS_DOTTED.search(text):
        text = _ACRONYMS.sub(_joined, text)
    if _MEASURE_BEGUN.search(text):
        text = _MEASURES.sub(r"\1 \2 ", text)
    return _ENDED.sub(_plural, text)


def joined_digits(text: str) -> str:
    """12 500 as 12500."""
    return _NUMBERS.sub(_joined, text) if _DIGITS_APART.search(text) else text


def _joined(match: re.Match[str]) -> str:
    """Digits or letters without what stands between them."""
    return _NOT_WORD.sub("", match.group())


def _plural(match: re.Match[str]) -> str:
    """What an inclusive ending leaves of itself: the plural."""
    return "s" if match.group().rstrip(")").endswith("s") and match.string[match.start() - 1] not in "sx" else ""


_SIMPLE = re.compile(r"[^\W_]+")


def folded_words(plain_text: str) -> list[str]:
    """Folded words of a text that went through `plain`: the fast way for whole documents."""
    return [fold(word) for word in _SIMPLE.findall(plain_text)]
