"""Whom all the other articles quote, or keep naming, and one does not so much as name.

Rule: a person known by full name, or a body of several words where all articles have one language, whom this article
names in no form (``elsewhere``), and whom every other article long enough to be asked, two at least, quotes
(*unheard*), or names and has a part for (*nowhere*): a person of whom one of them quotes ``ENOUGH`` words, or who is
named ``OFTEN`` in each, a body ``OFTEN_BODY``, and ``IN_ALL`` together. Silent where this article is short, or of an
earlier day than all the others; where it names somebody of whom they are the voice (``voices``), for it may have the
statement from there; and where it has ``RUN`` words in a row of what they are quoted as saying.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, labels, quote_id
from analysis.comparison.findings.elsewhere import is_full_name, surname
from analysis.comparison.findings.speaking import is_earlier, length, runs_of, speakers, stands_in
from analysis.comparison.members import Member
from analysis.comparison.voices import are_one
from analysis.types import Actor, Finding, Message, Param, Quote

MAX_NAMED = 4
"""People told of one article; of more, those who are given most words, or named most often."""
LEAST_LONG = 8
"""Sentences from which an article is asked whom it does not name."""
OFTEN, OFTEN_BODY, IN_ALL = 2, 3, 5
ENOUGH = 15
RUN = 5
"""Words in a row that are no chance."""
MISSING, NOWHERE, COMPANY, EACH = 0.45, 0.65, 0.04, 0.05
"""Effects: for being missing, for each further one up to ``MAX_NAMED``, for each article beyond two that has them."""
CONFIDENCE = 0.9
"""Set by hand: all 20 told on twenty real events held when read against the articles, 14 were worth telling. What may
go wrong is a name that stands for another."""

Having = Sequence[tuple[Member, Actor]]
"""Somebody as each article has them."""
Said = Mapping[str, Mapping[str, Sequence[Quote]]]
"""What each actor says, by article and actor."""


def unheard(story: Story) -> Dimension:
    """People and bodies that every other article has a part for, and one does not name."""
    said = {member.id: speakers(member) for member in story.members}
    return Dimension(tuple(found for member in story.members for found in _of(story, member, said)))


def _of(story: Story, member: Member, said: Said) -> Iterator[Finding]:
    others = [one for one in story.members if one is not member and story.namings[one.id].long_enough]
    if len(others) < 2 or len(member.analysis.sentences) < LEAST_LONG or not story.namings[member.id].long_enough:
        return
    if is_earlier(member, others):
        return
    missing = _missing(story, member, others)
    quoted = {actor: having for actor, having in missing.items() if all(actor in said[one.id] for one in others)}
    own = runs_of(member, RUN) if quoted else frozenset()
    heard = [one for one, having in quoted.items() if any(stands_in(q, own, RUN) for q in _quotes(one, having, said))]
    told = [
        (actor, having, sum(length(quote) for quote in _quotes(actor, having, said)))
        for actor, having in quoted.items()
        if actor not in heard
    ]
    named = [
        (actor, having, sum(_times(one) for _, one in having))
        for actor, having in missing.items()
        if actor not in quoted and (_is_central(having) or _is_voice(actor, having, said))
    ]
    for key, weighed in (("voice_balance.unheard", told), ("prominence.nowhere", named)):
        shown = _apart(story, sorted(weighed, key=lambda one: (-one[2], one[0])))
        if shown:
            yield _finding(story, key, member, {actor: having for actor, having, _ in shown}, said)


def _missing(story: Story, member: Member, others: Sequence[Member]) -> dict[str, Having]:
    """Those whom all the others name and the article does not, in any form or through somebody of one voice."""
    one_language = len({one.analysis.article.language.code for one in story.members}) == 1
    everywhere = set(others[0].actors).intersection(*(one.actors for one in others[1:]))
    found: dict[str, Having] = {}
    for actor in sorted(everywhere - set(member.actors)):
        having = [(one, one.actors[actor]) for one in others]
        known = all(_is_known(form, one_language) for _, form in having)
        named = any(story.namings[member.id].first(form) is not None for _, form in having)
        if known and not named and not any(are_one(story.voices, actor, one) for one in member.actors):
            found[actor] = having
    return found


def _is_known(actor: Actor, one_language: bool) -> bool:
    if actor.type == "person":
        return is_full_name(actor.name)
    return actor.type == "organization" and one_language and len(actor.name.split()) > 1


def _is_central(having: Having) -> bool:
    """Whether every article that has them keeps naming them."""
    least = OFTEN if having[0][1].type == "person" else OFTEN_BODY
    times = [_times(actor) for _, actor in having]
    return min(times) >= least and sum(times) >= IN_ALL


def _is_voice(actor: str, having: Having, said: Said) -> bool:
    """Whether it is a person of whom an article quotes enough."""
    person = all(form.type == "person" for _, form in having)
    return person and max(sum(map(length, said[one.id].get(actor, ()))) for one, _ in having) >= ENOUGH


def _times(actor: Actor) -> int:
    return sum(one.kind == "name" for one in actor.mentions)


def _quotes(actor: str, having: Having, said: Said) -> list[Quote]:
    return [quote for one, _ in having for quote in said[one.id].get(actor, ())]


def _apart(story: Story, missing: Sequence[tuple[str, Having, int]]) -> list[tuple[str, Having, int]]:
    """Those that are not one voice, nor namesakes, of one before; at most ``MAX_NAMED``."""
    told: list[tuple[str, Having, int]] = []
    for one in missing:
        keys = set(surname(story.names[one[0]]))
        if not any(
            are_one(story.voices, one[0], other) or keys & set(surname(story.names[other])) for other, _, _ in told
        ):
            told.append(one)
    return told[:MAX_NAMED]


def _finding(
    story: Story,
    key: str,
    member: Member,
    shown: Mapping[str, Having],
    said: Said,
) -> Finding:
    others = [one for one, _ in next(iter(shown.values()))]
    quotes = [
        (one, said[one.id][actor][0]) for actor, having in shown.items() for one, _ in having if actor in said[one.id]
    ]
    params: dict[str, Param] = {
        "article": member.label,
        "actors": tuple(story.names[actor] for actor in shown),
        "others": labels(others),
    }
    about = About(
        actors=tuple(shown),
        quotes=tuple(quote_id(one, quote.id) for one, quote in quotes) if key == "voice_balance.unheard" else (),
        values={member.id: 0} | {one.id: len(shown) for one in others},
    )
    places = (
        [(one, quote.start, quote.end) for one, quote in quotes]
        if about.quotes
        else [(one, form.mentions[0].start, form.mentions[0].end) for having in shown.values() for one, form in having]
    )
    evidence = [one.span(start, end) for one, start, end in places]
    base = MISSING if about.quotes else NOWHERE
    weight = Weight(base + COMPANY * (len(shown) - 1) + EACH * (len(others) - 2), CONFIDENCE)
    return finding(Message(key, params), [member, *others], evidence, weight, about)
