"""Tone toward actors and places in the text: the outlet's own words and the words it quotes apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.sentiment.aggregation import LEAST_MENTIONS, LEAST_SENTENCES, Observation, aggregate, label_of, likeliest
from analysis.sentiment.asks import Ask, Extent, Extents, Units, spread
from analysis.sentiment.reading import ToneModel
from analysis.text import fold
from analysis.types import (
    Actor,
    ActorSentiment,
    Document,
    Mention,
    Quote,
    Score,
    Target,
    TargetSentiment,
    Voice,
)

MOST_READ = 32
"""Units read for one actor and voice; of more, so many evenly spaced ones."""
MOST_SENTENCES = 24
"""Sentences read for the tone of an article; of more, so many evenly spaced ones."""
SHORT_QUOTE = 60
"""Characters up to which a quotation is a judgement on whom the sentence around it names."""


@dataclass(frozen=True, slots=True)
class Pending:
    """What waits to be read."""

    key: str
    voice: Voice
    ask: Ask
    mentions: int


def score_actors(
    document: Document, actors: Sequence[Actor], quotes: Sequence[Quote], model: ToneModel
) -> dict[str, ActorSentiment]:
    """Tone toward each actor by its id: outlet's voice, quoted voice and both together.

    Values are the mean over mentions of P(positive) - P(negative), in [-1, 1], at equal class priors. Unknown with
    ``insufficient_evidence`` under two mentions in that voice, and ``unsupported_language``.
    """
    if not model.knows(document.language):
        unknown = Score.unknown("unsupported_language")
        return {actor.id: ActorSentiment(unknown, unknown, unknown) for actor in actors}
    units, spoken = Units(document), _Spoken(quotes)
    pending = [
        item
        for actor in actors
        if len(actor.mentions) >= LEAST_MENTIONS
        for item in _asks(units, actor.id, actor.mentions, spoken)
    ]
    found = _read(document, pending, model)
    return {actor.id: _sentiment(document, actor, found) for actor in actors}


def _sentiment(document: Document, actor: Actor, found: dict[tuple[str, Voice], list[Observation]]) -> ActorSentiment:
    if len(actor.mentions) < LEAST_MENTIONS:
        little = Score.unknown("insufficient_evidence", len(actor.mentions))
        return ActorSentiment(little, little, little)
    own, quoted = found.get((actor.id, "outlet"), []), found.get((actor.id, "quoted"), [])
    return ActorSentiment(aggregate(document, own), aggregate(document, quoted), aggregate(document, own + quoted))


def score_targets(
    document: Document, actors: Sequence[Actor], targets: Sequence[Target], model: ToneModel
) -> tuple[TargetSentiment, ...]:
    """Tone toward places or names the caller asked for, in order, both voices together.

    A place is read in its paragraph or sentence; a name in all places where the actor of that name, or else the name
    itself, is found. Unknown with ``not_mentioned`` where it is nowhere.
    """
    if not model.knows(document.language):
        return tuple(_answer(document, target, Score.unknown("unsupported_language")) for target in targets)
    units = Units(document)
    pending = [
        Pending(str(index), "outlet", ask, count)
        for index, target in enumerate(targets)
        for ask, count in _whole_units(units, _places(document, actors, target))
    ]
    found = _read(document, pending, model)
    out = []
    for index, target in enumerate(targets):
        seen = found.get((str(index), "outlet"), [])
        score = aggregate(document, seen, 1) if seen else Score.unknown("not_mentioned")
        out.append(_answer(document, target, score, seen))
    return tuple(out)


def document_tone(document: Document, model: ToneModel) -> Score:
    """Tone of the article as a whole in [-1, 1]: the mean over its sentences, toward nobody in particular.

    Unknown with ``insufficient_text`` under three sentences.
    """
    if not model.knows(document.language):
        return Score.unknown("unsupported_language")
    asks = [
        Ask((sentence.start, sentence.end))
        for sentence in spread(document.sentences, MOST_SENTENCES)
        if any(token.is_word for token in document.tokens_in(sentence.start, sentence.end))
    ]
    if len(asks) < LEAST_SENTENCES:
        return Score.unknown("insufficient_text", len(asks))
    tones = model.read(document, asks)
    return aggregate(document, [Observation(ask, tone, 1) for ask, tone in zip(asks, tones, strict=True)])


class _Spoken:
    """The quotations of a document by place."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.all = Extents((quote.start, quote.end) for quote in quotes)
        self._speakers = {(q.start, q.end): q.speaker.actor if q.speaker else None for q in quotes}
        self._marked = {(q.start, q.end) for q in quotes if q.kind != "indirect"}

    def judges(self, extent: Extent, actor: str) -> bool:
        """Whether it is a short quotation of somebody else's words."""
        return extent in self._marked and extent[1] - extent[0] <= SHORT_QUOTE and self._speakers[extent] != actor


def _asks(units: Units, actor: str, mentions: Sequence[Mention], spoken: _Spoken) -> list[Pending]:
    """What is asked of an actor's mentions: once for each voice of each paragraph or sentence."""
    own: dict[Extent, list[Extent]] = {}
    quoted: dict[tuple[Extent, Extent], list[Extent]] = {}
    for mention in mentions:
        unit, place = units.at(mention.start), (mention.start, mention.end)
        around = [quote for quote in spoken.all.near(*place) if quote[0] <= place[0]]
        if around:
            quoted.setdefault((unit, around[0]), []).append(place)
        else:
            own.setdefault(unit, []).append(place)
    out: list[tuple[Voice, Ask, int]] = []
    for unit, places in spread(list(own.items()), MOST_READ):
        inside = spoken.all.near(*unit)
        out.append(("outlet", Ask(unit, tuple(places), drop=tuple(inside), writer=True), len(places)))
        judging = [quote for quote in inside if (unit, quote) not in quoted and spoken.judges(quote, actor)]
        if judging:
            out.append(("quoted", Ask(unit, tuple(places)), len(places)))
    for (unit, quote), places in spread(list(quoted.items()), MOST_READ):
        out.append(("quoted", Ask(unit, tuple(places), keep=(quote,)), len(places)))
    return [Pending(actor, voice, ask, count) for voice, ask, count in out]


def _whole_units(units: Units, places: Iterable[Extent]) -> list[tuple[Ask, int]]:
    """What is asked of places whoever speaks."""
    by_unit: dict[Extent, list[Extent]] = {}
    for place in places:
        by_unit.setdefault(units.at(place[0]), []).append(place)
    return [(Ask(unit, tuple(found)), len(found)) for unit, found in spread(list(by_unit.items()), MOST_READ)]


def _places(document: Document, actors: Sequence[Actor], target: Target) -> list[Extent]:
    """Where a target is in the text."""
    if target.start is not None and target.end is not None:
        return [(target.start, target.end)]
    wanted = fold(target.name or "").split()
    for actor in actors:
        known = [fold(name).split() for name in (actor.name, *actor.aliases)]
        if wanted and (wanted in known or set(wanted) <= set(known[0]) or set(known[0]) <= set(wanted)):
            return [(mention.start, mention.end) for mention in actor.mentions]
    if not wanted:
        return []
    pattern = re.compile(rf"(?<!\w){re.escape((target.name or '').strip())}(?!\w)", re.IGNORECASE)
    return [match.span() for match in pattern.finditer(document.text)]


def _answer(document: Document, target: Target, score: Score, seen: Sequence[Observation] = ()) -> TargetSentiment:
    name = target.name if target.name is not None else document.text[target.start : target.end]
    label = None
    if score.value is not None:
        label = likeliest(seen[0].tone) if len(seen) == 1 else label_of(score.value)
    return TargetSentiment(name, score, label, target.start, target.end)


def _read(
    document: Document, pending: Sequence[Pending], model: ToneModel
) -> dict[tuple[str, Voice], list[Observation]]:
    """All that is asked at once, sorted by what it is for."""
    tones = model.read(document, [item.ask for item in pending])
    out: dict[tuple[str, Voice], list[Observation]] = {}
    for item, tone in zip(pending, tones, strict=True):
        out.setdefault((item.key, item.voice), []).append(Observation(item.ask, tone, item.mentions))
    return out
