"""How far a speaker reaches, and what a statement is not about."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.segmentation import segment
from analysis.types import Article, Language, Quote
from tests.analysis.attribution import judged

OVER_PARAGRAPHS = {
    "sv": "”Vi började på våren.\n\n”Sedan kom regnet.\n\n”Nu är vi klara”, säger Anna Berg.",
    "nb": "«Vi begynte på våren.\n\n«Så kom regnet.\n\n«Nå er vi ferdige», sier Anna Berg.",
    "nn": "«Vi byrja på våren.\n\n«Så kom regnet.\n\n«No er vi ferdige», seier Anna Berg.",
    "da": "»Vi begyndte om foråret.\n\n»Så kom regnen.\n\n»Nu er vi færdige,« siger Anna Berg.",
    "ro": "„Am început primăvara.\n\n„Apoi a venit ploaia.\n\n„Acum suntem gata”, spune Anna Berg.",
    "en": "“We began in spring.\n\n“Then the rain came.\n\n“Now we are done,” says Anna Berg.",
    "de": "„Wir begannen im Frühling.\n\n„Dann hat es wochenlang geregnet.\n\n„Jetzt sind wir fertig“, sagt Anna Berg.",
    "fr": "« Nous avons commencé au printemps.\n\n« Puis la pluie est venue.\n\n« Nous avons fini », dit Anna Berg.",
}
ON_A_NETWORK = {
    "sv": "Anna Berg skrev på Facebook att valet var riggat.",
    "nb": "Anna Berg skrev på Facebook at valget var rigget.",
    "nn": "Anna Berg skreiv på Facebook at valet var rigga.",
    "da": "Anna Berg skrev på Facebook, at valget var fusk.",
    "ro": "Anna Berg a scris pe Facebook că votul a fost fraudat.",
    "en": "Anna Berg wrote on Facebook that the vote was rigged.",
    "de": "Anna Berg schrieb auf Facebook, dass die Wahl manipuliert sei.",
    "fr": "Anna Berg a écrit sur Facebook que le vote était truqué.",
}

A_GROUP = {
    "sv": "Flera representanter kallar Anna Berg ”förrädare”.",
    "nb": "Flere representanter kaller Anna Berg «forræder».",
    "nn": "Fleire representantar kallar Anna Berg «forrædar».",
    "da": "Flere repræsentanter kalder Anna Berg »forræder«.",
    "ro": "Mai mulți reprezentanți o numesc pe Anna Berg „trădătoare”.",
    "en": "Several representatives call Anna Berg a “traitor”.",
    "de": "Mehrere Vertreter nennen Anna Berg „Verräterin“.",
    "fr": "Plusieurs représentants qualifient Anna Berg de « traîtresse ».",
}
UNREAD = {"ro"}
"""Languages in which what the group calls somebody is not read as a quotation: *o numesc pe X „Y”*."""
ACCORDING = {
    "sv": ("Oppositionsledaren Per Dahl tvekade. Enligt polisen har mannen flytt.", "polisen"),
    "nb": ("Opposisjonsleder Per Dahl nølte. Ifølge politiet har mannen flyktet.", "politiet"),
    "en": ("Opposition leader Per Dahl hesitated. According to police the man has fled.", "police"),
    "de": ("Oppositionsführer Per Dahl zögerte. Laut Polizei ist der Mann geflohen.", "Polizei"),
}


def quotes_of(text: str, code: str) -> tuple[Quote, ...]:
    document = segment(Article("test", text, Language(code, 1.0)))
    return find_quotes(document, find_actors(document))


def group_of(text: str, code: str) -> str:
    [group] = [one for one in find_actors(segment(Article("test", text, Language(code, 1.0)))) if one.type == "group"]
    return group.id


@pytest.mark.parametrize("code", OVER_PARAGRAPHS)
def test_who_is_named_behind_the_last_paragraph_of_a_quotation_speaks_in_all(code: str) -> None:
    found = quotes_of(OVER_PARAGRAPHS[code], code)
    assert [quote.kind for quote in found] == ["direct"] * 3
    assert [quote.speaker.name if quote.speaker else None for quote in found] == ["Anna Berg"] * 3


def test_a_quotation_that_is_closed_is_not_given_to_the_next_speaker() -> None:
    first, second = quotes_of("“We began in spring.”\n\n“Now we are done,” says Anna Berg.", "en")
    assert first.speaker is None
    assert second.speaker is not None and second.speaker.name == "Anna Berg"


@pytest.mark.parametrize("code", ON_A_NETWORK)
def test_a_statement_is_not_about_where_it_was_made(code: str) -> None:
    [quote] = judged(ON_A_NETWORK[code], code)
    assert quote.medium is not None and quote.medium.text == "Facebook"
    assert quote.stance.target is None


@pytest.mark.parametrize("code", A_GROUP)
def test_several_representatives_are_one_group_in_every_language(code: str) -> None:
    found = [group_of(A_GROUP[one], one) for one in (code, "en")]
    assert found[0] == found[1]
    speakers = {quote.speaker.actor for quote in quotes_of(A_GROUP[code], code) if quote.speaker}
    assert speakers == (set() if code in UNREAD else {found[0]})


@pytest.mark.parametrize("code", ACCORDING)
def test_the_police_are_nobody_who_was_named_before(code: str) -> None:
    text, name = ACCORDING[code]
    [quote] = quotes_of(text, code)
    assert quote.speaker is not None and quote.speaker.name == name


@pytest.mark.parametrize(
    ("code", "text", "statements"),
    [
        (
            "da",
            "Hun besøgte fængslet, hvis celler, sagde hun, var for små.",
            ["hvis celler, sagde hun, var for små"],
        ),
        (
            "de",
            "Sie besuchte das Gefängnis, dessen Zellen, sagte sie, zu klein seien.",
            ["dessen Zellen, sagte sie, zu klein seien"],
        ),
        (
            "en",
            "Ann Lee saw the bridge, whose cables, she told the paper, were rusty, and left.",
            ["whose cables", "were rusty"],
        ),
        (
            "fr",
            "Elle a vu la prison, dont les cellules, a-t-elle dit, étaient petites.",
            ["dont les cellules, a-t-elle dit, étaient petites"],
        ),
        ("nb", "Hun besøkte fengselet, som, sa hun, var for lite til to.", ["var for lite til to"]),
        ("sv", "Hon besökte fängelset, vars celler, sade hon, var för små.", ["vars celler, sade hon, var för små"]),
    ],
)
def test_a_parenthesis_in_a_relative_clause_attributes_that_clause_alone(
    code: str, text: str, statements: list[str]
) -> None:
    assert [quote.text for quote in quotes_of(text, code)] == statements


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Arbejdet koster fire millioner og varer| ifølge kommunen |to år"),
        ("de", "Die Arbeiten kosten vier Millionen und dauern| laut Behörde |zwei Jahre"),
        ("nb", "Arbeidet koster fire millioner og varer| ifølge kommunen |to år"),
        ("nn", "Arbeidet kostar fire millionar og varer| ifølgje kommunen |to år"),
        ("sv", "Arbetet kostar fyra miljoner och varar| enligt kommunen |två år"),
    ],
)
def test_a_statement_around_its_source_has_one_speaker(code: str, text: str) -> None:
    before, _, behind = text.split("|")
    found = quotes_of(text.replace("|", "") + ".", code)
    parts = [before, behind] if code == "de" else [text.replace("|", "")]
    assert [quote.text for quote in found] == parts
    assert len({quote.speaker for quote in found if quote.speaker is not None}) == 1
