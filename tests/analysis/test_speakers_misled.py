"""What must not mislead: things that spoke, datelines, words in marks, names that a pronoun cannot mean."""

from __future__ import annotations

import pytest

from analysis.types import Quote
from tests.analysis.test_quotes_languages import quotes_of


def quotes(code: str, text: str) -> tuple[Quote, ...]:
    return quotes_of(text, code)


def speakers(code: str, text: str) -> list[tuple[str | None, bool]]:
    """Who says each quotation, and whether that is an actor."""
    told = (quote.speaker for quote in quotes(code, text))
    return [(None, False) if one is None else (one.name, one.actor is not None) for one in told]


WRITTEN = {
    "da": "Planen blev kendt i går. »Forskellene er for store«, står der i rapporten.",
    "de": "Am Montag wurde der Plan bekannt. „Die Gegensätze sind zu groß“, ist etwa im Papier zu lesen.",
    "en": "The plan became known on Monday. “The gap is too wide for a deal,” can be read in the report.",
    "fr": "Le plan est connu depuis lundi. « Les écarts sont trop grands », peut-on lire dans le rapport.",
    "nb": "Planen ble kjent i går. «Forskjellene er for store», står det i rapporten.",
    "nn": "Planen vart kjend i går. «Skilnadene er for store», står det i rapporten.",
    "ro": "Planul este cunoscut de luni. „Diferențele sunt prea mari”, se poate citi în raport.",
    "sv": "Planen blev känd i går. ”Skillnaderna är för stora”, går det att läsa i rapporten.",
}


@pytest.mark.parametrize("code", sorted(WRITTEN))
def test_what_can_be_read_in_a_document_says_the_document(code: str) -> None:
    ((name, _),) = speakers(code, WRITTEN[code])
    assert name is not None
    assert name.casefold().split()[-1].startswith(("rap", "papi", "report"))


SIGNED = {
    "da": "»Vi har hørt naboerne og ændrer planen.« – Den nye borgmester Anna Berg",
    "de": "„Wir haben die Nachbarn gehört und ändern den Plan.“ – Die stellvertretende Bürgermeisterin Anna Berg",
    "en": "“We have heard the neighbours and will change the plan.” – The deputy mayor Anna Berg",
    "fr": "« Nous avons entendu les voisins et nous changeons le plan. » – La maire adjointe Anna Berg.",
    "nb": "«Vi har hørt naboene og endrer planen.» – Den nye ordføreren Anna Berg",
    "nn": "«Vi har høyrt naboane og endrar planen.» – Den nye ordføraren Anna Berg",
    "ro": "„I-am ascultat pe vecini și schimbăm planul.” – Noua viceprimăriță Anna Berg",
    "sv": "”Vi har hört grannarna och ändrar planen.” – Det biträdande kommunalrådet Anna Berg",
}


@pytest.mark.parametrize("code", sorted(SIGNED))
def test_a_dash_with_a_role_and_a_name_signs_what_is_said(code: str) -> None:
    ((name, known),) = speakers(code, SIGNED[code])
    assert known
    assert name == "Anna Berg"


THINGS = {
    "da": "Dommen over lamperne: »De er svage.«\n\nGaden er stille nu.\n\n»Vi går hjem og sover til i morgen.«",
    "de": "Das Fazit zu den Lampen: „Sie sind schwach.“\n\nDie Straße ist still.\n\n„Wir gehen heim und schlafen.“",
    "en": "The verdict on the lamps: “They are dim.”\n\nThe street is quiet.\n\n“We go home and sleep until tomorrow.”",
    "fr": "Le bilan des lampes : « Elles sont faibles. »\n\nLa rue est calme.\n\n« Nous rentrons dormir maintenant. »",
    "nb": "Dommen over lampene: «De er svake.»\n\nGaten er stille nå.\n\n«Vi går hjem og sover til i morgen.»",
    "nn": "Domen over lampene: «Dei er svake.»\n\nGata er stille no.\n\n«Vi går heim og søv til i morgon.»",
    "ro": "Verdictul despre lămpi: „Sunt slabe.”\n\nStrada este liniștită.\n\n„Mergem acasă și dormim până mâine.”",
    "sv": "Domen över lamporna: ”De är svaga.”\n\nGatan är tyst nu.\n\n”Vi går hem och sover till i morgon.”",
}


@pytest.mark.parametrize("code", sorted(THINGS))
def test_no_thing_goes_on_speaking(code: str) -> None:
    *_, last = speakers(code, THINGS[code])
    assert last == (None, False)


OTHERS = {
    "da": "Peter Holm kom i går. Da han blev spurgt om penge fra Karl Brandt, sagde han: »Det er der intet galt i.«",
    "de": "Peter Holm kam. Gefragt, ob er Geld von Karl Brandt nehme, sagte er: „Daran ist nichts falsch.“",
    "en": "Peter Holm came. Asked whether he would take money from Karl Brandt, he said: “Nothing is wrong with it.”",
    "fr": "Peter Holm est venu. Interrogé s'il recevrait l'argent de Karl Brandt, il a dit : « Rien n'est faux là. »",
    "nb": "Peter Holm kom i går. Da han fikk spørsmål om penger fra Karl Brandt, sa han: «Det er ikke noe galt i det.»",
    "nn": "Peter Holm kom i går. Då han fekk spørsmål om pengar frå Karl Brandt, sa han: «Det er ikkje gale.»",
    "ro": "Peter Holm a venit. Întrebat dacă el ar lua bani de la Karl Brandt, el a spus: „Nu e nimic greșit.”",
    "sv": "Peter Holm kom. På frågan om han tar emot pengar av Karl Brandt sa han: ”Det är inget fel i det.”",
}


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_a_pronoun_means_nobody_named_behind_the_same_pronoun(code: str) -> None:
    *_, (_, known) = speakers(code, OTHERS[code])
    found = quotes(code, OTHERS[code])[-1].speaker
    assert found is not None
    assert known
    assert "Holm" in (found.name or "")


PLACES = {
    "da": "OSLO: En film, hvor en fører flyver til Bergen, er opdigtet, siger en talsmand for firmaet.",
    "de": "LISSABON: Ein Film, in dem ein Fahrer nach Porto fliegt, ist erfunden, sagte ein Sprecher am Montag.",
    "en": "OSLO: A film in which a driver flies to Bergen is made up, a spokesman said on Monday.",
    "fr": "LYON: Un film où un livreur prend l'avion est inventé, a dit lundi un porte-parole.",
    "nb": "BERGEN: En film der en sjåfør flyr til Oslo er oppdiktet, sier en talsmann for firmaet.",
    "nn": "BERGEN: Ein film der ein sjåfør flyg til Oslo er oppdikta, seier ein talsmann for firmaet.",
    "ro": "BRAȘOV: Un film în care un șofer zboară la Cluj este inventat, a spus luni un purtător de cuvânt.",
    "sv": "OSLO: En film där en förare flyger till Bergen är påhittad, säger en talesman för firman.",
}


@pytest.mark.parametrize("code", sorted(PLACES))
def test_a_dateline_says_nothing(code: str) -> None:
    text = PLACES[code]
    label = text.split(":")[0]
    said = [quote.speaker for quote in quotes(code, text)]
    assert text.find(label) not in [one.start for one in said if one is not None]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "„Wir haben Aufträge verschoben“, erzählt Leiter Jan Holm am Telefon. „Für Notfälle kommen wir.“"),
        ("sv", "”Vi har redan flyttat jobben”, berättar chefen Jan Holm i telefon. ”Vid nödfall kommer vi.”"),
        ("da", "»Vi har flyttet opgaver,« fortæller chefen Jan Holm i telefonen. »Til nødstilfælde kommer vi.«"),
        ("nb", "«Vi har flyttet oppdrag», forteller sjefen Jan Holm på telefon. «Ved nødstilfeller kommer vi.»"),
        ("nn", "«Vi har flytta oppdrag», fortel sjefen Jan Holm på telefon. «Ved naudtilfelle kjem vi.»"),
    ],
)
def test_the_verb_in_marks_is_no_part_of_the_verb_of_saying(code: str, text: str) -> None:
    assert {name for name, _ in speakers(code, text)} == {"Jan Holm"}


def test_a_mark_left_open_goes_on_to_the_paragraph_below() -> None:
    text = (
        "Asked about it, Jan Holm said: “The trouble is the ice. I cannot walk there. I am too old.\n\n"
        "“You could say, bad luck. That is why I stay at home in winter.”"
    )
    first, second = quotes("en", text)
    assert first.text.endswith("too old.")
    assert {first.speaker.name, second.speaker.name} == {"Jan Holm"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Ann Lee and Jan Holm printed it in a journal of the Nordic Union. The ice grew thick, they wrote."),
        ("en", "The town has led the talks with the Nordic Union for years. The ice grew thick, they said."),
    ],
)
def test_they_are_no_body_that_is_only_mentioned(code: str, text: str) -> None:
    assert True not in [known for _, known in speakers(code, text)]


def test_no_debate_asks() -> None:
    text = "At the final televised debate on Tuesday, Ann Lee was asked how she would treat her guests."
    assert "debate" not in " ".join(name for name, _ in speakers("en", text) if name is not None)


def test_a_document_goes_on_in_the_next_sentence_of_its_paragraph_only() -> None:
    near = "The report said: “The bridge is weak.” It all began as a “culture of haste” in the town."
    far = "The report said: “The bridge is weak.”\n\nThe street is quiet.\n\n“We go home and sleep until tomorrow.”"
    assert speakers("en", near)[-1][0] == "The report"
    assert speakers("en", far)[-1] == (None, False)
