"""Applies corrections of actors to an analysis: a pure function of the analysis and who is who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

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
    known = [(part.value, max(part.n, 1)) for part in parts if part.value is not None]
    if not known:
        return parts[0]
    total = sum(n for _, n in known)
    evidence = _in_order(span for part in parts for span in part.evidence)
    mean = sum(value * n for value, n in known) / total
    return Score(mean, None, sum(part.n for part in parts), None, evidence)


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
