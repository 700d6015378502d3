"""From weights of pieces to weights of words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from analysis.reader.reading import Extent
from analysis.types import Document, Token


def by_word(document: Document, weighed: Iterable[tuple[Extent, float]]) -> list[tuple[Token, float]]:
    """The words that the pieces are parts of, each with the sum of their weights, in text order."""
    out: dict[int, tuple[Token, float]] = {}
    for (start, end), weight in weighed:
        token = token_at(document, start, end)
        if token is not None and token.is_word:
            out[token.start] = token, out.get(token.start, (token, 0.0))[1] + weight
    return [out[start] for start in sorted(out)]


def token_at(document: Document, start: int, end: int) -> Token | None:
    """The token that a stretch is part of."""
    place = bisect_right(document.token_starts, start) - 1
    for token in document.tokens[max(0, place) : place + 2]:
        if token.start < end and start < token.end:
            return token
    return None
