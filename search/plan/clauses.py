"""A neutral tree of what to match and what it is worth; each engine translates these few forms."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Everything:
    """Every page."""


@dataclass(frozen=True)
class Term:
    """A field holds exactly this term."""

    field: str
    value: str
    boost: float = 1.0


@dataclass(frozen=True)
class AnyTerm:
    """A field holds one of these terms; worth nothing."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Stemmed:
    """A field holds a word that the field's own analysis takes for this one; several words: next to each other."""

    field: str
    words: tuple[str, ...]
    boost: float = 1.0


@dataclass(frozen=True)
class Phrase:
    """A field holds these terms in this order, at most `slop` places apart."""

    field: str
    words: tuple[str, ...]
    boost: float = 1.0
    slop: int = 0


@dataclass(frozen=True)
class Best:
    """One of these, worth the best of them and a tenth of the others."""

    clauses: tuple[Clause, ...]
    tie: float = 0.1


@dataclass(frozen=True)
class Some:
    """At least `minimum` of these, worth their sum."""

    clauses: tuple[Clause, ...]
    minimum: int = 1


@dataclass(frozen=True)
class Every:
    """All of `clauses`, none of `without`; `bonus` only adds to the worth."""

    clauses: tuple[Clause, ...]
    without: tuple[Clause, ...] = ()
    bonus: tuple[Clause, ...] = ()


@dataclass(frozen=True)
class Fixed:
    """Worth exactly this when the clause matches."""

    clause: Clause
    score: float


Clause = Everything | Term | AnyTerm | Stemmed | Phrase | Best | Some | Every | Fixed
