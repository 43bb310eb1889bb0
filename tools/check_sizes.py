"""No Python file over 400 lines, migrations aside; no file or room without a subject: exit code 1 if there is one."""

import subprocess
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 400
SUBJECTLESS = {"core", "common", "utils", "helpers"}


def tracked_files() -> list[PurePosixPath]:
    """Files that git knows or would take, present in the tree."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [PurePosixPath(line) for line in sorted(set(listed.splitlines())) if (ROOT / line).is_file()]


def faults() -> list[str]:
    """A line for each file that is too long or has a name without a subject."""
    found = []
    for path in tracked_files():
        if path.suffix == ".py" and "migrations" not in path.parts:
            lines = len((ROOT / path).read_text(encoding="utf-8").splitlines())
            if lines > MOST_LINES:
                found.append(f"{path}: {lines} lines; {MOST_LINES} at most, split it")
        nameless = SUBJECTLESS & {*path.parts[:-1], path.stem} if path.suffix == ".py" else set()
        found += [f"{path}: '{name}' names no subject" for name in sorted(nameless)]
    return found


if __name__ == "__main__":
    lines = faults()
    print("\n".join(lines))
    raise SystemExit(1 if lines else 0)
