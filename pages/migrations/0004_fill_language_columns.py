"""Fills the language columns of the root and welcome page that Wagtail's own migrations create."""

from django.conf import settings
from django.db import migrations
from django.db.models import F


def fill(apps, schema_editor):
    BasePage = apps.get_model("pages", "BasePage")
    default = settings.LANGUAGE_CODE
    # A language that was added later has its columns from a later migration.
    columns = {field.name for field in BasePage._meta.get_fields()}
    values = {f"title_{default}": F("title"), f"published_{default}": F("live")}
    values |= {f"url_path_{code}": F("url_path") for code, _name in settings.LANGUAGES if f"url_path_{code}" in columns}
    BasePage.objects.update(**values)


class Migration(migrations.Migration):
    dependencies = [("pages", "0003_finish_page_table")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
