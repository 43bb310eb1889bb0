"""Irregular French words by family: every folded form leads to one root, prefixes included (soutenir like tenir)."""

from pathlib import Path

from search.text.fold import fold

_NOUNS = """nouvel: nouveau nouveaux nouvelle nouvelles nouvel; travail: travail travaux; oeil: yeux oeil; ciel:
    ciel cieux; beau: belle belles beaux; vieux: vieille vieilles; madame: madame; blanc: blanche
    blanches; long: longue longues; public: publique publiques publics; temps: temps; emploi: emploi
    emplois; fond: fonds; grec: grecque grecques; bail: bail baux; voix: voix; prix: prix; conseiller:
    conseiller conseillers conseillere conseilleres; vitrail: vitrail vitraux; corail: corail coraux; email: email
    emails; monsieur: monsieur messieurs; sec: sec secs seche seches; frais: frais fraiche fraiches; doux: doux
    douce douces; roux: roux rousse rousses; faux: faux fausse fausses; mou: mou molle molles; fou: fou folle folles;
    bref: bref breve breves; turc: turc turcs turque turques; franc: franc francs franche franches; favori: favori
    favoris favorite favorites; copain: copain copains copine copines; maitre: maitre maitres maitresse maitresses;
    hote: hote hotes hotesse hotesses; heros: heros heroine heroines; os: os; fuit: fuite fuites; neuf: neuf neuve
    neuves; juif: juif juifs juive juives; malin: malin maligne"""


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
