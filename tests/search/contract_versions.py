"""What every engine promises of pages in several languages and of questions that filters leave without results."""

import datetime as dt

from search.engines.base import SearchEngine, SearchResult
from tests.search.contract import StandingLibrary, ask
from tests.search.samples import article, card


def texts() -> list:
    """A page in two languages whose English text alone has the word, one in English only, a card in both."""
    both = {"date": dt.date(2024, 1, 1), "facets": {"programme": ("avrr",)}}
    return [
        article("v1", "Le port de pêche", "Des barques.", lead="Au bord de la mer.", kind="story", **both),
        article("v1", "The fishing harbour", "Lighthouse keepers live here.", "en", kind="story", **both),
        article("v2", "A lighthouse", "The only lighthouse.", "en", kind="release"),
        article("v3", "Le quai", "Des barques et un phare.", kind="story"),
        card("v4", "Responsable du port", "", ("Pêche",)),
    ]


class VersionsContract(StandingLibrary):
    """Promises about which version of a page is shown, found, suggested and counted."""

    documents = staticmethod(texts)

    @staticmethod
    def ask(engine: SearchEngine, text: str, language: str = "fr", **more) -> SearchResult:
        return ask(engine, text, language, correct=False, **more)

    def test_a_page_found_in_another_version_is_shown_in_the_readers(self, engine):
        hit = next(hit for hit in self.ask(engine, "lighthouse").hits if hit.page == "v1")
        assert (hit.language, hit.title, hit.url) == ("fr", "Le port de pêche", "/fr/v1/")
        assert (hit.found_in, hit.is_other_language) == ("en", True)
        assert hit.extract_html == "Au bord de la mer."

    def test_a_page_that_has_one_version_only_is_shown_in_it(self, engine):
        hit = next(hit for hit in self.ask(engine, "lighthouse").hits if hit.page == "v2")
        assert (hit.language, hit.found_in, hit.versions) == ("en", "en", ("en",))

    def test_who_chose_a_language_gets_the_version_in_it(self, engine):
        hits = self.ask(engine, "lighthouse", filters={"language": ("en",)}).hits
        assert {(hit.page, hit.language) for hit in hits} == {("v1", "en"), ("v2", "en")}
        assert {hit.page: set(hit.versions) for hit in hits}["v1"] == {"fr", "en"}

    def test_a_suggestion_stands_in_the_readers_language_where_the_page_has_it(self, engine):
        found = {one.page: one for one in engine.autocomplete("harb", "fr")}
        assert (found["v1"].title, found["v1"].url, found["v1"].language) == ("Le port de pêche", "/fr/v1/", "fr")
        found = {one.page: one for one in engine.autocomplete("lighth", "fr")}
        assert (found["v2"].title, found["v2"].language) == ("A lighthouse", "en")

    def test_a_suggested_card_brings_the_name_of_its_holder(self, engine):
        (found,) = engine.autocomplete("respon", "fr")
        assert (found.is_card, found.names) == (True, ("Responsable du port",))

    def test_filters_that_leave_nothing_leave_the_other_choices_counted(self, engine):
        result = self.ask(engine, "barques", filters={"kind": ("release",)})
        assert result.total == 0
        kinds = {value.value: (value.count, value.is_selected) for value in result.facets["kind"]}
        assert kinds == {"story": (2, False), "release": (0, True)}
