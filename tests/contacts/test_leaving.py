"""Before a card goes, every screen that takes it from the readers says where it stands."""

import datetime as dt
import json
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from contacts import tenure, usage
from contacts.models import ContactPage, Holder
from home.models import StandardPage
from languages import registry
from tests.contacts.conftest import in_all_languages, titled
from tests.factories import make_programme

TODAY = timezone.localdate()
FIRST, SECOND = registry.codes()[:2]


@pytest.fixture
def used(card, home, publish) -> tuple[Any, str]:
    """A card in the text of a page, and the address of that page's editor."""
    page = card("Porte-parole", "A")
    body = json.dumps([{"type": "contact", "value": {"contact": page.pk}}])
    home.refresh_from_db()
    about = StandardPage(**titled("À propos"), **in_all_languages("body", body), live=False)
    about = publish(home.add_child(instance=about))
    return page, reverse("wagtailadmin_pages:edit", args=[about.pk])


def bulk(action: str, *pages: Any) -> str:
    """The address of an action on several pages."""
    chosen = "&".join(f"id={page.pk}" for page in pages)
    return f"{reverse('wagtail_bulk_action', args=['pages', 'basepage', action])}?{chosen}"


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_the_screen_for_several_pages_says_where_their_cards_stand(admin_client, used, card, action):
    page, editor = used
    assert f'href="{editor}"' in admin_client.get(bulk(action, page, card("Autre", "B"))).text


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_the_screen_of_the_directory_says_where_its_cards_stand(admin_client, used, action):
    page, editor = used
    directory = page.get_parent()
    assert f'href="{editor}"' in admin_client.get(bulk(action, directory)).text
    assert f'href="{editor}"' in admin_client.get(reverse("wagtailadmin_pages:unpublish", args=[directory.pk])).text


def test_before_one_language_of_a_card_is_taken_back_the_admin_says_where_it_stands(admin_client, used):
    page, editor = used
    assert f'href="{editor}"' in admin_client.get(reverse("languages_unpublish", args=[page.pk, SECOND])).text
    page.unpublish_language(SECOND)
    last = admin_client.get(reverse("languages_unpublish", args=[page.pk, FIRST])).text
    assert f'href="{editor}"' in last


def test_taking_back_a_language_of_the_directory_threatens_no_card(admin_client, used):
    page, editor = used
    answer = admin_client.get(reverse("languages_unpublish", args=[page.get_parent().pk, SECOND]))
    assert editor not in answer.text


def test_the_editor_of_a_card_shows_where_it_stands(admin_client, used):
    page, editor = used
    assert f'href="{editor}"' in admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text


def test_before_a_card_is_deleted_the_programmes_it_covers_are_named(admin_client, card):
    page = card("Porte-parole", "A")
    programme = make_programme()
    page.programmes = [programme]
    page.save()
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    editor = reverse("wagtailadmin_pages:edit", args=[programme.pk])
    assert editor in admin_client.get(address).text
    admin_client.post(address)
    assert not ContactPage.objects.exists()


def test_the_admin_api_does_not_delete_a_card_in_use(admin_client, used, card):
    page, _editor = used
    free = card("Autre", "B")
    answers = {
        one: admin_client.post(reverse("wagtailadmin_api:pages:action", args=[one.pk, "delete"])).status_code
        for one in (page, free)
    }
    assert answers == {page: 400, free: 204}
    assert list(ContactPage.objects.all()) == [page]


def test_a_card_cannot_be_moved_out_of_the_directory(admin_client, used, home):
    page, _editor = used
    admin_client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, home.pk]))
    admin_client.post(bulk("move", page), {"chooser": home.pk})
    page.refresh_from_db()
    assert page.get_parent().pk != home.pk


def said(admin_client: Any, page: ContactPage, **changes: Any) -> str:
    """What the admin says once the form of a card is saved as a draft with changes."""
    from wagtail.test.utils.form_data import querydict_from_html

    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(admin_client.get(address).text, form_id="page-edit-form").dict()
    data |= {f"{registry.field('body', code)}-count": "0" for code in registry.codes()}
    answer = admin_client.post(address, data | {name.replace("__", "-"): value for name, value in changes.items()})
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def test_an_end_without_a_successor_names_the_pages_that_will_show_the_press_desk(admin_client, used):
    page, editor = used
    assert editor not in said(admin_client, page)
    assert editor in said(admin_client, page, holders__0__until=(TODAY + dt.timedelta(days=9)).isoformat())


def test_a_card_that_expires_names_the_pages_that_will_show_the_press_desk(admin_client, used):
    page, editor = used
    later = timezone.now() + dt.timedelta(days=9)
    assert editor in said(admin_client, page, expire_at=later.strftime("%Y-%m-%d %H:%M"))


def test_a_number_within_a_longer_one_is_no_use_of_the_card(used, home, publish):
    page, _editor = used
    other = StandardPage(**titled(f"Le {page.pk}0"), live=False)
    home.refresh_from_db()
    other = home.add_child(instance=other)
    other.save_revision()
    assert other.pk not in [place.pk for place in usage.places(page)]


def day(number: int) -> dt.date:
    """A day of March."""
    return dt.date(2026, 3, number)


@pytest.mark.parametrize(
    ("terms", "first_free_day"),
    [
        ([], day(5)),
        ([(None, None)], None),
        ([(None, day(9))], day(10)),
        ([(None, day(9)), (day(10), None)], None),
        ([(None, day(9)), (day(12), None)], day(10)),
        ([(None, day(9)), (day(8), day(20))], day(21)),
        ([(None, day(4))], day(5)),
    ],
)
def test_a_role_is_vacant_from_the_day_after_its_last_holder(terms, first_free_day):
    holders = [Holder(name="A", since=since, until=until) for since, until in terms]
    assert tenure.vacant_from(holders, day(5)) == first_free_day


def test_a_page_with_an_unfinished_draft_is_named_once(used, home):
    page, _editor = used
    (about,) = usage.places(page)
    draft = StandardPage.objects.get(pk=about.pk).get_latest_revision_as_object()
    draft.title = "Un autre titre"
    draft.save_revision()
    assert [place.pk for place in usage.places(page)] == [about.pk]
