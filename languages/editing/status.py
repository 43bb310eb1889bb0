"""How a language of a page stands, in words an officer understands."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from languages import registry
from languages.page_fields import TranslationStatus


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
        return _("not started") if self.translation == TranslationStatus.MISSING else _("draft")

    @property
    def is_stale(self) -> bool:
        """Whether the language has fallen behind the one it was translated from."""
        return self.translation == TranslationStatus.STALE

    @property
    def translation_label(self) -> Any:
        """How the text stands beside the other languages."""
        return _("original") if self.is_original else self.translation.label


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
