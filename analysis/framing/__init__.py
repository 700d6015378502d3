"""How a story is framed: reactions in text order, prominence, generic frames, loaded language, evidentiality."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.framing.frames import find_frames
from analysis.framing.hedging import find_markers, hedging_share, status_shares
from analysis.framing.loaded import find_loaded, loaded_rate
from analysis.framing.patterns import words_of
from analysis.framing.reactions import find_reactions
from analysis.framing.salience import prominence
from analysis.framing.voice import quoted_stretches
from analysis.reader import Reading
from analysis.types import Actor, Document, Embedding, Framing, Quote

__all__ = ["frame", "prominence"]


def frame(
    document: Document,
    actors: Sequence[Actor],
    quotes: Sequence[Quote],
    reading: Reading,
    embedding: Embedding | None = None,
) -> Framing:
    """Framing of one article. In a language without word lists the parts that need words are unknown, with a reason.

    ``reading`` tells which words are loaded where they stand; it and ``embedding``, the article's sentence vectors,
    sharpen the frames.
    """
    words = words_of(document.text)
    stretches = quoted_stretches(quotes)
    verbatim = quoted_stretches([quote for quote in quotes if quote.kind != "indirect"])
    terms = find_loaded(document, words, actors, stretches, reading)
    markers = find_markers(document, words, quotes)
    return Framing(
        reactions=find_reactions(document, quotes),
        frames=find_frames(document, words, embedding, reading),
        loaded_language=terms,
        loaded_rate=loaded_rate(document, words, terms, stretches),
        hedging=hedging_share(document, markers, verbatim),
        evidentiality=markers,
        evidentiality_shares=status_shares(document, markers, verbatim),
    )
