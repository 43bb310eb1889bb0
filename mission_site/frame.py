"""What stands round every page: menu, way back, languages, search, feeds, and what the head says to machines."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.models import StandardPage
from languages import paths, registry
from pages.changes import remembered
from pages.models import BasePage

SECTION_DEPTH = 3

Link = dict[str, Any]


def address(name: str, **values: Any) -> str:
    """Return a named address in the active language; empty where the site has none of that name."""
    try:
        return reverse(name, kwargs=values or None)
    except NoReverseMatch:
        return ""


def x_default(addresses: dict[str, str]) -> str:
    """Return where a reader of any other language is led, of the whole addresses of a page by language.

    For the front page the address without a language, which asks the browser; else the page in the default language;
    empty for a page that stands in one language only (Google, "Tell Google about localized versions of your page").
    """
    found, start = addresses.get(registry.default(), ""), f"/{registry.default()}/"
    if len(addresses) == 1 or not found:
        return ""
    return found.removesuffix(start) + "/" if urlsplit(found).path == start else found


class Frame:
    """The frame of one answer; everything is fetched when it is asked for, all of it in one query.

    `filters`: the form that narrows a list, `rows`: the page of the list that is shown, where there are any.
    """

    def __init__(self, request: HttpRequest, page: Any | None = None, filters: Any = None, rows: Any = None) -> None:
        self.request, self.page, self.filters = request, page, filters
        self.number = getattr(rows, "number", 1)

    @cached_property
    def root(self) -> Any | None:
        """The front page, as a plain page."""
        site = Site.find_for_request(self.request)
        return site.root_page if site else None

    @cached_property
    def home(self) -> str:
        """Where the front page stands."""
        return f"/{registry.current()}/"

    @cached_property
    def sections(self) -> list[Any]:
        """The public pages right below the front page."""
        if self.root is None:
            return []
        return remembered(f"sections:{registry.current()}:{self.root.pk}", self._sections)

    def _sections(self) -> list[Any]:
        pages = BasePage.objects.published().child_of(self.root)
        return list(pages.order_by("path").select_related("content_type"))

    @cached_property
    def menu(self) -> list[Link]:
        """The main navigation; `is_current` is "page" for this very page, true within its section."""
        return [self._marked(link) for link in self._section_links[0]]

    @cached_property
    def links(self) -> list[Link]:
        """The plain pages of the footer: legal notice, accessibility."""
        return [self._marked(link) for link in self._section_links[1]]

    @cached_property
    def _section_links(self) -> tuple[list[Link], list[Link]]:
        """The links of the menu and of the footer."""
        if self.root is None:
            return [], []
        return remembered(f"section links:{registry.current()}:{self.root.pk}", self._links_of_sections)

    def _links_of_sections(self) -> tuple[list[Link], list[Link]]:
        plain = [page for page in self.sections if not page.show_in_menus and page.specific_class is StandardPage]
        menu = [page for page in self.sections if page.show_in_menus]
        return [self._link(page) for page in menu], [self._link(page) for page in plain]

    def _link(self, page: Any) -> Link:
        return {"title": page.title, "url": page.get_url(self.request) or ""}

    def _marked(self, link: Link) -> Link:
        here, url = self.request.path, link["url"]
        return link | {"is_current": "page" if here == url else here.startswith(url)}

    @cached_property
    def trail(self) -> list[Link]:
        """The way from the front page to this one, which is the last and no link."""
        if self.page is None or self.page.depth < SECTION_DEPTH:
            return []
        start = [{"title": _("Home"), "url": self.home}]
        way = [page for page in self._ancestors(self.page) if page.pk != self.page.pk]
        return [*start, *(self._marked(self._link(page)) for page in way), {"title": self.page.title, "url": ""}]

    def _ancestors(self, below: Any) -> list[Any]:
        section = [page for page in self.sections if below.path.startswith(page.path)]
        if below.depth <= SECTION_DEPTH + 1:
            return section
        return list(below.get_ancestors().published().filter(depth__gte=SECTION_DEPTH))

    @cached_property
    def languages(self) -> list[Link]:
        """A link to this page in each language; where it does not exist, to the front page, with `exists` false."""
        return [self._language(language) for language in registry.all_languages()]

    def _language(self, language: Any) -> Link:
        is_current = language.code == registry.current()
        url = self._url_in(language.code)
        return {
            "code": language.code,
            "name": language.name,
            "direction": language.direction,
            "is_current": is_current,
            "exists": bool(url) or is_current,
            "url": url or f"/{language.code}/",
        }

    def _url_in(self, code: str) -> str:
        if self.page is not None:
            url = (self.page.url_in(code, self.request) or "") if self.page.is_published_in(code) else ""
            chosen = self.filters.query_in(code) if url and self.filters is not None else ""
            return f"{url}?{chosen}" if chosen else url
        match = self.request.resolver_match
        if match is None or match.url_name in (None, "wagtail_serve"):
            return ""
        with registry.active(code):
            url = address(match.view_name, **match.kwargs)
        asked = self.request.GET.copy()
        # A list has other pages in another language.
        asked.pop("page", None)
        query = asked.urlencode()
        return f"{url}?{query}" if url and query else url

    @cached_property
    def elsewhere(self) -> list[Link]:
        """For an address that leads nowhere: public pages of other languages whose address ends alike. One query."""
        slug = self.request.path.rstrip("/").rsplit("/", 1)[-1]
        others = [code for code in registry.codes() if code != registry.current()]
        alike = Q()
        for code in others:
            alike |= Q(**{paths.slug_name(code): slug, registry.field("published", code): True})
        if not slug or not others:
            return []
        page = BasePage.objects.published_anywhere().filter(alike, depth__gte=SECTION_DEPTH).first()
        if page is None:
            return []
        languages = [registry.language(code) for code in others if page.is_published_in(code)]
        return [{**vars(language), "url": page.url_in(language.code, self.request)} for language in languages]

    @cached_property
    def search(self) -> Link:
        """Where the search form leads, where its suggestions come from, what is being looked for, and whether this is
        the search page itself, which has a form of its own."""
        url = address("search")
        is_here = self.request.path == url
        query = self.request.GET.get("q", "")[:256] if is_here else ""
        return {"url": url, "suggest_url": address("search_suggestions"), "query": query, "is_here": is_here}

    @cached_property
    def feeds(self) -> list[Link]:
        """The feed of what the page is about, if it has news of its own, and those of all news."""
        names = (("atom", _("Atom feed of all news")), ("rss", _("RSS feed of all news")))
        found = [{"title": title, "url": address("news_feed", format_name=name), "type": name} for name, title in names]
        return [feed for feed in (*self._own_feed(), *found) if feed["url"]]

    def _own_feed(self) -> list[Link]:
        facet = getattr(self.page, "facet", "")
        if self.page is None or not facet:
            return []
        title = _("Atom feed: %(name)s") % {"name": self.page.title}
        return [
            {
                "title": title,
                "url": address(f"news_feed_{facet}", slug=self.page.slug, format_name="atom"),
                "type": "atom",
            }
        ]

    @cached_property
    def canonical(self) -> str:
        """The whole address of this page in the language it is shown in; of a narrowed list that of the whole one."""
        if self.page is not None:
            page = self.page.alias_of if self.page.alias_of_id else self.page
            url = page.full_url_in(registry.current(), self.request) or ""
            is_narrowed = self.filters is not None and self.filters.is_used
            return f"{url}?page={self.number}" if url and self.number > 1 and not is_narrowed else url
        return settings.WAGTAILADMIN_BASE_URL + self.request.path

    @cached_property
    def alternates(self) -> list[Link]:
        """The whole address in every language in which the page is public; none when it is public in one only, nor for
        a later page of a list, which holds other things in another language."""
        if self.page is None or self.number > 1:
            return []
        codes = self.page.public_languages
        found = [{"code": code, "url": self.page.full_url_in(code, self.request)} for code in codes]
        return found if len(found) > 1 else []

    @cached_property
    def x_default(self) -> str:
        """The whole address for readers of any other language; empty where there are no alternates."""
        return x_default({link["code"]: link["url"] for link in self.alternates})

    @cached_property
    def behind(self) -> Link | None:
        """When this language is known to be behind another: since when, and the link to that one; else None."""
        since = getattr(self.page, registry.field("behind_since", registry.current()), None) if self.page else None
        ahead = [link for link in self.languages if link["exists"] and not link["is_current"]]
        return {"since": since, "source": ahead[0]} if since and ahead else None
