"""F1 of the exported tagger on the held-out splits: any overlap with the right type counts, one to one."""

from __future__ import annotations

from pathlib import Path

from analysis.actors.tagger import Tagged, Tagger
from analysis.training.names.corpus import TYPES

Rows = list[dict[str, object]]


def report(path: Path, held: dict[str, Rows]) -> str:
    """A line a set: F1 of each type and of all together."""
    tagger = Tagger(path)
    return "\n".join(f"{name}: {_line(tagger, rows)}" for name, rows in sorted(held.items()))


def _line(tagger: Tagger, rows: Rows) -> str:
    totals = {kind: [0, 0, 0] for kind in TYPES}
    for row in rows:
        text = str(row["text"])
        count(totals, row, tagger.tag(text, [(0, len(text))], str(row["lang"])))
    parts = [f"{kind} {f1(*totals[kind]):.3f}" for kind in TYPES]
    micro = [sum(totals[kind][i] for kind in TYPES) for i in range(3)]
    return " ".join([*parts, f"micro {f1(*micro):.3f}", f"n {micro[2]}"])


def count(totals: dict[str, list[int]], row: dict[str, object], found: list[Tagged]) -> None:
    """Add hits, found and gold of a row; what lies on an `unsure` span counts neither way."""
    entities: list[dict[str, object]] = list(row["entities"])  # type: ignore[call-overload]
    unsure: list[dict[str, object]] = list(row.get("unsure", ()))  # type: ignore[call-overload]
    found = [f for f in found if any(_touch(f, e) for e in entities) or not any(_touch(f, u) for u in unsure)]
    free = list(found)
    for entity in entities:
        kinds = {entity["type"], *entity.get("also", ())}  # type: ignore[misc]
        hit = next((f for f in free if _touch(f, entity) and f.type in kinds), None)
        kind = hit.type if hit else str(entity["type"])
        totals[kind][2] += 1
        if hit:
            free.remove(hit)
            totals[kind][0] += 1
    for name in found:
        totals[name.type][1] += 1


def f1(hits: int, found: int, gold: int) -> float:
    """Harmonic mean of precision and recall; 0 where nothing was found or asked for."""
    return 2 * hits / (found + gold) if found + gold else 0.0


def _touch(name: Tagged, span: dict[str, object]) -> bool:
    return name.start < int(str(span["end"])) and name.end > int(str(span["start"]))
