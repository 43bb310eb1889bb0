"""For the public site; refuses to start half configured, and says what is missing."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import ALLOWED_HOSTS, DEBUG, DEFAULT_SECRET_KEY, SECRET_KEY, env

_faults = [
    message
    for wrong, message in (
        (SECRET_KEY == DEFAULT_SECRET_KEY, "SECRET_KEY still has its default value"),
        (len(SECRET_KEY) < 50, "SECRET_KEY is shorter than 50 characters"),
        (DEBUG, "DEBUG is on"),
        (not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS, "ALLOWED_HOSTS names no host"),
    )
    if wrong
]
if _faults:
    raise ImproperlyConfigured("Production does not start: " + "; ".join(_faults) + ".")

WAGTAILADMIN_BASE_URL = env["BASE_URL"] or f"https://{ALLOWED_HOSTS[0].lstrip('.')}"
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SECOND_FACTOR = True
