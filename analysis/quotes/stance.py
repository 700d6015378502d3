"""What listed words tell of a statement's stance: criticism, dismissal, support, neutral.

Decided by the words of the cue (*condemned*, *brushed off*) and of the statement (*should be fired*, *nothing
unusual*), weighted 1 to 3 in the list of each language; a negation turns support into criticism and takes the force
out of criticism. Below ``DECISIVE`` points the statement is neutral.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis.attribution.lexicon import split
from analysis.attribution.reading import CueHit, Reading
from analysis.resources import rows
from analysis.types import StanceLabel

DECISIVE = 2.0
"""Points from which a stance is given: one word of weight 2 decides, words that merely lean need company."""
CUE_FACTOR = 1.5
"""A judging cue outweighs words inside the statement: it is the outlet's own summary of the stance."""
NEGATION_REACH = 3
NEGATION_BEHIND = 6
"""Most words between a verb and its negation behind it."""
LABELS: tuple[StanceLabel, ...] = ("dismissal", "criticism", "support")
"""In the order in which a tie is decided."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A phrase of the list: its words, which of them may have any ending, what it tells, and how strongly (1 to 3)."""

    words: tuple[str, ...]
    prefix: tuple[bool, ...]
    label: StanceLabel
    weight: int


@cache
def expressions(code: str) -> tuple[dict[str, tuple[Expression, ...]], dict[str, tuple[Expression, ...]]]:
    """Expressions by whole first word, and by the first three letters of a first word with any ending."""
    whole: dict[str, list[Expression]] = {}
    stems: dict[str, list[Expression]] = {}
    for phrase, label, weight in rows(code, "attitudes"):
        words = split(phrase, code)
        own: StanceLabel = label  # type: ignore[assignment]
        entry = Expression(
            tuple(word.rstrip("*") for word in words), tuple(word.endswith("*") for word in words), own, int(weight)
        )
        table, name = (stems, entry.words[0][:3]) if entry.prefix[0] else (whole, entry.words[0])
        table.setdefault(name, []).append(entry)
    return _ordered(whole), _ordered(stems)


def _ordered(table: dict[str, list[Expression]]) -> dict[str, tuple[Expression, ...]]:
    """The longest and weightiest first."""
    return {
        name: tuple(sorted(group, key=lambda e: (-len(e.words), -e.weight, e.words))) for name, group in table.items()
    }


@dataclass(frozen=True, slots=True)
class Evidence:
    """An expression found: what it tells, its points, and the word behind its last one."""

    label: StanceLabel
    points: float
    last: int


def listed_stance(
    reading: Reading, statement: tuple[int, int], cue: tuple[int, int] | None, hit: CueHit | None = None
) -> StanceLabel:
    """The stance that listed words tell of the words ``statement`` that ``cue``, with the word of saying ``hit``,
    introduces.

    A verb that the word of saying only stands beside (*praised the plan and said …*) counts where the statement does
    not speak for itself.
    """
    found = list(_evidence(reading, *statement, 1.0))
    told = list(_evidence(reading, *cue, CUE_FACTOR)) if cue is not None else []
    if hit is not None and sum(e.points for e in found) >= DECISIVE:
        told = [e for e in told if e.last > hit.head]
    found += told or _of_split_verb(reading, hit)
    points = {label: sum(e.points for e in found if e.label == label) for label in LABELS}
    label = max(LABELS, key=lambda name: (points[name], -LABELS.index(name)))
    return label if points[label] >= DECISIVE else "neutral"


def _evidence(reading: Reading, first: int, last: int, factor: float) -> Iterator[Evidence]:
    whole, stems = expressions(reading.lexicon.code)
    free = first
    for place in range(first, last):
        key = reading.keys[place]
        if place < free or (key not in whole and key[:3] not in stems):
            continue
        entries = (*whole.get(key, ()), *stems.get(key[:3], ()))
        entry = next((e for e in entries if _matches(reading, e, place, last)), None)
        if entry is None:
            continue
        free = place + len(entry.words)
        label, weight = entry.label, entry.weight * factor
        if _negated(reading, place, first) or _negated_behind(reading, free, last):
            label, weight = _turned(label, weight)
        if weight:
            yield Evidence(label, weight, free)


def _of_split_verb(reading: Reading, hit: CueHit | None) -> Iterator[Evidence]:
    """A verb whose parts stand apart is looked up by its base form: *weist … zurück* as *zurückweisen*."""
    if hit is None or not reading.grammar.word_order.sentence_bracket or reading.keys[hit.head] == hit.cue.lemma:
        return
    whole, stems = expressions(reading.lexicon.code)
    for entry in (*whole.get(hit.cue.lemma, ()), *stems.get(hit.cue.lemma[:3], ())):
        if len(entry.words) == 1 and (
            hit.cue.lemma.startswith(entry.words[0]) if entry.prefix[0] else hit.cue.lemma == entry.words[0]
        ):
            yield Evidence(entry.label, entry.weight * CUE_FACTOR, hit.last)
            return


def _turned(label: StanceLabel, weight: float) -> tuple[StanceLabel, float]:
    if label == "support":
        return "criticism", weight * 0.5
    return label, 0.0


def _negated(reading: Reading, place: int, first: int) -> bool:
    return any(reading.has(i, "neg") for i in range(max(first, place - NEGATION_REACH), place))


def _negated_behind(reading: Reading, place: int, last: int) -> bool:
    """*Wir unterstützen den Plan nicht*, *vi stöder inte planen*: where the verb stands second, *not* follows it."""
    if not reading.grammar.word_order.verb_second:
        return False
    for i in range(place, min(last, place + NEGATION_BEHIND)):
        if not reading.words[i].is_word or (
            reading.any_role(i, frozenset({"conj", "that", "rel"})) and not reading.has(i, "det")
        ):
            return False
        if reading.has(i, "neg"):
            return i == place or _ends_clause(reading, i, last)
    return False


def _ends_clause(reading: Reading, place: int, last: int) -> bool:
    return place + 1 >= last or not reading.words[place + 1].is_word


def _matches(reading: Reading, entry: Expression, place: int, last: int) -> bool:
    if place + len(entry.words) > last:
        return False
    return all(
        reading.keys[place + i].startswith(word) if prefix else reading.keys[place + i] == word
        for i, (word, prefix) in enumerate(zip(entry.words, entry.prefix, strict=True))
    )
