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
from analysis.sentiment.asks import Ask, Extents, Units, spread
from analysis.types import Actor, ActorRole, Document, Mention, PartShares, Quote, RoleTold, Span, Voice

LEAST_MENTIONS = 2
"""Fewer mentions than this in a voice say too little of a role."""
MOST_READ = 6
"""Mentions read for one actor and voice; of more, so many evenly spaced ones."""
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
    """One reading of a mention: the probabilities of ``PARTS`` in one voice."""

    ask: Ask
    part: Part
    shares: Shares


def tell_roles(
    document: Document, actors: Sequence[Actor], quotes: Sequence[Quote], reading: Reading
) -> dict[str, ActorRole]:
    """The role of each actor by its id, as the outlet tells it and as voices that it quotes or reports tell it.

    Hero (protects, rescues, does right), villain (does harm or is blamed for it), victim (suffers harm) or none, after
    Gómez-Zará et al. (2018). A role is as likely as the two mentions that speak most for it; it is told from a
    probability on at which nine of ten are right. Unknown with ``insufficient_evidence`` under two mentions in a
    voice, with ``not_sure`` where no role is likely enough, and with ``unsupported_language``. A state or a town can
    have a role, so places are read like all others.
    """
    if not supported(document.language):
        return {actor.id: _unknown("unsupported_language") for actor in actors}
    model, units, spoken = load_roles(), Units(document), Extents((quote.start, quote.end) for quote in quotes)
    enough = [actor for actor in actors if len(actor.mentions) >= LEAST_MENTIONS]
    asked = {actor.id: asks_of(units, actor.mentions, spoken) for actor in enough}
    read = iter(model.read(reading, [ask for voices in asked.values() for asks in voices.values() for ask in asks]))
    out = {actor.id: _unknown("insufficient_evidence", len(actor.mentions)) for actor in actors}
    for actor, voices in asked.items():
        own, others = _seen([(ask, next(read)) for ask in voices["outlet"]])
        others += [Seen(ask, part, _in_voice(part, 1.0)) for ask in voices["quoted"] for part in (next(read),)]
        out[actor] = ActorRole(_told(document, own, model), _told(document, others, model))
    return out


def asks_of(units: Units, mentions: Sequence[Mention], spoken: Extents) -> dict[Voice, Sequence[Ask]]:
    """What is asked of mentions by voice: inside a quotation by its words, else by all of the unit.

    Each mention is asked for by itself: between two in one paragraph the head does not see who does what.
    """
    own: list[Ask] = []
    quoted: list[Ask] = []
    for mention in mentions:
        unit, place = units.at(mention.start), (mention.start, mention.end)
        around = [quote for quote in spoken.near(*place) if quote[0] <= place[0]]
        if around:
            quoted.append(Ask(unit, (place,), keep=(around[0],)))
        else:
            own.append(Ask(unit, (place,)))
    return {"outlet": spread(own, MOST_READ), "quoted": spread(quoted, MOST_READ)}


def _seen(read: Sequence[tuple[Ask, Part]]) -> tuple[list[Seen], list[Seen]]:
    """What stands outside of quotations, as the outlet's voice and, where it reports others, as theirs."""
    own = [Seen(ask, part, _in_voice(part, 1.0 - part.said)) for ask, part in read]
    reported = [Seen(ask, part, _in_voice(part, part.said)) for ask, part in read]
    return own, [one for one in reported if 1.0 - one.shares[0] >= OTHERS]


def _in_voice(part: Part, share: float) -> Shares:
    """The probabilities of the parts where a role belongs to the voice with this share."""
    shares = part.shares.astype(np.float64) * share
    shares[0] = 1.0 - shares[1:].sum()
    return shares


def _told(document: Document, seen: Sequence[Seen], model: RoleModel) -> RoleTold:
    n = len(seen)
    if n < LEAST_MENTIONS:
        return RoleTold(None, "insufficient_evidence", n=n)
    read = np.array([one.shares for one in seen])
    shares = _strongest(read[None])[0]
    best = int(np.argmax(shares))
    if shares[best] < model.least[PARTS[best]]:
        return RoleTold(None, "not_sure", n=n)
    probabilities = PartShares(**{part: round(float(shares[PARTS.index(part)]), 6) for part in PARTS})
    interval = _interval(read, best)
    return RoleTold(PARTS[best], None, probabilities, n, interval, _evidence(document, seen, best))


def _strongest(read: Shares) -> Shares:
    """Of readings (samples, mentions, parts) the mean of the two that speak most for each role; *none* is the rest."""
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


def _interval(read: Shares, part: int) -> tuple[float, float]:
    """Percentile bootstrap over mentions (Efron & Tibshirani 1993)."""
    likely = np.sort(_strongest(read[_draws(len(read))])[:, part])
    return round(float(likely[OUTSIDE]), 6), round(float(likely[-1 - OUTSIDE]), 6)


def _evidence(document: Document, seen: Sequence[Seen], part: int) -> tuple[Span, ...]:
    if part == 0:
        return ()
    telling = sorted(seen, key=lambda one: (-one.shares[part], one.ask.unit, one.ask.places))[:MOST_EVIDENCE]
    return weightiest(document, [(one.ask, one.part.weighed()) for one in telling])


def _unknown(reason: str, n: int = 0) -> ActorRole:
    unknown = RoleTold(None, reason, n=n)
    return ActorRole(unknown, unknown)
