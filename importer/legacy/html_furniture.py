"""Which parts of a saved page are furniture of the site, proved by their tag or by being links and little else."""

import re
from dataclasses import dataclass

from importer.legacy.document import Fate
from importer.legacy.html_markup import Token

_TAGS = {
    "nav": Fate.MENU,
    "header": Fate.MENU,
    "footer": Fate.BOILERPLATE,
    "select": Fate.MENU,
    "button": Fate.BOILERPLATE,
}
_ROLES = {"navigation": Fate.MENU, "banner": Fate.MENU, "contentinfo": Fate.BOILERPLATE, "search": Fate.BOILERPLATE}
_NAMES = frozenset(
    "menu nav navbar navigation mainmenu main-menu topmenu submenu breadcrumb breadcrumbs pager pagination social "
    "share sharing sidebar skip-link languages language-switcher links toolbar footer header".split()
)
_CONTENT = frozenset(("article", "main"))
_PAGE = frozenset(("html", "body", "article", "main"))
_MOSTLY = 0.7
_CONSENT = re.compile(r"cookie|consent|gdpr|rgpd")
_LONGEST_CONSENT = 1500  # characters: what holds more is the page, whatever its class is called


@dataclass(slots=True)
class Container:
    """An element that may be furniture; it is when its tag says so and it was closed, or when it is mostly links.

    `most`: with more characters than that (0: any number) it is none.
    """

    fate: Fate
    is_certain: bool
    most: int = 0
    is_closed: bool = False
    text: int = 0
    linked: int = 0

    def proves(self, tag: str) -> bool:
        """Say whether a line in a block `tag` is furniture because it stands here; a page's own title never is."""
        if tag in ("h1", "time"):
            return False
        if self.most and self.text > self.most:
            return False
        return (self.is_certain and self.is_closed) or (self.text > 0 and self.linked >= self.text * _MOSTLY)


def container(token: Token, within: list[str]) -> Container | None:
    """Return the container that the start tag `token` opens inside the elements `within`, if it is one."""
    in_content = not _CONTENT.isdisjoint(within)
    role = _ROLES.get(token.value("role").lower())
    if role and not in_content:
        return Container(role, is_certain=True)
    if token.name in _TAGS:
        if token.name in ("header", "footer") and in_content:
            return None
        return Container(_TAGS[token.name], is_certain=True)
    said = f"{token.value('class')} {token.value('id')}".lower()
    if _CONSENT.search(said) and token.name not in _PAGE:
        return Container(Fate.BOILERPLATE, is_certain=True, most=_LONGEST_CONSENT)
    names = said.split()
    return None if _NAMES.isdisjoint(names) else Container(Fate.MENU, is_certain=False)
