"""What one article alone has of somebody whom several quote: the same speaker, other words.

Rule: a person whom every article names and two or more quote between marks; of what one of them quotes, ``LEAST_WORDS``
or more stand in quotations that share no ``RUN`` words in a row with any other article. Silent where the articles
differ in language, for the words may be translated, and where one is too short to have had room.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, quote_id
from analysis.comparison.findings.only_here import cut
from analysis.comparison.findings.speaking import (
    by_name,
    full_name,
    in_their_words,
    length,
    most_telling,
    runs_of,
    speakers,
    stands_in,
)
from analysis.comparison.members import Member
from analysis.types import Finding, Message, Param, Quote

MAX_FINDINGS = 2
LEAST_WORDS, SAID = 25, 12
"""Words of somebody that one article alone has, in all, and in one quotation."""
RUN = 4
"""Words in a row that show that another article has of the same statement."""
SHOWN = 2
EFFECT, SLOPE = 0.25, 0.15
"""Effect: a base, and a slope over how much it is beside what all the others quote of them, up to as much: who talks
all through a story says something else everywhere."""
CONFIDENCE = 0.85
"""Set by hand: of 19 found on twenty real events 18 held when read against the articles, and the one that did not was
of somebody who is quoted as *he* alone, of whom nothing is told now."""


def other_words(story: Story) -> Dimension:
    """Speakers of whom one article gives other words than the rest."""
    said = {one.id: _said(one) for one in story.members}
    runs = {member.id: runs_of(member, RUN) for member in story.members}
    found = []
    for actor in sorted(set.intersection(*(set(member.actors) for member in story.members))):
        quoting = [member for member in story.members if said[member.id].get(actor)]
        if not _is_asked(story, actor, quoting):
            continue
        for member in quoting:
            others = [own for id_, own in runs.items() if id_ != member.id]
            own = said[member.id][actor]
            alone = [quote for quote in own if not any(stands_in(quote, one, RUN) for one in others)]
            if sum(map(length, alone)) >= LEAST_WORDS:
                beside = sum(length(quote) for one in quoting if one is not member for quote in said[one.id][actor])
                found.append(_told(story, (actor, member), alone, sum(map(length, alone)) / max(1, beside)))
    found.sort(key=lambda one: -one.effect)
    return Dimension(tuple(found[:MAX_FINDINGS]))


def _said(member: Member) -> dict[str, list[Quote]]:
    """What each person says between marks in an article that gives some of it beside their name."""
    spoken = speakers(member).items()
    return {actor: in_their_words(own, SAID) for actor, own in spoken if by_name(member, actor, own)}


def _is_asked(story: Story, actor: str, quoting: Sequence[Member]) -> bool:
    """Whether it is a person whom two articles quote, all are in one language, and all had room for their words."""
    people = all(member.actors[actor].type == "person" for member in story.members)
    one_language = len({member.analysis.article.language.code for member in story.members}) == 1
    room = all(story.namings[member.id].long_enough for member in story.members)
    return people and one_language and room and len(quoting) > 1 and full_name(story, actor) is not None


def _told(story: Story, one: tuple[str, Member], alone: Sequence[Quote], weight: float) -> Finding:
    actor, member = one
    best = most_telling(alone)
    params: dict[str, Param] = {"article": member.label, "actor": full_name(story, actor) or "", "words": cut(best)}
    about = About(actors=(actor,), quotes=tuple(quote_id(member, quote.id) for quote in alone))
    evidence = [
        member.span(quote.start, quote.end) for quote in (best, *(quote for quote in alone if quote is not best))
    ][:2]
    effect = EFFECT + SLOPE * min(1.0, weight)
    return finding(Message("only_here.words", params), [member], evidence, Weight(effect, CONFIDENCE), about)
