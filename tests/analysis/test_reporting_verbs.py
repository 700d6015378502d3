"""The reporting verbs of all languages follow one inventory: what one language has, the others have too."""

from __future__ import annotations

import pytest

from analysis.resources import languages, rows

PUBLIC = """acknowledge add admit affirm agree allege announce argue assert bet boast certify claim comment complain
concede confess confide confirm contend convey declare deny disclose exclaim explain forecast foretell guarantee hint
insist maintain mention object predict proclaim promise pronounce prophesy protest remark repeat reply report retort say
state submit suggest swear testify vow warn write"""
PRIVATE = """accept anticipate ascertain assume believe calculate check conclude conjecture consider decide deduce deem
demonstrate determine discern discover doubt dream ensure establish estimate expect fancy fear feel find foresee forget
gather guess hear hold hope imagine imply indicate infer insure judge know learn mean note notice observe perceive
presume presuppose pretend prove realize reason recall reckon recognize reflect remember reveal see sense show signify
suppose suspect think understand"""
SUASIVE = """agree allow arrange ask beg command concede decide decree demand desire determine enjoin ensure entreat
grant insist instruct intend move ordain order pledge pray prefer pronounce propose recommend request require resolve
rule stipulate suggest urge vote"""
"""Factual and suasive verbs: Quirk, Greenbaum, Leech & Svartvik 1985, §16.31 and §16.32."""
NO_REPORT = """allow arrange check desire ensure forget gather grant insure intend mean move ordain see signify vote"""
"""Of these, verbs that tell what is done, perceived or meant to be done, not what somebody says or thinks."""

CONCEPTS = """
da|de|en|fr|nb|nn|ro|sv
accepterer|akzeptieren|accept|accepter|aksepterer|aksepterer|acceptă|accepterar
anerkender|anerkennen|acknowledge|reconnaître|anerkjenner|anerkjenner|recunoaște|erkänner
antager|annehmen|assume|supposer|antar|antek|presupune|antar
attesterer|bescheinigen|certify|attester|attesterer|attesterer|atestă|attesterar
bekræfter|bestätigen|confirm|confirmer|bekrefter|stadfestar|confirmă|bekräftar
benægter|leugnen|deny|nier|benekter|benektar|neagă|förnekar
beregner|berechnen|calculate|calculer|beregner|bereknar|calculează|beräknar
befaler|befehlen|command|ordonner|befaler|befaler|poruncește|befaller
beretter|berichten|report|rapporter|beretter|fortel|consemnează|berättar
betror|anvertrauen|confide|confier|betror|betror|destăinuie|anförtror
beviser|beweisen|prove|prouver|beviser|beviser|dovedește|bevisar
bønfalder|anflehen|implore|implorer|bønnfaller|bønfell|imploră|bönfaller
drømmer|träumen|dream|rêver|drømmer|drøymer|visează|drömmer
er bekymret for|besorgt sein|be worried|être inquiet|er bekymret for|er uroa for|este îngrijorat|är orolig för
er enig i|zustimmen|agree|être d'accord|er enig i|er einig i|este de acord|håller med om
er overbevist om|überzeugt sein|be convinced|être convaincu|er overbevist om|er overtydd om|este convins|är övertygad om
er sikker på|sich sicher sein|be confident|être sûr|er sikker på|er sikker på|este sigur|är säker på
erfarer|erfahren|learn|apprendre|erfarer|erfarer|află|erfar
fastholder|festhalten|maintain|maintenir|fastholder|held fast ved|susține|vidhåller
finder|finden|find|trouver|finner|finn|găsește|finner
foreskriver|vorschreiben|stipulate|stipuler|foreskriver|føreskriv|stipulează|föreskriver
forestiller sig|sich vorstellen|imagine|imaginer|forestiller seg|førestiller seg|își imaginează|föreställer sig
foretrækker|bevorzugen|prefer|préférer|foretrekker|føretrekkjer|preferă|föredrar
formoder|mutmassen|conjecture|conjecturer|formoder|formodar|bănuiește|förmodar
forudser|vorhersehen|anticipate|prévoir|forutser|føreser|prevede|förutser
forudsiger|vorhersagen|predict|prédire|forutsier|føreseier|prezice|förutspår
forudsætter|voraussetzen|presuppose|présupposer|forutsetter|føreset|presupune|förutsätter
garanterer|garantieren|guarantee|garantir|garanterer|garanterer|garantează|garanterar
gør det klart|deutlich machen|make clear|souligner|gjør det klart|gjer det klart|clarifică|klargör
gør gældende|geltend machen|submit|faire valoir|gjør gjeldende|gjer gjeldande|susține|gör gällande
gør opmærksom på|aufmerksam machen|point out|faire remarquer|gjør oppmerksom på|gjer merksam på|atrage atenția|pekar på
henviser til|verweisen|point to|faire état de|viser til|viser til|face referire la|hänvisar till
husker|erinnern|recall|se souvenir|husker|hugsar|își amintește|minns
hører|hören|hear|entendre|hører|høyrer|aude|hör
indikerer|signalisieren|indicate|indiquer|indikerer|indikerer|indică|indikerar
indser|einsehen|realize|se rendre compte|innser|innser|își dă seama|inser
indvender|einwenden|object|objecter|innvender|innvender|obiectează|invänder
insisterer|beharren|insist|insister|insisterer|insisterer|insistă|insisterar
konkluderer|folgern|conclude|conclure|konkluderer|konkluderer|conchide|drar slutsatsen
lader forstå|zu verstehen geben|let slip|laisser entendre|lar forstå|let forstå|dă de înțeles|låter förstå
lægger mærke til|wahrnehmen|notice|s'apercevoir|legger merke til|legg merke til|observă|lägger märke till
medgiver|einräumen|concede|concéder|medgir|medgir|admite|medger
mistænker|vermuten|suspect|soupçonner|mistenker|mistenkjer|suspectează|misstänker
noterer|notieren|note|noter|noterer|noterer|notează|noterar
observerer|beobachten|observe|observer|observerer|observerer|observă|observerar
opdager|entdecken|discover|découvrir|oppdager|oppdagar|descoperă|upptäcker
anmoder|ersuchen|request|solliciter|anmoder|oppmodar|solicită|anmodar
påviser|nachweisen|demonstrate|démontrer|påviser|påviser|demonstrează|påvisar
ræsonnerer|schlussfolgern|infer|raisonner|resonnerer|resonnerer|raționează|resonerar
røber|offenbaren|disclose|dévoiler|røper|røper|dezvăluie|röjer
signalerer|signalisieren|signal|signaler|signaliserer|signaliserer|semnalează|signalerar
skønner|urteilen|deem|juger|vurderer|vurderer|judecă|bedömer
slår alarm|alarm schlagen|sound the alarm|sonner l'alarme|slår alarm|slår alarm|trage un semnal de alarmă|slår larm
slår fast|feststellen|establish|établir|slår fast|slår fast|stabilește|fastställer
specificerer|präzisieren|specify|spécifier|spesifiserer|spesifiserer|specifică|specificerar
sværger|schwören|swear|jurer|sverger|sver|jură|svär
tilstår|beichten|confess|confesser|tilstår|tilstår|mărturisește|tillstår
tvivler på|zweifeln|doubt|douter|tviler på|tviler på|se îndoiește|tvivlar på
tænker|denken|think|penser|tenker|tenkjer|gândește|tänker
vædder på|wetten|bet|parier|vedder på|veddar på|pariază|slår vad om
vidner|bezeugen|testify|témoigner|vitner|vitnar|depune mărturie|vittnar
ytrer|äussern|express|exprimer|uttrykker|uttrykkjer|exprimă|yttrar
ønsker|wünschen|wish|souhaiter|ønsker|ønskjer|își dorește|önskar
"""
"""One verb or phrase of the same meaning a language, by its lemma in the list."""
TENSES = 2
"""Fewest finite forms of a verb: of the present and of the past."""
NO_PARTICIPLE = {"bet", "føreser"}
"""Verbs whose participle is another row: the noun, and *presupposed*."""
WRONG = {
    "de": "angebietet gesich_weigert gewarnen_vot gewiederholt geanmerkt geannehmt nehmte verwerfte",
    "en": "begined braged deadpaned dubed hiting_back prefered rebuted sumed_up",
    "fr": "content contre martele releve",
}
"""Forms that the lists once had; two are other words."""


def forms(code: str) -> dict[str, list[tuple[str, str]]]:
    """Form and its kind, by lemma."""
    found: dict[str, list[tuple[str, str]]] = {}
    for form, lemma, _, _, kind in rows(code, "cues"):
        found.setdefault(lemma, []).append((form, kind))
    return found


def test_every_verb_of_the_inventory_is_listed_or_left_out() -> None:
    inventory = {*PUBLIC.split(), *PRIVATE.split(), *SUASIVE.split()}
    assert inventory - forms("en").keys() == set(NO_REPORT.split())


@pytest.mark.parametrize("code", languages())
def test_every_language_has_the_verbs_of_the_others(code: str) -> None:
    header, *concepts = (line.split("|") for line in CONCEPTS.strip().splitlines())
    assert tuple(header) == languages() and len(concepts) >= 60
    listed, place = forms(code), header.index(code)
    missing = [concept[place] for concept in concepts if concept[place] not in listed]
    finite = {lemma: sum("f" in kind for _, kind in every) for lemma, every in listed.items()}
    assert not missing
    assert not [concept[place] for concept in concepts if finite[concept[place]] < TENSES]


@pytest.mark.parametrize("code", languages())
def test_a_verb_of_one_word_has_its_participle(code: str) -> None:
    header, *concepts = (line.split("|") for line in CONCEPTS.strip().splitlines())
    listed = forms(code)
    single = {lemma for concept in concepts if (lemma := concept[header.index(code)]).isalpha()} - NO_PARTICIPLE
    assert len(single) > len(concepts) / 2
    assert not [lemma for lemma in single if not any("p" in kind for _, kind in listed[lemma])]


@pytest.mark.parametrize("code", WRONG)
def test_forms_that_do_not_exist_are_not_listed(code: str) -> None:
    assert not {form.replace("_", " ") for form in WRONG[code].split()} & {row[0] for row in rows(code, "cues")}
