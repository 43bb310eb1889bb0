"""Counts changes of the content, so that nothing fetched or drawn before a change is shown after it.

Every transaction that writes to a table readers may see leaves one row, written in the same transaction: a change
that fails leaves none, and all processes of the site see the row the moment they could see the change.
"""

import re
import secrets
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from threading import Lock
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction
from django.utils.translation import gettext_lazy as _

# On PostgreSQL transactions end in another order than they began: a late one is still among the newest.
REMEMBERED = 16
KEPT = 1000
TABLE = "pages_contentchange"

WRITE = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+"?(\w+)', re.I)
SCHEMA = re.compile(r"\s*(?:CREATE|ALTER|DROP)\s", re.I)
# Written by visits, sign-ins, searches and the bookkeeping of the admin; no page shows them. The editors' tables of
# search change what it answers.
QUIET = re.compile(
    rf"{TABLE}$|django_|auth_|axes_|otp_|people_|importer_|wagtailadmin_|wagtailusers_|wagtailsearch_|search_(?!synonym|promot)"
    r"|wagtailcore_(?:revision|\w*logentry|referenceindex|comment|commentreply|pagesubscription|task|workflow)"
    r"|sqlite_"
)

# What a draft that is saved changes on the page's row: no reader sees it, and an open editor saves every few seconds.
DRAFT = re.compile(
    r"(?:latest_revision(?:_id|_created_at)|draft_title|has_unpublished_changes|(?:pending|stale_since|translation)_\w+)$"
)
COLUMN = re.compile(r'"(\w+)" = ')

Token = tuple[int, ...]
MOST_KEPT = 500


class ContentChange(models.Model):
    """One transaction that changed what readers may see; only the newest rows count."""

    token = models.BigIntegerField(editable=False)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")

    def __str__(self) -> str:
        return str(self.pk)


def state() -> Token:
    """Return what stands for the present content: the same until something is committed. One query by primary key."""
    # A wrapper that was taken off while this one was put on takes the wrong one with it: make sure.
    watch_connection(connection)
    # What is written later in this transaction is another change than what was read now (tests never commit).
    connection.run_on_commit = [entry for entry in connection.run_on_commit if entry[1] is not _noted]
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT token FROM "{TABLE}" ORDER BY id DESC LIMIT {REMEMBERED}')  # noqa: S608 constants
        return tuple(row[0] for row in cursor.fetchall())


def note() -> None:
    """Say that something changed that no table tells, as a file that was drawn."""
    if settings.PAGE_CACHE and _has_table(connection):
        with transaction.atomic():
            _note(connection)


def forget_old() -> None:
    """Delete the rows that no longer count."""
    newest = ContentChange.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    ContentChange.objects.filter(pk__lte=newest - KEPT).delete()


def watch(execute: Callable, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Note a write before it happens, in its transaction; an execute wrapper of every connection."""
    if not settings.PAGE_CACHE:
        return execute(sql, params, many, context)
    opened = context["connection"]
    if SCHEMA.match(sql):
        opened.has_content_changes = False
    if not _is_public(sql) or not _has_table(opened):
        return execute(sql, params, many, context)
    if opened.in_atomic_block:
        if not any(function is _noted for _ids, function, _robust in opened.run_on_commit):
            _note(opened)
        return execute(sql, params, many, context)
    # No transaction around it: SQLite cannot commit one while the rows of INSERT ... RETURNING are still to be read.
    result = execute(sql, params, many, context)
    _note(opened)
    return result


def _is_public(sql: str) -> bool:
    """Whether a statement writes what readers may see; in doubt it does."""
    found = WRITE.match(sql)
    if found is None or QUIET.match(found[1]):
        return False
    names = COLUMN.findall(sql.partition(" WHERE ")[0]) if found[1] == "pages_basepage" else []
    return not names or not all(map(DRAFT.match, names))


def _note(opened: Any) -> None:
    with opened.cursor() as cursor:
        cursor.execute(f'INSERT INTO "{TABLE}" (token) VALUES (%s)', [secrets.randbits(62)])  # noqa: S608 constants
    # Django drops it with the savepoint that is rolled back: the next write then notes again.
    transaction.on_commit(_noted, using=opened.alias)


def _noted() -> None:
    """Mark of a transaction that has its row."""


def _has_table(opened: Any) -> bool:
    """Whether the table is there: while a database is being made it is not."""
    if not getattr(opened, "has_content_changes", False):
        with opened.cursor() as cursor:
            opened.has_content_changes = TABLE in opened.introspection.table_names(cursor)
    return opened.has_content_changes


def watch_connection(connection: Any, **kwargs: Any) -> None:
    """Watch a database connection that was just opened."""
    if watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(watch)


# The content a request is answered from; None where nobody keeps track, as in commands.
_now: ContextVar[Token | None] = ContextVar("content_state", default=None)


def answering_from(token: Token | None) -> Any:
    """Say which content the request is answered from; return what `done` takes."""
    return _now.set(token)


def done(before: Any) -> None:
    """End what answering_from began."""
    _now.reset(before)


def present() -> Token | None:
    """Return which content the request is answered from; None where nobody keeps track."""
    return _now.get()


class Memory:
    """Keeps things under names as long as the content stays the same; of each process, shared by its threads."""

    def __init__(self, most: int) -> None:
        """Take how many things are kept; one more, and all are forgotten."""
        self._most = most
        self._kept: dict[Any, Any] = {}
        self._of: Token | None = None
        self._lock = Lock()

    def several(self, names: Iterable[Any], make: Callable[[list[Any]], dict[Any, Any]]) -> dict[Any, Any]:
        """Return {name: thing}; `make` is asked for those not known for the present content, all at once."""
        names, token = list(names), present()
        known: dict[Any, Any] = {}
        if token is not None:
            with self._lock:
                if self._of != token or len(self._kept) > self._most:
                    self._kept.clear()
                    self._of = token
                known = {name: self._kept[name] for name in names if name in self._kept}
        missing = [name for name in names if name not in known]
        if missing:
            made = make(missing)
            known |= made
            with self._lock:
                if token is not None and self._of == token:
                    self._kept |= made
        return known

    def one(self, name: Any, make: Callable[[], Any]) -> Any:
        """Return the thing of a name, from `make` where it is not known for the present content."""
        return self.several([name], lambda _names: {name: make()})[name]


_memory = Memory(MOST_KEPT)


def remembered(name: str, make: Callable[[], Any]) -> Any:
    """Return what `make` returned when it was asked under this name for the same content; it must not be changed."""
    return _memory.one(name, make)
