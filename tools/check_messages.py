"""Are the message catalogues complete, in use and consistent? `python -m tools.check_messages`; exit code 1 if not."""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry

from tools.catalogues import LOCALE, catalogue_files, language_of, read_catalogue
from tools.extract_messages import Message, all_messages

PLACEHOLDER = re.compile(r"%\(\w+\)[#0\- +]*\d*(?:\.\d+)?[a-z]|%(?:\.\d+)?[sdifr]|\{\w*(?::[^}]*)?\}")
PLURAL_OPTIONAL = 1


def faults(folder: Path = LOCALE) -> Iterator[str]:
    """Describe, a line each, what is missing or wrong in each catalogue."""
    wanted = all_messages()
    files = catalogue_files(folder)
    if not files:
        yield "there are no catalogues"
    for file in files:
        catalogue = read_catalogue(file)
        language = language_of(file)
        for message, places in wanted.items():
            for fault in _faults_of(message, catalogue):
                yield f"{language}: {message[1]!r} ({places[0]}) {fault}"
        used = {(context, single) for context, single, _plural in wanted}
        for entry in catalogue:
            if entry.id and (entry.context, _single(entry)) not in used:
                yield f"{language}: {_single(entry)!r} is translated but no longer used"


def _single(entry: Entry) -> str:
    return entry.id[0] if isinstance(entry.id, (tuple, list)) else str(entry.id)


def _faults_of(message: Message, catalogue: Catalog) -> Iterator[str]:
    context, single, plural = message
    entry = catalogue.get(single, context)
    if entry is None or not entry.string:
        yield "is not translated"
        return
    if entry.fuzzy:
        yield "is translated but marked fuzzy"
    forms = entry.string if isinstance(entry.string, (tuple, list)) else (entry.string,)
    if plural and len(forms) < catalogue.num_plurals or not all(forms):
        yield "lacks a plural form"
    yield from _placeholder_faults(single, plural, forms)


def _placeholder_faults(single: str, plural: str | None, forms) -> Iterator[str]:
    """A form may leave out a number that its words say, never bring a placeholder that has no value."""
    known = set(PLACEHOLDER.findall(single)) | set(PLACEHOLDER.findall(plural or ""))
    for form in forms:
        has = set(PLACEHOLDER.findall(form))
        if has - known:
            yield f"has a placeholder without value: {', '.join(sorted(has - known))}"
        elif known - has and not plural:
            yield f"loses the placeholder {', '.join(sorted(known - has))}"


def main() -> int:
    """Print every fault; 1 when there is one."""
    found = list(faults())
    for fault in found:
        print(fault)
    print(f"{len(found)} faults in the message catalogues" if found else "message catalogues are complete")
    return 1 if found else 0


if __name__ == "__main__":
    import django

    django.setup()
    raise SystemExit(main())
