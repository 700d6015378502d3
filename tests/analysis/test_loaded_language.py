"""Loaded language: lists, voices and rates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import resources
from analysis.framing.patterns import fold
from tests.analysis.framing_texts import CODES, document, frame, load, quote

TEXTS = load("loaded")
CATEGORIES = {"emotive", "judging", "labelling", "sensational"}
FILLER = "The committee presented the report on Monday and will meet again in June. " * 6


def terms(text: str, code: str) -> list[str]:
    return [term.text for term in frame(document(text, code), (), ()).loaded_language]


@pytest.mark.parametrize("code", CODES)
def test_every_loaded_sentence_is_found_and_no_plain_one(code: str) -> None:
    missed = [text for text in TEXTS["loaded"][code] if not terms(text, code)]
    wrong = {text: terms(text, code) for text in TEXTS["plain"][code] if terms(text, code)}
    assert not missed
    assert not wrong


def test_translations_have_like_numbers_of_loaded_words() -> None:
    counts = {code: sum(len(terms(text, code)) for text in TEXTS["loaded"][code]) for code in CODES}
    assert min(counts.values()) >= 15
    assert max(counts.values()) - min(counts.values()) <= 4, counts


def test_lists_are_large_and_of_comparable_size() -> None:
    sizes = {code: len(resources.rows(code, "loaded")) for code in CODES}
    assert min(sizes.values()) >= 700
    assert max(sizes.values()) <= 2 * min(sizes.values()), sizes


@pytest.mark.parametrize("code", CODES)
def test_rows_are_complete_and_unique(code: str) -> None:
    rows = resources.rows(code, "loaded")
    assert {row[1] for row in rows} == CATEGORIES
    assert {row[2] for row in rows} == {"1", "2", "3"}
    assert len({fold(row[0]) for row in rows}) == len(rows)


@pytest.mark.parametrize("code", CODES)
def test_inflected_forms_belong_to_their_entry(code: str) -> None:
    forms = {
        "da": "skammelig skammelige skammeligt katastrofen katastrofer",
        "de": "schändlich schändliche schändlichen schändlicher Katastrophen",
        "en": "outrageous outrageously disgrace disgraced disgraceful",
        "fr": "honteux honteuse honteuses honteusement catastrophes",
        "nb": "skammelig skammelige løgnen løgner katastrofen",
        "nn": "skammeleg skammelege løgna løgner katastrofen",
        "ro": "rușinos rușinoasă rușinoase catastrofa catastrofe",
        "sv": "skamlig skamliga skamligt katastrofen katastrofer",
    }[code]
    assert len(forms.split()) >= 4
    assert [form for form in forms.split() if terms(form, code) != [form]] == []


def test_quoted_words_are_not_the_outlets() -> None:
    text = FILLER + "The plan is a disgrace, she said."
    own = frame(document(text, "en"), (), ())
    ascribed = frame(document(text, "en"), (), (quote(text, "The plan is a disgrace", "a"),))
    assert [term.voice for term in own.loaded_language] == ["outlet"]
    assert [term.voice for term in ascribed.loaded_language] == ["quoted"]
    assert own.loaded_rate.value is not None
    assert own.loaded_rate.value > 0
    assert ascribed.loaded_rate.value == 0


@given(st.lists(st.sampled_from(["shocking", "disgraceful", "chaos", "slow", "tall"]), max_size=12))
def test_quoted_loaded_words_never_change_the_outlets_rate(words: list[str]) -> None:
    said = " ".join(["It was", *words]) + "."
    text = FILLER + said
    rate = frame(document(text, "en"), (), (quote(text, said, "a"),)).loaded_rate
    assert (
        rate == frame(document(FILLER + "It was.", "en"), (), (quote(FILLER + "It was.", "It was.", "a"),)).loaded_rate
    )


@given(st.integers(0, 5), st.sampled_from(["outrageous", "despicable", "horrific", "fanatical", "disgusting"]))
def test_a_further_loaded_word_never_lowers_the_rate(place: int, word: str) -> None:
    sentences = FILLER.strip().split(". ")
    sentences.insert(place, f"It was {word}")
    more = frame(document(". ".join(sentences), "en"), (), ()).loaded_rate
    fewer = frame(document(FILLER, "en"), (), ()).loaded_rate
    assert more.value is not None
    assert fewer.value is not None
    assert more.value > fewer.value


def test_the_interval_holds_the_rate_and_narrows_with_length() -> None:
    text = FILLER + "It was outrageous. "
    short, long = (frame(document(text * copies, "en"), (), ()).loaded_rate for copies in (1, 8))
    assert short.value is not None
    assert short.interval is not None
    assert long.interval is not None
    assert short.interval[0] <= short.value <= short.interval[1]
    assert long.interval[1] - long.interval[0] < short.interval[1] - short.interval[0]
    assert len(long.evidence) == 8


def test_a_short_text_has_no_rate() -> None:
    assert frame(document("It was outrageous.", "en"), (), ()).loaded_rate.reason == "insufficient_text"


@pytest.mark.parametrize(
    ("code", "plain", "loaded"),
    [
        ("sv", "Kommunisterna röstade med nationalisterna", "Det är ett fascistiskt påhitt"),
        ("nb", "Kommunistene stemte med nasjonalistene", "Det er et fascistisk påfunn"),
        ("nn", "Kommunistane røysta med nasjonalistane", "Det er eit fascistisk påfunn"),
        ("da", "Kommunisterne stemte med nationalisterne", "Det er et fascistisk påfund"),
        ("de", "Die Kommunisten stimmten mit den Nationalisten", "Das ist ein faschistischer Einfall"),
        ("en", "The liberals voted with the left", "It is a fascist idea"),
        ("fr", "Les communistes ont voté avec les souverainistes", "C'est une idée fasciste"),
        ("ro", "Un comunist a votat cu un suveranist", "Este o idee fascistă"),
    ],
)
def test_what_a_direction_of_politics_calls_itself_is_no_label_in_a_quotation(
    code: str, plain: str, loaded: str
) -> None:
    for said, marked in ((plain, False), (loaded, True)):
        found = frame(document(f"{said}.", code), (), (quote(f"{said}.", said, "a"),)).loaded_language
        assert [term.voice for term in found] == ["quoted"] * marked
