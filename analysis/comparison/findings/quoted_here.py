"""Whom one article alone quotes, though others name them too.

Rule: a person known by full name whose own words stand in one article, ``LEAST_WORDS`` in all, and of whom no other
article has any statement; one of these at least names them, and is long enough. Silent where another article has a
statement by somebody of their voice (``voices``), a longer quotation by nobody known beside a mention of them, a word of
saying (the list of cues) beside their name, or ``RUN`` words in a row of what they say; and where the article that
quotes is of a later day than all the others. Who is named nowhere else is told by ``only_here``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, labels, quote_id
from analysis.comparison.findings.elsewhere import is_full_name
from analysis.comparison.findings.only_here import cut
from analysis.comparison.findings.time_gap import published
from analysis.comparison.findings.unheard import speakers, stands_in
from analysis.comparison.members import Member
from analysis.comparison.voices import are_one
from analysis.resources import rows
from analysis.text import fold, words_of
from analysis.types import Actor, Finding, Message, Param, Quote

MAX_FINDINGS = 2
LEAST_WORDS, SAID = 15, 6
"""Words of somebody in all, and in one quotation that is shown."""
FRAGMENT = 4
"""Words from which a quotation of nobody known may be theirs."""
BESIDE, CLOSE = 1, 40
"""Sentences from a mention, and letters from a name, that a statement or a word of saying may stand away."""
EFFECT, SLOPE, FULL = 0.4, 0.2, 60
"""Effect: a base, and a slope over the words up to so many."""
CONFIDENCE = 0.85


def quoted_here(story: Story) -> Dimension:
    """People whose words one article alone has."""
    said = {member.id: speakers(member) for member in story.members}
    found = [
        told
        for member in story.members
        for actor, quotes in sorted(said[member.id].items())
        if (told := _told(story, (member, actor), quotes, said)) is not None
    ]
    found.sort(key=lambda one: -one.effect)
    return Dimension(tuple(found[:MAX_FINDINGS]))


def _told(
    story: Story, one: tuple[Member, str], quotes: Sequence[Quote], said: Mapping[str, Mapping[str, Sequence[Quote]]]
) -> Finding | None:
    member, actor = one
    person = member.actors[actor]
    own = [quote for quote in quotes if quote.kind != "indirect" and len(quote.text.split()) >= SAID]
    words = sum(len(quote.text.split()) for quote in own)
    others = [other for other in story.members if other is not member]
    if person.type != "person" or not is_full_name(story.names[actor]) or words < LEAST_WORDS:
        return None
    naming = [other for other in others if actor in other.actors]
    asked = all(story.namings[other.id].long_enough for other in others)
    if not naming or not asked or _is_later(member, others):
        return None
    if any(_may_speak(story, other, person, said[other.id]) or _has(other, quotes) for other in others):
        return None
    best = max(own, key=lambda quote: (quote.stance.label != "neutral", len(quote.text.split()), -quote.start))
    params: dict[str, Param] = {
        "article": member.label,
        "actor": story.names[actor],
        "others": labels(naming),
        "words": cut(best),
    }
    about = About(actors=(actor,), quotes=tuple(quote_id(member, quote.id) for quote in own))
    mentions = [(other, other.actors[actor].mentions[0]) for other in naming]
    evidence = [member.span(best.start, best.end), *(other.span(at.start, at.end) for other, at in mentions)]
    message = Message(f"only_here.heard{'' if len(naming) == 1 else '_several'}", params)
    weight = Weight(EFFECT + SLOPE * min(1.0, words / FULL), CONFIDENCE)
    return finding(message, [member, *naming], evidence, weight, about)


def _is_later(member: Member, others: Sequence[Member]) -> bool:
    """Whether the article is of a later day than all the others, which could not have what was said then."""
    own, days = published(member), [published(one) for one in others]
    return own is not None and all(day is not None and own.date() > day.date() for day in days)


def _has(member: Member, quotes: Sequence[Quote]) -> bool:
    """Whether an article has some of the words after all."""
    text = " ".join(words_of(fold(member.analysis.article.text)))
    return any(stands_in(quote, text) for quote in quotes)


def _may_speak(story: Story, member: Member, person: Actor, said: Mapping[str, Sequence[Quote]]) -> bool:
    """Whether an article may have a statement of somebody."""
    if any(are_one(story.voices, person.id, actor) for actor in said):
        return True
    if person.id not in member.actors:
        return False
    mentions = member.actors[person.id].mentions
    starts = [sentence.start for sentence in member.analysis.sentences]
    near = {bisect_right(starts, one.start) - 1 + step for one in mentions for step in range(-BESIDE, BESIDE + 1)}
    unknown = [quote for quote in member.analysis.quotes if quote.speaker is None or quote.speaker.actor not in said]
    if any(quote.sentence in near and len(quote.text.split()) >= FRAGMENT for quote in unknown):
        return True
    verbs = _verbs(member.analysis.article.language.code)
    text = member.analysis.article.text
    sides = [(text[max(0, one.start - CLOSE) : one.start], text[one.end : one.end + CLOSE]) for one in mentions]
    return any(
        not verbs.isdisjoint(words_of(fold(side))[place])
        for before, behind in sides
        for side, place in ((before, slice(-2, None)), (behind, slice(0, 3)))
    )


@cache
def _verbs(code: str) -> frozenset[str]:
    """Words of saying of a language."""
    return frozenset(fold(row[0]) for row in rows(code, "cues") if " " not in row[0])
