"""The table of environment variables says the same in the settings and in the README."""

import re
from pathlib import Path

from django.conf import settings

from mission_site.settings.base import ENVIRONMENT


def test_the_readme_lists_every_variable_with_its_default_and_no_other():
    text = (Path(settings.BASE_DIR) / "README.md").read_text()
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \|(.*)$", text, re.MULTILINE))
    assert set(rows) == {variable.name for variable in ENVIRONMENT}
