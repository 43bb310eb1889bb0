"""All addresses of the site by name, and how one answers a person: what the permission table is made of."""

from collections.abc import Iterator
from typing import Any

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

# What stands in a cell: v shown, L sent to sign in, - refused, n not found, m other method, r sent elsewhere, b bad.
SIGNS = {200: "v", 403: "-", 404: "n", 405: "m", 400: "b", 410: "n"}


def patterns(found: Any = None, namespace: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (name, parameters) of every named address, each name once for each set of parameters."""
    for entry in (found or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from patterns(entry, inner)
        elif isinstance(entry, URLPattern) and entry.name:
            yield f"{namespace}{entry.name}", tuple(parameters(entry))


def parameters(entry: URLPattern) -> list[str]:
    """Return the names of an address's parameters; unnamed groups are numbered."""
    names = list(entry.pattern.converters or getattr(entry.pattern.regex, "groupindex", {}))
    return names or [str(place) for place in range(entry.pattern.regex.groups)]


def address(name: str, names: tuple[str, ...], values: dict[str, Any]) -> str:
    """Return an address with the values of its parameters; `values` may name one for a single address, as "name.pk"."""
    chosen = {
        one: values.get(f"{name}.{one}", values.get(f"{name.rpartition(':')[0]}.{one}", values.get(one, 1)))
        for one in names
    }
    if all(one.isdigit() for one in names):
        return reverse(name, args=list(chosen.values()))
    return reverse(name, kwargs=chosen)


def sign(client: Client, url: str) -> str:
    """Return the sign of the answer to a GET."""
    answer = client.get(url)
    if answer.status_code in {301, 302}:
        target = answer.headers["Location"]
        if target.startswith(reverse("wagtailadmin_login")):
            return "L"
        return "-" if target == reverse("wagtailadmin_home") else "r"
    return SIGNS.get(answer.status_code, str(answer.status_code))
