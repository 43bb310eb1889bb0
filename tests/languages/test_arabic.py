"""Arabic added to a populated site: a settings line and migrations, nothing else."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.arabic


def _rooms():
    return sorted(path.parent.parent.name for path in settings.BASE_DIR.glob("*/migrations/__init__.py"))


def _run(environment, *command):
    done = subprocess.run(
        [sys.executable, *command], cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-6000:]
    return done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder with a populated French and English database, and a copy of all migrations."""
    folder = tmp_path_factory.mktemp("arabic")
    for room in _rooms():
        shutil.copytree(settings.BASE_DIR / room / "migrations", folder / f"arabic_{room}")
    plain = _environment(folder) | {"DJANGO_SETTINGS_MODULE": "mission_site.settings.test"}
    _run(plain, "manage.py", "migrate", "--verbosity=0")
    _run(plain, "-m", "tests.languages.arabic.populate")
    return folder


def _environment(folder):
    own = {
        "DATA_DIR": str(folder),
        "DATABASE_URL": "",
        "ARABIC_MIGRATIONS": str(folder),
        "ARABIC_ROOMS": " ".join(_rooms()),
        "DJANGO_SETTINGS_MODULE": "tests.languages.arabic.settings",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return {**os.environ, **own}


@pytest.fixture(scope="module")
def facts(folder):
    """What is seen once Arabic was added, and a release translated."""
    environment = _environment(folder)
    _run(environment, "manage.py", "makemigrations", "--noinput", "--name", "add_arabic", "--verbosity=0")
    _run(environment, "manage.py", "migrate", "--noinput", "--verbosity=0")
    _run(environment, "manage.py", "makemigrations", "--check", "--dry-run")
    return json.loads(_run(environment, "-m", "tests.languages.arabic.observe").partition("FACTS")[2])


def test_every_room_with_texts_gets_its_columns(folder, facts):
    made = {path.parent.name for path in folder.glob("*/*_add_arabic.py")}
    assert {"arabic_pages", "arabic_news", "arabic_home", "arabic_programmes", "arabic_contacts"} <= made
    assert facts["codes"] == ["fr", "en", "ar"]


def test_what_was_there_stays_as_it_was(facts):
    assert facts["public_before"] == ["fr", "en"] and facts["status_before"] == "missing"
    french, english, _arabic, *bodies = facts["texts"]
    assert (french, english) == ("Retours volontaires", "Voluntary returns")
    assert "Texte français" in bodies[0] and "English text" in bodies[1]
    assert facts["french"] == 200


def test_a_page_not_yet_translated_leads_to_one_that_is(facts):
    assert facts["path_before"].endswith("/retours-volontaires/")
    assert facts["not_yet"].startswith("/fr/")


def test_the_translation_is_public_at_an_address_of_its_own(facts):
    assert facts["public"] == ["fr", "en", "ar"] and facts["status"] == "current"
    assert facts["url"].startswith("/ar/") and facts["url"].endswith("/awda/")
    assert facts["answer"] == 200 and facts["wrong_language"] == facts["url"]


def test_the_page_is_written_from_right_to_left(facts):
    assert 'lang="ar"' in facts["page"] and 'dir="rtl"' in facts["page"]
    assert "العودة الطوعية" in facts["page"] and "نص عربي" in facts["page"]


def test_a_renamed_arabic_page_is_found_at_its_old_address(facts):
    assert facts["renamed"].endswith("/awda-tawiya/")


def test_the_editor_has_a_panel_from_right_to_left(facts):
    assert 'name="title_ar"' in facts["editor"] and 'dir="rtl"' in facts["editor"]


def test_a_new_site_begins_with_arabic_as_well(folder, facts, tmp_path):
    environment = _environment(folder) | {"DATA_DIR": str(tmp_path)}
    _run(environment, "manage.py", "migrate", "--noinput", "--verbosity=0")
    _run(environment, "manage.py", "migrate", "--check")
