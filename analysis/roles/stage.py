"""The role of each actor over an article: from its mentions, the outlet's own words and others' words apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from analysis.reader import Reading
from analysis.resources import supported
from analysis.roles.model import PARTS, Part, RoleModel, load_roles
from analysis.sentiment.aggregation import MOST_EVIDENCE, weightiest
from analysis.sentiment.asks import Ask, Extent, Extents, Units
from analysis.types import Actor, ActorRole, Document, Mention, PartShares, Quote, RoleTold, Span, Voice

LEAST_MENTIONS = 2
"""Fewer mentions than this in a voice say too little of a role."""
MOST_READ = 10
"""Units read for one actor and voice; of more, so many evenly spaced ones."""
STRONGEST = 2
"""Readings that make a role: an article that tells a rescue twice names the rescuer ten times."""
OTHERS = 0.5
"""Share from which a role told outside of quotations counts as the word of others."""
RESAMPLES = 100

OUTSIDE = 2
"""Of the resamples so many lie beyond each end of a 95 % interval."""

Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Seen:
    """One reading of a unit: the probabilities of ``PARTS`` in one voice, and how many mentions it stands for."""

    ask: Ask
    part: Part
    shares: Shares
    mentions: int


def tell_roles(
    document: Document, actors: Sequence[Actor], quotes: Sequence[Quote], reading: Reading
) -> dict[str, ActorRole]:
    """The role of each actor by its id, as the outlet tells it and as voices that it quotes or reports tell it.

    Hero (protects, rescues, does right), villain (does harm or is blamed for it), victim (suffers harm) or none, after
    Gómez-Zará et al. (2018). A role is as likely as the two mentions that speak most for it; it is told from a
    probability on at which four of five are right. Unknown with ``insufficient_evidence`` under two mentions in a
    voice, with ``not_sure`` where no role is likely enough, and with ``unsupported_language``. A place has a role only as an
    actor of its own (a state, a town), so places are read like all others.
    """
    if not supported(document.language):
        return {actor.id: _unknown("unsupported_language") for actor in actors}
    model, units, spoken = load_roles(), Units(document), Extents((quote.start, quote.end) for quote in quotes)
    return {actor.id: _role(document, actor, model, units, spoken, reading) for actor in actors}


def asks_of(units: Units, mentions: Sequence[Mention], spoken: Extents) -> dict[Voice, list[Ask]]:
    """What is asked of mentions, once a unit and voice: inside a quotation by its words, else by all of the unit."""
    own: dict[Extent, list[Extent]] = {}
    quoted: dict[tuple[Extent, Extent], list[Extent]] = {}
    for mention in mentions:
        unit, place = units.at(mention.start), (mention.start, mention.end)
        around = [quote for quote in spoken.near(*place) if quote[0] <= place[0]]
        if around:
            quoted.setdefault((unit, around[0]), []).append(place)
        else:
            own.setdefault(unit, []).append(place)
    return {
        "outlet": _spread([Ask(unit, tuple(places)) for unit, places in own.items()]),
        "quoted": _spread([Ask(unit, tuple(places), keep=(quote,)) for (unit, quote), places in quoted.items()]),
    }


def _role(
    document: Document, actor: Actor, model: RoleModel, units: Units, spoken: Extents, reading: Reading
) -> ActorRole:
    if len(actor.mentions) < LEAST_MENTIONS:
        return _unknown("insufficient_evidence", len(actor.mentions))
    asks = asks_of(units, actor.mentions, spoken)
    own: list[Seen] = []
    others: list[Seen] = []
    for ask in asks["outlet"]:
        part = model.read(reading, ask.unit, ask.places, (ask.unit,))
        own.append(Seen(ask, part, _in_voice(part, 1.0 - part.said), len(ask.places)))
        reported = _in_voice(part, part.said)
        if 1.0 - reported[0] >= OTHERS:
            others.append(Seen(ask, part, reported, len(ask.places)))
    for ask in asks["quoted"]:
        part = model.read(reading, ask.unit, ask.places, ask.keep or ())
        others.append(Seen(ask, part, _in_voice(part, 1.0), len(ask.places)))
    return ActorRole(_told(document, own, model), _told(document, others, model))


def _in_voice(part: Part, share: float) -> Shares:
    """The probabilities of the parts where a role belongs to the voice with this share."""
    shares = part.shares.astype(np.float64) * share
    shares[0] = 1.0 - shares[1:].sum()
    return shares


def _told(document: Document, seen: Sequence[Seen], model: RoleModel) -> RoleTold:
    n = sum(one.mentions for one in seen)
    if n < LEAST_MENTIONS:
        return RoleTold(None, "insufficient_evidence", n=n)
    read = np.array([one.shares for one in seen])
    shares = _strongest(read[None])[0]
    probabilities = PartShares(**{part: round(float(shares[PARTS.index(part)]), 6) for part in PARTS})
    best = int(np.argmax(shares))
    if shares[best] < model.least[PARTS[best]]:
        return RoleTold(None, "not_sure", probabilities, n)
    interval = _interval(read, best)
    return RoleTold(PARTS[best], None, probabilities, n, interval, _evidence(document, seen, best))


def _strongest(read: Shares) -> Shares:
    """Of readings (samples, units, parts) the mean of the two that speak most for each role; *none* is the rest."""
    first = max(0, read.shape[1] - STRONGEST)
    shares: Shares = np.partition(read, first, axis=1)[:, first:].mean(axis=1)
    roles = shares[:, 1:]
    roles /= np.maximum(1.0, roles.sum(axis=1, keepdims=True))
    shares[:, 0] = 1.0 - roles.sum(axis=1)
    return shares


@cache
def _draws(n: int) -> npt.NDArray[np.int64]:
    """Which observations are drawn in each resample; the same for every call."""
    return np.random.default_rng(n).integers(0, n, size=(RESAMPLES, n))


def _interval(read: Shares, part: int) -> tuple[float, float] | None:
    """Percentile bootstrap over units (Efron & Tibshirani 1993); ``None`` for a single one."""
    if len(read) < 2:
        return None
    likely = np.sort(_strongest(read[_draws(len(read))])[:, part])
    return round(float(likely[OUTSIDE]), 6), round(float(likely[-1 - OUTSIDE]), 6)


def _evidence(document: Document, seen: Sequence[Seen], part: int) -> tuple[Span, ...]:
    if part == 0:
        return ()
    telling = sorted(seen, key=lambda one: (-one.shares[part], one.ask.unit, one.ask.places))[:MOST_EVIDENCE]
    return weightiest(document, [(one.ask, one.part.weighed()) for one in telling])


def _spread(asks: list[Ask]) -> list[Ask]:
    """At most so many of them, evenly spaced."""
    if len(asks) <= MOST_READ:
        return asks
    return [asks[place * len(asks) // MOST_READ] for place in range(MOST_READ)]


def _unknown(reason: str, n: int = 0) -> ActorRole:
    unknown = RoleTold(None, reason, n=n)
    return ActorRole(unknown, unknown)
