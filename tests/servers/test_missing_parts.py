"""A test that lacks a part of the machine is counted, and fails where CI=true."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TESTS = """
import pytest
from tests.servers.parts import PartMissing

pytest_plugins = ["tests.servers.reporting"]

@pytest.fixture(scope="session")
def engine():
    raise PartMissing("Engine", "build one")

def test_one(engine):
    pass

def test_two(engine):
    pass

def test_three(tmp_path):
    assert tmp_path.is_dir()
"""


def run_suite(folder: Path, ci: str) -> tuple[int, str, dict]:
    (folder / "test_parts.py").write_text(TESTS)
    (folder / "pytest.ini").write_text("[pytest]\n")
    counts = folder / "counts.json"
    environment = {**os.environ, "CI": ci, "TEST_COUNTS": str(counts), "PYTHONPATH": str(ROOT)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "pytest", "-p", "no:django", "-p", "no:xdist", "-q", str(folder)]
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout, json.loads(counts.read_text())


def test_tests_without_their_part_are_counted(tmp_path):
    status, output, counts = run_suite(tmp_path, ci="")
    assert status == 0
    assert "2 tests could not run" in output
    assert counts["missing"] == {"Engine is missing: build one": 2}
    assert counts["passed"] == 1


@pytest.mark.parametrize("ci", ["true", "1"])
def test_in_ci_a_missing_part_is_a_failure(tmp_path, ci):
    status, output, counts = run_suite(tmp_path, ci)
    assert status == 1
    assert "Engine is missing: build one" in output
    assert counts["failed"] + counts["error"] == 2
    assert counts["missing"] == {}
