"""Tone toward actors and places in the text: the outlet's own words and the words it quotes apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from analysis.resources import supported
from analysis.sentiment.aggregation import LEAST_MENTIONS, Observation, aggregate, label_of, likeliest
from analysis.sentiment.contexts import Context, Extent, Extents, Reader
from analysis.sentiment.head import ToneModel, shipped_head
from analysis.text import fold
from analysis.types import (
    Actor,
    ActorSentiment,
    Document,
    Encoder,
    Mention,
    Quote,
    Score,
    Target,
    TargetSentiment,
    Voice,
)

Item = TypeVar("Item")

MOST_READ = 32
"""Contexts read for one actor and voice; of more, so many evenly spaced ones."""
MOST_SENTENCES = 24
"""Sentences read for the tone of an article; of more, so many evenly spaced ones."""
SHORT_QUOTE = 60
"""Characters up to which a quotation is a judgement on whom the sentence around it names."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A context that waits to be read."""

    key: str
    voice: Voice
    context: Context
    mentions: int


def score_actors(
    document: Document,
    actors: Sequence[Actor],
    quotes: Sequence[Quote],
    encoder: Encoder,
    model: ToneModel | None = None,
) -> dict[str, ActorSentiment]:
    """Tone toward each actor by its id: outlet's voice, quoted voice and both together.

    Values are the mean over mentions of P(positive) - P(negative), in [-1, 1], at equal class priors. Unknown with
    ``insufficient_evidence`` under three mentions in that voice, ``unsupported_language``, or ``encoder_mismatch`` if
    the shipped model was fitted to another encoder. ``model`` replaces the shipped one, see ``load_classifier``.
    """
    reader, reason, model = _prepare(document, actors, encoder, model)
    if model is None:
        unknown = Score.unknown(reason)
        return {actor.id: ActorSentiment(unknown, unknown, unknown) for actor in actors}
    spoken = _Spoken(quotes)
    pending = [
        item
        for actor in actors
        if len(actor.mentions) >= LEAST_MENTIONS
        for item in _contexts(reader, actor.id, actor.mentions, spoken)
    ]
    found = _read(pending, model)
    return {actor.id: _sentiment(document, actor, found) for actor in actors}


def _sentiment(document: Document, actor: Actor, found: dict[tuple[str, Voice], list[Observation]]) -> ActorSentiment:
    if len(actor.mentions) < LEAST_MENTIONS:
        little = Score.unknown("insufficient_evidence", len(actor.mentions))
        return ActorSentiment(little, little, little)
    own, quoted = found.get((actor.id, "outlet"), []), found.get((actor.id, "quoted"), [])
    return ActorSentiment(aggregate(document, own), aggregate(document, quoted), aggregate(document, own + quoted))


def score_targets(
    document: Document,
    actors: Sequence[Actor],
    quotes: Sequence[Quote],
    targets: Sequence[Target],
    encoder: Encoder,
    model: ToneModel | None = None,
) -> tuple[TargetSentiment, ...]:
    """Tone toward places or names the caller asked for, in order, both voices together.

    A place is read in its paragraph or sentence; a name in all places where the actor of that name, or else the name
    itself, is found. Unknown with ``not_mentioned`` where it is nowhere.
    """
    reader, reason, model = _prepare(document, actors, encoder, model)
    if model is None:
        return tuple(_answer(document, target, Score.unknown(reason)) for target in targets)
    pending = [
        Pending(str(index), "outlet", context, count)
        for index, target in enumerate(targets)
        for context, count in _whole_units(reader, _places(document, actors, target))
    ]
    found = _read(pending, model)
    out = []
    for index, target in enumerate(targets):
        seen = found.get((str(index), "outlet"), [])
        score = aggregate(document, seen, 1) if seen else Score.unknown("not_mentioned")
        out.append(_answer(document, target, score, seen))
    return tuple(out)


def document_tone(document: Document, encoder: Encoder, model: ToneModel | None = None) -> Score:
    """Tone of the article as a whole in [-1, 1]: the mean over its sentences, toward nobody in particular.

    Unknown with ``insufficient_text`` under three sentences.
    """
    reader, reason, model = _prepare(document, (), encoder, model)
    if model is None:
        return Score.unknown(reason)
    contexts = [
        context
        for sentence in _spread(document.sentences, MOST_SENTENCES)
        if (context := reader.untargeted((sentence.start, sentence.end))) is not None
    ]
    if len(contexts) < LEAST_MENTIONS:
        return Score.unknown("insufficient_text", len(contexts))
    readings = model.read(contexts)
    return aggregate(document, [Observation(c, r, 1) for c, r in zip(contexts, readings, strict=True)])


def _prepare(
    document: Document, actors: Sequence[Actor], encoder: Encoder, model: ToneModel | None
) -> tuple[Reader, str, ToneModel | None]:
    """A reader, and the model to read with or the reason why there is none."""
    reader = Reader(document, ((mention.start, mention.end) for actor in actors for mention in actor.mentions))
    if model is not None:
        return reader, "", model
    if not supported(document.language):
        return reader, "unsupported_language", None
    return reader, "encoder_mismatch", shipped_head(encoder)


class _Spoken:
    """The quotations of a document by place."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.all = Extents((quote.start, quote.end) for quote in quotes)
        self._speakers = {(q.start, q.end): q.speaker.actor if q.speaker else None for q in quotes}
        self._marked = {(q.start, q.end) for q in quotes if q.kind != "indirect"}

    def judges(self, extent: Extent, actor: str) -> bool:
        """Whether it is a short quotation of somebody else's words."""
        return extent in self._marked and extent[1] - extent[0] <= SHORT_QUOTE and self._speakers[extent] != actor


def _contexts(reader: Reader, actor: str, mentions: Sequence[Mention], spoken: _Spoken) -> list[Pending]:
    """Contexts of an actor's mentions, one for each voice of each paragraph or sentence."""
    own: dict[Extent, list[Extent]] = {}
    quoted: dict[tuple[Extent, Extent], list[Extent]] = {}
    for mention in mentions:
        unit, place = reader.unit_at(mention.start), (mention.start, mention.end)
        around = [quote for quote in spoken.all.near(*place) if quote[0] <= place[0]]
        if around:
            quoted.setdefault((unit, around[0]), []).append(place)
        else:
            own.setdefault(unit, []).append(place)
    out: list[tuple[Voice, Context | None, int]] = []
    for unit, places in _spread(list(own.items()), MOST_READ):
        inside = spoken.all.near(*unit)
        out.append(("outlet", reader.context(unit, places, drop=inside), len(places)))
        judging = [quote for quote in inside if (unit, quote) not in quoted and spoken.judges(quote, actor)]
        if judging:
            out.append(("quoted", reader.context(unit, places), len(places)))
    for (unit, quote), places in _spread(list(quoted.items()), MOST_READ):
        out.append(("quoted", reader.context(unit, places, keep=[quote]), len(places)))
    return [Pending(actor, voice, context, count) for voice, context, count in out if context is not None]


def _whole_units(reader: Reader, places: Iterable[Extent]) -> list[tuple[Context, int]]:
    """Contexts of places whoever speaks."""
    by_unit: dict[Extent, list[Extent]] = {}
    for place in places:
        by_unit.setdefault(reader.unit_at(place[0]), []).append(place)
    read = ((reader.context(unit, found), len(found)) for unit, found in _spread(list(by_unit.items()), MOST_READ))
    return [(context, count) for context, count in read if context is not None]


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
        label = likeliest(seen[0].reading) if len(seen) == 1 else label_of(score.value)
    return TargetSentiment(name, score, label, target.start, target.end)


def _read(pending: Sequence[Pending], model: ToneModel) -> dict[tuple[str, Voice], list[Observation]]:
    """All contexts through the model at once, sorted by what they are for."""
    readings = model.read([item.context for item in pending])
    out: dict[tuple[str, Voice], list[Observation]] = {}
    for item, reading in zip(pending, readings, strict=True):
        out.setdefault((item.key, item.voice), []).append(Observation(item.context, reading, item.mentions))
    return out


def _spread(items: Sequence[Item], most: int) -> Sequence[Item]:
    """At most so many of the items, evenly spaced."""
    if len(items) <= most:
        return items
    return [items[index * len(items) // most] for index in range(most)]
