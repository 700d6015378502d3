"""Who is listed as a source: nobody twice, no piece of a clause, nothing that only refers back."""

from __future__ import annotations

import pytest

from tests.analysis.test_sources import sources_of


def listed(text: str, code: str) -> list[tuple[str, int]]:
    """Every source by name in small letters, with how many statements it has."""
    return [(source.name.casefold(), len(source.quotes)) for source in sources_of(text, code)[0]]


AGAIN = [
    ("en", "A fisherman said he was angry. The fisherman said he had no boat.", "a fisherman"),
    ("de", "Ein Fischer sagte, er sei wütend. Der Fischer sagte, er habe kein Boot.", "ein fischer"),
    ("fr", "Une source policière a dit que le quai fermerait. Cette source a précisé que c'était fini.", "une source"),
    ("en", "The Tarn Herald reported that the quay would close. The paper said it was over.", "tarn herald"),
    ("de", "Die Zeitung «Tarner Bote» berichtete, der Kai werde zu. Das Blatt schrieb, es sei aus.", "tarner bote"),
    ("fr", "Le quotidien « La Vigie de Tarn » a écrit que le quai ferme. Le quotidien a dit que c'est fini.", "vigie"),
    ("nb", "Avisen Tarnposten meldte at kaia stenger. Avisen skrev at det er slutt.", "tarnposten"),
    ("sv", "Tidningen Tarnposten rapporterade att kajen stänger. Tidningen skrev att det är slut.", "tarnposten"),
    ("da", "Avisen Tarnposten meldte, at kajen lukker. Avisen skrev, at det er slut.", "tarnposten"),
    ("ro", "Ziarul Vocea Tarnului a scris că portul se închide. Ziarul a precizat că s-a terminat.", "vocea tarnului"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "name"), AGAIN)
def test_who_is_only_referred_to_is_the_source_told_of_before(code: str, text: str, name: str) -> None:
    found = listed(text, code)
    assert len(found) == 1, found
    assert name in found[0][0] and found[0][1] == 2


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Mara Holt owns the works. The couple said they were tired."),
        ("de", "Mara Holt gehört das Werk. Das Unternehmen sagte, man sei müde."),
        ("fr", "Mara Holt dirige l'usine. La jeune femme a déclaré que tout allait bien."),
        ("sv", "Mara Holt äger verket. Forskaren säger att det är fel."),
        ("nb", "Mara Holt eier verket. Selskapet sier at det er feil."),
        ("da", "Mara Holt ejer værket. Selskabet siger, at det er forkert."),
    ],
)
def test_a_bare_definite_noun_behind_names_is_no_source_of_its_own(code: str, text: str) -> None:
    assert listed(text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "The government said the quay would close.", "government"),
        ("en", "The letter says that the quay matters.", "letter"),
        ("de", "Das Kulturministerium teilte mit, der Kai bleibe offen.", "kulturministerium"),
        ("fr", "Les organisateurs ont affirmé que le quai était prêt pour la fête.", "organisateurs"),
        ("sv", "Rapporten visar att kajen måste stängas.", "rapporten"),
        ("nb", "Politiet opplyser at kaia er stengt.", "politiet"),
    ],
)
def test_bodies_documents_and_several_are_sources_without_a_name(code: str, text: str, name: str) -> None:
    assert [own for own, _ in listed(f"Mara Holt. {text}", code) if name in own]


def test_one_public_body_in_other_words_is_one_source() -> None:
    text = "Die norwegische Armee teilte mit, der Kai sei frei. Norwegens Armee teilte später mit, es gebe keine Opfer."
    assert [count for name, count in listed(text, "de") if "armee" in name] == [2]
    other = "Die norwegische Armee teilte mit, der Kai sei frei. Die dänische Armee teilte mit, sie prüfe das."
    assert len([name for name, _ in listed(other, "de") if "armee" in name]) == 2


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Mara Holt was appointed “acting keeper of the quay”."),
        ("de", "Mara Holt wurde zur „geschäftsführenden Hüterin des Kais“ ernannt."),
        ("fr", "Mara Holt a été nommée « gardienne du quai »."),
    ],
)
def test_some_words_in_marks_that_nothing_attributes_make_no_source(code: str, text: str) -> None:
    assert listed(text, code) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lea Brandt, den Entwurf hart kritisierend, sagte, es reiche nicht für alle.", "lea brandt"),
        ("Die Sprecherin Lea Brandt, den Entwurf im Blick, sagte, es reiche nicht für alle.", "lea brandt"),
    ],
)
def test_what_stands_behind_a_name_is_no_object(text: str, name: str) -> None:
    assert [own for own, _ in listed(text, "de") if own.endswith(name)]
