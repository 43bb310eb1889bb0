"""What this room adds to the admin: the style guide, under Help."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .styleguide.views import styleguide


@hooks.register("register_admin_urls")
def styleguide_addresses() -> list[URLPattern]:
    """Give the style guide its addresses: all components, and each alone."""
    return [
        path("styleguide/", styleguide, name="styleguide"),
        path("styleguide/<slug:name>/", styleguide, name="styleguide_component"),
    ]


@hooks.register("register_help_menu_item")
def styleguide_in_help() -> MenuItem:
    """Show the style guide in the help menu."""
    return MenuItem(_("Style guide"), reverse("styleguide"), name="styleguide", icon_name="view", order=1200)
