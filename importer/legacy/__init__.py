"""The reader of old pages: pure Python, one file to one frozen document, no Django."""

from importer.legacy.document import Kind, LegacyDocument, PieceKind, Precision
from importer.legacy.named_things import Named, Vocabulary
from importer.legacy.reading import read_document, read_file
from importer.legacy.receipt import receipt, refusal
from importer.legacy.unreadable import LegacyUnreadable, Problem

__all__ = [
    "Kind",
    "LegacyDocument",
    "LegacyUnreadable",
    "Named",
    "PieceKind",
    "Precision",
    "Problem",
    "Vocabulary",
    "read_document",
    "read_file",
    "receipt",
    "refusal",
]
