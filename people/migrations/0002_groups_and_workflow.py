"""Makes the groups, their permissions and the workflow of publication."""

from django.db import migrations

from people.grants import Grants


def write_grants(apps, schema_editor):
    Grants(apps).write()


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_accounts"),
        ("home", "0002_site_root"),
        ("pages", "0005_language_state_and_settings"),
        ("programmes", "0001_programmes_and_axes"),
        ("contacts", "0001_contact_cards"),
        ("search", "0001_outbox_and_editors_tables"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
    ]

    operations = [migrations.RunPython(write_grants, migrations.RunPython.noop)]
