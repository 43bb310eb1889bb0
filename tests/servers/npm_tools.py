"""Checkers that come by npm, kept outside the repository: axe-core, pa11y, Lighthouse, the Nu checker, html-validate.

`python -m tests.servers.npm_tools` installs them; the site itself needs no npm.
"""

import hashlib
import json
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.servers.chromium import chromium_arguments, chromium_path
from tests.servers.parts import PartMissing, cache_folder, one_at_a_time

LOCK = Path(__file__).parent / "npm"
INSTALL = "apt-get install nodejs npm"
OLDEST_NODE = 20
# Debian 12 has Node 18, which is too old for three of the tools; npm carries newer ones as plain files.
NEWER_NODE = "20.20.2"
TRIES = 3


@dataclass(frozen=True)
class NpmTools:
    """The installed tools; every method raises RuntimeError with the tool's own words when it cannot do its work."""

    folder: Path
    node: str

    @property
    def axe_source(self) -> str:
        """JavaScript of axe-core, to be evaluated in the page (with a context that has `bypass_csp=True`)."""
        return (self.folder / "axe-core" / "axe.min.js").read_text()

    def run(
        self, script: str, *arguments: str, environment: Mapping[str, str] | None = None, seconds: int = 180
    ) -> subprocess.CompletedProcess[str]:
        """Run a JavaScript file of a package (`pa11y/bin/pa11y.js`) or of ours (absolute path) with Node."""
        path = Path(script) if Path(script).is_absolute() else self.folder / script
        variables = {**os.environ, "NODE_PATH": str(self.folder), "CHROME_PATH": _browser(), **(environment or {})}
        return subprocess.run(
            [self.node, str(path), *arguments],
            env=variables,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )

    def pa11y(self, url: str, runners: Sequence[str] = ("htmlcs",), **settings: Any) -> list[dict[str, Any]]:
        """Issues that HTML_CodeSniffer finds at WCAG 2 AA on the page at this address, none ignored."""
        configuration = {
            "runners": list(runners),
            "standard": "WCAG2AA",
            "timeout": 90_000,
            "chromeLaunchConfig": {"executablePath": chromium_path(), "args": chromium_arguments()},
            **settings,
        }
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(configuration, file)
            file.flush()
            result = self.run("pa11y/bin/pa11y.js", "--config", file.name, "--reporter", "json", url)
        return _answer(result, {0, 2})

    def lighthouse(self, url: str, categories: Iterable[str], *options: str) -> dict[str, Any]:
        """Lighthouse's report; asked again when it fails, because its first start on a busy machine may."""
        switches = ["--headless=new", "--ignore-certificate-errors", *chromium_arguments()]
        command = [
            "lighthouse/cli/index.js",
            url,
            "--quiet",
            "--no-enable-error-reporting",
            "--output=json",
            f"--only-categories={','.join(categories)}",
            f"--chrome-flags={' '.join(switches)}",
            *options,
        ]
        for _attempt in range(TRIES):
            result = self.run(*command, seconds=240)
            if result.returncode == 0:
                break
        return _answer(result, {0})

    def observatory(self, host: str, plain_port: int, port: int, authority: Path) -> dict[str, Any]:
        """Score, grade and tests ([result, passed, points] by name) of Mozilla's HTTP Observatory, run here."""
        script = str(Path(__file__).parent / "observatory.mjs")
        package = self.folder / "@mdn" / "mdn-http-observatory"
        trust = {"NODE_EXTRA_CA_CERTS": str(authority)}
        return _answer(self.run(script, str(package), host, str(plain_port), str(port), environment=trust), {0})

    def nu_messages(self, files: Sequence[Path]) -> list[dict[str, Any]]:
        """What the Nu HTML checker says of saved files (it refuses loopback addresses); one Java for all."""
        java = shutil.which("java")
        if java is None:
            raise PartMissing("Java", "apt-get install openjdk-17-jre-headless")
        jar = next((self.folder / "vnu-jar").rglob("vnu.jar"))
        command = [java, "-Xmx512m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
        result = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, timeout=300, check=False)
        return _answer(result, {0})["messages"]

    def html_validate(self, files: Sequence[Path], **rules: Any) -> list[dict[str, Any]]:
        """Reports of html-validate, standard and accessibility rules, one for each file with a fault."""
        presets = ["html-validate:standard", "html-validate:a11y"]
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump({"root": True, "extends": presets, "rules": rules}, file)
            file.flush()
            arguments = ["--config", file.name, "--formatter", "json", *map(str, files)]
            result = self.run("html-validate/bin/html-validate.mjs", *arguments)
        return _answer(result, {0, 1})


def npm_tools() -> NpmTools:
    """Install the tools of the committed lock file once; PartMissing without Node or npm, or when npm fails."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise PartMissing("Node.js", INSTALL)
    lock = (LOCK / "package-lock.json").read_bytes()
    place = cache_folder() / f"npm-{hashlib.sha256(lock).hexdigest()[:12]}"
    with one_at_a_time("npm"):
        if not (place / "ready").exists():
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            for name in ("package.json", "package-lock.json"):
                shutil.copy(LOCK / name, place)
            _npm(npm, place, "ci")
            _prepare_observatory(place / "node_modules" / "@mdn" / "mdn-http-observatory")
            (place / "ready").touch()
        node = _node(npm)
    return NpmTools(place / "node_modules", node)


def _npm(npm: str, place: Path, *words: str) -> None:
    """Run npm quietly; scripts of packages are not run: they download browsers and lists."""
    command = [npm, *words, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    for _attempt in range(TRIES):
        result = subprocess.run(
            command,
            cwd=place,
            env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        if result.returncode == 0:
            return
    said = (result.stderr.strip().splitlines() or ["no reason given"])[0]
    raise PartMissing("tools by npm", f"npm failed: {said[:200]}")


def _node(npm: str) -> str:
    """Path of a Node.js that is new enough, fetched by npm when the machine's own is older."""
    own = str(shutil.which("node"))
    said = subprocess.run([own, "--version"], capture_output=True, text=True, check=True).stdout
    if int(said.strip().lstrip("v").split(".")[0]) >= OLDEST_NODE:
        return own
    machine = "arm64" if platform.machine() in {"aarch64", "arm64"} else "x64"
    package = f"node-{platform.system().lower()}-{machine}"
    place = cache_folder() / f"node-{NEWER_NODE}"
    program = place / "node_modules" / package / "bin" / "node"
    if not program.exists():
        place.mkdir(exist_ok=True)
        (place / "package.json").write_text('{"private": true}')
        _npm(npm, place, "install", f"{package}@{NEWER_NODE}")
    return str(program)


def _prepare_observatory(package: Path) -> None:
    """Give the header scorer the two lists that its install script would download; a test host needs no more."""
    (package / "conf").mkdir(exist_ok=True)
    (package / "conf" / "hsts-preload.json").write_text("{}")
    (package / "conf" / "tld-list.json").write_text(json.dumps(["com", "org", "ma", "localhost"]))


def _browser() -> str:
    try:
        return chromium_path()
    except PartMissing:
        return ""


def _answer(result: subprocess.CompletedProcess[str], good: set[int]) -> Any:
    """The JSON a tool printed; RuntimeError when it ended otherwise than with one of the `good` exit codes."""
    if result.returncode not in good:
        raise RuntimeError(f"{result.args} ended with {result.returncode}:\n{(result.stderr or result.stdout)[-2000:]}")
    return json.loads(result.stdout or "[]")


if __name__ == "__main__":
    try:
        print(npm_tools().folder)
    except PartMissing as missing:
        raise SystemExit(str(missing)) from None
