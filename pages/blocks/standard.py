"""Registers the blocks that this room brings."""

from library.models import SiteDocument, SitePicture

from ..models import BasePage
from . import loading, registry
from .figures import FiguresBlock, TableBlock
from .files import DocumentBlock, VideoBlock
from .links import RelatedBlock
from .pictures import GalleryBlock, PictureBlock
from .words import CalloutBlock, HeadingBlock, ParagraphBlock, QuoteBlock

loading.register_kind("picture", SitePicture.objects.in_bulk)
loading.register_kind("document", SiteDocument.objects.in_bulk)
loading.register_kind("page", lambda keys: BasePage.objects.published_anywhere().in_bulk(keys))

registry.register("paragraph", ParagraphBlock)
registry.register("heading", HeadingBlock)
registry.register("quote", QuoteBlock)
registry.register("callout", CalloutBlock)
registry.register("picture", PictureBlock)
registry.register("gallery", GalleryBlock)
registry.register("video", VideoBlock)
registry.register("figures", FiguresBlock)
registry.register("table", TableBlock)
registry.register("document", DocumentBlock)
registry.register("related", RelatedBlock)
