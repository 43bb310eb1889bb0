"""Real PDF, Word and OpenDocument files with a sentence of one's choice, and some made to hurt."""

import io
import zipfile
import zlib

import docx
import pypdf

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
ODT_BODY = "<office:document-content><office:body><text:p>{}</text:p></office:body></office:document-content>"


def pdf(text: str, content: bytes | None = None) -> bytes:
    """A PDF file of one page (ISO 32000-1, 7.5) that says a text in plain ASCII."""
    stream = content if content is not None else zlib.compress(f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode())
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    return _file(parts)


def _file(parts: tuple[bytes, ...]) -> bytes:
    """Numbered objects with their table of places."""
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(made))
    return made + head + table + end


def locked_pdf(text: str) -> bytes:
    """A PDF file that opens with a password only."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(text)))
    writer.encrypt("a password", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def bomb_pdf() -> bytes:
    """A PDF file whose page unfolds to two thousand times its size."""
    packer = zlib.compressobj(9)
    zeros = b" " * 2**20
    return pdf("", b"".join(packer.compress(zeros) for _ in range(600)) + packer.flush())


def circular_pdf() -> bytes:
    """A PDF file whose pages are their own children."""
    return _file((b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9999999 >>"))


def nested_pdf() -> bytes:
    """A PDF file with lists in lists in lists."""
    return _file((b"<< /Type /Catalog /Pages 2 0 R >>", b"[" * 200_000 + b"]" * 200_000))


def word(text: str, cell: str = "") -> bytes:
    """A Word file with a paragraph and a table of one cell."""
    content, made = docx.Document(), io.BytesIO()
    content.add_paragraph(text)
    content.add_table(1, 1).rows[0].cells[0].text = cell
    content.save(made)
    return made.getvalue()


def laughing_word() -> bytes:
    """A Word file whose XML defines a thousand million laughs."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word("x"))) as source, zipfile.ZipFile(made, "w") as target:
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename == "word/document.xml":
                part = part.replace(b"<w:document", f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]><w:document'.encode(), 1)
                part = part.replace(b">x<", b">&l11;<")
            target.writestr(entry, part)
    return made.getvalue()


def open_document(text: str) -> bytes:
    """An ODT file with a paragraph (OpenDocument 1.3, part 2)."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT_BODY.format(text))
    return made.getvalue()
