"""The door for the application server."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mission_site.settings.production")
application = get_wsgi_application()

# All views are imported now rather than while the first reader waits. What stands then stays as long as the process:
# collecting garbage need not look through it again, which takes a sixth of a second of somebody's request.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
