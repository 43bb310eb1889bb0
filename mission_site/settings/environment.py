"""Reads settings from environment variables that are declared in one table."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}


@dataclass(frozen=True)
class Variable:
    """One environment variable: its type (bool, int, str, list or Path), default and what it is for."""

    name: str
    type: type
    default: Any
    help: str

    def read(self) -> Any:
        """Return the value in its type; raise ImproperlyConfigured when it cannot be read so."""
        text = os.environ.get(self.name)
        if text is None:
            return self.default
        if self.type is bool:
            if text.lower() not in TRUE | FALSE:
                raise ImproperlyConfigured(f"{self.name} must be yes or no, not {text!r}.")
            return text.lower() in TRUE
        if self.type is list:
            return [part.strip() for part in text.split(",") if part.strip()]
        try:
            return self.type(text)
        except ValueError as error:
            raise ImproperlyConfigured(f"{self.name} must be of type {self.type.__name__}, not {text!r}.") from error


def read_all(table: tuple[Variable, ...]) -> dict[str, Any]:
    """Return the value of every variable of the table, by name."""
    return {variable.name: variable.read() for variable in table}


SQLITE_OPTIONS = {
    # WAL, NORMAL and IMMEDIATE: four editors at once without "database is locked" (docs/decisions).
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}


# Opening SQLite costs more than most queries: Django registers some eighty functions each time.
SQLITE = {"ENGINE": "django.db.backends.sqlite3", "OPTIONS": SQLITE_OPTIONS, "CONN_MAX_AGE": 60}


def database(url: str, data_dir: Path) -> dict[str, Any]:
    """Return Django's database settings for a URL (sqlite:///path, postgres://...); empty: SQLite in data_dir."""
    if not url:
        return SQLITE | {"NAME": data_dir / "db.sqlite3"}
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return SQLITE | {"NAME": parts.path.lstrip("/")}
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"DATABASE_URL: {parts.scheme!r} is neither sqlite nor postgres.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
