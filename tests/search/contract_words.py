"""What every engine promises of words that no page has, of choices that leave nothing, and of what it marks."""

import pytest

from search.engines.base import SearchEngine, SearchResult
from tests.search.contract import StandingLibrary, ask, pages
from tests.search.samples import article, card


def texts() -> list:
    """Pages whose words are near to others that exist, and facets that hold some words of a question each."""
    east, west = ({"facets": {"programme": (name,)}} for name in ("avrr", "rdpp"))
    return [
        article("w1", "La subvention de départ", "Un grant, en anglais. Il faut gain et patience.", **east),
        article("w2", "Le four du village", "Cinq mille pains par an, cuits pour deux cents familles.", **east),
        article("w3", "Les gnaouas d’Essaouira", "Le maroc des musiciens et de la traite.", **west),
        article("w4", "Récolte record", "La coopérative a livré 5 800 caisses, puis 3.400 litres.", **west),
        article("w5", "Le port de Tanger", "Des officiers formés.", **west),
        article("w6", "Le port de Nador", "Des barques.", **east),
        article("w7", "Les sages-femmes de l’hôpital", "Le Royaume-Uni a payé leur royaume de papier.", **east),
        card("w8", "Claire Morin", "", ("Traite",)),
        article("w9", "Le départ", "Le car part à 17 h 40 et roule 300km."),
        article("w10", "Docteur référent", kind="contact", names=("Anas Filali",), is_card=True),
    ]


class WordsContract(StandingLibrary):
    """Promises about what is corrected, what is proposed, what filters decide and what is marked."""

    documents = staticmethod(texts)

    @staticmethod
    def marked(result: SearchResult, page: str) -> str:
        """Title and extract of a page among the results."""
        hit = next(hit for hit in result.hits if hit.page == page)
        return f"{hit.title_html} {hit.extract_html}"

    @pytest.mark.parametrize("text", ["Ghana", "Gabon", "gabon", "color", "Paul Colore"])
    def test_a_word_two_errors_away_is_never_taken_for_another(self, engine: SearchEngine, text: str):
        assert ask(engine, text).corrected_to == ""

    @pytest.mark.parametrize(
        ("text", "meant"),
        [("recolet record", "récolte record"), ("cooperatve", "coopérative"), ("coopratvie", "coopérative")],
    )
    def test_what_was_surely_meant_is_corrected(self, engine: SearchEngine, text: str, meant: str):
        assert ask(engine, text).corrected_to == meant

    def test_a_foreign_name_is_found_in_another_spelling(self, engine: SearchEngine):
        assert pages(ask(engine, "gnawas"))[0] == "w3"

    def test_words_run_together_are_parted_where_both_exist(self, engine: SearchEngine):
        assert pages(ask(engine, "sagefemme"))[0] == "w7"
        assert ask(engine, "patienceure").corrected_to == ""

    def test_a_word_that_only_joins_others_is_never_corrected(self, engine: SearchEngine):
        result = ask(engine, "village pour enfants inconnus")
        assert "four" not in result.corrected_to

    def test_a_correction_that_finds_nothing_is_not_claimed(self, engine: SearchEngine):
        result = ask(engine, "Marc Delorme")
        assert (result.corrected_to, result.total) == ("", 0)

    def test_what_may_have_been_meant_is_proposed(self, engine: SearchEngine):
        result = ask(engine, "fuor")
        assert "four" in (result.corrected_to, result.suggestion)
        assert ask(engine, "gabon").suggestion in ("", "gain")

    def test_a_choice_never_changes_what_the_words_mean(self, engine: SearchEngine):
        free = ask(engine, "officiers tanger")
        assert pages(free) == ["w5"]
        chosen = ask(engine, "officiers tanger", filters={"programme": ("avrr",)})
        assert (chosen.total, chosen.is_partial) == (0, False)
        promised = {one.value: one.count for one in chosen.facets["programme"]}
        for value, count in promised.items():
            assert ask(engine, "officiers tanger", filters={"programme": (value,)}).total == count

    def test_counts_of_some_of_the_words_hold_when_they_are_chosen(self, engine: SearchEngine):
        result = ask(engine, "port fourneau", correct=False)
        assert result.is_partial
        for one in result.facets["programme"]:
            chosen = ask(engine, "port fourneau", correct=False, filters={"programme": (one.value,)})
            assert chosen.total == one.count

    @pytest.mark.parametrize(("text", "written"), [("5800 caisses", "5 800"), ("3400 litres", "3.400")])
    def test_a_number_is_marked_as_the_text_writes_it(self, engine: SearchEngine, text: str, written: str):
        shown = self.marked(ask(engine, text), "w4").replace("\u202f", " ").replace("\xa0", " ")
        assert f"<mark>{written}</mark>" in shown

    def test_half_of_a_number_in_words_is_not_marked(self, engine: SearchEngine):
        shown = self.marked(ask(engine, "5000 pains"), "w2")
        assert "<mark>Cinq</mark>" in shown and "<mark>mille</mark>" in shown
        assert "<mark>deux</mark>" not in self.marked(ask(engine, "2200 familles village", correct=False), "w2")

    def test_words_that_only_join_others_are_not_marked(self, engine: SearchEngine):
        shown = self.marked(ask(engine, "le port de Tanger"), "w5")
        assert "<mark>port</mark>" in shown and "<mark>Le</mark>" not in shown and "<mark>de</mark>" not in shown

    def test_a_number_with_its_unit_is_found_however_it_is_spaced(self, engine: SearchEngine):
        assert pages(ask(engine, "17h40"))[:1] == ["w9"]
        assert pages(ask(engine, "300 km"))[:1] == ["w9"]

    def test_a_profession_alone_is_what_one_looks_for(self, engine: SearchEngine):
        assert pages(ask(engine, "docteur", cards_only=True)) == ["w10"]
