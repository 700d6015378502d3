"""Made sentences that teach who does what to whom, negation, contrast and speech, alike in every language.

``python -m analysis.training.reader.made`` writes ``data/polarity/made.jsonl`` from the patterns in ``forms``.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis.resources import languages, read_rows
from analysis.training.reader.corpus import DATA
from analysis.types import SentimentLabel

FORMS = Path(__file__).parent / "forms"
OUT = DATA / "polarity" / "made.jsonl"
SENTENCES, SEED = 70, 7
"""Sentences in each language, most of them with two names."""
STRONG = 2
"""How much a verb says of the one who does it from which on he is seen as bad or good."""
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
KINDS = (*("act", "pas") * 3, "noact", "nopas", "isadj", "notadj", "but", "said", "neu", "more")
SLOT = re.compile(r"\{(\w)\}")
MARKS = frozenset('»«„“”"')

Row = dict[str, Any]
Forms = dict[str, list[tuple[str, ...]]]


def made(count: int = SENTENCES, seed: int = SEED) -> list[Row]:
    """``count`` sentences in each language, a row for each name in them; rows that stand twice are left out."""
    rows: list[Row] = []
    seen: set[tuple[str, int]] = set()
    for code in languages():
        for row in _language(code, count, random.Random(f"{seed}{code}")):
            key = row["text"], row["target"]["start"]
            if key not in seen:
                seen.add(key)
                rows.append({"id": f"made-{len(rows) + 1:04d}-{code}", **row})
    return rows


def _language(code: str, count: int, rng: random.Random) -> Iterator[Row]:
    forms: Forms = {}
    for row in read_rows(FORMS / f"{code}.txt"):
        forms.setdefault(row[0], []).append(row[1:])
    for _ in range(count):
        kind = rng.choice(KINDS)
        yield from _fill(code, kind, rng.choice(forms[kind])[0], forms, rng)


def _fill(code: str, kind: str, pattern: str, forms: Forms, rng: random.Random) -> Iterator[Row]:
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
    labels = _labels(kind, int(doer), int(victim), is_bad)
    judged = [list(places[slot]) for slot in "ngx" if slot in places and not MARKS & set(text)]
    for slot in "AB":
        if slot in places:
            start, end = places[slot]
            target = {"start": start, "end": end}
            yield {"lang": code, "text": text, "target": target, "label": labels[slot], "loaded": judged}


def _labels(kind: str, doer: int, victim: int, is_bad: bool) -> dict[str, SentimentLabel]:
    """What is said of the two: of a criticised person ill, of the critic nothing."""
    own: SentimentLabel = "negative" if is_bad else "positive"
    if kind in ("act", "pas"):
        done: SentimentLabel = "neutral" if abs(doer) < STRONG else "negative" if doer < 0 else "positive"
        return {"A": done, "B": "negative" if victim < 0 else "positive"}
    if kind in ("noact", "nopas"):
        return {"A": "neutral", "B": "neutral" if victim < 0 else "negative"}
    if kind == "but":
        return {"A": "negative", "B": "positive"}
    if kind == "neu":
        return {"A": "neutral", "B": "neutral"}
    if kind == "notadj":
        own = "neutral" if is_bad else "negative"
    return {"A": own, "B": "neutral"}


def main() -> None:
    """Write the rows."""
    OUT.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in made())
    OUT.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
