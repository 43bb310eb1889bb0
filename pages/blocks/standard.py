"""Registers the blocks that this room brings, and how what they name is fetched."""

from library.models import SiteDocument, SitePicture

from ..models import BasePage
from ..together import columns, public_address
from . import loading, registry
from .figures import FiguresBlock, TableBlock
from .files import DocumentBlock, VideoBlock
from .links import RelatedBlock
from .pictures import GalleryBlock, PictureBlock
from .words import CalloutBlock, HeadingBlock, ParagraphBlock, QuoteBlock

PICTURE = ("id", "title", "file", "width", "height", "alt_text", "caption", "credit", "sizes")
CONSENT = ("shows_people", "consent", "consent_until")
DOCUMENT = ("id", "title", "file", "file_size", "language", "credit")

loading.register_table(
    "picture", SitePicture, lambda: (SitePicture.objects.all(), columns(SitePicture, *PICTURE, *CONSENT))
)
loading.register_table("document", SiteDocument, lambda: (SiteDocument.objects.all(), columns(SiteDocument, *DOCUMENT)))
loading.register_table(
    "page", BasePage, lambda: (BasePage.objects.published_anywhere(), columns(BasePage, *public_address()))
)

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
