"""The front page: what is new, what the mission does, whom to call."""

from datetime import date

import pytest
from django.utils import translation

from home.models import HomeFigure, HomePage
from languages.differences import differences
from languages.editing.differences import tell
from tests.factories import make_axis, make_home, make_news, make_programme

pytestmark = pytest.mark.django_db


def context(client, language="fr"):
    response = client.get(f"/{language}/")
    assert response.status_code == 200
    return response.context


def test_the_newest_news_lead_unless_an_officer_chose(client):
    make_home()
    old, new = make_news(date=date(2015, 1, 1)), make_news(date=date(2022, 1, 1))
    assert context(client)["lead_news"].pk == new.pk
    HomePage.objects.update(lead_news=old)
    assert context(client)["lead_news"].pk == old.pk
    assert [page.pk for page in context(client)["latest_news"]] == [new.pk]


def test_a_chosen_lead_that_is_not_public_in_the_language_gives_way(client):
    make_home()
    french, both = make_news(["fr"], date=date(2022, 1, 2)), make_news(date=date(2022, 1, 1))
    HomePage.objects.update(lead_news=french)
    assert context(client, "fr")["lead_news"].pk == french.pk
    assert context(client, "en")["lead_news"].pk == both.pk


def test_axes_stand_in_their_order_with_their_programmes(client):
    make_home()
    second, first = make_axis(number=2), make_axis(number=1)
    programme = make_programme(axes=[second])
    axes = context(client)["axes"]
    assert [axis.pk for axis in axes] == [first.pk, second.pk]
    assert [one.pk for one in axes[1].shown_programmes] == [programme.pk]


def published_figures():
    """The front page, just published for the first time with a figure in both languages, as its editor opens it."""
    home = make_home()
    home.title_fr, home.title_en = "Accueil", "Home"
    home.figures = [HomeFigure(number=3, label_fr="retours", label_en="returns")]
    home.languages_to_publish = "fr en"
    home.save_revision().publish()
    return HomePage.objects.get(pk=home.pk)


def test_nothing_is_behind_on_a_page_that_nobody_touched():
    home = published_figures()
    assert differences(home, "en") == differences(home.get_latest_revision_as_object(), "en") == []


def test_a_figure_whose_text_changed_is_behind_and_called_by_its_french_name():
    draft = published_figures().get_latest_revision_as_object()
    draft.figures.get_object_list()[0].label_fr = "retours volontaires"
    draft.save_revision()
    draft = HomePage.objects.get().get_latest_revision_as_object()
    with translation.override("fr"):
        assert tell(draft, "en").sentences == ["Chiffres clés\u202f: modifié depuis en français"]
