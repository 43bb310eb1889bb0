"""A programme's page leads to the feed of its own news."""

import pytest

from tests.factories import make_axis, make_programme, make_standard_page

pytestmark = [pytest.mark.django_db]


@pytest.mark.parametrize(("make", "topic"), [(make_programme, "programme"), (make_axis, "axe")])
def test_a_subject_names_its_feed_and_the_feed_answers(client, make, topic):
    page = make()
    shown = client.get(page.url_in("fr")).text
    (address,) = {part.split('"')[0] for part in shown.split('href="') if f"/{topic}/{page.slug}/atom/" in part[:200]}
    assert client.get(address).status_code == 200


def test_another_page_names_the_feeds_of_all_news_alone(client):
    page = make_standard_page()
    assert f"/{page.slug}/atom/" not in client.get(page.url_in("fr")).text
