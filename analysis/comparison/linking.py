"""Gives an actor the same id in every article of a comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.actors import link_actors
from analysis.types import Actor, Analysed, Analysis, Quote, Reaction, Source


def link(items: Sequence[Analysed]) -> tuple[Analysed, ...]:
    """The articles with the ids of actors that are the same one made equal, wherever an id stands."""
    renamed = link_actors([item.analysis.actors for item in items])
    return tuple(replace(item, analysis=_rename(item.analysis, ids)) for item, ids in zip(items, renamed, strict=True))


def _rename(analysis: Analysis, ids: Mapping[str, str]) -> Analysis:
    if all(old == new for old, new in ids.items()):
        return analysis
    framing = replace(analysis.framing, reactions=tuple(_reaction(one, ids) for one in analysis.framing.reactions))
    return replace(
        analysis,
        actors=_merged(tuple(replace(actor, id=ids.get(actor.id, actor.id)) for actor in analysis.actors)),
        quotes=tuple(_quote(quote, ids) for quote in analysis.quotes),
        sources=tuple(_source(source, ids) for source in analysis.sources),
        framing=framing,
    )


def _merged(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Two actors of one article that another article shows to be one keep the more prominent one's measures."""
    kept: dict[str, Actor] = {}
    for actor in actors:
        other = kept.get(actor.id)
        if other is None:
            kept[actor.id] = actor
            continue
        main = max(other, actor, key=lambda one: one.prominence.score if one.prominence else 0.0)
        mentions = tuple(sorted({*other.mentions, *actor.mentions}, key=lambda mention: (mention.start, mention.end)))
        kept[actor.id] = replace(main, mentions=mentions)
    return tuple(kept.values())


def _id(ids: Mapping[str, str], actor: str | None) -> str | None:
    return None if actor is None else ids.get(actor, actor)


def _quote(quote: Quote, ids: Mapping[str, str]) -> Quote:
    speaker = quote.speaker and replace(quote.speaker, actor=_id(ids, quote.speaker.actor))
    return replace(quote, speaker=speaker, stance=replace(quote.stance, target=_id(ids, quote.stance.target)))


def _reaction(reaction: Reaction, ids: Mapping[str, str]) -> Reaction:
    return replace(reaction, actor=_id(ids, reaction.actor), target=_id(ids, reaction.target))


def _source(source: Source, ids: Mapping[str, str]) -> Source:
    return replace(source, actor=_id(ids, source.actor))
