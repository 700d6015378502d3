"""What a finder looks at and what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, cast

from analysis.claims import Compared
from analysis.comparison.findings.elsewhere import Naming
from analysis.comparison.findings.messages import summary
from analysis.comparison.findings.quantities import Known
from analysis.comparison.members import Member, display_names
from analysis.comparison.voices import Pair, one_voice
from analysis.reader import Reading
from analysis.types import ArticleSpan, Comparison, Finding, FindingKind, Message, Param

if TYPE_CHECKING:
    from analysis.comparison.findings.tellings import Telling

MAX_EVIDENCE = 3
"""Spans shown of what a score of an article rests on."""


@dataclass(frozen=True)
class Story:
    """What finders read: the articles in their order, what each was read to say, the comparison so far, and how their
    sentences are related, if that is known."""

    members: Sequence[Member]
    readings: Sequence[Reading]
    comparison: Comparison
    related: Compared | None = None

    def member(self, article: str) -> Member:
        """The article of this id."""
        return next(member for member in self.members if member.id == article)

    @cached_property
    def told(self) -> dict[str, tuple[Telling, ...]]:
        """How each claim is told, by its id, as far as it was asked for: most finders do."""
        return {}

    @cached_property
    def quantities(self) -> Known:
        """The quantities of sentences that were held against others, each read once."""
        return {}

    @cached_property
    def namings(self) -> Mapping[str, Naming]:
        """The names of each article, by its id, read once for all finders."""
        return {member.id: Naming(member) for member in self.members}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """One name for each actor, as findings call it."""
        return display_names(self.members)

    @cached_property
    def voices(self) -> frozenset[Pair]:
        """Pairs of actors that speak with one voice."""
        return one_voice(self.members)


@dataclass(frozen=True, slots=True)
class Dimension:
    """Something that articles can differ in: the findings, and what was looked at.

    ``tested`` is the sentence that there is no difference, with the number of observations that it rests on; ``None``
    if a difference could not have been found, and then nothing is said of the dimension.
    """

    findings: tuple[Finding, ...]
    tested: Message | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What a finding is about: ids of actors, claims and quotations, and the values compared, by article."""

    actors: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    values: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Weight:
    """How large a difference is and how likely it is true, both in [0, 1]."""

    effect: float
    confidence: float


def finding(
    message: Message, members: Sequence[Member], evidence: Iterable[ArticleSpan], weight: Weight, about: About
) -> Finding:
    """A finding on these articles; its kind is what its message's key begins with."""
    return Finding(
        kind=cast(FindingKind, message.key.partition(".")[0]),
        summary=summary(message),
        message=message,
        articles=tuple(member.id for member in members),
        outlets=tuple(dict.fromkeys(member.outlet for member in members)),
        actors=about.actors,
        claims=about.claims,
        quotes=about.quotes,
        values=about.values,
        effect=weight.effect,
        confidence=weight.confidence,
        evidence=tuple(evidence),
    )


def no_difference(members: Sequence[Member], dimension: Dimension) -> Finding | None:
    """That a dimension was tested and shows no difference; ``None`` if it shows one or could not be tested."""
    if dimension.findings or dimension.tested is None:
        return None
    return finding(dimension.tested, members, (), Weight(0.0, 1.0), About())


def none_found(kind: FindingKind, **observed: int) -> Message:
    """The sentence that articles do not differ measurably in what a kind tells of, on so many observations."""
    return Message(f"no_measurable_difference.{kind}", dict(observed))


def labels(members: Sequence[Member]) -> tuple[str, ...]:
    """The articles as sentences call them."""
    return tuple(member.label for member in members)


def quote_id(member: Member, quote: str) -> str:
    """A quotation's id among those of several articles."""
    return f"{member.id}#{quote}"
