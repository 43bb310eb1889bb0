"""Bring the catalogues up to date: `python -m tools.update_messages [--from FILE.tsv ...]`.

New messages get an entry, unused ones go. English fills itself: its messages are the ones in the code. A table for
French has `msgid<TAB>translation`, or `msgid<TAB>plural<TAB>form0<TAB>form1...`; `\\n` stands for a line break.
"""

import argparse
from pathlib import Path

from babel.messages.catalog import Catalog

from tools.catalogues import LOCALE, NAME, catalogue_files, language_of, read_catalogue, write_catalogue
from tools.extract_messages import all_messages

SOURCE_LANGUAGE = "en"
TABLE_LANGUAGE = "fr"

# Singular to its translations: one, or one for each plural form.
Table = dict[str, tuple[str, ...]]


def read_tables(files: list[Path]) -> Table:
    """Read translations from tables; ValueError names a line that is neither form."""
    table: Table = {}
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            cells = [cell.replace("\\n", "\n") for cell in line.split("\t")]
            if not line.strip():
                continue
            if len(cells) < 2:
                raise ValueError(f"{file.name}, line {number}: no tab")
            table[cells[0]] = tuple(cells[2:]) if len(cells) > 2 else (cells[1],)
    return table


def renewed(old: Catalog, language: str, table: Table) -> Catalog:
    """A catalogue of exactly the messages in use, with the translations of the table or else of the old one."""
    fresh = Catalog(locale=language, project="mission-site", version="1", fuzzy=False)
    for context, single, plural in all_messages():
        known = old.get(single, context)
        forms = table.get(single) or _forms(known.string if known else "")
        if language == SOURCE_LANGUAGE and not any(forms):
            forms = (single, plural) if plural else (single,)
        if plural:
            padded = (*forms, *[""] * fresh.num_plurals)[: fresh.num_plurals]
            fresh.add((single, plural), padded, context=context)
        else:
            fresh.add(single, forms[0] if forms else "", context=context)
    return fresh


def _forms(string) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, (tuple, list)) else (string or "",)


def main() -> None:
    """Renew every catalogue and say what is left to translate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="tables", type=Path, nargs="*", default=[], help="tables of French translations")
    table = read_tables(parser.parse_args().tables)
    for language in sorted({SOURCE_LANGUAGE, TABLE_LANGUAGE, *map(language_of, catalogue_files())}):
        file = LOCALE / language / NAME
        old = read_catalogue(file) if file.exists() else Catalog(locale=language)
        fresh = renewed(old, language, table if language == TABLE_LANGUAGE else {})
        write_catalogue(fresh, file)
        lacking = [entry for entry in fresh if entry.id and not all(_forms(entry.string))]
        print(f"{language}: {len(fresh)} messages, {len(lacking)} without translation")
        for entry in lacking:
            print(f"  {entry.id!r}")


if __name__ == "__main__":
    import django

    django.setup()
    main()
