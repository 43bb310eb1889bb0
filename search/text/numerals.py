"""Numbers written in words: seventy-five is 75, soixante-quinze and 75 find each other."""

from functools import lru_cache

from search.text.fold import fold

SMALLEST, LARGEST = 10, 9_999  # what is written in words either way; smaller ones are too common to look for
_ENGLISH_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_ENGLISH_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
_FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_FRENCH_ONES = """zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept
dix-huit dix-neuf""".split()


def spellings(number: int) -> tuple[str, ...]:
    """The ways a number is written in words, in French and in English; none when it is too small or too large."""
    if not SMALLEST <= number <= LARGEST:
        return ()
    return tuple(dict.fromkeys((french(number), english(number))))


def english(number: int) -> str:
    """As in: one hundred and forty-two."""
    if number >= 1000:
        head, rest = f"{english(number // 1000)} thousand", number % 1000
        return head if not rest else f"{head} {'and ' if rest < 100 else ''}{english(rest)}"
    if number >= 100:
        head = f"{_ENGLISH_ONES[number // 100]} hundred"
        return f"{head} and {english(number % 100)}" if number % 100 else head
    if number < 20:
        return _ENGLISH_ONES[number]
    ten = next(name for name, value in _ENGLISH_TENS.items() if value == number // 10 * 10)
    return f"{ten}-{_ENGLISH_ONES[number % 10]}" if number % 10 else ten


def french(number: int) -> str:
    """As in: cent quarante-deux; the plural marks of cents and quatre-vingts as a writer would put them."""
    if number >= 1000:
        head = "mille" if number < 2000 else f"{french(number // 1000)} mille"
        return f"{head} {french(number % 1000)}" if number % 1000 else head
    if number >= 100:
        rest = number % 100
        head = "cent" if number < 200 else f"{_FRENCH_ONES[number // 100]} cent{'' if rest else 's'}"
        return f"{head} {french(rest)}" if rest else head
    return _french_below_hundred(number)


def _french_below_hundred(number: int) -> str:
    if number < 20:
        return _FRENCH_ONES[number]
    if number >= 80:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{_FRENCH_ONES[number - 80]}"
    ten = min(number // 10 * 10, 60)
    rest = number - ten
    if not rest:
        return _FRENCH_TENS[ten]
    return f"{_FRENCH_TENS[ten]} et {_FRENCH_ONES[rest]}" if rest in (1, 11) else f"{_FRENCH_TENS[ten]}-{french(rest)}"


def read(words: list[str]) -> tuple[int, int]:
    """The number that folded words begin with and how many words it takes; (0, 0) when they begin with none.

    The longest way to read them counts: "mille neuf cents" is one number.
    """
    known = _known()
    for count in range(min(len(words), _LONGEST), 0, -1):
        if number := known.get(_key(words[:count])):
            return number, count
    return 0, 0


_LONGEST = 9  # words of "four thousand four hundred and seventy-seven" and the like


def _key(words: list[str]) -> tuple[str, ...]:
    """Without what wavers: plural marks of hundreds, the "and" between, "a" before hundred."""
    marks = {"cents": "cent", "vingts": "vingt", "hundreds": "hundred"}
    return tuple(marks.get(word, word) for word in words if word not in ("and", "et"))


@lru_cache(maxsize=1)
def _known() -> dict[tuple[str, ...], int]:
    """Every number that is written in words, by those words."""
    found = {}
    for number in range(SMALLEST, LARGEST + 1):
        for text in (french(number), english(number)):
            found[_key(fold(text).replace("-", " ").split())] = number
    return found
