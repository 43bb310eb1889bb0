"""Fills the editors' table with the synonyms a new site starts with; from then on it is theirs."""

from django.db import migrations

from search.text.seeds import SYNONYMS


def fill(apps, schema_editor):
    SynonymGroup = apps.get_model("search", "SynonymGroup")
    if not SynonymGroup.objects.exists():
        SynonymGroup.objects.bulk_create(SynonymGroup(expressions="\n".join(group)) for group in SYNONYMS)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_outbox_and_editors_tables")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
