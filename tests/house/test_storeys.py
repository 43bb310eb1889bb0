"""What an import linter cannot see of the storeys: names in strings, tag libraries, language codes."""

import re

import pytest

from tests.house.source import ROOT, at, names_of, python_files, room_of, storeys, strings_of, templates

MODEL = re.compile(r"([a-z_]+)\.[A-Z]\w+")
LOAD = re.compile(r"\{%\s*load\s+([^%]+?)\s*%\}")
CODES = "fr|en|ar"
LANGUAGE_CODE = re.compile(rf"(?:{CODES})|\w+_(?:{CODES})")
# Settings choose the languages, demo content is written in them; analysis of a language is about that language.
ABOUT_LANGUAGES = re.compile(r"mission_site/(?:settings|demo)/|search/text/|importer/legacy/")


def is_upward(room: str, other: str) -> bool:
    order = storeys()
    return order.index(other) < order.index(room)


def test_model_names_in_strings_point_downwards():
    upward = [
        f"{at(path, line)}: {text}"
        for path in python_files()
        for line, text in strings_of(path)
        if (found := MODEL.fullmatch(text)) and found[1] in storeys() and is_upward(room_of(path), found[1])
    ]
    assert upward == []


def test_a_template_loads_only_tags_of_its_room_and_of_those_below():
    owner = {
        path.stem: room_of(path)
        for path in python_files()
        if path.parent.name == "templatetags" and path.stem != "__init__"
    }
    assert owner
    upward = [
        f"{path.relative_to(ROOT)}: {library}"
        for path in templates()
        for libraries in LOAD.findall(path.read_text(encoding="utf-8"))
        for library in libraries.rpartition(" from ")[2].split()
        if library in owner and is_upward(room_of(path), owner[library])
    ]
    assert upward == []


@pytest.mark.parametrize("read", [strings_of, names_of], ids=["strings", "names"])
def test_no_language_code_is_written_above_the_ground_floor(read):
    written = [
        f"{at(path, line)}: {text}"
        for path in python_files()
        if room_of(path) != "languages" and not ABOUT_LANGUAGES.match(str(path.relative_to(ROOT)))
        for line, text in read(path)
        if LANGUAGE_CODE.fullmatch(text)
    ]
    assert written == []


def test_no_language_code_is_written_in_a_template():
    attribute = re.compile(rf"\b(?:lang|hreflang)=[\"'](?:{CODES})[\"']|\b\w+\.\w+_(?:{CODES})\b|[\"'](?:{CODES})[\"']")
    written = [
        f"{at(path, number)}: {line.strip()}"
        for path in templates()
        if room_of(path) != "languages"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if attribute.search(line)
    ]
    assert written == []
