"""Loaded words in the outlets' own voice.

Rules: one article has many more of them than another, or tells what both tell in loaded words where the other has none.
A word that stands in both texts is of the matter and counts for neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from math import comb

from analysis.comparison.findings.dimension import MAX_EVIDENCE, About, Dimension, Story, Weight, finding, none_found
from analysis.comparison.findings.messages import MAX_LISTED
from analysis.comparison.findings.tellings import Telling, confidence, pairs
from analysis.comparison.members import Member
from analysis.comparison.own_words import STRONG, own_terms
from analysis.text import fold
from analysis.types import ArticleSpan, Finding, LoadedTerm, Message, Param, Score

LEAST_TERMS = 4
TIMES = 2.0
"""Times as many loaded words in as many words, from which a difference is one that a reader notices."""
SURE = 0.02
"""Chance at which two equal rates differ as much; of several articles the extremes are taken, so .05 is too much."""
ENOUGH_WORDS = 500
"""Own words of each article from which 10 and 30 loaded ones in 1,000 would have been told apart."""
BASE, SLOPE = 0.35, 0.3
CONFIDENCE = 0.85
"""Set by hand: the one told on ten real events held; too few to fit."""
SAME, LEAST_STRONG, LEAST_SENTENCES = 0.75, 3, 2
"""Probability from which two sentences tell one thing; words that a list calls loaded, and sentences with them, from
which an article is told to have put a shared matter in loaded words."""
FULLER = 1.5
"""Times as many loaded words the whole article that puts shared matters in loaded words must have, at least."""


@dataclass(frozen=True, slots=True)
class _Reworded:
    """Shared claims that one article tells in loaded words and another without: tellings of both, words of the one."""

    loaded: tuple[Telling, ...]
    plain: tuple[Telling, ...]
    terms: tuple[LoadedTerm, ...]


def loaded_language_gap(story: Story) -> Dimension:
    """The article with most loaded words of its own against the one with fewest, if the difference is sure and large.

    Test: exact conditional test of two Poisson rates, two-sided, mid-p (Przyborowski and Wilenski 1940). The richer
    article must have several loaded words, at least one of which is loaded wherever it stands; single mild ones are
    where the reader errs most.
    """
    rates = [(member, member.analysis.framing.loaded_rate) for member in story.members]
    known = [(member, score) for member, score in rates if score.value is not None]
    if len(known) < 2:
        return Dimension(())
    (most, high), (least, low) = (end(known, key=_by_rate) for end in (max, min))
    if differs(most, least):
        return Dimension((_told(most, high, least, low),))
    reworded = [one for both in permutations(story.members, 2) if (one := _reworded(story, *both)) is not None]
    if reworded:
        return Dimension((_told_reworded(max(reworded, key=lambda one: len(one.terms))),))
    powerful = min(score.n for _, score in known) >= ENOUGH_WORDS
    counts = [score.n for _, score in known]
    tested = none_found("loaded_language_gap", articles=len(known), least=min(counts), most=max(counts))
    return Dimension((), tested if powerful else None)


def _by_rate(pair: tuple[Member, Score]) -> tuple[float, str]:
    return pair[1].value or 0.0, pair[0].id


def _told(most: Member, high: Score, least: Member, low: Score) -> Finding:
    values = (high.value or 0.0, low.value or 0.0)
    strong = [term for term in _distinct(most, least) if term.intensity >= STRONG]
    shown = sorted(strong, key=lambda term: (-term.intensity, term.start))
    words = tuple(dict.fromkeys(term.text.lower() for term in shown))[: MAX_LISTED - 1]
    params: dict[str, Param] = {
        "a": most.label,
        "a_value": values[0],
        "b": least.label,
        "b_value": values[1],
        "words": words,
    }
    about = About(values={most.id: values[0], least.id: values[1]})
    weight = Weight(BASE + SLOPE * (1.0 - values[1] / values[0]), CONFIDENCE)
    evidence = [*_evidence(most), *_evidence(least)]
    return finding(Message("loaded_language_gap.share", params), [most, least], evidence, weight, about)


def differs(most: Member, least: Member) -> bool:
    """Whether one article surely has many more loaded words of its own than another, one of them loaded by itself."""
    own, other = _distinct(most, least), _distinct(least, most)
    words = most.analysis.framing.loaded_rate.n, least.analysis.framing.loaded_rate.n
    if len(own) < LEAST_TERMS or not all(words) or max(term.intensity for term in own) < STRONG:
        return False
    return _apart((len(own), len(other)), words)


def _distinct(member: Member, other: Member) -> list[LoadedTerm]:
    """Loaded words of an outlet's own that do not stand in the other's text."""
    text = fold(other.analysis.article.text)
    return [term for term in own_terms(member) if fold(term.text) not in text]


def _reworded(story: Story, one: Member, other: Member) -> _Reworded | None:
    """What ``one`` tells in loaded words and ``other`` without, if it is enough to be told of.

    A sentence of the other with a mild word, which is loaded for the reader only, is no plain one; but where two strong
    ones outweigh it, it does not make the other's telling a loaded one either.
    """
    rates = [member.analysis.framing.loaded_rate.value or 0.0 for member in (one, other)]
    if rates[0] < FULLER * rates[1]:
        return None
    terms, plain = _distinct(one, other), own_terms(other)
    found: list[tuple[Telling, Telling, list[LoadedTerm]]] = []
    for mine, theirs in _shared(story, one, other):
        loaded = [term for term in terms if term.intensity >= STRONG and _in(mine, term)]
        beside = [term for term in plain if _in(theirs, term)]
        if any(term.intensity >= STRONG for term in beside) or (loaded and len(beside) >= len(loaded)):
            return None
        if loaded and not beside:
            found.append((mine, theirs, loaded))
    words = tuple(term for *_, loaded in found for term in loaded)
    if len(words) < LEAST_STRONG or len(found) < LEAST_SENTENCES:
        return None
    return _Reworded(tuple(mine for mine, *_ in found), tuple(theirs for _, theirs, _ in found), words)


def _shared(story: Story, one: Member, other: Member) -> Iterator[tuple[Telling, Telling]]:
    """Tellings of one claim in both articles."""
    for claim in story.comparison.claims:
        for both in pairs(story, claim):
            by_member = {telling.member.id: telling for telling in both}
            if by_member.keys() == {one.id, other.id} and confidence(both) >= SAME:
                yield by_member[one.id], by_member[other.id]


def _in(telling: Telling, term: LoadedTerm) -> bool:
    return telling.presence.start <= term.start < telling.presence.end


def _told_reworded(found: _Reworded) -> Finding:
    one, other = found.loaded[0].member, found.plain[0].member
    words = tuple(dict.fromkeys(term.text.lower() for term in found.terms))[: MAX_LISTED - 1]
    message = Message("loaded_language_gap.reworded", {"a": one.label, "b": other.label, "words": words})
    sure = min(confidence(both) for both in zip(found.loaded, found.plain, strict=True))
    about = About(values={one.id: float(len(found.terms)), other.id: 0.0})
    evidence = [*(one.span(term.start, term.end) for term in found.terms), *(telling.span for telling in found.plain)]
    return finding(message, [one, other], evidence, Weight(BASE + SLOPE, CONFIDENCE * sure), about)


def _evidence(member: Member) -> list[ArticleSpan]:
    """An article's strongest loaded words; its first sentence where it has none."""
    shown = sorted(own_terms(member), key=lambda term: (-term.intensity, term.start))[:MAX_EVIDENCE]
    spans = [(term.start, term.end) for term in shown] or [
        (one.start, one.end) for one in member.analysis.sentences[:1]
    ]
    return [member.span(start, end) for start, end in sorted(spans)]


def _apart(counts: tuple[int, int], words: tuple[int, int]) -> bool:
    """Whether two rates differ surely and by ``TIMES``; the first is the higher."""
    if counts[0] * words[1] < TIMES * counts[1] * words[0]:
        return False
    total, share = sum(counts), words[0] / sum(words)
    chances = [comb(total, k) * share**k * (1 - share) ** (total - k) for k in range(counts[0], total + 1)]
    return 2.0 * (sum(chances) - chances[0] / 2.0) < SURE
