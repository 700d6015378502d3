"""Which articles tell one event: what identifies an article's event, and the choice of a story for a new article.

Stories are formed online. An article leaves a ``Fingerprint``; a store finds candidates through ``Fingerprint.keys``
(an index over short strings, most shared keys first) and asks ``choose_story``. Sharing a topic is not enough: besides
the vectors' cosine the decision rests on rare words, on named actors and numbers, and on the time between publications.
"""

from __future__ import annotations

import base64
import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

import numpy as np

from analysis.terms import cosine, rarity, stems, weigh
from analysis.types import Analysed, PartialDate, Vectors

MAX_TERMS = 120
MAX_NAMES = 24
MAX_KEYS = 32
LEAD_WEIGHT = 2.0
LEAD_SENTENCES = 3
MAX_MEMBERS = 40
"""Members of a story that a new article is compared with, newest first."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What identifies the event that an article tells.

    ``keys`` are short strings to index: an article of the same event shares at least one with high probability.
    ``day`` is the publication day (proleptic Gregorian ordinal), ``None`` if it is not known to the day.
    """

    encoder: str
    vector: Vectors
    language: str
    day: int | None
    keys: tuple[str, ...]
    names: dict[str, float]
    terms: dict[str, float]
    numbers: tuple[str, ...]


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
    fields = asdict(fingerprint)
    fields["vector"] = base64.b64encode(np.asarray(fingerprint.vector, dtype="<f4").tobytes()).decode()
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(stored: bytes) -> Fingerprint:
    """The fingerprint that ``pack`` stored."""
    fields = json.loads(stored)
    vector = np.frombuffer(base64.b64decode(fields.pop("vector")), dtype="<f4").astype(np.float32)
    keys, numbers = tuple(fields.pop("keys")), tuple(fields.pop("numbers"))
    return Fingerprint(vector=vector, keys=keys, numbers=numbers, **fields)


def fingerprint(analysed: Analysed) -> Fingerprint:
    """What identifies the article's event; deterministic, and the same alone as among other articles."""
    article = analysed.analysis.article
    code = article.language.code
    counts: Counter[str] = Counter(stems(article.headline or ""))
    for sentence in analysed.analysis.sentences:
        weight = LEAD_WEIGHT if sentence.index < LEAD_SENTENCES else 1.0
        for stem in stems(article.text[sentence.start : sentence.end]):
            counts[stem] += weight  # type: ignore[assignment]
    weights = weigh(counts, code)
    terms = dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MAX_TERMS])
    names = _names(analysed)
    numbers = tuple(sorted({stem for stem in counts if stem.isdecimal() and len(stem) > 1}))
    return Fingerprint(
        encoder=analysed.embedding.encoder,
        vector=analysed.embedding.article,
        language=code,
        day=_day(article.published_at),
        keys=_keys(names, terms, code),
        names=names,
        terms=terms,
        numbers=numbers,
    )


def _names(analysed: Analysed) -> dict[str, float]:
    """Weight of each named actor: logarithm of its number of mentions, twice that for one in headline or lead."""
    weights: dict[str, float] = {}
    sentences = analysed.analysis.sentences
    lead = sentences[min(LEAD_SENTENCES, len(sentences)) - 1].end if sentences else 0
    for actor in analysed.analysis.actors:
        if actor.type == "group" or not any(mention.kind == "name" for mention in actor.mentions):
            continue
        early = any(mention.start < lead for mention in actor.mentions)
        weights[actor.id] = (1.0 + math.log(len(actor.mentions))) * (LEAD_WEIGHT if early else 1.0)
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MAX_NAMES])


def _keys(names: dict[str, float], terms: dict[str, float], code: str) -> tuple[str, ...]:
    """The most prominent actors, and the rarest words: half of the room each."""
    rare = sorted(terms, key=lambda stem: (-terms[stem] * rarity(stem, code), stem))
    keys = [f"n:{name}" for name in list(names)[: MAX_KEYS // 2]]
    return tuple(keys + [f"w:{stem}" for stem in rare[: MAX_KEYS - len(keys)]])


def _day(published: PartialDate | None) -> int | None:
    if published is None or published.precision in ("month", "year"):
        return None
    try:
        return date.fromisoformat(published.value[:10]).toordinal()
    except ValueError:
        return None


def same_event(a: Fingerprint, b: Fingerprint) -> float:
    """Log-odds that two articles tell the same event; symmetric. Vectors of different encoders are left out."""
    odds = -5.0 + 6.0 * cosine(a.names, b.names)
    odds += 14.0 * cosine(a.terms, b.terms) if a.language == b.language else 5.0 * cosine(a.terms, b.terms)
    if a.encoder == b.encoder:
        odds += 4.0 * (float(np.dot(a.vector, b.vector)) - 0.5)
    if a.day is not None and b.day is not None:
        odds -= 0.15 * max(0, abs(a.day - b.day) - 3)
    return odds


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
