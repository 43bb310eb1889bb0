"""Why a file could not be read, in words for an officer."""

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from importer.legacy.encoding import LARGEST
from importer.legacy.unreadable import LegacyUnreadable, Problem


def explain(error: LegacyUnreadable) -> str:
    """Return the reason and what to do, as one line."""
    words = {
        Problem.BINARY: _("This is no text: save the page as text or HTML."),
        Problem.UNKNOWN_ENCODING: _("Its letters cannot be told with certainty: save the page again as UTF-8."),
        Problem.TOO_LARGE: _("It is larger than %(limit)s: no page is.") % {"limit": filesizeformat(LARGEST)},
        Problem.TOO_MUCH_TEXT: _("It holds more text than a page can: cut it into several files."),
        Problem.NOT_A_FILE: _("There is no such file, or it may not be read."),
    }
    return words[error.code]


def nothing_in_it() -> str:
    """Return what is said of a file that was read and shows no text."""
    return _("There is no text in it: no draft was made.")
