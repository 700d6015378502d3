"""How much of an article stands on another outlet, and which outlet is its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import sqrt

from analysis.attribution.outlets import articles
from analysis.resources import supported
from analysis.text import fold
from analysis.types import Document, Quote, Score, Span

Z = 1.959964
"""Two-sided 95 % of the normal distribution."""
SEPARATORS = re.compile(r"[^\w]+|_")
UNCOUNTED = frozenset({"caption", "subheading", "list", "headline"})


def sentences_of(document: Document, quote: Quote, evidence: Span) -> Iterator[tuple[int, Span]]:
    """Every sentence that the quotation reaches into."""
    first = document.sentence_at(quote.start).index
    last = document.sentence_at(max(quote.start, quote.end - 1)).index
    for index in range(first, last + 1):
        yield index, evidence


def share_of(document: Document, borrowed: Iterable[tuple[int, Span]]) -> Score:
    """The share of body sentences among the borrowed ones, each with where its outlet is named (Wilson interval)."""
    if not supported(document.language):
        return Score.unknown("unsupported_language")
    body = {s.index for s in document.sentences if s.role not in UNCOUNTED}
    if not body:
        return Score.unknown("insufficient_text")
    places = [(index, span) for index, span in borrowed if index in body]
    count, n = len({index for index, _ in places}), len(body)
    spans = sorted({(s.start, s.end): s for _, s in places}.items())
    return Score(count / n, None, n, _wilson(count, n), tuple(span for _, span in spans))


def _wilson(count: int, n: int) -> tuple[float, float]:
    """Wilson score interval of a share."""
    share = count / n
    centre = share + Z * Z / (2 * n)
    spread = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    scale = 1 + Z * Z / n
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def is_own(outlet: str, name: str) -> bool:
    """Whether the outlet with this id is the one of the name: *huff-post*, *nrk.no*, *nyt*."""
    parts = SEPARATORS.split(fold(outlet))
    words = [word for word in SEPARATORS.split(fold(name)) if word not in articles()]
    initials = "".join(word[0] for word in words if word)
    if len(words) > 1 and parts[0] == initials:
        return True
    led = 0
    for part, word in zip(parts, words, strict=False):
        if not part or not word.startswith(part):
            break
        led += 1
    return led == len(words) or (led > 0 and led == len(parts))
