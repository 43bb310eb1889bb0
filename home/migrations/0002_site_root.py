"""Makes the front page the root of the site in place of Wagtail's welcome page."""

from django.conf import settings
from django.db import migrations

PLACE = {"path": "00010001", "depth": 2, "numchild": 0, "slug": "home", "url_path": "/home/"}


def make_site_root(apps, schema_editor):
    BasePage = apps.get_model("pages", "BasePage")
    HomePage = apps.get_model("home", "HomePage")
    Site = apps.get_model("wagtailcore", "Site")
    ContentType = apps.get_model("contenttypes", "ContentType")
    welcome = BasePage.objects.get(path=PLACE["path"])
    # A language that was added later has its columns from a later migration.
    columns = {field.name for field in BasePage._meta.get_fields()}
    codes = [code for code, _name in settings.LANGUAGES if f"title_{code}" in columns]
    values = {f"published_{code}": True for code in codes} | {
        f"url_path_{code}": PLACE["url_path"] for code in codes if code != settings.LANGUAGE_CODE
    }
    title = settings.WAGTAIL_SITE_NAME
    values |= {"title": title, "draft_title": title} | {f"title_{code}": title for code in codes}
    home = HomePage(
        **PLACE,
        **values,
        locale=welcome.locale,
        content_type=ContentType.objects.get_or_create(app_label="home", model="homepage")[0],
    )
    Site.objects.all().delete()
    welcome.delete()
    home.save()
    Site.objects.create(hostname="localhost", root_page_id=home.pk, is_default_site=True, site_name=title)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_front_page"),
        ("pages", "0004_fill_language_columns"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(make_site_root, migrations.RunPython.noop)]
