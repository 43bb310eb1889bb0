"""Slugs from titles: ligatures and accents become plain letters, apostrophes separate words."""

import re

from anyascii import anyascii
from django.utils.text import slugify

APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u2032`´]")
MAX_LENGTH = 100


def suggest(title: str) -> str:
    """Return the slug for a title in any script; empty when the title has no letter or digit."""
    slug = slugify(anyascii(APOSTROPHES.sub(" ", title)))
    if len(slug) > MAX_LENGTH:
        slug = slug[: MAX_LENGTH + 1].rsplit("-", 1)[0]
    return slug[:MAX_LENGTH].strip("-")
