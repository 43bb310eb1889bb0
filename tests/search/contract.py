"""What every engine promises; each engine's test module subclasses this with its own fixtures."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

import pytest

from search.engines.base import IndexDocument, Promotion, SearchEngine, SearchQuery, SearchResult, Vocabulary
from tests.search.judged import VOCABULARY, Judged, articles, queries
from tests.search.judged.scoring import judge
from tests.search.samples import TODAY, article, card, faceted, library, many

Make = Callable[[], SearchEngine]


def ask(engine: SearchEngine, text: str, language: str = "fr", **more) -> SearchResult:
    """A question on a fixed day."""
    return engine.search(SearchQuery(text, language, today=TODAY, **more))


def pages(result: SearchResult) -> list[str]:
    """Which pages were found, in order."""
    return [hit.page for hit in result.hits]


class StandingLibrary:
    """Promises about one library that nobody changes."""

    documents: ClassVar[Callable[[], list[IndexDocument]]]

    @pytest.fixture(scope="class")
    @classmethod
    def engine(cls, make: Make) -> SearchEngine:
        engine = make()
        engine.rebuild(cls.documents(), cursor=1)
        return engine


class ReadingContract(StandingLibrary):
    """Promises about questions."""

    documents = staticmethod(library)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("réintégration", {"p1", "p2"}),
            ("reintegration", {"p1", "p2"}),
            ("migrantes", {"p1"}),
            ("l’œuvre", {"p3"}),
            ("oeuvres", {"p3"}),
            ("zagora", {"p4"}),
            ("-tanger réintégration", {"p2"}),
            ('"retour volontaire des migrants"', {"p1"}),
            ('"volontaire retour"', set()),
        ],
    )
    def test_a_question_finds_its_pages(self, engine, text, expected):
        assert set(pages(ask(engine, text, correct=False, lift_cards=False))) - {"c1", "c2"} == expected

    def test_a_page_is_found_once_in_the_readers_language_first(self, engine):
        result = ask(engine, "reintegration", "en")
        assert [(hit.page, hit.language) for hit in result.hits] == [("p1", "en"), ("p2", "en")]
        assert result.total == 2

    def test_what_exists_only_in_another_language_comes_after_and_is_marked(self, engine):
        result = ask(engine, "reintegration", "fr")
        assert [(hit.page, hit.is_other_language) for hit in result.hits] == [("p1", False), ("p2", True)]
        assert result.hits[1].language == "en"

    def test_arabic_is_found_with_and_without_the_article(self, engine):
        assert pages(ask(engine, "مهاجرين", "ar"))[:1] == ["p5"]
        assert pages(ask(engine, "المُهاجرين", "ar"))[:1] == ["p5"]

    def test_found_words_are_marked_over_escaped_text(self, engine):
        hit = ask(engine, "oeuvre script", correct=False).hits[0]
        marked = "<mark>script</mark>"
        assert hit.title_html == f"Un &lt;{marked}&gt;alert(1)&lt;/{marked}&gt; &amp; l’<mark>œuvre</mark>"
        assert "&lt;b&gt;gras&lt;/b&gt; &amp; des <mark>œuvres</mark>" in hit.extract_html

    def test_an_extract_from_an_attachment_says_so(self, engine):
        hit = ask(engine, "bibliothèque itinérante").hits[0]
        assert hit.is_in_attachment
        assert "<mark>bibliothèque</mark>" in hit.extract_html

    def test_a_typing_error_is_corrected_and_said(self, engine):
        result = ask(engine, "reintegraton")
        assert pages(result)[0] == "p1"
        assert (result.corrected_from, result.corrected_to) == ("reintegraton", "réintégration")

    def test_a_reader_may_insist_on_the_words_typed(self, engine):
        result = ask(engine, "reintegraton", correct=False)
        assert (result.total, result.corrected_from) == (0, "")

    def test_synonyms_work_both_ways_and_at_once(self, engine):
        words = Vocabulary(synonyms=(("DFCM", "retour volontaire", "voluntary return"),))
        assert pages(ask(engine, "dfcm", correct=False, vocabulary=words, lift_cards=False))[0] == "p1"
        assert ask(engine, "dfcm", correct=False).total == 0

    def test_a_promoted_page_comes_first_for_its_query_only(self, engine):
        words = Vocabulary(promotions=(Promotion(("Écoles", "fête d'école"), ("p4",)),))
        result = ask(engine, "école", vocabulary=words)
        assert pages(result) == ["p4", "p6"]
        assert result.hits[0].is_promoted
        assert pages(ask(engine, "fête du village", vocabulary=words))[0] == "p7"

    @pytest.mark.parametrize(
        "number",
        ["0537652881", "+212537652881", "00 212 5 37 65 28 81", "05.37.65.28.81", "(0537) 65-28-81", "65 28 81"],
    )
    def test_a_telephone_number_in_any_spelling_finds_its_card_first(self, engine, number):
        assert pages(ask(engine, number))[0] == "c1"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Youssef Ouahbi", "c3"),
            ("yousef ouhabi", "c3"),
            ("Ouahby", "c3"),
            ("benali agadir", "c2"),
            ("Fatima Zahra Ben Ali Tanger", "c1"),
            ("contact presse traite", "c3"),
            ("traite des êtres humains", "c3"),
            ("journaliste : qui peut parler de protection de l'enfance ?", "c1"),
        ],
    )
    def test_a_name_or_a_topic_finds_the_card_first_everywhere(self, engine, text, expected):
        assert pages(ask(engine, text))[0] == expected
        assert pages(ask(engine, text, cards_only=True))[0] == expected

    def test_the_directory_holds_cards_only(self, engine):
        assert set(pages(ask(engine, "", cards_only=True))) == {"c1", "c2", "c3"}
        assert set(pages(ask(engine, "retour volontaire", cards_only=True))) == {"c2"}

    def test_of_two_equal_pages_the_newer_comes_first(self, engine):
        assert pages(ask(engine, "fête"))[:2] == ["p6", "p7"]

    def test_an_empty_question_lists_everything_newest_first(self, engine):
        result = ask(engine, "")
        assert pages(result)[:2] == ["p6", "p1"]
        assert result.total == 10

    def test_nothing_has_all_the_words_shows_what_has_some_and_says_so(self, engine):
        result = ask(engine, "tanger bibliothèque", correct=False)
        assert result.is_partial
        assert {"p1", "p4"} <= set(pages(result))

    def test_a_page_number_out_of_range_is_clamped(self, engine):
        for page, size in ((10**12, 10), (-1, 10), (1, 0), (1, 10**12), (0, -3)):
            result = ask(engine, "fête", page=page, size=size)
            assert result.total == 2
            assert 1 <= result.size <= 100

    def test_suggestions_complete_titles_and_people(self, engine):
        assert [item.page for item in engine.autocomplete("réin", "fr")] == ["p1"]
        assert {item.page for item in engine.autocomplete("fatima ben", "fr")} == {"c1", "c2"}
        assert engine.autocomplete("REIN", "fr")[0].title_html.startswith("<mark>Réintégration</mark>")
        assert engine.autocomplete("x", "fr") == ()

    def test_a_page_is_not_like_itself(self, engine):
        hits = engine.more_like("p6", "fr")
        assert hits[0].page == "p7"
        assert "p6" not in {hit.page for hit in hits}

    def test_an_unknown_page_is_like_nothing(self, engine):
        assert engine.more_like("nowhere", "fr") == ()


class CountingContract(StandingLibrary):
    """Facets are counted as one would by going through all pages."""

    documents = staticmethod(faceted)

    @staticmethod
    def matching(word: str, filters: dict[str, tuple[str, ...]], left_out: str = "") -> set[str]:
        """Pages that a person would count."""
        found = set()
        for document in faceted():
            values = {**document.facets, "language": (document.language,), "year": (str(document.date.year),)}
            chosen = ((name, allowed) for name, allowed in filters.items() if name != left_out)
            if word in document.title and all(set(values.get(name, ())) & set(allowed) for name, allowed in chosen):
                found.add(document.page)
        return found

    @pytest.mark.parametrize(
        "filters",
        [
            {},
            {"programme": ("avrr",)},
            {"programme": ("avrr", "rdpp"), "axis": ("protection",)},
            {"language": ("en",), "kind": ("story",)},
            {"language": ("fr", "en"), "year": ("2023", "2024")},
        ],
    )
    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_counts_are_exact_with_several_values_and_several_facets(self, engine, filters, language):
        result = ask(engine, "lanterne", language, filters=filters)
        assert result.total == len(self.matching("lanterne", filters))
        for name, counted in result.facets.items():
            for item in counted:
                expected = self.matching("lanterne", {**filters, name: (item.value,)})
                assert item.count == len(expected), (name, item)
                assert item.is_selected == (item.value in filters.get(name, ()))
        assert {item.value for item in result.facets["kind"]} == {"release", "story"}

    def test_the_pages_of_results_hold_every_page_once(self, engine):
        found = [page for number in range(1, 30) for page in pages(ask(engine, "horloge", page=number, facets=()))]
        total = ask(engine, "horloge", facets=()).total
        assert len(found) == len(set(found)) == total
        assert set(found) == self.matching("horloge", {})

    def test_results_can_be_sorted_by_date(self, engine):
        hits = ask(engine, "lanterne", sort="date", size=100).hits
        own = [hit.date for hit in hits if not hit.is_other_language]
        assert own == sorted(own, reverse=True)
        assert [hit.is_other_language for hit in hits] == sorted(hit.is_other_language for hit in hits)

    def test_a_facet_that_does_not_exist_is_ignored(self, engine):
        assert ask(engine, "lanterne", filters={"colour": ("red",)}).total == len(self.matching("lanterne", {}))


class WritingContract:
    """Promises about changes."""

    @pytest.fixture
    def engine(self, make: Make) -> SearchEngine:
        return make()

    def test_there_is_no_cursor_before_there_is_an_index(self, engine):
        assert engine.cursor() is None
        assert not engine.health().is_ready

    def test_a_published_page_is_found_at_once(self, engine):
        engine.rebuild([], cursor=3)
        engine.apply([article("n1", "Nouvelle fraîche")], [], cursor=4)
        assert pages(ask(engine, "fraiche")) == ["n1"]
        assert engine.cursor() == 4

    def test_a_changed_page_forgets_its_old_words(self, engine):
        engine.rebuild([article("n1", "Quenouille"), article("n1", "Old title", language="en")], cursor=1)
        engine.apply([article("n1", "Frais")], [])
        assert ask(engine, "quenouille", correct=False).total == 0
        assert pages(ask(engine, "frais")) == ["n1"]
        assert pages(ask(engine, "old title")) == ["n1"]

    def test_a_removed_version_is_neither_found_counted_nor_suggested(self, engine):
        engine.rebuild([article("n1", "Secret"), article("n1", "Hidden", language="en"), article("n2", "Public")], 1)
        engine.apply([], ["n1/fr"])
        assert ask(engine, "secret", correct=False).total == 0
        assert {item.value: item.count for item in ask(engine, "").facets["language"]} == {"fr": 1, "en": 1}
        engine.apply([], ["n1/en", "never/fr"])
        assert engine.autocomplete("secr", "fr") == engine.autocomplete("hidd", "fr") == ()
        assert sorted(key for key, _ in engine.keys()) == ["n2/fr"]
        assert ask(engine, "secrt").corrected_to == ""

    def test_the_cursor_never_goes_back(self, engine):
        engine.rebuild([], cursor=10)
        engine.apply([], [], cursor=7)
        assert engine.cursor() == 10

    def test_keys_tell_stale_documents(self, engine):
        first = article("n1", "Un")
        engine.rebuild([first, article("n2", "Deux")], cursor=1)
        assert dict(engine.keys())["n1/fr"] == first.digest
        engine.apply([replace(first, title="Autre")], [])
        assert dict(engine.keys())["n1/fr"] != first.digest

    def test_a_rebuild_swaps_and_the_old_index_answers_until_then(self, engine):
        engine.rebuild([article("n1", "Ancienne")], cursor=1)
        before = engine.health().generation
        seen = []

        def documents():
            for document in many(50):
                seen.append(ask(engine, "ancienne", correct=False).total)
                yield document

        assert engine.rebuild(documents(), cursor=5, progress=lambda done: None) == 50
        assert set(seen) == {1}
        assert ask(engine, "ancienne", correct=False).total == 0
        assert ask(engine, "commun").total == 50
        assert engine.health().generation != before
        assert (engine.cursor(), engine.health().documents) == (5, 50)

    def test_a_rebuild_that_fails_leaves_the_old_index(self, engine):
        engine.rebuild([article("n1", "Ancienne")], cursor=1)

        def documents():
            yield article("n2", "Neuve")
            raise RuntimeError("the database went away")

        with pytest.raises(Exception, match="went away"):
            engine.rebuild(documents(), cursor=2)
        assert pages(ask(engine, "ancienne")) == ["n1"]
        assert engine.cursor() == 1

    def test_versions_that_come_apart_are_still_one_page(self, engine):
        engine.rebuild([article("n1", "Un"), article("n2", "Deux"), article("n1", "One", language="en")], cursor=1)
        assert ask(engine, "").total == 2
        assert sorted(key for key, _ in engine.keys()) == ["n1/en", "n1/fr", "n2/fr"]

    def test_progress_counts_documents(self, engine):
        done: list[int] = []
        engine.rebuild(many(30), 1, done.append)
        assert done[-1] == 30

    def test_text_that_no_encoding_takes_is_indexed_all_the_same(self, engine):
        engine.rebuild([article("n1", "Titre \ud800\x00 étrange", "corps\udfff " + "x" * 70_000)], cursor=1)
        assert pages(ask(engine, "étrange")) == ["n1"]

    def test_a_new_card_is_found_by_a_number_in_its_text(self, engine):
        engine.rebuild([card("c9", "Imane Tazi", "", ()), article("n1", "Permanence", "Appelez le 05 28 12 34 56.")], 1)
        assert pages(ask(engine, "+212528123456")) == ["n1"]


class RelevanceContract:
    """Mean reciprocal rank and recall, by class, on the judged queries."""

    @pytest.fixture(scope="class")
    @classmethod
    def scores(cls, make: Make):
        engine = make()
        engine.rebuild(articles(), cursor=1)

        def answers(one: Judged) -> list[str]:
            result = engine.search(SearchQuery(one.text, one.language, vocabulary=VOCABULARY, facets=()))
            return [hit.page for hit in result.hits]

        return judge(queries(), answers)

    @pytest.mark.parametrize(
        "kind",
        [
            *("all", "accents", "typing", "plural", "conjugation", "elision", "inclusive", "acronym", "place", "names"),
            *("numbers", "language", "questions", "operators"),
        ],
    )
    def test_the_right_page_comes_first(self, scores, kind):
        assert scores[kind].mrr >= 0.95, scores[kind].missed
        assert scores[kind].recall >= 0.95, scores[kind].missed
