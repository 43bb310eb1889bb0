"""The words of the embedded index: which it has, and which lie close to a word it has not."""

from collections.abc import Iterator
from string import ascii_lowercase

from search.engines.embedded.native import Query, stored
from search.engines.embedded.snapshots import Snapshot, Snapshots
from search.engines.pages import PageRecord
from search.plan import fields
from search.text import spelling
from search.text.sounds import sound
from search.text.spelling import Candidate
from search.text.words import folded_words, plain

_ENOUGH = 3  # candidates one error away that make looking two errors away needless
_SHARED = 2  # first letters that most misspelt words have right
_LONG = 5  # letters of a word that is told from others by its next two
_SAME_SOUND = 20  # pages read for names that sound alike
_OTHER_LANGUAGE = 3  # times less: a reader mostly types words of the language of the page


class Words:
    """Looks into the term lists of one snapshot; nothing is kept in memory."""

    def __init__(self, snapshots: Snapshots, snapshot: Snapshot) -> None:
        self.snapshots = snapshots
        self.searcher = snapshot.searcher
        self.fields = (*(fields.of(fields.EXACT, code) for code in snapshots.kinds), fields.NAMES)

    def known(self, words: tuple[str, ...], as_they_are: bool = False) -> frozenset[str]:
        """Words that some page holds as they are or as a name, or else in another form."""
        return frozenset(word for word in words if any(self._is_held(*form) for form in self._forms(word, as_they_are)))

    def _forms(self, word: str, as_they_are: bool) -> Iterator[tuple[str, str]]:
        yield fields.NAMES, word
        for code, kind in self.snapshots.kinds.items():
            yield fields.of(fields.EXACT, code), word
            if not as_they_are:
                yield fields.of(fields.FAMILY, code), kind.family(word)

    def _is_held(self, field: str, term: str) -> bool:
        """A page that is still there has it; the term list alone remembers removed pages for a while."""
        if not self.searcher.doc_freq(field, term):
            return False
        query = Query.term_query(self.snapshots.schema, field, term)
        return bool(self.searcher.search(query, 1, count=False).hits)

    def near(self, word: str, language: str, errors: int) -> list[Candidate]:
        """Words one error away, else two errors away; the unfinished; names that sound the same."""
        alike = self._starting(word[:_SHARED])
        terms = {term for term in spelling.one_error(word, _SHARED) if self._has(term)}
        terms.update(spelling.close_terms(word, alike, 1), self._same_sound(word))
        if len(terms) < _ENOUGH and min(errors, spelling.reach(word)) > 1:
            terms.update(spelling.close_terms(word, alike, 2))
            if not terms:
                terms.update(spelling.close_terms(word, self._starting_elsewhere(word), 2))
        if errors > 1:
            terms.update([term for term in sorted(alike) if term.startswith(word)][:20])
        return [self._weighed(term, language) for term in terms]

    def _has(self, term: str) -> bool:
        return any(self.searcher.doc_freq(field, term) for field in self.fields)

    def _starting(self, letters: str) -> set[str]:
        """All words that begin like this."""
        found: set[str] = set()
        for name in self.fields:
            found.update(term for term, _ in self.searcher.terms_with_prefix(name, letters))
        return found

    def _starting_elsewhere(self, word: str) -> set[str]:
        """Words with an error in the first two letters, and perhaps another later."""
        heads = {word[:1], word[1] + word[0]}
        if len(word) > _LONG:
            heads.update(letter + word[start : start + 2] for letter in ascii_lowercase for start in (0, 1))
        return set().union(*(self._starting(head) for head in heads))

    def _same_sound(self, word: str) -> set[str]:
        """Names that sound the same whatever their letters."""
        query = Query.term_query(self.snapshots.schema, fields.SOUND, sound(word))
        names: set[str] = set()
        for _, where in self.searcher.search(query, _SAME_SOUND, count=False).hits:
            record = PageRecord.from_json(stored(self.searcher, where, fields.SOURCE))
            for name in record.last["names"]:
                names.update(part for part in folded_words(plain(name)) if sound(part) == sound(word))
        return names

    def _weighed(self, term: str, language: str) -> Candidate:
        """How common a word is; in the reader's language more so."""
        names, texts = self.searcher.doc_freq(fields.NAMES, term), 0
        titles = names
        for code in self.snapshots.kinds:
            share = 1 if code == language else _OTHER_LANGUAGE
            titles += -(-self.searcher.doc_freq(fields.of(fields.EXACT_TITLE, code), term) // share)
            texts += -(-self.searcher.doc_freq(fields.of(fields.EXACT, code), term) // share)
        return Candidate(term, titles, texts, bool(names))
