"""Blocks of words: paragraph, heading, quote, callout."""

import re
from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText, expand_db_html

from library.choices import document_languages

from ..formats import language_name
from .loading import Found, LoadedTogether, found_now

FEATURES = ["h3", "bold", "italic", "superscript", "subscript", "ol", "ul", "link", "document-link"]
# As Wagtail stores them (wagtail.rich_text): the attributes stand in this order or the other.
LINK = re.compile(r'<a\b(?=[^>]*\blinktype="(page|document)")(?=[^>]*\bid="(\d{1,18})")')


class LanguageChoiceBlock(blocks.ChoiceBlock):
    """A language of a document or a quote, by its code."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"choices": document_languages, "search_index": False} | kwargs)

    def to_python(self, value: Any) -> Any:
        """Return what is stored; Wagtail goes through all choices, which may be no texts elsewhere."""
        return value


class ExpandedText(RichText):
    """Rich text whose links were looked up before."""

    def __init__(self, source: str, html: str) -> None:
        super().__init__(source)
        self.html = html

    def __html__(self) -> SafeString:
        return mark_safe(self.html)  # noqa: S308 Wagtail's own expansion of what its editor let through


class TextWithLinks(LoadedTogether, blocks.RichTextBlock):
    """Rich text; what its links lead to is fetched with everything else the page names."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": FEATURES, **kwargs})

    def needs(self, value: str | None) -> Iterable[tuple[str, int]]:
        """Yield the pages and documents linked to."""
        for kind, key in LINK.findall(value or ""):
            yield kind, int(key)

    def assemble(self, value: str | None, found: Found) -> RichText:
        """Return the text with its links, when they were looked up."""
        return ExpandedText(value, expand_db_html(value)) if value and found_now() else RichText(value or "")


class ParagraphBlock(TextWithLinks):
    """One or several paragraphs."""

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        group = _("Words")
        template = "pages/blocks/paragraph.html"


class HeadingBlock(blocks.CharBlock):
    """A heading between paragraphs."""

    class Meta:
        icon = "title"
        label = _("Heading")
        group = _("Words")
        template = "pages/blocks/heading.html"


class QuoteBlock(blocks.StructBlock):
    """What somebody said: words, speaker, the speaker's role on that date, and the language it was said in."""

    text = blocks.TextBlock(
        label=_("Quote"), rows=3, help_text=_("The words without quotation marks: the page sets them.")
    )
    speaker = blocks.CharBlock(label=_("Speaker"), max_length=150, help_text=_("Name as the person wants it printed."))
    role = blocks.CharBlock(
        label=_("Role on that date"),
        max_length=200,
        required=False,
        help_text=_("What the person was on the day they said it, not what they are today."),
    )
    language = LanguageChoiceBlock(
        label=_("Said in"),
        required=False,
        help_text=_("Only for a translated quote: the language in which it was said."),
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the name of the original language, in the reader's."""
        context = super().get_context(value, parent_context)
        context["original_language"] = language_name(value.get("language") or "")
        return context

    class Meta:
        icon = "openquote"
        label = _("Quote")
        group = _("Words")
        template = "pages/blocks/quote.html"


class CalloutBlock(blocks.StructBlock):
    """Something that must not be missed."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150)
    text = TextWithLinks(label=_("Text"), help_text=_("One thought: a date to keep, a number to call, a correction."))

    class Meta:
        icon = "warning"
        label = _("Callout")
        group = _("Words")
        template = "pages/blocks/callout.html"
