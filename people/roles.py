"""The roles people have, as groups with permissions; the migration makes them from this table."""

import enum
from dataclasses import dataclass, field

ALL = ("add", "change", "delete")
FILES = ("wagtailimages.image", "wagtaildocs.document")
WORDS = ("programmes.region", "programmes.organisation", "pages.boilerplate")
SEARCH_TABLES = ("search.synonymgroup", "search.promotedresult")
SEARCH: dict[str, tuple[str, ...]] = dict.fromkeys(SEARCH_TABLES, ALL) | {
    "search.fruitlessquery": ("view", "delete"),
    "search.attachmenttext": ("view",),
}
SETTINGS = ("pages.organisationsettings", "contacts.pressdesk")
KEEPING = (
    "auth.user",
    "auth.group",
    "wagtailcore.workflow",
    "wagtailcore.task",
    "wagtailcore.site",
    "wagtailredirects.redirect",
)


class Role(enum.Enum):
    """A role; its value is the name of its group, understood in French and English alike."""

    OFFICER = "Rédaction"
    PUBLISHER = "Publication"
    CONTACT_KEEPER = "Contacts"
    ADMINISTRATOR = "Administration"


@dataclass(frozen=True)
class Grant:
    """What a role may do.

    `pages`: actions on the site's pages (for contact keepers, on the directory only); `files`: actions on pictures and
    documents of the root collection; `models`: {"room.model": actions}; `collections`: actions on collections.
    """

    pages: tuple[str, ...]
    files: tuple[str, ...] = ("add", "choose")
    models: dict[str, tuple[str, ...]] = field(default_factory=dict)
    collections: tuple[str, ...] = ()
    is_directory_only: bool = False


GRANTS: dict[Role, Grant] = {
    Role.OFFICER: Grant(pages=("add", "change"), models=dict.fromkeys(WORDS, ("view",)) | SEARCH),
    Role.PUBLISHER: Grant(
        pages=("add", "change", "publish", "lock"),
        files=("add", "change", "delete", "choose"),
        models=dict.fromkeys(WORDS, ALL) | dict.fromkeys(SETTINGS, ("change",)) | SEARCH,
    ),
    Role.CONTACT_KEEPER: Grant(
        pages=("add", "change", "publish"),
        models={"contacts.pressdesk": ("change",)},
        is_directory_only=True,
    ),
    Role.ADMINISTRATOR: Grant(
        pages=("add", "change", "publish", "lock", "unlock", "bulk_delete"),
        files=("add", "change", "delete", "choose"),
        models=dict.fromkeys(WORDS + KEEPING, ALL) | dict.fromkeys(SETTINGS, ("change",)) | SEARCH,
        collections=ALL,
    ),
}
