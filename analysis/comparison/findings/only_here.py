"""Who is brought in by one article alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.members import Member
from analysis.comparison.sourcing import owners_of, source_key
from analysis.types import Actor, Message

MAX_NAMED = 6
ONLY = (0.3, 0.3)
CONFIDENCE = 0.7


def only_here(story: Story) -> Dimension:
    """People, then bodies, that speak or stand at the top in one article alone."""
    counts = Counter(actor for member in story.members for actor in member.actors)
    media = _media(story.members)
    told = []
    for member in story.members:
        own = [actor for actor in member.analysis.actors if counts[actor.id] == 1 and actor.id not in media]
        alone = [actor for actor in own if _matters(actor)]
        alone.sort(key=lambda actor: (actor.type != "person", -_score(actor), actor.id))
        if alone and all(len(other.actors) for other in story.members):
            alone = alone[:MAX_NAMED]
            named = tuple(actor.name for actor in alone)
            message = Message("only_here.actors", {"article": member.label, "actors": named})
            evidence = [member.span(actor.mentions[0].start, actor.mentions[0].end) for actor in alone]
            weight = Weight(ONLY[0] + ONLY[1] * max(map(_score, alone)), CONFIDENCE)
            about = About(actors=tuple(actor.id for actor in alone))
            told.append(finding(message, [member], evidence, weight, about))
    return Dimension("who is brought in", tuple(told), f"n = {len(counts)} actors" if counts else "")


def _media(members: Sequence[Member]) -> set[str]:
    owners = owners_of(members)
    return {
        source_key(source, owners).removeprefix("actor:")
        for member in members
        for source in member.analysis.sources
        if source.type in ("outlet", "social")
    }


def _matters(actor: Actor) -> bool:
    weight = actor.prominence
    return (
        actor.type in ("person", "organization")
        and weight is not None
        and (weight.quoted_word_share > 0.0 or weight.in_headline or weight.first_sentence == 0)
    )


def _score(actor: Actor) -> float:
    return actor.prominence.score if actor.prominence else 0.0
