"""A real PostgreSQL on 127.0.0.1: `python -m tests.servers.postgresql --port 5477` starts one until Ctrl-C."""

import argparse
import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.servers import processes
from tests.servers.parts import PartMissing, answers, free_port

INSTALL = "apt-get install postgresql, or set POSTGRES_URL to a server where databases may be created"
START_SECONDS = 60
# Tests need speed, not safety: what they write is thrown away.
QUICK = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=100"]


def programs() -> Path:
    """Folder of the newest `initdb` and `postgres` on this machine; PartMissing when there are none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    if elsewhere is None:
        raise PartMissing("PostgreSQL", INSTALL)
    return Path(elsewhere).parent


class PostgresqlServer:
    """One cluster with its own folder; tests may stop and start it again."""

    def __init__(self, folder: Path, port: int | None = None) -> None:
        self.folder = folder
        self.port = port or free_port()
        self.url = f"postgres://postgres@127.0.0.1:{self.port}/postgres"
        self.user = processes.unprivileged_user("postgres")
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        """Start and wait until it answers, making the cluster the first time; PartMissing when not installed."""
        bin_folder, data = programs(), self.folder / "data"
        if not data.exists():
            subprocess.run(
                [
                    str(bin_folder / "initdb"),
                    "-D",
                    str(data),
                    "-A",
                    "trust",
                    "-U",
                    "postgres",
                    "--no-locale",
                    "-E",
                    "UTF8",
                ],
                check=True,
                capture_output=True,
                cwd=self.folder,
                **processes.identity(self.user),
            )
        log = self.folder / "server.log"
        settings = [*QUICK, "listen_addresses=127.0.0.1", f"port={self.port}", f"unix_socket_directories={self.folder}"]
        flags = [word for setting in settings for word in ("-c", setting)]
        command = [str(bin_folder / "postgres"), "-D", str(data), *flags]
        self.process = processes.start(command, log=log, user=self.user, cwd=self.folder)
        processes.wait_until(self._accepts, self.process, log, START_SECONDS)

    def stop(self) -> None:
        """Stop it; a server that does not run stays as it is."""
        if self.process is not None:
            processes.stop(self.process)
            self.process = None

    def _accepts(self) -> bool:
        """The port alone is not enough: while it starts up, the server accepts and then refuses."""
        if not answers(self.port):
            return False
        probe = [str(programs() / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return subprocess.run(probe, check=False).returncode == 0


@contextlib.contextmanager
def disposable_postgresql(port: int | None = None) -> Iterator[PostgresqlServer]:
    """A server started for this block only, with all its data removed at the end."""
    with processes.scratch_folder("postgresql", processes.unprivileged_user("postgres")) as folder:
        server = PostgresqlServer(folder, port)
        try:
            server.start()
            yield server
        finally:
            server.stop()


@contextlib.contextmanager
def postgresql_address() -> Iterator[str]:
    """Address of a server: the one `POSTGRES_URL` names when it is set, else one of our own."""
    given = os.environ.get("POSTGRES_URL")
    if given:
        yield given
        return
    with disposable_postgresql() as server:
        yield server.url


def main() -> None:
    """Keep a server running until told to stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, help="default: a free one")
    options = parser.parse_args()
    try:
        with disposable_postgresql(options.port) as server:
            processes.sleep_until_told(f"PostgreSQL at {server.url}; Ctrl-C stops it")
    except PartMissing as missing:
        raise SystemExit(str(missing)) from None


if __name__ == "__main__":
    main()
