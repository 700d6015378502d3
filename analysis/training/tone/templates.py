"""Made sentences that teach who does what to whom, negation, contrast and speech, alike in every language."""

from __future__ import annotations

import random
import re
from pathlib import Path

from analysis.resources import languages, read_rows
from analysis.training.tone.rows import Row

FORMS = Path(__file__).parent / "forms"
VICTIM = {-2: (0.93, 0.06, 0.01), -1: (0.80, 0.18, 0.02), 1: (0.02, 0.23, 0.75), 2: (0.01, 0.09, 0.90)}
DOER = {-2: (0.85, 0.13, 0.02), 2: (0.02, 0.18, 0.80)}
CRITIC, PRAISER, NEUTRAL = (0.22, 0.70, 0.08), (0.05, 0.62, 0.33), (0.04, 0.91, 0.05)
NOT_BAD, NOT_GOOD = (0.15, 0.45, 0.40), (0.75, 0.20, 0.05)
BAD, GOOD = VICTIM[-2], VICTIM[2]
NAMES = (
    "Adrian Holm",
    "Vera Lind",
    "Simon Falk",
    "Nora Berg",
    "Emil Brandt",
    "Clara Winter",
    "Leon Marin",
    "Ada Klein",
)
SLOT = re.compile(r"\{(\w)\}")

Shares = tuple[float, float, float]


def made_rows(per_language: int, seed: int) -> list[Row]:
    """``per_language`` sentences in each language, each with the wanted shares for two names."""
    return [row for code in languages() for row in _language(code, per_language, random.Random(f"{seed}{code}"))]


def _language(code: str, count: int, rng: random.Random) -> list[Row]:
    by_kind: dict[str, list[tuple[str, ...]]] = {}
    for row in read_rows(FORMS / f"{code}.txt"):
        by_kind.setdefault(row[0], []).append(row[1:])
    kinds = (*("act", "pas") * 3, "noact", "nopas", "isadj", "notadj", "but", "said", "neu", "more")
    rows: list[Row] = []
    for _ in range(count):
        kind = rng.choice(kinds)
        rows.extend(_fill(code, kind, rng.choice(by_kind[kind])[0], by_kind, rng))
    return rows


def _fill(code: str, kind: str, pattern: str, forms: dict[str, list[tuple[str, ...]]], rng: random.Random) -> list[Row]:
    past, participle, doer, victim = rng.choice(forms["verb"])
    bad, good = rng.choice(forms["bad"])[0], rng.choice(forms["good"])[0]
    is_bad = rng.random() < 0.5
    first, second = rng.sample(NAMES, 2)
    slots = {"A": first, "B": second, "p": past, "q": participle, "n": bad, "g": good, "x": bad if is_bad else good}
    text, places = "", {}
    cursor = 0
    for match in SLOT.finditer(pattern):
        text += pattern[cursor : match.start()]
        places[match[1]] = (len(text), len(text) + len(slots[match[1]]))
        text += slots[match[1]]
        cursor = match.end()
    text += pattern[cursor:]
    shares = _shares(kind, int(doer), int(victim), is_bad)
    names = tuple(places[slot] for slot in "AB" if slot in places)
    return [Row(text, code, places[slot], shares[slot], names, 1.0) for slot in "AB" if slot in places]


def _shares(kind: str, doer: int, victim: int, is_bad: bool) -> dict[str, Shares]:
    if kind in ("act", "pas"):
        return {"A": DOER.get(doer, CRITIC if victim < 0 else PRAISER), "B": VICTIM[victim]}
    if kind in ("noact", "nopas"):
        return {"A": NEUTRAL, "B": NOT_BAD if victim < 0 else NOT_GOOD}
    if kind == "but":
        return {"A": BAD, "B": GOOD}
    if kind == "neu":
        return {"A": NEUTRAL, "B": NEUTRAL}
    own = BAD if is_bad else GOOD
    if kind == "notadj":
        own = NOT_BAD if is_bad else NOT_GOOD
    other = NEUTRAL if kind != "more" else ((0.25, 0.5, 0.25))
    return {"A": own, "B": other}
