"""Rules of the bilingual layer that the whole tree keeps."""

import ast
from pathlib import Path

import pytest
from django.conf import settings
from django.db import models
from django.test.utils import isolate_apps
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from languages import checks, options, registry

ROOMS = ("mission_site", "importer", "home", "news", "contacts", "people", "programmes", "search", "pages", "library")
CODES = {"fr", "en", "ar"}
# Settings name the languages; demo content and migrations are data; engines analyse by language on their own.
MAY_NAME = ("mission_site/settings/", "/migrations/", "/demo/", "search/engines/", "search/text/", "importer/legacy/")


def _files():
    for room in ROOMS:
        for path in sorted((settings.BASE_DIR / room).rglob("*.py")):
            name = path.relative_to(settings.BASE_DIR).as_posix()
            if not any(part in f"/{name}" or name.startswith(part) for part in MAY_NAME):
                yield name, path


def _names_of_languages(tree):
    endings = tuple(f"_{code}" for code in CODES)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if node.value in CODES or (node.value.isidentifier() and node.value.endswith(endings)):
                yield node.lineno, node.value
        elif isinstance(node, ast.Attribute) and node.attr.endswith(endings):
            yield node.lineno, node.attr
        elif isinstance(node, ast.keyword) and (node.arg or "").endswith(endings):
            yield node.value.lineno, node.arg


def test_no_room_above_the_bilingual_layer_names_a_language():
    found = [
        f"{name}:{line} {value}"
        for name, path in _files()
        for line, value in _names_of_languages(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not found, "\n".join(found)


def test_the_rule_about_names_of_languages_can_fail():
    tree = ast.parse('page.title_fr\nx = "en"\nf(lead_ar=1)\nname = "body_en"')
    assert len(list(_names_of_languages(tree))) == 4


@pytest.mark.parametrize("model", get_page_models(), ids=lambda model: model._meta.label)
def test_every_page_type_is_registered_for_translation(model):
    assert options.is_registered(model)


def test_the_tree_passes_the_checks():
    assert not checks.check_languages()


def _model(name, **attributes):
    meta = type("Meta", (), {"app_label": "languages", "managed": False})
    return type(name, (models.Model,), {"__module__": __name__, "Meta": meta, **attributes})


@isolate_apps("languages")
def test_a_page_type_that_is_not_registered_is_an_error():
    model = _model("Unregistered")
    assert [error.id for error in checks.every_page_is_registered([model])] == ["languages.E001"]


@isolate_apps("languages")
def test_a_translated_relation_is_an_error(monkeypatch):
    model = _model(
        "Related", target=models.ForeignKey(get_page_models()[0], on_delete=models.CASCADE, related_name="+")
    )
    monkeypatch.setattr(options, "translated_fields", lambda model: ("target",))
    assert [error.id for error in checks.no_relation_is_translated([model])] == ["languages.E002"]


@isolate_apps("languages")
def test_a_translated_streamfield_that_must_be_filled_is_an_error(monkeypatch):
    fields = {f"body_{code}": StreamField([], blank=True) for code in registry.codes()}
    model = _model("Filled", body=StreamField([]), **fields)
    monkeypatch.setattr(options, "streamfields", lambda model: ("body",))
    assert [error.id for error in checks.translated_streamfields_may_be_empty([model])] == ["languages.E003"]


def test_every_translated_streamfield_may_be_empty_in_a_language():
    for model in get_page_models():
        for name in options.streamfields(model):
            for code in registry.codes():
                assert not model._meta.get_field(registry.field(name, code)).stream_block.meta.required


def test_titles_are_indexed_once_for_each_language():
    from modelsearch.index import SearchField

    for model in get_page_models():
        names = [entry.field_name for entry in model.get_search_fields() if isinstance(entry, SearchField)]
        assert {registry.field("title", code) for code in registry.codes()} <= set(names)
        assert "title" not in names


def test_no_file_is_longer_than_a_reader_bears():
    folder = Path(settings.BASE_DIR) / "languages"
    for path in folder.rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, path
