"""Calendar files of events, read by an independent reader."""

from datetime import date

import pytest
import vobject
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import PageViewRestriction

from languages import registry
from tests.factories import make_news

pytestmark = pytest.mark.django_db


def test_an_event_has_a_calendar_file_with_all_its_days(client):
    event = make_news(
        title="Formation, à Rabat; suite",
        kind="event",
        date=date(2016, 5, 16),
        date_end=date(2016, 5, 19),
        date_precision="range",
    )
    response = client.get(reverse("news_event_calendar", kwargs={"pk": event.pk}))
    found = vobject.readOne(response.content.decode()).vevent
    assert found.dtstart.value == date(2016, 5, 16)
    assert found.dtend.value == date(2016, 5, 20)
    assert found.summary.value == event.title
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))


@pytest.mark.parametrize(
    "fields", [{"kind": "release"}, {"kind": "event", "live": False}, {"kind": "event", "date_precision": "month"}]
)
def test_what_is_no_public_event_with_a_day_has_none(client, fields):
    page = make_news(**fields)
    assert client.get(reverse("news_event_calendar", kwargs={"pk": page.pk})).status_code == 404


@pytest.mark.parametrize("language", registry.codes())
def test_an_event_leads_to_its_calendar_file(client, language):
    event = make_news(kind="event", date=date(2016, 5, 16))
    with translation.override(language):
        address = reverse("news_event_calendar", kwargs={"pk": event.pk})
        words = gettext("Add to calendar")
    assert f'<a href="{address}">{words}</a>' in client.get(event.url_in(language)).content.decode()
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("fields", [{"kind": "release"}, {"kind": "event", "date_precision": "month"}])
def test_what_has_no_calendar_file_leads_to_none(client, fields):
    assert ".ics" not in client.get(make_news(**fields).url_in("fr")).content.decode()


def test_nobody_is_led_to_the_calendar_file_of_a_page_that_is_not_for_all(admin_client):
    event = make_news(kind="event")
    PageViewRestriction.objects.create(page=event, restriction_type=PageViewRestriction.LOGIN)
    answer = admin_client.get(event.url_in("fr"))
    assert answer.status_code == 200
    assert ".ics" not in answer.content.decode()
    assert not make_news(kind="event", live=False).calendar_url
