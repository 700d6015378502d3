"""How much work a text takes, counted and not timed."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from analysis import pipeline
from analysis.clustering import fingerprint
from analysis.comparison import compare
from analysis.encoders import load_encoder
from analysis.errors import InputError
from analysis.reader import network
from analysis.types import ArticleInput
from tests.hostile.kinds import PAGES, TEXTS

SIZES = (10_000, 20_000, 40_000, 80_000)
"""Characters of the odd part; each size is twice the one before."""
MOST = 2.3
"""Most times the calls that twice the text may take."""
WHOLE = frozenset(
    {"casefold", "copy", "count", "decode", "encode", "insert", "lower", "remove", "replace", "reverse", "rsplit"}
    | {"sort", "split", "splitlines", "translate", "upper"}
)
"""Methods that go through all of what they are of."""
UNIT = 16
"""Characters or items that count as much as a call."""
FEW = 30_000
"""Calls below which nothing is compared: what every article takes."""


def calls(work: Callable[[], object]) -> int:
    """Calls of functions that some work takes, Python's own among them: the same wherever and whenever it is done.

    A method of ``WHOLE``, which goes through all of the string or list that it is of, counts once more for each
    ``UNIT`` of its length. What one call of a pattern, ``in`` or a slice takes is not counted; runs of marks, whose
    order takes the square of their length, are bounded (`tests/analysis/test_growth.py`).
    """
    count = 0

    def seen(_: object, event: str, called: Any) -> None:
        nonlocal count
        if event == "c_call":
            count += 1
            if called.__name__ in WHOLE:
                held = getattr(called, "__self__", None)
                if isinstance(held, str | bytes | list | deque):
                    count += len(held) // UNIT
        elif event == "call":
            count += 1

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


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


def compared(name: str, size: int, language: str = "en") -> None:
    """Two articles of one kind, each with its own beginning, compared."""
    made = TEXTS[name](size)
    sources = [ArticleInput(outlet, f"{outlet} reports. {made}", language=language, clean=False) for outlet in "ab"]
    compare([pipeline.analyse(source, load_encoder()) for source in sources])


def superlinear(
    name: str,
    sizes: tuple[int, ...] = SIZES,
    language: str | None = "en",
    work: Callable[[str, int, Any], None] = analysed,
) -> list[float]:
    """Growth from size to size where one of them is above ``MOST``, else nothing."""
    with without_layers():
        work(name, sizes[0] // 4, language)
        counts = [max(FEW, calls(lambda size=size: work(name, size, language))) for size in sizes]  # type: ignore[misc]
    steps = [round(later / before, 2) for before, later in pairwise(counts)]
    return steps if max(steps) >= MOST else []
