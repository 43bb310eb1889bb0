"""Irregular French words by family: every folded form leads to one root, prefixes included (soutenir like tenir)."""

from pathlib import Path

from search.text.fold import fold

_NOUNS = """nouvel: nouveau nouveaux nouvelle nouvelles nouvel; travail: travail travaux; oeil: yeux oeil; ciel:
    ciel cieux; beau: belle belles beaux; vieux: vieille vieilles; madame: madame; blanc: blanche
    blanches; long: longue longues; public: publique publiques publics; temps: temps; emploi: emploi
    emplois; fond: fonds; grec: grecque grecques; bail: bail baux; voix: voix; prix: prix; conseiller:
    conseiller conseillers conseillere conseilleres"""


def _verbs() -> dict[str, str]:
    """Every form in the table beside this file and its root; a form that two families share keeps the first."""
    forms: dict[str, str] = {}
    table = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    for line in table.splitlines()[1:]:
        family, prefixes, endings = (part.split() for part in line.split("|"))
        for prefix in ("" if prefix == "-" else fold(prefix) for prefix in prefixes):
            forms.update({prefix + ending: prefix + family[0] for ending in endings if prefix + ending not in forms})
    return forms


def _nouns() -> dict[str, str]:
    """Plurals and feminines that no rule makes."""
    entries = (entry.split(":") for entry in _NOUNS.split(";"))
    return {form: base.strip() for base, forms in entries for form in forms.split()}


IRREGULAR = _verbs() | _nouns()
