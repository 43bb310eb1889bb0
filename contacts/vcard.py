"""Contact files: a card as vCard 3.0 (RFC 2426, what every address book reads) or 4.0 (RFC 6350)."""

import re

from .cards import Card

VERSIONS = ("3.0", "4.0")
LINE_OCTETS = 75


def vcard(card: Card, version: str, *, organisation: str, address: str, revised: str) -> str:
    """Return the contact file of a card.

    `organisation` is the mission's name, `address` the whole address of the card's page, `revised` a timestamp as in
    20261122T110000Z. Raises ValueError for an unknown version. Lines end in CRLF and are folded at 75 octets.
    """
    if version not in VERSIONS:
        raise ValueError(f"no vCard version {version!r}")
    is_old = version == "3.0"
    lines = [
        "BEGIN:VCARD",
        f"VERSION:{version}",
        f"FN:{escape(card.name)}",
        f"N:{_name(card)}",
        _filled("ORG", organisation),
        _filled("TITLE", "" if card.is_vacant else card.role),
        *(_telephone(phone.uri, is_old=is_old, is_first=not place) for place, phone in enumerate(card.phones)),
        _filled("EMAIL;TYPE=INTERNET" if is_old else "EMAIL", card.email),
        *(f"LANG;PREF={place}:{code}" for place, code in enumerate(() if is_old else card.spoken, 1)),
        f"ADR;TYPE=work:;;{escape(card.office)};;;;" if card.office else "",
        "CATEGORIES:" + ",".join(map(escape, card.covers)) if card.covers else "",
        _filled("NOTE", " ".join(filter(None, (card.through, card.hours)))),
        f"URL:{address}",
        f"REV:{revised}",
        "END:VCARD",
    ]
    return "".join(folded(line) for line in lines if line)


def _filled(name: str, value: str) -> str:
    return f"{name}:{escape(value)}" if value else ""


def escape(text: str) -> str:
    r"""Return a text value: backslash, comma and semicolon escaped, line breaks as \n, control characters dropped."""
    text = re.sub(r"\r\n?|\u2028|\u2029", "\n", text)
    text = re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", " ", text)
    return re.sub(r"([\\,;])", r"\\\1", text).replace("\n", r"\n")


def folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, never cutting a character in two (RFC 6350, section 3.2)."""
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > LINE_OCTETS:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += octets
    return "\r\n".join(pieces) + "\r\n"


def _name(card: Card) -> str:
    """Return family and given name as far as a byline tells: the last word is taken for the family's name."""
    given, _blank, family = card.name.rpartition(" ")
    if card.is_vacant or not given:
        return f"{escape(card.name)};;;;"
    return f"{escape(family)};{escape(given)};;;"


def _telephone(uri: str, *, is_old: bool, is_first: bool) -> str:
    if is_old:
        return f"TEL;TYPE=WORK,VOICE{',PREF' if is_first else ''}:{uri.removeprefix('tel:')}"
    return f'TEL;VALUE=uri;TYPE="work,voice"{";PREF=1" if is_first else ""}:{uri}'
