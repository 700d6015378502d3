"""How each article tells a claim that several make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from analysis.comparison.findings.dimension import Story
from analysis.comparison.members import Member
from analysis.text import fold, words_of
from analysis.types import ArticleSpan, Claim, ClaimPresence, EvidentialMarker

CERTAINTIES = ("asserted", "reported", "alleged", "denied")
ALIKE = 0.4
STEM = 5
"""Letters that tell a word, whatever ending it has."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that makes a claim, its article, the evidential expressions in it and how surely it is put.

    ``shares`` are the reader's shares of asserted, reported, alleged and denied.
    """

    member: Member
    presence: ClaimPresence
    markers: tuple[EvidentialMarker, ...]
    shares: tuple[float, ...]

    @property
    def span(self) -> ArticleSpan:
        """Where the claim is made."""
        one = self.presence
        return ArticleSpan(one.article, one.start, one.end, one.text)

    @property
    def code(self) -> str:
        """The article's language."""
        return self.member.analysis.article.language.code

    def share(self, certainty: str) -> float:
        """How likely the sentence is put so, in [0, 1]."""
        return self.shares[CERTAINTIES.index(certainty)]

    @property
    def headline(self) -> bool:
        """Whether it is the headline, which says in a few words what the text says with its source."""
        return any(
            sentence.role == "headline" and sentence.start <= self.presence.start < sentence.end
            for sentence in self.member.analysis.sentences
        )

    @property
    def quoting(self) -> bool:
        """Whether any part of the sentence is somebody's words."""
        one = self.presence
        return any(quote.start < one.end and one.start < quote.end for quote in self.member.analysis.quotes)


def tellings(story: Story, claim: Claim) -> tuple[Telling, ...]:
    """The claim's tellings, in the order of the articles; those that contradict it are none."""
    if claim.id not in story.told:
        told = tuple(_telling(story, one) for one in claim.present if one.relation != "contradicts")
        story.told[claim.id] = told
    return story.told[claim.id]


def pairs(story: Story, claim: Claim) -> Iterator[tuple[Telling, Telling]]:
    """Every two of its tellings."""
    return combinations(tellings(story, claim), 2)


def confidence(both: Sequence[Telling]) -> float:
    """How likely all tell one claim."""
    return min(one.presence.confidence for one in both)


def alike(both: Sequence[Telling]) -> bool:
    """Whether the reader, which saw the sentences and nothing else, holds them for one fact too.

    Asked for where a difference lies in how the sentence is put: sentences on one matter are put in many ways.
    """
    return min(one.presence.similarity for one in both) >= ALIKE


def shared_words(one: str, other: str) -> tuple[frozenset[str], int]:
    """Beginnings of the longer words that two sentences share, and how many such words the one with fewer has."""
    ours, theirs = ({fold(word)[:STEM] for word in words_of(text) if len(word) >= STEM} for text in (one, other))
    return frozenset(ours & theirs), min(len(ours), len(theirs))


def _telling(story: Story, presence: ClaimPresence) -> Telling:
    place = next(number for number, member in enumerate(story.members) if member.id == presence.article)
    member = story.members[place]
    shares = story.readings[place].certainty(presence.start, presence.end)
    markers = tuple(
        marker
        for marker in member.analysis.framing.evidentiality
        if presence.start <= marker.start < presence.end and not _quoted(member, marker)
    )
    return Telling(member, presence, markers, tuple(float(share) for share in shares))


def _quoted(member: Member, marker: EvidentialMarker) -> bool:
    return any(quote.kind == "direct" and quote.start <= marker.start < quote.end for quote in member.analysis.quotes)
