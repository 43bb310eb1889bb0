"""The names of the fields of the index, the same in both engines."""

PAGE = "page"
LANGUAGE = "language"
CARD = "card"
NAMES = "names"
SOUND = "sound"
PHONES = "phones"
KEY = "key"
DAY = "day"
WEIGHT = "weight"
SOURCE = "source"

# One of each per language.
TITLE = "title"  # analysed by the engine
LEAD = "lead"
TEXT = "text"  # lead, body, topics and names
FILE = "file"  # attachments
EXACT_TITLE = "exact_title"  # folded, not stemmed
EXACT = "exact"  # the whole version
FAMILY = "family"  # word families of the whole version, each once: what decides whether it matches
TOPIC = "topic"  # roots of the topics and of the date
BEGINNING = "beginning"  # beginnings of the words of title and names
PER_LANGUAGE_STEMMED = (TITLE, LEAD, TEXT, FILE)
PER_LANGUAGE_FOLDED = (EXACT_TITLE, EXACT)
PER_LANGUAGE_BAGS = (FAMILY, TOPIC, BEGINNING)


def of(name: str, language: str) -> str:
    """The field of one language."""
    return f"{name}_{language.replace('-', '_')}"


def facet(name: str) -> str:
    """The field of a facet; the language has one of its own."""
    return LANGUAGE if name == LANGUAGE else "facet_" + name.replace("-", "_")
