"""Find every message of the project: Python files with Babel, templates with Django's own lexer."""

import ast
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {".venv", "var", "tests", "node_modules", "tools", "docs", "locale"}
SINGLE, PLURAL, CONTEXT, CONTEXT_PLURAL = (1,), (1, 2), ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    "_": SINGLE,
    "gettext": SINGLE,
    "gettext_lazy": SINGLE,
    "gettext_noop": SINGLE,
    "ngettext": PLURAL,
    "ngettext_lazy": PLURAL,
    "pgettext": CONTEXT,
    "pgettext_lazy": CONTEXT,
    "npgettext": CONTEXT_PLURAL,
    "npgettext_lazy": CONTEXT_PLURAL,
}
LITERAL = r"u?(?:'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")"
CALL = re.compile(rf"\b(_|gettext|ngettext|pgettext|npgettext)\(\s*({LITERAL}(?:\s*,\s*{LITERAL})*)", re.DOTALL)

# Context or None, the message, its plural or None.
Message = tuple[str | None, str, str | None]


def source_files(suffixes: Iterable[str]) -> Iterator[Path]:
    """The project's own files with these suffixes, in a steady order."""
    for path in sorted(ROOT.rglob("*")):
        if (
            path.suffix in suffixes
            and path.relative_to(ROOT).parts[0] not in NOT_OURS
            and "migrations" not in path.parts
        ):
            yield path


def messages_of_python(text: bytes) -> Iterator[Message]:
    """Messages that a Python file marks for translation."""
    for _line, found, _comments, context in extract("python", BytesIO(text), KEYWORDS):
        single, plural = found if isinstance(found, tuple) else (found, None)
        yield context, str(single), plural
    yield from _messages_in_formatted(text)


def _messages_in_formatted(text: bytes) -> Iterator[Message]:
    """Messages inside f-strings, which Babel takes for one piece of text."""
    formatted = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FormattedValue))
    for node in (inner for outer in formatted for inner in ast.walk(outer.value)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in KEYWORDS:
            continue
        words = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        context = words.pop(0) if words and KEYWORDS[node.func.id] in (CONTEXT, CONTEXT_PLURAL) else None
        if words:
            yield context, words[0], words[1] if len(words) > 1 else None


def messages_of_template(text: str, name: str) -> Iterator[Message]:
    """Messages of a template; Django turns it into something like Python, of which the calls are read."""
    for call in CALL.finditer(templatize(text, origin=name)):
        words = [ast.literal_eval(literal.lstrip("u")) for literal in re.findall(LITERAL, call[2], re.DOTALL)]
        if call[1] in {"pgettext", "npgettext"}:
            yield words[0], words[1], words[2] if len(words) > 2 else None
        else:
            yield None, words[0], words[1] if len(words) > 1 else None


def all_messages() -> dict[Message, list[str]]:
    """Every message with the files it stands in."""
    places: dict[Message, list[str]] = {}
    for path in source_files({".py", ".html", ".txt"}):
        name = str(path.relative_to(ROOT))
        if path.suffix == ".py":
            found = messages_of_python(path.read_bytes())
        else:
            found = messages_of_template(path.read_text(encoding="utf-8"), name)
        for message in found:
            if message[1]:
                places.setdefault(message, []).append(name)
    return places
