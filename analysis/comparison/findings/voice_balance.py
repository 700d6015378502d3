"""How much room each side has: critics against those who answer and praise.

Sides: an actor who surely criticises in the story, or surely answers or praises, and never both, is on that side in all
articles; who does both is on none. Rules: *absent*: an article quotes one side and nobody of the other, of which
another article quotes ``LEAST_ABSENT`` words or more; *share*: of the words that two articles quote of both sides, at
least ``LEAST_WORDS`` each, the critics' share differs by ``LEAST_GAP``. Silent on an article of under ``LEAST_LONG``
sentences, and *absent* where the article names anybody of that side, quotes somebody of no known side, or has a
statement of that stance or of unsure stance by somebody unknown: what was not read right must not be told as missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, labels, quote_id
from analysis.comparison.members import Member
from analysis.framing.reactions import is_sure
from analysis.text import words_of
from analysis.types import ArticleSpan, Finding, Message, Quote

SURE = 0.9
"""Probability of its stance from which a statement between marks, or with an emotive verb, tells its speaker's side."""
LEAST_LONG = 8
FRAGMENT = 3
"""Words from which a quotation is more than a fragment."""
LEAST_ABSENT = 10
LEAST_WORDS = 30
LEAST_GAP = 0.4
ABSENT = 0.8
MAX_EVIDENCE = 6

Side = Literal["critics", "defenders"]
SIDES: tuple[Side, ...] = ("critics", "defenders")


@dataclass(frozen=True, slots=True)
class _Room:
    """What an article quotes of each side."""

    member: Member
    quotes: dict[Side, list[Quote]]

    def words(self, side: Side) -> int:
        return sum(len(words_of(quote.text)) for quote in self.quotes[side])

    def share(self) -> float:
        return self.words("critics") / max(1, self.words("critics") + self.words("defenders"))


def voice_balance(story: Story) -> Dimension:
    """Articles that leave a side out that another quotes, else the two that differ most in the room they give.

    Shares have no interval, so that there is no difference is never said.
    """
    sides = _sides(story.members)
    rooms = [
        _Room(member, {side: _quotes(member, sides, side) for side in SIDES})
        for member in story.members
        if len(member.analysis.sentences) >= LEAST_LONG
    ]
    found = [one for room in rooms for side in SIDES if (one := _absent(story, room, side, rooms, sides)) is not None]
    both = [room for room in rooms if room.words("critics") + room.words("defenders") >= LEAST_WORDS]
    if not found and len(both) > 1:
        found = _share(story, both)
    return Dimension(tuple(found))


def _sides(members: Sequence[Member]) -> dict[str, Side]:
    """The side of each actor that surely takes one and never the other."""
    found: dict[str, set[Side]] = {}
    for member in members:
        for key, reaction in member.first_reactions.items():
            quote = member.quotes[reaction.quote]
            told = quote.kind != "indirect" or quote.cue_class == "emotive"
            if told and quote.stance.confidence >= SURE:
                found.setdefault(key.actor, set()).add("critics" if key.stance == "criticism" else "defenders")
    return {actor: next(iter(sides)) for actor, sides in found.items() if len(sides) == 1}


def _quotes(member: Member, sides: dict[str, Side], side: Side) -> list[Quote]:
    """What those on a side say in an article, each word once."""
    kept: list[Quote] = []
    for quote in sorted(member.analysis.quotes, key=lambda quote: (quote.start, -quote.end)):
        spoken = quote.speaker is not None and sides.get(str(quote.speaker.actor)) == side
        if spoken and not (kept and quote.end <= kept[-1].end):
            kept.append(quote)
    return kept


def _absent(story: Story, room: _Room, side: Side, rooms: Sequence[_Room], sides: dict[str, Side]) -> Finding | None:
    other: Side = "defenders" if side == "critics" else "critics"
    having = [one for one in rooms if one.words(side) >= LEAST_ABSENT]
    named = {actor for one in having for quote in one.quotes[side] if quote.speaker for actor in [quote.speaker.actor]}
    if not having or not room.words(other) or room.quotes[side] or _may_have(room.member, side, sides):
        return None
    names = story.names
    actors = tuple(sorted(actor for actor in named if actor))
    message = Message(
        f"voice_balance.no_{side}{'' if len(having) == 1 else '_several'}",
        {
            "article": room.member.label,
            "others": labels([one.member for one in having]),
            "actors": tuple(names.get(actor, actor) for actor in actors),
        },
    )
    own = [(room.member, quote) for quote in room.quotes[other]]
    theirs = [(one.member, quote) for one in having for quote in one.quotes[side]]
    return _finding(message, [room, *having], [*own[:2], *theirs[:MAX_EVIDENCE]], ABSENT, actors)


def _may_have(member: Member, side: Side, sides: dict[str, Side]) -> bool:
    """Whether an article may quote a side after all: it names one of it, or has a statement that may be its."""
    if any(sides.get(actor) == side for actor in member.actors):
        return True
    return any(_may_be(quote, side) or _is_of_others(quote, sides) for quote in member.analysis.quotes)


def _is_of_others(quote: Quote, sides: dict[str, Side]) -> bool:
    """Whether somebody of no known side is quoted: what they say may have been read wrongly."""
    known = quote.speaker is not None and str(quote.speaker.actor) in sides
    return quote.kind != "indirect" and not known and len(words_of(quote.text)) >= FRAGMENT


def _may_be(quote: Quote, side: Side) -> bool:
    stance = quote.stance
    if stance.label == "neutral":
        return not is_sure(quote) and (quote.speaker is None or quote.speaker.actor is None)
    return (stance.label == "criticism") == (side == "critics")


def _share(story: Story, both: Sequence[_Room]) -> list[Finding]:
    ordered = sorted(both, key=lambda room: (room.share(), story.members.index(room.member)))
    least, most = ordered[0], ordered[-1]
    gap = most.share() - least.share()
    if gap < LEAST_GAP or not all(room.quotes[side] for room in (least, most) for side in SIDES):
        return []
    params = {"most": most.member.label, "least": least.member.label}
    values = {"most_share": round(most.share(), 3), "least_share": round(least.share(), 3)}
    quotes = [(room.member, quote) for room in (most, least) for side in SIDES for quote in room.quotes[side][:2]]
    actors = tuple(sorted({str(quote.speaker.actor) for _, quote in quotes if quote.speaker}))
    return [_finding(Message("voice_balance.share", {**params, **values}), [most, least], quotes, gap, actors)]


def _finding(
    message: Message,
    rooms: Sequence[_Room],
    told: Sequence[tuple[Member, Quote]],
    effect: float,
    actors: tuple[str, ...],
) -> Finding:
    evidence: list[ArticleSpan] = [member.span(quote.start, quote.end) for member, quote in told]
    about = About(
        actors=actors,
        quotes=tuple(quote_id(member, quote.id) for member, quote in told),
        values={room.member.id: round(room.share(), 3) for room in rooms},
    )
    confidence = min((quote.stance.confidence for _, quote in told if quote.stance.label != "neutral"), default=0.5)
    return finding(message, [room.member for room in rooms], evidence, Weight(effect, confidence), about)
