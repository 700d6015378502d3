"""Who reacts how, and in which order the articles give the reactions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from analysis.comparison.members import Member
from analysis.types import (
    ArticleSpan,
    Claim,
    ClaimPresence,
    FirstReaction,
    OrderDifference,
    Quote,
    Reaction,
    ReactionKey,
    StanceLabel,
)

SURE = 0.8
"""Probability of a stance from which another article's telling of the same statement by the same actor has it too."""
MOST_KEYS = 60
"""Reactions that are put into pairs at most: more than fifty articles share; of more, those that most articles have."""
UNSURE = 0.75
"""Probability below which a stance gives way to that one."""


def agreed(members: Sequence[Member], claims: Sequence[Claim]) -> tuple[Member, ...]:
    """The articles with one stance for one statement: what an actor says of a matter in two articles is one reaction.

    Where two articles make one claim on the word of one actor, and the stance is surely read in one (``SURE``) and not
    in the other (``UNSURE``), the other takes it over. So does a statement in an actor's own words, read with an unsure
    stance, if the actor surely takes one side only in the other articles: accusing, or answering and praising. A
    statement that is neutral stays so. Quotations keep what was read of each.
    """
    taken = _of_one_side(members)
    by_id = {member.id: member for member in members}
    for claim in claims:
        told = [pair for one in claim.present for pair in _told(by_id[one.article], one)]
        for actor in sorted({_actor(quote) or "" for _, quote in told} - {""}):
            own = [(member, quote) for member, quote in told if _actor(quote) == actor]
            best = max(own, key=lambda pair: (pair[1].stance.confidence, pair[0].id, pair[1].id))[1].stance
            if best.label == "neutral" or best.confidence < SURE:
                continue
            for member, quote in own:
                if quote.stance.confidence < UNSURE and quote.stance.label != "neutral":
                    taken.setdefault(member.id, {})[quote.id] = best.label
    return tuple(_with_stances(member, taken.get(member.id, {})) for member in members)


def _of_one_side(members: Sequence[Member]) -> dict[str, dict[str, StanceLabel]]:
    """Stances of unsure statements by those who surely take one side only in other articles, by article and quote."""
    sure = [_sure_stances(member) for member in members]
    taken: dict[str, dict[str, StanceLabel]] = {}
    for place, member in enumerate(members):
        for quote in member.analysis.quotes:
            actor, stance = _actor(quote), quote.stance
            if actor is None or stance.label == "neutral" or quote.kind == "indirect" or stance.confidence >= UNSURE:
                continue
            told = [one for other, found in enumerate(sure) if other != place for one in found.get(actor, ())]
            if told and actor not in sure[place] and len({label == "criticism" for _, label in told}) == 1:
                labels = [label for _, label in told]
                best = (
                    stance.label
                    if stance.label in labels
                    else min(told, key=lambda one: (-labels.count(one[1]), one))[1]
                )
                taken.setdefault(member.id, {})[quote.id] = best
    return taken


def _sure_stances(member: Member) -> dict[str, list[tuple[float, StanceLabel]]]:
    """The stances that each actor surely takes in an article, once each, with where."""
    found: dict[str, list[tuple[float, StanceLabel]]] = {}
    for key, reaction in member.first_reactions.items():
        if member.quotes[reaction.quote].stance.confidence >= SURE:
            found.setdefault(key.actor, []).append((reaction.position, key.stance))
    return found


def _told(member: Member, presence: ClaimPresence) -> Iterator[tuple[Member, Quote]]:
    """The statements of a claim's sentence."""
    if presence.relation != "contradicts":
        for quote in member.analysis.quotes:
            if quote.start < presence.end and presence.start < quote.end:
                yield member, quote


def _actor(quote: Quote) -> str | None:
    return quote.speaker.actor if quote.speaker else None


def _with_stances(member: Member, stances: dict[str, StanceLabel]) -> Member:
    if not stances:
        return member
    framing = member.analysis.framing
    known = {one.quote for one in framing.reactions}
    reactions = [replace(one, stance=stances.get(one.quote, one.stance)) for one in framing.reactions]
    length = max(1, len(member.analysis.article.text))
    for name in sorted(stances.keys() - known):
        quote = member.quotes[name]
        place = min(1.0, quote.start / length)
        reactions.append(Reaction(name, _actor(quote), stances[name], quote.stance.target, quote.sentence, place))
    reactions.sort(key=lambda one: (one.position, one.quote))
    analysis = replace(member.analysis, framing=replace(framing, reactions=tuple(reactions)))
    return replace(member, analysis=analysis)


def first_reactions(members: Sequence[Member]) -> tuple[FirstReaction, ...]:
    """The first statement with a stance of each article, in the order of the articles."""
    return tuple(_first(member) for member in members)


def _first(member: Member) -> FirstReaction:
    found = [reaction for reaction in member.reactions if reaction.stance != "neutral"]
    taken = next((one for one in found if member.can_react(one.actor)), None)
    if taken is None:
        return FirstReaction(member.id, None, None, None)
    return FirstReaction(member.id, taken.actor, taken.stance, taken.quote)


def first_of(found: Mapping[ReactionKey, Reaction], key: ReactionKey) -> Reaction | None:
    """Of an article's first reactions that of the actor with this stance, else the first on the same side: accusing, or
    not."""
    if key in found:
        return found[key]
    beside = [one for own, one in found.items() if own.actor == key.actor and _accuses(own) == _accuses(key)]
    return min(beside, key=lambda one: (one.position, one.quote), default=None)


def _accuses(key: ReactionKey) -> bool:
    return key.stance == "criticism"


def unsure_before(member: Member, place: int, keys: Sequence[ReactionKey] | None = None) -> bool:
    """Whether somebody may have reacted before the offset: a statement whose stance or whose speaker is not sure.

    With ``keys``, only what may be one of these reactions counts.
    """
    asked: Sequence[ReactionKey | None] = (None,) if keys is None else keys
    return any(member.unsure.get(key, place) < place for key in asked)


def quote_span(member: Member, reaction: Reaction) -> ArticleSpan:
    """The words of a reaction."""
    quote = member.quotes[reaction.quote]
    return member.span(quote.start, quote.end)


def _words(member: Member, first: Reaction) -> list[ArticleSpan]:
    """The words of a reaction, with those that the same sentence goes on with: a paraphrase, then the quotation."""
    together = member.reactions_told_as[first.sentence, first.actor, first.stance]
    return [quote_span(member, reaction) for reaction in together]


def order_differences(members: Sequence[Member]) -> tuple[OrderDifference, ...]:
    """Pairs of reactions that stand in one order in some article and in the other order in another.

    Reactions are recognised by who reacts and with what stance; where two actors on opposed sides show no difference
    so, by who reacts on which side (an answer is read as dismissal here and as support there), told with the stance
    that most articles have. An article in which an earlier statement may be one of the two reactions, though not
    surely, counts for neither order. Most telling first: those that most articles bear out, and of different actors
    with different stances.
    """
    firsts = [member.first_reactions for member in members]
    keys = sorted({key for found in firsts for key in found}, key=lambda key: (key.actor, key.stance))
    shared = _foremost([key for key in keys if sum(key in found for found in firsts) > 1], firsts)
    differences = [one for a, b in combinations(shared, 2) if (one := _difference(members, firsts, a, b)) is not None]
    known = {frozenset((one.a.actor, one.b.actor)) for one in differences}
    sides = _foremost(_sides(firsts, keys), firsts)
    beside = [{key: own for key in sides if (own := first_of(found, key))} for found in firsts]
    for a, b in combinations(sides, 2):
        if a.actor != b.actor and _accuses(a) != _accuses(b) and frozenset((a.actor, b.actor)) not in known:
            found = _difference(members, beside, a, b)
            differences += [found] if found is not None else []
    return tuple(sorted(differences, key=_rank))


def _foremost(keys: Sequence[ReactionKey], firsts: Sequence[dict[ReactionKey, Reaction]]) -> list[ReactionKey]:
    """The reactions that most articles have, of these those that stand first, ``MOST_KEYS`` at most, as they come."""
    if len(keys) <= MOST_KEYS:
        return list(keys)
    places = {key: [found[key].position for found in firsts if key in found] for key in keys}
    kept = set(sorted(keys, key=lambda key: (-len(places[key]), min(places[key]), key.actor, key.stance))[:MOST_KEYS])
    return [key for key in keys if key in kept]


def _sides(firsts: Sequence[dict[ReactionKey, Reaction]], keys: Sequence[ReactionKey]) -> list[ReactionKey]:
    """For each actor and side the stance that most articles have."""
    often = {key: sum(key in found for found in firsts) for key in keys}
    best: dict[tuple[str, bool], ReactionKey] = {}
    for key in sorted(keys, key=lambda key: (-often[key], key.actor, key.stance)):
        best.setdefault((key.actor, _accuses(key)), key)
    return sorted(best.values(), key=lambda key: (key.actor, key.stance))


def _difference(
    members: Sequence[Member], firsts: Sequence[dict[ReactionKey, Reaction]], a: ReactionKey, b: ReactionKey
) -> OrderDifference | None:
    a_first: list[str] = []
    b_first: list[str] = []
    told: list[tuple[Member, Reaction, Reaction]] = []
    for member, found in zip(members, firsts, strict=True):
        if a not in found or b not in found:
            continue
        starts = [member.quotes[found[key].quote].start for key in (a, b)]
        if starts[0] == starts[1] or unsure_before(member, min(starts), (a if starts[0] > starts[1] else b,)):
            continue
        (a_first if starts[0] < starts[1] else b_first).append(member.id)
        told.append((member, found[a], found[b]))
    if not a_first or not b_first:
        return None
    evidence = [
        span
        for member, *both in told
        for span in sorted({span for one in both for span in _words(member, one)}, key=lambda span: span.start)
    ]
    return OrderDifference(a, b, tuple(a_first), tuple(b_first), tuple(evidence))


def _rank(difference: OrderDifference) -> tuple[int, int, int, str, str, str, str]:
    a, b = difference.a, difference.b
    balance = min(len(difference.a_first), len(difference.b_first))
    opposed = (a.actor != b.actor) + (a.stance != b.stance)
    return (-opposed, -balance, -len(difference.evidence), a.actor, a.stance, b.actor, b.stance)
