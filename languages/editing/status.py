"""How a language of a page stands, in words an officer understands."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from languages import registry
from languages.page_fields import TranslationStatus

# Stored as missing: a translation that lacks its body is no translation yet, and still is no empty page.
BEGUN, BEGUN_LABEL = "begun", _("unfinished")


def begun(code: str) -> Q:
    """Return the condition of a page that has some text in a language, yet not all that must be there."""
    has_text = Q(**{registry.field("pending", code): True}) | Q(live=True, **{registry.field("published", code): True})
    return Q(**{registry.field("translation", code): TranslationStatus.MISSING}) & has_text


def standing(code: str, values: Iterable[str]) -> Q:
    """Return the condition of a page whose language stands in one of some ways (see State.progress)."""
    condition = Q(pk__in=())
    for value in values:
        is_so = Q(**{registry.field("translation", code): value})
        condition |= begun(code) if value == BEGUN else is_so & ~begun(code)
    return condition


def ways() -> list[tuple[str, Any]]:
    """Return how a text can stand, with the words for it, to choose from."""
    missing, *others = TranslationStatus.choices
    return [missing, (BEGUN, BEGUN_LABEL), *others]


@dataclass(frozen=True)
class State:
    """One language of one page: what readers see (`label`), and how the translation stands."""

    language: registry.Language
    is_public: bool
    is_pending: bool
    translation: TranslationStatus
    stale_since: Any = None
    is_original: bool = False

    @property
    def label(self) -> Any:
        """What readers see of the language."""
        if self.is_public:
            return _("online, changes pending") if self.is_pending else _("online")
        return _("not started") if self.is_missing else _("draft")

    @property
    def is_begun(self) -> bool:
        """Whether something is written in the language, and something that must be there is not yet."""
        return self.translation == TranslationStatus.MISSING and (self.is_public or self.is_pending)

    @property
    def is_missing(self) -> bool:
        """Whether nothing at all is written in the language."""
        return self.translation == TranslationStatus.MISSING and not self.is_begun

    @property
    def is_stale(self) -> bool:
        """Whether the language has fallen behind the one it was translated from."""
        return self.translation == TranslationStatus.STALE

    @property
    def translation_label(self) -> Any:
        """How the text stands beside the other languages."""
        if self.is_begun:
            return BEGUN_LABEL
        return _("original") if self.is_original else self.translation.label

    @property
    def progress(self) -> str:
        """The same in one word for filters and style: missing, begun, current, stale."""
        return BEGUN if self.is_begun else self.translation.value


def state(instance: Any, code: str) -> State | None:
    """Return the state of a language of a page; None for what is no page, or is not saved yet."""
    if not getattr(instance, "pk", None) or not hasattr(instance, "is_published_in"):
        return None
    return State(
        registry.language(code),
        instance.is_published_in(code),
        bool(getattr(instance, registry.field("pending", code))),
        TranslationStatus(getattr(instance, registry.field("translation", code))),
        getattr(instance, registry.field("stale_since", code)),
        is_original=_is_original(instance, code),
    )


def _is_original(instance: Any, code: str) -> bool:
    """Whether the text of a language is not translated from another one."""
    is_current = getattr(instance, registry.field("translation", code)) == TranslationStatus.CURRENT
    return bool(is_current and not getattr(instance, registry.field("translated_from", code)))


def states(instance: Any) -> list[State]:
    """Return the state of every language of a page, the default first; nothing for what is no saved page."""
    return [found for code in registry.codes() if (found := state(instance, code)) is not None]
