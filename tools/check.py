"""Everything that can be judged without running the tests; all checks run, and the last line counts the faults."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "mission_site.settings.production",
    "SECRET_KEY": "only-for-make-check-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    "ALLOWED_HOSTS": "www.example.org",
    "BASE_URL": "https://www.example.org",
}
TEST = {"DJANGO_SETTINGS_MODULE": "mission_site.settings.test"}
MANAGE = [sys.executable, "manage.py"]
CHECKS: tuple[tuple[str, list[str], dict[str, str]], ...] = (
    ("format", [str(BIN / "ruff"), "format", "--check", "."], {}),
    ("lint", [str(BIN / "ruff"), "check", "."], {}),
    ("types", [str(BIN / "mypy")], TEST),
    ("imports", [str(BIN / "lint-imports")], {}),
    ("sizes", [sys.executable, "-m", "tools.check_sizes"], {}),
    ("templates", [sys.executable, "-m", "tools.check_templates"], TEST),
    ("messages", [sys.executable, "-m", "tools.check_messages"], TEST),
    ("migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"], TEST),
    ("deployment", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION),
)


def main() -> int:
    """Run the checks that are named on the command line, or all; 1 when one fails."""
    chosen = set(sys.argv[1:]) or {name for name, _command, _environment in CHECKS}
    failed = []
    for name, command, environment in CHECKS:
        if name not in chosen:
            continue
        begun = time.monotonic()
        result = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False
        )
        print(f"{name:<12}{'failed' if result.returncode else 'ok':<8}{time.monotonic() - begun:4.0f} s", flush=True)
        if result.returncode:
            failed.append(name)
            print((result.stdout + result.stderr).rstrip(), flush=True)
    print(f"make check: {', '.join(failed)} failed" if failed else "make check: all is well")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
