"""Fills a French and English site: a release public in both languages, with a page type of every room beside it."""

import django

django.setup()

from home.models import StandardPage  # noqa: E402 models exist once Django is set up
from tests import factories  # noqa: E402
from tests.languages.drafts import body  # noqa: E402

factories.make_news(
    title_fr="Retours volontaires",
    title_en="Voluntary returns",
    slug="retours-volontaires",
    lead_fr="Un chapeau.",
    lead_en="A lead.",
    body_fr=body("<p>Texte français.</p>"),
    body_en=body("<p>English text.</p>"),
)
factories.make_programme(title_fr="Programme", title_en="Programme")
factories.make_contact()
factories.make_home().add_child(instance=StandardPage(title_fr="À propos", title_en="About"))
