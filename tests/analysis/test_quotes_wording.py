"""Marked words inside the outlet's sentences: somebody's wording, or a label, a title, part of a word."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import direct, quotes_of

WORDING = {
    "sv": "Bron blev aldrig färdig. Den är i dag “full av sprickor och hål” och stängd för bilar.",
    "nb": "Broen ble aldri ferdig. Den er i dag “full av sprekker og hull” og stengt for biler.",
    "nn": "Brua vart aldri ferdig. Ho er i dag “full av sprekker og hol” og stengd for bilar.",
    "da": "Broen blev aldrig færdig. Den er i dag “fuld af revner og huller” og lukket for biler.",
    "ro": "Podul nu a fost terminat niciodată. Astăzi este “plin de crăpături și găuri” și închis mașinilor.",
    "fr": "Le pont n'a jamais été achevé. Il est aujourd'hui « plein de fissures et de trous » et fermé aux voitures.",
    "de": "Die Brücke wurde nie fertig. Sie ist heute „voller alter tiefer Risse“ und für Autos gesperrt.",
    "en": "The bridge was never finished. Today it is “full of cracks and holes” and closed to cars.",
}


@pytest.mark.parametrize("code", WORDING)
def test_a_longer_phrase_in_marks_is_somebodys_wording(code: str) -> None:
    assert len(direct(WORDING[code], code)) == 1


SLOGANS = {
    "sv": ("Många bar plakat med slagordet “Rädda bron”.", "Rädda bron"),
    "nb": ("Mange bar plakater med slagordet “Redd broen”.", "Redd broen"),
    "nn": ("Mange bar plakatar med slagordet “Redd brua”.", "Redd brua"),
    "da": ("Mange bar skilte med slagordet “Red broen”.", "Red broen"),
    "ro": ("Mulți purtau pancarte cu sloganul “Salvați podul”.", "Salvați podul"),
    "fr": ("Beaucoup portaient le slogan « Sauvez le pont ».", "Sauvez le pont"),
    "de": ("Viele trugen Schilder mit der Aufschrift „Rettet die Brücke“.", "Rettet die Brücke"),
    "en": ("Many carried signs with the slogan “Save the bridge”.", "Save the bridge"),
}


@pytest.mark.parametrize("code", SLOGANS)
def test_a_noun_of_wording_makes_the_marked_words_a_quotation(code: str) -> None:
    text, words = SLOGANS[code]
    assert direct(text, code) == [words]


LABELS = {
    "sv": "Festivalen har mottot “Alla ska med” i år.",
    "nb": "Festivalen har mottoet “Alle skal med” i år.",
    "nn": "Festivalen har mottoet “Alle skal med” i år.",
    "da": "Festivalen har mottoet “Alle skal med” i år.",
    "ro": "Festivalul are deviza “Toată lumea participă” anul acesta.",
    "fr": "Le festival a pour devise « Tout le monde vient » cette année.",
    "de": "Das Fest hat das Motto „Alle machen mit“ in diesem Jahr.",
    "en": "The festival has the motto “Everybody comes along” this year.",
}


@pytest.mark.parametrize("code", LABELS)
def test_a_motto_is_said_by_nobody(code: str) -> None:
    assert direct(LABELS[code], code) == []


PARTLY = {
    "sv": "Eva Brandt sa att planen är “dyr” och att staden är “helt förlorad”.",
    "nb": "Eva Brandt sa at planen er “dyr” og at byen er “helt fortapt”.",
    "nn": "Eva Brandt sa at planen er “dyr” og at byen er “heilt fortapt”.",
    "da": "Eva Brandt sagde, at planen er “dyr”, og at byen er “helt fortabt”.",
    "ro": "Eva Brandt a spus că planul este “scump” și că orașul este “complet pierdut”.",
    "fr": "Eva Brandt a dit que le plan est « cher » et que la ville est « tout à fait perdue ».",
    "de": "Eva Brandt sagte, dass der Plan „teuer“ und dass die Stadt „völlig verloren“ sei.",
    "en": "Eva Brandt said that the plan is “dear” and that the town is “wholly lost”.",
}


@pytest.mark.parametrize("code", PARTLY)
def test_every_marked_piece_of_a_statement_is_a_quotation(code: str) -> None:
    assert len(direct(PARTLY[code], code)) == 2


SHORT = {
    "sv": ("“Vem vill betala för bron?” frågade Eva Brandt. “Inte jag.”", "Inte jag."),
    "nb": ("“Hvem vil betale for broen?” spurte Eva Brandt. “Ikke jeg.”", "Ikke jeg."),
    "nn": ("“Kven vil betale for brua?” spurde Eva Brandt. “Ikkje eg.”", "Ikkje eg."),
    "da": ("“Hvem vil betale for broen?” spurgte Eva Brandt. “Ikke jeg.”", "Ikke jeg."),
    "ro": ("“Cine vrea să plătească podul?” a întrebat Eva Brandt. “Nu eu.”", "Nu eu."),
    "fr": ("« Qui veut payer le pont ? » a demandé Eva Brandt. « Pas moi. »", "Pas moi."),
    "de": ("„Wer will die Brücke bezahlen?“, fragte Eva Brandt. „Ich nicht.“", "Ich nicht."),
    "en": ("“Who wants to pay for the bridge?” Eva Brandt asked. “Not I.”", "Not I."),
}


@pytest.mark.parametrize("code", SHORT)
def test_a_short_sentence_of_its_own_goes_on_with_the_quotation(code: str) -> None:
    text, words = SHORT[code]
    assert direct(text, code)[-1] == words


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Eva Brandt said the song “Home Across The Water” was her favourite."),
        ("en", "The song “Home Across The Water” was played at the end."),
        ("de", "Nach einer „Kurier“-Reporterin war der Platz leer."),
        ("de", "Das Lager (kurz: „IG Tor“) wurde geräumt."),
        ("de", "In einem Gespräch mit dem Sender „Nordfunk“ nannte Eva Brandt vier Bedingungen."),
        ("sv", "Det skriver hon på “brandt.se” i dag."),
    ],
)
def test_names_inside_a_sentence_are_no_quotations(code: str, text: str) -> None:
    assert direct(text, code) == []


LED = {
    "sv": ("Planen är “ingen hjälp”, säger Eva Brandt.", "Planen är “ingen hjälp”"),
    "nb": ("Planen er “ingen hjelp”, sier Eva Brandt.", "Planen er “ingen hjelp”"),
    "nn": ("Planen er “inga hjelp”, seier Eva Brandt.", "Planen er “inga hjelp”"),
    "da": ("Planen er “ingen hjælp”, siger Eva Brandt.", "Planen er “ingen hjælp”"),
    "ro": ("Planul este “fără folos”, spune Eva Brandt.", "Planul este “fără folos”"),
    "fr": ("Le plan est « sans effet », dit Eva Brandt.", "Le plan est « sans effet »"),
    "de": ("Der Plan ist „keine Hilfe“, sagt Eva Brandt.", "Der Plan ist „keine Hilfe“"),
    "en": ("The plan is “no help,” says Eva Brandt.", "The plan is “no help,”"),
}


@pytest.mark.parametrize("code", LED)
def test_words_that_lead_into_the_marks_belong_to_the_statement(code: str) -> None:
    text, statement = LED[code]
    assert [quote.text for quote in quotes_of(text, code) if quote.kind == "mixed"] == [statement]


TWICE = {
    "sv": "Eva Brandt sa att planen är dyr, men hon lovade att bron blir klar i höst.",
    "nb": "Eva Brandt sa at planen er dyr, men hun lovet at broen blir ferdig i høst.",
    "nn": "Eva Brandt sa at planen er dyr, men ho lova at brua blir ferdig i haust.",
    "da": "Eva Brandt sagde, at planen er dyr, men hun lovede, at broen bliver færdig i efteråret.",
    "ro": "Eva Brandt a spus că planul este scump, dar ea a promis că podul va fi gata la toamnă.",
    "fr": "Eva Brandt a dit que le plan est cher, mais elle a promis que le pont sera prêt cet automne.",
    "de": "Eva Brandt sagte, dass der Plan teuer sei, aber sie versprach, dass die Brücke im Herbst fertig wird.",
    "en": "Eva Brandt said that the plan is dear, but she promised that the bridge would be ready this autumn.",
}


@pytest.mark.parametrize("code", TWICE)
def test_a_second_verb_of_saying_ends_the_first_statement(code: str) -> None:
    said = [quote for quote in quotes_of(TWICE[code], code) if quote.kind == "indirect"]
    assert len(said) == 2 and said[0].end < said[1].start
    assert all(quote.speaker is not None for quote in said)
