"""Laws of the evidence that articles and sentences are compared by."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.encoders import load_encoder
from analysis.evidence import cosine, fold, gather, numbers, rarity, stems, weigh
from analysis.evidence.priors import odds_in_briefs
from analysis.pipeline import analyse
from analysis.resources import languages, mapping
from analysis.types import ArticleInput

BAGS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.floats(0.01, 10.0), max_size=6)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "five minutes on 14 October, 2,500 cars and 2.5 hours", {"5", "14", "2500", "2.5"}),
        ("sv", "fem minuter den 14 oktober, 2,5 timmar", {"5", "14", "2.5"}),
        ("nb", "over fem minutter, 28-punkts plan, 9000 biler", {"5", "28", "9000"}),
        ("nn", "to år og førti dagar", {"2", "40"}),
        ("da", "halvtreds biler og tyve busser", {"50", "20"}),
        ("de", "zwölf Tage, 1.200.000 Euro", {"12", "1200000"}),
        ("fr", "dix jours et 40 minutes", {"10", "40"}),
        ("fr", "dix-huit jours, quatre-vingt-dix-sept pages", {"18", "97"}),
        ("ro", "șapte zile și 12 ianuarie", {"7", "12"}),
        ("sv", "14 000 resenärer, trehundratjugo bilar och tjugotre skepp", {"14000", "320", "23"}),
        ("nb", "2,4 milliarder kroner, tre hundre og seksti mann", {"2400000000", "360"}),
        ("nn", "Trettiein skular", {"31"}),
        ("da", "seksogfirs boliger mellem fem og tyve", {"86", "5", "20"}),
        ("de", "sechsundvierzig Räder, 3,5 Mio. Euro, zweitausendfünfhundert", {"46", "3500000", "2500"}),
        ("en", "Eighty-six ships, a hundred and twenty men, two thousand five hundred", {"86", "120", "2500"}),
        ("fr", "trente et un élus, quatre-vingt-six voix, soixante-douze", {"31", "86", "72"}),
        ("ro", "treizeci și unu de copii, două mii cinci sute de lei", {"31", "2500"}),
        ("en", "two three-room flats since 2025 300", {"2", "3", "2025", "300"}),
        ("nb", "Han kom til en tett skog", set()),
        ("fi", "viisi minuuttia ja 14 päivää", {"14"}),
        ("en", "one car, 1 man and no 0 at all", set()),
    ],
)
def test_numbers_meet_across_languages(code: str, text: str, expected: set[str]) -> None:
    assert numbers(text, code) == expected


@pytest.mark.parametrize("code", languages())
def test_every_language_has_frequencies_and_numerals(code: str) -> None:
    frequencies = mapping(code, "frequencies")
    assert 4_900 < len(frequencies) <= 5_000
    assert all(3.0 < float(value) < 8.5 for value in frequencies.values())
    assert {"2", "5", "12", "100"} <= set(mapping(code, "numerals").values())


@pytest.mark.parametrize("code", [*languages(), "fi", "und"])
@settings(deadline=None, max_examples=25)
@given(word=st.text("abcdefghijklmnopqrstuvwxyzåäöéșß", min_size=1, max_size=6))
def test_rarity_is_a_share(code: str, word: str) -> None:
    assert 0.0 <= rarity(fold(word), code) <= 1.0


@pytest.mark.parametrize(
    ("code", "common", "rare"),
    [
        ("sv", "och", "spricka"),
        ("nb", "og", "sprekk"),
        ("nn", "og", "samferdsel"),
        ("da", "og", "revne"),
        ("ro", "și", "fisură"),
        ("en", "the", "herring"),
        ("de", "und", "Riss"),
        ("fr", "les", "fissure"),
    ],
)
def test_function_words_say_nothing_and_rare_words_much(code: str, common: str, rare: str) -> None:
    assert rarity(stems(common)[0], code) < 0.1
    assert rarity(stems(rare)[0], code) > 0.4


def test_spellings_of_a_name_meet_when_folded() -> None:
    assert fold("Søren") == fold("soren") == fold("SÖREN")
    assert fold("Brașov") == fold("Brasov")


@settings(deadline=None)
@given(BAGS, BAGS)
def test_cosine_is_symmetric_in_range_and_one_for_itself(a: dict[str, float], b: dict[str, float]) -> None:
    assert cosine(a, b) == pytest.approx(cosine(b, a))
    assert 0.0 <= cosine(a, b) <= 1.0
    assert cosine(a, a) == pytest.approx(1.0 if a else 0.0)


def test_more_of_a_word_weighs_more_and_everyday_words_are_left_out() -> None:
    once, often = weigh(Counter(["herrin"]), "en"), weigh(Counter(["herrin"] * 5 + ["the"]), "en")
    assert often["herrin"] > once["herrin"]
    assert often.get("the", 0.0) < 0.1


@pytest.mark.parametrize("text", ["1." * 200_000 + "x", "9" * 400_000, "a1" * 200_000, "1,234" * 80_000])
def test_odd_numbers_are_read(text: str) -> None:
    assert len(numbers(text, "en")) < len(text)


TOWNS = ["Harwick", "Belsay", "Tolmere", "Ashby", "Corve", "Denholm", "Eskdale", "Farley", "Girton", "Hexley", "Ilford"]
TOWNS += ["Jarrow", "Kelso", "Lydd", "Morley", "Nairn", "Oakham", "Penrith", "Quorn", "Ripley", "Selby", "Thirsk"]


def scattered(sentences: list[str]) -> bool:
    article = ArticleInput(outlet="paper", text="\n\n".join(sentences), language="en", clean=False)
    return gather(analyse(article, load_encoder())).scattered


def test_a_text_that_names_something_else_in_each_sentence_is_of_many_matters() -> None:
    briefs = [f"The council of {town} has closed the old bridge there." for town in TOWNS]
    assert scattered(briefs)
    assert not scattered([f"{line[:-1]}, said Helen Marsh." for line in briefs])
    assert not scattered(briefs[:10])


def test_in_a_text_of_many_matters_likeness_alone_makes_no_claim() -> None:
    alike, unlike = 6.0, 1.0
    assert odds_in_briefs(alike, 0.1, 0.1) < 0.0 < odds_in_briefs(unlike, 0.9, 0.02)
    assert odds_in_briefs(unlike, 0.1, 0.8) < odds_in_briefs(unlike, 0.8, 0.1)
