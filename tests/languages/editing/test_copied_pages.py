"""A page is copied by taking what the form proposes."""

import pytest
from django.urls import reverse

from tests.languages.drafts import fresh

pytestmark = [pytest.mark.django_db]


def test_a_copy_is_made_with_what_the_form_proposes_and_again(admin, release):
    address = reverse("wagtailadmin_pages:copy", args=[release.pk])
    for number in (2, 3):
        form = admin.get(address).context["form"]
        data = {name: getattr(form[name].value(), "pk", form[name].value()) for name in form.fields}
        data = {name: value for name, value in data.items() if value}
        assert data["new_slug"] == f"{release.slug}-{number}"
        response = admin.post(address, data)
        assert response.status_code == 302, response.context["form"].errors
    assert fresh(release).get_siblings(inclusive=False).filter(slug=f"{release.slug}-3").exists()
