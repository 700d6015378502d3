"""How likely two sentences tell one thing before both are read together, and after it, as log-odds.

A sentence has few counterparts in another article, so what counts is not only how alike two sentences are but how much
more alike than either is to any other. The weights are those of a logistic model fitted to eleven stories of four
articles in eight languages written for this project (7,500 pairs, 920 of them one claim) and rounded.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from analysis.evidence.statements import Agreement, Matrix, Statements

LIKE = 1.5
MARGIN = 3.75
"""For how much likelier than the next best a pair is, from both sides."""
CONTEXT = 9.5
"""For the cosine of the sentences with those beside them: a pronoun is understood from what stands before it."""
NUMBER = 1.5
SPEAKER = 1.25
"""For words of one speaker in both."""
START = -3.85
READ = 0.6
"""Weight of the log-odds of the model that reads both sentences; its training sentences had no article around them."""
BRIEF, BRIEF_PRIOR, BRIEF_READ = -0.25, 0.3, 1.5
"""The same where a text is of many matters: what is alike there is most often another fact of the same people and
figures, which only reading tells. Chosen on the project's own tellings (``tests/evaluation/data/claims.jsonl``)."""
FIGURE_SHARE = 0.5
"""How much the reader's word for one fact with another figure counts there."""
DENIED, SELDOM = 0.35, -3.57
"""Weight of the log-odds that one denies the other, over those of most pairs: what is denied is the same matter."""
CERTAIN = 6.0
SOFT = 1e-3
"""Shares nearer to 0 or 1 than this are not told apart."""


def priors(statements: Sequence[Statements], alike: dict[tuple[int, int], Matrix]) -> dict[tuple[int, int], Matrix]:
    """Log-odds that two statements tell one thing, for each pair of articles; ``alike`` is ``likeness``."""
    figures = Agreement([found.numbers for found in statements])
    speakers = Agreement([found.speakers for found in statements])
    return {
        (a, b): START
        + LIKE * found
        + MARGIN * (_margin(found, 1) + _margin(found, 0))
        + CONTEXT * (statements[a].context @ statements[b].context.T).astype(np.float64)
        + NUMBER * (figures.shared(a, b) > 0.0)
        + SPEAKER * (speakers.between(a, b) > 0.0)
        for (a, b), found in alike.items()
    }


def odds(prior: float, told: float, denied: float) -> float:
    """The log-odds after both were read: how likely the reader holds them for one fact, and one for the other's denial,
    in [0, 1]."""
    return prior + READ * _logit(told) + DENIED * (_logit(denied) - SELDOM)


def odds_in_briefs(prior: float, same: float, figure: float) -> float:
    """The same for two statements of which one stands in a text of many matters; ``same`` and ``figure`` are how likely
    the reader holds both for one fact, with one figure or two."""
    return BRIEF + BRIEF_PRIOR * prior + BRIEF_READ * _logit(same + FIGURE_SHARE * figure)


def _logit(share: float) -> float:
    soft = min(max(share, SOFT), 1.0 - SOFT)
    return math.log(soft / (1.0 - soft))


def probability(odds: float) -> float:
    """In [0, 1]."""
    return 1.0 / (1.0 + math.exp(-odds))


def _margin(found: Matrix, axis: int) -> npt.NDArray[np.float64]:
    """How much more alike a pair is than the best other one of its row (``axis`` 1) or column."""
    if found.shape[axis] < 2 or found.shape[1 - axis] < 1:
        return np.zeros_like(found)
    ordered = np.sort(found, axis=axis)
    best, second = np.take(ordered, [-1], axis=axis), np.take(ordered, [-2], axis=axis)
    margin: npt.NDArray[np.float64] = np.where(found >= best, found - second, found - best)
    return margin
