"""Whom one article alone brings in, without letting them speak: what it tells of beside the others.

Rule: people known by full name whom one article names ``LEAST_NAMED`` times or more, and no other in any form
(``elsewhere``); one of them ``OFTEN``, or several. Silent on who is quoted, of whom ``only_here`` tells, on who stands
in the headline (``prominence``), and where another article is too short to have had room for them.
"""

from __future__ import annotations

from bisect import bisect_right

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.findings.elsewhere import is_full_name
from analysis.comparison.findings.speaking import speakers
from analysis.comparison.members import Member
from analysis.types import Actor, ArticleSpan, Finding, Mention, Message, Param

MAX_NAMED = 4
LEAST_NAMED, OFTEN = 2, 3
"""Times that somebody is named from which an article brings them in, and from which one of them is enough."""
EFFECT, EACH, MOST = 0.3, 0.02, 8
"""Effect: a base, and more for each time that they are named, up to so many."""
CONFIDENCE = 0.9
"""Set by hand: all told on twenty real events held when read against the articles, 4 of 6 were worth telling."""


def named_here(story: Story) -> Dimension:
    """People whom one article alone names, several times."""
    return Dimension(tuple(found for member in story.members if (found := _told(story, member)) is not None))


def _told(story: Story, member: Member) -> Finding | None:
    others = [one for one in story.members if one is not member]
    if not all(story.namings[one.id].long_enough for one in others):
        return None
    said = speakers(member)
    people = [
        actor
        for actor in member.analysis.actors
        if actor.type == "person" and is_full_name(actor.name) and actor.id not in said
    ]
    alone = [
        actor
        for actor in people
        if len(_names(actor)) >= LEAST_NAMED
        and (story.namings[member.id].first(actor) or 0) >= 0
        and not any(actor.id in one.actors or story.namings[one.id].first(actor) is not None for one in others)
    ]
    alone.sort(key=lambda actor: (-len(_names(actor)), actor.mentions[0].start))
    if not alone or (len(alone) == 1 and len(_names(alone[0])) < OFTEN):
        return None
    shown = alone[:MAX_NAMED]
    params: dict[str, Param] = {"article": member.label, "actors": tuple(actor.name for actor in alone)}
    about = About(actors=tuple(actor.id for actor in shown))
    weight = Weight(EFFECT + EACH * min(MOST, sum(len(_names(actor)) for actor in shown)), CONFIDENCE)
    return finding(Message("only_here.named", params), [member], _evidence(member, shown), weight, about)


def _names(actor: Actor) -> list[Mention]:
    return [one for one in actor.mentions if one.kind == "name"]


def _evidence(member: Member, shown: list[Actor]) -> list[ArticleSpan]:
    """The sentences that first name them, each once."""
    starts = [sentence.start for sentence in member.analysis.sentences]
    places = sorted({bisect_right(starts, _names(actor)[0].start) - 1 for actor in shown})
    sentences = [member.analysis.sentences[place] for place in places if place >= 0]
    return [member.span(one.start, one.end) for one in sentences]
