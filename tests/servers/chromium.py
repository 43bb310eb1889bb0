"""Find Chromium on this machine and start it without a word to the outside."""

import os
import shutil

from tests.servers.parts import PartMissing

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALL = "apt-get install chromium fonts-dejavu-core fonts-noto-core, or set CHROMIUM to a browser's path"
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


def chromium_path() -> str:
    """Path of the browser: `CHROMIUM` when set, else the first one installed; PartMissing when there is none."""
    for name in (os.environ.get("CHROMIUM") or "", *NAMES):
        found = shutil.which(name) if name else None
        if found:
            return found
    raise PartMissing("Chromium", INSTALL)


def chromium_arguments() -> list[str]:
    """Switches for a test browser; the sandbox is left out only where Chromium refuses it, as root."""
    return [*(["--no-sandbox"] if os.geteuid() == 0 or os.environ.get("CI") else []), *QUIET]
