"""A new holder under the former one's numbers: said when the card is saved."""

from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from pages.formats import format_day

from . import telephones, tenure
from .models import ContactPage, Holder


def in_doubt(page: ContactPage) -> list[Holder]:
    """Return the holders, present and to come, under whom the e-mail and numbers are to be verified."""
    holders, today = list(page.holders.all()), tenure.today()
    running = [holder for holder in holders if holder.until is None or holder.until >= today]
    return [one for one in running if tenure.is_unconfirmed_under(one, holders, page.verified_on)]


def lines(page: ContactPage) -> list[str]:
    """Return the e-mail and the public numbers of a card, as they are written at home."""
    numbers = [telephones.at_home(row.number) for row in page.telephones.all() if row.is_public and row.number]
    return [page.email] * bool(page.email and page.shows_email) + numbers


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_lines_of_the_former_holder(request: HttpRequest, page: Any) -> None:
    """Name what stood there before the new holder, and say what readers see until somebody checks."""
    if not isinstance(page, ContactPage) or request.headers.get("accept", "").startswith("application/json"):
        return
    found = lines(page)
    text = _(
        "{name} is in the role from {date}, after this card was last verified: {lines} may still be the former "
        "holder's. From that day readers see the press desk's number and e-mail under the new name. Correct them, "
        "call, and then enter the date of verification: that day or later."
    )
    for holder in in_doubt(page) if found else ():
        day = format_day(holder.since) if holder.since else ""
        messages.warning(request, format_html(text, name=holder.name, date=day, lines=", ".join(found)))
