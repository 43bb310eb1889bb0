"""Calendar files of events, read by an independent reader."""

from datetime import date

import pytest
import vobject
from django.urls import reverse

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
