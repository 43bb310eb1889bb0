"""Reads the content files and turns their texts into values for models and blocks."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from languages import registry

CONTENT = Path(__file__).parent / "content"


@cache
def content(name: str) -> dict[str, Any]:
    """Return the content file of that name."""
    with (CONTENT / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def localized(item: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return the columns of every language for the texts that an item has: {"title": {code: text}} and so on."""
    return {
        registry.field(name, code): item[name][code]
        for name in names
        if name in item
        for code in registry.codes()
        if code in item[name]
    }


def own(value: Any, code: str) -> Any:
    """Return a text in a language; a plain string is the same in all."""
    return value.get(code, "") if isinstance(value, dict) else value


def body(blocks: list[dict[str, Any]], code: str, pictures: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the raw body in one language; blocks keep their id across languages, as an editor's copy would."""
    made = []
    for index, block in enumerate(blocks):
        value = VALUES.get(block["type"], plain_value)(block, code, pictures)
        if value:
            made.append({"type": block["type"], "value": value, "id": f"00000000-0000-4000-8000-{index:012d}"})
    return made


def plain_value(block: dict[str, Any], code: str, pictures: dict[str, Any]) -> Any:
    """Return the text of a paragraph or heading."""
    return block.get(code, "")


def quote_value(block: dict[str, Any], code: str, pictures: dict[str, Any]) -> Any:
    """Return a quote, if it exists in the language."""
    text = own(block["text"], code)
    role = own(block.get("role", ""), code)
    return text and {
        "text": text,
        "speaker": block["speaker"],
        "role": role,
        "language": block.get("original_language", ""),
    }


def callout_value(block: dict[str, Any], code: str, pictures: dict[str, Any]) -> Any:
    """Return a callout."""
    text = own(block["text"], code)
    return text and {"title": "", "text": text}


def figures_value(block: dict[str, Any], code: str, pictures: dict[str, Any]) -> Any:
    """Return key figures."""
    return {
        "title": "",
        "figures": [
            {
                "type": "item",
                # Without it the item would be read as a bare value.
                "id": f"00000000-0000-4000-9000-{index:012d}",
                "value": {
                    "number": item["number"],
                    "unit": "",
                    "label": own(item["label"], code),
                    "source": own(item["source"], code),
                    "as_of": item["as_of"].isoformat(),
                },
            }
            for index, item in enumerate(block["items"])
        ],
    }


def table_value(block: dict[str, Any], code: str, pictures: dict[str, Any]) -> Any:
    """Return a table with headings."""
    return {
        "data": block[code],
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "table_caption": own(block["caption"], code),
    }


def picture_value(block: dict[str, Any], code: str, pictures: dict[str, Any]) -> Any:
    """Return a picture with the words of the content file."""
    words = content("pictures")[block["picture"]]
    return {
        "picture": pictures[block["picture"]].pk,
        "alt_text": own(words["alt"], code),
        "is_decorative": False,
        "caption": own(words["caption"], code),
        "credit": "",
    }


VALUES = {
    "quote": quote_value,
    "callout": callout_value,
    "figures": figures_value,
    "table": table_value,
    "picture": picture_value,
}
