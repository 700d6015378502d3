"""Stance of attributed statements: read from what is said, in every language, whatever the names and the order."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from tests.analysis.attribution import document_of, judged

STATEMENTS = (
    ("sv", "criticism", "Senatorn Karin Dahl fördömer avtalet och kallar ministern Jonas Falk för ”en förrädare”."),
    ("sv", "criticism", "– Han borde få sparken, säger senatorn Karin Dahl."),
    ("sv", "dismissal", "– Det är inget ovanligt, det är en ren rutinfråga, säger Karin Dahl."),
    ("sv", "support", "– Det är en fantastisk framgång, säger Karin Dahl."),
    ("sv", "neutral", "– Mötet börjar klockan tio på tisdag, säger Karin Dahl."),
    ("nb", "criticism", "– Han bør få sparken, sier senator Karin Dahl."),
    ("nb", "dismissal", "Statsråd Karin Dahl har avfeid kritikken og omtalt samtalen som «standard prosedyre»."),
    ("nb", "support", "– Det er en fantastisk suksess, sier Karin Dahl."),
    ("nb", "neutral", "– Møtet begynner klokken ti på tirsdag, sier Karin Dahl."),
    ("nn", "criticism", "– Dette er uakseptabelt og farleg, seier Karin Dahl."),
    ("nn", "dismissal", "– Det er heilt normalt, seier Karin Dahl."),
    ("nn", "support", "– Det er ein fantastisk suksess, seier Karin Dahl."),
    ("nn", "support", "– Det er eit gjennombrot, seier Karin Dahl."),
    ("nb", "support", "– Det er et gjennombrudd, sier Karin Dahl."),
    ("sv", "support", "– Det är ett genombrott, säger Karin Dahl."),
    ("da", "support", "– Det er et gennembrud, siger Karin Dahl."),
    ("de", "support", "„Das ist ein Durchbruch“, sagt Karin Dahl."),
    ("en", "support", "“It is a breakthrough,” says Karin Dahl."),
    ("fr", "support", "« C'est une percée », dit Karin Dahl."),
    ("nn", "neutral", "– Møtet byrjar klokka ti på tysdag, seier Karin Dahl."),
    ("da", "criticism", "– Det er en skandale, og ministeren skal gå af, siger Karin Dahl."),
    ("da", "dismissal", "– Det er helt normalt, siger Karin Dahl."),
    ("da", "support", "– Det er en fantastisk succes, siger Karin Dahl."),
    ("da", "neutral", "– Mødet begynder klokken ti på tirsdag, siger Karin Dahl."),
    ("de", "criticism", "„Das ist ein Skandal und völlig inakzeptabel“, sagt Karin Dahl."),
    ("de", "dismissal", "„Das ist ganz normal, reine Routine“, sagt Karin Dahl."),
    ("de", "support", "„Das ist ein großartiger Erfolg“, sagt Karin Dahl."),
    ("de", "neutral", "„Die Sitzung beginnt am Dienstag um zehn Uhr“, sagt Karin Dahl."),
    ("en", "criticism", "“This is a disgrace and he should be fired,” says Karin Dahl."),
    ("en", "dismissal", "“There is nothing unusual about it, it is business as usual,” says Karin Dahl."),
    ("en", "support", "“It is a great success,” says Karin Dahl."),
    ("en", "criticism", "Karin Dahl read the report, and said that the minister “must resign”."),
    ("en", "neutral", "“The meeting starts at ten on Tuesday,” says Karin Dahl."),
    ("fr", "criticism", "« C'est un scandale, il doit démissionner », dit Karin Dahl."),
    ("fr", "dismissal", "« Il n'y a rien d'inhabituel, c'est la routine », dit Karin Dahl."),
    ("fr", "support", "« C'est un formidable succès », dit Karin Dahl."),
    ("fr", "neutral", "« La réunion commence mardi à dix heures », dit Karin Dahl."),
    ("ro", "criticism", "„Este un scandal și ar trebui să demisioneze”, spune Karin Dahl."),
    ("ro", "dismissal", "„Este absolut normal, o chestiune de rutină”, spune Karin Dahl."),
    ("ro", "support", "„Este un succes fantastic”, spune Karin Dahl."),
    ("ro", "neutral", "„Ședința începe marți la ora zece”, spune Karin Dahl."),
)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "– Det här är ingen framgång, säger Karin Dahl."),
        ("nb", "– Dette er ingen suksess, sier Karin Dahl."),
        ("nn", "– Er det eit gjennombrot? spør Karin Dahl."),
        ("da", "– Det her er ingen succes, siger Karin Dahl."),
        ("de", "„Das ist kein Erfolg“, sagt Karin Dahl."),
        ("en", "“This is no success,” says Karin Dahl."),
        ("fr", "« Ce n'est pas un succès », dit Karin Dahl."),
        ("ro", "„Nu este un succes”, spune Karin Dahl."),
    ],
)
def test_one_word_decides_nothing_where_it_is_denied_or_asked_for(code: str, text: str) -> None:
    stances = [quote.stance for quote in judged(text, code)]
    assert stances
    assert all(stance.confidence < 0.99 or stance.label != "support" for stance in stances)


@pytest.mark.parametrize(("code", "label", "text"), STATEMENTS)
def test_a_statement_has_its_stance(code: str, label: str, text: str) -> None:
    stances = [quote.stance for quote in judged(text, code)]
    assert label in {stance.label for stance in stances}
    assert {stance.label for stance in stances} <= {label, "neutral"}
    assert all(bool(stance.evidence) == (stance.label != "neutral") for stance in stances)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "– Det är inte bra, det är inte en framgång, säger Karin Dahl."),
        ("nb", "– Det er ikke vellykket, og det er ikke bra, sier Karin Dahl."),
        ("en", "“It is not a success and it is not good,” says Karin Dahl."),
        ("de", "„Das ist kein Erfolg und nicht gut“, sagt Karin Dahl."),
        ("fr", "« Ce n'est pas un succès, ce n'est pas bon », dit Karin Dahl."),
        ("ro", "„Nu este un succes și nu este bun”, spune Karin Dahl."),
        ("sv", "”Vi stöder inte planen”, sade Karin Dahl."),
        ("nb", "«Vi støtter ikke planen», sa Karin Dahl."),
        ("nn", "«Vi støttar ikkje planen», sa Karin Dahl."),
        ("da", "»Vi støtter ikke planen«, sagde Karin Dahl."),
        ("ro", "„Nu sprijinim planul”, a spus Karin Dahl."),
        ("en", "“We do not support the plan,” said Karin Dahl."),
        ("de", "„Wir unterstützen den Plan der Regierung nicht“, sagte Karin Dahl."),
        ("fr", "« Nous ne soutenons pas le plan », a dit Karin Dahl."),
    ],
)
def test_denied_praise_is_no_support(code: str, text: str) -> None:
    assert "support" not in {quote.stance.label for quote in judged(text, code)}


CRITIC = {
    "sv": "– {target} borde få sparken, det är en skandal, säger senatorn {critic}.",
    "nb": "– {target} bør få sparken, det er en skandale, sier senator {critic}.",
    "en": "“{target} should be fired, it is a scandal,” says senator {critic}.",
}
DISMISSER = {
    "sv": "President {dismisser} har avfärdat kritiken och kallat samtalet ”en standardförhandling”.",
    "nb": "President {dismisser} har avfeid kritikken og omtalt samtalen som «standard forhandling».",
    "en": "President {dismisser} has brushed off the criticism and called the talks “a standard negotiation”.",
}
NAMES = (("Karin Dahl", "Jonas Falk", "Paul Meyer"), ("Emma Stone", "David Stern", "Thomas Becker"))


@pytest.mark.parametrize("code", sorted(CRITIC))
@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("critic_first", [True, False])
def test_the_order_of_reactions_follows_the_text(code: str, names: tuple[str, str, str], critic_first: bool) -> None:
    critic, dismisser, target = names
    paragraphs = [
        CRITIC[code].format(critic=critic, target=target),
        DISMISSER[code].format(dismisser=dismisser),
    ]
    quotes = judged("\n\n".join(paragraphs if critic_first else paragraphs[::-1]), code)
    reactions = [(q.stance.label, q.speaker.name) for q in quotes if q.stance.label != "neutral" and q.speaker]
    first = {label: [name for found, name in reactions if found == label][:1] for label, _ in reactions}
    assert first["criticism"] == [critic] and first["dismissal"] == [dismisser]
    assert reactions[0][0] == ("criticism" if critic_first else "dismissal")


@pytest.mark.parametrize("code", sorted(CRITIC))
def test_the_target_is_whom_the_statement_names_and_never_its_speaker(code: str) -> None:
    text = CRITIC[code].format(critic="Karin Dahl", target="Paul Meyer")
    target = next(actor.id for actor in find_actors(document_of(text, code)) if actor.name == "Paul Meyer")
    quote = next(quote for quote in judged(text, code) if quote.stance.label == "criticism")
    assert quote.stance.target == target
    assert quote.speaker is not None and quote.speaker.actor != target


def test_pieces_around_their_source_have_one_stance() -> None:
    text = "Die neue Brücke ist laut Bürgermeisterin Anna Berg ein Skandal und eine Schande für die ganze Stadt."
    first, second = judged(text, "de")
    assert second.continues == first.id
    assert [first.stance.label, second.stance.label] == ["criticism", "criticism"]
