"""Every page asked for in the default language is found by its path: an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "0006_count_changes")]

    operations = [
        migrations.AddIndex("basepage", models.Index(fields=["url_path"], name="pages_page_by_path")),
    ]
