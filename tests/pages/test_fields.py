"""The body field: no part of migrations, and no migration empties it."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.writer import MigrationWriter

from news.models import NewsPage
from pages.blocks import registry as blocks
from pages.fields import BodyField, LinksField
from tests.factories import make_news

BODY = [
    {"type": "paragraph", "value": "<p>Kept</p>", "id": "a"},
    {"type": "a block that is no more", "value": {"x": 1}, "id": "b"},
]


@pytest.mark.parametrize("field", [BodyField("body", blank=True), LinksField("links")])
def test_a_migration_holds_no_block(field):
    name, path, args, kwargs = field.deconstruct()
    assert path == f"pages.fields.{type(field).__name__}"
    assert args == []
    assert set(kwargs) <= {"verbose_name", "blank"}
    assert "block" not in MigrationWriter.serialize(field)[0].lower()


def test_no_migration_of_the_site_holds_a_block():
    rooms = ("pages", "library", "programmes", "contacts", "news", "home")
    files = [path for room in rooms for path in (Path(settings.BASE_DIR) / room / "migrations").glob("0*.py")]
    assert len(files) > 5
    assert [path.name for path in files if "wagtail.blocks" in path.read_text()] == []


@pytest.mark.django_db
@pytest.mark.every_database
def test_a_data_migration_that_saves_a_page_keeps_its_body():
    page = make_news()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE news_newspage SET body_fr = %s WHERE basepage_ptr_id = %s", [json.dumps(BODY), page.pk])
    apps = MigrationExecutor(connection).loader.project_state().apps
    Historic = apps.get_model("news", "NewsPage")
    row = Historic.objects.get(pk=page.pk)
    assert row.body_fr == BODY
    row.place_fr = "Tanger"
    row.save()
    assert Historic.objects.get(pk=page.pk).body_fr == BODY
    row.body_fr = [*row.body_fr, {"type": "paragraph", "value": "<p>Added</p>", "id": "c"}]
    row.save()
    today = NewsPage.objects.get(pk=page.pk)
    assert [child.block_type for child in today.body_fr] == ["paragraph", "paragraph"]
    assert today.place_fr == "Tanger"


@pytest.mark.django_db
def test_a_new_row_made_in_a_migration_has_an_empty_body():
    apps = MigrationExecutor(connection).loader.project_state().apps
    field = apps.get_model("news", "NewsPage")._meta.get_field("body")
    assert field.is_historic
    assert field.get_default() == []
    assert not NewsPage._meta.get_field("body").is_historic


@pytest.mark.django_db
def test_the_models_and_the_migrations_agree():
    call_command("makemigrations", "pages", "library", "programmes", check=True, dry_run=True, verbosity=0)


def test_all_bodies_share_one_definition_of_their_blocks():
    assert NewsPage._meta.get_field("body_fr").stream_block is NewsPage._meta.get_field("body_en").stream_block
    assert NewsPage._meta.get_field("body").stream_block is blocks.body_block(False)


def test_a_block_registered_later_is_in_every_body():
    from pages.blocks.words import HeadingBlock

    try:
        blocks.register("late", HeadingBlock)
        assert "late" in NewsPage._meta.get_field("body_en").stream_block.child_blocks
    finally:
        del blocks._factories["late"]
        blocks.body_block.cache_clear()
    assert "late" not in NewsPage._meta.get_field("body_en").stream_block.child_blocks
