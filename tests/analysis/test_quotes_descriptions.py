"""Whom an office, a trade, an age or a description means, once the article has named who bears it."""

from __future__ import annotations

import pytest

from analysis.quotes.callings import broader, calling, noun_at
from analysis.resources import languages, rows, world
from analysis.sources.anonymity import is_share
from tests.analysis.test_quotes_languages import quotes_of
from tests.analysis.test_rows_of_words import read
from tests.analysis.test_sources import sources_of

DESCRIBED = (
    # one of wider or of the same meaning
    ("sv", "Varvets vd Siri Dahl lämnar. Företagsledaren säger att det är dags.", "Siri Dahl"),
    ("nb", "Statsråd Siri Dahl reiste hjem. Ministeren sier at møtet var godt.", "Siri Dahl"),
    ("nn", "Rektor Siri Dahl gler seg. Skuleleiaren seier at taket er tett.", "Siri Dahl"),
    ("da", "Direktør Siri Dahl solgte alt. Topchefen siger, at det gik godt.", "Siri Dahl"),
    ("de", "Konzernchef Otto Lund räumt auf. Der CEO sagte, die Lage sei ernst.", "Otto Lund"),
    ("de", "Bundespräsident Otto Lund kam an. Das Staatsoberhaupt sagte, die Lage sei ernst.", "Otto Lund"),
    ("fr", "Le PDG Otto Lund a vendu. Le patron affirme que tout va bien.", "Otto Lund"),
    ("ro", "Primarul Otto Lund a venit. Edilul spune că podul este sigur.", "Otto Lund"),
    ("en", "Chief executive Otto Lund sold up. The company boss said the price was fair.", "Otto Lund"),
    # the office stands behind the name, or after the description
    ("en", "Otto Lund, owner of the ferry, was cross. The owner said the pier was rotten.", "Otto Lund"),
    ("sv", "Kulturministern säger att biblioteket ska byggas. Kulturminister Siri Dahl reste vidare.", "Siri Dahl"),
    ("en", "Governor says the lake is safe\n\nGovernor Otto Lund swam in it on Friday.", "Otto Lund"),
    # of two, the one of that country or that department
    (
        "fr",
        "La ministre du Travail, Siri Dahl, a reçu la ministre de la Culture, Sarah Valle. "
        "La ministre du Travail a déclaré que le budget baisserait.",
        "Siri Dahl",
    ),
    (
        "de",
        "Frankreichs Präsidentin Sarah Valle traf Bundeskanzler Otto Lund. "
        "Der deutsche Regierungschef sagte, man sei sich einig.",
        "Otto Lund",
    ),
    # by an age that stands beside the name
    ("nb", "Siri Dahl (36) vant foran Sarah Valle (29). 36-åringen sier at hun er sliten.", "Siri Dahl"),
    ("de", "Siri Dahl (36) siegte vor Sarah Valle (29). Die 36-Jährige sagte, sie sei müde.", "Siri Dahl"),
    ("en", "Siri Dahl, 36, beat Sarah Valle, 29. The 36-year-old said she was tired.", "Siri Dahl"),
    # for whomever the article is about
    ("da", "Siri Dahl tog guld i går. Siri Dahl græd. Medaljehåbet siger, at hun er træt.", "Siri Dahl"),
    ("nn", "Siri Dahl tok gull i går. Siri Dahl gret. Tobarnsmora seier at ho er trøytt.", "Siri Dahl"),
)


@pytest.mark.parametrize(("code", "text", "name"), DESCRIBED)
def test_a_description_means_whom_the_article_names_with_it(code: str, text: str, name: str) -> None:
    found = [quote.speaker for quote in quotes_of(text, code)]
    assert [one.actor is not None and one.name for one in found if one] == [name]


@pytest.mark.parametrize(("code", "text", "name"), DESCRIBED)
def test_a_description_is_no_second_source(code: str, text: str, name: str) -> None:
    assert [name in source.name for source in sources_of(text, code)[0]] == [True]


SOMEBODY_ELSE = (
    ("en", "The mayor, Otto Lund, opened the pool. The former mayor said that it cost too much."),
    ("en", "The mayor, Otto Lund, opened the pool. The deputy mayor said that it cost too much."),
    ("en", "Otto Lund, a bus driver, was there. The driver who opened the gate said that he was sorry."),
    ("fr", "Le maire, Otto Lund, a inauguré la piscine. L'ancien maire affirme que le coût est trop élevé."),
    ("de", "Bürgermeister Otto Lund eröffnete das Bad. Der ehemalige Bürgermeister sagte, es sei zu teuer."),
    ("de", "Bürgermeister Otto Lund kam zum Brand. Der Landwirt sagte, er habe alles verloren."),
    ("sv", "Ordföranden Siri Dahl öppnade mötet. Den tidigare ordföranden säger att hon varnade."),
    ("nb", "Kulturminister Siri Dahl kom. Samferdselsministeren sier at veien er stengt."),
    ("da", "Minister Siri Dahl besøgte skolen. Den tidligere minister siger, at det er gammelt nyt."),
    ("nn", "Statsråd Siri Dahl vitja skulen. Læraren seier at taket lek."),
    ("ro", "Ministra muncii, Siri Dahl, a venit. Fostul ministru spune că a avertizat."),
    ("ro", "Primarul Otto Lund a venit. Șoferul spune că frâna era stricată."),
)


@pytest.mark.parametrize(("code", "text"), SOMEBODY_ELSE)
def test_a_description_that_fits_nobody_named_means_nobody(code: str, text: str) -> None:
    found = [quote.speaker for quote in quotes_of(text, code)]
    assert [one.actor for one in found if one] == [None]


NOT_MEANT = (
    ("da", "Siri Dahl voksede op her sammen med sin veninde Sarah Valle. »Vi var glade,« siger hun.", "Siri Dahl"),
    ("en", "Siri Dahl grew up here with her friend Sarah Valle. “We were happy,” she said.", "Siri Dahl"),
    ("nb", "Siri Dahl vokste opp her sammen med sin venninne Sarah Valle. – Vi var glade, sier hun.", "Siri Dahl"),
    (
        "fr",
        "Marc Tarn attaque Luc Berne, dont il ne cite pas le nom, quand il dénonce « une faute très grave ».",
        "Marc Tarn",
    ),
)


@pytest.mark.parametrize(("code", "text", "name"), NOT_MEANT)
def test_a_pronoun_means_no_companion_and_nobody_of_whom_its_clause_tells(code: str, text: str, name: str) -> None:
    assert {quote.speaker and quote.speaker.name for quote in quotes_of(text, code)} == {name}


SHARES = (
    ("da", "Knap halvdelen mener, at broen er farlig."),
    ("de", "Eine Mehrheit meint, dass die Brücke gefährlich sei."),
    ("en", "A large part said that the bridge was dangerous."),
    ("fr", "Une grande partie estime que le pont est dangereux."),
    ("nb", "Flertallet mener at broen er farlig."),
    ("nn", "Fleirtalet meiner at brua er farleg."),
    ("ro", "Majoritatea spune că podul este periculos."),
    ("sv", "Hälften anser att bron är farlig."),
)


@pytest.mark.parametrize(("code", "text"), SHARES)
def test_a_share_of_people_is_no_source(code: str, text: str) -> None:
    assert quotes_of(text, code)
    assert sources_of(text, code)[0] == ()


@pytest.mark.parametrize("code", languages())
def test_every_noun_of_the_list_is_read(code: str) -> None:
    status = {"former", "standing_in"}
    unread = []
    for word, kinds, *_ in rows(code, "callings"):
        reading = read(word, code)
        found = noun_at(reading, 0, len(reading.words))
        called = calling(reading, 0, len(reading.words))
        plain = status >= set(kinds.split(",")) or (
            called is not None and called.kinds == found[2].kinds if found else False
        )
        if found is None or not set(kinds.split(",")) <= found[2].kinds or not plain:
            unread.append(word)
    assert rows(code, "callings") and unread == []


@pytest.mark.parametrize("code", languages())
def test_every_share_of_the_list_is_read(code: str) -> None:
    listed = [(row[0], read(row[0], code)) for row in rows(code, "shares")]
    assert listed and [word for word, reading in listed if not is_share(reading, 0, len(reading.words))] == []


def test_kinds_are_kinds_of_others_that_nouns_have() -> None:
    listed = {row[0]: row[1].split(",") for row in world("role_kinds")}
    known = {row[1] for code in languages() for row in rows(code, "roles")}
    known |= {kind for code in languages() for row in rows(code, "callings") for kind in row[1].split(",")}
    assert listed.keys() <= known
    assert {wider for kinds in listed.values() for wider in kinds} <= known
    assert all(kind not in broader(wider) for kind, kinds in listed.items() for wider in kinds)


@pytest.mark.parametrize("code", languages())
def test_every_language_has_a_noun_for_every_kind(code: str) -> None:
    wanted = {kind for row in rows("en", "callings") for kind in row[1].split(",")}
    own = {kind for row in rows(code, "callings") for kind in row[1].split(",")}
    assert wanted - own == set()
