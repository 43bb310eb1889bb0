"""The rules of the house that a machine can see are seen."""

from pathlib import Path

import pytest

from tools import check_sizes, check_templates


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ("<p style='color: red'>x</p>", "style attribute"),
        ("<style>p {}</style>", "inline <style>"),
        ("<script>alert(1)</script>", "inline <script>"),
        ('<a onclick="x()">x</a>', "event handler attribute"),
        ('<img src="https://example.com/a.png">', "a part from another host"),
        ("{{ text|safe }}", "markup that is not escaped"),
        ("{% if %}", "does not compile"),
    ],
)
def test_a_public_template_with_a_fault_is_named(tmp_path, monkeypatch, markup, fault):
    file = tmp_path / "news" / "templates" / "news" / "page.html"
    file.parent.mkdir(parents=True)
    file.write_text(markup)
    monkeypatch.setattr(check_templates, "ROOT", tmp_path)
    assert any(fault in line for line in check_templates.faults_of(file))


def test_data_and_modules_are_no_inline_script(tmp_path, monkeypatch):
    file = tmp_path / "page.html"
    file.write_text('<script type="application/ld+json">{}</script><script type="module" src="/a.js"></script>')
    monkeypatch.setattr(check_templates, "ROOT", tmp_path)
    assert list(check_templates.faults_of(file)) == []


def test_no_file_of_the_project_is_too_long_or_without_subject():
    assert check_sizes.faults() == []


def test_a_long_file_and_a_room_without_subject_are_named(tmp_path, monkeypatch):
    (tmp_path / "core").mkdir()
    (tmp_path / "core" / "long.py").write_text("x = 1\n" * 401)
    monkeypatch.setattr(check_sizes, "ROOT", tmp_path)
    monkeypatch.setattr(check_sizes, "tracked_files", lambda: [Path("core/long.py")])
    assert len(check_sizes.faults()) == 2
