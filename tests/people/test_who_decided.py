"""Whoever opens a returned page reads who returned it; where nobody is known there is a dash."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.models import Workflow

from tests.factories import make_standard_page, make_user

pytestmark = [pytest.mark.django_db]


def test_a_returned_page_names_who_returned_it_in_the_language_of_the_admin(client):
    writer = make_user(first_name="Salma", last_name="Essai", is_superuser=True)
    reader = make_user(first_name="Hélène", last_name="Essai", is_superuser=True)
    page = make_standard_page(live=False)
    page.save_revision(user=writer)
    state = Workflow.objects.first().start(page, writer)
    state.current_task_state.reject(user=reader)
    client.force_login(writer)
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    heading = shown[shown.index('id="workflow-status-dialog"') :][:4000]
    assert "Hélène Essai" in heading and " ago" not in heading and "par Salma" not in heading


def test_a_page_that_nobody_is_known_to_have_published_shows_a_dash():
    assert "None" not in render_to_string("wagtailadmin/shared/user_avatar.html", {"user": None, "username": ""})
