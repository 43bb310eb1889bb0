"""Pin the checkers that come by npm anew, after a change of npm/package.json: `python -m tests.servers.npm_lock`."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.servers.npm_tools import LOCK

KINDS = ("dependencies", "peerDependencies", "optionalDependencies")


def without_tags(lock: dict) -> dict:
    """The lock file with versions where packages ask for `latest`.

    npm takes such a wish for met only where the lock names a download address, which ours does not.
    """
    packages = lock["packages"]
    for place, package in packages.items():
        for kind in KINDS:
            for name, wanted in package.get(kind, {}).items():
                if wanted == "latest":
                    found = packages.get(f"{place}/node_modules/{name}") or packages.get(f"node_modules/{name}")
                    package[kind][name] = found["version"] if found else "*"
    return lock


def main() -> None:
    """Let npm resolve in a folder of its own and keep the lock file only."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(LOCK / "package.json", folder)
        command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--omit-lockfile-registry-resolved"]
        subprocess.run(command, cwd=folder, check=True)
        lock = json.loads((Path(folder) / "package-lock.json").read_text())
    (LOCK / "package-lock.json").write_text(json.dumps(without_tags(lock), indent=2) + "\n")


if __name__ == "__main__":
    main()
