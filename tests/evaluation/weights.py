"""Which shipped models a published figure depends on: ``python -m tests.evaluation.weights`` prints their digests."""

from __future__ import annotations

from pathlib import Path

from analysis.resources import MODELS
from tests.evaluation.sets import digest

NAMES = ("names", "reader", "rescoring")
EVENTS = ("encoder", "events", *NAMES)
WEIGHTS: dict[str, tuple[str, ...]] = {
    "cleaning": (),
    "languages": (),
    "actors": NAMES,
    "quotes": NAMES,
    "sources": NAMES,
    "quotes.stance": NAMES,
    "encoder": ("encoder",),
    "stories": EVENTS,
    "overlap.similarity": ("encoder", "likeness", *NAMES),
    "claims.confidence": ("encoder", *NAMES),
    "actors.sentiment.outlet_voice": (*NAMES, "wording"),
    "targets.sentiment": NAMES,
    "actors.role.outlet_voice": (*NAMES, "roles"),
    "framing.frames": ("encoder", "framing", *NAMES),
    "framing.loaded_rate": ("encoder", "loaded", *NAMES),
    "readability.lix": (),
    "readability.rix": (),
    "readability.flesch_reading_ease": (),
    "readability.flesch_kincaid_grade": (),
    "readability.automated_readability_index": (),
    "readability.coleman_liau_index": (),
}
"""Names of the table of measured quality, and the folders (or files) of ``analysis/data/models`` that they are read
with. One that does not exist, or no longer, adds nothing."""
FOR_PEOPLE = ".md"


def files_of(model: str, models: Path = MODELS) -> list[Path]:
    """The files of a model that code reads, sorted; none where it does not exist."""
    place = models / model
    found = [place] if place.is_file() else place.rglob("*")
    return sorted(path for path in found if path.is_file() and path.suffix != FOR_PEOPLE)


def weights_digest(stage: str, models: Path = MODELS) -> str:
    """SHA-256 over the files of the models of a stage, in the order of ``WEIGHTS``; empty if there are none."""
    return digest([path for model in WEIGHTS[stage] for path in files_of(model, models)])


def main() -> None:
    """Print each stage, its models and their digest; a model that does not exist stands in brackets."""
    for stage, models in WEIGHTS.items():
        named = ", ".join(model if files_of(model) else f"({model})" for model in models)
        print(f"{stage:<40} {named:<32} {weights_digest(stage) or '-'}")


if __name__ == "__main__":
    main()
