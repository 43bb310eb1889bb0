"""How the languages of a page stand, for listings and side panels of the admin."""

from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from languages.editing.differences import tell
from languages.editing.names import named_here
from languages.editing.status import states

register = template.Library()
register.filter("named_here", named_here)


@register.inclusion_tag("languages/states.html")
def language_states(page: Any) -> dict[str, Any]:
    """Show each language of a page with what readers see of it and how the translation stands."""
    return {"states": states(page)}


@register.inclusion_tag("languages/texts.html")
def language_texts(page: Any) -> dict[str, Any]:
    """Show each language of a page with how its text stands: missing, up to date, behind."""
    return {"states": states(page)}


@register.inclusion_tag("languages/side_panel.html")
def language_side_panel(page: Any) -> dict[str, Any]:
    """Show the same with what differs between the bodies, for the status panel of the editor."""
    # Snippets have this panel too, and no state of their languages.
    found = states(page)
    told = (tell(page, state.language.code) for state in found)
    return {"states": found, "told": [one for one in told if one is not None]}


@register.simple_tag
def refusal(workflow_state: Any) -> str:
    """Return who asked for changes and when: the person who decided, not the one who had submitted the page."""
    decision = workflow_state.current_task_state
    if decision is None or decision.finished_at is None:
        return str(workflow_state.get_status_display())
    moment = date_format(localtime(decision.finished_at), "SHORT_DATETIME_FORMAT")
    if decision.finished_by is None:
        return _("Changes requested on %(moment)s") % {"moment": moment}
    name = get_user_display_name(decision.finished_by)
    return _("Changes requested by %(name)s on %(moment)s") % {"name": name, "moment": moment}
