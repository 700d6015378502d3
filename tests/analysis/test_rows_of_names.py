"""Every row of the lists of names, of languages and of the world: looked up as texts have it, it is what the row says.

A row that another one hides, or that is the same as another one to the code that reads it, is of no use.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from analysis import resources
from analysis.actors.alikeness import same_given
from analysis.actors.detection import Named
from analysis.actors.folding import fold_word, plain
from analysis.actors.gazetteer import PLACE_LISTS, Entry, gazetteer, given_names, is_house, legal_forms, venues
from analysis.actors.gazetteer import _gazetteer as load_gazetteer
from analysis.actors.gender import GENDERS
from analysis.actors.identity import person_key
from analysis.actors.particles import particles
from analysis.actors.people import resolve_people
from analysis.actors.phrases import Words
from analysis.actors.streets import street_words
from analysis.actors.wholes import whole_names
from analysis.attribution.outlets import articles, names, outlets_in
from analysis.attribution.reading import read
from analysis.cleaning.phrases import clock_units, units
from analysis.columns import WORLD_COLUMNS
from analysis.errors import DataError
from analysis.resources import WORLD, languages, read_rows, rows
from analysis.sources.entries import words_of as outlet_key
from analysis.text import fold, words_of
from analysis.types import UNDETERMINED, ActorType
from tests.analysis.framing_texts import document

Row = tuple[str, ...]
LISTS = (
    *PLACE_LISTS, "organisations", "articles", "name_endings", "name_finals", "name_finals_doubtful", "capacities",
    "gender_pronouns", "nicknames",
)  # fmt: skip
"""Lists of a language whose rows are looked up here."""
BROAD: dict[str, ActorType] = {"towns": "place", "companies": "organization"}
MEDIA = {"outlets": "outlet", "agencies": "agency", "platforms": "social"}
STEM = "Abcdef"

each_language = pytest.mark.parametrize("code", languages())


def world(name: str) -> tuple[Row, ...]:
    found = read_rows(WORLD / f"{name}.txt")
    assert found
    return found


def repeated(listed: Iterable[Row], keys: Callable[[Row], set[object]]) -> list[Row]:
    """Rows of whose keys none is theirs alone."""
    every = list(listed)
    count = Counter(key for row in every for key in keys(row))
    return [row for row in every if all(count[key] > 1 for key in keys(row))]


def as_looked_up(row: Row) -> set[object]:
    """A name as the gazetteer has it: folded, and in lower case where it has several words."""
    return {plain(row[0])} | ({(row[0].casefold(),)} if " " in row[0] else set())


def entry(name: str) -> Entry | None:
    """What a name means in a language without lists."""
    return gazetteer(UNDETERMINED).find(name)


@each_language
@pytest.mark.parametrize("name", [*PLACE_LISTS, "organisations"])
def test_a_known_name_is_what_its_row_says(name: str, code: str) -> None:
    listed = rows(code, name)
    assert listed
    assert [row for row in listed if (found := gazetteer(code).find(row[0])) is None or found.key != row[1]] == []
    assert repeated(listed, as_looked_up) == []


@each_language
def test_an_article_before_a_name_is_taken_off(code: str) -> None:
    texts = {row[0]: row[0] + ("" if row[0].endswith("'") else " ") + STEM for row in rows(code, "articles")}
    assert texts
    assert [word for word, text in texts.items() if gazetteer(code).without_article(text) != STEM] == []


@each_language
def test_an_ending_of_names_is_taken_off(code: str) -> None:
    listed = rows(code, "name_endings")
    assert listed
    assert [row for row in listed if STEM + row[1] not in gazetteer(code).stems(STEM + row[0])] == []


def test_what_names_end_in_could_be_taken_for_an_ending() -> None:
    def listed(name: str) -> list[tuple[str, str]]:
        return [(code, row[0]) for code in languages() for row in rows(code, name)]

    finals, doubtful, endings = (listed(name) for name in ("name_finals", "name_finals_doubtful", "name_endings"))
    assert finals and doubtful
    alike = {(code, one) for code, one in finals + doubtful for own, end in endings if own == code and ends(one, end)}
    assert [one for one in finals + doubtful if one not in alike] == []
    assert [one for one in doubtful for code, end in finals if code == one[0] and one[1].endswith(end)] == []


def ends(one: str, other: str) -> bool:
    """Whether one of two ends in the other."""
    return one.endswith(other) or other.endswith(one)


@each_language
def test_a_capacity_is_no_office_and_no_speaker(code: str) -> None:
    others = {fold(row[0]).split()[-1] for name in ("roles", "speaker_roles") for row in rows(code, name)}
    assert others
    assert [row for row in rows(code, "capacities") if fold(row[0]).split()[-1] in others] == []


@each_language
def test_a_pronoun_is_one_word_of_a_gender(code: str) -> None:
    listed = rows(code, "gender_pronouns")
    assert listed
    assert {row[1] for row in listed} <= set(GENDERS)
    assert [row for row in listed if words_of(row[0]) != [row[0]]] == []


@pytest.mark.parametrize("name", sorted(BROAD))
def test_a_town_or_company_is_found(name: str) -> None:
    found = {row: entry(row[0]) for row in world(name)}
    assert [row for row, one in found.items() if one is None or (one.type, one.broad) != (BROAD[name], True)] == []
    assert repeated(found, as_looked_up) == []


def test_an_organisation_and_its_acronyms_have_its_key() -> None:
    named = [(name, key) for key, name in world("organisations")] + [(name, key) for name, key in world("acronyms")]
    assert named
    assert [row for row in named if (found := entry(row[0])) is None or found.key != row[1]] == []


def test_a_place_is_named_in_a_language_and_once_in_the_world() -> None:
    listed = [row for name in ("places", "more_places") for row in world(name)]
    named = {row[1] for code in languages() for name in PLACE_LISTS for row in rows(code, name)}
    assert [row for row in listed if row[0] not in named] == []
    assert repeated(listed, lambda row: {row[0]}) == []


def test_a_given_name_has_a_gender() -> None:
    listed = world("given_names")
    assert [row for row in listed if row[1] not in GENDERS or given_names()[plain(row[0])] != row[1]] == []
    assert [row for row in listed if len(row[0].split()) != 1] == []
    assert repeated(listed, lambda row: {plain(row[0])}) == []


def test_a_legal_form_is_one_word() -> None:
    assert legal_forms()
    assert [form for form in legal_forms() if len(form.split()) != 1] == []


def test_a_house_named_by_its_noun_is_no_person() -> None:
    assert venues()
    assert [noun for noun in venues() if noun != plain(noun) or len(noun.split()) != 1] == []
    assert [noun for noun in venues() if not is_house(f"Marais {noun.title()}")] == []
    assert [noun for noun in venues() if is_house(noun.title())] == []


def test_a_noun_for_a_street_is_looked_up_as_it_is_listed() -> None:
    sides = {side: street_words(side) for side in ("before", "behind")}
    assert all(sides.values())
    listed = world("street_words")
    assert listed
    assert [row for row in listed if row[0] != plain(row[0]) or row[0] not in sides[row[1]]] == []


def in_some_text(name: str, kind: str) -> bool:
    """Whether the words of a name, in any language, are those of a medium of this kind."""
    for code in languages():
        reading = read(document(name, code), ())
        found = names().at(reading, 0, len(reading.keys))
        if found is not None and (found.size, found.value) == (len(reading.keys), kind):
            return True
    return False


@pytest.mark.parametrize("name", sorted(MEDIA))
def test_a_medium_is_found_in_a_text_or_among_names(name: str) -> None:
    def listed(row: Row) -> bool:
        found = entry(row[0])
        return name != "platforms" and found is not None and found.media and found.name == row[0]

    every = world(name)
    assert every
    assert [row for row in every if not in_some_text(row[0], MEDIA[name]) and not listed(row)] == []


def test_a_medium_is_listed_once() -> None:
    every = [row for name in MEDIA for row in world(name)]
    assert repeated(every, lambda row: {plain(row[0]), (fold(row[0]).replace("’", "'"),)}) == []


def test_a_small_word_may_stand_inside_a_name() -> None:
    listed = [row[0] for row in world("media_links")]
    assert "der" in listed
    assert [word for word in listed if words_of(word) != [word] or fold(word) != word] == []
    reading = read(document("Anna Berg told the newspaper Glocken der Woche on Monday.", "en"), ())
    (found,) = outlets_in(reading, 0, len(reading.words))
    assert "der" in reading.keys[found.first : found.last]


@pytest.mark.parametrize("row", world("name_particles"), ids=str)
def test_a_small_word_goes_on_with_the_name_of_a_person(row: Row) -> None:
    assert row[0] in particles()
    text = document(f"Anna {row[0]} Bergström sang.", UNDETERMINED)
    (found,) = whole_names(text, [Named(0, 4, "Anna", "person", 1.0, 0)])
    assert found.text == f"Anna {row[0]} Bergström"


@pytest.mark.parametrize("row", world("name_articles"), ids=str)
def test_a_surname_may_go_without_its_arabic_article(row: Row) -> None:
    full = f"Karim {row[0]}Shamsi"
    text = document(f"{full} sang. Shamsi danced.", UNDETERMINED)
    places = [(0, full), (text.text.index("Shamsi danced"), "Shamsi")]
    names = [Named(start, start + len(name), name, "person", 1.0, 0) for start, name in places]
    (person,) = resolve_people(names, Words.of(text))
    assert [named.text for named in person.mentions] == [full, "Shamsi"]


@pytest.mark.parametrize("row", world("name_suffixes"), ids=str)
def test_a_word_tells_a_person_from_a_parent(row: Row) -> None:
    assert person_key(["John", "Berg", row[0].capitalize()]) == f"{person_key(['John', 'Berg'])} {row[1]}"


@pytest.mark.parametrize("row", world("media_articles"), ids=str)
def test_an_article_before_a_name_is_no_part_of_what_is_compared(row: Row) -> None:
    assert outlet_key(f"{row[0]} Herald".replace("' ", " ")) in ("herald", "l herald")
    assert articles()[row[0]] == "".join(row[1:])


def test_an_article_in_small_letters_is_part_of_some_names_only() -> None:
    def first(text: str) -> list[str]:
        reading = read(document(text, "en"), ())
        return [" ".join(reading.keys[one.first : one.last]) for one in outlets_in(reading, 0, len(reading.words))]

    assert first("Anna Berg told the Guardian on Monday.") == ["the guardian"]
    assert first("Anna Berg told der Spiegel on Monday.") == ["spiegel"]


def test_a_word_beside_a_time_of_day_makes_no_line_an_articles_own() -> None:
    listed = [row[0] for row in world("clock_units")]
    assert "cet" in listed
    assert [word for word in listed if word not in clock_units() or units(word) != [word]] == []


def test_every_list_of_the_world_is_looked_up() -> None:
    own = {
        "organisations", "acronyms", "places", "more_places", "given_names", "legal_forms", "media_links",
        "name_articles", "name_particles", "name_suffixes", "media_articles", "clock_units", "unit_symbols", "venues",
        "shared_given_names", "surnames_in_s", "street_words",
        "body_kinds", "organisation_kinds", "role_kinds",
    }  # fmt: skip
    assert own | BROAD.keys() | MEDIA.keys() == {path.stem for path in WORLD.glob("*.txt")}
    assert WORLD_COLUMNS.keys() == {path.stem for path in WORLD.glob("*.txt")}


@pytest.mark.parametrize("name", [*PLACE_LISTS, "organisations"])
def test_a_name_of_nothing_in_the_world_is_a_fault_of_the_package(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "rows", lambda code, listed: (("Nowhere", "nowhere"),) if listed == name else ())
    with pytest.raises(DataError, match=f"{name}.txt of en names nowhere"):
        load_gazetteer.__wrapped__("en")


@each_language
def test_a_short_form_is_its_given_name(code: str) -> None:
    listed = rows(code, "nicknames")
    assert listed
    assert [row for row in listed if not same_given(fold_word(row[0]), fold_word(row[1]))] == []
    assert [row for row in listed if fold_word(row[0]) == fold_word(row[1])] == []
