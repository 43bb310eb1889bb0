"""The pages of the menu are found by their depth: an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "0007_find_pages_by_path")]

    operations = [
        migrations.AddIndex("basepage", models.Index(fields=["depth", "path"], name="pages_page_by_depth")),
    ]
