"""Large counts of one thing in two articles of one language, also where their sentences are not one claim.

Rule: both count something by the same word, the figures are of a thousand or more, neither more than ``NEAR`` times the
other nor the other rounded, no figure of it stands in both articles, and the two sentences share ``LEAST_SHARED``
longer words. Smaller figures are mostly shares, ages and spans of time, of which two articles name different ones.
Precision on the 20 real English stories it was made on: 3 true of 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from analysis.comparison.findings.figures_apart import counted, counted_word, is_rounded
from analysis.comparison.findings.tellings import shared_words
from analysis.comparison.members import Member
from analysis.types import ArticleSpan

LARGE = 1000.0
NEAR = 1.5
LEAST_SHARED = 4


@dataclass(frozen=True, slots=True)
class Count:
    """A figure as it is written, its value, what it counts (a beginning of a word), and its sentence."""

    member: Member
    written: str
    value: float
    noun: str
    sentence: ArticleSpan


def counts_apart(members: Sequence[Member]) -> Iterator[tuple[Count, Count]]:
    """The counts of one thing in which two articles differ, one for each two articles and thing."""
    tables = [_table(member) for member in members]
    for ours, theirs in combinations(tables, 2):
        for noun in sorted(ours.keys() & theirs.keys()):
            one, other = ours[noun], theirs[noun]
            if {count.value for count in one} & {count.value for count in other}:
                continue
            both = [(a, b) for a in one for b in other if _differ(a, b)]
            if len({(a.value, b.value) for a, b in both}) == 1:
                yield both[0]


def _table(member: Member) -> dict[str, list[Count]]:
    """What an article counts in large figures, by the word for it; the first sentence of each figure."""
    found: dict[str, list[Count]] = {}
    code = member.analysis.article.language.code
    for sentence in member.analysis.sentences:
        span = member.span(sentence.start, sentence.end)
        for figure in counted(span.text, code):
            noun, value = counted_word(span.text, figure), float(figure.value)
            if noun and value >= LARGE and value not in {one.value for one in found.get(noun, ())}:
                written = span.text[figure.start : figure.end]
                found.setdefault(noun, []).append(Count(member, written, value, noun, span))
    return found


def _differ(one: Count, other: Count) -> bool:
    """Whether they are two figures of one thing."""
    codes = {count.member.analysis.article.language.code for count in (one, other)}
    least, most = sorted((one.value, other.value))
    if len(codes) > 1 or most > NEAR * least or is_rounded(one.value, other.value):
        return False
    return len(shared_words(one.sentence.text, other.sentence.text)[0]) >= LEAST_SHARED
