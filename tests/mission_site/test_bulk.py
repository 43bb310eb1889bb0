"""Generated articles: written without the model, and yet what the model would have written; words common and rare."""

import json
import uuid
from collections import Counter
from datetime import datetime, time

import pytest
from django.utils import timezone

from languages import registry
from mission_site.demo import articles, bulk
from news.models import NewsIndexPage, NewsPage
from pages.models import BasePage
from programmes.models import Region
from tests.factories import make_index

SEED = 5
OWN = {"id", "basepage_ptr_id", "path", "translation_key"}


def saved(article):
    """The article as a page saved through the model, with an address of its own."""
    key = uuid.uuid5(bulk.NAMESPACE, f"{SEED}:{article.number}")
    moment = timezone.make_aware(datetime.combine(article.day, time(10)))
    page = NewsPage(kind=article.kind, date=article.day, live=True)
    page.first_published_at = page.last_published_at = page.latest_revision_created_at = moment
    for code in registry.codes():
        texts = {"title": article.title, "lead": article.lead, "place": article.place}
        for name, text in texts.items():
            setattr(page, registry.field(name, code), text[code])
        body = [
            {"type": "paragraph", "value": f"<p>{text}</p>", "id": str(uuid.uuid5(key, str(index)))}
            for index, text in enumerate(article.paragraphs[code])
        ]
        setattr(page, registry.field("body", code), json.dumps(body))
        setattr(page, registry.field("published", code), True)
        setattr(page, registry.field("translation", code), "current")
    with registry.active():
        NewsIndexPage.objects.get().add_child(instance=page)
    return NewsPage.objects.get(pk=page.pk)


def columns(page, less):
    """The stored values by column, what can never be alike left out; of slugs and paths without what is `less`."""
    found = {}
    for field in NewsPage._meta.concrete_fields:
        if field.attname not in OWN:
            value = getattr(page, field.attname)
            found[field.attname] = value
        if field.attname.startswith(("slug", "url_path")):
            found[field.attname] = found[field.attname].removesuffix("/").removesuffix(less)
        if field.attname.startswith("body"):
            found[field.attname] = [(block.block_type, block.id, str(block.value)) for block in found[field.attname]]
    return found


@pytest.mark.every_database
@pytest.mark.django_db
def test_a_generated_article_is_stored_as_if_it_had_been_saved():
    make_index(NewsIndexPage)
    made = list(articles.make(12, seed=SEED))
    with registry.active():
        assert bulk.write(made, SEED) == 12
    for article in made:
        written = NewsPage.objects.get(slug__endswith=f"-{article.number}", first_published_at__isnull=False)
        written = columns(written, f"-{article.number}")
        model = columns(saved(article), "")
        assert written == model
    assert NewsIndexPage.objects.get().numchild == 24
    assert BasePage.find_problems() == ([], [], [], [], [])


@pytest.mark.every_database
@pytest.mark.django_db
def test_generated_articles_stand_beside_those_that_were_there():
    make_index(NewsIndexPage)
    Region.objects.get_or_create(slug="oriental", defaults={registry.field("name"): "Oriental"})
    with registry.active():
        bulk.write(articles.make(40, seed=SEED), SEED)
        assert bulk.write(articles.make(60, seed=SEED), SEED) == 20
    assert NewsPage.objects.count() == 60
    there = {article.number for article in articles.make(60, seed=SEED) if article.region == "oriental"}
    found = NewsPage.objects.filter(regions__slug="oriental").values_list("slug", flat=True)
    assert {int(slug.rpartition("-")[2]) for slug in found} == there
    assert BasePage.find_problems() == ([], [], [], [], [])


def test_generated_articles_have_a_few_common_words_and_many_rare_ones():
    held = Counter()
    for article in articles.make(2000):
        text = " ".join((article.title["en"], article.lead["en"], *article.paragraphs["en"]))
        held.update({word.strip(".,;:()") for word in text.split()})
    assert sum(count > 1000 for count in held.values()) >= 10
    assert sum(20 < count <= 200 for count in held.values()) >= 80
    assert sum(count == 1 for count in held.values()) >= 1500


def test_both_languages_of_a_generated_article_name_the_same():
    for article in articles.make(50):
        french, english = (set(article.paragraphs[code][-1].replace(",", "").split()) for code in ("fr", "en"))
        assert len({word for word in french & english if word[:1].isupper()}) >= 2
