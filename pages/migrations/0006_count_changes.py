"""The table that counts changes of the content."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "0005_language_state_and_settings")]

    operations = [
        migrations.CreateModel(
            name="ContentChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.BigIntegerField(editable=False)),
            ],
            options={"verbose_name": "change", "verbose_name_plural": "changes"},
        ),
    ]
