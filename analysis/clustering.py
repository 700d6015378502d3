"""Which articles tell one event: what identifies an article's event, and the choice of a story for a new article.

Stories are formed online. An article leaves a ``Fingerprint``; a store finds candidates through ``Fingerprint.keys``
(an index over short strings, most shared keys first) and asks ``choose_story``. Sharing a topic is not enough: besides
the vectors' cosine the decision rests on rare words, on named actors and numbers, and on the time between publications.
"""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.evidence import EventEvidence, event_evidence, link_odds, packed, pair_evidence
from analysis.evidence.events import rare_terms
from analysis.types import Analysed

MAX_KEYS = 32
MAX_MEMBERS = 40
"""Members of a story that a new article is compared with, newest first."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What identifies the event that an article tells, and by what to find others.

    ``keys`` are short strings to index: an article of the same event shares at least one with high probability.
    """

    keys: tuple[str, ...]
    evidence: EventEvidence


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stored story that shares keys with the new article, with its members' packed fingerprints, newest first.

    ``ids`` are what the store calls the members, in their order; members of a story without ids stay where they are.
    ``odds`` are those of each member and the new article, where they are known; members are looked at only where
    these are not, or are above zero.
    """

    story_id: str
    members: Sequence[bytes]
    ids: Sequence[int] = ()
    odds: Sequence[float] | None = None


@dataclass(frozen=True, slots=True)
class StoryChoice:
    """The story the article belongs to (``None``: one of its own), the probability, and what the article sets right.

    The caller moves the articles of the stories ``merge``, and the articles ``take``, into the story.
    """

    story_id: str | None
    probability: float
    merge: tuple[str, ...] = ()
    take: tuple[int, ...] = ()


def pack(fingerprint: Fingerprint) -> bytes:
    """The fingerprint as bytes to store; ``unpack`` gives it back."""
    return packed.pack(fingerprint.evidence, fingerprint.keys)


def unpack(stored: bytes) -> Fingerprint:
    """The fingerprint that ``pack`` stored, now or in an earlier version, which stored JSON."""
    if stored.startswith(packed.MARK):
        evidence, keys = packed.unpack(stored)
        return Fingerprint(keys, evidence)
    fields = json.loads(stored)
    evidence = fields["evidence"]
    evidence["vector"] = np.frombuffer(base64.b64decode(evidence["vector"]), dtype="<f4").astype(np.float32)
    evidence["numbers"] = tuple(evidence["numbers"])
    evidence["days"] = evidence["days"] and (evidence["days"][0], evidence["days"][1])
    return Fingerprint(tuple(fields["keys"]), EventEvidence(**evidence))


def odds_with(new: Fingerprint | bytes, others: Sequence[bytes]) -> list[float]:
    """``same_event`` of an article and each of many stored fingerprints, of which none is unpacked."""
    one = _read(new if isinstance(new, bytes) else pack(new))
    return [link_odds(pair) for pair in packed.pairs_with(one, [_read(other) for other in others])]


def _read(stored: bytes) -> packed.Stored:
    return packed.read(stored if stored.startswith(packed.MARK) else pack(unpack(stored)))


def fingerprint(analysed: Analysed) -> Fingerprint:
    """What identifies the article's event; deterministic, and the same alone as among other articles."""
    evidence = event_evidence(analysed)
    keys = [f"n:{name}" for name in list(evidence.names)[: MAX_KEYS // 2]]
    keys += [f"w:{stem}" for stem in rare_terms(evidence, MAX_KEYS - len(keys))]
    return Fingerprint(tuple(keys), evidence)


def same_event(a: Fingerprint, b: Fingerprint) -> float:
    """Log-odds that two articles tell the same event; symmetric. Vectors of different encoders are left out."""
    return link_odds(pair_evidence(a.evidence, b.evidence))


def choose_story(new: Fingerprint, candidates: Sequence[Candidate]) -> StoryChoice | None:
    """The story that the article belongs to, or ``None`` for a story of its own that takes nothing from others.

    Linkage is the average over members of the log-odds that the two tell one event. Ties go to the smaller id.
    """
    found = [(one, odds_with(new, one.members) if one.odds is None else one.odds) for one in candidates if one.members]
    linked = sorted(
        ((_mean(odds[:MAX_MEMBERS]), one, odds) for one, odds in found), key=lambda item: (-item[0], item[1].story_id)
    )
    fitting = [(mean, candidate) for mean, candidate, _ in linked if mean > 0.0]
    merge = [one for _, one in fitting[1:] if _linkage(fitting[0][1].members, one.members) > 0.0]
    joined = [one for _, one in fitting[:1]] + merge
    story = [pack(new), *joined[0].members] if joined else [pack(new)]
    take = _taken(story, [(one, odds) for _, one, odds in linked if one not in joined])
    if not joined and not take:
        return None
    mean = fitting[0][0] if fitting else _mean(odds_with(new, story[1:]))
    home = joined[0].story_id if joined else None
    return StoryChoice(home, 1.0 / (1.0 + math.exp(-mean)), tuple(one.story_id for one in merge), take)


def _taken(story: list[bytes], others: Sequence[tuple[Candidate, Sequence[float]]]) -> tuple[int, ...]:
    """Members that stand in another story only because the new article came after them; ``story`` grows by them.

    Such a member is linked to the new article, and to its story, more strongly than to the rest of the one it is in.
    The most strongly linked moves first.
    """
    places = {id_: (one, place) for one, _ in others for place, id_ in enumerate(one.ids)}
    rest = {id_: set(one.ids) for one, _ in others for id_ in one.ids}
    odds = {id_: told for one, found in others for id_, told in zip(one.ids, found, strict=False)}

    def member(id_: int) -> bytes:
        one, place = places[id_]
        return one.members[place]

    taken: list[int] = []
    for id_ in sorted((id_ for id_ in odds if odds[id_] > 0.0), key=lambda id_: (-odds[id_], id_)):
        staying = _linkage([member(id_)], [member(other) for other in sorted(rest[id_] - {id_})])
        if min(odds[id_], _linkage([member(id_)], story)) > max(staying, 0.0):
            rest[id_].discard(id_)
            story.append(member(id_))
            taken.append(id_)
    return tuple(taken)


def _linkage(ones: Sequence[bytes], others: Sequence[bytes]) -> float:
    """Average log-odds between two groups; 0 if one is empty."""
    return _mean([odds for one in ones[:MAX_MEMBERS] for odds in odds_with(one, others[:MAX_MEMBERS])])


def _mean(odds: Sequence[float]) -> float:
    return math.fsum(odds) / len(odds) if odds else 0.0
