"""Template tags of the bilingual layer."""

from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.html import format_html
from django.utils.safestring import SafeString

from languages import links, registry
from languages.borrowed import language_of, lender_of

register = template.Library()


@register.simple_tag(takes_context=True)
def language_links(context: template.Context, page: Any = None) -> list[links.LanguageLink]:
    """Return a link for every language: code, name, url, is_current, exists, direction."""
    return links.language_links(page or None, context.get("request"))


@register.simple_tag
def language_alternates(page: Any = None) -> list[tuple[str, str]]:
    """Return (hreflang, whole address) of the languages a page is public in, for `link rel="alternate"`."""
    return links.alternates(page) if page else []


@register.simple_tag(name="dir")
def direction(code: str = "") -> str:
    """Return ltr or rtl for a language (the active one by default)."""
    return registry.language(code if code in registry.codes() else registry.current()).direction


@register.filter
def is_behind(page: Any) -> bool:
    """Whether what readers see of a page in the active language is behind its source."""
    return bool(page and hasattr(page, "is_behind") and page.is_behind())


@register.filter
def lent(value: Any, name: str = "") -> SafeString:
    """Return ` lang="…" dir="…"` for a text, or the field `name` of a thing, that another language lends; else nothing.

    `<p{{ text|lent }}>`, `<div class="prose"{{ page|lent:"body" }}>`.
    """
    code = lender_of(value, name) if name else language_of(value)
    if not code:
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', code, registry.language(code).direction)


class InLanguageNode(template.Node):
    """Renders its contents under a language."""

    def __init__(self, code: FilterExpression, nodelist: NodeList) -> None:
        self.code, self.nodelist = code, nodelist

    def render(self, context: template.Context) -> str:
        """Render; an unknown language leaves the active one."""
        code = self.code.resolve(context)
        with registry.active(code if code in registry.codes() else registry.current()):
            return self.nodelist.render(context)


@register.tag
def in_language(parser: Parser, token: Token) -> InLanguageNode:
    """Render what stands before `endin_language` under a language: titles, addresses and messages alike."""
    parts = token.split_contents()
    if len(parts) != 2:  # noqa: PLR2004 the tag's name and the code
        raise template.TemplateSyntaxError("in_language takes one argument, the code of a language")
    nodelist = parser.parse(("endin_language",))
    parser.delete_first_token()
    return InLanguageNode(parser.compile_filter(parts[1]), nodelist)
