"""Write docs/accessibility.md from the facts of the statement: `python -m tools.write_accessibility`."""

import os
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "docs" / "accessibility.md"
LANGUAGE = "en"


def main() -> None:
    """Write the page in the language of the papers."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mission_site.settings.dev")
    import django

    django.setup()
    from home.accessibility.paper import paper
    from home.accessibility.statement import statement

    TARGET.write_text(paper(statement(LANGUAGE)), encoding="utf-8")


if __name__ == "__main__":
    main()
