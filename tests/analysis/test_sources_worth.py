"""What is no source: things beside verbs that are not only for saying, common nouns that are names of media too; and
sources that no statement shows: who signs a post, a medium that something was told in an interview with."""

from __future__ import annotations

import pytest

from analysis.sources.posts import find_posts
from tests.analysis.test_sources import sources_of


def named(text: str, code: str) -> list[tuple[str, str]]:
    """Every source by name in small letters, with its kind."""
    return [(source.name.casefold(), source.type) for source in sources_of(text, code)[0]]


@pytest.mark.parametrize(
    ("code", "text", "wrong"),
    [
        ("en", "A blue coat showed that plenty of colour is back in town.", "coat"),
        ("en", "A narrow gate calls for more light on the quay.", "gate"),
        ("de", "Im Garten verlangt eine Pappkatze, dass alle leise sind.", "pappkatze"),
        ("de", "Das Zelt am Ufer verfügt, dass der Regen nicht durchkommt.", "zelt"),
        ("sv", "En blå kappa visar att färgen är tillbaka.", "kappa"),
        ("nb", "En blå kåpe viser at fargen er tilbake.", "kåpe"),
        ("nn", "Ei blå kåpe viser at fargen er tilbake.", "kåpe"),
        ("da", "En blå kåbe viser, at farven er tilbage.", "kåbe"),
        ("fr", "Un manteau bleu montre que la couleur est de retour.", "manteau"),
        ("ro", "O haină albastră arată că moda s-a întors.", "haină"),
    ],
)
def test_a_thing_is_no_source(code: str, text: str, wrong: str) -> None:
    assert wrong not in " ".join(name for name, _ in named(text, code))


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "Some in the valley said that the quay would close.", "some"),
        ("en", "Two bakers said that the quay would close.", "bakers"),
        ("en", "A report shows that the quay must close.", "report"),
        ("de", "Die Fischereigewerkschaften verlangen, dass der Kai offen bleibt.", "gewerkschaften"),
        ("de", "Aus dem Wasserministerium heißt es, der Kai bleibe offen.", "wasserministerium"),
        ("sv", "En rapport visar att kajen måste stängas.", "rapport"),
        ("nb", "En rapport viser at kaia må stenges.", "rapport"),
        ("da", "En rapport viser, at kajen må lukke.", "rapport"),
        ("fr", "Un rapport montre que le quai doit fermer.", "rapport"),
        ("ro", "Un raport arată că portul trebuie închis.", "raport"),
    ],
)
def test_persons_bodies_and_documents_are_sources_beside_any_verb(code: str, text: str, right: str) -> None:
    assert [name for name, _ in named(text, code) if right in name]


@pytest.mark.parametrize(
    "text",
    [
        "Das Tempo der Arbeit am Kai gibt die Stadt vor. Mara Holt sagte, das sei gut.",
        "Beim Blick auf den Kai sagte Mara Holt, das sei gut.",
        "Das sei gut, sagte Mara Holt zum Bild einer alten Brücke.",
    ],
)
def test_a_common_noun_is_no_medium_by_its_spelling(text: str) -> None:
    assert [kind for _, kind in named(text, "de")] == ["person"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Kai bleibe zu, schreibt der Spiegel.",
        "Laut Spiegel bleibt der Kai zu.",
        "Nachdem der Spiegel davon berichtet hatte, kam der Rat zusammen.",
        "Der „Spiegel“ berichtete, der Kai bleibe zu.",
    ],
)
def test_a_common_noun_is_a_medium_beside_a_verb_of_saying_or_in_marks(text: str) -> None:
    assert ("spiegel", "outlet") in [(name.removeprefix("der ").strip("„“"), kind) for name, kind in named(text, "de")]


@pytest.mark.parametrize(
    ("code", "text", "outlet"),
    [
        (
            "en",
            "“Yes,” said Mara Holt, the quay’s owner and keeper, in an interview with Le Figaro.",
            "le figaro",
        ),
        (
            "de",
            "„Ja“, sagte Mara Holt, Hüterin des Kais, in einem Interview mit dem „Tagesspiegel“.",
            "tagesspiegel",
        ),
        ("fr", "« Oui », a dit Mara Holt, gardienne et patronne du quai, dans un entretien à Mediapart.", "mediapart"),
        ("sv", "”Ja”, sade Mara Holt, kajens ägare och chef, i en intervju med Dagens Nyheter.", "dagens nyheter"),
        ("nb", "«Ja», sa Mara Holt, eier og leder av kaia, i et intervju med Aftenposten.", "aftenposten"),
        ("nn", "«Ja», sa Mara Holt, eigar og leiar av kaia, i eit intervju med Aftenposten.", "aftenposten"),
        ("da", "”Ja”, sagde Mara Holt, kajens ejer og nye leder, i et interview med Politiken.", "politiken"),
        ("ro", "„Da”, a spus Mara Holt, stăpâna și paznica portului, într-un interviu pentru Adevărul.", "adevărul"),
    ],
)
def test_a_medium_that_gave_the_interview_is_a_source(code: str, text: str, outlet: str) -> None:
    assert (outlet, "outlet") in named(text, code)


def test_who_signs_a_post_is_a_source() -> None:
    text = "The quay closes.\n\nSad day for us all.\n\n— Mara Holt \N{ANCHOR} (@maraholt) March 3, 2021"
    assert [span.text for span in find_posts(text)] == ["Mara Holt"]
    assert "mara holt" in [name for name, _ in named(text, "en")]
    assert not list(find_posts("The quay – an old one (built in 1901) – closes."))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Mara Holt said it was over. Ousted Minister Holt said that the quay would close."),
        ("de", "Mara Holt sagte, es sei vorbei. Ministerin Holt sagte, der Kai werde zu sein."),
        ("fr", "Mara Holt a dit que c'était fini. La ministre Holt a dit que le quai fermerait."),
        ("sv", "Mara Holt sade att det är slut. Ministern Holt sade att kajen stänger."),
        ("nb", "Mara Holt sa at det er slutt. Statsråd Holt sa at kaia stenger."),
    ],
)
def test_a_role_and_a_last_name_are_the_person_with_the_full_name(code: str, text: str) -> None:
    assert len([name for name, _ in named(text, code) if "holt" in name]) == 1
