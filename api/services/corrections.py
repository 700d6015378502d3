"""Applies corrections of actors to an analysis: a pure function of the analysis and who is who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from analysis.profiles import ActorColumns, Digest, SourceColumns
from analysis.types import (
    Actor,
    ActorSentiment,
    ActorType,
    Analysis,
    Framing,
    Mention,
    Prominence,
    Quote,
    Score,
    Source,
    SourceType,
    Span,
)

AnySpan = TypeVar("AnySpan", Span, Mention)


def corrected(
    analysis: Analysis, target: Mapping[str, str], names: Mapping[str, str], types: Mapping[str, ActorType]
) -> Analysis:
    """The analysis with actors under their corrected ids and chosen names and types; the same object if nothing
    changes.

    ``target`` leads from each id that was found to the actor that it is; ``names`` and ``types`` go by the latter.
    """
    if not names and not types and all(found == actor for found, actor in target.items()):
        return analysis

    return replace(
        analysis,
        actors=_actors(analysis, target, names, types),
        quotes=tuple(_quote(quote, target, names) for quote in analysis.quotes),
        sources=_sources(analysis.sources, target, names),
        framing=_framing(analysis.framing, target),
    )


def corrected_digest(digest: Digest, moved: Mapping[str, tuple[str, str | None]], renamed: Mapping[str, str]) -> Digest:
    """The digest of the corrected analysis, from that of the analysis as it was found; the same object if nothing
    changes.

    ``moved`` leads from each id that is another actor to that actor and its name, if it has one; ``renamed`` has the
    names that users chose.
    """
    if not moved and renamed.keys().isdisjoint(digest.actors.ids):
        return digest
    target = {found: moved[found][0] if found in moved else found for found in digest.actors.ids}
    names = {actor: renamed[actor] for actor in target.values() if actor in renamed}
    names |= {actor: name for actor, name in moved.values() if name is not None}
    actors = _actor_columns(digest.actors, target, names)
    names |= dict(zip(actors.ids, actors.names, strict=True))
    return digest._replace(actors=actors, sources=_source_columns(digest.sources, target, names))


def _actor_columns(columns: ActorColumns, target: Mapping[str, str], names: Mapping[str, str]) -> ActorColumns:
    united: dict[str, list[int]] = {}
    for place, found in enumerate(columns.ids):
        united.setdefault(target[found], []).append(place)
    groups = list(united.values())
    first = [max(places, key=columns.mentions.__getitem__) for places in groups]
    return ActorColumns(
        ids=list(united),
        names=[names.get(actor, columns.names[place]) for actor, place in zip(united, first, strict=True)],
        mentions=[sum(columns.mentions[place] for place in places) for places in groups],
        prominence=[_joint_prominence([columns.prominence[place] for place in places]) for places in groups],
        voice=[_joint_voice(columns, places) for places in groups],
        observations=[sum(columns.observations[place] for place in places) for places in groups],
    )


def _joint_prominence(parts: Sequence[float | None]) -> float | None:
    known = [part for part in parts if part is not None]
    if len(parts) == 1 or not known:
        return parts[0]
    return min(1.0, sum(known))


def _joint_voice(columns: ActorColumns, places: Sequence[int]) -> float | None:
    known = [(columns.voice[place], max(columns.observations[place], 1)) for place in places]
    return columns.voice[places[0]] if len(places) == 1 else _weighted(known)


def _source_columns(columns: SourceColumns, target: Mapping[str, str], names: Mapping[str, str]) -> SourceColumns:
    merged = {actor for actor, times in Counter(target.values()).items() if times > 1}
    place: dict[str, int] = {}
    called: list[str] = []
    types: list[SourceType] = []
    actors: list[str | None] = []
    quotes: list[Sequence[str]] = []
    for name, kind, found, through in zip(columns.names, columns.types, columns.actors, columns.quotes, strict=True):
        actor = _mapped(found, target)
        if actor is not None and actor in merged and actor in place:
            quotes[place[actor]] = list(dict.fromkeys((*quotes[place[actor]], *through)))
            continue
        if actor is not None:
            place.setdefault(actor, len(actors))
        called.append(name if actor is None else names.get(actor, name))
        types.append(kind)
        actors.append(actor)
        quotes.append(through)
    return SourceColumns(called, types, actors, quotes)


def _actors(
    analysis: Analysis, target: Mapping[str, str], names: Mapping[str, str], types: Mapping[str, ActorType]
) -> tuple[Actor, ...]:
    order = {target.get(actor.id, actor.id): place for place, actor in reversed(list(enumerate(analysis.actors)))}
    moved = [replace(actor, id=target.get(actor.id, actor.id)) for actor in analysis.actors]
    moved.sort(key=lambda actor: order[actor.id])
    united = [_united(list(group)) for _, group in groupby(moved, key=lambda actor: actor.id)]
    return tuple(_named(replace(actor, type=types.get(actor.id, actor.type)), names.get(actor.id)) for actor in united)


def _named(actor: Actor, name: str | None) -> Actor:
    """The actor under a chosen name; the one that was found is an alias then."""
    if name is None or name == actor.name:
        return actor
    return replace(actor, name=name, aliases=tuple(sorted({actor.name, *actor.aliases} - {name})))


def _united(parts: list[Actor]) -> Actor:
    """One actor out of those that are the same."""
    first = max(parts, key=lambda actor: len(actor.mentions))
    if len(parts) == 1:
        return first
    aliases = {name for part in parts for name in (part.name, *part.aliases)} - {first.name}
    prominence = [part.prominence for part in parts if part.prominence]
    tones = [part.sentiment for part in parts if part.sentiment]
    return replace(
        first,
        mentions=_in_order(mention for part in parts for mention in part.mentions),
        aliases=tuple(sorted(aliases)),
        prominence=_prominence(prominence) if prominence else None,
        sentiment=_tone(tones) if tones else None,
    )


def _in_order(spans: Iterable[AnySpan]) -> tuple[AnySpan, ...]:
    """Spans in text order, each once."""
    return tuple(sorted(set(spans), key=lambda span: (span.start, span.end)))


def _prominence(parts: list[Prominence]) -> Prominence:
    return Prominence(
        score=min(1.0, sum(part.score for part in parts)),
        first_sentence=min(part.first_sentence for part in parts),
        in_headline=any(part.in_headline for part in parts),
        mention_share=min(1.0, sum(part.mention_share for part in parts)),
        quoted_word_share=min(1.0, sum(part.quoted_word_share for part in parts)),
    )


def _tone(parts: list[ActorSentiment]) -> ActorSentiment:
    return ActorSentiment(
        outlet_voice=_score([part.outlet_voice for part in parts]),
        quoted_voice=_score([part.quoted_voice for part in parts]),
        overall=_score([part.overall for part in parts]),
    )


def _score(parts: list[Score]) -> Score:
    """Mean weighted by observations, over those that are known; without an interval, which cannot be combined."""
    mean = _weighted([(part.value, max(part.n, 1)) for part in parts])
    if mean is None:
        return parts[0]
    evidence = _in_order(span for part in parts for span in part.evidence)
    return Score(mean, None, sum(part.n for part in parts), None, evidence)


def _weighted(values: Iterable[tuple[float | None, int]]) -> float | None:
    """Mean of the known values, each with its weight."""
    known = [(value, weight) for value, weight in values if value is not None]
    if not known:
        return None
    return sum(value * weight for value, weight in known) / sum(weight for _, weight in known)


def _quote(quote: Quote, target: Mapping[str, str], names: Mapping[str, str]) -> Quote:
    speaker = quote.speaker
    if speaker is not None and speaker.actor is not None:
        actor = target.get(speaker.actor, speaker.actor)
        speaker = replace(speaker, actor=actor, name=names.get(actor, speaker.name))
    return replace(quote, speaker=speaker, stance=replace(quote.stance, target=_mapped(quote.stance.target, target)))


def _sources(sources: tuple[Source, ...], target: Mapping[str, str], names: Mapping[str, str]) -> tuple[Source, ...]:
    """Sources under their corrected actors and chosen names; those that a merger makes one are united."""
    merged = {actor for actor, times in Counter(target.values()).items() if times > 1}
    found: list[Source] = []
    place: dict[str, int] = {}
    for source in sources:
        actor = _mapped(source.actor, target)
        moved = replace(source, actor=actor, name=source.name if actor is None else names.get(actor, source.name))
        if actor is None or actor not in merged or actor not in place:
            if actor is not None:
                place.setdefault(actor, len(found))
            found.append(moved)
            continue
        first = found[place[actor]]
        found[place[actor]] = replace(
            first,
            mentions=_in_order((*first.mentions, *moved.mentions)),
            quotes=tuple(dict.fromkeys((*first.quotes, *moved.quotes))),
        )
    return tuple(found)


def _framing(framing: Framing, target: Mapping[str, str]) -> Framing:
    reactions = tuple(
        replace(item, actor=_mapped(item.actor, target), target=_mapped(item.target, target))
        for item in framing.reactions
    )
    return replace(framing, reactions=reactions)


def _mapped(actor: str | None, target: Mapping[str, str]) -> str | None:
    return None if actor is None else target.get(actor, actor)
