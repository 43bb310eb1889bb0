"""A site as `wagtail start` makes it, served as ours is: what a page costs before anything is built."""

import contextlib
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.servers import processes
from tests.servers.parts import free_port
from tools.serve import commands

SETTINGS = """
from .base import *
DEBUG = False
SECRET_KEY = "only for a measurement on this machine, thrown away after it"
ALLOWED_HOSTS = ["127.0.0.1"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
"""
NAME = "bare"
START_SECONDS = 90


@contextlib.contextmanager
def bare_site_running(folder: Path) -> Iterator[tuple[str, int]]:
    """Make and serve the site in an empty folder; give its address and the id of the server's process."""
    port = free_port()
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": f"{NAME}.settings.measured"}
    for command in (["-m", "wagtail.bin.wagtail", "start", NAME, "."], ["manage.py", "migrate", "--verbosity=0"]):
        subprocess.run([sys.executable, *command], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
        (folder / NAME / "settings" / "measured.py").write_text(SETTINGS, encoding="utf-8")
    server = [*commands(port)["server"][:-1], f"{NAME}.wsgi:application"]
    address, log = f"http://127.0.0.1:{port}/", folder / "server.log"
    process = processes.start(server, log=log, cwd=folder, env=environment)
    try:
        processes.wait_until(lambda: answers(address), process, log, START_SECONDS)
        yield address, process.pid
    finally:
        processes.stop(process)


def answers(address: str) -> bool:
    """Whether a page can be had."""
    try:
        with urllib.request.urlopen(address, timeout=20):
            return True
    except OSError:
        return False
