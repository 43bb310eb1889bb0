"""The editor in a real browser: typing in two languages, columns and tabs, publishing one language, previewing."""

import itertools
import re

import pytest

from mission_site.demo.people import PASSWORD

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 800, "height": 900}
SLOW_MACHINE = 60_000
_count = itertools.count(1)
LATE_ANSWERS = """delay => {
    const fetched = window.fetch;
    window.fetch = async (...wish) => {
        const answer = await fetched(...wish);
        if (wish[1]?.method?.toLowerCase() === "post") await new Promise(go => setTimeout(go, delay));
        return answer;
    };
}"""


@pytest.fixture
def editor(browser, demo_site):
    """A browser with an English reader's settings, logged in as administrator; scripts may not fail."""
    context = browser.new_context(viewport=WIDE, locale="en-GB", base_url=demo_site.url)
    context.set_default_timeout(SLOW_MACHINE)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto("/admin/login/")
    page.fill("#id_username", "admin")
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url("**/admin/")
    yield page
    context.close()
    assert not faults


def _new_page(editor):
    """Open the form of a new plain page below the front page."""
    editor.goto("/admin/pages/")
    editor.goto(f"/admin/pages/add/home/standardpage/{_front_page(editor)}/")
    editor.wait_for_selector("[data-localized][data-shown]")
    _first_moments_pass(editor)
    return f"L’œuvre d’été {next(_count)}"


def _first_moments_pass(editor):
    """Wagtail takes what is typed in them for what was there before; by the page's own clock, which is late with it."""
    editor.evaluate("() => new Promise(go => setTimeout(go, 2500))")


def _front_page(editor):
    found = re.search(r'href="/admin/pages/(\d+)/"', editor.content())
    assert found
    return found[1]


def _press(editor, name, value):
    """Press a button of the action menu and wait for the next page."""
    editor.locator("footer [data-w-dropdown-target=toggle]").click()
    with editor.expect_navigation():
        editor.locator(f"button[name={name}][value='{value}']").click()


def _shown(editor):
    return [language.get_attribute("lang") for language in editor.locator("[data-language]:visible").all()]


def _slug_follows(editor, field, slug):
    editor.wait_for_function("([id, slug]) => document.getElementById(id).value === slug", arg=[f"id_{field}", slug])


def test_an_officer_writes_in_two_languages_and_publishes_one(editor, demo_site):
    title = _new_page(editor)
    assert editor.locator("html").get_attribute("lang") == "fr"
    editor.locator("#id_title_fr").press_sequentially(title)
    editor.locator("#id_title_en").press_sequentially("Summer work’s end")
    slug = f"l-oeuvre-d-ete-{title.rsplit(' ', 1)[1]}"
    _slug_follows(editor, "slug", slug)
    _slug_follows(editor, "slug_en", "summer-work-s-end")
    editor.fill("#id_lead_fr", "Un chapeau.")
    editor.wait_for_selector("[data-side-panel-toggle=preview]")
    _press(editor, "action-publish", "fr")
    assert editor.request.get(f"/fr/{slug}/").status == 200
    answer = editor.request.get("/en/summer-work-s-end/", max_redirects=0)
    assert answer.status in (302, 404)


def test_an_edited_slug_is_never_overwritten(editor):
    _new_page(editor)
    editor.locator("#id_title_fr").press_sequentially("Un titre")
    _slug_follows(editor, "slug", "un-titre")
    editor.locator("a[role=tab]").nth(2).click()
    editor.fill("#id_slug", "mon-adresse")
    editor.locator("a[role=tab]").first.click()
    editor.locator("#id_title_fr").press_sequentially(" plus long")
    editor.wait_for_timeout(1500)
    assert editor.input_value("#id_slug") == "mon-adresse"


def test_columns_become_tabs_by_choice_and_on_a_small_screen(editor):
    _new_page(editor)
    assert _shown(editor) == ["fr", "en"]
    editor.locator("[data-view='2']:visible").first.click()
    assert _shown(editor) == ["en"]
    editor.reload()
    editor.wait_for_selector("[data-shown='2']")
    assert _shown(editor) == ["en"]
    editor.locator("[data-view=all]:visible").first.click()
    assert _shown(editor) == ["fr", "en"]
    editor.set_viewport_size(NARROW)
    editor.wait_for_selector("[data-shown='2']")
    assert _shown(editor) == ["en"]
    editor.locator("[data-view='1']:visible").first.click()
    assert _shown(editor) == ["fr"]


def test_english_starts_from_french_and_both_are_previewed(editor):
    title = _new_page(editor)
    editor.locator("#id_title_fr").press_sequentially(title)
    editor.fill("#id_lead_fr", "Le chapeau à traduire.")
    editor.locator("[data-language=en] summary").first.click()
    with editor.expect_navigation():
        editor.locator("[data-value='fr:en:empty']").first.click()
    editor.wait_for_selector("[data-localized][data-shown]")
    assert editor.input_value("#id_lead_en") == "Le chapeau à traduire."
    number = re.search(r"/pages/(\d+)/edit/", editor.url)[1]
    for code in ("fr", "en"):
        preview = editor.request.get(f"/admin/pages/{number}/view_draft/?mode={code}").text()
        assert f'<html lang="{code}"' in preview and "Le chapeau à traduire." in preview


def test_axe_finds_nothing_in_the_panels_of_the_editor(editor, npm_tools):
    _new_page(editor)
    editor.evaluate(npm_tools.axe_source)
    found = editor.evaluate(
        "axe.run('.localized').then(result => result.violations.map(one => [one.id, one.nodes[0].html]))"
    )
    assert found == []


def test_saving_before_autosave_has_answered_is_no_conflict_with_oneself(editor):
    """The answers of autosave come late; once later than the form has patience, once in time."""
    title = _new_page(editor)
    editor.locator("#id_title_fr").press_sequentially(title)
    with editor.expect_navigation():
        editor.locator("footer button[type=submit]").first.click()
    for delay, text in ((20_000, "Un. Deux."), (1_000, " Trois. Quatre.")):
        _first_moments_pass(editor)
        editor.evaluate(LATE_ANSWERS, delay)
        editor.locator("#id_lead_fr").press("End")
        with editor.expect_request(lambda request: request.method == "POST" and "/edit/" in request.url):
            editor.locator("#id_lead_fr").press_sequentially(text[: len(text) // 2])
        editor.locator("#id_lead_fr").press_sequentially(text[len(text) // 2 :])
        with editor.expect_navigation():
            editor.locator("footer button[type=submit]").first.click()
        assert editor.locator(".messages .error, .error-message:visible").count() == 0
        assert editor.input_value("#id_lead_fr").endswith(text)
    assert editor.input_value("#id_lead_fr") == "Un. Deux. Trois. Quatre."
