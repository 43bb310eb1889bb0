"""Writes the statement as a page of the papers (docs/accessibility.md)."""

from .statement import Check, Criterion, Statement

HEAD = """\
# Accessibility

Made from `home/accessibility/statement.toml` by `python -m tools.write_accessibility`; change that file, not this one.
Readers find the same facts, in their language, on the page that shows the accessibility statement.

{status} Standard: {standard}. Last review: {reviewed}.
"""
COLUMNS = "| Criterion | Level | Result | How | Checked |\n| --- | --- | --- | --- | --- |"


def paper(facts: Statement) -> str:
    """Return the page in Markdown, with the files that check each criterion."""
    parts = [HEAD.format(status=facts.status, standard=facts.standard, reviewed=facts.reviewed.isoformat())]
    parts.append("## Known limits\n\n" + "\n".join(f"* {limit}" for limit in facts.limits) + "\n")
    checks = (f"* {one.kind}: {one.words}{f' ({_files(one)})' if one.files else ''}" for one in facts.checks)
    parts.append("## How it is checked\n\n" + "\n".join(checks) + "\n")
    for principle in facts.principles:
        rows = "\n".join(_row(one) for one in principle.criteria)
        parts.append(f"## {principle.name}\n\n{COLUMNS}\n{rows}\n")
    return "\n".join(parts)


def _row(one: Criterion) -> str:
    checks = "; ".join(_said(check) for check in one.checks)
    return f"| {one.number} {one.name} | {one.level} | {one.result_words} | {one.how} | {checks} |"


def _said(check: Check) -> str:
    return f"{check.kind}: {_files(check) or check.words}"


def _files(check: Check) -> str:
    return ", ".join(f"`{file}`" for file in check.files)
