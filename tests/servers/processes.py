"""Start a server as somebody other than root, wait until it answers, stop it with all its children."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any


def unprivileged_user(preferred: str = "nobody") -> str | None:
    """Name of the user for servers that refuse root; None when we are not root and simply run as ourselves."""
    if os.geteuid() != 0:
        return None
    for name in (preferred, "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise RuntimeError("no unprivileged user to run a server as")


def identity(user: str | None) -> dict[str, Any]:
    """Arguments for `subprocess` that make a child run as this user, with none of root's groups."""
    if user is None:
        return {}
    entry = pwd.getpwnam(user)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


@contextlib.contextmanager
def scratch_folder(prefix: str, user: str | None) -> Iterator[Path]:
    """Temporary folder owned by the server's user, removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix=f"{prefix}-"))
    try:
        folder.chmod(0o755)
        if user is not None:
            shutil.chown(folder, user)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def start(command: Sequence[str | Path], *, log: Path, user: str | None = None, **options: Any) -> subprocess.Popen:
    """Start a server in a session of its own, its output in `log`; `options` go to `Popen` (cwd, env)."""
    with open(log, "ab") as output:
        return subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **identity(user),
            **options,
        )


def wait_until(ready: Callable[[], bool], process: subprocess.Popen, log: Path, seconds: float) -> None:
    """Wait until `ready()`; RuntimeError with the end of the log when the server dies or needs longer."""
    deadline = time.monotonic() + seconds
    while not ready():
        died, late = process.poll() is not None, time.monotonic() > deadline
        if died or late:
            stop(process)
            end = log.read_text(errors="replace")[-2000:]
            why = f"ended with {process.returncode}" if died else f"did not answer within {seconds:.0f} s"
            name = process.args[0] if isinstance(process.args, list) else process.args
            raise RuntimeError(f"{name!r} {why}:\n{end}")
        time.sleep(0.1)


def stop(process: subprocess.Popen, seconds: float = 20) -> None:
    """End a server and its children: politely first, then by force."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def sleep_until_told(message: str) -> None:
    """Keep a server that was started by hand, until Ctrl-C or SIGTERM."""
    print(message, flush=True)

    def leave(*_: object) -> None:
        sys.exit(0)

    signal.signal(signal.SIGTERM, leave)
    with contextlib.suppress(KeyboardInterrupt):
        signal.pause()
