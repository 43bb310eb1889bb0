"""The words of each language that the reader knows, from words/<language>.toml: a new language is a new file."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).with_name("words")
_PLACES = "places"


@cache
def languages() -> dict[str, dict[str, Any]]:
    """Return the tables of words by language code, in the order the files ask for."""
    tables = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in _FOLDER.glob("*.toml")}
    tables.pop(_PLACES)
    return dict(sorted(tables.items(), key=lambda item: item[1]["order"]))


@cache
def places() -> dict[str, Any]:
    """Return the names of regions and towns."""
    return tomllib.loads((_FOLDER / f"{_PLACES}.toml").read_text("utf-8"))


@cache
def alternatives(section: str, key: str) -> str:
    """Return one group matching what any language says under `section`.`key` (top of the table: ""), in folded text."""
    said = [(table[section] if section else table)[key] for table in languages().values()]
    return "(?:" + "|".join(each for each in said if each) + ")"


@cache
def pattern(section: str, key: str, shape: str = r"\b{}\b") -> re.Pattern[str]:
    """Return the compiled `shape`, its braces replaced by the alternatives, for folded text."""
    return re.compile(shape.replace("{}", alternatives(section, key)))


@cache
def listed(key: str) -> frozenset[str]:
    """Return the folded words of a list that stands at the top of every table."""
    return frozenset(word for table in languages().values() for word in table[key].split())


@cache
def counting() -> dict[str, int]:
    """Return the small numbers that are written as words."""
    return {word: value for table in languages().values() for word, value in table["numbers"].items()}
