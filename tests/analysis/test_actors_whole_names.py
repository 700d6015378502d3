"""Names that belong together: surnames of several words, genitives, headlines in capitals."""

from __future__ import annotations

import unicodedata

import pytest

from analysis.actors import find_actors
from analysis.segmentation import segment
from analysis.types import Actor, Article, Language


def people(code: str, text: str) -> list[Actor]:
    found = find_actors(segment(Article("test", text, Language(code, 1.0))))
    return [actor for actor in found if actor.type == "person"]


def names(code: str, text: str) -> list[str]:
    return sorted(actor.name for actor in people(code, text))


SURNAMES = {
    "sv": "Wrede Falk kräver svar\n\nStatsrådet Ingrid Wrede Falk talade i Kalmar. ”Det räcker”, sade Wrede Falk.",
    "nb": "Wrede Falk krever svar\n\nStatsråd Ingrid Wrede Falk talte i Bergen. «Det holder», sa Wrede Falk.",
    "nn": "Wrede Falk krev svar\n\nStatsråd Ingrid Wrede Falk tala i Bergen. «Det held», sa Wrede Falk.",
    "da": "Wrede Falk kræver svar\n\nMinister Ingrid Wrede Falk talte i Aarhus. »Det er nok,« sagde Wrede Falk.",
    "en": "Wrede Falk demands answers\n\nMinister Ingrid Wrede Falk spoke in Leeds. “Enough,” said Wrede Falk.",
    "de": "Wrede Falk fordert Antworten\n\nMinisterin Ingrid Wrede Falk sprach in Mainz. „Genug“, sagte Wrede Falk.",
    "fr": "Wrede Falk exige des réponses\n\nLa ministre Ingrid Wrede Falk a parlé. « Assez », a dit Wrede Falk.",
    "ro": "Wrede Falk cere răspunsuri\n\nMinistra Ingrid Wrede Falk a vorbit la Iași. „Ajunge”, a spus Wrede Falk.",
}


@pytest.mark.parametrize("code", SURNAMES)
def test_a_surname_of_two_words_is_the_one_whose_name_ends_with_it(code: str) -> None:
    (person,) = people(code, SURNAMES[code])
    assert person.name == "Ingrid Wrede Falk"
    assert len(person.mentions) == 3


def test_a_given_name_and_a_surname_are_no_surname_of_two_words() -> None:
    text = "Karin Anna Lundvall öppnade mötet i Kalmar. Anna Lundvall svarade."
    assert names("sv", text) == ["Anna Lundvall", "Karin Anna Lundvall"]


GENITIVES = {
    "sv": ("Karin Lundvalls syster flyttade till Kalmar.", "Karin Lundvall"),
    "nb": ("Ingrid Bakkes søster flyttet til Bergen.", "Ingrid Bakke"),
    "nn": ("Ingrid Bakkes syster flytta til Bergen.", "Ingrid Bakke"),
    "da": ("Ingrid Bakkes søster flyttede til Aarhus.", "Ingrid Bakke"),
    "de": ("Ingrid Fischers Schwester zog nach Mainz.", "Ingrid Fischer"),
}


@pytest.mark.parametrize("code", GENITIVES)
def test_a_name_that_stands_in_the_genitive_alone_has_no_s(code: str) -> None:
    text, name = GENITIVES[code]
    assert names(code, text) == [name]


FINAL_S = {
    "sv": ("Karin Dahls och Peter Jones åkte till Kalmar.", "Peter Jones"),
    "nb": ("Jeremy Hughes kritikk kom fra Bergen.", "Jeremy Hughes"),
    "da": ("Peter Jones kritiserede planen i Aarhus.", "Peter Jones"),
    "de": ("Peter Peters kritisierte den Plan in Mainz.", "Peter Peters"),
    "en": ("Peter Jones criticised the plan in Leeds.", "Peter Jones"),
}


@pytest.mark.parametrize("code", FINAL_S)
def test_a_name_that_ends_in_s_keeps_it(code: str) -> None:
    text, name = FINAL_S[code]
    assert name in names(code, text)


DATIVES = [
    ("Au discutat planul Danielei Munteanu. Daniela Munteanu a răspuns.", "Daniela Munteanu"),
    ("I-au scris Irinei Vasilescu. Irina Vasilescu a răspuns din Iași.", "Irina Vasilescu"),
    ("Andrei Vasilescu a răspuns din Iași.", "Andrei Vasilescu"),
]


@pytest.mark.parametrize(("text", "name"), DATIVES)
def test_a_declined_given_name_is_shown_in_the_nominative(text: str, name: str) -> None:
    assert names("ro", text) == [name]


CAPITALS = {
    "sv": "KARIN LUNDVALL LÄMNAR PARTIET\n\nRiksdagsledamoten Karin Lundvall talade i Kalmar.",
    "nb": "KARIN LUNDVALL FORLATER PARTIET\n\nPolitikeren Karin Lundvall talte i Bergen.",
    "de": "KARIN LUNDVALL VERLÄSST DIE PARTEI\n\nDie Ministerin Karin Lundvall sprach in Mainz.",
    "en": "KARIN LUNDVALL LEAVES THE PARTY\n\nMinister Karin Lundvall spoke in Leeds.",
    "ro": "Deputata Karin LUNDVALL a vorbit la Iași. Karin Lundvall pleacă.",
}


@pytest.mark.parametrize("code", CAPITALS)
def test_a_name_in_capitals_is_shown_as_the_text_writes_it_elsewhere(code: str) -> None:
    assert names(code, CAPITALS[code]) == ["Karin Lundvall"]
    assert len(people(code, CAPITALS[code])[0].mentions) == 2


@pytest.mark.parametrize("code", ["sv", "nb", "da", "en", "de", "fr", "ro"])
def test_initials_keep_their_stops(code: str) -> None:
    assert "J.R. Lundvall" in names(code, "Karin Berg, J.R. Lundvall, Paul Falk.")


PARTICLES = {
    "sv": "Karin von der Lund talade i Kalmar. ”Det räcker”, sade von der Lund. Peter de Groot svarade. De Groot gick.",
    "nb": "Karin von der Lund talte i Bergen. «Det holder», sa von der Lund. Peter de Groot svarte. De Groot gikk.",
    "da": "Karin von der Lund talte. »Det er nok,« sagde von der Lund. Peter de Groot svarede. De Groot gik.",
    "en": "Karin von der Lund spoke in Leeds. “Enough,” von der Lund said. Peter de Groot replied. De Groot was angry.",
    "de": "Karin von der Lund sprach in Mainz. „Genug“, sagte von der Lund. Peter de Groot antwortete. De Groot ging.",
    "fr": "Karin von der Lund a parlé. « Assez », a dit von der Lund. Peter de Groot a répondu. De Groot était fâché.",
    "ro": "Karin von der Lund a vorbit. „Ajunge”, a spus von der Lund. Peter de Groot a răspuns. De Groot era supărat.",
}


@pytest.mark.parametrize("code", PARTICLES)
def test_small_words_belong_to_the_name_in_full_and_alone(code: str) -> None:
    assert {actor.name: len(actor.mentions) for actor in people(code, PARTICLES[code])} == {
        "Karin von der Lund": 2,
        "Peter de Groot": 2,
    }


NICKNAMES = {
    "sv": "Tränaren Karin ”Kajan” Lundvall var trött. Lundvall åkte till Kalmar.",
    "nb": "Treneren Karin «Kajan» Lundvall var trøtt. Lundvall dro til Bergen.",
    "da": "Træneren Karin »Kajan« Lundvall var træt. Lundvall tog til Aarhus.",
    "en": "The coach Karin “Kajan” Lundvall was tired. Lundvall went to Leeds.",
    "de": "Die Trainerin Karin „Kajan“ Lundvall war müde. Lundvall fuhr nach Mainz.",
    "ro": "Antrenoarea Karin „Kajan” Lundvall era obosită. Lundvall a plecat la Iași.",
}


@pytest.mark.parametrize("code", NICKNAMES)
def test_a_nickname_in_marks_stands_inside_one_name(code: str) -> None:
    (person,) = people(code, NICKNAMES[code])
    assert (person.name, len(person.mentions)) == ("Karin Lundvall", 2)


FIRMS = {
    "sv": "Anna Glas AB nekar. Karin Lundvall leder granskningen i Kalmar.",
    "nb": "Anna Glass AS nekter. Karin Lundvall leder granskingen i Bergen.",
    "da": "Anna Glas A/S nægter. Karin Lundvall leder undersøgelsen i Aarhus.",
    "en": "Anna Glass Ltd denies it. Karin Lundvall leads the inquiry in Leeds.",
    "de": "Die Anna Glas GmbH bestreitet das. Karin Lundvall leitet die Prüfung in Mainz.",
    "fr": "La société Anna Verre SA le nie. Karin Lundvall dirige l’enquête à Nantes.",
}


@pytest.mark.parametrize("code", FIRMS)
def test_a_given_name_in_the_name_of_a_company_is_no_person(code: str) -> None:
    assert names(code, FIRMS[code]) == ["Karin Lundvall"]


DECOMPOSED = {
    "sv": ("Märta Sjöö talade i Växjö.", "Märta Sjöö"),
    "nb": ("Pål Håkonsen talte i Trondheim.", "Pål Håkonsen"),
    "de": ("Jürgen Köhler sprach in Mainz.", "Jürgen Köhler"),
    "fr": ("Hélène Béranger a parlé à Nantes.", "Hélène Béranger"),
    "ro": ("Ștefan Țuțea a vorbit la Iași.", "Ștefan Țuțea"),
}


@pytest.mark.parametrize("code", DECOMPOSED)
def test_letters_apart_from_their_marks_make_the_same_names(code: str) -> None:
    whole, name = DECOMPOSED[code]
    text = unicodedata.normalize("NFD", whole)
    (person,) = people(code, text)
    (mention,) = person.mentions
    assert person.name == name
    assert mention.text == text[mention.start : mention.end] == unicodedata.normalize("NFD", name)


AROUND = [
    ("ro", "Vânzătorul Ion Vasilescu a vorbit. Potrivit Danielei Munteanu, podul e gata.", "Ion Vasilescu"),
    ("ro", "Vânzătorul Ion Vasilescu a vorbit. Potrivit Danielei Munteanu, podul e gata.", "Daniela Munteanu"),
    ("en", "Karin Lundvall, O.B.E., spoke to Peter Groot, R-Tex., in Leeds.", "Karin Lundvall"),
]


@pytest.mark.parametrize(("code", "text", "name"), AROUND)
def test_what_stands_before_or_behind_a_name_is_no_part_of_it(code: str, text: str, name: str) -> None:
    found = names(code, text)
    assert name in found
    assert len(found) == 2


ORDINARY = {
    "sv": "Bageriet vann pris i Lund. Färjan sitter fast.",
    "nb": "Bakeriet vant pris i Molde. Fergen står fast.",
    "nn": "Bakeriet vann pris i Molde. Ferja står fast.",
    "da": "Bageriet vandt pris i Vejle. Færgen sidder fast.",
    "en": "Bakery wins prize in Bath. Ferry is stuck.",
    "ro": "Brutăria a câștigat un premiu la Sibiu. Muzeul s-a închis.",
    "fr": "Boulangerie primée à Metz. Musée fermé.",
}


@pytest.mark.parametrize("code", ORDINARY)
def test_an_ordinary_word_that_opens_a_sentence_is_nobody(code: str) -> None:
    assert ORDINARY[code]
    assert names(code, ORDINARY[code]) == []


@pytest.mark.parametrize("code", ["sv", "nb", "da", "en", "de", "fr", "ro"])
def test_a_surname_stays_where_the_document_has_it_in_full(code: str) -> None:
    (person,) = people(code, "Strand, Karin Strand, Strand.")
    assert person.name == "Karin Strand"


ROLES = {
    "de": "„Genug“, sagte die Abgeordnete Karin Grün. „Genug“, sagte Grün.",
    "en": "“Enough,” said minister Karin Green. “Enough,” said Green.",
    "nb": "«Nok», sa ministeren Karin Grønn. «Nok», sa Grønn.",
    "sv": "”Nog”, sade ministern Karin Grön. ”Nog”, sade Grön.",
    "fr": "« Assez », a dit la ministre Karin Vert. « Assez », a dit Mme Vert.",
}


@pytest.mark.parametrize("code", ROLES)
def test_a_surname_behind_role_and_given_name_may_be_any_word(code: str) -> None:
    (name,) = names(code, ROLES[code])
    assert name.startswith("Karin ")
