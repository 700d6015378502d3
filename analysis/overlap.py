"""How much two articles say the same: similarity, coverage of one by the other, and copied words.

Similarity and coverage hold across languages; verbatim copying is told within a language.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.evidence import Relations, Statements, alike, tell
from analysis.text import fold, words_of
from analysis.types import Analysed, Overlap, PairOverlap

SHINGLE = 6
"""Consecutive words that have to agree to count as copied: short enough to survive an edited clause, long enough that
common phrases do not meet by chance."""
SAME_CLAIM = 0.5
"""Calibrated probability from which a sentence counts as said in the other article too."""


def overlap(
    items: Sequence[Analysed], names: Sequence[str], statements: Sequence[Statements], relations: Relations
) -> Overlap:
    """Overlap of every pair of articles, in their order; ``names`` are what the pairs call them."""
    tellings = [tell(item) for item in items]
    shingles = [_shingles(item) for item in items]
    pairs = []
    for a in range(len(items)):
        for b in range(a + 1, len(items)):
            same = items[a].analysis.article.text == items[b].analysis.article.text
            covered_a, covered_b = (
                (1.0, 1.0)
                if same
                else (
                    _covered(statements, relations, a, b),
                    _covered(statements, relations, b, a),
                )
            )
            similar = 1.0 if same else alike(tellings[a], tellings[b])
            verbatim = 1.0 if same else _verbatim(shingles[a], shingles[b])
            pairs.append(PairOverlap(names[a], names[b], similar, covered_a, covered_b, verbatim))
    return Overlap(tuple(pairs))


def _covered(statements: Sequence[Statements], relations: Relations, a: int, b: int) -> float:
    """Share of the words of ``a`` in sentences that ``b`` has too, in [0, 1]; 0 if ``a`` states nothing."""
    words = statements[a].words
    total = float(words.sum())
    told = [
        any(relations.told((a, row), other) >= SAME_CLAIM for other in relations.beside((a, row), b))
        for row in range(len(words))
    ]
    return float(words[told].sum()) / total if total else 0.0


def _shingles(analysed: Analysed) -> frozenset[int]:
    """Hashes of the runs of ``SHINGLE`` words of the article, with its language; of the whole text if it is shorter."""
    article = analysed.analysis.article
    words = [fold(word) for word in words_of(article.text)]
    runs = range(max(1, len(words) - SHINGLE + 1))
    return frozenset(hash((article.language.code, *words[start : start + SHINGLE])) for start in runs)


def _verbatim(a: frozenset[int], b: frozenset[int]) -> float:
    """Share of the runs of the shorter article that stand in the other too, in [0, 1]."""
    return len(a & b) / min(len(a), len(b))
