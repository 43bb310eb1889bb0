"""Work outside requests: scheduled publishing and expiry, the search outbox, renditions."""

import signal
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from pages import work

HEARTBEAT = "worker.alive"
EVERY = 60.0


class Command(BaseCommand):
    """Runs until it is told to stop; says each minute that it lives."""

    help = __doc__
    stopped = False

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the jobs until SIGTERM or SIGINT."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self.stop)
        self.said = 0.0
        self.tell(_("The worker runs: scheduled publication, mail, search, pictures."))
        work.run_for_ever(lambda: self.stopped, self.say_alive)
        self.tell(_("The worker has stopped."))

    def tell(self, message: Any) -> None:
        """Say something in the language of the admin."""
        with translation.override(settings.ADMIN_LANGUAGE):
            self.stdout.write(str(message))

    def stop(self, *args: Any) -> None:
        """Finish the round, then end."""
        self.stopped = True

    def say_alive(self) -> None:
        """Touch the file that the health page looks at."""
        now = time.time()
        if now - self.said >= EVERY or not self.said:
            (settings.DATA_DIR / HEARTBEAT).touch()
            self.said = now
