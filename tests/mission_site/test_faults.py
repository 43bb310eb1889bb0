"""Pages shown in a fault need nothing that may be broken."""

import pytest
from django.template.loader import get_template

from languages import registry


@pytest.mark.parametrize("name", ["500.html", "maintenance.html"])
def test_the_page_of_a_fault_needs_no_database_and_no_context_and_speaks_every_language(name):
    # No database mark: pytest-django refuses every query here.
    html = get_template(name).render()
    for code in registry.codes():
        assert f'<section lang="{code}" dir="ltr">' in html
        assert f'href="/{code}/"' in html


def test_the_page_of_a_fault_is_shown_when_the_list_of_static_files_is_lost(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    assert 'href="/static/css/site.css"' in get_template("500.html").render()


@pytest.mark.django_db
@pytest.mark.parametrize("code", registry.codes())
def test_a_page_not_found_offers_search_the_front_page_and_the_press_desk(client, code):
    answer = client.get(f"/{code}/nothing-here/")
    html = answer.content.decode()
    assert answer.status_code == 404
    assert html.count('role="search"') == 2
    assert f'href="/{code}/"' in html
