"""Applies corrections of actors to an analysis: a pure function of the analysis and who is who."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from analysis.types import Actor, ActorSentiment, Analysis, Framing, Prominence, Quote, Score, Source


def corrected(analysis: Analysis, target: Mapping[str, str], names: Mapping[str, str]) -> Analysis:
    """The analysis with actors under their corrected ids and chosen names; the same object if nothing changes."""
    if not names and all(found == actor for found, actor in target.items()):
        return analysis

    return replace(
        analysis,
        actors=_actors(analysis, target, names),
        quotes=tuple(_quote(quote, target, names) for quote in analysis.quotes),
        sources=tuple(_source(source, target) for source in analysis.sources),
        framing=_framing(analysis.framing, target),
    )


def _actors(analysis: Analysis, target: Mapping[str, str], names: Mapping[str, str]) -> tuple[Actor, ...]:
    order = {target.get(actor.id, actor.id): place for place, actor in reversed(list(enumerate(analysis.actors)))}
    moved = [replace(actor, id=target.get(actor.id, actor.id)) for actor in analysis.actors]
    moved.sort(key=lambda actor: order[actor.id])
    united = [_united(list(group)) for _, group in groupby(moved, key=lambda actor: actor.id)]
    return tuple(replace(actor, name=names.get(actor.id, actor.name)) for actor in united)


def _united(parts: list[Actor]) -> Actor:
    """One actor out of those that are the same."""
    first = max(parts, key=lambda actor: len(actor.mentions))
    if len(parts) == 1:
        return first
    mentions = sorted({mention for part in parts for mention in part.mentions}, key=lambda item: (item.start, item.end))
    aliases = {name for part in parts for name in (part.name, *part.aliases)} - {first.name}
    prominence = [part.prominence for part in parts if part.prominence]
    tones = [part.sentiment for part in parts if part.sentiment]
    return replace(
        first,
        mentions=tuple(mentions),
        aliases=tuple(sorted(aliases)),
        prominence=_prominence(prominence) if prominence else None,
        sentiment=_tone(tones) if tones else None,
    )


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
    evidence = sorted({span for part in parts for span in part.evidence}, key=lambda span: (span.start, span.end))
    mean = sum(value * n for value, n in known) / total
    return Score(mean, None, sum(part.n for part in parts), None, tuple(evidence))


def _quote(quote: Quote, target: Mapping[str, str], names: Mapping[str, str]) -> Quote:
    speaker = quote.speaker
    if speaker is not None and speaker.actor is not None:
        actor = target.get(speaker.actor, speaker.actor)
        speaker = replace(speaker, actor=actor, name=names.get(actor, speaker.name))
    return replace(quote, speaker=speaker, stance=replace(quote.stance, target=_mapped(quote.stance.target, target)))


def _source(source: Source, target: Mapping[str, str]) -> Source:
    return replace(source, actor=_mapped(source.actor, target))


def _framing(framing: Framing, target: Mapping[str, str]) -> Framing:
    reactions = tuple(
        replace(item, actor=_mapped(item.actor, target), target=_mapped(item.target, target))
        for item in framing.reactions
    )
    return replace(framing, reactions=reactions)


def _mapped(actor: str | None, target: Mapping[str, str]) -> str | None:
    return None if actor is None else target.get(actor, actor)
