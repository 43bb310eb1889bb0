"""What the worker does: named jobs, each at its own pace; rooms above add theirs in AppConfig.ready()."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.management import call_command
from django.db import close_old_connections

logger = logging.getLogger(__name__)


@dataclass
class Job:
    """Work to be done again every `seconds`."""

    name: str
    seconds: float
    run: Callable[[], object]
    due: float = field(default=0.0)
    last_error: str = ""


def command(name: str, *arguments: str) -> Callable[[], object]:
    """Return a function that runs a management command."""
    return lambda: call_command(name, *arguments, verbosity=0)


jobs: list[Job] = [Job("publish_scheduled", 5, command("publish_scheduled"))]


def run_due(now: float) -> list[Job]:
    """Run all jobs that are due at `now` (seconds of a monotonic clock); return those that failed."""
    failed = []
    for job in jobs:
        if job.due > now:
            continue
        job.due = now + job.seconds
        try:
            job.run()
            job.last_error = ""
        except Exception as error:  # a job that fails is tried again; the others go on
            job.last_error = f"{type(error).__name__}: {error}"
            failed.append(job)
            logger.exception("worker: %s failed", job.name)
        finally:
            close_old_connections()
    return failed


def run_for_ever(stopped: Callable[[], bool], heartbeat: Callable[[], None], pause: float = 0.5) -> None:
    """Run jobs until `stopped()`; call `heartbeat` each round."""
    while not stopped():
        run_due(time.monotonic())
        heartbeat()
        time.sleep(pause)
