"""axe-core and HTML_CodeSniffer find nothing, nothing ignored: every page, light and dark, three widths."""

import pytest

from languages import registry
from tests.reading.places import EVERY_LANGUAGE, NOTHING, PAGE_TYPES, nowhere, search_address
from tests.reading.staff import sign_in


@EVERY_LANGUAGE
@pytest.mark.parametrize("name", PAGE_TYPES)
def test_nothing_is_found_on_any_page_type_with_every_block_filled(read, filled_site, auditor, name, code):
    page = read(filled_site.url).open(filled_site.addresses[name][code])
    assert auditor.findings(page) == []


@EVERY_LANGUAGE
@pytest.mark.parametrize("query", ["formation", NOTHING], ids=["results", "no results"])
def test_nothing_is_found_on_the_search_page(read, demo_site, auditor, code, query):
    page = read(demo_site.url).open(search_address(code, q=query))
    assert (page.locator("main .results, main .searched").count() > 0) == (query != NOTHING)
    assert auditor.findings(page) == []


@EVERY_LANGUAGE
def test_nothing_is_found_where_there_is_no_page(read, demo_site, auditor, code):
    page = read(demo_site.url).open(nowhere(code), status=404)
    assert auditor.findings(page) == []


@EVERY_LANGUAGE
def test_nothing_is_found_in_the_light_version(read, filled_site, auditor, code):
    page = read(filled_site.url).open(filled_site.addresses["NewsPage"][code] + "?light=1")
    assert auditor.findings(page) == []


@EVERY_LANGUAGE
def test_nothing_is_found_where_no_contact_fits(read, demo_site, filled_site, auditor, code):
    page = read(demo_site.url).open(filled_site.addresses["ContactIndexPage"][code] + f"?q={NOTHING}&language=xx")
    assert auditor.findings(page) == []


@pytest.mark.parametrize("name", ["500", "maintenance"])
def test_nothing_is_found_on_the_pages_of_a_fault(read, filled_site, auditor, name):
    person = read(filled_site.url)
    person.page.route(
        "**/broken/", lambda route: route.fulfill(body=filled_site.faults[name], content_type="text/html")
    )
    assert auditor.findings(person.open("/broken/")) == []


@pytest.mark.parametrize("code", [*registry.codes(), "ar"])
def test_nothing_is_found_on_any_component_in_any_direction(read, demo_site, auditor, code):
    person = read(demo_site.url)
    sign_in(person)
    page = person.open(f"/admin/styleguide/?language={code}")
    assert page.locator("html").get_attribute("dir") == ("rtl" if code == "ar" else "ltr")
    assert auditor.findings(page) == []
