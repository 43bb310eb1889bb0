"""Missing, current, behind: translations are compared by what they say."""

import pytest

from languages import state
from languages.differences import Kind, differences
from news.models import NewsPage
from tests.languages.drafts import body, fresh, latest, publish, save_draft

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

TWO = ("<p>Premier.</p>", "<p>Second.</p>")


def _statuses(page):
    return tuple(fresh(page).translation_status(code) for code in ("fr", "en"))


def test_a_page_in_both_languages_is_current(draft):
    assert _statuses(draft) == ("current", "current")


def test_a_page_without_english_is_missing_it(news_index):
    page = news_index.add_child(instance=NewsPage(title_fr="Un"))
    assert _statuses(page) == ("current", "missing")


def test_english_without_its_lead_or_body_is_missing(news_index):
    page = news_index.add_child(instance=NewsPage(title_fr="Un", title_en="One", lead_fr="Chapeau"))
    assert _statuses(page) == ("current", "missing")
    page = news_index.add_child(instance=NewsPage(title_fr="Un", title_en="One", body_fr=body(*TWO)))
    assert _statuses(page) == ("current", "missing")


def test_a_change_of_the_french_makes_the_english_stale_and_says_since_when(draft):
    save_draft(draft, lead_fr="Le chapeau dit autre chose.")
    page = fresh(draft)
    assert _statuses(draft) == ("current", "stale")
    since = page.stale_since("en")
    assert since is not None and page.stale_since("fr") is None
    save_draft(draft, title_fr="Encore autre chose")
    assert fresh(draft).stale_since("en") == since


def test_translating_the_change_makes_it_current_again(draft):
    save_draft(draft, lead_fr="Le chapeau dit autre chose.")
    save_draft(draft, lead_en="The lead says something else.")
    assert _statuses(draft) == ("current", "current") and fresh(draft).stale_since("en") is None


def test_translating_something_else_does_not(draft):
    save_draft(draft, lead_fr="Le chapeau dit autre chose.")
    save_draft(draft, title_en="Another title")
    assert _statuses(draft) == ("current", "stale")


def test_polishing_the_translation_does_not_make_the_source_stale(draft):
    save_draft(draft, title_en="Better English", lead_en="Better English.")
    assert _statuses(draft) == ("current", "current")


def test_changing_both_at_once_keeps_both_current(draft):
    save_draft(draft, lead_fr="Le chapeau dit autre chose.", lead_en="The lead says something else.")
    assert _statuses(draft) == ("current", "current")


def test_a_page_written_in_english_first_keeps_english_as_its_source(news_index):
    page = news_index.add_child(instance=NewsPage(title_en="One", lead_en="Lead", live=False))
    assert _statuses(page) == ("missing", "current")
    save_draft(page, title_fr="Un", lead_fr="Chapeau")
    assert _statuses(page) == ("current", "current")
    save_draft(page, lead_en="Another lead")
    assert fresh(page).translation_status("en") == "current"


@pytest.mark.parametrize(
    "changes",
    [
        {"lead_fr": "Un\u202fchapeau ."},
        {"lead_fr": "Un chapeau.", "title_fr": "Retours  volontaires"},
        {"body_fr": body('<p data-block-key="qwert">La mission a accompagné 666 retours.</p>')},
        {"date": "2021-03-01"},
        {},
    ],
    ids=["typography", "spaces", "draftail keys", "a shared field", "nothing"],
)
def test_what_is_no_content_makes_nothing_stale(draft, changes):
    save_draft(draft, **changes)
    assert _statuses(draft) == ("current", "current")


def test_quotation_marks_are_typography(draft):
    save_draft(draft, lead_fr="Il dit « l’aide » – bien…")
    save_draft(draft, lead_en="He says help")
    save_draft(draft, lead_fr='Il dit "l\'aide" - bien...')
    assert _statuses(draft) == ("current", "current")


def test_moving_makes_nothing_stale(home):
    from home.models import StandardPage

    page = home.add_child(instance=StandardPage(title_fr="Un", title_en="One", lead_fr="U", lead_en="O"))
    target = home.add_child(instance=StandardPage(title_fr="Cible", title_en="Target"))
    page.move(target, pos="last-child")
    assert _statuses(page) == ("current", "current")


def test_autosave_counts_a_session_as_one_change(draft, editor):
    """English typed first, French after it, each saved by itself into the same revision."""
    page = latest(draft)
    page.lead_en = "Typed first."
    revision = page.save_revision(user=editor)
    for changes in ({"lead_fr": "Tapé ensuite."}, {"title_fr": "Titre"}, {"title_en": "Title"}):
        page = latest(draft)
        for name, value in changes.items():
            setattr(page, name, value)
        revision = page.save_revision(user=editor, overwrite_revision=revision)
    assert _statuses(draft) == ("current", "current")
    page = latest(draft)
    page.title_fr = "Titre changé seul"
    page.save_revision(user=editor)
    assert _statuses(draft) == ("current", "stale")


def test_a_changed_block_makes_its_counterpart_stale_and_the_difference_names_it(draft):
    save_draft(draft, body_fr=body(*TWO), body_en=body("<p>First.</p>", "<p>Second.</p>"))
    assert _statuses(draft) == ("current", "current")
    save_draft(draft, body_fr=body("<p>Premier.</p>", "<p>Deuxième, corrigé.</p>"))
    assert _statuses(draft) == ("current", "stale")
    found = differences(latest(draft), "en")
    assert [(one.field, one.part, one.kind) for one in found] == [("body", "block-2", Kind.BEHIND)]
    save_draft(draft, body_en=body("<p>First.</p>", "<p>Second, corrected.</p>"))
    assert _statuses(draft) == ("current", "current") and not differences(latest(draft), "en")


def test_a_new_block_is_untranslated_until_it_is(draft):
    save_draft(draft, body_fr=body(*TWO), body_en=body("<p>First.</p>", "<p>Second.</p>"))
    save_draft(draft, body_fr=body(*TWO, "<p>Troisième.</p>"))
    assert _statuses(draft) == ("current", "stale")
    assert [one.kind for one in differences(latest(draft), "en")] == [Kind.UNTRANSLATED]
    save_draft(draft, body_en=body("<p>First.</p>", "<p>Second.</p>", "<p>Third.</p>"))
    assert _statuses(draft) == ("current", "current")


def test_a_removed_block_makes_its_counterpart_stale(draft):
    save_draft(draft, body_fr=body(*TWO), body_en=body("<p>First.</p>", "<p>Second.</p>"))
    save_draft(draft, body_fr=body(TWO[0]))
    assert _statuses(draft) == ("current", "stale")
    save_draft(draft, body_en=body("<p>First.</p>"))
    assert _statuses(draft) == ("current", "current")


def test_a_moved_block_makes_nothing_stale(draft):
    blocks_fr, blocks_en = body(*TWO), body("<p>First.</p>", "<p>Second.</p>")
    save_draft(draft, body_fr=blocks_fr, body_en=blocks_en)
    save_draft(draft, body_fr=blocks_fr[::-1])
    assert _statuses(draft) == ("current", "current")


def test_a_body_written_anew_is_held_against_the_whole_source(draft):
    save_draft(draft, body_en=body("<p>Written freely.</p>", start=50))
    assert _statuses(draft) == ("current", "current")
    save_draft(draft, body_fr=body("<p>La mission a accompagné 700 retours.</p>"))
    assert _statuses(draft) == ("current", "stale")
    save_draft(draft, body_fr=body("<p>La mission a accompagné 700 retours.</p>", "<p>Et plus.</p>"))
    save_draft(draft, body_en=body("<p>Written freely, again.</p>", start=50))
    assert _statuses(draft) == ("current", "current")


def test_another_number_in_a_corresponding_block_is_shown(draft, monkeypatch):
    from languages import differences as module

    assert list(module._things({"number": "12.5", "text": "douze", "picture": 7})) == ["12.5", "7"]
    assert list(module._things({"number": "12,5", "picture": 7})) == ["12.5", "7"]


def test_a_change_that_needs_no_translation_can_be_marked_so(draft):
    save_draft(draft, lead_fr="Faute de frappe corrigée.")
    page = latest(draft)
    state.mark_current(page, "en")
    page.save_revision()
    assert _statuses(draft) == ("current", "current")


def test_an_english_text_behind_the_published_french_says_so_to_readers(release):
    assert not release.is_behind("en")
    page = publish(release, "fr", lead_fr="Autre chose est arrivé.")
    assert page.is_behind("en") and page.behind_since("en") is not None and not page.is_behind("fr")
    page = publish(release, "en", lead_en="Something else happened.")
    assert not page.is_behind("en")


def test_a_draft_makes_nothing_behind_for_readers(release):
    save_draft(release, lead_fr="Autre chose est arrivé.")
    page = fresh(release)
    assert page.translation_status("en") == "stale" and not page.is_behind("en")


def test_a_direct_edit_of_the_french_leaves_the_english_behind(release):
    release.lead_fr = "Corrigé directement."
    release.save()
    assert fresh(release).is_behind("en") and fresh(release).translation_status("en") == "stale"


def test_a_language_that_is_not_public_is_behind_nothing(draft):
    publish(draft, "fr")
    assert not publish(draft, "fr", lead_fr="Autre.").is_behind("en")
