"""What a language lacks is asked when it is published, at the right field, and nothing typed is lost."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import gettext as _

from home.models import HomeFigure
from languages import registry
from languages.editing.names import named_here
from news.models import NewsPage
from tests.languages.drafts import body, edit_url, form_of, fresh, latest, post, posted

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.every_language]


def test_a_draft_may_lack_anything_but_a_title(admin, draft):
    post(admin, draft, lead_fr="", lead_en="", title_en="", body_fr=[], body_en=[])
    assert latest(draft).lead_fr in ("", None)


def test_a_page_without_any_title_is_refused_at_the_title(admin, draft):
    data = posted(form_of(admin, draft), title_fr="", title_en="")
    response = admin.post(edit_url(draft), data)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [registry.field("title", registry.default())]


def test_a_missing_title_is_told_at_the_language_that_is_published(admin, draft):
    data = posted(form_of(admin, draft), title_en="", lead_fr="Un chapeau tapé à l’instant")
    response = admin.post(edit_url(draft), data | {"action-publish": "en"})
    form = response.context["form"]
    assert "title_en" in form.errors and "title_fr" not in form.errors
    assert form["lead_fr"].value() == "Un chapeau tapé à l’instant"
    assert "Un chapeau tapé à l’instant" in response.content.decode()
    assert not fresh(draft).live


def test_the_other_language_may_be_incomplete(admin, draft):
    post(admin, draft, "publish=fr", title_en="", lead_en="", body_en=[])
    assert fresh(draft).public_languages == ("fr",)


def test_a_choice_is_checked_when_it_is_submitted_too(admin, draft):
    data = posted(form_of(admin, draft), title_en="")
    response = admin.post(edit_url(draft), data | {"action-submit": "en"})
    assert response.status_code == 200 and "title_en" in response.context["form"].errors


def test_an_english_only_page_is_written_and_published(admin, news_index):
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", news_index.pk])
    texts = {"title_en": "An English statement", "lead_en": "One.", "body_en": body("<p>One.</p>")}
    data = posted(admin.get(url).context["form"], date="2022-02-14", **texts)
    response = admin.post(url, data | {"action-publish": "en"})
    assert response.status_code == 302, response.context["form"].errors
    page = NewsPage.objects.get()
    assert page.public_languages == ("en",)
    assert page.slug == page.slug_en == "an-english-statement"
    assert not page.title_fr


def test_an_empty_rich_text_field_is_stored_empty():
    from languages.editing.rich_text import RichTextFormField

    field = RichTextFormField(required=False)
    for nothing in ("<p></p>", '<p data-block-key="a1b2c"></p>', "<p>&nbsp;</p>", "<h2></h2><p><br/></p>", ""):
        assert field.clean(nothing) == ""
    for something in ("<p>Oui</p>", '<embed embedtype="image" id="1" format="left" alt=""/>', "<hr/>"):
        assert field.clean(something) == something


def test_wagtail_uses_that_field_for_rich_text():
    from wagtail.admin.forms.models import formfield_for_dbfield
    from wagtail.fields import RichTextField

    from languages.editing.rich_text import RichTextFormField

    assert isinstance(formfield_for_dbfield(RichTextField(name="text", blank=True)), RichTextFormField)


def _figures(label_fr, label_en):
    return {
        "figures-TOTAL_FORMS": "1",
        "figures-INITIAL_FORMS": "0",
        "figures-0-id": "",
        "figures-0-ORDER": "1",
        "figures-0-number": "666",
        "figures-0-label_fr": label_fr,
        "figures-0-label_en": label_en,
    }


def test_a_child_lacking_its_text_is_told_at_the_child(admin, home):
    if HomeFigure._meta.get_field("label").blank:
        pytest.fail("The label of a figure is required where it is published.")
    data = posted(form_of(admin, home), title_fr="OIM Maroc", title_en="IOM Morocco") | _figures("", "returns")
    response = admin.post(edit_url(home), data | {"action-publish": "fr"})
    assert response.status_code == 200
    assert "label_fr" in response.context["form"].formsets["figures"].forms[0].errors


def _banner(admin, draft, **changes):
    """Return what the message on top of the form says when something else stands in the way too."""
    data = posted(form_of(admin, draft), date="not a day", **changes)
    data["body_fr-0-type"] = "quote"
    data |= {"body_fr-0-value-text": "", "body_fr-0-value-speaker": ""}
    response = admin.post(edit_url(draft), data | {"action-publish": "fr"})
    return response.context["form"], response.content.decode()


def test_faulty_blocks_are_told_in_words_of_the_officer_with_the_language_by_name(admin, draft):
    form, html = _banner(admin, draft)
    assert list(form.errors["body_fr"]) == [_("some blocks are incomplete")]
    assert str(form.fields["body_fr"].label).endswith(f" ({named_here('fr')})")
    assert "Validation error in" not in html and not re.search(r"\w \[(fr|en)\]", html)


def test_every_field_of_a_language_is_named_after_it(admin, draft, home):
    for page in (draft, home):
        form = form_of(admin, page)
        for name, field in form.fields.items():
            code = next((code for code in registry.codes() if name.endswith(f"_{code}")), None)
            if code or name == "slug":
                assert named_here(code or registry.default()) in str(field.label), name
            assert "[" not in str(field.label)
