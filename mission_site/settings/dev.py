"""For one's own machine: `make run` and manage.py."""

from .base import *  # noqa: F403

DEBUG = env["DEBUG"]  # noqa: F405
ALLOWED_HOSTS = env["ALLOWED_HOSTS"] or ["127.0.0.1", "localhost", "[::1]"]  # noqa: F405
