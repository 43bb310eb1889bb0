"""Blocks of files: a document, a video."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock as WagtailDocumentChooserBlock

from library.choices import language_name
from library.presentation import document_values, picture_values

from .loading import LoadedTogether
from .pictures import PictureChooserBlock
from .words import LanguageChoiceBlock, TextWithLinks

VIDEO_TYPES = {"mp4": "video/mp4", "webm": "video/webm"}


class DocumentChooserBlock(LoadedTogether, WagtailDocumentChooserBlock):
    """A document of the library."""

    kind = "document"


class DocumentBlock(blocks.StructBlock):
    """A document to download."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=200, help_text=_("Empty: the title of the library.")
    )
    text = blocks.CharBlock(
        label=_("What it is"), required=False, max_length=300, help_text=_("One sentence: what a reader finds in it.")
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add what the document's component takes."""
        context = super().get_context(value, parent_context)
        return context | {"item": document_values(value.get("document"), value.get("title") or "")}

    class Meta:
        icon = "doc-full"
        label = _("Document")
        group = _("Facts")
        template = "pages/blocks/document.html"


class CaptionsBlock(blocks.StructBlock):
    """The captions of a video in one language."""

    language = LanguageChoiceBlock(label=_("Language"))
    file = DocumentChooserBlock(label=_("Captions (WebVTT file)"))

    class Meta:
        icon = "doc-full"
        label = _("Captions")


class VideoBlock(blocks.StructBlock):
    """A video of ours with captions and transcript, or a link that leaves the site; nothing is embedded."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    file = DocumentChooserBlock(label=_("File of ours (MP4 or WebM)"), required=False)
    captions = blocks.ListBlock(CaptionsBlock(), label=_("Captions"), default=[], min_num=0)
    transcript = TextWithLinks(
        label=_("Transcript"),
        required=False,
        help_text=_("Everything that is said, and what matters of what is seen. Required for a file of ours."),
    )
    link = blocks.URLBlock(
        label=_("Or a link to another site"),
        required=False,
        help_text=_("Readers see the cover picture and are told that they leave this site."),
    )
    cover = PictureChooserBlock(label=_("Cover picture"), required=False)
    credit = blocks.CharBlock(label=_("Credit"), required=False, max_length=200)

    def clean(self, value: Any) -> Any:
        """Ask for a file or a link, and for what each of them needs."""
        result = super().clean(value)
        if not self.is_deferred_validation and (errors := video_errors(result)):
            raise StructBlockValidationError({name: ValidationError(text) for name, text in errors.items()})
        return result

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add what the video's component takes."""
        context = super().get_context(value, parent_context)
        link = value.get("link") or ""
        cover = picture_values(value.get("cover"), "whole", "")
        return context | {
            "file": video_values(value, cover),
            "url": link,
            "host": urlsplit(link).hostname or "",
            "cover": cover or None,
            "transcript": value.get("transcript") if getattr(value.get("transcript"), "source", "") else "",
        }

    class Meta:
        icon = "media"
        label = _("Video")
        group = _("Pictures")
        template = "pages/blocks/video.html"


def video_errors(value: Any) -> dict[str, Any]:
    """Return what is missing or too much in a video's value, by field (WCAG 2.2, 1.2.1 to 1.2.3)."""
    if bool(value["file"]) == bool(value["link"]):
        return {"file": _("Choose a file of ours or give a link to another site, not both.")}
    if value["link"]:
        return {} if value["cover"] else {"cover": _("Choose the picture behind which the link stands.")}
    errors = {}
    if value["file"].file_extension.lower() not in VIDEO_TYPES:
        errors["file"] = _("This document is no video: it must be an MP4 or WebM file.")
    if not getattr(value["transcript"], "source", "").strip():
        errors["transcript"] = _("Write down what is said: some readers cannot hear it, and search finds it.")
    if not value["captions"]:
        errors["captions"] = _("Add captions in at least one language.")
    return errors


def video_values(value: Any, cover: dict[str, Any]) -> dict[str, Any] | None:
    """Return url, type, poster and captions of a video file of ours; None when there is none."""
    document = value.get("file")
    if document is None:
        return None
    tracks = [
        {"url": item["file"].file.url, "code": item["language"], "name": language_name(item["language"])}
        for item in value.get("captions") or ()
        if item["file"] is not None
    ]
    mime = VIDEO_TYPES.get(document.file_extension.lower(), "")
    return {"url": document.file.url, "type": mime, "poster": cover.get("src", ""), "captions": tracks}
