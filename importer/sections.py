"""The index pages below which imported drafts are put; one that the site does not have yet is made, as a draft."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from contacts.models import ContactIndexPage
from home.models import HomePage
from languages import registry
from news.models import NewsIndexPage
from programmes.models import AxisIndexPage, ProgrammeIndexPage

_TITLES = {
    NewsIndexPage: _("News"),
    ProgrammeIndexPage: _("Programmes"),
    AxisIndexPage: _("Intervention axes"),
    ContactIndexPage: _("Press contacts"),
}


def front_page() -> Any:
    """Return the front page; raises ObjectDoesNotExist when the site has none."""
    found = HomePage.objects.order_by("path").first()
    if found is None:
        raise ObjectDoesNotExist("The site has no front page.")
    return found


def index_page(model: Any) -> Any:
    """Return the index page of a type; raises ObjectDoesNotExist when the site has no front page."""
    found = model.objects.order_by("path").first()
    if found is not None:
        return found
    home = front_page()
    page = model(live=False)
    for code in registry.codes():
        with registry.active(code):
            setattr(page, registry.field("title", code), capfirst(str(_TITLES[model])))
    with registry.active():
        home.add_child(instance=page)
        page.save_revision()
    return page
