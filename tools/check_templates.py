"""Rules for templates: `python -m tools.check_templates`; exit code 1 when one is broken.

Every template compiles, public ones have no inline script or style, and all are indented as djhtml does it.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {".venv", "var", "tests", "node_modules", "docs"}
# Wagtail's own admin pages carry inline parts of their own; pages for readers never do.
ADMIN = re.compile(r"admin")
FORBIDDEN = (
    (re.compile(r"<style\b", re.IGNORECASE), "inline <style>"),
    (re.compile(r"\sstyle\s*=\s*[\"']", re.IGNORECASE), "style attribute"),
    (re.compile(r"\son[a-z]+\s*=\s*[\"']", re.IGNORECASE), "event handler attribute"),
    (re.compile(r"<script\b(?![^>]*\b(?:src=|type=\"application/(?:ld\+)?json\"))", re.IGNORECASE), "inline <script>"),
    (re.compile(r"\b(?:src|action)\s*=\s*[\"']https?://", re.IGNORECASE), "a part from another host"),
    (re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off"), "markup that is not escaped"),
)


def templates() -> list[Path]:
    """The project's own HTML templates."""
    found = ROOT.glob("**/templates/**/*.html")
    return sorted(path for path in found if path.relative_to(ROOT).parts[0] not in NOT_OURS)


def faults_of(path: Path) -> Iterator[str]:
    """What is wrong with one template."""
    from django.template import TemplateSyntaxError, engines

    text = path.read_text(encoding="utf-8")
    try:
        engines["django"].from_string(text)
    except TemplateSyntaxError as error:
        yield f"does not compile: {error}"
    if ADMIN.search(str(path.relative_to(ROOT))):
        return
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, name in FORBIDDEN:
            if pattern.search(line):
                yield f"line {number}: {name}"


def _tool(*command: str) -> bool:
    """Run a formatter or linter; print what it says when it finds a fault."""
    result = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    if result.returncode:
        print((result.stdout + result.stderr).strip())
    return result.returncode == 0


def main() -> int:
    """Print every fault; 1 when there is one."""
    paths = templates()
    if not paths:
        return 0
    found = [f"{path.relative_to(ROOT)}: {fault}" for path in paths for fault in faults_of(path)]
    for fault in found:
        print(fault)
    names = [str(path) for path in paths]
    indented = _tool("djhtml", "--check", "--tabwidth", "2", *names)
    linted = _tool("djlint", "--lint", "--quiet", *names)
    return 0 if not found and indented and linted else 1


if __name__ == "__main__":
    import django

    django.setup()
    raise SystemExit(main())
