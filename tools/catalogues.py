"""Read and write the message catalogues in locale/, with Babel: a bare machine has no gettext programs."""

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

LOCALE = Path(__file__).resolve().parent.parent / "locale"
NAME = "LC_MESSAGES/django.po"
# A date that does not move: the history of a catalogue is in git.
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)


def catalogue_files(folder: Path = LOCALE) -> list[Path]:
    """The catalogues of all languages, in the order of their codes."""
    return sorted(folder.glob(f"*/{NAME}"))


def language_of(file: Path) -> str:
    """Language code of a catalogue, from its folder."""
    return file.parent.parent.name


def read_catalogue(file: Path) -> Catalog:
    """Parse one catalogue; babel's PoFileError when it is malformed."""
    with file.open("rb") as source:
        return read_po(source, locale=language_of(file), abort_invalid=True)


def write_catalogue(catalogue: Catalog, file: Path) -> None:
    """Write a catalogue so that the same content gives the same bytes: sorted, without line numbers or dates."""
    file.parent.mkdir(parents=True, exist_ok=True)
    catalogue.header_comment = f"# Messages of the site: {language_of(file)}. Renewed by `make messages`."
    catalogue.creation_date = catalogue.revision_date = WRITTEN
    catalogue.last_translator = catalogue.language_team = catalogue.msgid_bugs_address = ""
    with file.open("wb") as target:
        write_po(target, catalogue, width=120, omit_header=False, sort_output=True, no_location=True)
