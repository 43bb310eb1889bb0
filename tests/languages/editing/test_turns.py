"""Two people who save one page in the same moment take turns."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.languages.drafts import edit_url, form_of, fresh, latest, posted

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def test_a_save_reads_the_latest_draft_only_inside_the_transaction_that_writes(admin, release):
    data = posted(form_of(admin, release), title_fr="Autre")
    with CaptureQueriesContext(connection) as captured:
        assert admin.post(edit_url(release), data).status_code == 302
    statements = [query["sql"] for query in captured.captured_queries]
    begun = next(place for place, sql in enumerate(statements) if sql.startswith("SAVEPOINT"))
    ended = max(place for place, sql in enumerate(statements) if sql.startswith("RELEASE SAVEPOINT"))
    about = [place for place, sql in enumerate(statements) if '"wagtailcore_revision"' in sql]
    assert begun < min(about) and max(about) < ended
    assert '"pages_basepage"' in statements[begun + 1]
    assert latest(fresh(release)).title_fr == "Autre"
