"""Addresses of the feeds, translated like all others."""

from django.urls import path, register_converter
from django.utils.translation import gettext_lazy as _

from .feeds import FEEDS, feed
from .ical import event


class FormatConverter:
    """Accepts the names of the feed formats, nothing else."""

    regex = "|".join(FEEDS)

    def to_python(self, value: str) -> str:
        """Return the name as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Return the name as it is."""
        return value


register_converter(FormatConverter, "feed_format")

urlpatterns = [
    path(_("events/<int:pk>.ics"), event, name="news_event_calendar"),
    path(_("feeds/news/<feed_format:format_name>/"), feed, name="news_feed"),
    path(_("feeds/kind/<slug:slug>/<feed_format:format_name>/"), feed, {"topic": "kind"}, name="news_feed_kind"),
    path(
        _("feeds/programme/<slug:slug>/<feed_format:format_name>/"),
        feed,
        {"topic": "programme"},
        name="news_feed_programme",
    ),
    path(_("feeds/axis/<slug:slug>/<feed_format:format_name>/"), feed, {"topic": "axis"}, name="news_feed_axis"),
]
