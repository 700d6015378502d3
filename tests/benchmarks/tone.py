"""Mentions whose tone is read off an article's reading a second, on one thread."""

from __future__ import annotations

import time
from statistics import median

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.reader import load_reader
from analysis.segmentation import segment
from analysis.sentiment import FromReading, score_actors
from analysis.types import Article, Language
from tests.benchmarks.corpus import articles

ARTICLES = 30


def run() -> None:
    """Print mentions a second: the median over articles of about 600 words."""
    rates = []
    for text in articles(ARTICLES):
        document = segment(Article("bench", text, Language("en", 1.0)))
        actors = find_actors(document)
        quotes = find_quotes(document, actors)
        model = FromReading(load_reader().read(document.text, document.sentences, actors), actors)
        started = time.perf_counter()
        score_actors(document, actors, quotes, model)
        seconds = time.perf_counter() - started
        rates.append(sum(len(actor.mentions) for actor in actors) / seconds)
    warm = rates[ARTICLES // 3 :]
    print(f"{median(warm):.0f} mentions/s (median of {len(warm)} articles; {min(warm):.0f} to {max(warm):.0f})")
