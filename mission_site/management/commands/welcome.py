"""Says where the demo is served, who can log in and what to try."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from languages import registry
from mission_site.demo.accounts import ACCOUNTS, PASSWORD


class Command(BaseCommand):
    """Printed by `make run` before it serves."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the address, the accounts and what to try."""
        base = f"http://127.0.0.1:{settings.PORT}"
        lines = ["", f"  {base}/", f"  {base}{reverse('wagtailadmin_home')}", ""]
        with translation.override(settings.ADMIN_LANGUAGE):
            lines.append("  " + _("Accounts (password for all: %(password)s)") % {"password": PASSWORD})
            lines += [f"    {one.username:<12} {one.group or _('administrator')}" for one in ACCOUNTS]
            lines += ["", "  " + _("To try:")]
            lines += [
                f"    {base}{reverse('search')}?q=reintegraton",
                f"    {base}/{registry.default()}/actualites/",
                "    "
                + _("log in as redaction, write a release in two languages, submit it; as publication, publish it"),
                "",
            ]
        self.stdout.write("\n".join(lines))
