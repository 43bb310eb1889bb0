"""Rules of the house that a linter cannot make: who may name whom, sizes, words."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
# From the ground up; a room names only rooms before it.
STOREYS = ["languages", "library", "pages", "search", "programmes", "contacts", "news", "home", "importer"]
TOP = ["people", "mission_site"]
ROOMS = STOREYS + TOP
DOTTED = re.compile(rf"^({'|'.join(ROOMS)})\.[A-Z]\w+$")
LOAD = re.compile(r"{%\s*load\s+([^%]+?)\s*%}")
LARGEST = 400
FORBIDDEN = {"core", "common", "utils", "helpers", "misc", "util", "helper"}


def python_files(*rooms):
    for room in rooms or ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def room_of(path):
    return path.relative_to(ROOT).parts[0]


def is_above(named, room):
    """Whether a room names one that stands above it."""
    order = {name: place for place, name in enumerate(ROOMS)}
    return order[named] > order[room]


def test_dotted_model_names_point_downwards():
    wrong = []
    for path in python_files(*STOREYS):
        for node in ast.walk(ast.parse(path.read_text())):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
            if not is_text or not (found := DOTTED.match(node.value)):
                continue
            if is_above(found[1], room_of(path)) and not names_places_in_the_tree(path, node):
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.value}")
    assert wrong == []


def names_places_in_the_tree(path, node):
    """Whether a name says where a page may stand: Wagtail asks for the parent by its name."""
    for statement in ast.walk(ast.parse(path.read_text())):
        if isinstance(statement, ast.Assign) and statement.lineno <= node.lineno <= statement.end_lineno:
            names = {target.id for target in statement.targets if isinstance(target, ast.Name)}
            if names & {"parent_page_types", "subpage_types"}:
                return True
    return False


def libraries():
    found = {}
    for room in ROOMS:
        for path in (ROOT / room / "templatetags").glob("*.py"):
            found[path.stem] = room
    return found


def test_template_tags_are_loaded_only_in_their_room_or_above():
    ours, wrong = libraries(), []
    for room in STOREYS:
        for path in (ROOT / room).rglob("*.html"):
            for names in LOAD.findall(path.read_text()):
                wrong += [
                    f"{path.relative_to(ROOT)} loads {name}"
                    for name in names.split()
                    if name in ours and is_above(ours[name], room)
                ]
    assert wrong == []


def test_no_file_is_too_long():
    sizes = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in python_files()}
    assert {name: lines for name, lines in sizes.items() if lines > LARGEST} == {}


def test_half_of_the_files_have_sixty_lines_or_less():
    sizes = sorted(len(path.read_text().splitlines()) for path in python_files())
    assert sizes[len(sizes) // 2] <= 60


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_or_file_has_a_name_that_says_nothing(room):
    parts = {part for path in (ROOT / room).rglob("*") for part in (path.stem, *path.relative_to(ROOT).parts)}
    assert parts & FORBIDDEN == set()


def test_every_file_says_in_its_first_line_what_it_is_for():
    silent = []
    for path in python_files():
        text = path.read_text()
        if text.strip() and not ast.get_docstring(ast.parse(text)):
            silent.append(str(path.relative_to(ROOT)))
    assert silent == []


def test_language_codes_are_written_in_no_room_above_the_languages():
    codes = {code for code, _name in settings.LANGUAGES} | {"ar"}
    localised = re.compile(rf"^[a-z_]+_({'|'.join(sorted(codes))})$")
    wrong = []
    for path in python_files(*(room for room in ROOMS if room != "languages")):
        # Lists of words hold words that look like codes: "en" is a French preposition.
        if {"settings", "demo", "samples"} & set(path.parts) or path.parent == ROOT / "search" / "text":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if node.value in codes or localised.match(node.value):
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.value!r}")
            elif isinstance(node, ast.Attribute) and localised.match(node.attr):
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno} .{node.attr}")
    assert wrong == []


def test_nothing_patches_or_imports_the_page_model_that_was_replaced():
    wrong = []
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module == "wagtail.models":
                wrong += [str(path) for alias in node.names if alias.name == "Page"]
    assert wrong == []


def test_no_template_for_readers_has_a_script_or_style_of_its_own():
    wrong = []
    inline = re.compile(r"<style|<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)|\son\w+=|\sstyle=", re.IGNORECASE)
    for room in ROOMS:
        for path in (ROOT / room / "templates").rglob("*.html"):
            if not {"admin", "wagtailadmin"} & set(path.parts) and inline.search(path.read_text()):
                wrong.append(str(path.relative_to(ROOT)))
    assert wrong == []
