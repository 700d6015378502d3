"""Kinds of sentences that were read wrongly, in varied wording: what is unsaid, who speaks, what reports nothing."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.sources import find_sources
from tests.analysis.attribution import document_of
from tests.analysis.test_quotes_languages import quotes_of

UNSAID = (
    ("da", "Borgmesteren afviste at sige, hvem der havde ringet."),
    ("nb", "Ordføreren avviste å svare på om hallen skal selges."),
    ("nn", "Ordføraren avviste å seie kven som hadde ringt."),
    ("fr", "La préfète s’est refusée à tout commentaire."),
    ("en", "At no time did a guard say that the gate was open."),
    ("en", "Never had the mayor claimed that the hall was safe."),
    ("de", "Nie hat der Wärter gesagt, dass das Tor offen war."),
    ("sv", "Aldrig har vakten sagt att grinden var öppen."),
    ("en", "Vets will determine whether the horse can run."),
)
NO_CLAUSE = (
    ("nb", "Ferjen legger til kai i Moss."),
    ("nn", "Ferja legg til kai i Florø."),
    ("da", "Læreren melder sig ind i foreningen."),
    ("sv", "Laget menade allvar och vann."),
    ("en", "Divers found the ring in the lake."),
)
CLAUSES = (
    ("nb", "Kari Dal mener skolen trenger hjelp.", "skolen trenger hjelp"),
    ("da", "Karen Dal mener skolen mangler penge.", "skolen mangler penge"),
    ("sv", "Karin Dahl menar skolan behöver pengar.", "skolan behöver pengar"),
    ("en", "Carol Dale said schools need money.", "schools need money"),
    ("nn", "Kari Dal meiner skulen treng hjelp.", "skulen treng hjelp"),
)
OWN = (
    ("de", "Nach eigenen Angaben hat der Chor 80 Mitglieder.", "der Chor"),
    ("sv", "Enligt egen uppgift har kören 80 medlemmar.", "kören"),
    ("da", "Ifølge egne oplysninger har koret 80 medlemmer.", "koret"),
    ("fr", "Selon ses propres dires, le chœur compte 80 voix.", "le chœur"),
    ("ro", "Potrivit propriilor declarații, corul are 80 de membri.", "corul"),
)
TITLED = (
    ("nb", "Rektor Siri Dale møtte foreldrene. «Skolen består», sa rektoren.", "Siri Dale"),
    ("sv", "Rektor Siri Dahl mötte föräldrarna. ”Skolan består”, sade rektorn.", "Siri Dahl"),
    ("da", "Rektor Signe Dal mødte forældrene. »Skolen består,« sagde rektoren.", "Signe Dal"),
    ("de", "Kaplan Jens Dahl traf die Eltern. „Die Schule bleibt“, sagte der Kaplan.", "Jens Dahl"),
    ("en", "Curate Tom Dale met the parents. “The school stays,” said the curate.", "Tom Dale"),
)
SIGNED = (
    ("fr", "« La mer est à nous. »\n— Sarah Quillot, pêcheuse\n\nLe port a fermé lundi.", "Sarah Quillot"),
    ("sv", "”Havet är vårt.”\n– Sara Holm, fiskare\n\nHamnen stängde i måndags.", "Sara Holm"),
    ("nn", "«Havet er vårt.» (Sara Holm, fiskar)\n\nHamna stengde måndag.", "Sara Holm"),
    ("de", "„Das Meer gehört uns.“ (Sara Holm, Fischerin)\n\nDer Hafen schloss am Montag.", "Sara Holm"),
    ("en", "“The sea is ours.”\n— Sarah Holm, fisher\n\nThe harbour closed on Monday.", "Sarah Holm"),
)
IN_MARKS = (
    ("de", "„Sie war die Stimme des Ortes“, schrieb die „Ostpost“ in einem Nachruf.", "Ostpost"),
    ("nb", "«Hun var stemmen til bygda», skrev «Østposten» i en nekrolog.", "Østposten"),
    ("sv", "”Hon var byns röst”, skrev ”Östposten” i en runa.", "Östposten"),
    ("fr", "« Elle était la voix du village », écrivait « La Poste de l’Est » dans un hommage.", "La Poste de l’Est"),
    ("ro", "„Ea era vocea satului”, scria „Poșta de Est” într-un necrolog.", "Poșta de Est"),
    ("de", "„Das war knapp“, zitiert die „Ostpost“ Karin Dahl in einem Bericht.", "Karin Dahl"),
    ("en", "“She was the voice of the village,” wrote the “Eastern Post” in an obituary.", "Eastern Post"),
)
WORKS = (
    ("de", "Sie schrieb die Musik zum Film „1999: Fahrt ins Tal“."),
    ("en", "She wrote the music of the film “1999: A Ride to the Valley”."),
    ("nb", "Hun skrev musikken til hennes film «1999: Turen til dalen»."),
    ("sv", "Hon skrev musiken till hennes film ”1999: Resan till dalen”."),
    ("fr", "Elle a écrit la musique du film « 1999 : Retour à la vallée »."),
    ("de", "Der Verein nennt sich „Tal 99“."),
    ("ro", "Clubul se numește „Valea 99”."),
)
NO_SPEAKER = (
    ("nb", "Like etter ferien var det slutt: «Stengt for godt», sto det på døra.", "ferien"),
    ("sv", "Bron: Så blir trafiken\n\nArbetet börjar på måndag i Falun.", "Bron"),
    ("da", "Broen: Sådan bliver trafikken\n\nArbejdet begynder mandag i Vejle.", "Broen"),
    ("nb", "Brua: Slik blir trafikken\n\nArbeidet begynner mandag i Moss.", "Brua"),
    ("ro", "Podul: Cum va fi traficul\n\nLucrările încep luni la Buzău.", "Podul"),
)


@pytest.mark.parametrize(("code", "text"), [*UNSAID, *NO_CLAUSE, *WORKS])
def test_what_nobody_said_and_what_holds_no_clause_is_no_statement(code: str, text: str) -> None:
    assert quotes_of(text, code) == ()


@pytest.mark.parametrize(("code", "text", "said"), CLAUSES)
def test_a_bare_clause_is_still_a_statement(code: str, text: str, said: str) -> None:
    assert [quote.text for quote in quotes_of(text, code)] == [said]


@pytest.mark.parametrize(("code", "text", "name"), OWN)
def test_somebodys_own_account_is_that_of_the_subject(code: str, text: str, name: str) -> None:
    document = document_of(text, code)
    quotes = find_quotes(document, ())
    assert [quote.speaker.name if quote.speaker else None for quote in quotes] == [name]
    assert [source.name for source in find_sources(document, (), quotes)[0]] == [name]


@pytest.mark.parametrize(("code", "text", "name"), [*TITLED, *SIGNED, *IN_MARKS])
def test_a_title_and_a_signature_tell_the_speaker(code: str, text: str, name: str) -> None:
    document = document_of(text, code)
    found = [quote.speaker for quote in find_quotes(document, find_actors(document)) if quote.kind == "direct"]
    assert [one.name if one else None for one in found] == [name]


@pytest.mark.parametrize(("code", "text", "words"), NO_SPEAKER)
def test_a_time_and_a_topic_before_a_colon_speak_nothing(code: str, text: str, words: str) -> None:
    document = document_of(text, code)
    speakers = [quote.speaker for quote in find_quotes(document, find_actors(document))]
    assert words not in " ".join(one.name for one in speakers if one is not None)


def test_a_source_in_the_dative_ends_before_the_subject() -> None:
    (quote,) = quotes_of("Potrivit pompierilor focul a pornit de la acoperiș.", "ro")
    assert (quote.text, quote.speaker.name if quote.speaker else None) == (
        "focul a pornit de la acoperiș",
        "pompierilor",
    )
