"""Findings on who is heard in one article and not in another, by name and by their very words."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from analysis.comparison.findings import FINDERS as ALL
from analysis.comparison.findings.dimension import About, Story, Weight, finding
from analysis.comparison.findings.headline_opening import headline_opening
from analysis.comparison.findings.named_here import named_here
from analysis.comparison.findings.other_words import other_words
from analysis.comparison.findings.quoted_here import quoted_here
from analysis.comparison.findings.ranking import ranked
from analysis.comparison.findings.single_voice import single_voice
from analysis.comparison.findings.unheard import unheard
from analysis.comparison.linking import link
from analysis.comparison.members import members_of
from analysis.types import Analysed, Comparison, Finding, Message, Quote, Speaker
from tests.analysis.stories import Line, Told, told

BERG, LUND, HOLM = "person:anna-berg", "person:carl-lund", "person:eva-holm"
PEOPLE = {"Anna Berg": BERG, "Carl Lund": LUND, "Eva Holm": HOLM}
FILLING = {
    "sv": "Styrelsen för hamnen ska se över kaj nummer {} före sommaren och berätta vad den kommer fram till.",
    "nb": "Styret for havna skal se på kai nummer {} før sommeren og fortelle hva det kommer fram til.",
    "da": "Bestyrelsen for havnen vil se på kaj nummer {} inden sommer og fortælle, hvad den når frem til.",
    "ro": "Conducerea portului va cerceta cheiul numărul {} înainte de vară și va spune ce a aflat acolo.",
    "en": "The harbour board will look into pier number {} before the summer and say what it has found.",
    "de": "Der Vorstand des Hafens prüft vor dem Sommer den Pier Nummer {} und sagt dann, was er gefunden hat.",
    "fr": "La direction du port examinera le quai numéro {} avant l'été et dira alors ce qu'elle a trouvé.",
}
BERG_SAYS = {
    "sv": "Vi har ingenting att dölja, och den som vill läsa avtalet kan komma hit redan i morgon bitti",
    "nb": "Vi har ingenting å skjule, og den som vil lese avtalen kan komme hit allerede i morgen tidlig",
    "da": "Vi har intet at skjule, og den der vil læse aftalen kan komme herhen allerede i morgen tidlig",
    "ro": "Nu avem nimic de ascuns, iar cine vrea să citească acordul poate veni aici chiar mâine dimineață",
    "en": "We have nothing to hide, and whoever wants to read the contract may come here tomorrow morning",
    "de": "Wir haben nichts zu verbergen, und wer den Vertrag lesen will, kann schon morgen früh herkommen",
    "fr": "Nous n'avons rien à cacher, et qui veut lire le contrat peut venir ici dès demain matin tôt",
}
LUND_SAYS = {
    "sv": "Kajen har stått tom i elva år medan kommunen betalar hyra för varenda meter av den varje månad",
    "nb": "Kaia har stått tom i elleve år mens kommunen betaler leie for hver eneste meter av den hver måned",
    "da": "Kajen har stået tom i elleve år, mens kommunen betaler leje for hver eneste meter hver måned",
    "ro": "Cheiul stă gol de unsprezece ani, iar orașul plătește chirie pentru fiecare metru în fiecare lună",
    "en": "The pier has stood empty for eleven years while the town pays rent for every metre of it each month",
    "de": "Der Pier steht seit elf Jahren leer, während die Stadt jeden Monat für jeden Meter Miete bezahlt",
    "fr": "Le quai est vide depuis onze ans alors que la ville paie chaque mois un loyer pour chaque mètre",
}
HOLM_SAYS = {
    "sv": "Barnen badar där varje sommar och ingen har frågat dem vad de tycker om saken över huvud taget",
    "nb": "Barna bader der hver sommer og ingen har spurt dem hva de synes om saken i det hele tatt",
    "da": "Børnene bader der hver sommer, og ingen har spurgt dem, hvad de overhovedet mener om sagen",
    "ro": "Copiii se scaldă acolo în fiecare vară și nimeni nu i-a întrebat vreodată ce părere au ei",
    "en": "The children bathe there every summer and nobody has asked them what they think of it at all",
    "de": "Die Kinder baden dort jeden Sommer, und niemand hat sie je gefragt, was sie davon halten",
    "fr": "Les enfants s'y baignent chaque été et personne ne leur a jamais demandé ce qu'ils en pensent",
}
CODES = ("sv", "da", "ro", "de", "fr")


def article(
    outlet: str, code: str, *lines: Line | str, headline: str | None = None, day: str | None = None
) -> Analysed:
    """An article whose statements stand between marks."""
    filling = [FILLING[code].format(number) for number in range(2, 11)]
    item = told(Told(outlet, [filling[0], *lines, *filling[1:]], PEOPLE, language=code, published=day))
    quotes = tuple(replace(quote, kind="direct", speaker=_beside_name(quote)) for quote in item.analysis.quotes)
    titled = replace(item.analysis.article, headline=headline)
    return replace(item, analysis=replace(item.analysis, quotes=quotes, article=titled))


def _beside_name(quote: Quote) -> Speaker | None:
    """Who speaks, by the name that the line begins with."""
    name = next(name for name, actor in PEOPLE.items() if quote.speaker and quote.speaker.actor == actor)
    start = quote.start if quote.text.startswith(name) else None
    return replace(quote.speaker, start=start, end=start and start + len(name)) if quote.speaker else None


FINDERS = (unheard, single_voice, quoted_here, named_here, other_words, headline_opening)


def keyed(key: str, *articles: Analysed) -> list[Finding]:
    """What these finders, which look at no claims, find of that key."""
    story = Story(members_of(link(articles)), (), cast(Comparison, None))
    return [one for finder in FINDERS for one in finder(story).findings if one.message.key == key]


def test_a_comparison_asks_all_of_them() -> None:
    assert set(FINDERS) <= set(ALL)


def berg(code: str) -> Line:
    return Line(f"Anna Berg: {BERG_SAYS[code]}", BERG)


def lund(code: str) -> Line:
    return Line(f"Carl Lund: {LUND_SAYS[code]}", LUND)


def holm(code: str) -> Line:
    return Line(f"Eva Holm: {HOLM_SAYS[code]}", HOLM)


@pytest.mark.parametrize("code", CODES)
def test_whom_all_others_quote_and_one_does_not_name_is_told(code: str) -> None:
    both = [article(f"o{number}", code, berg(code), lund(code)) for number in range(2)]
    (found,) = keyed("voice_balance.unheard", *both, article("beta", code, lund(code)))
    assert found.summary == "beta does not name Anna Berg, quoted in o0 and o1."
    assert [span.article for span in found.evidence] == ["article-1", "article-2"]
    assert found.values == {"article-3": 0, "article-1": 1, "article-2": 1}


@pytest.mark.parametrize("code", CODES)
def test_nobody_is_missing_who_is_named_in_any_form_or_whose_words_are_there(code: str) -> None:
    both = [article(f"o{number}", code, berg(code), lund(code)) for number in range(2)]
    for line in ("A. Berg.", BERG_SAYS[code]):
        assert keyed("voice_balance.unheard", *both, article("beta", code, lund(code), line)) == []


def test_nobody_is_missing_from_a_short_or_an_earlier_article_nor_where_one_other_alone_quotes() -> None:
    both = [article(f"o{number}", "en", berg("en"), day="2024-05-02") for number in range(2)]
    assert keyed("voice_balance.unheard", *both, article("beta", "en", day="2024-05-02"))
    assert keyed("voice_balance.unheard", *both, article("beta", "en", day="2024-05-01")) == []
    assert keyed("voice_balance.unheard", *both, told(Told("beta", [FILLING["en"]]))) == []
    assert keyed("voice_balance.unheard", both[0], article("beta", "en"), article("gamma", "en")) == []


@pytest.mark.parametrize("code", CODES)
def test_whom_all_others_keep_naming_and_one_does_not_is_told(code: str) -> None:
    both = [article(f"o{number}", code, *(f"Anna Berg ({year})." for year in range(2001, 2004))) for number in range(2)]
    (found,) = keyed("prominence.nowhere", *both, article("beta", code))
    assert found.summary == "beta does not name Anna Berg; o0 and o1 do."
    once = [article(f"o{number}", code, "Anna Berg (2001).") for number in range(2)]
    assert keyed("prominence.nowhere", *once, article("beta", code)) == []
    assert keyed("prominence.nowhere", once[0], article("o1", code, berg(code)), article("beta", code))


@pytest.mark.parametrize("code", CODES)
def test_an_article_that_quotes_one_person_alone_is_told(code: str) -> None:
    words = BERG_SAYS[code].split()
    lines = [Line(f"Anna Berg ({place}): {' '.join(words[place : place + 5])}", BERG) for place in range(4)]
    alone = article("alpha", code, *lines)
    others = article("beta", code, berg(code), lund(code), holm(code))
    (found,) = keyed("voice_balance.single", alone, others)
    assert found.summary.startswith("alpha quotes Anna Berg and nobody else; beta lets ")
    assert set(found.actors) == {BERG, LUND, HOLM}
    assert keyed("voice_balance.single", article("alpha", code, *lines, lund(code)), others) == []
    assert keyed("voice_balance.single", alone, article("beta", code, berg(code), lund(code))) == []


@pytest.mark.parametrize("code", CODES)
def test_whose_words_one_article_alone_has_though_others_name_them_is_told(code: str) -> None:
    first = article("alpha", code, berg(code))
    (found,) = keyed("only_here.heard", first, article("beta", code, "Anna Berg."))
    assert found.message.params["actor"] == "Anna Berg" and found.message.params["others"] == ("beta",)
    assert [span.article for span in found.evidence] == ["article-1", "article-2"]
    for line in (Line("Anna Berg: nej, nein, non, nu.", BERG), BERG_SAYS[code]):
        assert keyed("only_here.heard", first, article("beta", code, "Anna Berg.", line)) == []


SAYS = {"sv": "säger", "nb": "sier", "da": "siger", "ro": "spune", "en": "says", "de": "sagt", "fr": "dit"}


@pytest.mark.parametrize("code", CODES)
def test_a_word_of_saying_beside_a_name_may_be_a_statement(code: str) -> None:
    first = article("alpha", code, berg(code))
    assert keyed("only_here.heard", first, article("beta", code, f"Anna Berg {SAYS[code]} (17).")) == []


@pytest.mark.parametrize("code", CODES)
def test_whom_all_the_others_quote_and_one_only_names_is_told(code: str) -> None:
    long = Line(f"Anna Berg: {BERG_SAYS[code]}. {BERG_SAYS[code]}", BERG)
    both = [article(f"o{number}", code, long) for number in range(2)]
    (found,) = keyed("voice_balance.unquoted", *both, article("beta", code, "Anna Berg."))
    assert found.summary == "o0 and o1 quote Anna Berg; beta only names Anna Berg."
    assert keyed("voice_balance.unquoted", *both, article("beta", code, berg(code))) == []


@pytest.mark.parametrize("code", CODES)
def test_whom_one_article_alone_brings_in_is_told(code: str) -> None:
    often = [f"Carl Lund ({year})." for year in range(2001, 2004)]
    first = article("alpha", code, berg(code), *often)
    (found,) = keyed("only_here.named", first, article("beta", code, berg(code)))
    assert found.summary == "Only alpha brings in Carl Lund."
    assert [span.text for span in found.evidence] == [often[0]]
    assert keyed("only_here.named", first, article("beta", code, berg(code), "Lund.")) == []
    assert keyed("only_here.named", article("alpha", code, *often[:2]), article("beta", code)) == []


@pytest.mark.parametrize("code", CODES)
def test_other_words_of_one_speaker_are_told(code: str) -> None:
    double = Line(f"Anna Berg: {LUND_SAYS[code]}. {HOLM_SAYS[code]}", BERG)
    first, second = article("alpha", code, double), article("beta", code, berg(code))
    (found,) = keyed("only_here.words", first, second)
    assert found.summary.startswith("Of what Anna Berg says, only alpha has: “")
    assert keyed("only_here.words", first, article("beta", code, berg(code), LUND_SAYS[code])) == []
    assert keyed("only_here.words", first, article("beta", "en", berg(code))) == []


@pytest.mark.parametrize("code", CODES)
def test_words_that_never_stand_beside_a_name_may_be_anothers(code: str) -> None:
    pronoun = Line(f"(17): {LUND_SAYS[code]}. {HOLM_SAYS[code]}", BERG)
    first = article("alpha", code, "Anna Berg.", pronoun)
    assert keyed("only_here.words", first, article("beta", code, berg(code))) == []
    assert keyed("only_here.heard", first, article("beta", code, "Anna Berg.")) == []


def of_key(key: str, actors: tuple[str, ...], articles: tuple[str, ...] = ()) -> Finding:
    names = "a b c a_actor b_actor c_actor article actor actors others words first second a_stance b_stance"
    made = finding(Message(key, dict.fromkeys(names.split(), "x")), (), (), Weight(0.9, 0.9), About(actors=actors))
    return replace(made, articles=articles)


def test_what_somebody_told_the_outlet_itself_is_not_told_again_as_their_words() -> None:
    own, words = of_key("source_gap.own", (BERG,), ("one",)), of_key("only_here.words", (BERG,), ("one",))
    assert [one.kind for one in ranked([own, replace(words, effect=0.3)])] == ["source_gap"]
    assert len(ranked([own, replace(words, effect=0.3, articles=("two",))])) == 2
    assert len(ranked([own, words])) == 2


def test_a_voice_that_is_told_to_be_missing_is_told_once() -> None:
    single = of_key("voice_balance.single", (BERG, LUND), ("one", "two"))
    missing = replace(of_key("voice_balance.unheard", (LUND,), ("one", "two")), effect=0.4)
    assert [one.message.key for one in ranked([missing, single])] == ["voice_balance.single"]
    assert len(ranked([replace(missing, articles=("two", "one")), single])) == 2


def test_a_claim_on_somebody_who_is_told_not_to_be_named_is_told_once() -> None:
    missing = of_key("prominence.nowhere", (LUND,), ("one",))
    missing = replace(missing, message=replace(missing.message, params={"actors": ("Carl Lund",)}))
    claim = finding(
        Message("omission.claim", {"lacking": "x", "count": 2, "claim": "The pier is Carl Lund's."}),
        (),
        (),
        Weight(0.5, 0.9),
        About(),
    )
    assert [one.kind for one in ranked([replace(claim, articles=("one",)), missing])] == ["prominence"]
    assert len(ranked([replace(claim, articles=("two",)), missing])) == 2


HEADLINES = {
    "sv": ("Anna Berg lovar ny kaj", "Carl Lund kritiserar avtalet"),
    "nb": ("Anna Berg lover ny kai", "Carl Lund kritiserer avtalen"),
    "da": ("Anna Berg lover ny kaj", "Carl Lund kritiserer aftalen"),
    "ro": ("Anna Berg promite un chei nou", "Carl Lund critică acordul"),
    "en": ("Anna Berg promises a new pier", "Carl Lund criticises the contract"),
    "de": ("Anna Berg verspricht neuen Pier", "Carl Lund kritisiert den Vertrag"),
    "fr": ("Anna Berg promet un nouveau quai", "Carl Lund attaque le contrat"),
}


@pytest.mark.parametrize("code", CODES)
def test_whom_headlines_begin_with_is_told(code: str) -> None:
    def titled(outlet: str, headline: str) -> Analysed:
        names = [f"{name} ({year})." for name in ("Anna Berg", "Carl Lund") for year in (2001, 2002)]
        return article(outlet, code, *names, headline=headline)

    first, second = (titled(outlet, words) for outlet, words in zip("ab", HEADLINES[code], strict=True))
    (found,) = keyed("headline_focus.opening", first, second)
    assert found.summary == "The headline begins with Anna Berg in a, with Carl Lund in b."
    assert keyed("headline_focus.opening", first, titled("b", HEADLINES[code][0])) == []
    assert keyed("headline_focus.opening", first, titled("b", f"2001: {FILLING[code]} Carl Lund")) == []


def test_a_headline_that_begins_with_two_or_with_somebodys_staff_begins_with_nobody() -> None:
    def titled(outlet: str, headline: str) -> Analysed:
        names = [f"{name} ({year})." for name in ("Anna Berg", "Carl Lund") for year in (2001, 2002)]
        return article(outlet, "en", *names, headline=headline)

    first = titled("a", "Anna Berg promises a new pier")
    assert keyed("headline_focus.opening", first, titled("b", "Minister Carl Lund resigns")) != []
    for headline in ("Lund and Berg meet", "Lund, Anna Berg meet", "Lund spokesman resigns", "Why Lund has to go"):
        assert keyed("headline_focus.opening", first, titled("b", headline)) == []


def test_other_words_are_told_only_among_few_findings() -> None:
    words = replace(of_key("only_here.words", (BERG,), ("one",)), effect=0.3)
    kinds = ("source_gap.own", "first_voice.quoted_apart", "voice_balance.single", "prominence.nowhere")
    others = [of_key(key, (f"person:{number}",)) for number, key in enumerate((*kinds, *kinds[2:]))]
    assert words in ranked([*others[1:], words])
    assert words not in ranked([*others, words])
