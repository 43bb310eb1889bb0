"""Gives the page table its locale and translation key, once Wagtail's locale table is there."""

from django.db import migrations
from wagtail.models import BootstrapLocaleField, BootstrapTranslatableModel, BootstrapTranslationKeyField


class Migration(migrations.Migration):
    dependencies = [("pages", "0001_initial"), ("wagtailcore", "0098_apitoken")]

    operations = [
        BootstrapLocaleField("pages.BasePage"),
        BootstrapTranslationKeyField("pages.BasePage"),
        BootstrapTranslatableModel("pages.BasePage"),
    ]
