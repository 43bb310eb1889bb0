"""Kinds of old pages and languages in words."""

from django.utils.translation import gettext as _

from importer.legacy.document import Kind
from languages import registry


def kind_in_words(kind: str) -> str:
    """Return what a kind is called."""
    words = {
        Kind.NEWS_RELEASE: _("news release"),
        Kind.STORY: _("story of a person"),
        Kind.EVENT: _("event or training"),
        Kind.STATEMENT: _("statement"),
        Kind.PROGRAMME: _("programme"),
        Kind.AXES: _("intervention axes"),
        Kind.CONTACT: _("contacts"),
        Kind.MENU_ONLY: _("nothing but a menu"),
        Kind.EMPTY: _("nothing"),
    }
    return words.get(Kind(kind), kind)


def languages_in_words(codes: str) -> str:
    """Return the languages of a receipt (`xx+yy`) by their names."""
    known = registry.codes()
    return ", ".join(registry.language(code).name if code in known else code for code in codes.split("+") if code)
