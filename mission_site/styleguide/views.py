"""The living style guide: every component as it is, with its variants, for people with access to the admin."""

import re
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import get_language_info
from wagtail.admin.auth import require_admin_access

from languages import registry

from .samples import Samples
from .variants import variants

TEMPLATES = Path(__file__).parent.parent / "templates" / "components"
TAKES = re.compile(r"{% comment %}(.*?){% endcomment %}", re.DOTALL)
# They stand round every page, the guide's own included: a second one would be a second banner or footer.
FRAME = ("skip_link", "header", "navigation", "language_switch", "footer")


def component_names() -> list[str]:
    """Return the names of all components."""
    return sorted(path.stem for path in TEMPLATES.glob("*.html"))


def takes(name: str) -> str:
    """Return what a component says it takes."""
    found = TAKES.match((TEMPLATES / f"{name}.html").read_text(encoding="utf-8"))
    return " ".join(found[1].split()) if found else ""


def shown(code: str, only: str = "") -> list[dict[str, Any]]:
    """Return the components to show, each variant rendered in the language of that code."""
    samples = variants(code)
    return [
        {
            "name": name,
            "takes": takes(name),
            "is_frame": name in FRAME,
            "variants": [
                {"name": label, "html": render_to_string(f"components/{name}.html", values)}
                for label, values in samples.get(name, [])
            ],
        }
        for name in component_names()
        if only in ("", name)
    ]


@require_admin_access
def styleguide(request: HttpRequest, name: str = "") -> HttpResponse:
    """Show all components, or one, in the language asked for by `?language=`; any that Django knows, to try it out."""
    code = request.GET.get("language", registry.current())
    try:
        info = get_language_info(code)
    except KeyError as error:
        raise Http404 from error
    if name and name not in component_names():
        raise Http404
    with translation.override(code):
        values = {
            **Samples(code).frame(),
            "components": shown(code, name),
            "page_language": {"code": code, "direction": "rtl" if info["bidi"] else "ltr"},
        }
        return render(request, "styleguide/styleguide.html", values)
