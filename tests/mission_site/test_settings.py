"""Settings come from one table, and production refuses to start half configured."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mission_site.settings.base import ENVIRONMENT
from mission_site.settings.environment import Variable, database

ROOT = Path(__file__).resolve().parent.parent.parent
GOOD = {"SECRET_KEY": "k" * 60, "ALLOWED_HOSTS": "example.org"}


def start(**environment):
    command = [sys.executable, "-c", "import mission_site.settings.production"]
    values = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run(command, cwd=ROOT, env=values, capture_output=True, text=True, check=False)


def test_production_starts_when_all_is_set():
    assert start(**GOOD).returncode == 0


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"DEBUG": "yes"}, "DEBUG"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"PORT": "eighty"}, "PORT"),
    ],
)
def test_production_refuses_to_start_and_says_why(change, word):
    result = start(**{**GOOD, **change})
    assert result.returncode != 0
    assert word in result.stderr.splitlines()[-1]


def test_the_readme_has_the_same_table_of_variables():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([A-Z_]+)` \|", readme, re.MULTILINE) == [variable.name for variable in ENVIRONMENT]


def test_a_truth_value_is_yes_or_no(monkeypatch):
    from django.core.exceptions import ImproperlyConfigured

    monkeypatch.setenv("SOMETHING", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="SOMETHING"):
        Variable("SOMETHING", bool, False, "").read()


def test_a_database_address_is_read_whole():
    found = database("postgres://u%40x:p@db.example:5433/site", Path("/data"))
    assert (found["USER"], found["HOST"], found["PORT"], found["NAME"]) == ("u@x", "db.example", "5433", "site")
