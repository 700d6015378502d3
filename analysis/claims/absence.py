"""Whether an article surely lacks a claim that others make, and if not, why that cannot be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.claims.grouping import CONTRADICTS, LIKELY, MIN_MAKING, Group, mean_odds
from analysis.cleaning.reasons import unread
from analysis.evidence import Node, Relations, Statements
from analysis.languages import akin
from analysis.resources import supported
from analysis.types import Analysis, Unassessable

MIN_STATEMENTS = 3
MIN_SHARE = 0.5
"""An article with fewer statements, or of fewer words than this share of what its fellows have in the middle, is a
teaser: it is too short to say that it leaves a claim out."""
COPIED = 0.5
"""Share of statements in the same words from which two articles are copies of one."""
ABSENT, ABSENT_AKIN = -1.75, -1.0
"""Log-odds that no statement of the article may exceed, on the mean over all sentences that make the claim; the last
where one of these is in the article's language or one akin to it, for there a counterpart is hardly overlooked. One
sentence alone proves little: what tells two things is near to what tells the other. On the project's own stories nine
of ten told to lack a claim do."""
AGREED = 3.0
"""Log-odds that two sentences make one claim from which it is known, from them alone, what others lack."""
APART = 2.0
"""By how much more in log-odds a statement is near to one sentence of a claim than to the next, for it to be near to
that one alone."""
MIN_WORDS = 5
"""A claim of which half the sentences are shorter has too little in it to be recognised in other words."""
DAY = len("2000-01-01")


@dataclass(frozen=True)
class Scene:
    """The articles of a comparison, what they state and how that is related."""

    analyses: Sequence[Analysis]
    statements: Sequence[Statements]
    relations: Relations
    groups: Sequence[Group] = ()

    @cached_property
    def of_two(self) -> frozenset[Node]:
        """The statements that make more than one of the claims that several articles make."""
        made = Counter(node for group in self.groups if len(group.members) >= MIN_MAKING for node in group.members)
        return frozenset(node for node, times in made.items() if times > 1)

    @cached_property
    def words(self) -> tuple[float, ...]:
        """How many words each article's statements have."""
        return tuple(float(found.words.sum()) for found in self.statements)

    @cached_property
    def said(self) -> tuple[frozenset[str], ...]:
        """What each article states, word for word."""
        return tuple(
            frozenset(self.sentence((article, row)) for row in range(len(found.rows)))
            for article, found in enumerate(self.statements)
        )

    def sentence(self, node: Node) -> str:
        """What a statement says, word for word."""
        article, row = node
        sentence = self.analyses[article].sentences[self.statements[article].rows[row]]
        return self.analyses[article].article.text[sentence.start : sentence.end]

    @cached_property
    def copies(self) -> tuple[frozenset[int], ...]:
        """Of each article the others that are copies of it."""
        places = range(len(self.analyses))
        return tuple(frozenset(two for two in places if one != two and self._copied(one, two)) for one in places)

    def _copied(self, one: int, other: int) -> bool:
        shared = len(self.said[one] & self.said[other])
        return shared > 0 and shared >= COPIED * max(len(self.said[one]), len(self.said[other]))

    @cached_property
    def short(self) -> frozenset[int]:
        """The articles that are teasers beside the others."""
        return frozenset(article for article in range(len(self.analyses)) if self._too_short(article))

    def _too_short(self, article: int) -> bool:
        others = sorted(words for place, words in enumerate(self.words) if place != article)
        middle = others[len(others) // 2] if others else 0.0
        return len(self.statements[article].rows) < MIN_STATEMENTS or self.words[article] < MIN_SHARE * middle

    def day(self, article: int) -> str:
        """The day on which the article was published; empty if it is not known."""
        date = self.analyses[article].article.published_at
        return date.value[:DAY] if date is not None and len(date.value) >= DAY else ""


def why_not_absent(article: int, group: Group, scene: Scene) -> Unassessable | None:
    """Why it cannot be told that an article lacks the claim; ``None`` if it surely does."""
    if not supported(scene.analyses[article].article.language.code):
        return "unsupported_language"
    if article in scene.short:
        return "too_short"
    if unread(scene.analyses[article].article):
        return "uncertain"
    days = [scene.day(other) for other, _ in group.members]
    if scene.day(article) and all(days) and scene.day(article) < min(days):
        return "before_the_event"
    made = _independent(group, scene) >= MIN_MAKING or any(other in scene.copies[article] for other, _ in group.members)
    if not made or not _agreed(group, scene) or _terse(group, scene) or not _unlike(article, group, scene):
        return "uncertain"
    return None


def _independent(group: Group, scene: Scene) -> int:
    """How many articles make the claim in words of their own."""
    return len({scene.sentence(node) for node in group.members})


def _agreed(group: Group, scene: Scene) -> bool:
    """Whether the sentences surely make one claim: three that were joined do, and one by itself."""
    return len(group.members) != MIN_MAKING or scene.relations.odds(*group.members) >= AGREED


def _terse(group: Group, scene: Scene) -> bool:
    """Whether the claim is told in a few words only."""
    words = sorted(float(scene.statements[article].words[row]) for article, row in group.members)
    return words[(len(words) - 1) // 2] < MIN_WORDS


def _unlike(article: int, group: Group, scene: Scene) -> bool:
    """Whether no statement of the article is likely to make the claim, or to contradict it.

    Of copies it is enough that none rather makes it than not: what they have in common is known word for word, and a
    sentence that the other has beside the claim is not its counterpart.
    """
    relations, members = scene.relations, group.members
    if any((node, article) in relations.unread for node in members):
        return False
    beside = {row for node in members for row in relations.beside(node, article)}
    copies = [other for other, _ in members if other in scene.copies[article]]
    beside = {row for row in beside if not any(scene.sentence(row) in scene.said[other] for other in copies)}
    if any(relations.contradict(node, row) >= CONTRADICTS for node in members for row in beside):
        return False
    if copies:
        return all(relations.odds(node, row) < LIKELY for node in members for row in beside)
    codes = [scene.analyses[place].article.language.code for place, _ in ((article, 0), *members)]
    most = ABSENT_AKIN if any(akin(codes[0], code) for code in codes[1:]) else ABSENT
    return all(nearness(row, group, scene) <= most for row in beside)


def nearness(row: Node, group: Group, scene: Scene) -> float:
    """Log-odds that a statement makes the claim, on the mean over the sentences that do.

    One of them that makes another claim too, and to which alone the statement is near, does not count: it is near to
    what that tells beside.
    """
    relations = scene.relations
    members = sorted(group.members, key=lambda node: relations.odds(node, row))
    *rest, next_to, nearest = members
    apart = relations.odds(nearest, row) - relations.odds(next_to, row) >= APART
    counted = [*rest, next_to] if rest and apart and nearest in scene.of_two else members
    return mean_odds([(node, row) for node in counted], relations)
