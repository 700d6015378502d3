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
from dataclasses import asdict, dataclass

import numpy as np

from analysis.evidence import EventEvidence, event_evidence, link_odds, pair_evidence
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
    """A stored story that shares keys with the new article, with its members' fingerprints, newest first."""

    story_id: str
    members: Sequence[Fingerprint]


@dataclass(frozen=True, slots=True)
class StoryChoice:
    """The story the article belongs to, the probability, and stories that the article shows to be the same one.

    The caller moves the articles of ``merge`` into ``story_id``.
    """

    story_id: str
    probability: float
    merge: tuple[str, ...] = ()


def pack(fingerprint: Fingerprint) -> bytes:
    """The fingerprint as bytes to store; ``unpack`` gives it back."""
    fields = asdict(fingerprint.evidence)
    fields["vector"] = base64.b64encode(np.asarray(fingerprint.evidence.vector, dtype="<f4").tobytes()).decode()
    stored = {"keys": fingerprint.keys, "evidence": fields}
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(stored: bytes) -> Fingerprint:
    """The fingerprint that ``pack`` stored."""
    fields = json.loads(stored)
    evidence = fields["evidence"]
    evidence["vector"] = np.frombuffer(base64.b64decode(evidence["vector"]), dtype="<f4").astype(np.float32)
    evidence["numbers"] = tuple(evidence["numbers"])
    evidence["days"] = evidence["days"] and (evidence["days"][0], evidence["days"][1])
    return Fingerprint(tuple(fields["keys"]), EventEvidence(**evidence))


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
    """The story that the article belongs to, or ``None`` for a story of its own.

    Linkage is the average over members of the log-odds that the two tell one event. Ties go to the smaller id.
    """
    linked = sorted(
        ((_linkage([new], candidate.members), candidate) for candidate in candidates if candidate.members),
        key=lambda pair: (-pair[0], pair[1].story_id),
    )
    fitting = [(odds, candidate) for odds, candidate in linked if odds > 0.0]
    if not fitting:
        return None
    odds, best = fitting[0]
    merge = [other.story_id for _, other in fitting[1:] if _linkage(best.members, other.members) > 0.0]
    return StoryChoice(best.story_id, 1.0 / (1.0 + math.exp(-odds)), tuple(merge))


def _linkage(ones: Sequence[Fingerprint], others: Sequence[Fingerprint]) -> float:
    pairs = [same_event(a, b) for a in ones[:MAX_MEMBERS] for b in others[:MAX_MEMBERS]]
    return math.fsum(pairs) / len(pairs)
