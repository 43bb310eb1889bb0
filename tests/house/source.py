"""The project's own source, room by room, for the rules of the house."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def storeys() -> list[str]:
    """The rooms from the top down, as the import contract lists them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return list(settings["tool"]["importlinter"]["contracts"][0]["layers"])


def room_of(path: Path) -> str:
    """The room a file stands in."""
    return path.relative_to(ROOT).parts[0]


def python_files() -> Iterator[Path]:
    """Python files of all rooms, migrations aside."""
    for room in storeys():
        yield from (path for path in sorted((ROOT / room).rglob("*.py")) if "migrations" not in path.parts)


def templates() -> Iterator[Path]:
    """Templates of all rooms."""
    for room in storeys():
        yield from sorted(path for path in (ROOT / room).rglob("*.html") if "templates" in path.parts)


def strings_of(path: Path) -> Iterator[tuple[int, str]]:
    """Every string in a Python file with its line; parts of f-strings too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def names_of(path: Path) -> Iterator[tuple[int, str]]:
    """Every name, attribute and keyword in a Python file with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            yield node.lineno, node.attr
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.value.lineno, node.arg


def at(path: Path, line: int) -> str:
    """A place as an editor understands it."""
    return f"{path.relative_to(ROOT)}:{line}"
