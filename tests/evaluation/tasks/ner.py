"""Names of people, organisations and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.evaluation.client import Answer, Service, answers
from tests.evaluation.measures import Rates, matched, rates
from tests.evaluation.sets import AnnotatedSet, Figure, Row

TYPES = ("person", "organization", "place")
HIT, FOUND, GOLD = "hit", "found", "gold"

Tally = Counter[tuple[str, str]]
"""How often something was hit, found and annotated, by what is counted."""


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """F1 of each type, of the three together, of exact borders, and of names whatever their type."""
    tally: Tally = Counter()
    for row, answer in answers(own.rows, service.analyse):
        count(tally, row["entities"], mentions(row["text"], answer))
    code = own.rows[0]["lang"]
    for kind in TYPES:
        yield Figure(code, f"{kind}_f1", counted(tally, kind).f1, tally[kind, GOLD])
    n = sum(tally[kind, GOLD] for kind in TYPES)
    for measure, value in counted(tally, *TYPES)._asdict().items():
        yield Figure(code, f"micro_{measure}", value, n)
    for kind in ("exact", "any_type"):
        yield Figure(code, f"{kind}_f1", counted(tally, kind).f1, tally[kind, GOLD])


def counted(tally: Tally, *kinds: str) -> Rates:
    """Rates of what was counted under the names, together."""
    hits, found, gold = (sum(tally[kind, what] for kind in kinds) for what in (HIT, FOUND, GOLD))
    return rates(hits, found, gold)


def mentions(text: str, answer: Answer) -> list[Row]:
    """Mentions of actors that are no groups, with a capital in them."""
    return [
        {"start": one["start"], "end": one["end"], "type": actor["type"]}
        for actor in answer.get("actors", ())
        if actor["type"] in TYPES
        for one in actor["mentions"]
        if any(letter.isupper() for letter in text[one["start"] : one["end"]])
    ]


def count(tally: Tally, entities: Sequence[Row], told: Sequence[Row]) -> None:
    """Adds one text. Names of other types and common nouns count neither way."""
    gold = [one for one in entities if one["proper"] and one["type"] != "other"]
    aside = [one for one in entities if not one["proper"] or one["type"] == "other"]
    found = [one for one in told if touches(one, gold) or not touches(one, aside)]
    pairs = matched(gold, found, lambda one, other: shared(one, other) * (2 if accepts(one, other) else 1))
    right = [(one, other) for one, other, _ in pairs if accepts(one, other)]
    called = {id(one): other["type"] for one, other in right}
    tally.update((other["type"], HIT) for _, other in right)
    tally.update((one["type"], FOUND) for one in found)
    tally.update((called.get(id(one), one["type"]), GOLD) for one in gold)
    exact = sum((one["start"], one["end"]) == (other["start"], other["end"]) for one, other in right)
    for kind, hits in (("exact", exact), ("any_type", len(pairs))):
        tally.update({(kind, HIT): hits, (kind, FOUND): len(found), (kind, GOLD): len(gold)})


def touches(one: Row, others: Sequence[Row]) -> bool:
    """Whether the span overlaps one of the others."""
    return any(shared(one, other) > 0 for other in others)


def shared(a: Row, b: Row) -> float:
    """Characters of both, of the stretch from the first to the last."""
    both = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return max(0, both) / (max(a["end"], b["end"]) - min(a["start"], b["start"]))


def accepts(gold: Row, found: Row) -> bool:
    """Whether the type is the one annotated, or (a place that acts, as an organisation) one that may be given too."""
    return found["type"] in (gold["type"], *gold.get("also", ()))
