"""The style guide: for staff, in every language, each component alone."""

import pytest

from mission_site.styleguide.views import FRAME, component_names
from tests.factories import make_user

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/styleguide/"


def test_readers_are_sent_to_the_login(client):
    answer = client.get(ADDRESS)
    assert answer.status_code == 302
    assert "/login/" in answer["Location"]


def test_staff_see_every_component(client):
    client.force_login(make_user())
    html = client.get(ADDRESS).content.decode()
    assert all(f'id="c-{name}"' in html for name in component_names())
    assert 'name="robots" content="noindex"' in html


def test_it_is_mirrored_in_arabic(client):
    client.force_login(make_user())
    assert '<html lang="ar" dir="rtl">' in client.get(ADDRESS, {"language": "ar"}).content.decode()


def test_a_component_can_be_looked_at_alone(client):
    client.force_login(make_user())
    html = client.get(ADDRESS + "quote/").content.decode()
    assert 'id="c-quote"' in html and 'id="c-chart"' not in html


@pytest.mark.parametrize("address", [ADDRESS + "nothing/", ADDRESS + "?language=xx-nonsense"])
def test_what_does_not_exist_is_not_found(client, address):
    client.force_login(make_user())
    assert client.get(address, follow=True).status_code == 404


def test_the_frame_is_shown_by_the_page_itself(client):
    client.force_login(make_user())
    html = client.get(ADDRESS).content.decode()
    assert html.count('class="foot"') == 1
    assert set(FRAME) <= set(component_names())
