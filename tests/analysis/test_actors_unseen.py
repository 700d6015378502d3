"""Names in kinds that real texts have: initials, firms called like people, titles of works, cases, plain words."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.resources import languages, rows
from analysis.segmentation import segment
from analysis.types import Actor, Article, Language


def actors(code: str, text: str) -> list[Actor]:
    return list(find_actors(segment(Article("test", text, Language(code, 1.0)))))


def people(code: str, text: str) -> list[str]:
    return sorted(actor.name for actor in actors(code, text) if actor.type == "person")


INITIALS = {
    "sv": ("Major K.E. Wallgren talade i Boden. ”Bra”, sade Wallgren.", "K.E. Wallgren"),
    "nb": ("Direktør H.T. Brenden reiste til Molde. Brenden er syk.", "H.T. Brenden"),
    "nn": ("Rektor O.M. Sletten reiste til Voss. Sletten er sjuk.", "O.M. Sletten"),
    "da": ("Direktør H.P. Toftager rejste til Ribe. Toftager er syg.", "H.P. Toftager"),
    "ro": ("Generalul I.C. Dobrin a plecat la Arad. „Da”, a spus Dobrin.", "I.C. Dobrin"),
    "en": ("Novelist W.B. Cranford read in Bath. “Yes,” said Cranford.", "W.B. Cranford"),
    "de": ("Bankier E. T. Kolbing sprach in Bonn. „Ja“, sagte Kolbing.", "E. T. Kolbing"),
    "fr": ("L’éditeur J.-M. Perrotin est à Lyon. « Oui », a dit Perrotin.", "J.-M. Perrotin"),
}


@pytest.mark.parametrize("code", INITIALS)
def test_initials_and_a_surname_are_one_person(code: str) -> None:
    text, name = INITIALS[code]
    assert people(code, text) == [name]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The U.S. Senate and the D.C. Police met. S. Korea agreed. H.R. 412 passed."),
        ("de", "Die U.S. Army kam nach Bonn. Die A. Meier GmbH auch."),
        ("fr", "S.A. Dupont ferme à Lyon."),
    ],
)
def test_letters_of_countries_firms_and_bills_are_no_initials(code: str, text: str) -> None:
    assert people(code, text) == []


FIRMS = {
    "sv": "Butikskedjan {} öppnar i Umeå. Anställda på {} är nöjda. Grundaren Sten Mårdh gick.",
    "nb": "Klesmerket {} går konkurs i Bergen. Ansatte i {} gråter. Gründeren Sten Mårdh gikk.",
    "nn": "Kleskjeda {} går konkurs i Bergen. Tilsette i {} græt. Grunnleggjaren Sten Mårdh gjekk.",
    "da": "Virksomheden {} fyrer 40 i Vejle. Ansatte hos {} græder. Stifteren Sten Mårdh gik.",
    "ro": "Compania {} a intrat în faliment la Arad. Angajații {} pleacă. Fondatorul Sten Mårdh a plecat.",
    "en": "The retailer {} will close in Hull. Staff at {} were told. Founder Sten Mårdh left.",
    "de": "Die Drogeriekette {} wächst in Bonn. Bei {} arbeiten viele. Gründer Sten Mårdh ging.",
    "fr": "La chaîne {} ouvre à Metz. Les employés de {} sont là. Le fondateur Sten Mårdh est parti.",
}


@pytest.mark.parametrize("code", FIRMS)
def test_a_firm_called_like_somebody_is_no_person(code: str) -> None:
    assert people(code, FIRMS[code].format("Emil Lundin", "Emil Lundin")) == ["Sten Mårdh"]


@pytest.mark.parametrize("code", languages())
def test_every_noun_for_a_firm_tells_its_name(code: str) -> None:
    listed = rows(code, "company_words")
    assert {row[1] for row in listed} == {"named", "owned"}
    for word, use in listed:
        text = f"Xyz {word} Emil Lundin xyz." if use == "named" else f"Xyz {word} de Emil Lundin xyz."
        assert "Emil Lundin" not in people(code, text), word


def test_whoever_founded_a_firm_is_a_person() -> None:
    assert people("en", "The company John Reedham founded is in York. Founder John Reedham left.") == ["John Reedham"]


PARTNERS = {
    "nn": "Nina og Emil Bakst AS svarar ikkje på spørsmål.",
    "sv": "Nina och Emil Bakst AB svarar inte på frågor.",
    "de": "Anna und Emil Bakst GmbH schweigt dazu.",
    "fr": "Anna et Emil Bakst SARL se tait.",
    "en": "Anna and Emil Bakst Ltd said nothing.",
}


@pytest.mark.parametrize("code", PARTNERS)
def test_two_given_names_before_a_legal_form_are_a_firm(code: str) -> None:
    assert people(code, PARTNERS[code]) == []


WORKS = {
    "sv": "Skådespelaren Ditte Elksjö, känd från filmen ”Farväl, Oskar”, bor i Ystad.",
    "nb": "Skuespilleren Ditte Elksjø, kjent fra filmen «Farvel, Oskar», bor i Hamar.",
    "nn": "Skodespelaren Ditte Elksjø, kjend frå filmen «Farvel, Oskar», bur i Hamar.",
    "da": "Skuespilleren Ditte Elksjø, kendt fra filmen »Farvel, Oskar«, bor i Odder.",
    "ro": "Actrița Ditte Elksjo, cunoscută din filmul „Adio, Oskar”, locuiește la Tulcea.",
    "en": "Actor Ditte Elksjo, known from the film “Goodbye, Oskar”, lives in York.",
    "de": "Die Schauspielerin Ditte Elksjö, bekannt aus dem Film „Leb wohl, Oskar“, wohnt in Ulm.",
    "fr": "L’actrice Ditte Elksjo, vue dans le film « Adieu Oskar », habite à Lorient.",
}


@pytest.mark.parametrize("code", WORKS)
def test_nobody_of_the_title_of_a_work_is_a_person_of_the_article(code: str) -> None:
    (name,) = people(code, WORKS[code])
    assert name.startswith("Ditte")


@pytest.mark.parametrize("code", languages())
def test_every_noun_for_a_work_opens_a_title(code: str) -> None:
    for word, *_ in rows(code, "works"):
        assert people(code, f"Xyz {word} “Goodbye, Oskar” xyz.") == [], word


def test_somebody_of_the_article_is_found_in_a_title_too() -> None:
    text = "Oskar Lundin spoke in York. The film “Goodbye, Oskar Lundin” is about him."
    (person,) = [actor for actor in actors("en", text) if actor.type == "person"]
    assert len(person.mentions) == 2


ORDINARY = {
    "sv": "Sten föll på vägen i Boden. Liv som räddades firades.",
    "nb": "Bjørn sett i Meråker. Storm herjet i natt.",
    "nn": "Bjørn sett i Meråker. Storm herja i natt.",
    "da": "Storm væltede træer i Ribe. Sten ramte en bil.",
    "en": "Rose prices fell in Perth. Bill rushed through council.",
    "de": "Wolf reißt Schafe bei Celle. Der Jäger kam.",
    "fr": "Pierre jetée sur un bus à Lyon. Les élèves vont bien.",
}


@pytest.mark.parametrize("code", ORDINARY)
def test_a_name_that_is_a_word_and_only_opens_a_sentence_is_nobody(code: str) -> None:
    assert people(code, ORDINARY[code]) == []


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "Mark Bensham left York. Mark rushed home.", "Mark Bensham"),
        ("sv", "Sten Ahlmark bor i Boden. Sten föll på vägen.", "Sten Ahlmark"),
        ("de", "Förster Wolf Albers kam nach Celle. Wolf reißt Witze.", "Wolf Albers"),
    ],
)
def test_a_name_that_is_a_word_is_somebody_whom_the_article_names(code: str, text: str, name: str) -> None:
    (person,) = [actor for actor in actors(code, text) if actor.type == "person"]
    assert (person.name, len(person.mentions)) == (name, 2)


DECLINED = [
    ("Casa Ilincăi Voican a ars la Galați.", "Ilinca Voican"),
    ("Sora Floricăi Neagoș s-a mutat la Turda.", "Florica Neagoș"),
    ("Cupa i-a rămas Andreei Zoltescu la Bistrița.", "Andreea Zoltescu"),
    ("Cazul Sorinei Pintilescu e la Bihor.", "Sorina Pintilescu"),
]


@pytest.mark.parametrize(("text", "name"), DECLINED)
def test_a_woman_named_in_the_genitive_alone_is_shown_in_the_nominative(text: str, name: str) -> None:
    assert people("ro", text) == [name]


def test_a_given_name_alone_in_the_dative_is_whose_full_name_was() -> None:
    text = "Dosarul Loredanei Hurmuz a ajuns la Tecuci. Judecătoarea i-a răspuns Loredanei."
    (person,) = [actor for actor in actors("ro", text) if actor.type == "person"]
    assert [mention.text for mention in person.mentions] == ["Loredanei Hurmuz", "Loredanei"]


GENITIVES = [
    ("nn", "Torunn Sandøs brev vart lese på Moster.", "Torunn Sandø"),
    ("sv", "Karin Boyes dikter läses i Boden.", "Karin Boye"),
    ("de", "Holger Jahns’ Werkstatt brannte in Fulda ab.", "Holger Jahns"),
    ("de", "Petra Reichardts Tochter zog weg. Reichardts Haus steht leer.", "Petra Reichardt"),
    ("nb", "Jeremy Hughes kritikk kom fra Bergen.", "Jeremy Hughes"),
    ("en", "James Briggs’s car was found in Neath.", "James Briggs"),
]


@pytest.mark.parametrize(("code", "text", "name"), GENITIVES)
def test_whoever_is_named_in_the_genitive_alone_is_shown_without_it(code: str, text: str, name: str) -> None:
    assert people(code, text) == [name]


PARTICLES = [
    (
        "de",
        "Leopold von und zu Altheim klagt in Passau. Von und zu Altheim will das Schloss.",
        "Leopold von und zu Altheim",
    ),
    ("nb", "Ditlef von Krogh kom til Bergen. «Fint», sa von Krogh.", "Ditlef von Krogh"),
    ("da", "Grev Otto af Lindholm solgte godset. »Fint,« sagde af Lindholm.", "Otto af Lindholm"),
    ("fr", "Le comte Amélie de Tours a vendu à Angers.", "Amélie de Tours"),
    ("en", "Fergal McCloskie sang in Sligo. “Yes,” said McCloskie.", "Fergal McCloskie"),
]


@pytest.mark.parametrize(("code", "text", "name"), PARTICLES)
def test_small_words_and_given_names_belong_to_the_name(code: str, text: str, name: str) -> None:
    assert people(code, text) == [name]


def test_a_day_is_nobody_of_that_surname() -> None:
    text = "Am Montag kam die Rektorin Greta Montag nach Kiel. Montag verlangte Geld."
    (person,) = [actor for actor in actors("de", text) if actor.type == "person"]
    assert [mention.start for mention in person.mentions] == [text.index("Greta"), text.rindex("Montag")]


def test_the_noun_with_its_article_is_nobody_of_that_surname() -> None:
    text = "Der Anwalt Uwe Kraft sprach. Kraft sagte, ihm fehle die Kraft."
    (person,) = [actor for actor in actors("de", text) if actor.type == "person"]
    assert len(person.mentions) == 2


TITLES = [
    ("ro", "Pictorul Cezar Vornicu a expus la Sinaia.", "Cezar Vornicu"),
    ("de", "Notfallsanitäter Jan Beckert half in Lahr.", "Jan Beckert"),
    ("nb", "Skuespilleren Petter Krogvik reiste til Moss.", "Petter Krogvik"),
]


@pytest.mark.parametrize(("code", "text", "name"), TITLES)
def test_what_somebody_is_is_no_part_of_the_name(code: str, text: str, name: str) -> None:
    assert people(code, text) == [name]


def test_a_double_surname_may_hold_a_given_name_of_the_other_gender() -> None:
    text = "Statsrådet Karin Falk Ahlsten kom till Piteå. ”Dyrt”, sade Falk Ahlsten."
    assert people("sv", text) == ["Karin Falk Ahlsten"]


def test_a_double_surname_cut_at_its_hyphen_is_whole() -> None:
    text = "Kruse-Albach fordert Geld. Die Senatorin Doris Kruse-Albach kam nach Bremen. Kruse-Albach ging."
    assert people("de", text) == ["Doris Kruse-Albach"]


LETTERS = {
    "sv": ("Svenska Sjöräddningsförbundet larmar. Förbundet, SSRF, växer.", "SSRF"),
    "nb": ("Norsk Fjellvernforening klager. Foreningen, NFVF, vokser.", "NFVF"),
    "de": ("Der Deutsche Moorschutzverband klagt. Der DMSV fordert Geld.", "DMSV"),
    "fr": ("La Fédération nationale des marais a porté plainte à Niort. La FNMA réclame des fonds.", "FNMA"),
    "en": ("The National Hedgerow Trust sued in Hereford. The NHT wants money.", "NHT"),
}


@pytest.mark.parametrize("code", LETTERS)
def test_letters_of_a_compound_mean_the_body(code: str) -> None:
    text, letters = LETTERS[code]
    (body,) = [actor for actor in actors(code, text) if letters in (actor.name, *actor.aliases)]
    assert body.name != letters


def test_letters_that_only_stand_in_a_name_by_chance_mean_nothing() -> None:
    found = [actor.name for actor in actors("en", "Democracy for America backed Amy Holdt. She praised DACA in York.")]
    assert "DACA" in found


def test_letters_of_old_keyboards_are_shown_in_the_norm() -> None:
    assert people("ro", "Medicul Ştefania Ţurcanu lucrează la Piteşti.") == ["Ștefania Țurcanu"]
