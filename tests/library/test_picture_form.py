"""The picture form reads days like every other form."""

import pytest
from django.utils import translation
from wagtail.images.forms import get_image_form

from library.models import SitePicture
from tests.factories import make_user

pytestmark = [pytest.mark.django_db]


@pytest.mark.parametrize("code", ["fr", "en"])
def test_a_day_that_does_not_exist_is_refused_with_an_example(code):
    with translation.override(code):
        form = get_image_form(SitePicture)({"consent_until": "31/02/2027"}, user=make_user())
        assert "05/03/2026" in str(form.errors["consent_until"])


def test_a_day_is_typed_day_first():
    with translation.override("en"):
        form = get_image_form(SitePicture)({"consent_until": "01/12/2027"}, user=make_user())
        form.is_valid()
    assert str(form.cleaned_data["consent_until"]) == "2027-12-01"
