"""Which words of a passage are about one of several who are named in it, and whether they deny something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from analysis.columns import WordRole, names
from analysis.evidence.polarity import denies
from analysis.resources import rows
from analysis.sentiment.asks import Extent
from analysis.types import Document

SENTENCE, MARK, WORD, COMMA = 4, 3, 2, 1
"""How strong a border is: of a sentence, a semicolon, a word that joins clauses, a comma, colon or dash."""
MARKS = {";": MARK, ",": COMMA, ":": COMMA, "–": COMMA, "—": COMMA}
JOINING = frozenset({WordRole.CONJ, WordRole.SUB})


@cache
def joining(code: str) -> frozenset[str]:
    """Words that join clauses (*while*, *but*, *and*), of one word each, of a language."""
    return frozenset(row[0] for row in rows(code, "clause_words") if names(WordRole, row[1]) & JOINING)


def stretch(document: Document, unit: Extent, place: Extent, others: Sequence[Extent]) -> Extent:
    """The part of a unit that is about what stands at the place: up to the last of the strongest borders between it
    and the nearest of the others on each side; where there is none, to the unit's end."""
    low, high = unit
    before = [end for _, end in others if end <= place[0]]
    behind = [start for start, _ in others if start >= place[1]]
    if before:
        low = _border(document, max(before), place[0]) or low
    if behind:
        high = _border(document, place[1], min(behind)) or high
    return low, high


def denied(document: Document, extent: Extent) -> bool:
    """Whether a word in the stretch denies: *not*, *never*, *nobody*."""
    return denies([token.lower for token in document.tokens_in(*extent)], document.language)


def _border(document: Document, start: int, end: int) -> int | None:
    """Where the stretch is cut best."""
    found = list(_borders(document, start, end))
    return max(found)[1] if found else None


def _borders(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = document.sentence_at(end - 1)
    if start <= first.start < end:
        yield SENTENCE, first.start
    known = joining(document.language)
    for token in document.tokens_in(start, end):
        if token.lower in known:
            yield WORD, token.start
        elif token.text in MARKS:
            yield MARKS[token.text], token.end
