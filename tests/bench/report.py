"""Writes what was measured to docs/benchmarks.md; each benchmark replaces its own section and leaves the others."""

import os
import platform
import re
import sqlite3
from importlib.metadata import version
from pathlib import Path

import psutil

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "benchmarks.md"
HEAD = """\
# Measurements

Written by `make bench-search`, `make bench-relevance` and `make bench-pages`, each its own section, in one run each.
"""


def replace_section(name: str, text: str, page: Path = PAGE) -> None:
    """Put Markdown between the marks `<!-- name -->` and `<!-- /name -->`; a new section goes to the end."""
    before = page.read_text(encoding="utf-8") if page.exists() else HEAD
    section = f"<!-- {name} -->\n{text.strip()}\n<!-- /{name} -->"
    found = re.compile(rf"<!-- {name} -->.*?<!-- /{name} -->", re.DOTALL)
    after = found.sub(lambda _match: section, before) if found.search(before) else f"{before.rstrip()}\n\n{section}\n"
    page.write_text(after, encoding="utf-8")


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def machine(*packages: str, **others: str) -> str:
    """The machine in general terms, and the versions of what was measured."""
    memory = psutil.virtual_memory().total / 2**30
    versions = {"Python": platform.python_version(), "SQLite": sqlite3.sqlite_version}
    versions |= {package: version(package) for package in packages} | others
    named = ", ".join(f"{name} {number}" for name, number in versions.items() if number)
    return f"{os.cpu_count()} cores, {memory:.0f} GB of memory, {platform.system()} {platform.machine()}; {named}."
