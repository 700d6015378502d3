"""Different names for the same: a name that judges in one article, a plain one in another.

Rules: (1) one person, whom one article calls by words that label (*the disgraced ex-minister Carl Lund*) and another by
the office alone; (2) two tellings of one claim in one language that are alike but for one place, where one has a word
that labels and the other has another word that is not loaded. What labels, and in whose voice, the lists and the reader
say; only the outlet's own words count. Silent where the other article has the label too, where it names the person with
a word that is neither an office nor common, and between languages but for people: whether two words for a thing value
it alike cannot be told from their lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.findings.naming_words import Descriptor, descriptors
from analysis.comparison.findings.tellings import Telling, confidence, pairs
from analysis.comparison.members import Member
from analysis.framing.patterns import words_of as placed
from analysis.resources import words
from analysis.text import fold
from analysis.types import ArticleSpan, Claim, Finding, LoadedTerm, Message, Param

LABEL = "labelling"
STRONG = 2
"""Intensity from which a label judges wherever it stands."""
SAME = 0.75
"""Probability from which two sentences tell one thing."""
PLAIN = 0.1
"""Probability of being loaded from which a word may judge: what a listed strong word needs to be told."""
LONGEST = 3
"""Words of the place in which two tellings differ."""
LEAST_SHARED, SHARE = 5, 0.7
"""Words that they have in common, and their share of the longer one."""
EFFECT = 0.6
CONFIDENCE = 0.85
"""Set by hand: none of the real events has two such names; too few to fit."""


def naming(story: Story) -> Dimension:
    """People and things that one article names by a label and another plainly."""
    called = {member.id: _called(member) for member in story.members}
    told = [one for both in permutations(story.members, 2) for one in _people(story, both, called)]
    things = [
        one for claim in story.comparison.claims for both in pairs(story, claim) for one in _things(story, claim, both)
    ]
    kept: dict[tuple[str, str], Finding] = {}
    for one in things:
        if not any(_covers(span, own) for person in told for span in person.evidence for own in one.evidence):
            kept.setdefault((one.evidence[0].text, one.evidence[1].text), one)
    return Dimension((*told, *kept.values()))


def _covers(outer: ArticleSpan, inner: ArticleSpan) -> bool:
    return outer.article == inner.article and outer.start <= inner.start and inner.end <= outer.end


def labels_of(member: Member, least: int) -> list[LoadedTerm]:
    """Labels in an outlet's own voice, from an intensity on."""
    return [
        term
        for term in member.analysis.framing.loaded_language
        if term.voice == "outlet" and term.category == LABEL and term.intensity >= least
    ]


def _called(member: Member) -> dict[str, list[Descriptor]]:
    """What an article calls each person whom it describes, by id."""
    terms = labels_of(member, 1)
    people = [actor for actor in member.analysis.actors if actor.type == "person"]
    return {actor.id: found for actor in people if (found := descriptors(member, actor, terms))}


def _people(
    story: Story, both: tuple[Member, Member], called: Mapping[str, Mapping[str, list[Descriptor]]]
) -> Iterator[Finding]:
    """People whom the first article calls by a label that judges wherever it stands, and the other by their office."""
    one, other = both
    for id_ in sorted(called[one.id].keys() & called[other.id].keys()):
        plain = called[other.id][id_]
        told = [found for found in plain if found.office and found.plain and found.label is None]
        sure = told and all(found.plain and found.label is None for found in plain)
        labelled = [
            found
            for found in called[one.id][id_]
            if found.label is not None and found.label.intensity >= STRONG and not _stands_in(other, found.label)
        ]
        if labelled and sure:
            yield _person(story, id_, (one, labelled[0]), (other, told[0]))


def _person(story: Story, actor: str, one: tuple[Member, Descriptor], other: tuple[Member, Descriptor]) -> Finding:
    spans = [member.span(found.start, found.end) for member, found in (one, other)]
    params: dict[str, Param] = {"actor": story.names.get(actor, actor)}
    params |= {"a": one[0].label, "a_words": spans[0].text, "b": other[0].label, "b_words": spans[1].text}
    about = About(actors=(actor,), values={one[0].id: spans[0].text, other[0].id: spans[1].text})
    message = Message("naming.person", params)
    return finding(message, [one[0], other[0]], spans, Weight(EFFECT, CONFIDENCE), about)


def _things(story: Story, claim: Claim, both: tuple[Telling, Telling]) -> Iterator[Finding]:
    """What two tellings name in one place, one of them by a label."""
    if both[0].code != both[1].code or confidence(both) < SAME or any(one.quoting for one in both):
        return
    place = _place(*both)
    if place is None:
        return
    for one, other in ((0, 1), (1, 0)):
        mine, theirs = both[one], both[other]
        start, end = place[one]
        label = next((term for term in labels_of(mine.member, 1) if start <= term.start and term.end <= end), None)
        if label is None or _stands_in(theirs.member, label) or _may_judge(story, theirs.member, place[other]):
            continue
        spans = [both[side].member.span(*place[side]) for side in (one, other)]
        params: dict[str, Param] = {"a": mine.member.label, "a_words": spans[0].text, "b": theirs.member.label}
        params |= {"b_words": spans[1].text, "claim": claim.text}
        about = About(claims=(claim.id,), values={span.article: span.text for span in spans})
        sure = Weight(EFFECT, CONFIDENCE * confidence(both))
        yield finding(Message("naming.thing", params), [mine.member, theirs.member], spans, sure, about)


def _place(one: Telling, other: Telling) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The one place in which two sentences differ, in offsets of their articles; ``None`` if there is no such one."""
    ours, theirs = placed(one.presence.text), placed(other.presence.text)
    keys = [[word.lower for word in side] for side in (ours, theirs)]
    first = _alike(*keys)
    behind = _alike(*(side[first:][::-1] for side in keys))
    last, end = len(ours) - behind, len(theirs) - behind
    apart = set(keys[0][first:last]), set(keys[1][first:end])
    if not all(apart) or not apart[0].isdisjoint(apart[1]):
        return None
    shared = first + behind
    if shared < LEAST_SHARED or shared < SHARE * max(len(ours), len(theirs)):
        return None
    if last - first > LONGEST or end - first > LONGEST or _only_function_words(one.code, keys[1][first:end]):
        return None
    return (
        (one.presence.start + ours[first].start, one.presence.start + ours[last - 1].end),
        (other.presence.start + theirs[first].start, other.presence.start + theirs[end - 1].end),
    )


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    return next((place for place, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))  # noqa: B905


def _only_function_words(code: str, keys: list[str]) -> bool:
    return all(key in words(code, "function_words") or key.isdigit() for key in keys)


def _may_judge(story: Story, member: Member, place: tuple[int, int]) -> bool:
    """Whether the words may be loaded: the reader's probability of any of them."""
    reading = story.readings[story.members.index(member)]
    pieces = zip(reading.starts.tolist(), reading.ends.tolist(), reading.loaded.tolist(), strict=True)
    return any(likely >= PLAIN for start, end, likely in pieces if start < place[1] and end > place[0])


def _stands_in(member: Member, term: LoadedTerm | None) -> bool:
    """Whether an article has the label too, in anybody's words."""
    return term is not None and fold(term.text) in fold(member.analysis.article.text)
