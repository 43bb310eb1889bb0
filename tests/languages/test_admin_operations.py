"""Every operation of the admin keeps all languages."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from home.models import StandardPage
from tests.languages.drafts import edit_url, form_of, fresh, latest, post, posted, publish, save_draft

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.every_language]


@pytest.fixture
def half(draft):
    """A release published in French, whose English waits."""
    return publish(draft, "fr")


def _kept(page):
    row = fresh(page)
    return row.public_languages == ("fr",) and not row.title_en and latest(page).title_en == "Voluntary returns"


def test_saving_a_draft_keeps_both(admin, half):
    post(admin, half, title_fr="Un brouillon")
    assert _kept(half) and latest(half).title_fr == "Un brouillon"
    assert fresh(half).title_fr == "Retours volontaires"


def test_unpublishing_keeps_both_drafts(admin, half):
    admin.post(reverse("wagtailadmin_pages:unpublish", args=[half.pk]))
    page = fresh(half)
    assert not page.live and not page.published_fr
    assert (latest(half).title_fr, latest(half).title_en) == ("Retours volontaires", "Voluntary returns")


def test_a_language_scheduled_from_the_form_waits(admin, half):
    post(admin, half, "publish=en", go_live_at="2099-01-01 09:00")
    page = fresh(half)
    assert _kept(half) and page.scheduled_revision.content["languages_to_publish"] == "en"
    assert PageLogEntry.objects.filter(page=half.pk, action="wagtail.publish.schedule").first().data["languages"] == [
        "en"
    ]


def test_cancelling_a_schedule_keeps_both(admin, half):
    post(admin, half, "publish=en", go_live_at="2099-01-01 09:00")
    revision = fresh(half).scheduled_revision
    admin.post(reverse("wagtailadmin_pages:revisions_unschedule", args=[half.pk, revision.pk]))
    assert _kept(half) and fresh(half).scheduled_revision is None


def test_reverting_in_the_admin_keeps_todays_english_when_french_is_published(admin, half):
    old = fresh(half).latest_revision
    save_draft(half, title_fr="Récent", title_en="English of today")
    url = reverse("wagtailadmin_pages:revisions_revert", args=[half.pk, old.pk])
    form = admin.get(url).context["form"]
    assert form["title_fr"].value() == "Retours volontaires"
    response = admin.post(url, posted(form) | {"action-publish": "fr"})
    assert response.status_code == 302
    assert fresh(half).title_fr == "Retours volontaires"
    assert latest(half).title_en == "English of today"


def test_reverting_in_the_admin_as_draft_brings_both_back(admin, half):
    old = fresh(half).latest_revision
    save_draft(half, title_fr="Récent", title_en="English of today")
    url = reverse("wagtailadmin_pages:revisions_revert", args=[half.pk, old.pk])
    assert admin.post(url, posted(admin.get(url).context["form"])).status_code == 302
    assert (latest(half).title_fr, latest(half).title_en) == ("Retours volontaires", "Voluntary returns")


def test_comparing_two_revisions_shows_both_languages(admin, half):
    first = fresh(half).latest_revision
    second = save_draft(half, title_fr="Autre", title_en="Other")
    url = reverse("wagtailadmin_pages:revisions_compare", args=[half.pk, first.pk, second.pk])
    text = admin.get(url).content.decode()
    assert "Autre" in text and "Other" in text


def test_moving_in_the_admin_keeps_both(admin, home, news_index, half):
    parent = home.add_child(instance=StandardPage(title_fr="Un", title_en="One"))
    page = parent.add_child(instance=StandardPage(title_fr="Deux", title_en="Two", languages_to_publish="fr"))
    page.save_revision()
    target = home.add_child(instance=StandardPage(title_fr="Trois", title_en="Three"))
    response = admin.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]))
    assert response.status_code == 302
    row = fresh(page)
    assert row.url_in("fr") == "/fr/trois/deux/" and row.public_languages == ("fr",) and not row.title_en
    assert latest(page).title_en == "Two"


def test_moving_to_a_place_where_the_english_address_is_taken_is_refused(admin, home):
    target = home.add_child(instance=StandardPage(title_fr="Cible", title_en="Target"))
    target.add_child(instance=StandardPage(title_fr="Premier", title_en="Same"))
    page = home.add_child(instance=StandardPage(title_fr="Second", title_en="Same"))
    response = admin.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]), follow=True)
    assert response.status_code == 200
    assert fresh(page).get_parent().pk == home.pk


def test_moving_many_at_once_keeps_both(admin, home):
    target = home.add_child(instance=StandardPage(title_fr="Cible", title_en="Target"))
    pages = [home.add_child(instance=StandardPage(title_fr=f"P{n}", title_en=f"Q{n}")) for n in range(2)]
    query = "&".join(f"id={page.pk}" for page in pages)
    url = reverse("wagtail_bulk_action", args=["pages", "basepage", "move"]) + f"?{query}"
    assert admin.post(url, {"chooser": target.pk}).status_code == 302
    for number, page in enumerate(pages):
        row = fresh(page)
        assert row.url_in("fr") == f"/fr/cible/p{number}/" and row.url_in("en") == f"/en/target/q{number}/"
        assert row.public_languages == ("fr", "en")


def test_bulk_unpublishing_keeps_both_drafts(admin, half):
    url = reverse("wagtail_bulk_action", args=["pages", "basepage", "unpublish"]) + f"?id={half.pk}"
    assert admin.post(url, {"include_descendants": ""}).status_code == 302
    assert not fresh(half).public_languages and latest(half).title_en == "Voluntary returns"


def test_children_of_a_page_keep_both_languages(admin, home):
    from programmes.models import ProgrammeIndexPage, ProgrammePage, Strand
    from tests.factories import make_index

    page = ProgrammePage(title_fr="Un", title_en="One", lead_fr="U", lead_en="O", languages_to_publish="fr")
    page.strands = [Strand(name_fr="Volet", name_en="Strand")]
    make_index(ProgrammeIndexPage).add_child(instance=page)
    page.save_revision()
    assert not fresh(page).strands.get().name_en
    form = form_of(admin, page)
    assert form.formsets["strands"].forms[0]["name_en"].value() == "Strand"
    response = admin.post(edit_url(page), posted(form) | {"action-publish": "en"})
    assert response.status_code == 302, response.context["form"].errors
    strand = fresh(page).strands.get()
    assert (strand.name_fr, strand.name_en) == ("Volet", "Strand")


def test_a_snippet_keeps_both_languages(admin, db):
    from programmes.models import Region

    region = Region.objects.create(name_fr="Oriental", name_en="Eastern", slug="oriental")
    url = reverse("wagtailsnippets_programmes_region:edit", args=[region.pk])
    form = admin.get(url).context["form"]
    response = admin.post(url, posted(form, name_en="The East"))
    assert response.status_code == 302, response.context["form"].errors
    region.refresh_from_db()
    assert (region.name_fr, region.name_en) == ("Oriental", "The East")


def test_saving_and_publishing_stay_affordable(admin, release, django_assert_max_num_queries):
    data = posted(form_of(admin, release), title_fr="Autre")
    admin.post(edit_url(release), data)
    with django_assert_max_num_queries(64):
        admin.post(edit_url(release), data)
    with django_assert_max_num_queries(158):
        admin.post(edit_url(release), data | {"action-publish": "fr"})
