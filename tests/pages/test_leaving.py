"""Who deletes a subject reads first which pages name it."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from tests.factories import make_contact, make_news, make_programme, make_region, make_user

pytestmark = [pytest.mark.django_db]


def _said(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(str(message) for message in response.context["messages"])


@pytest.fixture
def officer(client):
    client.force_login(make_user())
    return client


def test_deleting_a_programme_names_the_news_and_cards_that_lose_it(officer):
    programme = make_programme()
    news, card = make_news(programmes=[programme]), make_contact(programmes=[programme])
    said = _said(officer, reverse("wagtailadmin_pages:delete", args=[programme.pk]))
    for page in (news, card):
        assert page.title in said and reverse("wagtailadmin_pages:edit", args=[page.pk]) in said


def test_deleting_the_list_of_programmes_names_them_too(officer):
    programme = make_programme()
    news = make_news(programmes=[programme])
    said = _said(officer, reverse("wagtailadmin_pages:delete", args=[programme.get_parent().pk]))
    assert news.title in said and programme.title in said


def test_deleting_a_region_names_the_news_that_lose_it(officer):
    region = make_region()
    news = make_news(regions=[region])
    assert news.title in _said(officer, reverse(region.snippet_viewset.get_url_name("delete"), args=[region.pk]))


def test_nothing_is_said_of_what_nobody_names(officer):
    programme = make_programme()
    address = reverse("wagtailadmin_pages:delete", args=[programme.pk])
    assert not list(get_messages(officer.get(address).wsgi_request))
