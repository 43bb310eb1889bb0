"""Names of people, their roles and who they work for, in the few words round a verb or in a contact block."""

import re
from functools import cache

from importer.legacy.folding import fold
from importer.legacy.words import alternatives, pattern

_CAPITAL = r"[A-ZÀ-ÖØ-ÝŒ]"
_WORD = rf"{_CAPITAL}[\w’'‑-]*"
_PARTICLE = r"(?:de|da|di|du|el|al|ben|bin|ibn|van|von|der|den|la|le|ould|aït|ait|y)"
_NAME = re.compile(rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_WORD}){{0,4}}")
_ARTICLE = re.compile(r"^(?:le|la|les|l['’]|the|un|une|a|an|son|sa|notre|our|its)\s*(?=\S)", re.I)


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('quotes', 'honorifics')}\b\.?\s*)+(?=\S)")


def without_honorific(text: str) -> str:
    """Return `text` without « Mme », « Mr. » and the like at its start."""
    found = _honorific().match(fold(text))
    if not found or not re.match(rf"\s*{_CAPITAL}", text[found.end() :]) or not text[:1].isupper():
        return text
    return text[found.end() :].strip()


def has_honorific(text: str) -> bool:
    """Say whether `text` starts with a form of address."""
    return without_honorific(text) != text


def names_role(text: str) -> bool:
    """Say whether `text` starts with what somebody is: « chef de mission », « Programme Officer »."""
    bare = fold(_ARTICLE.sub("", text.strip()))
    return bool(pattern("quotes", "roles").search(" ".join(bare.split()[:4])))


def names_organisation(text: str) -> bool:
    """Say whether `text` has a word of institutions or addresses in it."""
    return bool(pattern("contacts", "organisations").search(fold(text)))


def person(text: str) -> str:
    """Return the name of the person that `text` is, without form of address, or nothing."""
    bare = without_honorific(text.strip()).strip(" .,;:")
    if not _NAME.fullmatch(bare) or len(bare) > 70:
        return ""
    if names_organisation(bare) or (names_role(bare) and not has_honorific(text)):
        return ""
    return bare


def without_article(text: str) -> str:
    """Return `text` without the article at its start."""
    return _ARTICLE.sub("", text.strip(), count=1).strip()


def person_and_role(words: str) -> tuple[str, str]:
    """Return who is named in `words` (« la cheffe de mission, Mme X », « X, directeur de Y ») and the role."""
    parts = [part.strip(" .;:") for part in re.split(r",\s*|\s[–—-]\s|\((?=[^\W\d_])|\)", words) if part.strip(" .;:")]
    for index, part in enumerate(parts):
        name = person(part)
        if name and (index == 0 or " " in name or has_honorific(part)):
            before = [without_article(each) for each in parts[:index] if names_role(each)]
            after = [without_article(each) for each in parts[index + 1 :] if not _is_circumstance(each)]
            role = ", ".join(before or after)
            return name, role if re.search(r"[^\W\d]", role) else ""
        name, role = _name_after_role(part)
        if name:
            return name, ", ".join([role, *parts[index + 1 :]])
    return _organisation(parts)


def _is_circumstance(part: str) -> bool:
    """« lors de la cérémonie », « on Monday »: when it was said, and nobody's role."""
    return bool(pattern("quotes", "adjuncts", r"^{}\b").match(fold(part)))


def _name_after_role(part: str) -> tuple[str, str]:
    """« le chef de mission Anna Exemple »: the capitalised words at the end that are neither role nor institution."""
    if not names_role(part):
        return "", ""
    tokens = part.split()
    start = len(tokens)
    while start and re.fullmatch(_WORD, tokens[start - 1]) and not _is_office(tokens[start - 1]):
        start -= 1
    name = " ".join(tokens[start:])
    if len(tokens) - start < 2 or start == 0:
        honoured = re.search(rf"\s((?:M\.|Mr\.?|Mme|Mrs\.?|Ms\.?|Dr\.?|Monsieur|Madame)\s+{_NAME.pattern})$", part)
        if not honoured:
            return "", ""
        return without_honorific(honoured[1]), without_article(part[: honoured.start()])
    role = " ".join(tokens[:start])
    return without_honorific(name), without_article(re.sub(r"\s(?:M|Mr|Mme|Mrs|Ms|Dr)\.?$", "", role))


def _is_office(word: str) -> bool:
    return names_organisation(word) or names_role(word)


def _organisation(parts: list[str]) -> tuple[str, str]:
    """An institution speaks too: « a déclaré l'OIM »."""
    if len(parts) == 1:
        bare = without_article(parts[0])
        if re.fullmatch(r"[A-Z]{2,}(?:\s\w+)?|[A-Z][\w’'-]+(?:\s(?:[a-z]{1,4}\s)?[A-Z][\w’'-]*)+", bare):
            return bare, ""
    if len(parts) >= 1 and names_role(parts[0]) and len(parts[0]) < 120:
        return "", without_article(", ".join(parts))
    return "", ""
