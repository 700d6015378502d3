"""Notices that pages set before, among and behind the paragraphs of an article, in every language."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.types import ArticleInput

# language, headline, paragraph, until when a film can be seen, who adapted it, where to look, offer at the end
NOTICES = (
    ("sv", "Kvarnen ska mala igen",
     "Den gamla kvarnen i Lillby ska mala mjöl igen från och med våren, säger mjölnaren.",
     "02:57 min. Tillgänglig till 06.05.2026.", "Översättning och bearbetning: Nina Ek", "Scrolla ner för bilderna",
     "Kvarnbladet skriver om byns liv varje dag. Anmäl dig till vårt brev, som kommer varje fredag."),
    ("nb", "Møllen skal male igjen", "Den gamle møllen i Lilleby skal male mel igjen fra og med våren, sier mølleren.",
     "02:57 min. Tilgjengelig til 06.05.2026.", "Oversettelse og tilpasning: Nina Ek", "Scroll ned for å se bildene",
     "Mølleposten skriver om livet i bygda hver dag. Meld deg på vårt brev, som kommer hver fredag."),
    ("nn", "Mølla skal male att", "Den gamle mølla i Litleby skal male mjøl att frå og med våren, seier mjølnaren der.",
     "02:57 min. Tilgjengeleg til 06.05.2026.", "Omsetjing og tilpassing: Nina Ek", "Scroll ned for å sjå bileta",
     "Mølleposten skriv om livet i bygda kvar dag. Meld deg på nyheitsbrevet, som kjem kvar fredag."),
    ("da", "Møllen skal male igen", "Den gamle mølle i Lilleby skal male mel igen fra og med foråret, siger mølleren.",
     "02:57 min. Tilgængelig til 06.05.2026.", "Oversættelse og tilpasning: Nina Eg", "Scroll ned for at se billeder",
     "Mølleposten skriver om livet i byen hver dag. Tilmeld dig vores brev, som kommer hver fredag."),
    ("ro", "Moara va măcina din nou",
     "Vechea moară din sat va măcina din nou făină începând din primăvară, spune morarul.",
     "02:57 min. Disponibil până la 06.05.2026.", "Traducere și adaptare: Nina Pop",
     "Derulați în jos până la fotografii",
     "Foaia Morii scrie zilnic despre viața satului. Abonați-vă la newsletterul de vineri al redacției."),
    ("en", "The mill will grind again",
     "The old mill in Littleby will grind flour again from spring on, says the miller.",
     "02:57 min. Available until 06.05.2026.", "Translation and adaptation: Nina Oak",
     "Scroll down to see the pictures",
     "The Mill Post writes on village life each day. Sign up for our letter, which comes on Fridays."),
    ("de", "Die Mühle soll wieder mahlen",
     "Die alte Mühle in Kleindorf soll vom Frühling an wieder mahlen, sagt der Müller.",
     "02:57 Min.. Verfügbar bis 06.05.2026.", "Übersetzung und Bearbeitung: Nina Eck",
     "Scrollen Sie nach unten zu den Bildern",
     "Der Mühlbote schreibt täglich vom Dorf. Melden Sie sich für unseren Brief an, der freitags kommt."),
    ("fr", "Le moulin va moudre encore",
     "Le vieux moulin du bourg va moudre de la farine dès le printemps, dit le meunier.",
     "02:57 min. Disponible jusqu'au 06.05.2026.", "Traduction et adaptation : Nina Roux",
     "Faites défiler pour voir les images",
     "La Feuille du moulin raconte le bourg. Inscrivez-vous à notre lettre, qui arrive le vendredi."),
)  # fmt: skip
rows = pytest.mark.parametrize("row", NOTICES, ids=lambda row: row[0])


def _text(headline: str, *lines: str) -> list[str]:
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><body><main><article><h1>{headline}</h1><div>{body}</div></article></main></body></html>"
    return clean(ArticleInput(outlet="x", html=page)).text.split("\n\n")


@rows
def test_notices_are_no_part_of_the_text(row: tuple[str, ...]) -> None:
    _, headline, paragraph, film, adapted, look, offer = row
    own = [f"{paragraph} {letter}." for letter in "ABCDEF"]
    assert _text(headline, film, *own) == own
    assert _text(headline, adapted, *own) == own
    assert _text(headline, *own[:3], look, *own[3:]) == own
    assert _text(headline, *own, offer) == own
    assert _text(headline, *own, offer, f"«{headline}»: {offer}") == own


@rows
def test_offers_that_somebody_tells_of_stay(row: tuple[str, ...]) -> None:
    _, headline, paragraph, *_, offer = row
    own = [f"{paragraph} {letter}." for letter in "ABCDEF"]
    assert f"– {offer}" in _text(headline, *own, f"– {offer}")
    assert f"«{offer}»" in _text(headline, *own, f"«{offer}»")
    assert offer in _text(headline, offer, *own)


def test_a_notice_on_rights_goes_and_an_agency_stays() -> None:
    _, headline, paragraph, *_ = NOTICES[5]
    own = [f"{paragraph} {letter}." for letter in "ABCDEF"]
    rights = "Copyright © The Mill Post 2019-2026. Nobody may print any of this without a letter from us, so ask first."
    assert _text(headline, *own, rights) == own
    assert _text(headline, *own, "© dpa-infocom, dpa:260428-99-483045/5")[-1].startswith("© dpa")
