"""Findings on who is heard: the room of each side, criticism without its answer, quotations cut or coloured."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.comparison import compare
from analysis.types import Analysed, Finding, Quote, Span
from tests.analysis.stories import Line, Told, told

BERG, LUND, HOLM = "person:anna-berg", "person:carl-lund", "person:eva-holm"
PEOPLE = {"Anna Berg": BERG, "Carl Lund": LUND, "Eva Holm": HOLM}
CRITICISM = {
    "sv": "Carl Lund kallar de hemliga mötena ett svek mot alla väljare i kommunen.",
    "nb": "Carl Lund kaller de hemmelige møtene et svik mot alle velgere i hele kommunen.",
    "ro": "Carl Lund numește întâlnirile secrete o trădare a tuturor alegătorilor din comună.",
    "en": "Carl Lund calls the secret meetings a betrayal of every voter in the whole town.",
    "de": "Carl Lund nennt die geheimen Treffen einen Verrat an allen Wählern der ganzen Stadt.",
    "fr": "Carl Lund qualifie les réunions secrètes de trahison de tous les électeurs de la ville.",
}
ANSWER = {
    "sv": "Anna Berg viftar bort kritiken som gammal skåpmat och säger att allt gick rätt till.",
    "nb": "Anna Berg vifter bort kritikken som gammelt nytt og sier at alt gikk riktig for seg.",
    "ro": "Anna Berg respinge criticile ca fiind vechi și spune că totul a fost corect.",
    "en": "Anna Berg waves the criticism away as old news and says that all of it was proper.",
    "de": "Anna Berg weist die Kritik als alte Geschichte zurück und sagt, alles sei korrekt gewesen.",
    "fr": "Anna Berg balaie les critiques comme de vieilles histoires et dit que tout était correct.",
}
FILLING = [f"Day {n} of the hearing ended without a vote in the hall." for n in range(1, 9)]


def article(outlet: str, code: str, *lines: Line | str, kind: str = "direct") -> Analysed:
    """An article whose statements stand between marks, with the criticism toward Anna Berg."""
    item = told(Told(outlet, [*lines, *FILLING], PEOPLE, language=code))
    quotes = tuple(
        replace(quote, kind=kind, stance=replace(quote.stance, confidence=0.95, target=_target(quote)))
        for quote in item.analysis.quotes
    )
    framing = item.analysis.framing
    targets = {quote.id: quote.stance.target for quote in quotes}
    reactions = tuple(replace(one, target=targets[one.quote]) for one in framing.reactions)
    analysis = replace(item.analysis, quotes=quotes, framing=replace(framing, reactions=reactions))
    return replace(item, analysis=analysis)


def _target(quote: Quote) -> str | None:
    return BERG if quote.stance.label == "criticism" else None


def of_kind(kind: str, *articles: Analysed) -> list[Finding]:
    return [finding for finding in compare(articles).findings if finding.kind == kind]


def critic(code: str) -> Line:
    return Line(CRITICISM[code], LUND, "criticism")


def answer(code: str) -> Line:
    return Line(ANSWER[code], BERG, "dismissal")


@pytest.mark.parametrize("code", CRITICISM)
def test_criticism_without_the_answer_that_stands_elsewhere_is_told(code: str) -> None:
    both = article("alpha", code, critic(code), answer(code))
    (found,) = of_kind("unanswered_accusation", both, article("beta", code, critic(code)))
    assert found.summary == (
        "In beta the criticism of Anna Berg by Carl Lund stands without the answer that stands in alpha."
    )
    assert [span.text for span in found.evidence] == [CRITICISM[code], CRITICISM[code], ANSWER[code]]


@pytest.mark.parametrize("code", CRITICISM)
def test_nothing_is_unanswered_where_the_accused_speaks_or_may_speak(code: str) -> None:
    both = article("alpha", code, critic(code), answer(code))
    silent = Line(ANSWER[code], BERG, "neutral")
    assert of_kind("unanswered_accusation", both, article("beta", code, critic(code), silent)) == []
    assert of_kind("unanswered_accusation", both, article("beta", code, critic(code), answer(code))) == []
    unknown = article("beta", code, critic(code), answer(code))
    quotes = tuple(
        replace(quote, speaker=None) if quote.stance.label == "dismissal" else quote
        for quote in unknown.analysis.quotes
    )
    assert of_kind("unanswered_accusation", both, _with_quotes(unknown, quotes)) == []


def _with_quotes(item: Analysed, quotes: tuple[Quote, ...]) -> Analysed:
    return replace(item, analysis=replace(item.analysis, quotes=quotes))


@pytest.mark.parametrize("code", CRITICISM)
def test_a_side_that_only_others_quote_is_told(code: str) -> None:
    both = article("alpha", code, critic(code), answer(code))
    (found,) = of_kind("voice_balance", both, article("beta", code, critic(code)))
    assert found.summary == "beta quotes only critics; alpha also has Anna Berg."
    (other,) = of_kind("voice_balance", both, article("beta", code, answer(code)))
    assert other.summary == "beta quotes no critic; alpha has Carl Lund."
    assert ANSWER[code] in {span.text for span in other.evidence}


@pytest.mark.parametrize("code", CRITICISM)
def test_no_side_is_missing_where_both_speak_or_one_of_it_is_named(code: str) -> None:
    both = article("alpha", code, critic(code), answer(code))
    assert of_kind("voice_balance", both, article("beta", code, answer(code), critic(code))) == []
    named = article("beta", code, critic(code), "Anna Berg sat in the hall all day.")
    assert of_kind("voice_balance", both, named) == []


def test_the_room_of_each_side_is_told_where_it_differs_much() -> None:
    long = Line(f"{CRITICISM['en']} " * 3, LUND, "criticism")
    reply = Line(f"{ANSWER['en']} " * 3, BERG, "dismissal")
    (found,) = of_kind(
        "voice_balance",
        article("alpha", "en", long, Line("Anna Berg calls it old news.", BERG, "dismissal")),
        article("beta", "en", reply, Line("Carl Lund calls it a betrayal.", LUND, "criticism")),
    )
    assert found.message.key == "voice_balance.share"
    assert found.message.params["most"] == "alpha"


WHOLE = {
    "sv": "Vi har gjort fel och vi rättar till det, men ingen annan myndighet hade klarat vintern bättre med så lite",
    "nb": "Vi har gjort feil og vi retter det opp, men ingen annen etat hadde klart vinteren bedre med så små midler",
    "ro": "Am greșit și vom îndrepta totul, dar nicio altă instituție nu trecea iarna mai bine cu bani așa puțini",
    "en": "We were wrong and we will mend it, but no other agency would have managed that winter better with so little",
    "de": "Wir haben Fehler gemacht und stellen sie ab, doch keine andere Behörde kam so gut durch den ganzen Winter",
    "fr": "Nous avons eu tort et le corrigerons, mais aucune autre agence n'aurait mieux fait cet hiver avec si peu",
}


@pytest.mark.parametrize("code", WHOLE)
def test_a_quotation_that_is_cut_is_told_and_a_whole_one_is_not(code: str) -> None:
    whole, part = WHOLE[code], WHOLE[code].partition(",")[0]
    first = article("alpha", code, Line(whole, BERG))
    (found,) = of_kind("quotation_cut", first, article("beta", code, Line(part, BERG)))
    assert found.message.key == "quotation_cut.part"
    assert found.message.params["short"] == "beta"
    assert str(found.message.params["left"]) == whole.partition(", ")[2]
    assert of_kind("quotation_cut", first, article("beta", code, Line(whole, BERG))) == []
    assert of_kind("quotation_cut", first, article("beta", code, Line(part, HOLM))) == []
    pieces = article("beta", code, Line(part, BERG), Line(whole.partition(", ")[2], BERG))
    assert of_kind("quotation_cut", first, pieces) == []


@pytest.mark.parametrize("code", WHOLE)
def test_the_same_words_after_another_kind_of_verb_are_told(code: str) -> None:
    def introduced(outlet: str, cue_class: str) -> Analysed:
        item = article(outlet, code, Line(WHOLE[code], BERG))
        cue = Span(0, 2, WHOLE[code][:2])
        return _with_quotes(
            item,
            tuple(replace(quote, cue=cue, cue_class=cue_class) for quote in item.analysis.quotes),  # type: ignore[arg-type]
        )

    (found,) = of_kind("quotation_cut", introduced("alpha", "neutral"), introduced("beta", "doubting"))
    assert found.message.key == "quotation_cut.verb"
    assert of_kind("quotation_cut", introduced("alpha", "neutral"), introduced("beta", "neutral")) == []


@pytest.mark.parametrize("code", WHOLE)
def test_a_verb_of_another_sentence_introduces_nothing(code: str) -> None:
    def introduced(outlet: str, cue_class: str, far: bool) -> Analysed:
        item = article(outlet, code, "Anna Berg raged. She sat down.", Line(WHOLE[code], BERG))
        text = item.analysis.article.text
        quote = next(one for one in item.analysis.quotes)
        place = text.index("raged") if far else quote.start
        cue = Span(place, place + 5, text[place : place + 5])
        return _with_quotes(item, (replace(quote, cue=cue, cue_class=cue_class),))  # type: ignore[arg-type]

    plain = introduced("alpha", "neutral", False)
    assert of_kind("quotation_cut", plain, introduced("beta", "emotive", True)) == []
    assert of_kind("quotation_cut", plain, introduced("beta", "emotive", False))


@pytest.mark.parametrize("code", CRITICISM)
def test_the_first_voice_is_told_only_if_both_articles_have_the_two(code: str) -> None:
    first = article("alpha", code, critic(code), answer(code))
    (found,) = of_kind("first_voice", first, article("beta", code, answer(code), critic(code)))
    assert found.summary == (
        "The first reaction in alpha is the criticism by Carl Lund (lead), in beta the dismissal by Anna Berg (lead)."
    )
    assert of_kind("first_voice", article("alpha", code, critic(code)), article("beta", code, answer(code))) == []
