"""English: stop words and roots that need no accents, irregular verbs and both spellings (-ise, -ize) included."""

from functools import lru_cache

STOP = frozenset(
    """a about above after again all also am an and any are as at be because been before being between both but
    by can could did do does doing done for from further had has have having he her here hers him his how i
    if in into is it its itself just me more most my no nor not of off on once only or other our ours out
    over own please same she should so some such tell than that the their theirs them then there these they
    this those through to too under until up us very was we were what when where which while who whom why
    will with would you your yours s t d ll m re ve don""".split()
)
INTENTS = frozenset(
    """contact contacts press media journalist journalists spokesperson spokespeople spokesman spokeswoman
    telephone phone number mobile email mail interview call speak speaks speaking talk ask reach officer
    desk mr mrs ms dr responsible charge comment""".split()
)
WHOM = frozenset("who whom someone somebody anyone anybody".split())
VAGUE = frozenset(
    """number mobile call ask talk media charge comment speak speaks speaking journalist
    journalists""".split()
)
# Almost every page of a mission says them, or one only asks with them.
LIGHT = frozenset(
    """oim iom morocco programme programmes program programs project projects site website page pages article
    articles information info news know find want wants wanted need needs get happen happens happened many much
    please hello thanks whose""".split()
)
PRESS = frozenset("communication communications press media spokesperson spokesman spokeswoman".split())
_IRREGULAR = """analysis:analyses basis:bases crisis:crises be:am,is,are,was,were,been,being become:became
    begin:began,begun break:broke,broken bring:brought build:built buy:bought catch:caught
    child:children choose:chose,chosen come:came cut:cutting deal:dealt do:did,done,does draw:drew,drawn
    drive:drove,driven eat:ate,eaten fall:fell,fallen feel:felt fight:fought find:found flee:fled
    fly:flew,flown foot:feet forbid:forbade,forbidden forget:forgot,forgotten get:got,gotten
    give:gave,given go:went,gone,goes grow:grew,grown have:has,had hear:heard hide:hid,hidden hold:held
    keep:kept know:knew,known lead:led learn:learnt leave:left lend:lent life:lives lose:lost make:made
    man:men mean:meant meet:met pay:paid person:people,persons rise:rose,risen run:ran say:said
    see:saw,seen seek:sought sell:sold send:sent shake:shook,shaken show:shown sit:sat
    speak:spoke,spoken spend:spent stand:stood steal:stole,stolen swim:swam,swum take:took,taken
    teach:taught tell:told think:thought understand:understood wear:wore,worn wife:wives win:won
    woman:women write:wrote,written tooth:teeth goose:geese mouse:mice loaf:loaves shelf:shelves half:halves
    knife:knives calf:calves wolf:wolves thief:thieves criterion:criteria phenomenon:phenomena hypothesis:hypotheses
    thesis:theses sew:sewn dig:dug feed:fed bleed:bled lay:laid light:lit spin:spun stick:stuck strike:struck
    sweep:swept sleep:slept shoot:shot sing:sang,sung sink:sank,sunk ring:rang,rung drink:drank,drunk bind:bound
    bear:bore,born,borne beat:beaten bend:bent bite:bit,bitten blow:blew,blown throw:threw,thrown tear:tore,torn
    shrink:shrank,shrunk wake:woke,woken ride:rode,ridden freeze:froze,frozen overcome:overcame
    undergo:underwent,undergone withdraw:withdrew,withdrawn uphold:upheld rebuild:rebuilt repay:repaid
    die:died,dying,dies lie:lied,lying,lies tie:tied,tying,ties oversee:oversaw,overseen foresee:foresaw,foreseen
    mislead:misled overtake:overtook,overtaken undertake:undertook,undertaken creep:crept weep:wept cling:clung
    hang:hung flee:flees,fleeing sow:sown shut:shutting quit:quitting""".split()
IRREGULAR = {
    form: base for base, _, forms in (entry.partition(":") for entry in _IRREGULAR) for form in forms.split(",")
}
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=1 << 15)
def root(word: str) -> str:
    """What the inflected forms of a folded word share."""
    if word in IRREGULAR:
        return root(IRREGULAR[word])
    if len(word) < 4 or not word.isalpha():
        return word
    word = _singular(word)
    word = IRREGULAR.get(word, word)
    for ending in ("ing", "ed"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= 3 and _VOWELS & set(stem):
            word = stem
            break
    return _spelling(word)


def _singular(word: str) -> str:
    """Without the plural of nouns and the third person of verbs."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _spelling(word: str) -> str:
    """One spelling where British and American differ, and no ending that only some forms have."""
    word = word.replace("iz", "is").replace("yz", "ys")
    if word.endswith("tre"):
        word = word[:-2] + "er"
    if word.endswith("our") and len(word) > 4:
        word = word[:-2] + "r"
    if word.endswith("e") and len(word) > 3:
        word = word.rstrip("e")
    if word.endswith("y") and len(word) > 3:
        word = word[:-1] + "i"
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in _VOWELS else word


_SHORTEST = {"ion": 5}  # letters before an ending: a station is no state, a mission no miss
_DERIVED = tuple("ation ition ment anc enc ativ abl ant ent at ion iv er or al iti li".split())


@lru_cache(maxsize=1 << 15)
def family(word: str) -> str:
    """What a verb, its noun and its agent share: reintegrate and reintegration, migrant and migration."""
    stem = root(word)
    for suffix in _DERIVED:
        if stem.endswith(suffix) and len(stem) - len(suffix) >= _SHORTEST.get(suffix, 4):
            stem = stem[: -len(suffix)]
            break
    return stem[:-1] + "i" if stem.endswith("y") and len(stem) > 3 else stem
