"""Set up and run all tests: parts of the machine, servers, then one whole run and three marked ones.

The whole run is on SQLite with the admin in French; tests marked `every_database` run again on PostgreSQL, those
marked `every_language` again with the admin in English, those marked `arabic` by themselves. `WORKERS` says how many
processes share a run (2; 0 for one process without pytest-xdist).
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.servers.elasticsearch import elasticsearch_address
from tests.servers.npm_tools import npm_tools
from tests.servers.parts import PartMissing
from tests.servers.postgresql import postgresql_address
from tools import system_parts

ROOT = Path(__file__).resolve().parent.parent
NO_TESTS_COLLECTED = 5


@dataclass
class Total:
    """What all runs together came to."""

    counts: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    failed_runs: list[str] = field(default_factory=list)

    def add(self, name: str, status: int, file: Path) -> None:
        """Add one run of pytest; a run that ended badly without counting a failure is a failure itself."""
        seen = json.loads(file.read_text()) if file.exists() else {}
        self.missing.update(seen.pop("missing", {}))
        self.counts.update(seen)
        if status:
            self.failed_runs.append(f"{name} (status {status}{', no test' if status == NO_TESTS_COLLECTED else ''})")


def fetch_early() -> None:
    """Start the slow downloads while other things are set up; whoever needs them waits for the same lock."""

    def fetch() -> None:
        for module in ("tests.servers.elasticsearch", "tests.servers.npm_tools"):
            arguments = ["--fetch-only"] if module.endswith("elasticsearch") else []
            command = [sys.executable, "-m", module, *arguments]
            subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

    if not os.environ.get("ELASTICSEARCH_URL"):
        threading.Thread(target=fetch, daemon=True).start()


def start_servers(stack: contextlib.ExitStack) -> dict[str, str]:
    """Start the servers all runs share; what is missing is told now and again by the tests that need it."""
    addresses = {}
    for variable, address in (("POSTGRES_URL", postgresql_address), ("ELASTICSEARCH_URL", elasticsearch_address)):
        try:
            addresses[variable] = stack.enter_context(address())
        except (PartMissing, RuntimeError) as missing:
            print(missing, file=sys.stderr, flush=True)
    try:
        npm_tools()
    except PartMissing as missing:
        print(missing, file=sys.stderr, flush=True)
    return addresses


def run(name: str, marks: str, environment: Mapping[str, str], total: Total, *options: str) -> None:
    """Run pytest on the tests with these marks and add what came of it."""
    print(f"\n=== {name}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "counts.json"
        command = [sys.executable, "-m", "pytest", "-q", "-m", marks, *options, *sys.argv[1:]]
        variables = {**os.environ, **environment, "TEST_COUNTS": str(file)}
        status = subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode
        total.add(name, status, file)


def count_marked(mark: str) -> int:
    """How many tests carry a mark, for a run that cannot be made."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", mark]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    return sum("::" in line for line in listed.splitlines())


def run_all(addresses: Mapping[str, str], total: Total) -> None:
    """The whole run and the marked ones."""
    workers = os.environ.get("WORKERS", "2")
    spread = ["-n", workers, "--dist", "loadgroup"] if workers != "0" else []
    run("all tests, SQLite, admin in French", "not arabic", addresses, total, *spread, "--durations=20")
    run("again with the admin in English", "every_language", {**addresses, "ADMIN_LANGUAGE": "en"}, total, *spread)
    if "POSTGRES_URL" in addresses:
        database = {**addresses, "DATABASE_URL": addresses["POSTGRES_URL"].rpartition("/")[0] + "/mission"}
        run("again on PostgreSQL", "every_database", database, total, *spread)
    else:
        total.missing["PostgreSQL"] += count_marked("every_database")
    run("with Arabic added", "arabic", addresses, total)


def main() -> int:
    """Set up, run, sum up; 1 when a test failed or, with CI=true, when one could not run."""
    begun = time.monotonic()
    total = Total()
    system_parts.main()
    fetch_early()
    with contextlib.ExitStack() as stack:
        run_all(start_servers(stack), total)
    for failed in total.failed_runs:
        print(f"Failed: {failed}")
    lacking = total.missing.total()
    for reason, count in total.missing.most_common():
        print(f"{count:4d} could not run: {reason}")
    print(f"{lacking} tests could not run; all runs together took {time.monotonic() - begun:.0f} s")
    failures = total.counts["failed"] + total.counts["error"]
    print(f"{total.counts['passed']} passed, {failures} failed, {total.counts['skipped']} skipped")
    strict = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
    return 1 if total.failed_runs or (strict and lacking) else 0


if __name__ == "__main__":
    raise SystemExit(main())
