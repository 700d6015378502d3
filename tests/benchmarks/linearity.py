"""How time grows with the length of odd texts: four times the text should take about four times the time."""

from __future__ import annotations

import time
from collections.abc import Callable

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.segmentation import segment
from analysis.types import Article, Document, Language

SHORT, FACTOR = 25_000, 4
PIECES = (".", "– a\n", '"', "“", "– a, säger b. ", "och säger att ", "Aa Bb ", "Anna Berg said. ")
Stage = Callable[[Document], object]
STAGES: dict[str, Stage] = {"actors": find_actors, "quotes": lambda document: find_quotes(document, ())}


def run() -> None:
    """Print the ratio for each kind of text and stage; segmentation stands beside each."""
    for piece in PIECES:
        ratios = [f"segmentation {ratio(piece, segment_text):5.1f}"]
        ratios += [f"{name} {ratio(piece, stage_of(stage)):5.1f}" for name, stage in STAGES.items()]
        print(f"{piece!r:<20} {FACTOR} times the text takes x times the time: {', '.join(ratios)}")


def ratio(piece: str, work: Callable[[str], Callable[[], object]]) -> float:
    """Time for the long text over time for the short one, best of three each."""
    short, long = (piece * (size // len(piece)) for size in (SHORT, FACTOR * SHORT))
    return best(lambda: work(long)) / max(1e-6, best(lambda: work(short)))


def best(prepare: Callable[[], Callable[[], object]]) -> float:
    """Shortest of three runs, in seconds of processor time; each is prepared anew: none finds what another left."""
    seconds = []
    for _ in range(3):
        work = prepare()
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return min(seconds)


def segment_text(text: str) -> Callable[[], object]:
    """Segmentation of the text, to be timed."""
    return lambda: segment(Article("bench", text, Language("sv", 1.0)))


def stage_of(stage: Stage) -> Callable[[str], Callable[[], object]]:
    """The stage on the segmented text, to be timed without the segmentation."""

    def prepare(text: str) -> Callable[[], object]:
        document = segment(Article("bench", text, Language("sv", 1.0)))
        return lambda: stage(document)

    return prepare
