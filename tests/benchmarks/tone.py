"""Mention contexts that the tone stage reads a second, on one thread, the encoder's words included."""

from __future__ import annotations

import time
from statistics import median

from analysis.actors import find_actors
from analysis.encoders import load_encoder
from analysis.quotes import find_quotes
from analysis.segmentation import segment
from analysis.sentiment import score_actors
from analysis.types import Article, Language
from tests.benchmarks.corpus import articles

ARTICLES = 30


def run() -> None:
    """Print contexts a second: the median over articles of about 600 words."""
    encoder = load_encoder()
    rates = []
    for text in articles(ARTICLES):
        document = segment(Article("bench", text, Language("en", 1.0)))
        actors = find_actors(document)
        quotes = find_quotes(document, actors)
        started = time.perf_counter()
        score_actors(document, actors, quotes, encoder)
        seconds = time.perf_counter() - started
        rates.append(sum(len(actor.mentions) for actor in actors) / seconds)
    warm = rates[ARTICLES // 3 :]
    print(f"{median(warm):.0f} contexts/s (median of {len(warm)} articles; {min(warm):.0f} to {max(warm):.0f})")
