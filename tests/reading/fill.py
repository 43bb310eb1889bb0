"""Adds one page of every type with every block filled to a site, and prints its addresses as JSON after `FILLED`."""

import json
import os
import sys

# Words of both languages, so that a page in English is not taken for a French one.
WORDS = "Migration & protection"


def main() -> None:
    """Fill the site that DATA_DIR names; addresses are paths by page type and language."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mission_site.settings.dev")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction
    from django.template.loader import get_template

    from languages import registry
    from tests.pages.page_types import Site

    with transaction.atomic():
        site = Site(WORDS)
    # The pages were written by plain updates; files are shown once the index knows who names them.
    call_command("rebuild_references_index", verbosity=0)
    addresses = {
        model.__name__: {code: page.url_in(code) for code in registry.codes()} for model, page in site.pages.items()
    }
    faults = {name: get_template(f"{name}.html").render() for name in ("500", "maintenance")}
    json.dump({"addresses": addresses, "faults": faults}, sys.stdout.write("FILLED") and sys.stdout)


if __name__ == "__main__":
    main()
