"""Who paid: the institutions named after « grâce au financement de », « funded by » and the like."""

import re
from functools import cache

from importer.legacy.folding import fold
from importer.legacy.words import alternatives, pattern

_LONGEST = 400
_PURPOSES = ("pour", "for")
_CLAUSE_END = re.compile(r"[;:!?«“\"\]]|(?<!\b[A-Z])\.(?=\s|$)|\s[–—-]\s")
_ENDS, _GOES_ON, _STARTS = "ends", "goes on", "starts"
_AND = r"(?:et|and|ainsi que|as well as|&)"


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{alternatives('donors', 'articles')}(?<=')|{alternatives('donors', 'articles')}\s+)")


@cache
def _connector() -> re.Pattern[str]:
    return re.compile(rf"\s*,\s*(?:{_AND}\s+)?|\s+{_AND}\s+")


def donors_in(text: str) -> list[str]:
    """Return the donors that `text` credits, as it names them."""
    folded = fold(text)
    openers = list(pattern("donors", "openers", r"\b{}(?!\w)").finditer(folded))
    found: list[str] = []
    for index, opener in enumerate(openers):
        end = min(opener.end() + _LONGEST, openers[index + 1].start() if index + 1 < len(openers) else len(text))
        found += _named(text[opener.end() : end], opener[0].endswith(":"))
    return list({fold(name): name for name in reversed(found)}.values())[::-1]


def _named(text: str, is_list: bool) -> list[str]:
    text = text[: m.start()] if (m := _CLAUSE_END.search(text)) else text
    text = text[: _stop(text)]
    if not is_list and not _article().match(fold(text)):
        return []
    names: list[str] = []
    repeats = pattern("donors", "repeated_articles", r"^\s*{}(?:\s|(?<='))")
    must_repeat = bool(repeats.match(fold(text)))
    current, connector, rest = _first(text)
    while connector:
        more, following, left = _first(rest)
        verdict = _verdict(current, connector, rest)
        if verdict == _STARTS and "," in connector and must_repeat and not repeats.match(fold(rest)):
            break
        if verdict == _ENDS:
            break
        if verdict == _GOES_ON:
            current += connector + more
        else:
            names.append(current)
            current = more
        connector, rest = following, left
    names.append(current)
    return [clean for name in names if (clean := _clean(name))]


def _stop(text: str) -> int:
    """Return where the credit ends; « pour l'Afrique », « for Africa » belong to the name before."""
    for found in pattern("donors", "stops", r"[\s,]+{}\b").finditer(fold(text)):
        article = _article().match(fold(text[found.end() :]))
        after = text[found.end() + (article.end() if article else 0) :].lstrip()
        if not (found[0].strip(" ,") in _PURPOSES and after[:1].isupper()):
            return found.start()
    return len(text)


def _first(text: str) -> tuple[str, str, str]:
    """Return `text` up to the first connector, the connector, and what follows it."""
    found = _connector().search(fold(text))
    return (text[: found.start()], text[found.start() : found.end()], text[found.end() :]) if found else (text, "", "")


def _verdict(current: str, connector: str, after: str) -> str:
    """Decide at a connector: the name goes on, another starts, or the list ends."""
    article = _article().match(fold(after))
    bare = after[article.end() :] if article else after
    institution = pattern("donors", "institutions", r"^{}\b").match(fold(bare))
    starts_name = bool(re.match(r"[A-ZÀ-ÖØ-Ý]", bare)) or bool(institution)
    keeps = pattern("donors", "keeps_its_commas", r"^{}\b").match(fold(_clean(current)))
    is_certain = bool(institution) or bool(re.match(r"[A-Z]{2,}\b", bare))
    if pattern("donors", "own_names", r"^{}").match(fold(bare)):
        return _ENDS
    if starts_name:
        return _GOES_ON if keeps and not is_certain else _STARTS
    return _GOES_ON if article and connector.strip() != "," else _ENDS


def _clean(name: str) -> str:
    bare = name.strip(" ,.\u00a0")
    while article := _article().match(fold(bare + " ")):
        if article.end() >= len(bare):
            return ""
        bare = bare[article.end() :].strip()
    is_name = re.match(r"[A-ZÀ-ÖØ-Ý]", bare) or pattern("donors", "institutions", r"^{}\b").match(fold(bare))
    bare = re.sub(r"(?:\s(?:et|and|à|a|le|la|de|du|des|of|the))+$", "", bare)
    return bare if is_name and 2 <= len(bare) <= 220 else ""
