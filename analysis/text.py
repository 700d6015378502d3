"""Low-level text helpers that every stage may use: what is a word, and which strings are text at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from typing import Literal, ParamSpec, TypeVar

from analysis.errors import EmptyTextError, InvalidTextError, TextTooLargeError

MAX_CHARACTERS = 1_000_000
"""Longest text that is analysed; the longest newspaper article is some 100,000 characters."""
MAX_WORD = 5_000
"""Longest run of letters and digits that can be a word; Chinese or Thai without spaces stays far below it."""
MAX_JOINED = 60
"""Most parts that hyphens and the like join to one word after its first."""

MAX_REMEMBERED = 48
"""Longest string whose result is remembered; longer words are rare, and what is kept would have no bound."""

P = ParamSpec("P")
R = TypeVar("R")

MARKS = "\u0300-\u036f"
WORD = re.compile(
    rf"[^\W_](?:[^\W_]|[{MARKS}])*"
    rf"(?:(?:[-‐‑'’·]|(?<=\d)[.,:\u00a0\u202f](?=\d))[^\W_](?:[^\W_]|[{MARKS}])*){{0,{MAX_JOINED}}}"
)
"""A word: letters and digits with inner hyphens, apostrophes, and separators between digits."""
LONG_WORD = re.compile(rf"(?<!\w)\w{{{MAX_WORD + 1}}}")
"""Looked for where a word begins only: words a letter shorter would each be read from every one of their letters."""
SURROGATE = re.compile("[\ud800-\udfff]")
MAX_MARKS = 30
"""Longest run of combining marks that is composed as one; no language has ten (UAX #15, Stream-Safe Text Format)."""
MARK_RUN = re.compile(rf"(?:[^\w\s\x00-\x7f]|[\uff9e\uff9f]){{{MAX_MARKS + 1},}}")
"""Whatever may be a longer run: a mark is neither a letter nor ASCII, but for those of half-width Japanese."""


def check_text(text: str, pointer: str = "/text") -> str:
    """The text itself if it can be analysed.

    Raises InvalidTextError for NUL characters and lone surrogates, TextTooLargeError beyond ``MAX_CHARACTERS`` or
    for one gigantic word, EmptyTextError if there is no word in it.
    """
    check_characters(text, pointer)
    if LONG_WORD.search(text):
        raise TextTooLargeError(f"The text has a word of more than {MAX_WORD:,} characters.", pointer)
    if not has_words(text):
        raise EmptyTextError("The text has no words.", pointer)
    return text


def check_characters(text: str, pointer: str, limit: int = MAX_CHARACTERS) -> str:
    """The text itself if it is no longer than the limit and free of NUL characters and lone surrogates."""
    if len(text) > limit:
        raise TextTooLargeError(f"The text has {len(text):,} characters; at most {limit:,} are analysed.", pointer)
    if "\0" in text:
        raise InvalidTextError("The text has NUL characters.", pointer)
    if SURROGATE.search(text):
        raise InvalidTextError("The text has lone surrogates, which are not Unicode characters.", pointer)
    return text


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in it."""
    return any(character.isalnum() for character in text)


def words_of(text: str) -> list[str]:
    """The words of the text, in order."""
    return WORD.findall(text)


def fold(text: str) -> str:
    """Case-folded NFC form, for looking words up."""
    folded = text.casefold()
    return folded if folded.isascii() else compose(folded)


def compose(text: str, form: Literal["NFC", "NFD", "NFKC"] = "NFC") -> str:
    """A normal form of the text, in linear time.

    Putting a run of combining marks in order takes the square of its length, so a run of more than ``MAX_MARKS`` is
    taken in pieces of that length; text that people write has none.
    """
    start, parts = 0, []
    for cut in _cuts(text):
        parts.append(unicodedata.normalize(form, text[start:cut]))
        start = cut
    return "".join([*parts, unicodedata.normalize(form, text[start:])])


def composed(text: str) -> tuple[str, list[int]]:
    """The text with letters and their combining marks made one, and where each character of it, and its end, began."""
    if unicodedata.is_normalized("NFC", text):
        return text, []
    parts: list[str] = []
    starts: list[int] = []
    first = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            parts.append(compose(text[first:at]))
            starts += [first] * len(parts[-1])
            first = at
    return "".join(parts), [*starts, len(text)]


def _cuts(text: str) -> Iterator[int]:
    """Where long runs of marks are cut; what decomposes into marks counts as one."""
    for run in MARK_RUN.finditer(text):
        marks = 0
        for offset in range(run.start(), run.end()):
            marks = marks + 1 if unicodedata.combining(unicodedata.normalize("NFKD", text[offset])[0]) else 0
            if marks == MAX_MARKS:
                yield offset + 1
                marks = 0


def squeeze(text: str) -> str:
    """The text with each run of white space as one space, trimmed."""
    return " ".join(text.split())


def remembered(entries: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A pure function of strings and numbers whose last ``entries`` results are kept, about 350 bytes each.

    Calls with a string longer than ``MAX_REMEMBERED`` are worked out each time.
    """

    def keep(function: Callable[P, R]) -> Callable[P, R]:
        known = lru_cache(maxsize=entries)(function)

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            for one in args:
                if isinstance(one, str) and len(one) > MAX_REMEMBERED:
                    return function(*args, **kwargs)
            return known(*args, **kwargs)  # type: ignore[arg-type]

        return call

    return keep
