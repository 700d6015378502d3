"""How sentences of different articles are related: candidates by vectors, decided by a model that reads both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from analysis.evidence.numerals import figures
from analysis.evidence.polarity import weighed
from analysis.evidence.priors import CERTAIN, odds, odds_in_briefs, probability
from analysis.evidence.statements import Matrix, Statements
from analysis.reader import Reader, Reading, Side
from analysis.text import fold, words_of
from analysis.types import Actor, Analysis, Article, Vectors

ALIKE = (1.0, 0.0, 0.0, 0.0)
"""The shares of two sentences of the same words: that needs no reading."""
ALIKE_SHARES: Vectors = np.array(ALIKE, dtype=np.float32)
PLACES = 6
"""Decimals of a likeness that count: rounding in the last ones depends on the order of the articles."""

Node = tuple[int, int]
"""An article's position and the position of one of its statements."""
SAME, FIGURE, CONTRADICTS, OTHER = range(4)
NEAREST = 2
"""Statements of another article that are read beside each statement."""
LEAST = -1.5
"""Log-odds under which two statements are not read together: whatever the reader said, they would hardly be one."""
UNREAD = -3.0
"""Log-odds of a pair that was not read."""
MOST_PAIRS = 1000
"""Pairs read in one comparison, the likeliest ones: 2 to 4 ms each on a busy core."""


class Relations:
    """Shares of same, other figure, contradicts and other of each pair that was read.

    ``unread`` are statements, each with an article of which a likely counterpart was not read, for there were too many
    pairs: nothing can be told of what that article lacks.
    """

    def __init__(
        self,
        shares: dict[tuple[Node, Node], Vectors],
        unread: frozenset[tuple[Node, int]],
        prior: dict[tuple[int, int], Matrix],
        scattered: Sequence[bool],
    ) -> None:
        self.shares, self.unread, self._prior, self._scattered = shares, unread, prior, scattered
        self._odds = {pair: self._after(*pair) for pair in shares}
        self._beside: dict[tuple[Node, int], list[Node]] = {}
        for one, other in shares:
            self._beside.setdefault((one, other[0]), []).append(other)
            self._beside.setdefault((other, one[0]), []).append(one)

    def beside(self, node: Node, article: int) -> Sequence[Node]:
        """The statements of an article that were read beside a statement."""
        return self._beside.get((node, article), ())

    def read_beside(self, node: Node) -> Iterator[Node]:
        """The statements of all other articles that were read beside a statement."""
        return (other for article in range(len(self._scattered)) for other in self.beside(node, article))

    def of(self, one: Node, other: Node) -> Vectors | None:
        """The shares of a pair, or ``None`` if it was not read: too little alike to be one claim."""
        return self.shares.get((one, other) if one < other else (other, one))

    def same(self, one: Node, other: Node) -> float:
        """How likely both tell one fact alike, in [0, 1]; 0 for a pair that was not read."""
        found = self.of(one, other)
        return 0.0 if found is None else float(found[SAME])

    def other_figure(self, one: Node, other: Node) -> float:
        """How likely both tell one fact with different figures or dates, in [0, 1]."""
        found = self.of(one, other)
        return 0.0 if found is None else float(found[FIGURE])

    def before(self, node: Node, article: int) -> float:
        """Log-odds that the likeliest statement of the article tells the same, before any was read."""
        a, b = (node[0], article) if node[0] < article else (article, node[0])
        found = self._prior[a, b]
        row = found[node[1]] if node[0] == a else found[:, node[1]]
        return float(row.max()) if row.size else UNREAD

    def comparable(self, one: Node, other: Node) -> bool:
        """Whether two sentences are so alike that they tell of one thing, whatever they say of it."""
        one, other = (one, other) if one < other else (other, one)
        return self._brief(one, other) or float(self._prior[one[0], other[0]][one[1], other[1]]) >= 0.0

    def odds(self, one: Node, other: Node) -> float:
        """Log-odds that both make one claim, with whatever figure, from all that is known of them."""
        return self._odds.get((one, other) if one < other else (other, one), UNREAD)

    def likely(self, one: Node, other: Node) -> float:
        """The same as a probability."""
        return probability(self.odds(one, other))

    def _after(self, one: Node, other: Node) -> float:
        found = self.shares[one, other]
        if found is ALIKE_SHARES:
            return CERTAIN
        prior = float(self._prior[one[0], other[0]][one[1], other[1]])
        if self._brief(one, other):
            return odds_in_briefs(prior, float(found[SAME]), float(found[FIGURE]))
        return odds(prior, float(found[SAME] + found[FIGURE]), float(found[CONTRADICTS]))

    def _brief(self, one: Node, other: Node) -> bool:
        """Whether one of them stands in a text of many matters."""
        return self._scattered[one[0]] or self._scattered[other[0]]

    def told(self, one: Node, other: Node) -> float:
        """How likely both tell one fact, with whatever figure, in [0, 1]; 0 for a pair that was not read."""
        found = self.of(one, other)
        return 0.0 if found is None else float(found[SAME] + found[FIGURE])

    def contradict(self, one: Node, other: Node) -> float:
        """How likely one says that the other is not so, in [0, 1]."""
        found = self.of(one, other)
        return 0.0 if found is None else float(found[CONTRADICTS])


def relate(
    analyses: Sequence[Analysis],
    readings: Sequence[Reading],
    statements: Sequence[Statements],
    prior: dict[tuple[int, int], Matrix],
    reader: Reader,
) -> Relations:
    """Read the likeliest pairs of statements of different articles; ``prior`` are log-odds before reading."""
    found = [
        (-round(float(likely[row, column]), PLACES), (a, row), (b, column))
        for (a, b), likely in sorted(prior.items())
        for row, column in _candidates(likely)
    ]
    found.sort()
    pairs = sorted((one, other) for _, one, other in found[:MOST_PAIRS])
    unread = {pair for _, one, other in found[MOST_PAIRS:] for pair in ((one, other[0]), (other, one[0]))}
    said = _Said(analyses, statements)
    shares = {(one, other): ALIKE_SHARES for one, other in pairs if said.words(one) == said.words(other)}
    asked = [
        (one, other) if said.words(one) <= said.words(other) else (other, one)
        for one, other in pairs
        if (one, other) not in shares
    ]
    asked.sort(key=lambda pair: (said.words(pair[0]), said.words(pair[1])))
    sides: dict[Node, Side] = {}
    for node in {node for pair in asked for node in pair}:
        analysis = analyses[node[0]]
        sides[node] = side_of(analysis.article, analysis.actors, readings[node[0]], said.extent(node), reader)
    read = reader.relations([(sides[one], sides[other]) for one, other in asked])
    for (one, other), found_shares in zip(asked, read, strict=True):
        told = weighed(found_shares, said.words(one), said.words(other), (said.language(one), said.language(other)))
        shares[(one, other) if one < other else (other, one)] = told
    scattered = [one.scattered for one in statements]
    return Relations({pair: shares[pair] for pair in pairs}, frozenset(unread), prior, scattered)


class _Said:
    """What the statements say, each looked up once."""

    def __init__(self, analyses: Sequence[Analysis], statements: Sequence[Statements]) -> None:
        self._analyses, self._statements = analyses, statements
        self._words: dict[Node, tuple[str, ...]] = {}

    def extent(self, node: Node) -> tuple[int, int]:
        """Where a statement stands."""
        sentence = self._analyses[node[0]].sentences[self._statements[node[0]].rows[node[1]]]
        return sentence.start, sentence.end

    def language(self, node: Node) -> str:
        """The language of its article."""
        return self._analyses[node[0]].article.language.code

    def words(self, node: Node) -> tuple[str, ...]:
        """Its words, folded."""
        if node not in self._words:
            start, end = self.extent(node)
            text = self._analyses[node[0]].article.text[start:end]
            self._words[node] = tuple(fold(word) for word in words_of(text))
        return self._words[node]


def _candidates(likely: Matrix) -> list[tuple[int, int]]:
    """The nearest statements of each statement, from both sides."""
    if 0 in likely.shape:
        return []
    chosen = np.zeros(likely.shape, dtype=np.bool_)
    for axis in (1, 0):
        nearest = np.sort(likely, axis=axis)[(slice(None), slice(-NEAREST, None)) if axis else slice(-NEAREST, None)]
        chosen |= likely >= nearest.min(axis=axis, keepdims=True)
    rows, columns = np.nonzero(chosen & (likely >= LEAST))
    return list(zip(rows.tolist(), columns.tolist(), strict=True))


def side_of(
    article: Article,
    actors: Sequence[Actor],
    reading: Reading,
    extent: tuple[int, int],
    reader: Reader,
) -> Side:
    """A sentence as the pair model reads it."""
    begin, stop = extent
    passage = reading.passage(begin, stop)
    places = list(zip(passage.starts.tolist(), passage.ends.tolist(), strict=True))
    named = {
        (mention.start, mention.end): actor.id
        for actor in actors
        for mention in actor.mentions
        if mention.kind == "name" and begin <= mention.start < stop
    }
    told = [
        (begin + figure.start, begin + figure.end, figure.value)
        for figure in figures(article.text[begin:stop], article.language.code)
    ]
    contents: npt.NDArray[np.float32] = np.zeros_like(passage.states)
    for row, place in enumerate(places):
        if place in named:
            contents[row] = reader.vocabulary.content(article.text[place[0] : place[1]])
    return Side(
        passage=passage,
        actors=tuple(named.get(place) for place in places),
        figures=tuple(_figure(told, *place) for place in places),
        contents=contents,
    )


def _figure(told: Sequence[tuple[int, int, str]], start: int, end: int) -> str | None:
    """The figure that a piece is part of."""
    return next((value for begin, stop, value in told if start < end and start < stop and end > begin), None)
