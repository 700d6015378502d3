"""Whose words they are: the outlet's own, or words it quotes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.types import Quote, Voice


@dataclass(frozen=True, slots=True)
class Stretches:
    """Disjoint stretches of the text, in text order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def holds(self, offset: int) -> bool:
        """Whether the offset lies in one of the stretches; one binary search."""
        place = bisect_right(self.starts, offset) - 1
        return place >= 0 and offset < self.ends[place]

    def covered(self, start: int, end: int) -> int:
        """How many characters of [start, end) the stretches cover."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = bisect_right(self.starts, end)
        pairs = zip(self.starts[first:last], self.ends[first:last], strict=True)
        return sum(max(0, min(end, there) - max(start, here)) for here, there in pairs)

    def voice(self, offset: int) -> Voice:
        """``quoted`` inside a stretch, else ``outlet``."""
        return "quoted" if self.holds(offset) else "outlet"


def quoted_stretches(quotes: Sequence[Quote]) -> Stretches:
    """Where the text gives somebody else's words.

    Direct and mixed quotations are the speaker's words; so is indirect speech, whose choice of words the outlet may
    have made but which it ascribes: what "X calls outrageous" is not the outlet's own judgement. (For hedging, only
    words inside quotation marks are the speaker's: there, ascribing is the very thing that is measured.)
    """
    return join((quote.start, quote.end) for quote in quotes)


def join(spans: Iterable[tuple[int, int]]) -> Stretches:
    """Overlapping or touching spans made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return Stretches(tuple(start for start, _ in merged), tuple(end for _, end in merged))
