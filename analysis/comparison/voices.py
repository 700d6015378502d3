"""Who counts as one voice when it is told whose word comes first: a person, who speaks for them, and their body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from analysis.comparison.members import Member
from analysis.matching import key as spelt
from analysis.resources import rows
from analysis.text import words_of
from analysis.types import Mention

BESIDE = 6
"""Most words between two names that a role joins: *Nora Berg, chief executive of Fjordlines*."""
ENDING = 5
"""Shortest role noun that is looked for at the end of a compound."""

Pair = frozenset[str]


@cache
def offices(code: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Nouns for those who speak for somebody or hold an office, and those that compounds end in."""
    nouns = {spelt(row[0]) for name in ("speaker_roles", "roles") for row in rows(code, name)} | spokespeople(code)
    return frozenset(nouns), tuple(sorted(noun for noun in nouns if len(noun) >= ENDING))


@cache
def spokespeople(code: str) -> frozenset[str]:
    """Nouns for those who speak in the name of somebody else."""
    return frozenset(spelt(row[0]) for row in rows(code, "spokespeople"))


def one_voice(members: Sequence[Member]) -> frozenset[Pair]:
    """Pairs of actors that some article joins by a role: *the ministry's spokesman Jon Vik*, *Fjordlines chief Berg*.

    A person and a body are joined where a noun for an office or a speaker stands between their names, in one sentence,
    with at most ``BESIDE`` words between; two people only by a noun for who speaks for another. Linear in the mentions.
    """
    return frozenset(pair for member in members for pair in _joined(member))


def _joined(member: Member) -> Iterator[Pair]:
    named = sorted(
        (
            (mention, actor)
            for actor in member.analysis.actors
            for mention in actor.mentions
            if mention.kind == "name" and actor.type != "place"
        ),
        key=lambda one: (one[0].start, -one[0].end, one[1].id),
    )
    for (first, one), (second, other) in pairwise(named):
        if one.id != other.id and _is_joined(member, first, second, one.type == other.type == "person"):
            yield frozenset((one.id, other.id))


def _is_joined(member: Member, first: Mention, second: Mention, people: bool) -> bool:
    text = member.analysis.article.text
    between = text[first.end : second.start]
    if second.start < first.end or any(mark in between for mark in ".!?;:\n"):
        return False
    words = [spelt(word) for word in words_of(between)]
    code = member.analysis.article.language.code
    if people:
        return len(words) <= BESIDE and not spokespeople(code).isdisjoint(words)
    nouns, endings = offices(code)
    return len(words) <= BESIDE and any(word in nouns or word.endswith(endings) for word in words)


def are_one(pairs: frozenset[Pair], one: str | None, other: str | None) -> bool:
    """Whether two actors are the same one, or one voice."""
    return one == other or (one is not None and other is not None and frozenset((one, other)) in pairs)
