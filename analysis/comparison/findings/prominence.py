"""Who the story is about: at the top of one article, far down or nowhere in another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, labels
from analysis.comparison.findings.elsewhere import Naming, is_full_name
from analysis.comparison.members import Member
from analysis.types import Actor, Finding, Message, Param

MAX_FINDINGS = 2
FAR = 0.4
"""Share of an article's sentences that come before somebody whom it brings in late."""
LEAST_SENTENCES = 8
"""Sentences that must come before: the third sentence of six is not far down."""
LEAST_MENTIONS = 3
"""Mentions from which an article is about somebody, and does not only name them at the top."""
PLACE, NOWHERE = 0.4, 0.65
"""Effects: at the top here and late there, with the share of the article before; in the headline, and nowhere."""
SLOPE = 0.3
CONFIDENCE = 0.9
"""Set by hand: the one told on ten real events held; too few to fit."""


def prominence(story: Story) -> Dimension:
    """People whom one article has in its headline or first sentence, and another first names late, or not at all.

    Only people whose full name is known, and who are mentioned several times where they stand at the top: where things
    happen and what parties they concern says little of how a story is told. The other article's text is searched for
    the surname (``elsewhere``), so that a missed mention does not make somebody absent.
    """
    names = story.namings
    shown = story.names
    people = {actor.id: actor for member in story.members for actor in member.analysis.actors if actor.type == "person"}
    found = []
    for id_ in sorted(people):
        told = _of(story, id_, shown[id_], names) if is_full_name(shown[id_]) else None
        if told is not None:
            found.append(told)
    found.sort(key=lambda one: -one.effect)
    return Dimension(tuple(found[:MAX_FINDINGS]))


def _of(story: Story, id_: str, name: str, names: Mapping[str, Naming]) -> Finding | None:
    having = [member for member in story.members if id_ in member.actors]
    at_top = [member for member in having if _is_top(member, member.actors[id_], names[member.id])]
    if not at_top:
        return None
    most = max(at_top, key=lambda member: (len(member.actors[id_].mentions), member.id))
    actor = most.actors[id_]
    others = [member for member in story.members if member not in at_top and names[member.id].long_enough]
    places = {member.id: names[member.id].first(actor) for member in others}
    nowhere = [member for member in others if places[member.id] is None]
    if nowhere and _in_headline(actor, names[most.id]):
        return _told(id_, name, most, nowhere)
    late = [(_sentence(member, places[member.id] or 0), member) for member in others if places[member.id] is not None]
    far = [(at, member) for at, member in late if _is_far(at, member)]
    if not far:
        return None
    sentence, least = max(far, key=lambda one: (one[0] / len(one[1].analysis.sentences), one[1].id))
    return _told(id_, name, most, [least], sentence)


def _is_top(member: Member, actor: Actor, naming: Naming) -> bool:
    weight = actor.prominence
    first = weight is not None and weight.first_sentence == 0
    return (first or _in_headline(actor, naming)) and len(actor.mentions) >= LEAST_MENTIONS


def _in_headline(actor: Actor, naming: Naming) -> bool:
    place = naming.first(actor)
    return place is not None and place < 0


def _sentence(member: Member, place: int) -> int:
    """The number of the sentence at a place of the text, from 1."""
    return max(1, bisect_right([sentence.start for sentence in member.analysis.sentences], place))


def _is_far(sentence: int, member: Member) -> bool:
    return sentence > LEAST_SENTENCES and sentence - 1 >= FAR * len(member.analysis.sentences)


def _told(id_: str, name: str, most: Member, lacking: Sequence[Member], sentence: int = 0) -> Finding:
    """``sentence`` is where the one that brings the person in late first does so, 0 where the others nowhere do."""
    least = lacking[0]
    params: dict[str, Param] = {"actor": name, "most": most.label, "least": labels(lacking)}
    sentences = len(least.analysis.sentences)
    key, effect = "prominence.unnamed" if len(lacking) == 1 else "prominence.unnamed_several", NOWHERE
    if sentence:
        params |= {"sentence": sentence, "sentences": sentences}
        key, effect = "prominence.place", PLACE + SLOPE * sentence / sentences
    first = most.actors[id_].mentions[0]
    places = [(one, one.analysis.sentences[max(0, sentence - 1)]) for one in lacking]
    evidence = [most.span(first.start, first.end), *(one.span(at.start, at.end) for one, at in places)]
    about = About(actors=(id_,), values={most.id: 1} | {one.id: sentence for one in lacking})
    return finding(Message(key, params), [most, *lacking], evidence, Weight(effect, CONFIDENCE), about)
