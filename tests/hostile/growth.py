"""How much work a text takes, counted and not timed."""

from __future__ import annotations

import cProfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise

from analysis import pipeline
from analysis.clustering import fingerprint
from analysis.encoders import load_encoder
from analysis.errors import InputError
from analysis.reader import network
from analysis.types import ArticleInput
from tests.hostile.kinds import PAGES, TEXTS

SIZES = (10_000, 20_000, 40_000, 80_000)
"""Characters of the odd part; each size is twice the one before."""
MOST = 2.3
"""Most times the calls that twice the text may take."""
FEW = 30_000
"""Calls below which nothing is compared: what every article takes."""


def calls(work: Callable[[], object]) -> int:
    """Calls of functions, Python's own among them, that some work takes: the same wherever and whenever it is done."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


@contextmanager
def without_layers() -> Iterator[None]:
    """The reader's layers give back what they are given: their work is that of the pieces, in parts of fixed length."""
    read = network.Layers.read
    network.Layers.read = lambda self, rows: list(rows)  # type: ignore[method-assign]
    try:
        yield
    finally:
        network.Layers.read = read  # type: ignore[method-assign]


def analysed(name: str, size: int, language: str | None = "en", clean: bool = True) -> None:
    """An article of this kind through all stages, whether it is one or not."""
    made = (TEXTS.get(name) or PAGES[name])(size)
    form = "text" if name in TEXTS else "html"
    try:
        source = ArticleInput("outlet", language=language, clean=clean, **{form: made})  # type: ignore[arg-type]
        fingerprint(pipeline.analyse(source, load_encoder()))
    except InputError as error:
        assert error.detail


def superlinear(name: str, sizes: tuple[int, ...] = SIZES, language: str | None = "en") -> list[float]:
    """Growth from size to size where one of them is above ``MOST``, else nothing."""
    with without_layers():
        analysed(name, sizes[0] // 4, language)
        counts = [max(FEW, calls(lambda size=size: analysed(name, size, language))) for size in sizes]  # type: ignore[misc]
    steps = [round(later / before, 2) for before, later in pairwise(counts)]
    return steps if max(steps) >= MOST else []
