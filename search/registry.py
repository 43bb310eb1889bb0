"""What higher rooms tell search: names of facets and kinds, and what an empty result page offers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Labels = Callable[[Iterable[str]], Mapping[str, Any]]


@dataclass(frozen=True)
class Facet:
    """A facet: its name in addresses, its label, and how its values are called in the active language."""

    name: str
    label: Any
    labels: Labels


facets: dict[str, Facet] = {}
kinds: dict[str, Any] = {}
# name -> function of the request, shown when nothing was found: latest news, the press desk
offers: dict[str, Callable[[Any], Any]] = {}


def register_facet(name: str, label: Any, labels: Labels) -> None:
    """Give a facet its label; `labels` maps the values asked for to readable names (unknown ones left out)."""
    facets[name] = Facet(name, label, labels)
