"""Serve the site on 127.0.0.1 with the worker beside it, until Ctrl-C: `python -m tools.serve`."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# A process that dies more often than this within a minute is not started again.
DEATHS_IN_A_MINUTE = 5
STOP_SECONDS = 15
ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def commands(port: int) -> dict[str, list[str]]:
    """What runs side by side, by the name that messages use."""
    granian = ["granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "2"]
    granian += ["--blocking-threads", "4", "--backlog", "1024", "--respawn-failed-workers", "--log-level", "warning"]
    return {
        "server": [sys.executable, "-m", *granian, "mission_site.wsgi:application"],
        "worker": [sys.executable, "manage.py", "worker"],
    }


class Child:
    """One of the processes; started again when it dies, and that is said."""

    def __init__(self, name: str, command: list[str]) -> None:
        self.name = name
        self.command = command
        self.deaths: deque[float] = deque(maxlen=DEATHS_IN_A_MINUTE)
        self.start()

    def start(self) -> None:
        """Start it in a process group of its own, so that Ctrl-C reaches it through us only."""
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(self.command, cwd=ROOT, env=environment, start_new_session=True)

    def watch(self) -> bool:
        """Start it again when it has died; False when it dies too often to go on."""
        status = self.process.poll()
        if status is None:
            return True
        self.deaths.append(time.monotonic())
        crowded = len(self.deaths) == DEATHS_IN_A_MINUTE and self.deaths[-1] - self.deaths[0] < 60
        print(f"The {self.name} ended with status {status}; {'giving up' if crowded else 'starting it again'}.")
        sys.stdout.flush()
        self._signal(signal.SIGKILL)
        if crowded:
            return False
        time.sleep(1)
        self.start()
        return True

    def stop(self) -> None:
        """Ask it to end, and end it with all its children when it does not."""
        self._signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            pass
        self._signal(signal.SIGKILL)
        self.process.wait()

    def _signal(self, number: signal.Signals) -> None:
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            pass


class Stopped(Exception):
    """Somebody asked for the end: Ctrl-C or SIGTERM."""


def _stop(*_: object) -> None:
    """Once is enough: a terminal and make both pass Ctrl-C on."""
    for number in ENDS:
        signal.signal(number, signal.SIG_IGN)
    raise Stopped


def chosen_port() -> int:
    """`PORT`, when nobody listens there; ends with one line otherwise."""
    port = int(os.environ.get("PORT") or 8000)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise SystemExit(f"Port {port} of 127.0.0.1 is not free ({error.strerror}).") from None
    return port


def main() -> int:
    """Run until told to stop (exit code 0) or until a process cannot be kept alive (1)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mission_site.settings.dev")
    port = chosen_port()
    for number in ENDS:
        signal.signal(number, _stop)
    children: list[Child] = []
    try:
        for name, command in commands(port).items():
            children.append(Child(name, command))
        while all(child.watch() for child in children):
            time.sleep(0.5)
        return 1
    except Stopped:
        print("\nStopping ...", flush=True)
        return 0
    finally:
        for number in ENDS:
            signal.signal(number, signal.SIG_IGN)
        for child in children:
            child.stop()


if __name__ == "__main__":
    raise SystemExit(main())
