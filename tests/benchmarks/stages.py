"""Milliseconds a stage for one article of about 600 words, warm, median over many articles."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any
from unittest.mock import patch

from analysis import pipeline
from analysis.encoders import load_encoder
from analysis.types import ArticleInput
from tests.benchmarks.corpus import articles

STAGES = (
    "clean",
    "segment",
    "embed_article",
    "find_actors",
    "find_quotes",
    "judge",
    "find_sources",
    "prominence",
    "score_actors",
    "document_tone",
    "frame",
    "measure",
)
WARM, MEASURED = 10, 40


def run() -> None:
    """Print the median time of each stage and of the whole analysis."""
    encoder = load_encoder()
    texts = articles(WARM + MEASURED)
    for text in texts[:WARM]:
        pipeline.analyse(ArticleInput("bench", text=text), encoder)
    times: dict[str, list[float]] = {stage: [] for stage in (*STAGES, "analyse")}
    with timed_stages(times):
        for text in texts[WARM:]:
            started = time.perf_counter()
            pipeline.analyse(ArticleInput("bench", text=text), encoder)
            times["analyse"].append(time.perf_counter() - started)
    for stage, seconds in times.items():
        print(f"{stage:<16} {1000 * median(seconds):8.2f} ms (median of {len(seconds)}; max {1000 * max(seconds):.2f})")


@contextmanager
def timed_stages(times: dict[str, list[float]]) -> Iterator[None]:
    """The pipeline with a stopwatch around each stage."""
    patches = [patch.object(pipeline, stage, timed(getattr(pipeline, stage), times[stage])) for stage in STAGES]
    for one in patches:
        one.start()
    try:
        yield
    finally:
        for one in patches:
            one.stop()


def timed(stage: Callable[..., Any], seconds: list[float]) -> Callable[..., Any]:
    """The stage, adding its duration to the list at each call."""

    def call(*args: Any, **kwargs: Any) -> Any:
        started = time.perf_counter()
        try:
            return stage(*args, **kwargs)
        finally:
            seconds.append(time.perf_counter() - started)

    return call
