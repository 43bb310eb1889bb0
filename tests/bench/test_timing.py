"""What the benchmark of search says of its times, and where the report puts it."""

import random
import threading

import pytest

from mission_site.demo import articles
from tests.bench import report, timing


def test_a_row_tells_the_median_and_the_slowest_hundredth():
    seconds = [0.0, *(number / 1000 for number in range(1, 101))]  # the first is not counted
    told = iter(seconds)
    assert timing.row(lambda _number: next(told), rounds=100) == "51.0 / 100.0"


def test_a_question_that_takes_too_long_is_stopped_and_said(monkeypatch):
    monkeypatch.setattr(timing, "GIVEN_UP", 0.01)
    stopped = threading.Event()

    def slow():
        stopped.wait(60)
        raise RuntimeError("interrupted")

    assert "more than" in timing.row(lambda _number: timing.waiting(stopped.set, slow))


def test_an_error_of_a_quick_question_is_an_error():
    def wrong():
        raise ValueError

    with pytest.raises(ValueError):
        timing.row(lambda _number: timing.waiting(lambda: None, wrong))


def test_the_words_asked_for_are_in_some_generated_articles_and_the_common_ones_in_many():
    made = list(articles.make(3000))
    for code in ("fr", "en"):
        texts = [
            " ".join((one.title[code], one.lead[code], *one.paragraphs[code])).lower().replace(",", " ") for one in made
        ]
        for word in timing.WORDS[code]:
            assert sum(word in text for text in texts) > 100, word
        for word in timing.ALL_WORDS[code][:-2]:
            assert any(word.lower() in text for text in texts) or word in timing.NAMES, word
        assert not sum(timing.NAMES[3].lower() in text for text in texts) > 10


def test_questions_take_the_languages_in_turn():
    dice = random.Random(1)
    asked = [timing.questioned(dice, number, 3) for number in range(4)]
    assert [code for code, _text in asked] == ["fr", "en", "fr", "en"]
    assert all(len(text.split()) == 3 for _code, text in asked)


def test_a_section_is_replaced_and_the_others_stay(tmp_path):
    page = tmp_path / "benchmarks.md"
    report.replace_section("one", "first", page)
    report.replace_section("two", "second", page)
    report.replace_section("one", "anew", page)
    text = page.read_text(encoding="utf-8")
    assert "first" not in text
    assert text.index("anew") < text.index("second")
