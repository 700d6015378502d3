"""Evidential markers and the share of hedged sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import resources
from analysis.actors import find_actors
from analysis.quotes import find_quotes
from tests.analysis.framing_texts import CODES, document, frame, load, quote

TEXTS, ASCRIBED = load("evidentials"), load("ascribed")
STATUSES = ("alleged", "denied", "reported", "uncertain")


def statuses(text: str, code: str) -> set[str]:
    return {marker.status for marker in frame(document(text, code), (), ()).evidentiality}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("status", STATUSES)
def test_markers_are_found_with_their_status_in_every_language(status: str, code: str) -> None:
    missed = [text for text in TEXTS[status][code] if status not in statuses(text, code)]
    assert not missed


@pytest.mark.parametrize("code", CODES)
def test_what_the_outlet_vouches_for_carries_no_marker(code: str) -> None:
    """Obligations and futures built with the same verbs (``ska ha semester``, ``soll zurücktreten``) are none."""
    assert not [text for text in TEXTS["vouched"][code] if statuses(text, code)]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("status", [*STATUSES, "vouched"])
def test_what_stands_in_an_article_has_its_status_in_every_language(status: str, code: str) -> None:
    for text in ASCRIBED[status][code]:
        item = document(text, code)
        actors = find_actors(item)
        found = {marker.status for marker in frame(item, actors, find_quotes(item, actors)).evidentiality}
        assert (status in found) if status != "vouched" else not found, text


def test_the_word_of_saying_marks_what_is_passed_on_and_not_what_stands_in_marks() -> None:
    text = "Police say that the driver was alone. “I was alone,” the driver said."
    item = document(text, "en")
    actors = find_actors(item)
    markers = frame(item, actors, find_quotes(item, actors)).evidentiality
    assert [(marker.text, marker.status) for marker in markers] == [("say", "reported")]


@pytest.mark.parametrize("code", CODES)
def test_the_share_counts_sentences_not_markers(code: str) -> None:
    hedged, plain = TEXTS["uncertain"][code], TEXTS["vouched"][code]
    share = frame(document(" ".join([*hedged, *plain]), code), (), ()).hedging
    assert share.n == len(hedged) + len(plain)
    assert share.value == pytest.approx(len(hedged) / share.n, abs=1e-5)
    assert share.interval is not None
    assert 0 <= share.interval[0] <= share.value <= share.interval[1] <= 1


@pytest.mark.parametrize("code", CODES)
def test_each_status_has_the_share_of_the_sentences_that_carry_it(code: str) -> None:
    """A sentence without a marker is vouched for, in every language."""
    text = " ".join(one for status in [*STATUSES, "vouched"] for one in TEXTS[status][code])
    found = frame(document(text, code), (), ())
    expected = {status: len(TEXTS[status][code]) for status in [*STATUSES, "vouched"]}
    n = sum(expected.values())
    for item in found.evidentiality_shares:
        assert item.share.n == n
        assert item.share.value == pytest.approx(expected[item.status] / n, abs=1e-5), item.status
        assert item.share.interval is not None
        assert 0 <= item.share.interval[0] <= item.share.value <= item.share.interval[1] <= 1
        assert bool(item.share.evidence) == (item.status != "vouched")
    assert {item.status for item in found.evidentiality_shares} == set(expected)


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_with_several_markers_counts_once(code: str) -> None:
    """What is denied outweighs what is alleged, reported or possible, and the shares still sum to one."""
    mixed = "; ".join(TEXTS[status][code][0].rstrip(".").lower() for status in STATUSES) + "."
    text = f"{mixed[0].upper()}{mixed[1:]} {TEXTS['vouched'][code][1]}"
    shares = {item.status: item.share.value for item in frame(document(text, code), (), ()).evidentiality_shares}
    assert shares == {"vouched": 0.5, "denied": 0.5, "alleged": 0, "reported": 0, "uncertain": 0}


def test_words_inside_a_quotation_have_no_share() -> None:
    text = "The talks ended on Friday. We may perhaps meet again. The delegation left."
    found = frame(document(text, "en"), (), (quote(text, "We may perhaps meet again.", "a"),))
    shares = {item.status: (item.share.value, item.share.n) for item in found.evidentiality_shares}
    assert shares["vouched"] == (1, 2)
    assert shares["uncertain"] == (0, 2)


def test_a_text_without_own_sentences_has_no_share() -> None:
    text = "We may perhaps meet again."
    found = frame(document(text, "en"), (), (quote(text, text, "a"),))
    assert {item.share.reason for item in found.evidentiality_shares} == {"insufficient_text"}


def test_a_marker_inside_a_quotation_is_the_speakers() -> None:
    text = "The talks ended on Friday. We may perhaps meet again. The delegation left."
    own = frame(document(text, "en"), (), ()).hedging
    ascribed = frame(document(text, "en"), (), (quote(text, "We may perhaps meet again.", "a"),)).hedging
    assert (own.value, own.n) == (pytest.approx(1 / 3, abs=1e-5), 3)
    assert (ascribed.value, ascribed.n) == (0, 2)


def test_indirect_speech_is_a_way_to_hedge() -> None:
    text = "According to the ministry the talks ended on Friday. The delegation left."
    ascribed = quote(text, "According to the ministry the talks ended on Friday", "a", kind="indirect")
    share = frame(document(text, "en"), (), (ascribed,)).hedging
    assert (share.value, share.n) == (0.5, 2)


def test_words_of_a_verb_group_may_stand_apart() -> None:
    found = frame(document("Ministern ska enligt tidningen i går ha ringt Moskva.", "sv"), (), ()).evidentiality
    assert found[0].text.startswith("ska")
    assert found[0].text.endswith("ha ringt")


def test_lists_are_of_comparable_size_and_know_all_statuses() -> None:
    sizes = {code: len(resources.rows(code, "evidentials")) for code in CODES}
    assert min(sizes.values()) >= 150
    assert max(sizes.values()) <= 1.5 * min(sizes.values()), sizes
    for code in CODES:
        assert set(STATUSES) <= {row[1] for row in resources.rows(code, "evidentials")}


@given(st.lists(st.sampled_from(["It rained", "He may go", "They reportedly left", "She denied it"]), min_size=1))
def test_the_share_lies_between_0_and_1_and_adding_a_hedge_never_lowers_it(sentences: list[str]) -> None:
    before = frame(document(". ".join(sentences) + ".", "en"), (), ()).hedging
    after = frame(document(". ".join([*sentences, "It may snow"]) + ".", "en"), (), ()).hedging
    assert before.value is not None
    assert after.value is not None
    assert 0 <= before.value <= after.value <= 1


@given(st.lists(st.sampled_from(["It rained", "He may go", "They reportedly left", "She denied it"]), min_size=1))
def test_the_shares_divide_the_same_sentences_as_the_hedging(sentences: list[str]) -> None:
    found = frame(document(". ".join(sentences) + ".", "en"), (), ())
    values = {item.status: item.share.value or 0.0 for item in found.evidentiality_shares}
    assert sum(values.values()) == pytest.approx(1, abs=1e-5)
    assert found.hedging.value == pytest.approx(1 - values["vouched"], abs=1e-5)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Un suspect a été arrêté lundi, a-t-on appris de source policière.", "de source policière"),
        ("L'accord sera signé mardi, de source proche du dossier.", "de source proche"),
        ("Selon nos confrères, et de sources concordantes, le pont fermera.", "de sources concordantes"),
        ("L'accord est prêt, dit-on de source bien informée.", "de source bien informée"),
    ],
)
def test_a_french_account_of_a_source_is_reported(text: str, marked: str) -> None:
    found = frame(document(text, "fr"), (), ()).evidentiality
    assert (marked, "reported") in [(marker.text, marker.status) for marker in found]


@pytest.mark.parametrize(
    "text",
    [
        "Le rapport parle de sources d'énergie pour les communes.",
        "La mairie manque de sources de financement.",
        "Le village a trouvé des sources d'énergie près du lac.",
        "Le barrage est une source d'énergie pour la vallée.",
        "La ferme a plusieurs sources de revenus.",
        "Il boit de l'eau de source naturelle.",
    ],
)
def test_a_french_source_of_something_is_no_account(text: str) -> None:
    assert not frame(document(text, "fr"), (), ()).evidentiality
