"""The words of the embedded index: which it has, and which lie close to a word it has not."""

from collections.abc import Iterator

from search.engines.embedded.native import Query
from search.engines.embedded.snapshots import Snapshot, Snapshots
from search.engines.pages import PageRecord
from search.plan import fields
from search.text import spelling
from search.text.sounds import sound
from search.text.spelling import Candidate
from search.text.words import folded_words, plain

_ENOUGH = 3  # candidates one error away that make looking two errors away needless
_SAME_SOUND = 20  # pages read for names that sound alike
_OTHER_LANGUAGE = 3  # times less: a reader mostly types words of the language of the page


class Words:
    """Looks into the term lists of one snapshot; nothing is kept in memory."""

    def __init__(self, snapshots: Snapshots, snapshot: Snapshot) -> None:
        self.snapshots = snapshots
        self.searcher = snapshot.searcher

    def known(self, words: tuple[str, ...]) -> frozenset[str]:
        """Words that some page holds as they are, in another form, or as a name."""
        return frozenset(word for word in words if any(self._forms(word)))

    def _forms(self, word: str) -> Iterator[int]:
        yield self.searcher.doc_freq(fields.NAMES, word)
        for code, kind in self.snapshots.kinds.items():
            yield self.searcher.doc_freq(fields.of(fields.EXACT, code), word)
            yield self.searcher.doc_freq(fields.of(fields.FAMILY, code), kind.family(word))
            for term in self.snapshots.analysers[code].analyze(word)[:1]:
                yield self.searcher.doc_freq(fields.of(fields.TEXT, code), term)

    def near(self, word: str, language: str) -> list[Candidate]:
        """Every word one error away; two errors away with the same beginning; the unfinished; names by sound."""
        terms = {term for term in spelling.one_error(word) if self._has(term)}
        terms.update(self._same_sound(word))
        if len(terms) < _ENOUGH and spelling.reach(word) > 1:
            terms.update(spelling.close_terms(word, self._starting(word[:2]) or ()))
            if not terms:
                terms.update(spelling.close_terms(word, {*self._starting(word[:1]), *self._starting(word[1:2])}))
        terms.update(list(self._starting(word))[:20])
        return [self._weighed(term, language) for term in terms]

    def _has(self, term: str) -> bool:
        exact = (fields.of(fields.EXACT, code) for code in self.snapshots.kinds)
        return any(self.searcher.doc_freq(field, term) for field in (*exact, fields.NAMES))

    def _starting(self, letters: str) -> set[str]:
        """All words that begin like this."""
        found: set[str] = set()
        for name in (*(fields.of(fields.EXACT, code) for code in self.snapshots.kinds), fields.NAMES):
            found.update(term for term, _ in self.searcher.terms_with_prefix(name, letters))
        return found

    def _same_sound(self, word: str) -> set[str]:
        """Names that sound the same whatever their letters."""
        query = Query.term_query(self.snapshots.schema, fields.SOUND, sound(word))
        names: set[str] = set()
        for _, where in self.searcher.search(query, _SAME_SOUND, count=False).hits:
            record = PageRecord.from_json(bytes(self.searcher.doc(where).get_first(fields.SOURCE)))
            for name in record.last["names"]:
                names.update(part for part in folded_words(plain(name)) if sound(part) == sound(word))
        return names

    def _weighed(self, term: str, language: str) -> Candidate:
        """How common a word is; in the reader's language more so."""
        titles, texts = self.searcher.doc_freq(fields.NAMES, term), 0
        for code in self.snapshots.kinds:
            share = 1 if code == language else _OTHER_LANGUAGE
            titles += -(-self.searcher.doc_freq(fields.of(fields.EXACT_TITLE, code), term) // share)
            texts += -(-self.searcher.doc_freq(fields.of(fields.EXACT, code), term) // share)
        return Candidate(term, titles, texts)
