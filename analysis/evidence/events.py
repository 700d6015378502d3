"""Evidence of which event an article tells: its vector, named actors, rare words, numbers and day."""

from __future__ import annotations

import math
from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from analysis.actors.folding import fold_word
from analysis.evidence.numerals import numbers
from analysis.evidence.terms import cosine, rarity, stems, weigh
from analysis.types import Actor, Analysed, PartialDate, Vectors

MAX_TERMS = 120
MAX_NAMES = 24
MAX_NUMBERS = 40
LEAD_SENTENCES = 3
LEAD_WEIGHT = 2.0
"""How much more a word or a name counts in the headline and the first sentences, where news says what happened."""


@dataclass(frozen=True, slots=True)
class EventEvidence:
    """What identifies the event that an article tells.

    ``names`` are weights of surnames and actor ids, ``terms`` of stems in the whole text and ``lead`` of those in its
    first sentences; ``days`` are the ordinals of the first and last day on which it can have been published.
    """

    encoder: str
    vector: Vectors
    language: str
    days: tuple[int, int] | None
    names: Mapping[str, float]
    terms: Mapping[str, float]
    lead: Mapping[str, float]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """How two articles agree: cosines in [-1, 1] and [0, 1], days between them; ``None`` where it cannot be told."""

    vectors: float | None
    names: float
    terms: float
    lead: float
    numbers: float
    days: int | None
    same_language: bool
    strangers: bool = False
    """Both name somebody or some place early, and they share no name."""


def event_evidence(analysed: Analysed) -> EventEvidence:
    """Evidence of one article; the same whichever articles it is later compared with."""
    article = analysed.analysis.article
    code = article.language.code
    return EventEvidence(
        encoder=analysed.embedding.encoder,
        vector=analysed.embedding.article,
        language=code,
        days=_days(article.published_at),
        names=_names(analysed),
        terms=_terms(analysed, code),
        lead=_lead(analysed, code),
        numbers=tuple(sorted(filter(_specific, numbers(article.text, code)))[:MAX_NUMBERS]),
    )


def pair_evidence(a: EventEvidence, b: EventEvidence) -> PairEvidence:
    """How two articles agree; symmetric. Vectors of different encoders are never compared."""
    return PairEvidence(
        vectors=float(np.dot(a.vector, b.vector)) if a.encoder == b.encoder else None,
        names=cosine(a.names, b.names),
        terms=cosine(a.terms, b.terms),
        lead=cosine(a.lead, b.lead),
        numbers=_agreement(a.numbers, b.numbers),
        days=days_apart(a.days, b.days),
        same_language=a.language == b.language,
        strangers=_names_early(a) and _names_early(b) and a.names.keys().isdisjoint(b.names),
    )


def _names_early(evidence: EventEvidence) -> bool:
    """Whether the headline or the first sentences name an actor."""
    return any(weight >= LEAD_WEIGHT for weight in evidence.names.values())


def _agreement(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Shared numbers, weighted by their digits, as a share of the geometric mean; 0 if either has none."""
    ones, others = set(a), set(b)
    shared, first, second = (sum(map(len, found)) for found in (ones & others, ones, others))
    return shared / math.sqrt(first * second) if first and second else 0.0


def _specific(number: str) -> bool:
    """Whether a number can tell an event: small ones and years are shared by chance."""
    return len(number) > 1 and not (len(number) == 4 and number[:2] in ("19", "20"))


def _terms(analysed: Analysed, code: str) -> dict[str, float]:
    article = analysed.analysis.article
    counts: Counter[str] = Counter()
    for sentence in analysed.analysis.sentences:
        times = int(LEAD_WEIGHT) if sentence.index < LEAD_SENTENCES or sentence.role == "headline" else 1
        for stem in stems(article.text[sentence.start : sentence.end]):
            counts[stem] += times
    if article.headline and not any(sentence.role == "headline" for sentence in analysed.analysis.sentences):
        for stem in stems(article.headline):
            counts[stem] += int(LEAD_WEIGHT)
    return _heaviest(weigh(counts, code), MAX_TERMS)


def _lead(analysed: Analysed, code: str) -> dict[str, float]:
    """Terms of the headline and the first sentences alone."""
    article = analysed.analysis.article
    counts = Counter(stems(article.headline or ""))
    for sentence in analysed.analysis.sentences[:LEAD_SENTENCES]:
        counts.update(stems(article.text[sentence.start : sentence.end]))
    return _heaviest(weigh(counts, code), MAX_TERMS)


def _names(analysed: Analysed) -> dict[str, float]:
    """Weight of each named actor: logarithm of its number of mentions, more if it is named early.

    People are known by their surname, as it sounds, for one article may give a name in full and another may not.
    """
    weights: dict[str, float] = {}
    sentences = analysed.analysis.sentences
    lead = sentences[min(LEAD_SENTENCES, len(sentences)) - 1].end if sentences else 0
    for actor in analysed.analysis.actors:
        named = [mention for mention in actor.mentions if mention.kind == "name"]
        if actor.type != "group" and named:
            early = any(mention.start < lead for mention in named)
            weight = (1.0 + math.log(len(actor.mentions))) * (LEAD_WEIGHT if early else 1.0)
            key = known_as(actor)
            weights[key] = max(weight, weights.get(key, 0.0))
    return _heaviest(weights, MAX_NAMES)


def known_as(actor: Actor) -> str:
    """What the actor is known by in the evidence: a surname as it sounds, or its id."""
    words = actor.name.split()
    return (fold_word(words[-1]) if actor.type == "person" and words else "") or actor.id


def _heaviest(weights: dict[str, float], limit: int) -> dict[str, float]:
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:limit])


def rare_terms(evidence: EventEvidence, limit: int) -> list[str]:
    """The heaviest stems, rarest first: what to look other articles of the event up by."""
    terms, code = evidence.terms, evidence.language
    return sorted(terms, key=lambda stem: (-terms[stem] * rarity(stem, code), stem))[:limit]


def _days(published: PartialDate | None) -> tuple[int, int] | None:
    """First and last day that the date can mean: a month known only as such is all its days."""
    if published is None:
        return None
    try:
        year, month, day = ([int(part) for part in published.value[:10].split("-")] + [0, 0])[:3]
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()


def days_apart(a: tuple[int, int] | None, b: tuple[int, int] | None) -> int | None:
    """Fewest days that can lie between two publications."""
    return None if a is None or b is None else max(0, a[0] - b[1], b[0] - a[1])
