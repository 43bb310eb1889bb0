"""Reads the facts of the accessibility statement and says them in one language."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from languages import registry

FACTS = Path(__file__).parent / "statement.toml"
# The levels a statement of conformance at level AA answers for (WCAG 2.2, 5.2.1).
PARTLY = "partly"


@dataclass(frozen=True)
class Check:
    """How criteria are checked: automatically, by a script or by hand; `files` are the tests, from the root."""

    kind: str
    words: str
    files: tuple[str, ...]


@dataclass(frozen=True)
class Criterion:
    """A success criterion with its result here; `result_words` and `how` are in the language of the statement."""

    number: str
    level: str
    name: str
    result: str
    result_words: str
    how: str
    checks: tuple[Check, ...]

    @property
    def kinds(self) -> str:
        """How it is checked in a few words: automatic, by hand."""
        return ", ".join(dict.fromkeys(check.kind for check in self.checks))


@dataclass(frozen=True)
class Principle:
    """One of the four principles and its criteria, by number."""

    name: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True)
class Statement:
    """The whole statement in the language `code`; `is_full` when no criterion is met only in part."""

    code: str
    direction: str
    reviewed: dt.date
    standard: str
    status: str
    is_full: bool
    limits: tuple[str, ...]
    checks: tuple[Check, ...]
    principles: tuple[Principle, ...]


@cache
def facts() -> Mapping[str, Any]:
    """Return the file, parsed."""
    with FACTS.open("rb") as file:
        return tomllib.load(file)


def statement(code: str) -> Statement:
    """Return the statement in a language; in the default one where nobody has written it in that language."""
    found = facts()
    code = code if code in found["standard"] else registry.default()
    checks = {name: _check(one, found, code) for name, one in found["checks"].items()}
    criteria = [_criterion(one, found, checks, code) for one in found["criteria"]]
    is_full = all(one.result != PARTLY for one in criteria)
    return Statement(
        code=code,
        direction=registry.language(code).direction,
        reviewed=found["reviewed"],
        standard=found["standard"][code],
        status=found["status"]["full" if is_full else PARTLY][code],
        is_full=is_full,
        limits=tuple(one[code] for one in found["limits"]),
        checks=tuple(checks.values()),
        principles=tuple(
            Principle(name[code], tuple(one for one in criteria if one.number.startswith(number)))
            for number, name in found["principles"].items()
        ),
    )


def _check(one: Mapping[str, Any], found: Mapping[str, Any], code: str) -> Check:
    return Check(found["kinds"][one["kind"]][code], one[code], tuple(one["files"]))


def _criterion(one: Mapping[str, Any], found: Mapping[str, Any], checks: Mapping[str, Check], code: str) -> Criterion:
    return Criterion(
        number=one["number"],
        level=one["level"],
        name=one["name"][code],
        result=one["result"],
        result_words=found["results"][one["result"]][code],
        how=one["how"][code],
        checks=tuple(checks[name] for name in one["by"]),
    )
