"""The guide for officers (docs/editing.*.md) as a page of the admin, in the language of the person."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _

from languages import registry

DOCS = Path(settings.BASE_DIR) / "docs"
PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\(pictures/(?P<name>[\w.-]+)\)")
MARKS = (
    (re.compile(r"`([^`]+)`"), r"<code>\1</code>"),
    (re.compile(r"\*\*([^*]+)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"\*([^*]+)\*"), r"<em>\1</em>"),
)
ITEM = re.compile(r"(?:(?P<number>\d+)\.|[*-])\s+")


def guide_file(code: str) -> Path:
    """Return the guide in a language, or in the default language where nobody has written it."""
    path = DOCS / f"editing.{code}.md"
    return path if path.is_file() else DOCS / f"editing.{registry.default()}.md"


def words(text: str) -> str:
    """Return a line of Markdown as safe HTML: emphasis and code, nothing else."""
    html = str(escape(text))
    for pattern, replacement in MARKS:
        html = pattern.sub(replacement, html)
    return html


def listed(lines: list[str]) -> str:
    """Return a list; a numbered one starts at its number, a line without a mark belongs to the item above."""
    items: list[str] = []
    for line in lines:
        if ITEM.match(line):
            items.append(ITEM.sub("", line, count=1))
        else:
            items[-1] += f" {line.strip()}"
    found = ITEM.match(lines[0])
    number = found["number"] if found else None
    inner = "".join(f"<li>{words(item)}</li>" for item in items)
    return f'<ol start="{number}">{inner}</ol>' if number else f"<ul>{inner}</ul>"


def blocks(text: str) -> Iterator[str]:
    """Yield the HTML of each block of the Markdown that our guides are written in (headings, lists, pictures, text)."""
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = block.splitlines()
        if heading := re.match(r"(#+)\s+(.*)", block):
            level = len(heading[1])
            # The page's own heading is the first of its level.
            if level > 1:
                yield f'<h{level} id="{slugify(heading[2])}">{words(heading[2])}</h{level}>'
        elif picture := PICTURE.match(block):
            yield format_html(
                '<p><img src="{}" alt="{}" loading="lazy"></p>',
                reverse("officers_guide_picture", args=(picture["name"],)),
                picture["alt"],
            )
        elif ITEM.match(block):
            yield listed(lines)
        else:
            yield f"<p>{words(' '.join(lines))}</p>"


def sections(text: str) -> list[tuple[str, str]]:
    """Return (anchor, heading) of the sections, for the list of contents."""
    return [(slugify(heading), heading) for heading in re.findall(r"^## (.*)$", text, re.MULTILINE)]


def guide(request: HttpRequest) -> HttpResponse:
    """Show the guide."""
    text = guide_file(registry.current()).read_text(encoding="utf-8")
    body: SafeString = mark_safe("".join(blocks(text)))  # noqa: S308  # a file of ours, escaped above
    context = {"page_title": _("Guide for officers"), "sections": sections(text), "body": body}
    return TemplateResponse(request, "people/guide.html", context)


def picture(request: HttpRequest, name: str) -> HttpResponse:
    """Serve a picture of the guide; 404 for a name that is none."""
    path = DOCS / "pictures" / Path(name).name
    if path.suffix != ".png" or not path.is_file():
        raise Http404
    return HttpResponse(path.read_bytes(), content_type="image/png")
