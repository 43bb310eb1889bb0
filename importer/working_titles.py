"""What stands in the title of a page whose own title nobody knows yet."""

from django.utils.translation import gettext

from languages import registry


def working_title(name: str) -> str:
    """Return a title that asks to be replaced, in the default language, with the name of the file or person."""
    with registry.active():
        text = gettext("[Title to be given] %(name)s") % {"name": name}
    return text[:255]
