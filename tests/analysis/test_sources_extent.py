"""How far the words of a source go, what is none by its noun, and who stands twice."""

from __future__ import annotations

import pytest

from tests.analysis.test_sources import sources_of


def names(text: str, code: str) -> list[str]:
    """Every source by its name in small letters."""
    return [source.name.casefold() for source in sources_of(text, code)[0]]


@pytest.mark.parametrize(
    ("code", "text", "wrong"),
    [
        ("en", "Footage from the quay showed that the crane had fallen.", "footage"),
        ("en", "The attacks on the harbour revealed that the wall was weak.", "attacks"),
        ("de", "Die Spuren am Kai zeigen, dass der Kran gefallen ist.", "spuren"),
        ("de", "Der Fahrplan sagt, dass die Fähre um neun ablegt.", "fahrplan"),
        ("fr", "Les images du quai montrent que la grue est tombée.", "images"),
        ("sv", "Skylten säger att färjan går klockan nio.", "skylten"),
        ("sv", "Siffrorna visar att färre tar färjan.", "siffrorna"),
        ("nb", "Statistikken viser at færre tar ferja.", "statistikken"),
        ("nn", "Skiltet seier at ferja går klokka ni.", "skiltet"),
        ("da", "Skiltet siger, at færgen sejler klokken ni.", "skiltet"),
        ("ro", "Imaginile din port arată că macaraua a căzut.", "imaginile"),
    ],
)
def test_what_only_shows_is_no_source(code: str, text: str, wrong: str) -> None:
    assert wrong not in " ".join(names(text, code))


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "According to the port's figures, fewer people take the ferry.", "figures"),
        ("en", "A survey shows that fewer people take the ferry.", "survey"),
        ("de", "Eine Umfrage zeigt, dass weniger Leute die Fähre nehmen.", "umfrage"),
        ("fr", "Un sondage montre que moins de gens prennent le bac.", "sondage"),
        ("sv", "En undersökning visar att färre tar färjan.", "undersökning"),
        ("nb", "En undersøkelse viser at færre tar ferja.", "undersøkelse"),
        ("da", "En undersøgelse viser, at færre tager færgen.", "undersøgelse"),
        ("ro", "Un sondaj arată că mai puțini iau bacul.", "sondaj"),
        ("en", "Commuters urged the council to keep the ferry.", "commuters"),
        ("de", "Die Fahrgäste verlangen, dass die Fähre bleibt.", "fahrgäste"),
        ("sv", "Resenärerna kräver att färjan blir kvar.", "resenärerna"),
        ("nb", "Passasjerene krever at ferja blir.", "passasjerene"),
        ("da", "Passagererne kræver, at færgen bliver.", "passagererne"),
        ("fr", "Les usagers exigent que le bac reste.", "usagers"),
    ],
)
def test_surveys_people_and_figures_with_an_owner_are_sources(code: str, text: str, right: str) -> None:
    assert [name for name in names(text, code) if right in name]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "The council also issued fresh rules today called “quiet hours”.", "the council"),
        ("en", "A study published last year found that the quay was sinking.", "a study"),
        ("en", "Prices vary according to your tariff.", ""),
        ("de", "Laut eines Berichts der „Tarner Zeitung“ sinkt der Kai.", "tarner zeitung"),
    ],
)
def test_a_source_ends_where_its_noun_phrase_does(code: str, text: str, name: str) -> None:
    found = names(text, code)
    assert all(one.removeprefix("the ") == name.removeprefix("the ") or name in one for one in found) and (
        bool(found) == bool(name) or name == "the council"
    ), found


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Mara Holt said it was over. The harbour's oldest keeper Mara Holt said that the quay would close."),
        ("en", "Mara Holt said it was over. The harbour's chief keeper, Captain Mara Holt, said that it was sad."),
        ("fr", "Mara Holt a dit que c'était fini. La gardienne du quai Mara Holt a dit que c'était triste."),
        ("nb", "Mara Holt sa at det er slutt. Kaias eldste vokter Mara Holt sa at det er trist."),
        ("sv", "Mara Holt sade att det är slut. Kajens äldsta väktare Mara Holt sade att det är sorgligt."),
        ("da", "Mara Holt sagde, at det er slut. Kajens ældste vogter Mara Holt sagde, at det er trist."),
        ("de", "Mara Holt sagte, es sei aus. Die älteste Hüterin des Kais Mara Holt sagte, es sei traurig."),
    ],
)
def test_a_description_with_a_full_name_is_the_person(code: str, text: str) -> None:
    assert len(names(text, code)) == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A new study from the port of Tarn shows that it sinks. According to the study, it is old."),
        ("de", "Eine neue Studie über den alten Kai zeigt, dass er sinkt. Laut der Studie ist er alt."),
        ("fr", "Une nouvelle étude sur le vieux quai montre qu'il coule. Selon l'étude, il est vieux."),
        ("nb", "En ny studie fra havna i Tarn viser at kaia synker. Ifølge studien er den gammel."),
    ],
)
def test_a_paper_that_is_only_referred_to_is_listed_once(code: str, text: str) -> None:
    found = [name for name in names(text, code) if any(noun in name for noun in ("stud", "étude"))]
    assert len(found) == 1, found


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "In 2013, research conducted by the Tarn Institute compared the two quays.", "tarn institute"),
        ("en", "The United Nations classifies the old quay as unsafe.", "united nations"),
        ("de", "Die Vereinten Nationen haben in einer Studie die Häfen verglichen.", "nations"),
        ("fr", "Une nouvelle étude menée par des marins compare les deux quais.", "étude"),
        ("sv", "En ny studie publicerad i maj jämför de två kajerna.", "studie"),
        ("nb", "En ny studie publisert i mai sammenligner de to kaiene.", "studie"),
        ("da", "En ny undersøgelse offentliggjort i maj sammenligner de to kajer.", "undersøgelse"),
        ("ro", "Un studiu nou publicat în mai compară cele două cheiuri.", "studiu"),
    ],
)
def test_research_is_a_source_where_no_word_of_saying_stands(code: str, text: str, right: str) -> None:
    assert [name for name in names(text, code) if right in name], names(text, code)


@pytest.mark.parametrize(
    "text",
    [
        "Mara Holt began her studies in May and now owns the quay.",
        "The research director of the quay was there.",
        "Nobody has read a study of the kind before.",
    ],
)
def test_research_that_nothing_is_told_of_is_no_source(text: str) -> None:
    assert names(text, "en") == []
