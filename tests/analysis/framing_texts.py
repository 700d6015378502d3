"""Project-owned parallel texts for the framing tests, and documents made of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from analysis import framing
from analysis.reader import load_reader
from analysis.segmentation import segment
from analysis.types import (
    Actor,
    Article,
    Document,
    Embedding,
    Framing,
    Language,
    Quote,
    QuoteKind,
    Speaker,
    Stance,
    StanceLabel,
)

CODES = ("da", "de", "en", "fr", "nb", "nn", "ro", "sv")
FOLDER = Path(__file__).parent / "data" / "framing"


def load(name: str) -> Any:
    """One of the files of parallel texts."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def document(text: str, code: str, headline: str | None = None) -> Document:
    """The segmented article of this text."""
    return segment(Article(outlet="test", text=text, language=Language(code, 1.0), headline=headline))


def frame(
    item: Document, actors: Sequence[Actor] = (), quotes: Sequence[Quote] = (), embedding: Embedding | None = None
) -> Framing:
    """The framing of a document that the shipped reader has read."""
    return framing.frame(item, actors, quotes, load_reader().read(item.text, item.sentences, actors), embedding)


def quote(
    text: str,
    part: str,
    actor: str | None = "actor-a",
    stance: StanceLabel = "neutral",
    target: str | None = None,
    kind: QuoteKind = "direct",
) -> Quote:
    """A quotation of the first occurrence of ``part``."""
    start = text.index(part)
    speaker = None if actor is None else Speaker(actor, actor, None, None)
    return Quote(
        id=f"quote-{start}", start=start, end=start + len(part), text=part, kind=kind, sentence=0, speaker=speaker,
        cue=None, cue_class=None, attribution=None, medium=None, via=None, stance=Stance(stance, target, 1.0),
        confidence=1.0,
    )  # fmt: skip
