"""What the database fallback may know of a reader's text: its words, cleaned by the query plan."""

from .text.clean import clean_query

MOST_WORDS = 6
LONGEST = 60


def plain_words(text: str) -> list[str]:
    """Return at most six words of the cleaned text, none longer than sixty characters."""
    return [word[:LONGEST] for word in clean_query(text).split()[:MOST_WORDS]]
