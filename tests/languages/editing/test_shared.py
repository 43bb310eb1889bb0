"""Before a publication that holds another public language back, the form names what changes for both."""

import pytest

from tests.factories import make_region
from tests.languages.drafts import edit_url, form_of, fresh, post, posted

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.every_language]


def _press(admin, page, codes, **changes):
    return admin.post(edit_url(page), posted(form_of(admin, page), **changes) | {"action-publish": codes})


def test_a_changed_date_is_named_before_french_alone_is_published(admin, release):
    response = _press(admin, release, "fr", date="2020-01-02", title_en="Not ready")
    assert response.status_code == 200
    error = str(response.context["form"].non_field_errors())
    assert "date" in error.lower()
    assert "English" in error or "anglais" in error
    assert str(fresh(release).date) == "2022-02-14"


def test_pressing_the_button_again_publishes(admin, release):
    response = _press(admin, release, "fr", date="2020-01-02")
    form = response.context["form"]
    data = posted(form_of(admin, release), date="2020-01-02", shared_named=form["shared_named"].value())
    assert admin.post(edit_url(release), data | {"action-publish": "fr"}).status_code == 302
    assert str(fresh(release).date) == "2020-01-02"


def test_changes_of_the_draft_are_named_when_the_form_opens(admin, release):
    post(admin, release, date="2020-01-02", regions=[make_region().pk])
    response = admin.get(edit_url(release))
    named = response.context["form"]["shared_named"].value().split()
    assert named == ["date", "regions"]
    assert "localized" in response.content.decode()
    post(admin, release, "publish=fr")
    assert str(fresh(release).date) == "2020-01-02"


def test_texts_alone_are_published_at_once(admin, release):
    assert _press(admin, release, "fr", title_fr="Nouveau titre").status_code == 302


def test_both_languages_are_published_at_once(admin, release):
    assert _press(admin, release, "fr en", date="2020-01-02").status_code == 302


def test_a_first_publication_asks_nothing(admin, draft):
    assert _press(admin, draft, "fr", date="2020-01-02").status_code == 302
