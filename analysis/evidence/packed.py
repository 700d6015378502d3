"""Evidence of events as bytes, made so that one article is compared with hundreds of stored ones at once.

A body is a head of fixed length, hashes of names, terms, lead and numbers with their weights, the vector, and the words
themselves, which only ``unpack`` reads. Two of 2**64 hashes are never alike by chance in what a store can hold.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from struct import Struct

import numpy as np
import numpy.typing as npt

from analysis.evidence.events import LEAD_WEIGHT, EventEvidence, PairEvidence, days_apart

MARK = b"PE1\n"
HEAD = Struct("<4s5I2i2Q4d")
"""Mark; how many names, terms, words of the lead, numbers, dimensions; days, language, encoder; squares, digits."""
UNDATED = -(2**31)
SLOTS = 1 << 12
"""Places of a table by the last bits of a hash, which tells what cannot be shared without looking further."""
Hashes = npt.NDArray[np.uint64]
Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stored:
    """What a body says, without its words."""

    counts: tuple[int, ...]
    """Names, terms, words of the lead, numbers."""
    days: tuple[int, int] | None
    language: int
    encoder: int
    squares: tuple[float, ...]
    hashes: Hashes
    weights: Weights
    vector: npt.NDArray[np.float32]


def pack(evidence: EventEvidence, keys: Sequence[str]) -> bytes:
    """The evidence, and the keys by which it is found, as bytes to store."""
    bags = _bags(evidence)
    words = [word for bag in bags for word in bag]
    first, last = evidence.days or (UNDATED, UNDATED)
    vector = np.asarray(evidence.vector, dtype="<f4")
    head = HEAD.pack(
        MARK, *map(len, bags), len(vector), first, last, _hash(evidence.language), _hash(evidence.encoder),
        *(math.fsum(weight * weight for weight in bag.values()) for bag in bags[:3]), sum(bags[3].values()),
    )  # fmt: skip
    told = {"keys": keys, "language": evidence.language, "encoder": evidence.encoder, "words": words}
    return b"".join((
        head,
        _hashes(bags).astype("<u8").tobytes(),
        np.array([weight for bag in bags for weight in bag.values()], dtype="<f8").tobytes(),
        vector.tobytes(),
        json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(),
    ))  # fmt: skip


def unpack(body: bytes) -> tuple[EventEvidence, tuple[str, ...]]:
    """The evidence and the keys that ``pack`` was given."""
    stored = read(body)
    told = json.loads(body[_size(stored.counts, len(stored.vector)) :])
    pairs = list(zip(told["words"], stored.weights.tolist(), strict=True))
    ends = np.cumsum((0, *stored.counts)).tolist()
    names, terms, lead, numbers = (dict(pairs[start:end]) for start, end in pairwise(ends))
    vector = stored.vector.astype(np.float32)
    evidence = EventEvidence(
        told["encoder"], vector, told["language"], stored.days, names, terms, lead, tuple(numbers)
    )  # fmt: skip
    return evidence, tuple(told["keys"])


def read(body: bytes) -> Stored:
    """The body without its words."""
    _, *rest = HEAD.unpack_from(body)
    counts, (dimensions, first, last, language, encoder), squares = tuple(rest[:4]), rest[4:9], tuple(rest[9:])
    total = sum(counts)
    return Stored(
        counts=counts,
        days=None if first == UNDATED else (first, last),
        language=language,
        encoder=encoder,
        squares=squares,
        hashes=np.frombuffer(body, "<u8", total, HEAD.size),
        weights=np.frombuffer(body, "<f8", total, HEAD.size + 8 * total),
        vector=np.frombuffer(body, "<f4", dimensions, HEAD.size + 16 * total),
    )


def pairs_with(new: Stored, others: Sequence[Stored]) -> list[PairEvidence]:
    """How an article agrees with each of others: what ``pair_evidence`` says, but for the last digit."""
    if not others:
        return []
    shared = _shared(new, others)
    digits, early = _digits(new), _names_early(new)
    found = []
    for one, sums in zip(others, shared, strict=True):
        numbers = math.sqrt(digits * _digits(one))
        found.append(PairEvidence(
            vectors=float(np.dot(new.vector, one.vector)) if one.encoder == new.encoder else None,
            names=_cosine(sums[0], new.squares[0] * one.squares[0]),
            terms=_cosine(sums[1], new.squares[1] * one.squares[1]),
            lead=_cosine(sums[2], new.squares[2] * one.squares[2]),
            numbers=sums[3] / numbers if numbers else 0.0,
            days=days_apart(new.days, one.days),
            same_language=one.language == new.language,
            strangers=early and _names_early(one) and not sums[0],
        ))  # fmt: skip
    return found


def _shared(new: Stored, others: Sequence[Stored]) -> list[list[float]]:
    """For each other article, by field: the sum over shared words of both weights, the digits of shared numbers."""
    counts = np.array([one.counts for one in others])
    if not len(new.hashes):
        return [[0.0] * len(one.counts) for one in others]
    hashes = np.concatenate([one.hashes for one in others])
    weights = np.concatenate([one.weights for one in others])
    own = new.weights.copy()
    own[len(own) - new.counts[-1] :] = 1.0
    order = np.argsort(new.hashes)
    wanted, own = new.hashes[order], own[order]
    table = np.zeros(SLOTS, dtype=bool)
    table[wanted % SLOTS] = True
    possible = np.flatnonzero(table[hashes % SLOTS])
    place = np.minimum(np.searchsorted(wanted, hashes[possible]), len(wanted) - 1)
    hit = wanted[place] == hashes[possible]
    possible, place = possible[hit], place[hit]
    field = np.searchsorted(np.cumsum(counts), possible, side="right")
    sums = np.bincount(field, weights[possible] * own[place], minlength=counts.size)
    return [row.tolist() for row in sums.reshape(counts.shape)]


def _digits(one: Stored) -> float:
    """Digits of an article's numbers."""
    return one.squares[3]


def _names_early(one: Stored) -> bool:
    """Whether the headline or the first sentences name an actor."""
    return bool((one.weights[: one.counts[0]] >= LEAD_WEIGHT).any())


def _cosine(shared: float, squares: float) -> float:
    return min(1.0, shared / math.sqrt(squares)) if squares > 0.0 else 0.0


def _bags(evidence: EventEvidence) -> tuple[Mapping[str, float], ...]:
    """Names, terms, lead, and numbers by their digits."""
    return evidence.names, evidence.terms, evidence.lead, {number: float(len(number)) for number in evidence.numbers}


def _hashes(bags: Sequence[Mapping[str, float]]) -> Hashes:
    """A hash of each word; that of a name is another than that of a term, though the word be the same."""
    return np.array([_hash(word, field) for field, bag in enumerate(bags) for word in bag], dtype=np.uint64)


def _size(counts: Sequence[int], dimensions: int) -> int:
    return HEAD.size + 16 * sum(counts) + 4 * dimensions


@lru_cache(maxsize=8_192)
def _hash(word: str, field: int = 0) -> int:
    salt = bytes([field])
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8, salt=salt).digest(), "little")
