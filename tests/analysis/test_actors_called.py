"""Names by which somebody or something is called in short: surname, nickname, letters, first word of a firm."""

from __future__ import annotations

import re

import pytest

from analysis.actors import find_actors
from analysis.segmentation import segment
from analysis.types import Actor, Article, Language


def actors(code: str, text: str) -> tuple[Actor, ...]:
    return find_actors(segment(Article("test", text, Language(code, 1.0))))


def called(code: str, text: str, word: str) -> list[str]:
    """Whom each occurrence of the word is a mention of, or a part of one; empty where it is of nobody."""
    found = actors(code, text)
    places = [match.span() for match in re.finditer(rf"\b{re.escape(word)}", text)]
    assert len(places) > 1
    return [
        next((one.name for one in found for m in one.mentions if m.start < end and m.end > start), "")
        for start, end in places
    ]


SURNAMES = [
    ("sv", "Juristen K.G. Almefors skrev rapporten. Almefors är klar med den.", "Almefors"),
    ("nb", "Advokat O.M. Trosfjell møtte i retten. Trosfjell ville ikke anke.", "Trosfjell"),
    ("nn", "Diktaren A.O. Vassbakken fekk prisen. Vassbakken takka for han.", "Vassbakken"),
    ("da", "Forfatter H.C. Lundgaarden fik prisen. Lundgaarden takkede for den.", "Lundgaarden"),
    ("da", "Ditte Løghs planer blev stoppet. Løgh klager over det.", "Løgh"),
    ("nb", "Per Bergs hund løp. Berg lette etter den i Molde.", "Berg"),
    ("da", "Jens Kofoed (V) og Mette Rask (SF) mødtes. Rask (SF) var vred.", "Rask"),
    ("fr", "L’économiste J.-P. Gravellier doute. Gravellier a publié un livre.", "Gravellier"),
    ("de", "Der Historiker Ruprecht von der Leithen sprach. Von der Leithen warnte.", "Leithen"),
    ("de", "Ministerin Gesa zu Rantzenau trat zurück. Zu Rantzenau schwieg.", "Rantzenau"),
    ("en", "The will of Edwin T. Marsh III was read. Marsh III left a farm.", "Marsh"),
    ("en", "Robert Haines Jr. won the seat. Haines Jr. thanked the voters.", "Haines"),
    ("sv", "Läkaren Hans Lukas mötte pressen. Lukas bil stod i Lund.", "Lukas"),
    ("nb", "Ine Haukås’ forslag falt. Haukås var skuffet over det.", "Haukås"),
]


@pytest.mark.parametrize(("code", "text", "surname"), SURNAMES)
def test_a_surname_that_opens_a_sentence_is_the_person_named_in_full(code: str, text: str, surname: str) -> None:
    names = called(code, text, surname)
    assert len(set(names)) == 1
    assert surname in names[0]
    assert " " in names[0]


TOWNS = [
    ("en", "Driver Paul London crashed. London was unhurt. “I was lucky,” said London.", "London", "Paul London"),
    ("de", "Minister Uwe Essen reist ab. Essen fordert Geld. „Wir warten“, sagte Essen.", "Essen", "Uwe Essen"),
    ("fr", "La juge Claire Paris a tranché. Paris a attendu. Selon Paris, rien ne presse.", "Paris", "Claire Paris"),
    ("sv", "Tränaren Karin Lund slutar. Lund är trött. – Det räcker, säger Lund.", "Lund", "Karin Lund"),
    ("nb", "Læreren Ola Molde slutter. Molde er trøtt. – Det holder, sier Molde.", "Molde", "Ola Molde"),
    ("nn", "Læraren Ola Molde sluttar. Molde er trøytt. – Det held, seier Molde.", "Molde", "Ola Molde"),
    ("da", "Læreren Ole Viborg stopper. Viborg er træt. »Det er nok,« siger Viborg.", "Viborg", "Ole Viborg"),
    ("ro", "Primarul Andrei Roman pleacă. Roman a obosit. „E gata”, spune Roman.", "Roman", "Andrei Roman"),
]


@pytest.mark.parametrize(("code", "text", "surname", "name"), TOWNS)
def test_somebody_called_like_a_town_is_no_town(code: str, text: str, surname: str, name: str) -> None:
    assert set(called(code, text, surname)) == {name}


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("en", "Driver Paul London crashed. He was born in London.", "London"),
        ("de", "Minister Uwe Essen reist ab. Er wohnt in Essen.", "Essen"),
        ("fr", "La juge Claire Paris a tranché. Elle vit à Paris.", "Paris"),
        ("nb", "Læreren Ola Molde slutter. Han bor i Molde.", "Molde"),
        ("sv", "Tränaren Karin Lund slutar. Hon flyttar till Lund.", "Lund"),
    ],
)
def test_behind_a_preposition_of_place_the_town_stays_one(code: str, text: str, place: str) -> None:
    person, town = called(code, text, place)
    assert person != town
    assert next(one.type for one in actors(code, text) if one.name == town) == "place"


NICKNAMES = [
    ("de", "Der Musiker Horst „Hotte“ Brinkel wird 80. Hotte Brinkel spielt noch.", "Brinkel"),
    ("sv", "Målvakten Nils ”Krutet” Rudvall slutar. I går blev Krutet Rudvall rörd.", "Rudvall"),
    ("nb", "Skiløperen Olav «Lynet» Fossby vant. Lynet Fossby gikk fort.", "Fossby"),
    ("ro", "Antrenorul Gheorghe „Gicu” Mâțu a plecat. Gicu Mâțu are 60 de ani.", "Mâțu"),
    ("en", "Drummer William “Sticks” Garrow died. Sticks Garrow toured for decades.", "Garrow"),
    ("fr", "Alexandre Chopard a gagné. Alex Chopard a 30 ans.", "Chopard"),
    ("da", "Frederik Lundgaard vandt. Frede Lundgaard er 30 år.", "Lundgaard"),
]


@pytest.mark.parametrize(("code", "text", "surname"), NICKNAMES)
def test_a_nickname_with_the_surname_is_the_same_person(code: str, text: str, surname: str) -> None:
    assert len(set(called(code, text, surname)) - {""}) == 1


LETTERS = [
    ("sv", "Statens geologiska undersökning (SGU) varnar. SGU har mätt i Kiruna.", "Statens geologiska undersökning"),
    (
        "nb",
        "Direktoratet for samfunnssikkerhet og beredskap (DSB) advarer. DSB ber om hjelp.",
        "Direktoratet for samfunnssikkerhet og beredskap",
    ),
    (
        "nn",
        "Noregs vassdrags- og energidirektorat (NVE) varslar flaum. NVE målte regn.",
        "Noregs vassdrags- og energidirektorat",
    ),
    ("da", "Dansk Byggeri (DB) er utilfreds. DB vil have svar.", "Dansk Byggeri"),
    (
        "de",
        "Die Deutsche Lebens-Rettungs-Gesellschaft (DLRG) warnt. Die DLRG zählt mehr.",
        "Deutsche Lebens-Rettungs-Gesellschaft",
    ),
    ("en", "The National Ferry Council (NFC) objected. NFC members voted.", "National Ferry Council"),
]


@pytest.mark.parametrize(("code", "text", "name"), LETTERS)
def test_letters_in_brackets_are_the_body_before_them(code: str, text: str, name: str) -> None:
    (body,) = [one for one in actors(code, text) if name in {mention.text for mention in one.mentions}]
    letters = text[text.index("(") + 1 : text.index(")")]
    assert [mention.text for mention in body.mentions] == [name, letters, letters]


def test_the_party_of_somebody_is_not_what_he_is_spelt_out_by() -> None:
    found = actors("sv", "Kristdemokraten Karin Dahl (KD) vill vänta. Dahl talade i Kalmar.")
    assert "Karin Dahl" in {one.name for one in found if one.type == "person"}


@pytest.mark.parametrize(
    ("code", "text", "firm"),
    [
        ("en", "Ernst & Tall advised the town. The shop was Harper & Lowe until May.", "Harper & Lowe"),
        ("de", "Der Laden hieß Harder & Lohe. Die Firma zahlt nicht.", "Harder & Lohe"),
        ("sv", "Butiken hette Harder & Lohe. Firman betalar inte.", "Harder & Lohe"),
        ("nb", "Butikken het Harder & Lohe. Firmaet betaler ikke.", "Harder & Lohe"),
        ("fr", "Le magasin Hardier & Lohe ferme. La firme ne paie pas.", "Hardier & Lohe"),
    ],
)
def test_two_names_with_an_ampersand_are_a_firm(code: str, text: str, firm: str) -> None:
    assert ("organization", firm) in {(one.type, one.name) for one in actors(code, text)}


def test_two_people_with_an_ampersand_between_are_two() -> None:
    found = actors("en", "Anna Hill & Peter Marlow met in Leeds. Marlow spoke to Anna Hill.")
    assert {"Anna Hill", "Peter Marlow"} <= {one.name for one in found if one.type == "person"}


@pytest.mark.parametrize(
    ("code", "text", "head"),
    [
        ("en", "Staff at Brightwater Energy were told by mail. Brightwater said sales fell.", "Brightwater"),
        ("nb", "Sjefen i Fjordkraft Havvind er Liv Dal. Fjordkraft venter svar.", "Fjordkraft"),
        ("ro", "Șefii companiei Termoelectrica Vest tac. Termoelectrica are datorii.", "Termoelectrica"),
    ],
)
def test_a_firm_may_be_called_by_its_first_word(code: str, text: str, head: str) -> None:
    (name,) = set(called(code, text, head))
    assert name.startswith(f"{head} ")


@pytest.mark.parametrize(
    ("code", "text", "letters"),
    [
        ("de", "Die Islamische Glaubensgemeinschaft (IGXW) tagt in Wien. Die IGXW berät.", "IGXW"),
        ("fr", "Selon l’Institut géologique américain (USXS), rien ne bouge. L’USXS mesure.", "USXS"),
        ("sv", "Norska Havsinstitutet (IMQR) mäter. IMQR väntar svar.", "IMQR"),
        ("en", "The Danish Sea Institute (DTQX) measures. The DTQX waits.", "DTQX"),
        ("nb", "Det svenske Havinstitutet (SMQI) måler. SMQI venter svar.", "SMQI"),
    ],
)
def test_letters_of_another_language_are_the_body_before_them(code: str, text: str, letters: str) -> None:
    (name,) = set(called(code, text, letters))
    assert name != letters
