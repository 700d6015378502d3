# ruff: noqa: E501
"""Kinds in which real pages were read wrongly: who speaks where descriptions, relative clauses and portraits stand."""

from __future__ import annotations

import pytest

from analysis.types import Quote
from tests.analysis.test_quotes_languages import quotes_of


def named(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker else None


LAST_SPEAKER = (
    # a description beside a name that no comma closes
    ("sv", "Karin Holm, rektor på Bergaskolan sa på kvällen: ”Vi är nöjda.”", "Karin Holm"),
    ("nb", "Karin Holm, rektor ved Berg skole sa om kvelden: «Vi er fornøyde.»", "Karin Holm"),
    ("nn", "Karin Holm, rektor ved Berg skule sa om kvelden: «Vi er nøgde.»", "Karin Holm"),
    ("da", "Karin Holm, leder af Bakkeskolen sagde om aftenen: »Vi er tilfredse.«", "Karin Holm"),
    ("en", "Karen Holm, head of Bergen School said in the evening: “We are happy.”", "Karen Holm"),
    ("de", "Klara Wolf, Leiterin der Schule Blau-Weiß sagte am Abend: „Wir sind zufrieden.“", "Klara Wolf"),
    ("fr", "Karine Dupont, directrice de l’école Saint-Paul a dit le soir : « Nous sommes contents. »", "Karine Dupont"),
    ("ro", "Carmen Popa, directoarea școlii Sfântul Pavel a spus seara: „Suntem mulțumiți.”", "Carmen Popa"),
    # a relative clause is no speaker
    ("de", "„Das war gut“, lachte Reuter, der zuvor von einer ruhigen Nacht berichtet hatte: „Alle schliefen.“ Anna Reuter ging.", "Anna Reuter"),
    ("en", "Several of the experts who read the report on the bridge voiced doubts about whether it was safe.", "Several of the experts"),
    ("fr", "Les experts qui lisaient le rapport sur le pont ont affirmé que tout va bien.", "Les experts"),
    ("ro", "Experții care citeau un raport despre pod au spus că totul e bine.", "Experții"),
    ("sv", "Experterna som läste en rapport om bron sa att den är säker.", "Experterna"),
    # the name between the last commas, and to whom it was told
    ("en", "Rescuers found a second body, the delegate in Leeds, Ann Moore, told reporters.", "Ann Moore"),
    ("en", "Jean Moore, a lawyer who served in the army and has defended firms, said it was unclear.", "Jean Moore"),
    ("nb", "Selv fortalte nordmannen avisa Irish Independent at han var dyktig.", "nordmannen"),
    # one who is nobody, and whom it was learnt from
    ("fr", "Les deux pays se retrouveront mardi à Bruxelles, a-t-on appris vendredi de sources diplomatiques.", "sources diplomatiques"),
    # what stands first and is no subject
    ("nb", "Like før jul i fjor sa ranværingen at han var skyldig.", "ranværingen"),
    ("da", "Foreholdt tallene understreger formand for partiet, Bo B. Lund, ”at fremtiden er vores”.", "Bo B. Lund"),
    ("da", "Selvom Karen nu er medejer, siger hun, at det er svært. Karen Lund smiler.", "Karen Lund"),
    # a name that only tells which body is meant
    ("en", "The Carter administration argued that it was wrong. Joe Carter smiled.", "The Carter administration"),
    ("fr", "Le gouvernement Barnier a annoncé que la loi était prête. Michel Barnier sourit.", "Le gouvernement Barnier"),
    ("sv", "Regeringen Löfven meddelade att lagen är klar. Stefan Löfven log.", "Regeringen Löfven"),
    ("nb", "Regjeringen Solberg opplyste at loven er klar. Erna Solberg smilte.", "Regjeringen Solberg"),
    ("de", "Die Regierung Merkel teilte mit, dass das Gesetz fertig sei. Angela Merkel lächelte.", "Die Regierung Merkel"),
    ("en", "WASHINGTON — The Carter administration tried to marshal evidence, arguing that it is a tool. President Carter left.", "The Carter administration"),
    # what a gerund, a time or a pair opens
    ("en", "Citing an article that said the chatty Reed would not comment, the committee said he should weigh in.", "the committee"),
    ("fr", "Citant un article qui disait que tout va bien, le comité a affirmé que rien ne va.", "le comité"),
    ("en", "Several hours earlier, a senior official also pushed back, saying the article was wrong.", "a senior official"),
    ("en", "Supporters of the mosque and library in lower Hull, including the mayor Ann Reed, say its growth should go on.", "Supporters of the mosque and library in lower Hull"),
    ("sv", "Anhängare av moskén och kulturhuset i Lund, däribland borgmästaren Bo Lund, säger att det är bra.", "Anhängare av moskén och kulturhuset i Lund"),
    # told within the marks
    ("fr", "Anne Leroy dirige le syndicat. M. Petit a refusé. « Notre désaccord est total, souligne-t-elle. Nous avons des solutions. »", "Anne Leroy"),
    ("sv", "Anna Holm leder facket. Bo Lund vägrade. ”Vi är inte överens, säger hon. Vi har lösningar.”", "Anna Holm"),
    ("en", "Anna Holm leads the union. Bo Lund was there. “We do not agree, says Anna Holm. We have solutions.”", "Anna Holm"),
    # somebody whom the words speak of by name does not say them
    ("en", "Karen Holm runs the inn. Her son, Oliver Holm, is a partner too. “It means a lot that Oliver is here.”", "Karen Holm"),
    ("sv", "Karin Holm driver krogen. Hennes son, Olle Holm, är delägare. ”Det betyder mycket att Olle är med.”", "Karin Holm"),
    ("de", "Karin Holm führt das Lokal. Ihr Sohn, Otto Holm, ist auch dabei. „Es bedeutet viel, dass Otto hier ist.“", "Karin Holm"),
    # a house is no person
    ("da", "Karen Holm åbnede sidste år Marais Bistro i gaden. For hende handler Marais Bistro om mad, fortæller hun.", "Karen Holm"),
    # known by age
    ("sv", "Tone Holm födde i går. ”Det var tungt”, säger 36-åringen.", "Tone Holm"),
    ("nb", "Tone Holm fødte i går. 36-åringen forteller at hun fikk hjelp.", "Tone Holm"),
    ("da", "Tone Holm fødte i går. Den 36-årige siger, at hun fik hjælp.", "Tone Holm"),
    ("en", "Matt Reed left the room. The 42-year-old said it was false.", "Matt Reed"),
    ("de", "Matt Reed ging. „Es ist falsch“, sagte der 42-Jährige.", "Matt Reed"),
    ("fr", "Marc Leroy a nié. L’homme de 42 ans a affirmé qu’il était innocent.", "Marc Leroy"),
    ("ro", "Marcel Popa a plecat. Bărbatul de 42 de ani a spus că este nevinovat.", "Marcel Popa"),
    ("en", "A 42-year-old man was held. Matt Reed left the room. The 42-year-old said it was false.", "The 42-year-old"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker"), LAST_SPEAKER)
def test_the_last_statement_is_whose_it_is(language: str, text: str, speaker: str) -> None:
    found = quotes_of(text, language)
    assert found
    assert named(found[-1]) == speaker


NOTHING = (
    ("de", "Schwere Zweifel waren schon im Frühjahr laut geworden. Rufe nach Neuwahlen werden laut."),
    ("de", "Es gibt Mittel, die dich beim Lernen unterstützen können."),
    ("de", "Sie treffen jene, die täglich auf die Bahn angewiesen sind – sonst geht nichts."),
    ("de", "Es wurde besser als befürchtet."),
    ("sv", "Resultatet blev bättre än väntat."),
    ("nb", "Det gikk bedre enn fryktet."),
    ("da", "Det gik bedre end ventet. Bo Lund har svært ved at sove."),
    ("en", "It went worse than feared. The firm did not respond to requests for comment."),
    ("fr", "La situation reste critique en Bretagne. Le stock a atteint un niveau critique dans l’Atlantique."),
)


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_what_only_looks_like_a_report_is_none(language: str, text: str) -> None:
    assert (
        quotes_of(f"Anna Holm sa: “A b c d e.”\n\n{text}", language)[1:] == quotes_of(f"“”\n\n{text}", language) == ()
    )


SIDES = (
    ("Diesen Verdacht weist Klara Wolf zurück.", "Diesen Verdacht weist Klara Wolf zurück", "Klara Wolf"),
    ("Kanzlerin Eva Brandt, die gestern in Bonn den Entwurf verteidigte, fährt nach Wien.", "gestern in Bonn den Entwurf verteidigte", "Eva Brandt"),
    ("Weil die Ministerin den Plan kritisiert hatte, trat Karl Wolf zurück.", "den Plan kritisiert hatte", "die Ministerin"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "told", "speaker"), SIDES)
def test_a_side_told_by_a_verb_at_the_end_is_its_own_clause(text: str, told: str, speaker: str) -> None:
    assert [(quote.text, named(quote)) for quote in quotes_of(text, "de")] == [(told, speaker)]


def test_a_verb_of_saying_behind_a_relative_clause_has_a_statement_of_its_own() -> None:
    text = "Jean Moore, a lawyer who has defended large clients, said it was unclear why the gun had fired."
    assert [quote.text for quote in quotes_of(text, "en")] == ["it was unclear why the gun had fired"]


@pytest.mark.parametrize(
    ("language", "text", "rest"),
    [
        ("nb", "Kalde netter er ifølge naboene de største problemene.", "de største problemene"),
        ("sv", "Kalla nätter är enligt grannarna de största problemen.", "de största problemen"),
        ("da", "Kolde nætter er ifølge naboerne de største problemer.", "de største problemer"),
    ],
)
def test_a_source_ends_where_the_next_phrase_opens(language: str, text: str, rest: str) -> None:
    assert quotes_of(text, language)[-1].text == text.rstrip(".") and text.endswith(f"{rest}.")
