"""The Nu HTML checker and html-validate have nothing to say of any page: one run of each over all of them."""

from pathlib import Path

import pytest

from languages import registry
from tests.reading.places import NOTHING, nowhere, search_address
from tests.reading.staff import sign_in
from tests.reading.watching import reader


@pytest.fixture(scope="module")
def saved_pages(browser, filled_site, tmp_path_factory) -> list[Path]:
    """Every page type filled, light and full, search, what is not found, and the pages of a fault."""
    folder = tmp_path_factory.mktemp("markup")
    person = reader(browser, filled_site.url)
    paths = [path for by_code in filled_site.addresses.values() for path in by_code.values()]
    paths += [path + "?light=1" for path in paths]
    for code in registry.codes():
        paths += [search_address(code, q="formation"), search_address(code, q=NOTHING), search_address(code)]
        paths += [nowhere(code), filled_site.addresses["ContactIndexPage"][code] + f"?q={NOTHING}"]
        paths += [filled_site.addresses["NewsIndexPage"][code] + "?year=x&page=2"]
    pages = {path: person.context.request.get(filled_site.url + path).text() for path in paths} | filled_site.faults
    person.context.close()
    return [_save(folder, path, html) for path, html in pages.items()]


@pytest.fixture(scope="module")
def saved_guide(browser, demo_site, tmp_path_factory) -> list[Path]:
    """The style guide in every language and mirrored; Nu minds that it shows several titles on one page."""
    folder = tmp_path_factory.mktemp("guide")
    staff = reader(browser, demo_site.url)
    sign_in(staff)
    paths = [f"/admin/styleguide/?language={code}" for code in (*registry.codes(), "ar")]
    pages = {path: staff.context.request.get(demo_site.url + path).text() for path in paths}
    staff.context.close()
    return [_save(folder, path, html) for path, html in pages.items()]


def _save(folder: Path, path: str, html: str) -> Path:
    name = "".join(letter if letter.isalnum() else "_" for letter in path)
    file = folder / f"{name}.html"
    file.write_text(html, encoding="utf-8")
    return file


def test_the_nu_checker_finds_neither_error_nor_warning(npm_tools, saved_pages):
    found = npm_tools.nu_messages(saved_pages)
    said = {f"{Path(one['url']).name}:{one.get('lastLine')} {one['message']} {one.get('extract', '')}" for one in found}
    assert sorted(said) == []


def test_html_validate_finds_nothing(npm_tools, saved_pages, saved_guide):
    found = npm_tools.html_validate([*saved_pages, *saved_guide])
    said = [
        f"{Path(one['filePath']).name}:{message['line']} {message['ruleId']} {message['message']}"
        for one in found
        for message in one["messages"]
    ]
    assert said == []
