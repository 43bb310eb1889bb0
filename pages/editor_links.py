"""Links to the editors of pages, settings and entries of lists, for warnings of the admin."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder

from .models import BasePage

MOST_LINKS = 20


def title_of(source: Any) -> str:
    """Return what the admin calls a page, a setting or an entry of a list."""
    return str(source.get_admin_display_title() if isinstance(source, BasePage) else source)


def links(sources: Sequence[Any], user: Any) -> Any:
    """Return links to the editors, as safe HTML; the title alone where the user has no access, the first twenty."""
    finder = AdminURLFinder(user)
    shown = format_html_join(", ", "{}", ((_link(one, finder.get_edit_url(one)),) for one in sources[:MOST_LINKS]))
    rest = len(sources) - MOST_LINKS
    return format_html("{} {}", shown, _("and %(number)d more") % {"number": rest}) if rest > 0 else shown


def _link(source: Any, address: str | None) -> Any:
    return format_html('<a href="{}">{}</a>', address, title_of(source)) if address else title_of(source)
