"""Asks the running site: each engine in turn, and Wagtail's own database search beside them."""

import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from languages import registry
from pages.models import BasePage
from search import drain, find, running
from search.engines.base import SearchResult
from search.engines.elastic.engine import ElasticEngine
from tests.search.judged import Judged
from tests.search.judged.scoring import Score, judge

PATIENCE = 30.0  # seconds for an answer of Elasticsearch: how good it is, is measured here, not how quick
answered: Counter[str] = Counter()


@contextmanager
def engine(name: str) -> Iterator[None]:
    """Search with this engine, on an index of its own that is built first."""
    with TemporaryDirectory() as folder, override_settings(SEARCH_ENGINE=name, SEARCH_INDEX_DIR=Path(folder) / "index"):
        running.forget()
        try:
            if name == "elasticsearch":  # alone and with patience: no stand-in answers for it on a busy machine
                prefix = f"judged-{uuid.uuid4().hex[:10]}"
                alone = ElasticEngine(settings.ELASTICSEARCH_URL, prefix, running.engine_settings(), PATIENCE)
                running._engines["it"] = alone
            for member in running.engine().members:
                drain.rebuild_member(member)
            yield
        finally:
            running.forget()


def judged(name: str, asked: list[Judged], names: dict[int, str]) -> dict[str, Score]:
    """Scores of one engine of ours, or of Wagtail's search in whatever database there is."""
    if name.startswith("wagtail"):
        call_command("update_index", verbosity=0)
        return judge(asked, lambda one: wagtail_answers(one, names))
    with engine(name):
        return judge(asked, lambda one: answers(one, names))


def answers(one: Judged, names: dict[int, str]) -> list[str]:
    """The first ten pages by their judged names, as a reader of the language gets them."""
    with registry.active(one.language):
        hits = searched(one.text).hits
    keys = [int(hit.page.rpartition(":")[2]) for hit in hits]
    return [names.get(key, str(key)) for key in keys]


def searched(text: str) -> SearchResult:
    """What the site finds in the active language; `answered` counts which engine it was."""
    result = find.search(find.question(text, facets=()))
    answered[result.engine] += 1
    return result


def wagtail_answers(one: Judged, names: dict[int, str]) -> list[str]:
    """The same with `search()` of the page query set; what raises finds nothing."""
    with registry.active(one.language):
        try:
            found = list(BasePage.objects.live().search(one.text)[:10])
        except Exception:  # the database's own syntax errors: a reader would get a 500
            found = []
    return [names.get(page.pk, str(page.pk)) for page in found]
