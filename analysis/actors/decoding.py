"""The best tags of sentences under a tagger's scores: Viterbi decoding (Lample et al. 2016), many sentences at once."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]


def best_paths(scores: Array, lengths: list[int], start: Array, transitions: Array) -> list[int]:
    """Number of the best tag of each token.

    ``scores`` has a row a token and a column a tag, the sentences one after the other; none of ``lengths`` is 0.
    The rows are rearranged by place in the sentence, longest sentence first, so that each step of the recursion works
    on one block.
    """
    order = sorted(range(len(lengths)), key=lambda sentence: -lengths[sentence])
    begins = np.cumsum([0, *lengths[:-1]])[order]
    sizes = np.array(lengths)[order]
    place = np.arange(len(scores)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    by_step = np.argsort(place, kind="stable")
    rows = (np.repeat(begins, sizes) + place)[by_step]
    ends = np.cumsum(np.bincount(place)).tolist()
    alphas = scores[rows]
    alphas[: ends[0]] += start
    low = 0
    for middle, high in pairwise(ends):
        alphas[middle:high] += (alphas[low : low + high - middle, :, None] + transitions).max(1)
        low = middle
    return _followed_back(alphas, transitions, rows.tolist(), [0, *ends], sizes.tolist())


def _followed_back(alphas: Array, transitions: Array, rows: list[int], steps: list[int], sizes: list[int]) -> list[int]:
    """The tags of each sentence, from the best one of its last token back to its first.

    Which tag comes best before the first one (no name, as nearly always) is found for all tokens at once.
    """
    best, before_none = alphas.argmax(1).tolist(), (alphas + transitions[:, 0]).argmax(1).tolist()
    path = [0] * len(rows)
    for number, size in enumerate(sizes):
        at = steps[size - 1] + number
        path[rows[at]] = tag = best[at]
        for step in range(size - 2, -1, -1):
            at = steps[step] + number
            tag = int((alphas[at] + transitions[:, tag]).argmax()) if tag else before_none[at]
            path[rows[at]] = tag
    return path
