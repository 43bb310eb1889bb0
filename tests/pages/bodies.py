"""A body with every block filled, for any page type."""

import datetime as dt
from typing import Any

from pages.blocks.registry import body_block
from tests.factories import make_contact, make_document, make_picture, make_standard_page

MARKUP = '<script>alert("x")</script> & "quoted" <b>'


class Everything:
    """Things that bodies name, made once."""

    def __init__(self) -> None:
        self.picture = make_picture(640, 400, title=MARKUP, credit=MARKUP)
        self.second = make_picture(320, 200)
        self.document = make_document(credit=MARKUP)
        self.video = make_document("film.mp4", b"\x00\x00\x00\x18ftypmp42")
        self.captions = make_document("film.vtt", b"WEBVTT\n")
        self.page = make_standard_page(title="Linked page")
        self.contact = make_contact(office_fr=MARKUP)

    def body(self, word: str = MARKUP) -> list[dict[str, Any]]:
        """Return the stored form of a body in which every block has every field filled with `word`."""
        rich = (
            f'<p>Text {self._escaped(word)} <a linktype="page" id="{self.page.pk}">link</a> '
            f'<a linktype="document" id="{self.document.pk}">file</a></p>'
        )
        picture = {
            "picture": self.picture.pk,
            "alt_text": word,
            "is_decorative": False,
            "caption": word,
            "credit": word,
        }
        values: dict[str, Any] = {
            "paragraph": rich,
            "heading": word,
            "quote": {"text": word, "speaker": word, "role": word, "language": "ar"},
            "callout": {"title": word, "text": rich},
            "picture": picture,
            "gallery": {
                "title": word,
                "pictures": [
                    {"type": "item", "value": picture, "id": "g1"},
                    {"type": "item", "value": {**picture, "picture": self.second.pk}, "id": "g2"},
                ],
            },
            "video": {
                "title": word,
                "file": self.video.pk,
                "captions": [
                    {"type": "item", "value": {"language": "ar", "file": self.captions.pk}, "id": "c1"},
                ],
                "transcript": rich,
                "link": "",
                "cover": self.picture.pk,
                "credit": word,
            },
            "figures": {
                "title": word,
                "figures": [
                    {
                        "type": "item",
                        "value": {
                            "number": "2377.00",
                            "unit": word,
                            "label": word,
                            "source": word,
                            "as_of": dt.date(2021, 12, 31).isoformat(),
                        },
                        "id": "f1",
                    }
                ],
            },
            "table": {
                "data": [[word, word], [word, "2"]],
                "first_row_is_table_header": True,
                "first_col_is_header": True,
                "table_header_choice": "both",
                "table_caption": word,
            },
            "document": {"document": self.document.pk, "title": word, "text": word},
            "related": {"title": word, "pages": [{"type": "item", "value": self.page.pk, "id": "r1"}]},
            "contact": {"contact": self.contact.pk},
        }
        names = list(body_block().child_blocks)
        missing = set(names) - set(values)
        assert not missing, f"Fill these blocks in tests/pages/bodies.py: {missing}"
        return [{"type": name, "value": values[name], "id": f"block-{name}"} for name in names]

    @staticmethod
    def _escaped(word: str) -> str:
        return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
