"""French: stop words and roots that need no accents (plural, feminine, conjugation)."""

import re
from functools import lru_cache

from search.text.french_verbs import IRREGULAR

STOP = frozenset(
    """a ai aie ait alors apres as au aucun aussi autre autres aux avait avant avec avez avoir avons c ca car ce
    ceci cela celle celles celui cependant ces cet cette ceux chez ci combien comme comment d dans de depuis
    des deux du donc dont elle elles en encore entre es est et etaient etait etant ete etes etre eu eux fait
    fut ici il ils j je jusqu jusque l la laquelle le lequel les lesquels leur leurs lors lorsqu lorsque lui
    m ma mais me meme memes mes mon n ne ni nos notre nous on ont or ou par parce pas peut peuvent peux plus
    pour pourquoi pouvez pouvons puis puisqu puisque qu quand que quel quelle quelles quelqu quelque quels
    qui quoi quoiqu s sa sans se sera seront ses si soit son sont sous suis sur t ta te tes toi ton tous tout
    toute toutes tres tu un une vers veux vos votre vous y afin ainsi contre
    selon durant malgre envers aupres parmi hors""".split()
)
ELISIONS = frozenset("c d j l m n s t qu jusqu lorsqu puisqu quoiqu quelqu presqu".split())
INTENTS = frozenset(
    """contact contacts presse media medias journaliste journalistes porte parole telephone telephones tel
    numero numeros mobile portable mail courriel email adresse joindre contacter appeler interview
    interviewer entretien parler parle parlant responsable charge chargee attache attachee interlocuteur
    interlocutrice repondre mme mlle monsieur madame dr docteur""".split()
)
WHOM = frozenset(["qui"])
VAGUE = frozenset(
    """numero numeros mobile portable charge chargee adresse media medias entretien parler parle parlant
    journaliste journalistes""".split()
)
PRESS = frozenset("communication presse media medias porte parole".split())
_KEPT = frozenset(
    """pays parent argent client talent moment accent urgent recent agent cent enfant droit centre temps absent
    foyer loyer hiver courrier present violon guerre paix salle villa genie maire mairie papier mali mare mari vente
    sentier cahier metier paysage""".split()
)
_FEMININE = tuple(
    (re.compile(pattern), base)
    for pattern, base in (
        (r"eaux$", "eau"),
        (r"(?<=...)aux$", "al"),
        (r"(?<=..)trices?$", "teur"),
        (r"(?<=ambassad)rices?$", "eur"),
        (r"(?<=...)euses?$", "eur"),
        (r"(?<=...)eux$", "eur"),
        (r"(?<=..)ives?$", "if"),
        (r"(?<=...)ieres?$", "ier"),
        (r"(?<=..)ennes?$", "en"),
        (r"(?<=..)elles?$", "el"),
        (r"(?<=..)onnes?$", "on"),
        (r"(?<=..)antes?$", "ant"),
        (r"(?<=..)geres?$", "ger"),
        (r"(?<=..)cheres?$", "cher"),
        (r"(?<=...)annes?$", "an"),
    )
)
_KEEP_ON = frozenset("maison prison raison saison poison lecon facon garcon horizon liaison livraison".split())
_ENDINGS = sorted(
    """issaient issait issai issante issant issent isson issez isse iraient irait irai iront irez irent ira
    eraient erait erai eront eron erez erent era aient ait ai ant ent ez er ee e ir asse ames ates""".split(),
    key=len,
    reverse=True,
)
_AFTER_CONSONANT = {"it": 3, "ie": 3, "i": 3}  # ending: shortest stem before it
# We in the future and the conditional; "considérons" and its like are the present of a verb in -érer.
_FUTURE = re.compile(
    r"(?<=...)(?<!consid)(?<!recup)(?<!op)(?<!lib)(?<!gen)(?<!ins)(?<!accel)(?<!tol)(?<!mod)(?<!exag)(?<!pref)"
    r"(?<!transf)(?<!esp)(?<!alt)(?<!adh)(?<!persev)(?<!enum)(?<!remun)(?<!diff)(?<!conf)(?<!prolif)eri?ons$"
)
_PRESENT = re.compile(r"[^i]ons$")
_DRE = re.compile(r"(?<=[eor][nr]d)(re|rai[st]?|ra|ront|u|ue|i[st])$|(?<=[aeo]nd)(re|ra|ront|u|ue)$")


# Almost every page of a mission says them, or one only asks with them.
LIGHT = frozenset(
    """oim iom maroc programme programmes projet projets site page pages article articles actualite actualites
    info infos information informations savoir trouver existe existent peux pourrais pourrait voudrais voudrait
    aimerais veut veulent souhaite passe faut faire fais font besoin svp merci bonjour""".split()
)


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """What the inflected forms of a folded word share; not a word of the dictionary."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < 4 or not word.isalpha() or word in _KEPT:
        return word
    for pattern, base in _FEMININE:
        changed = pattern.sub(base, word)
        if changed != word:
            word = changed
            break
    if stem := _before_ons(word):
        return _tidy(stem)
    if word[-1] in "sx" and not word.endswith("ss"):
        word = word[:-1]
    return word if word in _KEPT else IRREGULAR.get(word) or _tidy(_without_ending(word))


def _before_ons(word: str) -> str:
    """The stem of a verb that says "we"; empty when the word is none."""
    if (stem := _FUTURE.sub("", word)) != word:
        return stem
    return word[:-3] if len(word) >= 6 and _PRESENT.search(word) and word[:-1] not in _KEEP_ON else ""


def _without_ending(word: str) -> str:
    """Without the ending of a regular verb, or a final e."""
    if changed := _DRE.sub("", word):
        if changed != word:
            return changed
    for ending, shortest in _AFTER_CONSONANT.items():
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= shortest and stem[-1] not in "aeiouy":
            return stem
    for ending in _ENDINGS:
        shortest = 4 if ending == "ant" else 3
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)]
    return word[:-1] if word.endswith("a") and len(word) > 4 and word[-2] not in "aeiouy" else word


def _tidy(stem: str) -> str:
    """One stem where spelling wavers: engage-ons, essai-e, étudi-er, appell-e."""
    if stem.endswith("ge"):
        stem = stem[:-1]
    if stem.endswith("y"):
        stem = stem[:-1] + "i"
    if len(stem) > 4 and stem[-1] == "i" and stem[-2] not in "aeiouy":
        stem = stem[:-1]
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiouy" else stem


# Suffix: the shortest stem before it.
_DERIVED = {"ation": 3, "ition": 4, "ateur": 4, "iteur": 4, "atif": 4, "atoir": 3, "issem": 3, "em": 3}
_DERIVED |= {"eur": 4, "anc": 4, "enc": 4, "abl": 4, "ag": 4, "al": 4}


@lru_cache(maxsize=1 << 16)
def family(word: str) -> str:
    """What a verb, its noun and its agent share: réintégrer and réintégration, migrant and migration."""
    stem = root(word)
    for suffix, shortest in _DERIVED.items():
        if stem.endswith(suffix) and len(stem) - len(suffix) >= shortest:
            return stem[: -len(suffix)]
    return stem
