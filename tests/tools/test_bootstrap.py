"""What stands in the way of `make run` and `make test` is said in one clear line."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """As much of a fresh clone as the first step needs."""
    for name in ("tools", "requirements"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def refusal(clone: Path, *arguments: str, **environment: str) -> str:
    """Run the first step, see it fail, and return its one line."""
    result = subprocess.run(
        [sys.executable, "tools/bootstrap.py", *arguments],
        cwd=clone,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    return lines[0]


def test_an_old_python_is_named(clone):
    file = clone / "tools" / "bootstrap.py"
    file.write_text(file.read_text().replace("OLDEST = (3, 11)", "OLDEST = (9, 9)").replace("python3.", "no-python3."))
    assert "Python 3.11 or newer is needed" in refusal(clone, "base")


def test_a_python_without_venv_is_named(clone, tmp_path):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "venv.py").write_text("raise ImportError")
    assert "cannot make a virtual environment" in refusal(clone, "base", PYTHONPATH=str(broken))


def test_a_port_in_use_is_named(clone):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"port {port} of 127.0.0.1 is not free" in refusal(clone, "base", "serve", PORT=port, DATA_DIR="var")


@pytest.mark.parametrize("port", ["http", "0", "70000", "-1"])
def test_a_port_that_is_none_is_named(clone, port):
    assert "a number from 1 to 65535 is needed" in refusal(clone, "base", "serve", PORT=port, DATA_DIR="var")


def test_a_data_folder_that_cannot_be_written_to_is_named(clone):
    # A folder below a file fails for root as well, which permissions do not.
    (clone / "taken").write_text("")
    said = refusal(clone, "base", "serve", DATA_DIR=str(clone / "taken" / "var"))
    assert "the data folder" in said
    assert "cannot be written to" in said


def test_packages_without_their_hash_are_refused():
    for name in ("base", "test"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text()
        pinned = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert pinned
        assert all("==" in line and line.endswith("\\") for line in pinned)
        assert "://" not in text
