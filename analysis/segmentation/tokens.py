"""Words and punctuation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from analysis.grammar import grammar
from analysis.matching import key
from analysis.text import WORD, fold
from analysis.types import Token

MAX_ADDRESS = 2_000
"""Longest address on the web, in characters."""
TOKEN = re.compile(
    rf"(?P<url>(?:https?://|www\.)[^\s<>\"“”»«]{{1,{MAX_ADDRESS}}})"
    r"|(?P<dotted>(?<![\w])(?:[^\W\d_]\.){2,60})"
    rf"|(?P<word>{WORD.pattern})"
    r"|(?P<mark>[^\w\s]|_)"
)
GENITIVE = re.compile(r"(?<=\w)['’]s$", re.IGNORECASE)


def tokenise(text: str, language: str) -> Iterator[Token]:
    """Tokens of the text, in order: words with inner hyphens and apostrophes, numbers, and single marks.

    Elided words (``l'`` + ``accord``) and the genitive ``'s`` (``Trump`` + ``'s``) are words of their own; an
    address on the web is one token and no word; ``U.S.`` is one word.
    """
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if match.lastgroup == "word":
            for left, right in _pieces(match.group(), language):
                yield _token(text, start + left, start + right, True)
        else:
            yield _token(text, start, end, match.lastgroup == "dotted")


def _token(text: str, start: int, end: int, is_word: bool) -> Token:
    own = text[start:end]
    return Token(start, end, own, fold(own), is_word)


def _pieces(word: str, language: str) -> Iterator[tuple[int, int]]:
    """Where a word falls apart at its apostrophes."""
    start, end = 0, len(word)
    if "'" in word or "’" in word:
        orthography = grammar(language).orthography
        if orthography.elided:
            whole = key(word) in orthography.unelided
            while not whole and (elided := _elision(orthography.elided).match(word, start)):
                yield start, elided.end()
                start = elided.end()
        elif genitive := GENITIVE.search(word):
            end = genitive.start()
    yield start, end
    if end < len(word):
        yield end, len(word)


@cache
def _elision(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the elided words, with its apostrophe, before the word it leans on."""
    return re.compile(f"(?:{'|'.join(words)})['’](?=\\w)", re.IGNORECASE)
