"""The catalogues are extracted, checked and compiled without gettext programs."""

import gettext
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tools import check_messages, compile_messages, update_messages
from tools.catalogues import read_catalogue, write_catalogue
from tools.extract_messages import messages_of_python, messages_of_template

TEMPLATE = """
{% load i18n %}{% translate "Read more" %} {% translate 'Press' context "department" %} {{ _("Search") }}
{% blocktranslate with name=page.title %}About {{ name }}{% endblocktranslate %}
{% blocktranslate trimmed count n=total %}
  {{ n }} result
{% plural %}
  {{ n }} results
{% endblocktranslate %}
"""


def test_messages_of_templates_are_found():
    assert set(messages_of_template(TEMPLATE, "x.html")) == {
        (None, "Read more", None),
        ("department", "Press", None),
        (None, "Search", None),
        (None, "About %(name)s", None),
        (None, "%(n)s result", "%(n)s results"),
    }


def test_messages_inside_formatted_texts_are_found():
    source = b"""a = f"{name} {_('One')} {ngettext('page', 'pages', count)} {pgettext('x', 'May'):<3} {other('No')}" """
    assert set(messages_of_python(source)) >= {(None, "One", None), (None, "page", "pages"), ("x", "May", None)}
    assert (None, "No", None) not in set(messages_of_python(source))


def test_messages_of_python_are_found():
    source = b"""
a = _('One')
b = gettext_lazy('Two ' 'halves')
c = ngettext_lazy('%d page', '%d pages')
d = pgettext('x', 'May')
"""
    assert set(messages_of_python(source)) == {
        (None, "One", None),
        (None, "Two halves", None),
        (None, "%d page", "%d pages"),
        ("x", "May", None),
    }


@pytest.fixture
def french(tmp_path: Path, monkeypatch):
    """A project with three messages and a French catalogue that a test fills."""
    wanted = {
        (None, "Press", None): ["a.py"],
        (None, "About %(name)s", None): ["a.py"],
        (None, "%(n)s result", "%(n)s results"): ["b.html"],
    }
    monkeypatch.setattr(check_messages, "all_messages", lambda: wanted)
    monkeypatch.setattr(update_messages, "all_messages", lambda: wanted)

    def write(**changes) -> list[str]:
        translations = {
            "Press": "Presse",
            "About %(name)s": "À propos de %(name)s",
            ("%(n)s result", "%(n)s results"): ("%(n)s résultat", "%(n)s résultats"),
            **changes.get("also", {}),
        }
        catalogue = Catalog(locale="fr", fuzzy=False)
        for single, string in translations.items():
            catalogue.add(single, string, flags=changes.get("flags", ()))
        write_catalogue(catalogue, tmp_path / "fr/LC_MESSAGES/django.po")
        return list(check_messages.faults(tmp_path))

    return write


def test_a_complete_catalogue_has_no_fault(french):
    assert french() == []


@pytest.mark.parametrize(
    ("also", "fault"),
    [
        ({"Press": ""}, "is not translated"),
        ({"About %(name)s": "À propos"}, "loses the placeholder %(name)s"),
        ({"About %(name)s": "À propos de %(nom)s"}, "has a placeholder without value: %(nom)s"),
        ({("%(n)s result", "%(n)s results"): ("%(n)s résultat", "")}, "lacks a plural form"),
        ({"Gone": "Parti"}, "no longer used"),
    ],
)
def test_a_fault_is_named(french, also, fault):
    assert any(fault in line for line in french(also=also))


def test_a_fuzzy_translation_is_a_fault(french):
    assert any("fuzzy" in line for line in french(flags=("fuzzy",)))


def test_a_catalogue_compiles_once(french, tmp_path):
    french()
    assert compile_messages.compile_catalogues(tmp_path) == 1
    assert compile_messages.compile_catalogues(tmp_path) == 0
    compiled = gettext.translation("django", tmp_path, ["fr"])
    assert compiled.gettext("Press") == "Presse"
    assert compiled.ngettext("%(n)s result", "%(n)s results", 1) == "%(n)s résultat"


def test_a_table_of_translations_fills_a_catalogue(french, tmp_path):
    table = tmp_path / "room.tsv"
    table.write_text("Press\tPresse\n%(n)s result\t%(n)s results\t%(n)s résultat\t%(n)s résultats\n")
    fresh = update_messages.renewed(Catalog(locale="fr"), "fr", update_messages.read_tables([table]))
    assert fresh.get("Press").string == "Presse"
    assert fresh.get("%(n)s result").string == ("%(n)s résultat", "%(n)s résultats")
    assert fresh.get("About %(name)s").string == ""


def test_english_is_the_text_of_the_code(french):
    fresh = update_messages.renewed(Catalog(locale="en"), "en", {})
    assert fresh.get("About %(name)s").string == "About %(name)s"
    assert fresh.get("%(n)s result").string == ("%(n)s result", "%(n)s results")


def test_writing_a_catalogue_twice_gives_the_same_bytes(french, tmp_path):
    french()
    file = tmp_path / "fr/LC_MESSAGES/django.po"
    before = file.read_bytes()
    write_catalogue(read_catalogue(file), file)
    assert file.read_bytes() == before
