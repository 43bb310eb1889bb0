"""How the languages of a page stand, for listings and side panels of the admin."""

from typing import Any

from django import template

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
