"""Whether a sentence denies: what tells a claim from its denial where both have the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

import numpy as np

from analysis.columns import WordRole, names
from analysis.grammar import grammar
from analysis.resources import rows
from analysis.types import Vectors

DENYING = frozenset({WordRole.NEG, WordRole.NOBODY})
DENIES = 3.0
"""How much likelier a contradiction is where one of two sentences denies and the other does not: a judgement."""
RAISED = (1.0, 1.0, DENIES, 1.0)
DENIED: tuple[float, ...] = (0.03, 0.0, 0.97, 0.0)
"""The shares of a sentence and the same one with a negation: no reading is asked for them."""


@cache
def negations(code: str) -> frozenset[str]:
    """Words that deny, of one word each (*not*, *never*, *nobody*), of a language."""
    roles = {row[0]: names(WordRole, row[1]) for row in rows(code, "clause_words")}
    return frozenset(
        word for word, own in roles.items() if own & DENYING and (WordRole.NOBODY in own or WordRole.DET not in own)
    )


def denies(words: Sequence[str], code: str) -> bool:
    """Whether one of the folded words denies, or opens with a word that does: *n'a*, *nu-i*."""
    known = frozenset(grammar(code).clauses.negation_particles) or negations(code)
    return any(_deny(word, known) for word in words)


def _deny(word: str, known: frozenset[str]) -> bool:
    form = word.replace("’", "'")
    opening = form.partition("'")[0]
    return form in known or (opening != form and opening + "'" in known) or form.partition("-")[0] in known


def weighed(shares: Vectors, one: Sequence[str], other: Sequence[str], codes: tuple[str, str]) -> Vectors:
    """The shares of same, other figure, contradicts and other of two sentences, given whether each denies.

    ``one`` and ``other`` are their folded words, ``codes`` their languages. The same words but for a negation are a
    statement and its denial.
    """
    if denies(one, codes[0]) == denies(other, codes[1]):
        return shares
    if codes[0] == codes[1] and _bare(one, codes[0]) == _bare(other, codes[1]):
        return np.array(DENIED, dtype=np.float32)
    raised = shares * np.array(RAISED, dtype=np.float32)
    weighed_shares: Vectors = raised / raised.sum()
    return weighed_shares


def _bare(words: Sequence[str], code: str) -> Counter[str]:
    """The words without those that deny."""
    known = negations(code) | frozenset(grammar(code).clauses.negation_particles)
    return Counter(word for word in words if not _deny(word, known))
