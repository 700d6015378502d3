"""Brings the digests in the cards of the shipped models up to date: ``python -m analysis.training.cards``.

A card is ``README.md`` in the folder of a model, with the same headings for all of them. What stands under the last
one lists the files of the model: run this when weights have been put in place.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from analysis.errors import DataError
from analysis.resources import MODELS
from analysis.training.sources import digest

CARD = "README.md"
HEADINGS = ("What it is", "How it was made", "Data and licences", "Measured", "Limits", "Weights")
TABLE = "| file | bytes | SHA-256 |\n|---|---|---|\n"


def models(folder: Path = MODELS) -> list[Path]:
    """The folders of the shipped models."""
    return sorted(path for path in folder.iterdir() if path.is_dir())


def headings(card: str) -> tuple[str, ...]:
    """The headings of a card, in order, those inside its parts left out."""
    return tuple(line.removeprefix("## ") for line in card.splitlines() if line.startswith("## "))


def listed(model: Path) -> Iterator[str]:
    """A row for each file of a model but its card."""
    for path in sorted(path for path in model.rglob("*") if path.is_file() and path.name != CARD):
        yield f"| `{path.relative_to(model).as_posix()}` | {path.stat().st_size:,} | `{digest(path)}` |\n"


def dated(card: str, model: Path) -> str:
    """The card with the files as they are now."""
    before, found, _ = card.partition(TABLE)
    if not found:
        raise DataError(f"the card of {model.name} has no table of files at its end")
    return before + TABLE + "".join(listed(model))


def main() -> None:
    """Write every card whose files have changed."""
    for model in models():
        path = model / CARD
        card = path.read_text(encoding="utf-8")
        now = dated(card, model)
        if now != card:
            path.write_text(now, encoding="utf-8")
            print(f"{model.name}: files have changed")


if __name__ == "__main__":
    main()
