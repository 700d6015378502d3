"""The laws of the matcher of phrases: the longest first, each entry as it is spelt, gaps that end at a barrier."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import DataError
from analysis.matching import Barrier, Inflection, Keys, Phrase, Phrases, key, read_elements, split
from analysis.resources import languages
from tests.hostile.growth import calls

ENDINGS = Inflection(("s", "ed"), (("ies", "y"),), ("e",), ("ed",), frozenset({"taken"}))


class Marked(Keys):
    """Words and marks, both as words."""

    def barrier(self, place: int) -> Barrier:
        before = self.keys[place - 1]
        return Barrier.END if before == "." else Barrier.MARK if before == "," else Barrier.NOTHING

    def interposed(self, place: int) -> bool:
        return self.keys[place] == "also"

    def closes(self, place: int) -> bool:
        return place + 1 >= len(self.keys) or self.keys[place + 1] in (",", ".")


def table(*entries: str, inflected: bool = False, across: Barrier = Barrier.MARK, interposing: bool = False) -> Phrases:
    phrases = [Phrase(read_elements(entry.split(), inflected=inflected, room=3), entry) for entry in entries]
    return Phrases(phrases, ENDINGS if inflected else None, across=across, interposing=interposing)


def found(phrases: Phrases, text: str) -> list[tuple[int, int, str]]:
    return [(match.first, match.last, match.value) for match in phrases.find(Marked(text.split()))]


def test_the_longest_phrase_counts_and_none_overlaps() -> None:
    assert found(table("a", "a b", "b c", "c"), "a b c a") == [(0, 2, "a b"), (2, 3, "c"), (3, 4, "a")]


def test_the_most_exact_of_two_as_long_counts() -> None:
    phrases = table("work=", "work", "wor*", inflected=True)
    assert [value for _, _, value in found(phrases, "work works worry")] == ["work=", "work", "wor*"]


def test_a_word_stands_for_its_inflected_forms() -> None:
    phrases = table("story", "claim tracks", inflected=True)
    assert found(phrases, "stories") == [(0, 1, "story")]
    assert found(phrases, "claimed tracks") == [(0, 2, "claim tracks")]
    assert found(table("story"), "stories") == []


def test_wildcards_stand_for_beginnings_and_endings() -> None:
    assert found(table("by *report", "out*"), "by newsreport outcry by reports") == [
        (0, 2, "by *report"),
        (2, 3, "out*"),
    ]


def test_a_participle_is_listed_or_ends_like_one() -> None:
    phrases = table("is <participle>", inflected=True)
    assert [first for first, _, _ in found(phrases, "is taken is claimed is red")] == [0, 2]


@pytest.mark.parametrize(
    ("text", "last"), [("a b", 2), ("a x x b", 4), ("a x x x b", None), ("a , b", 3), ("a . b", None), ("a", None)]
)
def test_a_gap_has_room_for_so_many_words_and_ends_at_a_barrier(text: str, last: int | None) -> None:
    assert [match[1] for match in found(table("a …2 b"), text)] == ([] if last is None else [last])


def test_a_gap_passes_no_stronger_barrier_than_the_list_allows() -> None:
    assert found(table("a … b", across=Barrier.NOTHING), "a , b") == []
    assert found(table("a … b", across=Barrier.NOTHING), "a x b") == [(0, 3, "a … b")]


def test_the_head_of_a_phrase_ends_at_its_first_gap() -> None:
    match = table("a b … c").at(Keys(["a", "b", "x", "c"]), 0, 4)
    assert match is not None and (match.head, match.last) == (2, 4)


def test_a_word_may_be_interposed_behind_the_first() -> None:
    phrases = table("adds to that", interposing=True)
    assert found(phrases, "adds also to that") == [(0, 4, "adds to that")]
    assert found(table("adds to that"), "adds also to that") == []
    assert found(phrases, "adds to also that") == []


def test_an_element_that_closes_its_clause_is_the_last_word_of_it() -> None:
    first, second = read_elements(["puts", "…", "out"], room=3)
    phrases = Phrases([Phrase((first, second.__class__(second.form, second.kind, second.room, True)), "")])
    assert [match.last for match in phrases.find(Marked(["puts", "x", "out", ",", "puts", "out", "x"]))] == [3]


def test_a_phrase_is_found_from_its_end() -> None:
    phrases = table("b", "a b", "a …2 b")
    match = phrases.before(Keys(["x", "a", "b"]), 3)
    assert match is not None and (match.first, match.value) == (1, "a b")
    assert (match := phrases.before(Keys(["x", "b"]), 2)) is not None and match.value == "b"
    assert phrases.before(Keys(["a", "x"]), 2) is None and phrases.before(Keys(()), 0) is None


def test_all_phrases_at_a_word_are_told_the_longest_first() -> None:
    assert [match.value for match in table("a", "a b").all_at(Keys(["a", "b"]), 0, 2)] == ["a b", "a"]


@pytest.mark.parametrize(
    "entry", ["", "…", "… a", "a …", "a … … b", "…2 a", "a*b", "=", "*", "*a b", "<participle>", "a <b>"]
)
def test_an_entry_that_would_match_nothing_is_a_fault_of_the_package(entry: str) -> None:
    with pytest.raises(DataError, match="no pattern"):
        read_elements(entry.split())


words = st.lists(st.sampled_from("abc"), max_size=12)
entries = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=3), min_size=1, max_size=6)


@given(entries, words)
def test_plain_phrases_are_those_that_a_search_finds(listed: list[list[str]], text: list[str]) -> None:
    phrases = Phrases(Phrase(read_elements(entry), tuple(entry)) for entry in listed)
    for match in phrases.find(Keys(text)):
        longest = max(len(entry) for entry in listed if text[match.first : match.first + len(entry)] == entry)
        assert tuple(text[match.first : match.last]) == match.value and match.size == longest
    covered = {place for match in phrases.find(Keys(text)) for place in range(match.first, match.last)}
    free = [place for place in range(len(text)) if place not in covered]
    assert not [place for place in free if phrases.at(Keys(text), place, len(text)) and place + 1 in free]


def test_calls_grow_with_the_text_alone() -> None:
    phrases = table("a …9 a …9 a …9 b", "a a a a b", inflected=True)
    short, long = (calls(partial(found, phrases, "a " * size)) for size in (500, 1_000))
    assert long > 1_000
    assert long < 2.3 * short


def test_entries_are_spelt_as_they_are_looked_up() -> None:
    assert key("L’Équipe") == "l'équipe" and key("preşedinţie") == "președinție"
    assert key("e\u0301") == "é"


@pytest.mark.parametrize("code", languages())
def test_an_entry_has_the_words_of_its_spelling(code: str) -> None:
    assert "".join(split("une phrase", code)) == "unephrase"
    assert split("", code) == ()
