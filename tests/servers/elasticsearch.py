"""A real Elasticsearch on 127.0.0.1: `python -m tests.servers.elasticsearch --port 9250` starts one until Ctrl-C."""

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.servers import processes
from tests.servers.elasticsearch_archive import INSTALL, elasticsearch_home
from tests.servers.parts import PartMissing, free_port

START_SECONDS = 180
SETTINGS = """\
cluster.name: tests-{port}
node.name: tests-{port}
discovery.type: single-node
http.host: 127.0.0.1
http.port: {port}
transport.host: 127.0.0.1
transport.port: {transport}
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
path.data: {folder}/data
path.logs: {folder}/logs
"""


class ElasticsearchServer:
    """One server with its own folder; tests may stop and start it again, its data stay until `folder` goes."""

    def __init__(self, folder: Path, port: int | None = None, heap: str = "512m") -> None:
        self.folder = folder
        self.port = port or free_port()
        self.heap = heap
        self.url = f"http://127.0.0.1:{self.port}"
        self.user = processes.unprivileged_user()
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        """Start and wait until it answers; PartMissing without Java or server, RuntimeError when it does not come."""
        java = shutil.which("java")
        if java is None:
            raise PartMissing("Elasticsearch", INSTALL)
        home = elasticsearch_home()
        self._write_settings(home)
        log = self.folder / "server.log"
        self.process = processes.start(
            _launcher(java, home, self.folder / "config"),
            log=log,
            user=self.user,
            cwd=home,  # elsewhere it looks for its modules in the wrong place
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(self.folder),
                "ES_PATH_CONF": str(self.folder / "config"),
                "ES_TMPDIR": str(self.folder / "tmp"),
                "ES_JAVA_OPTS": f"-Xms{self.heap} -Xmx{self.heap}",
            },
        )
        processes.wait_until(lambda: bool(version(self.url)), self.process, log, START_SECONDS)

    def stop(self) -> None:
        """Stop it; a server that does not run stays as it is."""
        if self.process is not None:
            processes.stop(self.process)
            self.process = None

    def _write_settings(self, home: Path) -> None:
        config = self.folder / "config"
        if not config.exists():
            shutil.copytree(home / "config", config)
        settings = SETTINGS.format(port=self.port, transport=free_port(), folder=self.folder)
        (config / "elasticsearch.yml").write_text(settings)
        for name in ("data", "logs", "tmp"):
            (self.folder / name).mkdir(exist_ok=True)
        if self.user is not None:
            for path in (self.folder, *self.folder.rglob("*")):
                shutil.chown(path, self.user)


def _launcher(java: str, home: Path, config: Path) -> list[str]:
    """The command that `bin/elasticsearch` would run: the archive has no start script."""
    return [
        java,
        "-Xmx64m",
        "-XX:+UseSerialGC",
        "-Dcli.name=server",
        f"-Dcli.script={home}/bin/elasticsearch",
        "-Dcli.libs=lib/tools/server-cli,lib/tools/security-cli",
        f"-Des.path.home={home}",
        f"-Des.path.conf={config}",
        "-Des.distribution.type=tar",
        "-cp",
        f"{home}/lib/*:{home}/lib/cli-launcher/*",
        "org.elasticsearch.launcher.CliToolLauncher",
    ]


def version(url: str) -> str:
    """Version of the server at this address, empty when none answers."""
    with contextlib.suppress(OSError, ValueError, KeyError), urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310
        return str(json.load(answer)["version"]["number"])
    return ""


@contextlib.contextmanager
def disposable_elasticsearch(port: int | None = None, heap: str = "512m") -> Iterator[ElasticsearchServer]:
    """A server started for this block only, with all its data removed at the end."""
    with processes.scratch_folder("elasticsearch", processes.unprivileged_user()) as folder:
        server = ElasticsearchServer(folder, port, heap)
        try:
            server.start()
            yield server
        finally:
            server.stop()


@contextlib.contextmanager
def elasticsearch_address() -> Iterator[str]:
    """Address of a server: the one `ELASTICSEARCH_URL` names when it is set, else one of our own."""
    given = os.environ.get("ELASTICSEARCH_URL")
    if given:
        if not version(given):
            raise PartMissing("Elasticsearch", "nothing answers at the address in ELASTICSEARCH_URL")
        yield given
        return
    with disposable_elasticsearch() as server:
        yield server.url


def main() -> None:
    """Fetch the server, and keep one running until told to stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, help="default: a free one")
    parser.add_argument("--heap", default="512m", help="memory of the server, such as 512m or 2g")
    parser.add_argument("--fetch-only", action="store_true", help="download and unpack, start nothing")
    options = parser.parse_args()
    try:
        if options.fetch_only:
            print(elasticsearch_home())
            return
        with disposable_elasticsearch(options.port, options.heap) as server:
            processes.sleep_until_told(f"Elasticsearch {version(server.url)} at {server.url}; Ctrl-C stops it")
    except PartMissing as missing:
        raise SystemExit(str(missing)) from None


if __name__ == "__main__":
    main()
