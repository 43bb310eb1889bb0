"""The site that benchmarks measure: demo and generated articles; DATA=folder keeps the made ones for the next run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.servers.site import ROOT, Site

HOURS = 4 * 3600
COMPLETE = "complete"  # a file that says so; without it a folder is made anew


def site(folder: Path, articles: int, environment: Mapping[str, str] | None = None) -> Site:
    """A site of its own in a folder that is not there yet, with the demo and so many articles, not indexed.

    With the variable DATA it is copied from there when it was made before (SQLite only), and else kept there.
    """
    kept = _kept(articles) if not environment else None
    if kept is not None and not (kept / COMPLETE).exists():
        shutil.rmtree(kept, ignore_errors=True)
        _fill(kept, articles)
        (kept / COMPLETE).touch()
    if kept is not None:
        print(f"{articles} articles, kept in {kept}", flush=True)
        shutil.copytree(kept, folder)
        found = Site(folder)
        found.manage("migrate", "--verbosity=0", seconds=HOURS)
    else:
        found = _fill(folder, articles, environment)
    found.manage("collectstatic", "--noinput", "--verbosity=0")
    return found


def manage(there: Site, *arguments: str) -> None:
    """Run a command on a site, its progress on this terminal."""
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=there.environment, check=True)


def _kept(articles: int) -> Path | None:
    data = os.environ.get("DATA")
    return Path(data).resolve() / f"articles-{articles}" if data else None


def _fill(folder: Path, articles: int, environment: Mapping[str, str] | None = None) -> Site:
    folder.mkdir(parents=True)
    made = Site(folder, environment=environment)
    made.manage("migrate", "--verbosity=0", seconds=HOURS)
    made.manage("load_demo", seconds=HOURS)
    print(f"{articles} articles in two languages:", flush=True)
    manage(made, "make_articles", str(articles), "--no-index")
    return made
