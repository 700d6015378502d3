"""Articles that share their wording."""

from __future__ import annotations

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.members import Member
from analysis.types import ArticleSpan, Message

MAX_FINDINGS = 3
COPIED = 0.3
"""Share of a text's word runs found in another from which the two are told to share wording, as wire copy does."""
COPY = (0.35, 0.4)


def wire_copy(story: Story) -> Dimension:
    """Articles that share wording, so that they are not independent of each other."""
    copied = [pair for pair in story.comparison.overlap.pairs if pair.verbatim_share >= COPIED]
    copied.sort(key=lambda pair: (-pair.verbatim_share, pair.a, pair.b))
    found = []
    for pair in copied[:MAX_FINDINGS]:
        two = [story.member(pair.a), story.member(pair.b)]
        message = Message("wire_copy.pair", {"a": two[0].label, "b": two[1].label, "share": pair.verbatim_share})
        weight = Weight(COPY[0] + COPY[1] * pair.verbatim_share, 1.0)
        about = About(values={one.id: pair.verbatim_share for one in two})
        found.append(finding(message, two, _copied(two[0], two[1]), weight, about))
    return Dimension(tuple(found))


def _copied(one: Member, other: Member) -> list[ArticleSpan]:
    """Longest sentences that both have word for word."""
    ours, theirs = _sentences(one), _sentences(other)
    shared = sorted(ours.keys() & theirs.keys(), key=lambda text: (-len(text), text))[:MAX_FINDINGS]
    return [span for text in shared for span in (ours[text], theirs[text])]


def _sentences(member: Member) -> dict[str, ArticleSpan]:
    text = member.analysis.article.text
    return {
        " ".join(text[one.start : one.end].split()): member.span(one.start, one.end)
        for one in member.analysis.sentences
    }
