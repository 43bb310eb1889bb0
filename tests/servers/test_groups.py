"""Tests that share a server are given to one process of pytest-xdist."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TESTS = """
import os
import time
import pytest

@pytest.fixture(scope="session")
def demo_site(request):
    return request.config.workerinput["workerid"]

@pytest.mark.parametrize("number", range(8))
def test_shared(demo_site, number):
    time.sleep(0.1)
    with open(os.environ["SEEN"], "a") as seen:
        seen.write(demo_site + "\\n")
"""


def test_tests_of_one_site_stay_in_one_process(tmp_path):
    (tmp_path / "test_shared.py").write_text(TESTS)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "conftest.py").write_text('pytest_plugins = ["tests.servers.reporting"]\n')
    seen = tmp_path / "seen"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SEEN": str(seen)}
    for name in ("DJANGO_SETTINGS_MODULE", "TEST_COUNTS", "PYTEST_XDIST_WORKER", "PYTEST_XDIST_WORKER_COUNT"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "pytest", "-p", "no:django", "-q", "-n", "2", "--dist", "loadgroup", str(tmp_path)]
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
    assert len(set(seen.read_text().split())) == 1
    assert len(seen.read_text().split()) == 8
