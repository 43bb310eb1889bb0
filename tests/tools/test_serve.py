"""`make run` keeps server and worker alive together and ends them together."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.servers.parts import free_port
from tools.serve import Child, chosen_port

LASTING = [sys.executable, "-c", "import time; time.sleep(600)"]


@pytest.fixture
def child():
    child = Child("worker", LASTING)
    yield child
    child.stop()


def test_a_process_that_dies_is_named_and_started_again(child, capsys):
    first = child.process.pid
    os.kill(first, signal.SIGKILL)
    child.process.wait()
    assert child.watch()
    assert child.process.pid != first
    assert child.process.poll() is None
    assert "The worker ended with status -9; starting it again." in capsys.readouterr().out


def test_a_process_that_keeps_dying_is_given_up(capsys):
    child = Child("server", [sys.executable, "-c", "raise SystemExit(3)"])
    rounds = 0
    while True:
        child.process.wait()
        rounds += 1
        if not child.watch():
            break
        assert rounds < 10
    assert "The server ended with status 3; giving up." in capsys.readouterr().out


def test_stopping_takes_the_children_of_a_process_along(tmp_path: Path):
    script = (
        "import subprocess, sys, time; p = subprocess.Popen(sys.argv[1:]); print(p.pid, flush=True); time.sleep(600)"
    )
    child = Child.__new__(Child)
    child.name = "server"
    child.process = subprocess.Popen(
        [sys.executable, "-c", script, *LASTING], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    with child.process.stdout as told:
        grandchild = int(told.readline())
    child.stop()
    deadline = time.monotonic() + 10
    while Path(f"/proc/{grandchild}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    status = Path(f"/proc/{grandchild}/stat")
    assert not status.exists() or status.read_text().split()[2] == "Z"


def test_a_port_in_use_is_said_in_one_line(monkeypatch):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        with pytest.raises(SystemExit, match="is not free"):
            chosen_port()


def test_a_free_port_is_taken(monkeypatch):
    port = free_port()
    monkeypatch.setenv("PORT", str(port))
    assert chosen_port() == port
