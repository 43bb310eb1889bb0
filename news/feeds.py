"""Atom and RSS feeds: all news, of a kind, of a programme, of an axis, in each language."""

from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import feedgenerator, timezone
from django.utils.translation import gettext as _

from languages import registry
from pages.models import OrganisationSettings
from programmes.models import AxisPage, ProgrammePage

from .models import NewsIndexPage, NewsPage

ITEMS = 30


def _publisher() -> str:
    """Return the name of the organisation; feeds must have one, so the word for news where nobody gave any."""
    return OrganisationSettings.load().name or _("News")


class NewsFeed(Feed):
    """The newest news as Atom; the address may narrow them to a kind, a programme or an axis."""

    feed_type: type[feedgenerator.SyndicationFeed] = feedgenerator.Atom1Feed
    format_name = "atom"

    def get_object(self, request: HttpRequest, topic: str = "", slug: str = "") -> dict[str, Any]:
        """Return what the feed is about; 404 for a kind, programme or axis that does not exist."""
        if topic == "":
            return {"topic": "", "slug": "", "subject": None, "name": ""}
        if topic == "kind":
            labels = dict(NewsPage.Kind.choices)
            if slug not in labels:
                raise Http404
            return {"topic": topic, "slug": slug, "subject": None, "name": str(labels[slug])}
        model = {"programme": ProgrammePage, "axis": AxisPage}[topic]
        subject = model.objects.published().filter(slug=slug).first()
        if subject is None:
            raise Http404
        return {"topic": topic, "slug": slug, "subject": subject, "name": subject.title}

    def title(self, obj: dict[str, Any]) -> str:
        """Return the name of the organisation, and of the subject if there is one."""
        name = _publisher()
        return f"{name} – {obj['name']}" if obj["name"] else name

    def author_name(self, obj: dict[str, Any]) -> str:
        """Return who speaks in all of it: the organisation (RFC 4287, section 4.1.1 asks for an author)."""
        return _publisher()

    def subtitle(self, obj: dict[str, Any]) -> str:
        """Return what the feed holds, in its language."""
        return _("Releases, stories, events and statements")

    description = subtitle

    def link(self, obj: dict[str, Any]) -> str:
        """Return the page that the feed follows."""
        if obj["subject"]:
            return obj["subject"].url
        index = NewsIndexPage.objects.published().first()
        return index.url if index else f"/{registry.current()}/"

    def feed_url(self, obj: dict[str, Any]) -> str:
        """Return the feed's own address."""
        if not obj["topic"]:
            return reverse("news_feed", kwargs={"format_name": self.format_name})
        return reverse(f"news_feed_{obj['topic']}", kwargs={"slug": obj["slug"], "format_name": self.format_name})

    def feed_guid(self, obj: dict[str, Any]) -> None:
        """Let the address of the feed be its identity."""
        return None

    def items(self, obj: dict[str, Any]) -> list[NewsPage]:
        """Return the newest news in the active language."""
        news = NewsPage.objects.published().originals()
        if obj["subject"]:
            news = news.about(obj["subject"])
        elif obj["topic"] == "kind":
            news = news.of_kind(obj["slug"])
        return list(news.newest_first().for_rows()[:ITEMS])

    def item_title(self, item: NewsPage) -> str:
        """Return the title."""
        return item.title

    def item_description(self, item: NewsPage) -> str:
        """Return the lead."""
        return item.lead or ""

    def item_link(self, item: NewsPage) -> str:
        """Return the address in the feed's language."""
        return item.url

    def item_pubdate(self, item: NewsPage) -> datetime | None:
        """Return when it happened, at noon where only the day is known; else when it was published."""
        if item.date:
            return timezone.make_aware(datetime.combine(item.date, time(12)))
        return item.first_published_at

    def item_updateddate(self, item: NewsPage) -> datetime | None:
        """Return when readers last saw it change."""
        return item.last_published_at or item.first_published_at

    def item_categories(self, item: NewsPage) -> list[str]:
        """Return the kind and the programmes."""
        return [item.get_kind_display(), *(programme.title for programme in item.programmes.all())]


class NewsRssFeed(NewsFeed):
    """The same as RSS."""

    feed_type = feedgenerator.Rss201rev2Feed
    format_name = "rss"


FEEDS = {"atom": NewsFeed(), "rss": NewsRssFeed()}


def feed(request: HttpRequest, format_name: str, topic: str = "", slug: str = "") -> Any:
    """Answer a feed address."""
    return FEEDS[format_name](request, topic=topic, slug=slug)
