"""A news page: what stands beside its text."""

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from news.models import NewsContact
from tests.factories import make_contact, make_news, make_picture, make_programme

pytestmark = pytest.mark.django_db


def context(client, page):
    response = client.get(page.url_in("fr"))
    assert response.status_code == 200
    return response.context


def test_chosen_contacts_stand_in_their_order_and_only_public_ones(client):
    first, second, hidden = make_contact(title="B"), make_contact(title="A"), make_contact(title="C", live=False)
    page = make_news()
    for order, card in enumerate((first, second, hidden)):
        NewsContact.objects.create(page=page, contact=card, sort_order=order)
    assert [card.role for card in context(client, page)["contacts"]] == ["B fr", "A fr"]


def test_related_news_share_a_programme(client):
    programme = make_programme()
    page = make_news(title="this", programmes=[programme])
    make_news(title="near", programmes=[programme])
    make_news(title="far")
    assert [one.title for one in context(client, page)["related"]] == ["near fr"]


@pytest.mark.parametrize(
    "fields",
    [
        {"date": None, "date_end": date(2020, 1, 1)},
        {"date": date(2020, 1, 2), "date_end": date(2020, 1, 1)},
        {"date": date(2020, 1, 2), "date_precision": "range"},
    ],
)
def test_a_dateline_that_contradicts_itself_is_refused(fields):
    page = make_news()
    for name, value in fields.items():
        setattr(page, name, value)
    with pytest.raises(ValidationError):
        page.clean()


def test_the_picture_of_lists_stands_above_a_text_that_shows_none(client):
    picture, other = make_picture(640, 400), make_picture(640, 400)
    own, others = (f"/{Path(one.file.name).stem}." for one in (picture, other))
    page = make_news(listing_picture=picture)
    assert own in client.get(page.url_in("fr")).content.decode()
    page.body_fr = [("picture", {"picture": other, "alt_text": "x", "is_decorative": False})]
    page.save_revision().publish()
    shown = client.get(page.url_in("fr")).content.decode()
    assert others in shown
    assert own not in shown
