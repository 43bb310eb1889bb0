"""Quotation marks inside a quotation: those of the language, however they were typed."""

import re

from .typography import SPACES

QUOTED = re.compile(rf"«[{SPACES}]*|[{SPACES}]*»|&quot;|&#34;|\u201c|\u201d|\u201e")
BEFORE_OPENING = re.compile(r"(?:^|[\s(\[>\u2018\u2013\u2014-])$")


def inner_quotes(html: str, marks: tuple[str, str]) -> str:
    """Return escaped HTML, to stand in quotation marks, with what is quoted in it between these inner marks.

    A mark opens at the beginning and after a space, dash or bracket, and closes elsewhere; marks around the whole
    are left out, for the place sets them.
    """
    parts = QUOTED.split(html.strip())
    if len(parts) == 3 and not parts[0] and not parts[2]:  # noqa: PLR2004 two marks, around the whole
        return parts[1]
    text = parts[0]
    for part in parts[1:]:
        text += (marks[0] if BEFORE_OPENING.search(text) else marks[1]) + part
    return text
