"""Which body, and which person who just spoke, a description or a pronoun means; and where nobody is meant."""

from __future__ import annotations

import pytest

from analysis.quotes.body_nouns import body_kinds, noun_at
from analysis.resources import languages, rows, world
from tests.analysis.test_quotes_languages import quotes_of
from tests.analysis.test_rows_of_words import read

MEANT = (
    # a body by its kind
    ("en", "Lloyds Bank lost money again. Rents fell. The bank said costs had risen.", "Lloyds Bank"),
    ("sv", "Handelsbanken tappar kunder. Hyrorna stiger. Banken säger att läget är svårt.", "Handelsbanken"),
    (
        "nb",
        "Fiskeforbundet Nordsjøen er skuffet. Organisasjonen sier at kvotene er for små.",
        "Fiskeforbundet Nordsjøen",
    ),
    ("fr", "Le syndicat CGT manifeste. L’organisation affirme que les salaires sont trop bas.", "CGT"),
    ("ro", "Banca Transilvania a pierdut bani. Instituția spune că piața este slabă.", "Banca Transilvania"),
    ("de", "Die Deutsche Bank baut ab. Es regnet. Das Geldhaus teilte mit, die Lage sei ernst.", "Deutsche Bank"),
    # the body that spoke last, by a pronoun of its gender
    ("en", "The Bank of England said rates would rise. It added that growth was slow.", "Bank of England"),
    ("fr", "La CGT a déclaré que la grève continue. Elle affirme que la direction ment.", "CGT"),
    ("de", "Die Deutsche Bank sagte, die Lage sei ernst. Sie erwartet, dass die Zinsen steigen.", "Deutsche Bank"),
    # another word for whoever spoke last
    ("de", "„Es ist spät“, sagte Otto Lund. „Wir gehen“, sagte der Forscher.", "Otto Lund"),
    ("en", "“It is late,” said Otto Lund. “We leave,” the researcher said.", "Otto Lund"),
    ("fr", "« Il est tard », dit Otto Lund. « Nous partons », ajoute le chercheur.", "Otto Lund"),
    ("nb", "– Det er sent, sier Otto Lund. – Vi går, sier forskeren.", "Otto Lund"),
    ("ro", "„Este târziu”, a spus Otto Lund. „Plecăm”, a spus cercetătorul.", "Otto Lund"),
    # an office with an adjective inside it, a party before it
    (
        "fr",
        "« C’est bien », a dit le ministre slovène de la Défense, Otto Lund. "
        "Le ministre de la Défense a affirmé que tout irait bien.",
        "Otto Lund",
    ),
    ("en", "Gov. Otto Lund swam on Friday. The Republican governor said the lake was safe.", "Otto Lund"),
    # compounds with a common end
    ("de", "„Es ist spät“, sagte der Verkehrs-, Bau- und Umweltdirektor Otto Lund.", "Otto Lund"),
    # one's own account, and who only stands behind a preposition
    (
        "de",
        "Otto Lund sammelt Stimmen. Die braucht er, um gegen Amtsinhaber Karl Berg zu siegen. "
        "Nach eigenen Angaben hat er schon genug.",
        "Otto Lund",
    ),
)


@pytest.mark.parametrize(("code", "text", "name"), MEANT)
def test_the_last_statement_is_by_whom_its_words_mean(code: str, text: str, name: str) -> None:
    speaker = quotes_of(text, code)[-1].speaker
    assert speaker is not None and speaker.actor is not None
    assert speaker.name == name


NOT_MEANT = (
    # another body was introduced since
    ("en", "Lloyds Bank lost money. A rival bank in Oslo was fined. The bank said it would appeal."),
    # of another kind, or a part of another name
    ("en", "Lloyds Bank lost money. The court said the case was closed."),
    ("fr", "La CGT manifeste. Le tribunal a déclaré que l’affaire était close."),
    ("sv", "Handelsbanken tappar kunder. Domstolen säger att målet är avslutat."),
    ("nb", "Fiskeforbundet er skuffet. Tingretten sier at saken er avsluttet."),
    # somebody who speaks beside whom the article is about
    ("en", "“It is late,” said Otto Lund. “He was seen,” the prosecutor said."),
    ("de", "„Es ist spät“, sagte Otto Lund. „Er wurde gesehen“, sagte der Staatsanwalt."),
    # several, or a woman
    ("de", "„Es ist spät“, sagte Otto Lund. „Wir gehen“, sagten die Forscher."),
    ("fr", "« Il est tard », dit Otto Lund. « Nous partons », ajoute la chercheuse."),
    # a plural for no single body
    ("de", "Die Deutsche Bank baut ab. Sie sagten, die Lage sei ernst."),
    # a lawyer of a firm by a person's name
    ("de", "„Das ist falsch“, schreibt ein Anwalt der Kanzlei Lund."),
)


@pytest.mark.parametrize(("code", "text"), NOT_MEANT)
def test_the_last_statement_is_by_nobody_named_before(code: str, text: str) -> None:
    speaker = quotes_of(text, code)[-1].speaker
    assert speaker is None or speaker.actor is None or speaker.name not in text.split(". ")[0]


FEEDS = (
    (
        "en",
        "07:10 Strike\n\nOtto Lund said it was late.\n\n08:15 Rain\n\nIt rained.\n\n09:20 Snow\n\nHe said it was cold.",
    ),
    (
        "fr",
        "7h10 – Grève\n\nOtto Lund a dit qu’il était tard.\n\n8h15 – Pluie\n\nIl a plu.\n\n"
        "9h20 – Neige\n\nIl a dit que tout gelait.",
    ),
    (
        "de",
        "07.10 Uhr: Streik\n\nOtto Lund sagte, es sei spät.\n\n08.15 Uhr: Regen\n\nEs regnete.\n\n"
        "09.20 Uhr: Schnee\n\nEr sagte, es sei kalt.",
    ),
    (
        "sv",
        "07.10 Strejk\n\nOtto Lund säger att det är sent.\n\n08.15 Regn\n\nDet regnade.\n\n"
        "09.20 Snö\n\nHan säger att det är kallt.",
    ),
    (
        "nb",
        "07.10: Streik\n\nOtto Lund sier at det er sent.\n\n08.15: Regn\n\nDet regnet.\n\n"
        "09.20: Snø\n\nHan sier at det er kaldt.",
    ),
)


@pytest.mark.parametrize(("code", "text"), FEEDS)
def test_an_item_of_a_feed_knows_nobody_of_the_one_before(code: str, text: str) -> None:
    speaker = quotes_of(text, code)[-1].speaker
    assert speaker is None or speaker.actor is None


SAYINGS = (
    (
        "en",
        "“It is late,” said Otto Lund.\n\nThese sayings are to remind gardeners of frost: “Plant nothing in April.”",
    ),
    ("de", "„Es ist spät“, sagte Otto Lund.\n\nDiese Regeln sollen daran erinnern: „Pflanze nichts im April.“"),
    ("fr", "« Il est tard », dit Otto Lund.\n\nCes dictons servent à rappeler le gel : « Ne plante rien en avril. »"),
    ("sv", "”Det är sent”, säger Otto Lund.\n\nDessa talesätt ska minna om frosten: ”Plantera inget i april.”"),
    ("da", "»Det er sent,« siger Otto Lund.\n\nDisse ord skal minde om frosten: »Plant intet i april.«"),
)


@pytest.mark.parametrize(("code", "text"), SAYINGS)
def test_words_behind_a_colon_of_a_sentence_about_nobody_are_nobodys(code: str, text: str) -> None:
    last = quotes_of(text, code)[-1]
    assert last.speaker is None or last.speaker.actor is None


@pytest.mark.parametrize("code", languages())
def test_every_noun_for_a_body_is_read(code: str) -> None:
    unread = []
    for noun, kinds in rows(code, "body_nouns"):
        reading = read(f"{noun} xyzzy", code)
        found = noun_at(reading, 0, len(reading.words))
        if found is None or not found[1] >= frozenset(kinds.split(",")):
            unread.append(noun)
    assert rows(code, "body_nouns") and unread == []


def test_kinds_of_bodies_are_declared() -> None:
    listed = {row[0] for row in world("body_kinds")}
    used = {kind for code in languages() for row in rows(code, "body_nouns") for kind in row[1].split(",")}
    assert used <= listed
    assert {"company", "institution"} <= body_kinds("bank")
