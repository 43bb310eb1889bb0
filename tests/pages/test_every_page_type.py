"""What every page type promises; a new one is covered the moment it exists."""

import pytest
from django.apps import apps
from django.core.cache import caches
from django.core.checks import run_checks
from django.db import connection
from django.template.loader import get_template
from django.test.utils import CaptureQueriesContext, override_settings
from modelcluster.fields import ParentalKey
from modeltranslation.translator import translator
from wagtail.models import Site as WagtailSite
from wagtail.models import get_page_models

from languages import options, registry
from library.models import SiteRendition
from mission_site import page_cache
from pages import changes, drawn
from pages.models import BasePage, ContentPage
from tests.pages.many import more_like
from tests.pages.page_types import Site

BUDGET = 15
PAGE_TYPES = [model for model in get_page_models() if model is not BasePage]

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(db):
    return Site()


def read(client, page, code):
    """Return the answer to the first reader after a change, as in production: every memory is on and empty."""
    for cache in caches.all():
        cache.clear()
    WagtailSite.clear_site_root_paths_cache()
    page_cache.clear()
    drawn.clear()
    url = page.url_in(code)
    with override_settings(PAGE_CACHE=True):
        changes.note()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(url)
    assert response.status_code == 200, (page, code)
    return response, queries.captured_queries


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_each_has_a_template_a_name_and_is_registered_for_translation(model):
    assert issubclass(model, ContentPage)
    assert get_template(model.template)
    assert "page" not in str(model._meta.verbose_name).lower().split() or model._meta.verbose_name
    assert translator._registry[model].registered
    assert {"title", "lead", "body"} <= set(options.translated_fields(model))


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_each_says_how_it_is_found_in_search(model):
    assert model.search_kind != ""


def test_nothing_is_left_for_the_system_checks_to_say():
    found = [message for message in run_checks() if str(message.id).startswith("pages.")]
    assert found == []


def test_each_type_stands_in_the_site_of_these_tests(site):
    assert set(site.pages) == set(PAGE_TYPES), "Add the new page type to tests/pages/page_types.py."


def in_every_language(site):
    return [(model, page, code) for model, page in site.pages.items() for code in registry.codes()]


@pytest.mark.every_database
def test_each_is_read_within_its_budget_with_every_block_filled_and_writes_nothing(client, site):
    over = {}
    for model, page, code in in_every_language(site):
        _response, queries = read(client, page, code)
        statements = [query["sql"] for query in queries]
        writes = [sql for sql in statements if sql.split()[0] in {"INSERT", "UPDATE", "DELETE"}]
        assert writes == [], model
        if len(statements) > BUDGET:
            over[f"{model.__name__} {code}"] = (len(statements), [sql[:600] for sql in statements])
    assert not over, "\n".join(f"{name}: {count}\n  " + "\n  ".join(lines) for name, (count, lines) in over.items())


def test_markup_in_any_text_is_shown_as_text(client, site):
    for model, page, code in in_every_language(site):
        html = read(client, page, code)[0].content.decode()
        assert "alert(" in html, model
        assert "<script>alert" not in html, model
        assert '"x")</script' not in html, model


def test_what_search_knows_of_a_page_is_plain_words(site):
    for _model, page, code in in_every_language(site):
        entry = page.search_entry(code)
        if page.search_kind is None:
            assert entry is None
            continue
        assert entry.title
        assert "mot" not in entry.kind
        assert "<a linktype" not in entry.body
        assert all(isinstance(value, str) for values in entry.facets.values() for value in values)


def grow(site, number):
    """Bring news, cards, programmes and axes to a number each: every one about the site's programme, axis, region."""
    subjects = {"axes": [site.axis], "regions": [site.region]}
    about = {**subjects, "programmes": [site.programme]}
    for page, related in (
        (site.programme, {**subjects, "donors": [site.donor]}),
        (site.axis, {}),
        (site.news, about),
        # Nobody has a thousand people answer for one programme.
        (site.contact, {"regions": [site.region]}),
    ):
        fresh = type(page).objects.get(pk=page.pk)
        more_like(fresh, number - type(page).objects.count(), **related)
        assert type(page).objects.count() == number


def test_ten_and_a_thousand_items_cost_the_same_queries_within_the_budget_and_no_write(client, site):
    counts = {}
    for number in (10, 1000):
        grow(site, number)
        for model, page in site.pages.items():
            queries = [query["sql"] for query in read(client, page, registry.default())[1]]
            assert not [sql for sql in queries if sql.split()[0] in {"INSERT", "UPDATE", "DELETE"}], model
            counts.setdefault(model.__name__, []).append(len(queries))
    differing = {name: found for name, found in counts.items() if found[0] != found[1] or found[1] > BUDGET}
    assert not differing


def test_every_field_an_officer_fills_says_what_good_looks_like():
    rooms = {"pages", "library", "programmes", "contacts", "news", "home"}
    silent = []
    for model in apps.get_models():
        if model._meta.app_label not in rooms:
            continue
        for field in model._meta.get_fields():
            is_ours = getattr(field, "editable", False) and not field.auto_created and hasattr(field, "help_text")
            is_parent = isinstance(field, ParentalKey) or model is SiteRendition
            if is_ours and not is_parent and field.name in own_fields(model) and not field.help_text:
                silent.append(f"{model.__name__}.{field.name}")
    assert silent == []


def own_fields(model):
    """Return the names of the fields that our classes declare, without the columns of the languages."""
    from wagtail.documents.models import AbstractDocument
    from wagtail.images.models import AbstractImage
    from wagtail.models import AbstractPage, Orderable

    foreign = {
        field.name
        for base in (AbstractImage, AbstractDocument, AbstractPage, Orderable)
        for field in base._meta.get_fields()
    }
    columns = {registry.field(name, code) for name in translated(model) for code in registry.codes()}
    names = {field.name for field in model._meta.get_fields()} - foreign - columns
    slugs = {name for name in names if name.startswith(("slug", "page", "id"))}
    return names - slugs - {"basepage_ptr", "locale", "translation_key"}


def translated(model):
    return options.translated_fields(model) if model in translator._registry else ()
