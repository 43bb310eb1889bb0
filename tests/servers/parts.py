"""What a test needs from the machine: where fetched parts are kept, and how to say that one is missing."""

import contextlib
import fcntl
import os
import socket
from collections.abc import Iterator
from pathlib import Path


class PartMissing(Exception):
    """A server or tool that this machine lacks; `how` tells in one line how to get it."""

    def __init__(self, part: str, how: str) -> None:
        super().__init__(f"{part} is missing: {how}")
        self.part = part
        self.how = how


def cache_folder() -> Path:
    """Folder outside the repository that keeps what was fetched, made when it does not exist.

    `TEST_CACHE` names it; else it is in the user's cache folder (XDG base directories). Root gets /var/cache,
    because servers that refuse to run as root have to read it as another user, and root's home is closed to them.
    """
    if os.environ.get("TEST_CACHE"):
        folder = Path(os.environ["TEST_CACHE"])
    elif os.environ.get("XDG_CACHE_HOME"):
        folder = Path(os.environ["XDG_CACHE_HOME"]) / "mission-site-tests"
    elif os.geteuid() == 0:
        folder = Path("/var/cache/mission-site-tests")
    else:
        folder = Path.home() / ".cache" / "mission-site-tests"
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


@contextlib.contextmanager
def one_at_a_time(name: str) -> Iterator[None]:
    """Hold a lock file, so that two runs of the tests do not fetch the same part into the same place."""
    with open(cache_folder() / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def free_port() -> int:
    """TCP port of 127.0.0.1 that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Whether something accepts connections on this port of 127.0.0.1."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
