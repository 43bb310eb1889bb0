"""Contact blocks: the lines under « Pour plus d'informations » and whom they name."""

import re
from dataclasses import dataclass, field, replace

from importer.legacy.document import Contact
from importer.legacy.folding import fold
from importer.legacy.line_repair import ADDRESS
from importer.legacy.people import has_honorific, names_organisation, names_role, person, without_honorific
from importer.legacy.phones import phones_in
from importer.legacy.source_line import Line
from importer.legacy.words import alternatives, pattern

_MAIL = re.compile(ADDRESS)
_AT = re.compile(r"\s+(?:at|from|with|à|chez)\s+(?:the\s+)?")
_ADDRESS = re.compile(r"\b(?:www\.|https?://)\S+")
_LONGEST = 14
_LONG_LINE = 200
_PART = re.compile(r"[,;|\t•]|\s[–—-]\s|\n|:(?=\s|$)")


@dataclass(slots=True)
class Block:
    """Lines `start` to `end` (not included) and the people they name."""

    start: int
    end: int
    contacts: tuple[Contact, ...] = field(default=())


def contact_blocks(lines: list[Line]) -> list[Block]:
    """Return the contact blocks of a page: an opening line, and short lines with a telephone number or an e-mail."""
    blocks, index = [], 0
    while index < len(lines):
        if opens_contact(lines[index].text):
            end = _end(lines, index)
            if end:
                blocks.append(Block(index, end, read_contacts(lines[index:end])))
                index = end
                continue
        index += 1
    return blocks


def opens_contact(text: str) -> bool:
    """Say whether `text` starts as contact blocks do."""
    return bool(pattern("contacts", "openers", r"^\W*{}").match(fold(text[:80])))


def _end(lines: list[Line], start: int) -> int:
    """Return where the block ends, 0 when nobody can be reached through it."""
    end = 0
    for index in range(start, min(len(lines), start + _LONGEST)):
        line = lines[index]
        is_evidence = _reaches(line)
        if (
            index > start
            and not is_evidence
            and (len(line.text) > 90 or _is_sentence(line.text) or line.tag[:1] == "h")
        ):
            break
        if index > start and len(line.text) > _LONG_LINE:
            break
        if is_evidence or (end and _ADDRESS.search(line.text)):
            end = index + 1
    return end


def _reaches(line: Line) -> bool:
    return bool(
        _MAIL.search(line.text) or phones_in(line.text) or any("mailto:" in link.address for link in line.links)
    )


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) > 7


def read_contacts(lines: list[Line]) -> tuple[Contact, ...]:
    """Return the people that the lines of a block name, with what stands by each name."""
    found: list[Contact] = []
    current = Contact()
    mails = _mails(lines)
    for part, is_value in _parts(lines):
        current, done = _add(current, part, is_value, mails)
        if done is not None:
            found.append(done)
    found.append(current)
    return tuple(each for each in found if each.name or each.email or each.phones)


def _mails(lines: list[Line]) -> str:
    return fold(" ".join(_MAIL.findall(" ".join(line.text for line in lines))))


def _parts(lines: list[Line]) -> list[tuple[str, bool]]:
    """Return the parts of the block, and of each whether it holds a telephone number or an e-mail."""
    parts: list[tuple[str, bool]] = []
    opener = re.compile(rf"^\W*{alternatives('contacts', 'openers')}(?:\W*{alternatives('contacts', 'fillers')}\b)*\W*")
    for line in lines:
        text = line.text
        skipped = opener.match(fold(text))
        text = text[skipped.end() :] if skipped else text
        mailto = [
            link.address.split(":", 1)[1].split("?")[0] for link in line.links if link.address.startswith("mailto:")
        ]
        if _MAIL.search(text) or phones_in(text):
            lead = re.split(rf"\b{alternatives('contacts', 'labels')}\b", fold(text))[0]
            before = re.split(r"[+(]?\d|\S+@", text[: len(lead)])[0] if lead else ""
            parts += [(part.strip(), False) for part in _PART.split(before) if part.strip()]
            parts.append((text, True))
        else:
            parts += [(part.strip(), False) for part in _PART.split(text) if part.strip()]
        parts += [(address, True) for address in mailto if address not in text]
    return parts


def _add(current: Contact, part: str, is_value: bool, mails: str) -> tuple[Contact, Contact | None]:
    """Return the contact with `part` added, and the one before it when `part` starts another."""
    if is_value:
        return _with_values(current, part)
    bare = part.strip(" .:")
    if pattern("contacts", "labels", r"^{}$").match(fold(bare)):
        return current, None
    name = person(bare) or _proved_by_mail(bare, mails)
    if name and not names_role(bare) and (" " in name or has_honorific(bare)):
        if current.name or current.email or current.phones:
            return Contact(name=name), current
        return replace(current, name=name), None
    at = _AT.split(bare, maxsplit=1)
    if len(at) == 2 and " " in person(at[0]) and not current.name:
        return replace(current, name=person(at[0]), office=current.office or at[1]), None
    if names_role(bare) and not current.role:
        return replace(current, role=bare), None
    if names_organisation(bare) and not current.office:
        return replace(current, office=bare), None
    return current, None


def _with_values(current: Contact, text: str) -> tuple[Contact, Contact | None]:
    mails, phones = _MAIL.findall(text), phones_in(_MAIL.sub(" ", text))
    done = None
    if mails and current.email and current.email != mails[0]:
        done, current = current, Contact()
    return replace(
        current,
        email=current.email or (mails[0] if mails else ""),
        phones=tuple(dict.fromkeys(current.phones + phones)),
    ), done


def _proved_by_mail(text: str, mails: str) -> str:
    """A name whose capital was lost is a name all the same when the e-mail address spells it."""
    words = without_honorific(text).split()
    if not 2 <= len(words) <= 4 or not words[0][:1].isupper() or not all(word.isalpha() for word in words):
        return ""
    last = fold(words[-1])
    return " ".join(words) if len(last) > 2 and last in mails.replace(".", "").replace("-", "") else ""
