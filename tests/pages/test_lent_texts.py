"""What one language lends to another says which language it is (WCAG 2.2, 3.1.2)."""

import copy
import pickle

import pytest
from django.apps import apps
from django.template import Context, Template
from django.utils.safestring import mark_safe
from lxml import html as lxml_html
from modeltranslation.translator import translator

from languages import options, registry
from languages.borrowed import Borrowed
from mission_site import page_cache
from pages import changes, drawn
from pages.models import BasePage, OrganisationSettings
from tests.factories import make_region
from tests.pages.page_types import Site

pytestmark = pytest.mark.django_db
WORD = "Mot emprunté"
# Publication asks for the title; what has a block stands in a body, which is lent whole.
WRITTEN = {"title"}
# Attributes have no language of their own; what SVG draws is repeated in a table.
UNHEARD = {"script", "style"}


@pytest.fixture
def site():
    """Every page type with all its texts, of which English has titles only."""
    site = Site(WORD)
    settings = OrganisationSettings.objects.create()
    texts = {registry.field(name, "fr"): WORD for name in options.translated_fields(OrganisationSettings)}
    OrganisationSettings.objects.filter(pk=settings.pk).update(**texts)
    for model in apps.get_models():
        if model._meta.abstract or model not in translator._registry or not translator._registry[model].registered:
            continue
        is_page = issubclass(model, BasePage)
        names = [name for name in options.translated_fields(model) if not (is_page and name in WRITTEN)]
        if names:
            bodies = set(options.streamfields(model))
            model.objects.update(**{registry.field(name, "en"): [] if name in bodies else "" for name in names})
        if is_page:
            model.objects.update(**{registry.field("title", "en"): "Own title"})
    changes.note()
    page_cache.clear()
    drawn.clear()
    return site


def language_of(element):
    while element is not None:
        if element.get("lang"):
            return element.get("lang")
        element = element.getparent()
    return ""


def unmarked(document):
    """Return the texts with the French word that nobody says is French."""
    found = []
    for element in document.body.iter():
        if not isinstance(element.tag, str) or element.tag in UNHEARD:
            continue
        texts = [(element, element.text)]
        texts += [(element.getparent(), element.tail)]
        if WORD in (element.get("alt") or ""):
            texts.append((element, element.get("alt")))
        found += [
            f"<{parent.tag} class={parent.get('class')}> {text.strip()[:60]}"
            for parent, text in texts
            if text and WORD in text and parent is not None and language_of(parent) != "fr"
        ]
    return found


def test_french_in_an_english_page_says_it_is_french_on_every_page_type(client, site):
    wrong = {}
    for model, page in site.pages.items():
        page = model.objects.get(pk=page.pk)
        response = client.get(page.url_in("en"))
        assert response.status_code == 200
        found = unmarked(lxml_html.document_fromstring(response.content.decode()))
        if found:
            wrong[model.__name__] = found
    assert not wrong, "\n".join(f"{name}: {line}" for name, lines in wrong.items() for line in lines)


def test_a_french_page_marks_nothing_of_its_own(client, site):
    for model, page in site.pages.items():
        html = client.get(model.objects.get(pk=page.pk).url_in("fr")).content.decode()
        main = lxml_html.document_fromstring(html).get_element_by_id("main")
        assert not main.xpath('.//*[@lang="fr"]'), model


def test_a_text_is_lent_with_its_language_and_its_own_is_not():
    region = make_region("Oriental")
    region.name_en = ""
    with registry.active("en"):
        assert isinstance(region.name, Borrowed) and region.name.language == "fr"
        assert str(region).language == "fr"
        region.name_en = "East"
        assert type(region.name) is str and region.name == "East"
    with registry.active("fr"):
        assert type(region.name) is str and region.name == "Oriental"


def test_a_lent_text_can_be_copied_kept_and_saved():
    text = Borrowed("Où ?", "fr")
    for same in (copy.deepcopy(text), pickle.loads(pickle.dumps(text))):  # noqa: S301 our own
        assert same == "Où ?" and same.language == "fr"
    region = make_region(text)
    region.refresh_from_db()
    assert region.name_fr == "Où ?"


def shown(text):
    return Template("{% load typography_tags %}{{ text|typography }}").render(Context({"text": text}))


def test_typography_names_the_language_of_a_lent_text_and_sets_it_as_that_language_does():
    with registry.active("en"):
        assert shown(Borrowed("<Où ?>", "fr")) == '<span lang="fr" dir="ltr">&lt;Où\u202f?&gt;</span>'
        assert shown(mark_safe(shown(Borrowed("Où ?", "fr")))).count("<span") == 1  # noqa: S308 our own


def test_a_component_drawn_for_ones_own_text_is_not_shown_for_the_same_words_lent():
    assert drawn.key_of("Rabat") != drawn.key_of(Borrowed("Rabat", "fr"))
    assert drawn.key_of(Borrowed("Rabat", "en")) != drawn.key_of(Borrowed("Rabat", "fr"))
