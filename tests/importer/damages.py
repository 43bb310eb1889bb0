"""Ways in which an old page comes damaged: each takes the text of a page, one line a paragraph, and returns bytes."""

import html
import textwrap
from collections.abc import Callable

Damage = Callable[[str], bytes]
WIDTHS = (40, 52, 60, 66, 72, 80, 100)


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _shown(text: str) -> list[str]:
    return [line for line in _lines(text) if line.strip()]


def wrapped(text: str, width: int, hyphens: bool = False) -> str:
    """Return `text` with every line cut at `width` characters, full lines, no line between paragraphs."""
    cut = [
        textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=hyphens, drop_whitespace=True) or [""]
        for line in _lines(text)
    ]
    return "\n".join(line for lines in cut for line in lines)


def _wrap(width: int, hyphens: bool = False) -> Damage:
    return lambda text: wrapped(text, width, hyphens).encode()


def _cut(width: int) -> Damage:
    """Lines cut at a number of characters, in the middle of words."""
    return lambda text: "\n".join(
        line[start : start + width] for line in _lines(text) for start in range(0, max(len(line), 1), width)
    ).encode()


def _encoded(encoding: str) -> Damage:
    return lambda text: _without(text, encoding).encode(encoding)


def _without(text: str, encoding: str) -> str:
    """Return `text` with the typographic letters that `encoding` lacks written as people write them."""
    plain = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "œ": "oe", "\u202f": "\u00a0"}
    out = []
    for char in text:
        try:
            char.encode(encoding)
        except UnicodeEncodeError:
            char = plain.get(char, "?")
        out.append(char)
    return "".join(out)


def _scrambled(text: str) -> bytes:
    """UTF-8 read as Windows-1252 by a program that lets the five undefined bytes through, and saved as UTF-8."""
    letters = []
    for byte in text.encode():
        try:
            letters.append(bytes([byte]).decode("cp1252"))
        except UnicodeDecodeError:
            letters.append(chr(byte))
    return "".join(letters).encode()


def _page(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8">{head}</head>\n<body>\n{body}\n</body></html>\n'
    )


def _p(text: str) -> bytes:
    return _page("\n".join(f"<p>{html.escape(line, quote=False)}</p>" for line in _shown(text))).encode()


def _br(text: str) -> bytes:
    return _page("<div>" + "<br>\n".join(html.escape(line, quote=False) for line in _shown(text)) + "</div>").encode()


def _br_twice(text: str) -> bytes:
    return _page(
        "<td>" + "<br /><br />\r\n".join(html.escape(line, quote=False) for line in _shown(text)) + "</td>"
    ).encode()


def _divs(text: str) -> bytes:
    lines = "".join(
        f'<div class="field"><div class="field-item"><div>{html.escape(line)}</div></div></div>\n'
        for line in _shown(text)
    )
    return _page(f'<div id="wrap"><div id="inner"><div class="content">{lines}</div></div></div>').encode()


def _layout_table(text: str) -> bytes:
    rows = "".join(f"<tr><td>&nbsp;</td><td><font>{html.escape(line)}</font></td></tr>\n" for line in _shown(text))
    return _page(f'<table border="0" cellpadding="0">{rows}</table>').encode()


def _word(text: str) -> bytes:
    """What Word saves: conditional comments, mso classes, lines cut in the source, Windows-1252."""
    head = (
        '<meta http-equiv=Content-Type content="text/html; charset=windows-1252">'
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->"
        "<style><!-- p.MsoNormal {margin:0cm;} --></style>"
    )
    cut = "\n".join(
        "<p class=MsoNormal><span\nlang=FR style='font-size:11.0pt;mso-fareast-language:FR'>"
        + "\n".join(textwrap.wrap(html.escape(line), 70, break_long_words=False, break_on_hyphens=False))
        + "<o:p></o:p></span></p>"
        for line in _shown(text)
    )
    page = f'<html xmlns:o="urn:schemas-microsoft-com">\n<head>{head}</head>\n<body lang=FR>{cut}</body></html>'
    return page.encode("cp1252", "xmlcharrefreplace")


def _pre(text: str) -> bytes:
    return _page("<pre>" + html.escape(wrapped(text, 72), quote=False) + "</pre>").encode()


def _entities(text: str) -> bytes:
    named = "".join(f"&#{ord(char)};" if ord(char) > 127 else html.escape(char) for char in text)
    return _page("\n".join(f"<p>{line}</p>" for line in _shown(named))).encode("ascii")


def _cookies(text: str) -> bytes:
    banner = (
        '<div id="cookie-banner" class="cookie-consent"><p>Nous utilisons des cookies pour améliorer votre visite.</p>'
        "<button>Accepter</button><button>Refuser</button></div>"
    )
    script = "<script>var titre = '<p>Ceci n\\'est pas du texte</p>';</script><style>p { margin: 0 }</style>"
    body = "".join(f"<p>{html.escape(line)}</p>" for line in _shown(text))
    return _page(f"{banner}{script}<noscript><img src='x.gif'></noscript>{body}{script}").encode()


DAMAGES: dict[str, Damage] = {
    **{f"wrapped at {width}": _wrap(width) for width in WIDTHS},
    "wrapped at 60, at hyphens too": _wrap(60, hyphens=True),
    "wrapped at 76, blank lines between": lambda text: wrapped("\n\n".join(_shown(text)), 76).encode(),
    "cut at 60": _cut(60),
    "cut at 72": _cut(72),
    "indented": lambda text: ("\n".join(f"   \t{line}  " for line in _lines(wrapped(text, 64)))).encode(),
    "blank line after each line": lambda text: "\n\n".join(_shown(text)).encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "UTF-8 with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16 with a mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "UTF-16, big end first": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "Windows-1252": _encoded("cp1252"),
    "Latin-9": _encoded("iso-8859-15"),
    "scrambled": _scrambled,
    "scrambled and wrapped": lambda text: _scrambled(wrapped(text, 72)),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0").encode(),
    "soft hyphens": lambda text: text.replace("migra", "mi\u00adgra").replace("tion", "\u00adtion").encode(),
    "ligatures": lambda text: text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").encode(),
    "decomposed accents": lambda text: __import__("unicodedata").normalize("NFD", text).encode(),
    "paragraphs": _p,
    "line breaks": _br,
    "two line breaks": _br_twice,
    "nested divs": _divs,
    "layout table": _layout_table,
    "Word": _word,
    "preformatted": _pre,
    "entities": _entities,
    "cookies and scripts": _cookies,
}
