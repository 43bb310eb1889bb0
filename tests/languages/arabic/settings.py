"""The site with Arabic: one line in LANGUAGES, and migrations generated into a folder named by ARABIC_MIGRATIONS."""

import os
import sys

from mission_site.settings.test import *  # noqa: F403
from mission_site.settings.test import LANGUAGES

LANGUAGES = [*LANGUAGES, ("ar", "Arabic")]
WAGTAIL_CONTENT_LANGUAGES = WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": tuple(code for code, _name in LANGUAGES)}

FOLDER = os.environ["ARABIC_MIGRATIONS"]
sys.path.insert(0, FOLDER)
MIGRATION_MODULES = {room: f"arabic_{room}" for room in os.environ["ARABIC_ROOMS"].split()}
