"""axe-core finds nothing in what is ours of the admin: every screen of this project, tabs and columns.

Left out, because Wagtail draws them: its two search forms (landmarks of one name), the inside of the text editor
(Draftail) and of the blocks of a body (their fields carry their names in a heading, not in a label), the box for tags
(no label), and that its screens for adding something begin without a heading of the first level.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from languages import registry
from mission_site.demo.accounts import PASSWORD
from tests.reading.audits import TAGS
from tests.servers.npm_tools import NpmTools
from tests.servers.site import Site

WAGTAILS = ["form[role=search]", ".public-DraftEditor-content", "[data-streamfield-child]", ".tagit"]
AXE = """async ([tags, left]) => {
  const found = await axe.run({ exclude: left.map((one) => [one]) }, {
    runOnly: { type: "tag", values: tags }, resultTypes: ["violations"],
    rules: { "page-has-heading-one": { enabled: !location.pathname.includes("/add/") } },
  });
  return found.violations.map((rule) => rule.id + ": " + rule.help + " | " +
    rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 150) + " " + node.failureSummary).join(" | "));
}"""
COLUMNS, TABS = 1280, 412
WIDTHS = pytest.mark.parametrize("width", [COLUMNS, TABS], ids=["columns", "tabs"])
PATIENCE = 120_000
SCREENS = {
    "dashboard": "/admin/",
    "guide": "/admin/guide/",
    "translation report": "/admin/reports/translations/",
    "contacts to verify": "/admin/reports/contacts-to-verify/",
    "import": "/admin/old-pages/",
    "old pages to complete": "/admin/reports/old-pages/",
    "press desk": "/admin/settings/contacts/pressdesk/",
    "organisation": "/admin/settings/pages/organisationsettings/",
    "synonyms": "/admin/snippets/search/synonymgroup/",
    "new synonyms": "/admin/snippets/search/synonymgroup/add/",
    "new promoted result": "/admin/snippets/search/promotedresult/add/",
    "without results": "/admin/snippets/search/fruitlessquery/",
    "new region": "/admin/snippets/programmes/region/add/",
    "new organisation": "/admin/snippets/programmes/organisation/add/",
    "new boilerplate": "/admin/snippets/pages/boilerplate/add/",
    "new picture": "/admin/images/add/",
    "new document": "/admin/documents/add/",
    "second factor": "/admin/second-factor/",
}
FIND_PAGES = (
    "from pages.models import BasePage; "
    "pages = BasePage.objects.filter(depth__gt=1).order_by('-pk').specific(); "
    "print(' '.join(f'{type(page).__name__}={page.pk}' for page in pages))"
)
FIND_PICTURE = "from library.models import SitePicture; print(SitePicture.objects.first().pk)"


def answer_of(site: Site, question: str) -> str:
    """What the site's shell prints last."""
    return site.manage("shell", "--no-imports", "-c", question).strip().splitlines()[-1]


@pytest.fixture(scope="module")
def editors(demo_site: Site) -> dict[str, str]:
    """The editor's path of one page of every type, and that of a picture with its consent."""
    rows = (row.split("=") for row in answer_of(demo_site, FIND_PAGES).split())
    paths = {name: f"/admin/pages/{key}/edit/" for name, key in rows}
    return paths | {"SitePicture": f"/admin/images/{answer_of(demo_site, FIND_PICTURE)}/"}


@pytest.fixture(scope="module")
def officer(browser: Browser, demo_site: Site) -> Iterator[Page]:
    """A window in which the demo's administrator has signed in."""
    context = browser.new_context(locale="fr-MA", bypass_csp=True)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{demo_site.url}/admin/")
    page.fill("#id_username", "admin")
    page.fill("#id_password", PASSWORD)
    with page.expect_navigation():
        page.press("#id_password", "Enter")
    yield page
    context.close()


@pytest.fixture(scope="module")
def findings(npm_tools: NpmTools) -> Callable[[Page], list[str]]:
    """Run axe in a page that is ready."""

    def run(page: Page) -> list[str]:
        page.wait_for_load_state("networkidle")
        page.evaluate(npm_tools.axe_source)
        return page.evaluate(AXE, [TAGS, WAGTAILS])

    return run


@WIDTHS
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_found_on_our_screens(officer, findings, demo_site, name, width):
    officer.set_viewport_size({"width": width, "height": 900})
    answer = officer.goto(demo_site.url + SCREENS[name])
    assert answer.status == 200
    assert findings(officer) == []


@WIDTHS
def test_nothing_is_found_in_the_editor_of_any_page_type(officer, findings, demo_site, editors, width):
    officer.set_viewport_size({"width": width, "height": 900})
    found = {}
    for name, path in editors.items():
        assert officer.goto(demo_site.url + path).status == 200
        found[name] = findings(officer)
    assert len(found) > 10
    assert {name: said for name, said in found.items() if said} == {}


def test_nothing_is_found_where_somebody_confirms(officer, findings, demo_site, editors):
    officer.set_viewport_size({"width": COLUMNS, "height": 900})
    found = {}
    for kind in ("NewsPage", "ContactPage"):
        page = editors[kind].removesuffix("edit/")
        paths = [f"{page}{step}/" for step in ("unpublish", "delete", "move", "copy")]
        number = page.rstrip("/").rsplit("/", 1)[1]
        paths += [f"/admin/languages/{number}/{code}/unpublish/" for code in registry.codes()]
        for path in paths:
            assert officer.goto(demo_site.url + path).status == 200
            found[path] = findings(officer)
    assert {path: said for path, said in found.items() if said} == {}


def test_nothing_is_found_on_any_tab_of_the_editor(officer, findings, demo_site, editors):
    officer.set_viewport_size({"width": COLUMNS, "height": 900})
    officer.goto(demo_site.url + editors["NewsPage"])
    tabs = officer.locator("[role=tablist]").first.get_by_role("tab")
    assert tabs.count() >= 3
    for place in range(tabs.count()):
        tabs.nth(place).click()
        assert findings(officer) == [], tabs.nth(place).text_content()


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/password_reset/"])
def test_nothing_is_found_where_people_sign_in(browser, findings, demo_site, path):
    page = browser.new_page(locale="fr-MA", bypass_csp=True)
    page.goto(demo_site.url + path)
    assert page.locator("html").get_attribute("lang") == "fr"
    assert findings(page) == []
    page.close()


def test_nothing_is_found_where_an_account_is_locked(browser, findings, demo_site):
    page = browser.new_page(locale="fr-MA", bypass_csp=True)
    page.set_default_timeout(PATIENCE)
    for _attempt in range(6):
        page.goto(f"{demo_site.url}/admin/login/")
        if not page.locator("#id_username").count():
            break
        page.fill("#id_username", "nobody-at-all")
        page.fill("#id_password", "wrong")
        with page.expect_navigation() as answer:
            page.press("#id_password", "Enter")
        if answer.value.status == 429:
            break
    assert answer.value.status == 429
    assert findings(page) == []
    page.close()
