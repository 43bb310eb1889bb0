"""Who said it: the words before or after a quotation that name the speaker and the role."""

import re
from dataclasses import dataclass
from functools import cache

from importer.legacy.folding import fold
from importer.legacy.people import person, person_and_role
from importer.legacy.words import alternatives

_NEAR = 320


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker, the role, and how many characters next to the quotation say so; no speaker where a pronoun stands."""

    speaker: str
    role: str
    length: int


@cache
def _verb() -> str:
    past, present = alternatives("quotes", "past"), alternatives("quotes", "present")
    auxiliary, pronoun = alternatives("quotes", "auxiliaries"), alternatives("quotes", "pronouns")
    adverb = r"(?:\s+(?:egalement|aussi|encore|ainsi|notamment|also|further))?"
    return (
        rf"(?:(?:l')?{auxiliary}-t-{pronoun}{adverb}\s+{past}|{present}(?:-t)?-{pronoun}|{pronoun}\s+{present}"
        rf"|(?:l'|nous |leur )?{auxiliary}{adverb}\s+{past}|{alternatives('quotes', 'reflexive_past')}|{present})\b"
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s*[,.;]?\s*(?:(?P<verb>{_verb()})|(?P<source>{alternatives('quotes', 'according_to')})\s)")


@cache
def _adjuncts() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s,]*{alternatives('quotes', 'adjuncts')}\b)+[\s,]*")


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(rf".*?(?:-|^|\s){alternatives('quotes', 'pronouns')}(?:\s|$)")


def after_quote(text: str) -> Attribution | None:
    """Return the attribution that `text`, which follows a quotation, starts with."""
    sentence = text[: sentence_end(text)]
    folded = fold(sentence)
    found = _after().match(folded)
    if found:
        words = sentence[found.end() :]
        skipped = _adjuncts().match(fold(words))
        speaker, role = person_and_role(words[skipped.end() :] if skipped else words)
        if found["source"] and not speaker:
            return None
        if _pronoun().match(found["verb"] or "") and not speaker:
            return Attribution("", "", found.end())
        return Attribution(speaker, role, len(sentence))
    return _name_before_verb(sentence, folded) or _signature(sentence, text)


def _name_before_verb(sentence: str, folded: str) -> Attribution | None:
    """English: “...”, Anna Example, the Chief of Mission, said."""
    verb = re.search(rf"\s{_verb()}", folded)
    if not verb or verb.start() > 160:
        return None
    speaker, role = person_and_role(sentence[: verb.start()].strip(" ,.;"))
    return Attribution(speaker, role, len(sentence)) if speaker else None


def _signature(sentence: str, text: str) -> Attribution | None:
    """« ... » – Anna Exemple, cheffe de mission."""
    dash = re.match(r"\s*[–—-]\s+|\s*\(", sentence)
    if not dash or len(sentence.strip()) < len(text.strip()):
        return None
    speaker, role = person_and_role(sentence[dash.end() :].strip(" )."))
    return Attribution(speaker, role, len(sentence)) if speaker and " " in speaker else None


def before_quote(text: str) -> Attribution | None:
    """Return the attribution that `text`, which stands before a quotation, ends with."""
    near = text[-_NEAR:]
    start = last_sentence(near)
    sentence = near[start:]
    folded = fold(sentence)
    source = re.match(rf"\s*{alternatives('quotes', 'according_to')}\s+", folded)
    if source:
        speaker, role = person_and_role(sentence[source.end() :].rstrip(" ,:"))
        if speaker:
            return Attribution(speaker, role, len(sentence))
    if not re.search(r"[:,]\s*$|\b(?:que|qu'|that)\s*$", folded):
        return None
    verbs = list(re.finditer(rf"(?<![\w-]){_verb()}", folded))
    if not verbs:
        return None
    verb = verbs[-1]
    words = _ADDRESSEE.sub("", sentence[verb.end() :].strip(" :,"))
    speaker, role = person_and_role(words) if words else ("", "")
    if not speaker or not person(speaker):
        speaker, role = person_and_role(_without_opening(sentence[: verb.start()]))
    return Attribution(speaker, role, len(sentence))


_ADDRESSEE = re.compile(r"\s*(?:que|qu['’]|that)$")


def _without_opening(words: str) -> str:
    skipped = _adjuncts().match(fold(words))
    return (words[skipped.end() :] if skipped else words).strip(" ,")


def sentence_end(text: str) -> int:
    """Return where the first sentence of `text` ends, its full stop included; a quotation that opens ends it too."""
    honorifics = re.compile(rf"(?:^|[\s,(]){alternatives('quotes', 'honorifics')}\.$")
    for found in re.finditer(r"[.!?;](?=\s|$)|[«“„]|(?<=\s)\"", text):
        if found[0] in '«“„"':
            return found.start()
        until = fold(text[max(0, found.start() - 14) : found.end()])
        is_initial = re.search(r"(?:^|\s)[A-Z]\.$", text[: found.end()])
        if not honorifics.search(until) and not is_initial and text[: found.start()].strip():
            return found.end()
    return len(text)


def last_sentence(text: str) -> int:
    """Return where the last sentence of `text` starts."""
    start = 0
    for found in re.finditer(r"[.!?»”]\s+(?=[A-ZÀ-Ý])", text):
        if not re.search(
            rf"(?:^|[\s,(]){alternatives('quotes', 'honorifics')}\.$", fold(text[: found.start() + 1])[-14:]
        ):
            start = found.end()
    return start
