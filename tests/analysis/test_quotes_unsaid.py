"""What nobody said is no statement, and what only shows something is no speaker."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.segmentation import segment
from analysis.sources import find_sources
from analysis.types import Article, Language, Quote

NOBODY = {
    "sv": "Ingen förare har sagt att bron var stängd.",
    "nb": "Ingen sjåfør har sagt at broen var stengt.",
    "nn": "Ingen sjåfør har sagt at brua var stengd.",
    "da": "Ingen chauffør har sagt, at broen var lukket.",
    "ro": "Niciun șofer nu a spus că podul era închis.",
    "en": "No driver has said that the bridge was closed.",
    "de": "Kein Fahrer hat gesagt, dass die Brücke gesperrt war.",
    "fr": "Aucun conducteur n’a dit que le pont était fermé.",
}
NOT_SAID = {
    "sv": "Ministern sade inte när bron öppnar.",
    "nb": "Ministeren sa ikke når broen åpner.",
    "nn": "Ministeren sa ikkje når brua opnar.",
    "da": "Ministeren sagde ikke, hvornår broen åbner.",
    "ro": "Ministrul nu a spus când se deschide podul.",
    "en": "The minister has not said when the bridge will open.",
    "de": "Die Ministerin sagte nicht, wann die Brücke öffnet.",
    "fr": "La ministre n’a pas dit quand le pont ouvrirait.",
}
UNWILLING = {
    "sv": "Ministern önskade inte säga om bron stängs.",
    "nb": "Ministeren ønsket ikke å si om broen stenges.",
    "nn": "Ministeren ønskte ikkje å seie om brua vert stengd.",
    "da": "Ministeren ønskede ikke at sige, om broen lukker.",
    "ro": "Ministrul nu a dorit să spună dacă podul se închide.",
    "en": "The minister preferred not to say whether the bridge would close.",
    "de": "Keine Ministerin meinte, die Brücke sei gesperrt.",
    "fr": "La ministre n’a pas souhaité dire s’il fermerait le pont.",
}
SUPPOSED = (
    "Das Schweigen ließ vermuten, dass die Brücke gesperrt ist.",
    "Die leeren Straßen lassen erahnen, dass die Brücke gesperrt ist.",
)
REFUSED = {
    "sv": "Ministern vägrade säga om bron stängs.",
    "nb": "Ministeren nektet å si om broen stenges.",
    "nn": "Ministeren nekta å seia om brua vert stengd.",
    "da": "Ministeren nægtede at sige, om broen lukker.",
    "ro": "Ministrul a refuzat să spună dacă podul se închide.",
    "en": "The minister declined to say whether the bridge would close.",
    "de": "Die Ministerin weigerte sich zu sagen, ob die Brücke schließt.",
    "fr": "La ministre a refusé de dire si le pont fermerait.",
}
STILL_SAID = {
    "sv": "Ministern sade att bron inte stängs.",
    "nb": "Ministeren sa at broen ikke stenges.",
    "nn": "Ministeren sa at brua ikkje vert stengd.",
    "da": "Ministeren sagde, at broen ikke lukker.",
    "ro": "Ministrul a spus că podul nu se închide.",
    "en": "The minister did not deny that the bridge would close.",
    "de": "Die Ministerin sagte, dass die Brücke nicht schließt.",
    "fr": "La ministre n’a pas nié que le pont était fermé.",
}
ONLY_SHOWS = {
    "sv": "Olyckan visar att bron är farlig.",
    "nb": "Ulykken viser at broen er farlig.",
    "nn": "Ulukka viser at brua er farleg.",
    "da": "Ulykken viser, at broen er farlig.",
    "ro": "Accidentul arată că podul este periculos.",
    "en": "The accident near Hull suggests that the bridge is dangerous.",
    "de": "Der Unfall zeigt, dass die Brücke gefährlich ist.",
    "fr": "L’accident montre que le pont est dangereux.",
}
REPORT_SHOWS = {
    "sv": "Rapporten visar att bron är farlig.",
    "nb": "Rapporten viser at broen er farlig.",
    "nn": "Rapporten viser at brua er farleg.",
    "da": "Rapporten viser, at broen er farlig.",
    "ro": "Raportul arată că podul este periculos.",
    "en": "A study from Hull suggests that the bridge is dangerous.",
    "de": "Der Bericht zeigt, dass die Brücke gefährlich ist.",
    "fr": "Le rapport montre que le pont est dangereux.",
}


def read(code: str, text: str) -> tuple[tuple[Quote, ...], list[tuple[str, str]]]:
    """The statements of a text, and its sources with their kinds."""
    document = segment(Article("a", text, Language(code, 1.0)))
    actors = find_actors(document)
    quotes = find_quotes(document, actors)
    sources, _ = find_sources(document, actors, quotes)
    return tuple(quotes), [(source.name, source.type) for source in sources]


KINDS = ("nobody", "not", "unwilling", "refused", "shows")


@pytest.mark.parametrize("texts", [NOBODY, NOT_SAID, UNWILLING, REFUSED, ONLY_SHOWS], ids=KINDS)
@pytest.mark.parametrize("code", sorted(NOBODY))
def test_what_nobody_said_is_no_statement_and_has_no_source(code: str, texts: dict[str, str]) -> None:
    assert read(code, texts[code]) == ((), [])


@pytest.mark.parametrize("text", SUPPOSED)
def test_what_lets_suppose_something_says_nothing(text: str) -> None:
    assert read("de", text) == ((), [])


def test_the_minister_who_lets_suppose_something_says_it() -> None:
    _, sources = read("de", "Die Ministerin ließ durchblicken, dass die Brücke gesperrt wird.")
    assert len(sources) == 1


@pytest.mark.parametrize("code", sorted(STILL_SAID))
def test_a_denial_and_the_denial_of_one_are_statements(code: str) -> None:
    quotes, sources = read(code, STILL_SAID[code])
    assert len(quotes) == len(sources) == 1


@pytest.mark.parametrize("code", sorted(REPORT_SHOWS))
def test_a_report_that_shows_something_is_a_source(code: str) -> None:
    quotes, sources = read(code, REPORT_SHOWS[code])
    assert len(quotes) == 1
    assert [kind for _, kind in sources] == ["document"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "It shows that the bridge is dangerous."),
        ("sv", "Det visar att bron är farlig."),
        ("en", "The death of Ann Holt shows that the bridge is dangerous."),
        ("en", "Hull shows that bridges are dangerous."),
        ("de", "Die Ministerin lehnte es ab zu sagen, ob die Brücke schließt."),
        ("en", "The police would not confirm that the driver had been drinking."),
    ],
)
def test_neither_pronouns_nor_events_nor_places_show_as_a_source(code: str, text: str) -> None:
    assert read(code, text) == ((), [])


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Holt said nothing wrong had happened."),
        ("en", "No 10 said that the bridge would close."),
        ("fr", "Une personne a dit que le pont était fermé."),
        ("en", "Statistics show that crime is falling."),
    ],
)
def test_words_that_only_look_like_nobody_speak(code: str, text: str) -> None:
    assert len(read(code, text)[0]) == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Anna Holt stopped short of threatening industrial action."),
        ("en", "Anna Holt refused to criticise the deal."),
        ("sv", "Anna Holt avstod från att kritisera avtalet."),
        ("de", "Anna Holt verzichtete darauf, die Ministerin zu kritisieren."),
        ("fr", "Anna Holt s'est abstenue de critiquer la ministre."),
        ("ro", "Anna Holt s-a abținut să critice decizia."),
    ],
)
def test_what_somebody_refrained_from_is_no_statement(code: str, text: str) -> None:
    assert read(code, text)[0] == ()
