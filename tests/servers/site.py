"""The whole site in processes of its own, as `make run` starts it: for journeys, faults and benchmarks."""

import contextlib
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.servers import processes
from tests.servers.parts import free_port

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 90


class Site:
    """One installation with its own data folder and port; `environment` adds to or overrides its variables."""

    def __init__(self, folder: Path, port: int | None = None, environment: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "site.log"
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "mission_site.settings.dev",
            "DATA_DIR": str(folder),
            "PORT": str(self.port),
            "BASE_URL": self.url,
            **(environment or {}),
        }
        self.process: subprocess.Popen | None = None

    def manage(self, *arguments: str, seconds: int = 600) -> str:
        """Run a management command on this site and return what it printed; RuntimeError when it fails."""
        result = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        if result.returncode:
            raise RuntimeError(f"manage.py {' '.join(arguments)} failed:\n{result.stdout}{result.stderr}")
        return result.stdout

    def prepare(self, *, demo: bool = True) -> None:
        """Make the database, the static files and, if wanted, the demo content."""
        self.manage("migrate", "--verbosity=0")
        if demo:
            self.manage("load_demo")
        self.manage("collectstatic", "--noinput", "--verbosity=0")

    def start(self) -> None:
        """Start server and worker and wait for the first answer."""
        command = [sys.executable, "-m", "tools.serve"]
        self.process = processes.start(command, log=self.log, cwd=ROOT, env=self.environment)
        processes.wait_until(self.responds, self.process, self.log, START_SECONDS)

    def stop(self) -> None:
        """Stop server and worker; a site that does not run stays as it is."""
        if self.process is not None:
            processes.stop(self.process)
            self.process = None

    def responds(self) -> bool:
        """Whether the site answers a request, with whatever status."""
        try:
            with urllib.request.urlopen(self.url, timeout=20):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False


@contextlib.contextmanager
def site_running(folder: Path, environment: Mapping[str, str] | None = None, *, demo: bool = True) -> Iterator[Site]:
    """Prepare and serve a site from this folder for the length of the block."""
    site = Site(folder, environment=environment)
    site.prepare(demo=demo)
    try:
        site.start()
        yield site
    finally:
        site.stop()


@contextlib.contextmanager
def demo_site_running(folder: Path) -> Iterator[Site]:
    """Serve a site with the demo content from this folder for the length of the block."""
    with site_running(folder) as site:
        yield site
