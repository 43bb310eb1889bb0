"""The languages of a page: of each piece, and where a page said twice changes from one language to the other."""

from dataclasses import replace

from importer.legacy.document import Piece, PieceKind
from importer.legacy.language_guess import languages_of

_HEADS = 110


def with_languages(pieces: list[Piece]) -> tuple[list[Piece], tuple[str, ...]]:
    """Return `pieces`, each with a language, and the languages of the page.

    A piece whose words do not tell takes the language of its neighbour: a short one, which may be a title, of what
    follows, any other of what stands before.
    """
    codes = languages_of([(piece.language, piece.text) for piece in pieces])
    if len(codes) < 2:
        return [replace(piece, language=codes[0] if codes else "") for piece in pieces], codes
    told: list[str] = [piece.language if piece.language in codes else "" for piece in pieces]
    for index in range(len(pieces) - 2, -1, -1):
        is_head = len(pieces[index].text) <= _HEADS and pieces[index].kind is not PieceKind.CONTACT
        if not told[index] and is_head:
            told[index] = told[index + 1]
    for index in range(len(pieces)):
        told[index] = told[index] or (told[index - 1] if index else "") or codes[0]
    return [replace(piece, language=code) for piece, code in zip(pieces, told, strict=True)], codes


def versions(pieces: list[Piece], codes: tuple[str, ...]) -> list[list[Piece]]:
    """Return the pieces of each version when the page says all in one language and then all in another, else all."""
    changes = [index for index in range(1, len(pieces)) if pieces[index].language != pieces[index - 1].language]
    if len(codes) == 2 and len(changes) == 1:
        return [pieces[: changes[0]], pieces[changes[0] :]]
    return [pieces] if pieces else []
