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
    address on the web is one token and no word; ``U.S.`` is one word, and so is Swedish ``FN:s``.
    """
    reached = 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if start < reached:
            continue
        if match.lastgroup == "word":
            end = reached = _with_ending(text, end, language)
            for left, right in _pieces(text[start:end], language):
                yield _token(text, start + left, start + right, True)
        else:
            yield _token(text, start, end, match.lastgroup == "dotted")


def _with_ending(text: str, end: int, language: str) -> int:
    """Where a word ends that has its ending behind a colon."""
    if text[end : end + 1] != ":":
        return end
    endings = grammar(language).orthography.colon_endings
    found = _colon_ending(endings).match(text, end) if endings else None
    return found.end() if found else end


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


@cache
def _colon_ending(endings: tuple[str, ...]) -> re.Pattern[str]:
    """A colon and any of the endings, with nothing behind it."""
    return re.compile(f":(?:{'|'.join(sorted(endings, key=len, reverse=True))})(?!\\w)")
