"""What only opens, joins on to or looks like a statement: leads, further clauses, nouns, times before *after*."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from tests.analysis.attribution import document_of


def quotes_of(code: str, text: str) -> list[tuple[str, str]]:
    """Text and speaker's name of each quotation."""
    document = document_of(text, code)
    found = find_quotes(document, find_actors(document))
    return [(quote.text, quote.speaker.name if quote.speaker else "") for quote in found]


ONLY_LEADS = [
    ("en", "Eva Lind is ill. Through a lawyer, she declined to comment."),
    ("en", "Eva Lind ran for office. Against strong rivals in 2012, she hardly mentioned taxes."),
    ("en", "Cursing their luck, fishermen often mention taxes."),
    ("fr", "Eva Lind a perdu. Contre ses rivaux, elle a mentionné les impôts."),
    ("ro", "Eva Lind a candidat. Împotriva rivalilor, ea a menționat taxele."),
    ("de", "Eva Lind verlor. Gegen ihre Rivalen erwähnte sie die Steuern kaum."),
    ("sv", "Eva Lind förlorade. Mot sina rivaler nämnde hon knappt skatterna."),
]


@pytest.mark.parametrize(("code", "text"), ONLY_LEADS)
def test_what_opens_a_clause_whose_verb_has_its_object_is_no_statement(code: str, text: str) -> None:
    assert quotes_of(code, text) == []


BEFORE_MARKS = [
    ("en", "Eva Lind came by train. As for the quay, she said, “We will keep it.”", "We will keep it."),
    ("en", "Eva Lind came by train. In the valley, she said, “houses are cheap.”", "houses are cheap."),
    ("sv", "Eva Lind kom med tåg. Om kajen, sade hon: ”Vi behåller den.”", "Vi behåller den."),
    ("fr", "Eva Lind est venue. Quant au quai, elle a dit : « Nous le gardons. »", "Nous le gardons."),
    ("ro", "Eva Lind a venit. Despre chei, ea a spus: „Îl păstrăm.”", "Îl păstrăm."),
    ("de", "Eva Lind kam. Zum Kai sagte sie: „Wir behalten ihn.“", "Wir behalten ihn."),
]


@pytest.mark.parametrize(("code", "text", "said"), BEFORE_MARKS)
def test_a_lead_before_marked_words_is_no_statement_of_its_own(code: str, text: str, said: str) -> None:
    assert quotes_of(code, text) == [(said, "Eva Lind")]


def test_a_lead_whose_verb_follows_belongs_to_the_statement() -> None:
    assert ("After years at sea, she said, she wanted peace", "Eva Lind") in quotes_of(
        "en", "Eva Lind came. After years at sea, she said, she wanted peace."
    )
    assert [said for said, _ in quotes_of("en", "Eva Lind came. In May the bridge closed, she said.")] == [
        "In May the bridge closed"
    ]


ENUMERATED = [
    ("en", "The council said |the plan would bring new trains to four towns, including Moss|."),
    ("fr", "Le conseil a dit |que le plan donnerait des trains à quatre villes, incluant Moss|."),
    ("ro", "Consiliul a spus |că planul aduce trenuri în patru orașe, incluzând Brad|."),
    ("en", "Both men say |the owners never asked what to sell or not sell|."),
    ("en", "The institute says |the tax would lower income at first, but would later add four million euros|."),
]


@pytest.mark.parametrize(("code", "text"), ENUMERATED)
def test_a_statement_goes_on_behind_what_only_looks_like_the_outlets_own(code: str, text: str) -> None:
    before, said, after = text.split("|")
    assert [found for found, _ in quotes_of(code, before + said + after)] == [said]


def test_a_comma_within_marks_ends_a_statement_before_another_clause() -> None:
    text = "Eva Lind said the quay was “good enough for now,” but she added that it would be painted."
    assert quotes_of("en", text) == [
        ("the quay was “good enough for now,”", "Eva Lind"),
        ("good enough for now,", "Eva Lind"),
        ("that it would be painted", "Eva Lind"),
    ]
    text = "The quay is “good enough for now,” but Eva Lind says it will be painted."
    assert ("it will be painted", "Eva Lind") in quotes_of("en", text)
    assert ("good enough for now,", "Eva Lind") not in quotes_of("en", text)


CONSECUTIVE = [
    ("de", "Der Pilot meldete dem Turm einen Schaden, so dass die Feuerwehr kam."),
    ("fr", "Le pilote a signalé une avarie à la tour, de sorte que les pompiers sont venus."),
    ("fr", "Le pilote a signalé une avarie à la tour, si bien que les pompiers sont venus."),
    ("ro", "Pilotul a raportat o avarie turnului, astfel că pompierii au venit."),
    ("ro", "Pilotul a raportat o avarie turnului, așa că pompierii au venit."),
    ("sv", "Piloten rapporterade en skada till tornet, så att brandkåren kom."),
]


@pytest.mark.parametrize(("code", "text"), CONSECUTIVE)
def test_what_follows_from_something_is_not_what_was_said(code: str, text: str) -> None:
    assert quotes_of(code, text) == []


ONLY_AFTER = [
    ("de", "Erst nach Angaben des Nachbarn wurde die Tür geöffnet."),
    ("de", "Je nach Angaben der Nachbarn dauert es länger."),
    ("nb", "Først etter opplysninger fra naboen ble døren åpnet."),
    ("nn", "Først etter opplysningar frå naboen vart døra opna."),
    ("da", "Først efter oplysninger fra naboen blev døren åbnet."),
    ("ro", "Abia după spusele vecinului a fost deschisă ușa."),
]


@pytest.mark.parametrize(("code", "text"), ONLY_AFTER)
def test_a_time_is_no_source(code: str, text: str) -> None:
    assert quotes_of(code, text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Nach Angaben des Nachbarn ist die Tür offen."),
        ("nb", "Etter opplysninger fra naboen er døren åpen."),
        ("nn", "Etter opplysningar frå naboen er døra open."),
        ("da", "Efter oplysninger fra naboen er døren åben."),
        ("ro", "După spusele vecinului, ușa este deschisă."),
    ],
)
def test_the_same_words_alone_name_a_source(code: str, text: str) -> None:
    assert len(quotes_of(code, text)) == 1


def test_a_noun_is_no_verb_of_reported_speech() -> None:
    text = "Die Behörde meldete den Schaden. Die Preise für Brot stiegen. Auf diese Weise lebte die Stadt lange."
    assert quotes_of("de", text) == []
    text = "Der Trainer meldete den Schaden. Beide Vereine gingen mit neuen Leuten ins Spiel."
    assert quotes_of("de", text) == []
    text = "Die Behörde meldete, der Schaden sei groß. Die Brücke sei zu."
    assert [said for said, _ in quotes_of("de", text)] == ["der Schaden sei groß", "Die Brücke sei zu"]


AS_REPORTED = [
    ("de", "Wie der Spiegel berichtet, gab Robert Gross eine Stellungnahme ab: „Das ist für uns alle gut.“"),
    ("da", "Som Politiken skriver, sendte Robert Gross et kort svar: »Det er godt for os alle.«"),
    ("ro", "După cum scrie Adevărul, Robert Gross a trimis o notă: „Este bine pentru noi toți.”"),
    ("en", "Robert Gross came. As the Guardian reported on Monday: “It is good for all of us.”"),
]


@pytest.mark.parametrize(("code", "text"), AS_REPORTED)
def test_an_outlet_that_reports_how_somebody_answered_is_not_who_answered(code: str, text: str) -> None:
    opening = text.index(":") + 3
    speaker = next(name for said, name in quotes_of(code, text) if text.find(said) == opening)
    assert speaker == ("Guardian" if code == "en" else "Robert Gross")


def test_a_verb_that_closes_the_clause_before_is_not_the_auxiliary_of_the_next() -> None:
    text = "Eva Lind schwieg lange. In dem Brief, den der Rat verschickt hat, erklärt sie: „Der Plan ist falsch.“"
    assert quotes_of("de", text) == [("Der Plan ist falsch.", "Eva Lind")]


WHEN_OR_WHERE = [
    ("en", "The union endorsed |Eva Lind| on Thursday."),
    ("en", "Eva Lind denounced |the sale of the quay| in an interview."),
    ("fr", "Eva Lind a critiqué |le projet du quai| dans un entretien."),
    ("sv", "Eva Lind kritiserade |planen för kajen| i en intervju."),
    ("nb", "Eva Lind kritiserte |planen for kaia| i et intervju."),
    ("da", "Eva Lind kritiserede |planen for kajen| i et interview."),
    ("ro", "Eva Lind a criticat |planul cheiului| într-un interviu."),
    ("en", "Eva Lind praised |the work on Monday's plan|."),
]


@pytest.mark.parametrize(("code", "text"), WHEN_OR_WHERE)
def test_when_or_where_a_side_was_taken_is_no_part_of_what_it_is_on(code: str, text: str) -> None:
    before, said, after = text.split("|")
    assert [found for found, _ in quotes_of(code, before + said + after)] == [said]


OTHER_VERBS = [
    "Der Gouverneur forderte die Garde an.",
    "Die Richter sprachen ihn von allen Vorwürfen frei.",
    "Nun fordern die Länder das Geld von der Bank ein.",
    "Die Behörde hat am Freitag, dem 3. Dezember, ebenfalls dementiert.",
]


@pytest.mark.parametrize("text", OTHER_VERBS)
def test_a_particle_makes_another_verb_and_a_day_takes_no_side(text: str) -> None:
    assert quotes_of("de", text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Der Rat lehnt den Plan der Stadt strikt ab.", "den Plan der Stadt strikt"),
        ("Der Minister forderte neue Steuern für alle.", "neue Steuern für alle"),
        ("Der Minister sagte, er rufe morgen an.", "er rufe morgen an"),
    ],
)
def test_its_own_particle_leaves_a_verb_of_saying_one(text: str, said: str) -> None:
    assert [found for found, _ in quotes_of("de", text)] == [said]
