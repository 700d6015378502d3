"""Sentences as statements that can be found again in another article, in another language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.evidence.numerals import numbers
from analysis.evidence.terms import WORD
from analysis.types import Analysed, Vectors

MIN_WORDS = 4
"""Shorter sentences state too little to be recognised: answers, exclamations, leftovers of layout."""
MIN_TELLING = 3
"""Words of a sentence that names somebody or has a figure, and so states something with fewer: *52 were injured*."""
STATING = frozenset({"headline", "lead", "body", "list"})
MANY, RECURRING = 20, 0.1
"""Statements with a name from which a text is long enough to be of many matters, and in what share of them at most
whoever is named most is named then. In sixty English reports of one event it is .21 at least."""
NAME_GAIN = 0.06
NUMBER_GAIN = 0.08
"""How much agreement of names and numbers adds to a cosine, and disagreement takes away."""

MAX_STATEMENTS = 4000
"""Statements that one comparison matches, over all articles: keeps 50 very long articles within a second or two."""

Matrix = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Statements:
    """The sentences of one article that state something, with what they can be recognised by.

    ``rows`` are sentence indices, ``words`` their lengths, ``names`` actor ids and ``numbers`` numbers in each;
    ``context`` are the vectors of the sentences together with those beside them, ``speakers`` who is quoted in each.
    ``scattered`` tells whether they are of many matters, so that what stands beside one tells nothing of it.
    """

    encoder: str
    rows: tuple[int, ...]
    vectors: Vectors
    words: Numbers
    names: tuple[frozenset[str], ...]
    numbers: tuple[frozenset[str], ...]
    context: Vectors
    speakers: tuple[frozenset[str], ...]
    scattered: bool


def gather(analysed: Analysed, limit: int = MAX_STATEMENTS) -> Statements:
    """The first statements of an article: sentences of running text, lists and headline of ``MIN_WORDS`` words."""
    analysis = analysed.analysis
    text = analysis.article.text
    lengths = {s.index: len(WORD.findall(text[s.start : s.end])) for s in analysis.sentences if s.role in STATING}
    by_noun = {actor.id for actor in analysed.analysis.actors if actor.is_nameless_body}
    # one language or article calls such a body what another calls otherwise
    by_sentence = _names_by_sentence(analysed, by_noun)
    rows = tuple(
        index
        for index, length in lengths.items()
        if length >= MIN_WORDS or (length >= MIN_TELLING and (by_sentence.get(index) or _figures(analysed, index)))
    )[:limit]
    named = tuple(frozenset(by_sentence.get(index, ())) for index in rows)
    return Statements(
        encoder=analysed.embedding.encoder,
        rows=rows,
        vectors=analysed.embedding.sentences[list(rows)],
        words=np.array([lengths[index] for index in rows], dtype=np.float64),
        names=named,
        numbers=tuple(_figures(analysed, index) for index in rows),
        context=_in_context(analysed.embedding.sentences)[list(rows)],
        speakers=tuple(_speakers(analysed, index, by_noun) for index in rows),
        scattered=_scattered(named),
    )


def _figures(analysed: Analysed, index: int) -> frozenset[str]:
    """The numbers of a sentence."""
    article, sentence = analysed.analysis.article, analysed.analysis.sentences[index]
    return numbers(article.text[sentence.start : sentence.end], article.language.code)


def _scattered(named: Sequence[frozenset[str]]) -> bool:
    """Whether nobody and nothing is named again and again, as in news in brief: a text of many matters."""
    naming = [names for names in named if names]
    most = max(Counter(name for names in naming for name in names).values(), default=0)
    return len(naming) >= MANY and most <= RECURRING * len(naming)


def _in_context(vectors: Vectors) -> Vectors:
    """Each sentence's vector with those of the sentences before and after it, of length 1."""
    summed = vectors.copy()
    summed[1:] += vectors[:-1]
    summed[:-1] += vectors[1:]
    lengths = np.linalg.norm(summed, axis=1, keepdims=True) if len(summed) else np.ones((0, 1), dtype=np.float32)
    found: Vectors = (summed / np.maximum(lengths, 1e-9)).astype(np.float32)
    return found


def _speakers(analysed: Analysed, index: int, by_noun: Set[str]) -> frozenset[str]:
    """Whose words stand in the sentence, as far as it is known."""
    sentence = analysed.analysis.sentences[index]
    return frozenset(
        quote.speaker.actor
        for quote in analysed.analysis.quotes
        if quote.start < sentence.end
        and sentence.start < quote.end
        and quote.speaker
        and quote.speaker.actor
        and quote.speaker.actor not in by_noun
    )


def _names_by_sentence(analysed: Analysed, by_noun: Set[str]) -> dict[int, set[str]]:
    analysis = analysed.analysis
    starts = np.array([sentence.start for sentence in analysis.sentences])
    named: dict[int, set[str]] = {}
    for actor in analysis.actors:
        if actor.id in by_noun:
            continue
        for mention in actor.mentions:
            row = int(np.searchsorted(starts, mention.start, side="right")) - 1
            named.setdefault(max(row, 0), set()).add(actor.id)
    return named


def likeness(statements: Sequence[Statements]) -> dict[tuple[int, int], Matrix]:
    """How alike the statements of every two articles are: a row a statement of the first, a column one of the second.

    The cosine, moved up or down by the names and numbers that both statements have. It finds candidates, it decides
    nothing.
    """
    names = Agreement([found.names for found in statements])
    figures = Agreement([found.numbers for found in statements])
    return {
        (first, second): (one.vectors @ other.vectors.T).astype(np.float64)
        + NAME_GAIN * names.between(first, second)
        + NUMBER_GAIN * figures.between(first, second)
        for first, one in enumerate(statements)
        for second, other in enumerate(statements)
        if first < second
    }


class Agreement:
    """Agreement of sets of keys between statements, in [-1, 1]: 1 if the smaller set is in the other, -1 if they share
    nothing, 0 if one has none: a longer sentence may say the same and more."""

    def __init__(self, sets: Sequence[Sequence[frozenset[str]]]) -> None:
        counts = Counter(key for article in sets for key in set().union(*article))
        vocabulary = {key: column for column, key in enumerate(sorted(k for k, n in counts.items() if n > 1))}
        self._rows = [_incidence(article, vocabulary) for article in sets]
        self._sizes = [np.array([float(len(keys)) for keys in article]) for article in sets]

    def shared(self, first: int, second: int) -> Matrix:
        """How many keys two statements share."""
        return (self._rows[first] @ self._rows[second].T).astype(np.float64)

    def between(self, first: int, second: int) -> Matrix:
        """The agreement of each statement of one article with each of another."""
        sizes = np.minimum.outer(self._sizes[first], self._sizes[second])
        shared = self.shared(first, second)
        agreement: Matrix = np.where(sizes > 0.0, 2.0 * shared / np.maximum(sizes, 1.0) - 1.0, 0.0)
        return agreement


def _incidence(sets: Sequence[frozenset[str]], vocabulary: dict[str, int]) -> Vectors:
    matrix = np.zeros((len(sets), len(vocabulary)), dtype=np.float32)
    for row, keys in enumerate(sets):
        for key in keys:
            if key in vocabulary:
                matrix[row, vocabulary[key]] = 1.0
    return matrix
