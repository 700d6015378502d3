"""Whom one article alone quotes, or alone does not, though the others name them too.

Rule: a person known by full name whose own words, ``LEAST_WORDS`` in all, stand in one article, and no other that names
them has any statement of theirs (*heard*); or whose words, ``LEAST_EACH`` in each, stand in all the others, two at
least, and the one article names them and has none (*unquoted*). That an article has none is sure only if it has no
statement by somebody of their voice (``voices``), no longer quotation by nobody known beside a mention of them, no word
of saying (the list of cues) beside their name that is not somebody else's, and not ``RUN`` words in a row of what they
say; and if it is not of an earlier day than all that quote them. Who is named nowhere else is told by ``only_here``,
who is not named by ``unheard``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, labels, quote_id
from analysis.comparison.findings.only_here import cut
from analysis.comparison.findings.speaking import (
    by_name,
    full_name,
    in_their_words,
    is_earlier,
    length,
    most_telling,
    runs_of,
    speakers,
    stands_in,
)
from analysis.comparison.members import Member
from analysis.comparison.voices import are_one
from analysis.resources import rows
from analysis.text import fold
from analysis.types import Actor, Finding, Message, Param, Quote

MAX_FINDINGS = 2
LEAST_WORDS, LEAST_EACH, SAID = 15, 25, 6
"""Words of somebody in the one article, in each of all the others, and in one quotation that counts."""
FRAGMENT = 4
"""Words from which a quotation of nobody known may be theirs."""
RUN = 5
"""Words in a row that are no chance."""
BESIDE = 1
"""Sentences from a mention that such a quotation may stand away."""
BEFORE, BEHIND = 2, 3
"""Words before and behind a name among which a word of saying is theirs."""
SAYING = frozenset("SOQ")
"""Uses of a cue as a word of saying (``analysis.columns``)."""
WORD = re.compile(r"\w+")
EFFECT, SLOPE, FULL = 0.35, 0.2, 80
"""Effect: a base, and a slope over the words up to so many."""
CONFIDENCE = 0.85
"""Set by hand: all 3 told on twenty real events held when read against the articles; too few to fit."""

Said = Mapping[str, Mapping[str, Sequence[Quote]]]
"""What each actor says, by article and actor."""


def quoted_here(story: Story) -> Dimension:
    """People whose words one article alone has, or alone has not."""
    said = {member.id: speakers(member) for member in story.members}
    if not all(story.namings[member.id].long_enough for member in story.members):
        return Dimension(())
    found = [
        one for actor in sorted({actor for own in said.values() for actor in own}) for one in _of(story, actor, said)
    ]
    found.sort(key=lambda one: -one.effect)
    return Dimension(tuple(found[:MAX_FINDINGS]))


def _of(story: Story, actor: str, said: Said) -> list[Finding]:
    """What is told of one person."""
    having = [member for member in story.members if actor in said[member.id]]
    lacking = [member for member in story.members if actor in member.actors and member not in having]
    if (
        not lacking
        or not _is_person(story, actor)
        or not all(_lacks(story, one, actor, having, said) for one in lacking)
    ):
        return []
    words = [in_their_words(said[member.id][actor], SAID) for member in having]
    least = min(sum(length(quote) for quote in own) for own in words)
    named = all(by_name(member, actor, said[member.id][actor]) for member in having)
    if least < LEAST_WORDS or not named or not all(_lacks(story, one, actor, having, said) for one in lacking):
        return []
    if len(having) == 1:
        return [_heard(story, actor, (having[0], words[0]), lacking)]
    return [_unquoted(story, actor, lacking[0], list(zip(having, words, strict=True)))] if least >= LEAST_EACH else []


def _is_person(story: Story, actor: str) -> bool:
    forms = [member.actors[actor] for member in story.members if actor in member.actors]
    return all(one.type == "person" for one in forms) and full_name(story, actor) is not None


def _lacks(story: Story, member: Member, actor: str, having: Sequence[Member], said: Said) -> bool:
    """Whether an article surely has no statement of somebody whom others quote."""
    quotes = [quote for one in having for quote in said[one.id][actor]]
    if is_earlier(member, having) or _may_speak(story, member, member.actors[actor], said[member.id]):
        return False
    runs = runs_of(member, RUN)
    return not any(stands_in(quote, runs, RUN) for quote in quotes)


def _may_speak(story: Story, member: Member, person: Actor, said: Mapping[str, Sequence[Quote]]) -> bool:
    """Whether an article may have a statement of somebody."""
    if any(are_one(story.voices, person.id, actor) for actor in said):
        return True
    starts = [sentence.start for sentence in member.analysis.sentences]
    places = [bisect_right(starts, one.start) - 1 for one in person.mentions]
    near = {place + step for place in places for step in range(-BESIDE, BESIDE + 1)}
    quotes = member.analysis.quotes
    unknown = [one for one in quotes if one.speaker is None or one.speaker.actor not in said]
    if any(one.sentence in near and length(one) >= FRAGMENT for one in unknown):
        return True
    taken = [(one.cue.start, one.cue.end) for one in quotes if one.cue and one not in unknown]
    return any(not any(start <= verb < end for start, end in taken) for verb in _saying(member, person))


def _saying(member: Member, person: Actor) -> list[int]:
    """Where words of saying stand beside somebody's name, in its sentence."""
    article = member.analysis.article
    verbs, starts = _verbs(article.language.code), [sentence.start for sentence in member.analysis.sentences]
    found = []
    for one in person.mentions:
        sentence = member.analysis.sentences[max(0, bisect_right(starts, one.start) - 1)]
        before = list(WORD.finditer(article.text, sentence.start, one.start))[-BEFORE:]
        behind = list(WORD.finditer(article.text, one.end, sentence.end))[:BEHIND]
        found += [match.start() for match in (*before, *behind) if fold(match[0]) in verbs]
    return found


@cache
def _verbs(code: str) -> frozenset[str]:
    """Words of saying of a language, without those of wanting and judging alone."""
    return frozenset(fold(row[0]) for row in rows(code, "cues") if " " not in row[0] and not SAYING.isdisjoint(row[3]))


def _heard(story: Story, actor: str, one: tuple[Member, Sequence[Quote]], lacking: Sequence[Member]) -> Finding:
    member, own = one
    best = most_telling(own)
    params: dict[str, Param] = {
        "article": member.label,
        "actor": full_name(story, actor) or "",
        "others": labels(lacking),
        "words": cut(best),
    }
    message = Message(f"only_here.heard{'' if len(lacking) == 1 else '_several'}", params)
    about = About(actors=(actor,), quotes=tuple(quote_id(member, quote.id) for quote in own))
    mentions = [(other, other.actors[actor].mentions[0]) for other in lacking]
    evidence = [member.span(best.start, best.end), *(other.span(at.start, at.end) for other, at in mentions)]
    return finding(message, [member, *lacking], evidence, Weight(_effect(own), CONFIDENCE), about)


def _unquoted(story: Story, actor: str, lacking: Member, having: Sequence[tuple[Member, Sequence[Quote]]]) -> Finding:
    params: dict[str, Param] = {
        "article": lacking.label,
        "actor": full_name(story, actor) or "",
        "others": labels([member for member, _ in having]),
    }
    best = [(member, most_telling(own)) for member, own in having]
    about = About(
        actors=(actor,),
        quotes=tuple(quote_id(member, quote.id) for member, quote in best),
        values={lacking.id: 0} | {member.id: len(own) for member, own in having},
    )
    mention = lacking.actors[actor].mentions[0]
    evidence = [
        lacking.span(mention.start, mention.end),
        *(member.span(quote.start, quote.end) for member, quote in best),
    ]
    weight = Weight(min(_effect(own) for _, own in having), CONFIDENCE)
    members = [lacking, *(member for member, _ in having)]
    return finding(Message("voice_balance.unquoted", params), members, evidence, weight, about)


def _effect(own: Sequence[Quote]) -> float:
    return EFFECT + SLOPE * min(1.0, sum(length(quote) for quote in own) / FULL)
