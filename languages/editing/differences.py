"""What a translation differs in from its source, told as the officer sees it: by field, and by block and place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from languages import options, registry
from languages.differences import Difference, Kind, copied, differences
from languages.page_fields import TranslationStatus

from .comparable import label_of
from .names import in_language, named_here

SHOWN = 12
FEW = 4


@dataclass(frozen=True)
class Told:
    """What differs in one language: its source, sentences (a few), and how many more there are."""

    language: registry.Language
    source: registry.Language
    sentences: list[str]
    more: int

    @property
    def count(self) -> int:
        """How many sentences there are in all."""
        return len(self.sentences) + self.more

    @property
    def is_short(self) -> bool:
        """Whether they stand at once where the other language has a blank beside them; longer lists are unfolded."""
        return self.count <= FEW


def tell(page: Any, code: str) -> Told | None:
    """Return what differs in a language of a page in memory; None when nothing does or nothing is written there."""
    if getattr(page, registry.field("translation", code)) == TranslationStatus.MISSING and not _is_begun(page, code):
        return None
    found = differences(page, code)
    if not found:
        return None
    basis = getattr(page, registry.field("translated_from", code)) or {}
    source = registry.language(basis.get("source") or registry.default())
    sentences = list(dict.fromkeys(_sentence(page, one, code, source) for one in found))
    return Told(registry.language(code), source, sentences[:SHOWN], max(0, len(sentences) - SHOWN))


def tell_copied(page: Any, codes: Iterable[str]) -> dict[str, str]:
    """Return {key: sentence} of what would go public in some languages in the words of another, not translated."""
    told = {}
    for code in codes:
        source, found = copied(page, code)
        if source is None:
            continue
        for one in found:
            what = _what(page, one, (code, source))
            told[f"{code}:{one.field}/{one.part}"] = str(in_language(what, code))
    return told


def _is_begun(page: Any, code: str) -> bool:
    streams = options.streamfields(type(page))
    return any(getattr(page, registry.field(name, code)) for name in ("title", *streams))


def _sentence(page: Any, difference: Difference, code: str, source: registry.Language) -> str:
    told = {
        Kind.BEHIND: _("%(what)s: changed in %(source)s since"),
        Kind.UNTRANSLATED: _("%(what)s: not translated yet"),
        Kind.ONLY_HERE: _("%(what)s: only in %(language)s"),
        Kind.COPIED: _("%(what)s: still word for word the text in %(source)s"),
        Kind.NOT_THE_SAME: _("%(what)s: another picture, number, contact or document than in %(source)s"),
    }
    values = {"source": named_here(source.code), "language": named_here(code)}
    return told[difference.kind] % {**values, "what": _what(page, difference, (code, source.code))}


def _what(page: Any, difference: Difference, codes: tuple[str, ...]) -> str:
    model = type(page)
    if difference.field in options.streamfields(model) and difference.part:
        return _block(page, difference, codes)
    return str(capfirst(label_of(model, difference.field)))


def _block(page: Any, difference: Difference, codes: tuple[str, ...]) -> str:
    for code in codes:
        for position, block in enumerate(getattr(page, registry.field(difference.field, code)) or (), start=1):
            if block.id == difference.part:
                return _("%(block)s (block %(position)s)") % {
                    "block": capfirst(str(block.block.label)),
                    "position": position,
                }
    return _("A block that is gone")
