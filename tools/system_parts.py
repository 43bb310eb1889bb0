"""Install what the tests need from Debian or Ubuntu, where we may; elsewhere say in a line each what is missing.

Needs no package of ours: it runs before .venv exists.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Part:
    """Something the tests need: how to see that it is there, and Debian's packages for it, first choice first."""

    name: str
    programs: tuple[str, ...]
    packages: tuple[str, ...]
    elsewhere: str
    places: tuple[str, ...] = ()

    def present(self) -> bool:
        """Whether it is on this machine."""
        found = any(shutil.which(program) for program in self.programs)
        return found or any(any(Path("/").glob(place)) for place in self.places)


PARTS = (
    Part("Chromium", ("chromium", "chromium-browser", "google-chrome"), ("chromium",), "install Chromium"),
    Part("fonts (DejaVu)", (), ("fonts-dejavu-core",), "install DejaVu fonts", ("usr/share/fonts/**/DejaVuSans.ttf",)),
    Part(
        "fonts (Noto)", (), ("fonts-noto-core",), "install Noto fonts", ("usr/share/fonts/**/NotoSansArabic-Regular.*",)
    ),
    Part(
        "PostgreSQL",
        ("initdb",),
        ("postgresql",),
        "install PostgreSQL, or set POSTGRES_URL",
        ("usr/lib/postgresql/*/bin/initdb",),
    ),
    Part(
        "Java 17",
        ("java",),
        ("openjdk-17-jre-headless", "openjdk-21-jre-headless", "default-jre-headless"),
        "install Java 17 or newer",
    ),
    Part("Maven", ("mvn",), ("maven",), "install Maven, or set ELASTICSEARCH_URL to a running server"),
    Part("Node.js", ("node",), ("nodejs",), "install Node.js 20 or newer"),
    Part("npm", ("npm",), ("npm",), "install npm"),
    Part(
        "libatomic (for Playwright)",
        (),
        ("libatomic1",),
        "install libatomic",
        ("usr/lib/*/libatomic.so.1", "usr/lib*/libatomic.so.1"),
    ),
    Part("unzip", ("unzip",), ("unzip",), "install unzip"),
)


def apt_command() -> list[str] | None:
    """How to call apt-get here with the right to install, or None."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return None


def _run(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return quiet.returncode == 0


def _install(apt: list[str], parts: list[Part]) -> None:
    """Install all in one go; when that fails, each by itself, so that one missing package costs only itself."""
    lock = ["-o", "DPkg::Lock::Timeout=500"]
    _run([*apt, *lock, "-q", "update"])
    install = [*apt, *lock, "install", "-q", "-y", "--no-install-recommends"]
    if _run([*install, *(part.packages[0] for part in parts)]):
        return
    for part in parts:
        any(_run([*install, package]) for package in part.packages)


def install_missing() -> list[Part]:
    """Install what can be installed; returns what is still missing."""
    missing = [part for part in PARTS if not part.present()]
    apt = apt_command()
    if missing and apt:
        print("Installing " + ", ".join(part.name for part in missing) + " ...", flush=True)
        _install(apt, missing)
        missing = [part for part in missing if not part.present()]
    return missing


def main() -> None:
    """Install, and name what could not be."""
    for part in install_missing():
        how = f"apt-get install {part.packages[0]}" if shutil.which("apt-get") else part.elsewhere
        print(f"Missing: {part.name} ({how}). Tests that need it cannot run.", file=sys.stderr)


if __name__ == "__main__":
    main()
