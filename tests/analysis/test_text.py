"""The low-level text helpers: what is a word, and which strings are text at all."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import EmptyTextError, InvalidTextError, TextTooLargeError
from analysis.text import MAX_CHARACTERS, MAX_WORD, WORD, check_text, fold, has_words, squeeze, words_of


@settings(deadline=None)
@given(st.text(max_size=200))
def test_every_letter_and_digit_is_in_a_word(text: str) -> None:
    rest = WORD.sub("", text)
    assert not any(character.isalnum() for character in rest)
    assert has_words(text) == bool(words_of(text))


@settings(deadline=None)
@given(st.text(max_size=100))
def test_folding_is_composed_and_settles(text: str) -> None:
    assert unicodedata.is_normalized("NFC", fold(text))
    assert fold(unicodedata.normalize("NFD", fold(text))) == fold(unicodedata.normalize("NFD", fold(fold(text))))


@settings(deadline=None)
@given(st.text(max_size=100))
def test_squeezing_keeps_the_words(text: str) -> None:
    assert squeeze(text).split() == text.split()
    assert squeeze(squeeze(text)) == squeeze(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l'accord, s-au 1,000.5 kl. 08.18", ["l'accord", "s-au", "1,000.5", "kl", "08.18"]),
        ("A–B a_b 'ord' -x-", ["A", "B", "a", "b", "ord", "x"]),
        ("re\u0301sume\u0301", ["re\u0301sume\u0301"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@settings(deadline=None)
@given(
    st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=50).filter(
        has_words
    )
)
def test_text_with_a_word_passes_unchanged(text: str) -> None:
    assert check_text(text) == text


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", EmptyTextError),
        ("—", EmptyTextError),
        ("a\0", InvalidTextError),
        ("a\udfff", InvalidTextError),
        ("a " * (MAX_CHARACTERS // 2) + "a", TextTooLargeError),
        ("a" * (MAX_WORD + 1), TextTooLargeError),
    ],
)
def test_everything_else_is_refused_and_says_where(text: str, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        check_text(text, "/articles/3/text")
    assert caught.value.pointer == "/articles/3/text"  # type: ignore[attr-defined]


def test_the_limits_themselves_pass() -> None:
    assert check_text("a" * MAX_WORD)
    assert check_text("a " * (MAX_CHARACTERS // 2))
