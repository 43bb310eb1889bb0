"""How the words of one language are analysed, chosen by the language's English name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from search.text import arabic, english, french


@dataclass(frozen=True)
class Analysis:
    """Stop words are folded; `root` and `family` take a folded word; `intents` only say one wants to reach somebody,
    `vague` those that may well say something else, unless one of `whom` asks for a person; `press` stand in the role
    of who answers the press; `light` words, which are on most pages or only ask, decide nothing beside others."""

    name: str
    stop: frozenset[str] = frozenset()
    elisions: frozenset[str] = frozenset()
    intents: frozenset[str] = frozenset()
    press: frozenset[str] = frozenset()
    root: Callable[[str], str] = str
    family: Callable[[str], str] = str
    vague: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()


_KNOWN = {
    "french": Analysis(
        "french",
        french.STOP,
        french.ELISIONS,
        french.INTENTS,
        french.PRESS,
        french.root,
        french.family,
        french.VAGUE,
        french.WHOM,
        french.LIGHT,
    ),
    "english": Analysis(
        "english",
        english.STOP,
        frozenset(),
        english.INTENTS,
        english.PRESS,
        english.root,
        english.family,
        english.VAGUE,
        english.WHOM,
        english.LIGHT,
    ),
    "arabic": Analysis("arabic", arabic.STOP, frozenset(), arabic.INTENTS, arabic.PRESS, arabic.root, arabic.root),
}


def analyses(languages: Mapping[str, str]) -> dict[str, Analysis]:
    """The analysis for each language code; an unknown language is searched word for word."""
    return {code: _KNOWN.get(name.lower(), Analysis(name.lower())) for code, name in languages.items()}
