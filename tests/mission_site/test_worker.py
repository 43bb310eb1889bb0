"""The worker: scheduled pages go live, one failing job does not stop the others."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pages import work
from tests.factories import make_news


@pytest.mark.django_db
def test_a_scheduled_release_goes_live_in_both_languages_at_its_hour(client):
    page = make_news(title="embargo", live=False)
    page.languages_to_publish = "fr en"
    page.lead_fr = page.lead_en = "Le chapeau"
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    page.refresh_from_db()
    addresses = [page.url_in(code) for code in ("fr", "en")]
    assert {client.get(address).status_code for address in addresses} == {404}
    past = timezone.now() - timedelta(minutes=1)
    page.revisions.update(approved_go_live_at=past)
    revision = page.latest_revision
    revision.content["go_live_at"] = past.isoformat()
    revision.save()
    next(job for job in work.jobs if job.name == "publish_scheduled").run()
    page.refresh_from_db()
    assert page.public_languages == ("fr", "en")
    assert [client.get(page.url_in(code)).status_code for code in ("fr", "en")] == [200, 200]


def test_a_job_that_fails_is_told_and_the_others_go_on(monkeypatch):
    done = []

    def fails():
        raise RuntimeError("broken")

    jobs = [work.Job("bad", 10, fails), work.Job("good", 10, lambda: done.append(1))]
    monkeypatch.setattr(work, "jobs", jobs)
    monkeypatch.setattr(work, "close_old_connections", lambda: None)
    assert [job.name for job in work.run_due(0.0)] == ["bad"]
    assert done == [1]
    assert "broken" in jobs[0].last_error
    assert work.run_due(5.0) == []
    assert len(work.run_due(11.0)) == 1
