"""For the tests: quick passwords, mail in memory, files in a folder that goes away."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403

_folder = Path(tempfile.mkdtemp(prefix="mission-test-"))
ALLOWED_HOSTS = ["*"]
SECRET_KEY = "test"  # noqa: S105 nothing outside the tests is signed with it
DATA_DIR = _folder
MEDIA_ROOT = _folder / "media"
STATIC_ROOT = _folder / "static"
SEARCH_INDEX_DIR = _folder / "index"
LANGUAGE_CODE_ADMIN = env["ADMIN_LANGUAGE"]  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Tests roll back and travel in time; those of the page cache turn it on.
PAGE_CACHE = False
