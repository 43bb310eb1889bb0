"""The editor: every block can be filled, faults are told, the organisation is kept in every language."""

import json

import pytest
from django.core.management import call_command
from django.urls import reverse

from languages import registry
from library.models import SitePicture, SiteRendition
from news.models import NewsPage
from pages.blocks import registry as blocks
from pages.models import Boilerplate, OrganisationSettings
from tests.factories import make_news, make_picture, make_standard_page, make_user
from tests.pages.bodies import Everything

pytestmark = pytest.mark.django_db


def test_the_editor_opens_a_page_with_every_block_filled(client):
    client.force_login(make_user())
    page = make_news()
    body = Everything().body("mot")
    NewsPage.objects.filter(pk=page.pk).update(body_fr=body, body_en=body)
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    for name in blocks.body_block().child_blocks:
        assert name in response.content.decode()


def test_a_body_comes_back_from_a_revision_as_it_was():
    page = make_news()
    body = Everything().body("mot")
    NewsPage.objects.filter(pk=page.pk).update(body_fr=body)
    page = NewsPage.objects.get(pk=page.pk)
    again = page.save_revision().as_object()
    assert json.dumps(again.body_fr.get_prep_value()) == json.dumps(page.body_fr.get_prep_value())


def test_a_picture_without_consent_keeps_the_page_from_being_published():
    picture = make_picture(title="Two women at work", shows_people=True)
    page = make_news(live=False)
    page.body_fr = [
        {"type": "picture", "value": {"picture": picture.pk, "alt_text": "x", "is_decorative": False}, "id": "p"}
    ]
    (fault,) = page.publication_faults(("fr",))
    assert "Two women at work" in fault
    assert page.publication_faults(("en",)) == []


def test_publishing_makes_the_sizes_that_are_missing(django_capture_on_commit_callbacks):
    picture = make_picture(500, 300)
    SiteRendition.objects.all().delete()
    SitePicture.objects.update(sizes=[])
    page = make_standard_page(live=False)
    page.body_fr = [
        {"type": "picture", "value": {"picture": picture.pk, "alt_text": "x", "is_decorative": False}, "id": "p"}
    ]
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    picture.refresh_from_db()
    assert picture.sizes
    call_command("make_renditions", verbosity=0)
    assert SiteRendition.objects.count() == len(picture.sizes)


def test_reading_the_organisation_never_writes(django_assert_num_queries):
    OrganisationSettings.objects.all().delete()
    with django_assert_num_queries(1):
        assert OrganisationSettings.load().name in ("", None)
    assert not OrganisationSettings.objects.exists()


def test_the_organisation_is_kept_in_every_language_with_its_boilerplate_in_one_query(django_assert_num_queries):
    words = {registry.field("text", code): f"About us {code}" for code in registry.codes()}
    names = {registry.field("name", code): f"Mission {code}" for code in registry.codes()}
    links = [{"type": "link", "value": {"name": "Video", "url": "https://example.org/v"}, "id": "1"}]
    OrganisationSettings.objects.all().delete()
    boilerplate = Boilerplate.objects.create(name="Mission", **words)
    OrganisationSettings.objects.create(standard_boilerplate=boilerplate, social_links=links, **names)
    for code in registry.codes():
        with registry.active(code), django_assert_num_queries(1):
            settings = OrganisationSettings.load()
            assert settings.name == f"Mission {code}"
            assert settings.boilerplate == f"About us {code}"
            assert settings.links == [{"name": "Video", "url": "https://example.org/v"}]


@pytest.mark.parametrize("name", ["pages/organisationsettings", "contacts/pressdesk"])
def test_settings_are_edited_with_a_column_for_each_language(client, name):
    client.force_login(make_user())
    app, model = name.split("/")
    response = client.get(reverse("wagtailsettings:edit", args=[app, model]), follow=True)
    assert response.status_code == 200


@pytest.mark.parametrize("name", ["pages_boilerplate", "programmes_region", "programmes_organisation"])
def test_snippets_are_listed_and_added(client, name):
    client.force_login(make_user())
    assert client.get(reverse(f"wagtailsnippets_{name}:list")).status_code == 200
    assert client.get(reverse(f"wagtailsnippets_{name}:add")).status_code == 200


@pytest.mark.parametrize("url", ["wagtailimages:index", "wagtailimages:add_multiple", "wagtaildocs:index"])
def test_the_library_opens(client, url):
    client.force_login(make_user())
    make_picture()
    assert client.get(reverse(url)).status_code == 200


def test_pages_below_an_alias_of_a_restricted_page_stay_restricted():
    from wagtail.models import PageViewRestriction

    source = make_standard_page(title="Source")
    alias = source.create_alias(update_slug="alias")
    below = make_standard_page(title="Below", parent=alias)
    PageViewRestriction.objects.create(page=source, restriction_type="login")
    assert below.get_view_restrictions().count() == 1
    assert alias.specific.get_view_restrictions().count() == 1
    assert make_standard_page(title="Other").get_view_restrictions().count() == 0
