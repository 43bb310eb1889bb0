"""What is written on paper agrees with the code: settings table, sizes, names of migrations."""

import re
import statistics

from tests.house.source import ROOT, python_files

HALF_AT_MOST = 60
README_AT_MOST = 150


def test_the_readme_lists_every_environment_variable_with_its_default():
    from mission_site.settings.base import ENVIRONMENT

    rows = re.findall(r"^\|\s*`([A-Z_]+)`\s*\|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(variable.name for variable in ENVIRONMENT)


def test_the_readme_is_short_and_names_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= README_AT_MOST
    assert "make run" in text
    assert "make test" in text


def test_half_of_all_files_are_short():
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()]
    assert statistics.median(lengths) <= HALF_AT_MOST


def test_migrations_are_named_for_what_changed():
    named = [path.stem for path in ROOT.glob("*/migrations/0*.py")]
    assert named
    assert [name for name in named if "auto" in name.split("_")] == []


def test_the_project_tells_of_no_machine():
    """Paths of one machine and addresses of registries stay out of the repository."""
    forbidden = re.compile(
        r"(?<![\w.-])/(?:root|home/\w+)/|\"resolved\": \"https?:|--(?:extra-)?index-url|--find-links"
    )
    kinds = {".py", ".md", ".toml", ".json", ".txt", ".in", ".html", ".css", ".js", ""}
    skipped = {".git", ".venv", "var", "node_modules", "tests"}
    found = [
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*")
        if path.relative_to(ROOT).parts[0] not in skipped
        and path.is_file()
        and path.suffix in kinds
        and forbidden.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert found == []
