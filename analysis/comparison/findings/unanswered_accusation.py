"""Criticism told without its answer, which another article has.

Rule: two articles have the same critic's criticism; in one, whom it is toward (or who speaks for them: ``voices``)
dismisses it; in the other, whom it is toward says nothing. Both stances are surely read (``SURE``). Silent where the
article is short (``LEAST_LONG`` sentences), where the accused has any statement in it, and where a statement by
somebody who is not known, or one whose stance is not sure, may be the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, labels, quote_id
from analysis.comparison.members import Member
from analysis.comparison.reactions import quote_span
from analysis.comparison.voices import Pair, are_one
from analysis.framing.reactions import is_sure
from analysis.types import Finding, Message, Quote, Reaction, ReactionKey

SURE = 0.8
LEAST_LONG = 8
EFFECT = 0.8
MAX_FINDINGS = 2

Answered = tuple[Member, Reaction, Reaction]
"""An article with the criticism and its answer."""


def unanswered_accusation(story: Story) -> Dimension:
    """Criticism of somebody whose answer stands in other articles only."""
    pairs = story.voices
    sure = [_sure(member) for member in story.members]
    found = []
    for (critic, accused), answered in sorted(_exchanges(story.members, sure, pairs).items()):
        key = ReactionKey(critic, "criticism")
        without = [
            (member, own[key])
            for member, own in zip(story.members, sure, strict=True)
            if key in own and not _may_answer(member, accused, pairs)
        ]
        if without:
            found.append(_told(story, (critic, accused), without, answered))
    return Dimension(tuple(found[:MAX_FINDINGS]))


def _sure(member: Member) -> dict[ReactionKey, Reaction]:
    return {
        key: one for key, one in member.first_reactions.items() if member.quotes[one.quote].stance.confidence >= SURE
    }


def _exchanges(
    members: Sequence[Member], sure: Sequence[dict[ReactionKey, Reaction]], pairs: frozenset[Pair]
) -> dict[tuple[str, str], list[Answered]]:
    """Articles by who criticises whom and is answered."""
    found: dict[tuple[str, str], list[Answered]] = {}
    for member, own in zip(members, sure, strict=True):
        for key, answer in own.items():
            if key.stance != "dismissal":
                continue
            for critic, criticism in _critics(member, own, key.actor, pairs):
                found.setdefault((critic, key.actor), []).append((member, criticism, answer))
    return found


def _critics(
    member: Member, own: dict[ReactionKey, Reaction], accused: str, pairs: frozenset[Pair]
) -> Iterator[tuple[str, Reaction]]:
    """Those whose criticism in the article is toward the accused."""
    for key, reaction in own.items():
        toward = reaction.target is not None and are_one(pairs, reaction.target, accused)
        other = member.can_react(key.actor) and not are_one(pairs, key.actor, accused)
        if key.stance == "criticism" and toward and other:
            yield key.actor, reaction


def _may_answer(member: Member, accused: str, pairs: frozenset[Pair]) -> bool:
    """Whether the article may have an answer, or is too short to ask for one."""
    if len(member.analysis.sentences) < LEAST_LONG:
        return True
    return any(_may_be(quote, accused, pairs) for quote in member.analysis.quotes)


def _may_be(quote: Quote, accused: str, pairs: frozenset[Pair]) -> bool:
    actor = quote.speaker.actor if quote.speaker else None
    if actor is not None:
        return are_one(pairs, actor, accused)
    return quote.stance.label in ("dismissal", "support") or not is_sure(quote)


def _told(
    story: Story, who: tuple[str, str], without: Sequence[tuple[Member, Reaction]], answered: Sequence[Answered]
) -> Finding:
    names = story.names
    critic, accused = who
    message = Message(
        "unanswered_accusation.articles",
        {
            "articles": labels([member for member, _ in without]),
            "critic": names.get(critic, critic),
            "accused": names.get(accused, accused),
            "others": labels([member for member, _, _ in answered]),
        },
    )
    told = [*without, *((member, one) for member, criticism, answer in answered for one in (criticism, answer))]
    about = About(
        actors=(critic, accused),
        quotes=tuple(quote_id(member, one.quote) for member, one in told),
        values={member.id: "" for member, _ in without} | {member.id: accused for member, _, _ in answered},
    )
    involved = [member for member in story.members if any(member.id == one.id for one, _ in told)]
    confidence = min(member.quotes[one.quote].stance.confidence for member, one in told)
    return finding(
        message, involved, [quote_span(member, one) for member, one in told], Weight(EFFECT, confidence), about
    )
