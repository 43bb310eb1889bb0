"""What blocks ask for before publication, and what they refuse."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from languages import registry
from news.models import NewsPage
from pages.blocks.registry import body_block
from tests.factories import make_document, make_news, make_picture, make_user

pytestmark = pytest.mark.django_db


def clean(name, **value):
    block = body_block().child_blocks[name]
    return block.clean(block.to_python({**{key: None for key in block.child_blocks}, **value}))


def in_no_language():
    return {registry.field("alt_text", code): "" for code in registry.codes()}


def test_a_picture_needs_an_alternative_text_or_the_word_decorative():
    picture = make_picture(**in_no_language())
    empty = {"alt_text": "", "caption": "", "credit": ""}
    with pytest.raises(StructBlockValidationError) as error, registry.active("fr"):
        clean("picture", picture=picture.pk, is_decorative=False, **empty)
    assert "alt_text" in error.value.block_errors
    assert clean("picture", picture=picture.pk, is_decorative=True, **empty)["is_decorative"]


def test_a_video_of_ours_needs_captions_and_a_transcript():
    film = make_document("film.mp4", b"\x00\x00\x00\x18ftypmp42")
    with pytest.raises(StructBlockValidationError) as error:
        clean("video", title="Film", file=film.pk, captions=[], transcript="", link="", credit="")
    assert set(error.value.block_errors) == {"transcript", "captions"}


def test_a_video_is_a_file_or_a_link_never_both_and_a_link_has_a_cover():
    film = make_document("film.mp4", b"\x00\x00\x00\x18ftypmp42")
    words = {"title": "Film", "captions": [], "transcript": "<p>Words</p>", "credit": ""}
    with pytest.raises(StructBlockValidationError) as error:
        clean("video", file=film.pk, link="https://example.org/v", **words)
    assert set(error.value.block_errors) == {"file"}
    with pytest.raises(StructBlockValidationError) as error:
        clean("video", file=None, link="https://example.org/v", **words)
    assert set(error.value.block_errors) == {"cover"}


def test_a_table_needs_a_caption():
    block = body_block().child_blocks["table"]
    with pytest.raises(ValidationError):
        block.clean({"data": [["1"]], "table_header_choice": "row", "table_caption": ""})


def test_a_draft_may_lack_what_publishing_asks_for():
    picture = make_picture(**in_no_language())
    block = body_block()
    value = block.to_python(
        [{"type": "picture", "id": "1", "value": {"picture": picture.pk, "alt_text": "", "is_decorative": False}}]
    )
    block.defer_required_validation()
    try:
        block.clean(value)
    finally:
        block.restore_deferred_validation()
    with pytest.raises(ValidationError):
        block.clean(value)


def test_the_text_of_the_library_is_taken_in_the_language_it_is_written_in():
    picture = make_picture(**(in_no_language() | {"alt_text_fr": "Un disque jaune"}))
    raw = {"type": "picture", "id": "1", "value": {"picture": picture.pk, "alt_text": "", "is_decorative": False}}
    form = NewsPage.get_edit_handler().get_form_class()(instance=make_news(), for_user=make_user())
    assert form.fields["body_fr"].clean(body_block().to_python([raw]))
    with pytest.raises(ValidationError):
        form.fields["body_en"].clean(body_block().to_python([raw]))


def test_a_figure_of_a_day_to_come_is_refused():
    figure = body_block().child_blocks["figures"].child_blocks["figures"].child_block
    value = {"number": "5", "unit": "", "label": "x", "source": "y", "as_of": "2999-01-01"}
    with pytest.raises(StructBlockValidationError) as error:
        figure.clean(figure.to_python(value))
    assert "as_of" in error.value.block_errors
