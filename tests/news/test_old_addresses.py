"""Readers of the old site land on the page that took the place of what they followed."""

import pytest
from django.core.exceptions import ValidationError

from news.models import OldAddress
from tests.factories import make_news

pytestmark = pytest.mark.django_db


def published_with(*addresses, **fields):
    page = make_news(lead_fr="Chapeau", lead_en="Lead", **fields)
    page.old_addresses = [OldAddress(address=address) for address in addresses]
    page.languages_to_publish = "fr en"
    page.save_revision().publish()
    return page


@pytest.mark.parametrize(
    "address", ["/node/812", "https://old.example.org/fr/communiques/Retour%202011/", "/index.php?id=7"]
)
def test_an_old_address_leads_to_its_page(client, address):
    page = published_with(address)
    path = address.removeprefix("https://old.example.org")
    response = client.get(path, headers={"accept-language": "fr"})
    assert (response.status_code, response.headers["Location"]) == (301, page.url_in("fr"))


def test_an_address_that_was_taken_out_leads_nowhere(client):
    page = published_with("/node/812")
    page.old_addresses = []
    page.languages_to_publish = "fr en"
    page.save_revision().publish()
    assert client.get("/fr/node/812/").status_code == 404


@pytest.mark.parametrize("address", ["node/812", "", "/", "https://old.example.org"])
def test_what_is_no_path_is_refused(address):
    with pytest.raises(ValidationError):
        OldAddress(address=address).clean()
