"""What a word does to the tone around it, read from the language's own lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from analysis.resources import rows
from analysis.types import Vectors

VALENCE, SUBJECT, OBJECT, PASSIVE_ENDING = 0, 1, 2, 3
SHIFTERS = ("negator", "intensifier", "diminisher", "contrast", "passive", "agent", "conditional", "comparative")
SIZE = 4 + len(SHIFTERS)
"""Numbers a word is described by: its valence, what it says of the one who does and the one it is done to, whether it
is a passive by its ending, and one flag for each kind of shifter."""
MAX_VALENCE, MAX_ACTION = 3.0, 2.0
S_PASSIVE = frozenset({"sv", "nb", "nn", "da"})
"""Languages in which an ending in -s makes a verb passive."""
SHORTEST_STEM = 3
CACHED_WORDS = 1 << 16


@dataclass(frozen=True, slots=True)
class ToneList:
    """Entries by whole word and by how a word begins."""

    whole: dict[str, tuple[str, ...]]
    stems: dict[str, tuple[str, ...]]
    longest: int

    def find(self, word: str) -> tuple[str, ...] | None:
        """The entry of the word itself, else of its longest listed beginning."""
        found = self.whole.get(word)
        if found is not None:
            return found
        for end in range(min(len(word), self.longest), SHORTEST_STEM - 1, -1):
            found = self.stems.get(word[:end])
            if found is not None:
                return found
        return None


@cache
def tone_list(code: str, name: str) -> ToneList:
    """The list ``name`` of a language; an entry that ends in ``*`` stands for all words that begin so."""
    entries = rows(code, name)
    whole = {row[0]: row[1:] for row in entries if not row[0].endswith("*")}
    stems = {row[0][:-1]: row[1:] for row in entries if row[0].endswith("*")}
    return ToneList(whole, stems, max(map(len, stems), default=0))


@lru_cache(maxsize=CACHED_WORDS)
def describe(code: str, word: str) -> Vectors:
    """The description of a case-folded word, of length ``SIZE``; all zero for a word in no list."""
    out = np.zeros(SIZE, dtype=np.float32)
    bare = word.rstrip("'’")
    valence = tone_list(code, "tone_valence").find(bare)
    action = tone_list(code, "tone_actions").find(bare)
    shifter = tone_list(code, "tone_shifters").whole.get(bare)
    if valence:
        out[VALENCE] = float(valence[0]) / MAX_VALENCE
    if action:
        out[SUBJECT], out[OBJECT] = (float(value) / MAX_ACTION for value in action[:2])
        out[PASSIVE_ENDING] = float(code in S_PASSIVE and bare.endswith("s"))
    if shifter:
        out[4 + SHIFTERS.index(shifter[0])] = 1.0
    elif code == "en" and bare.endswith(("n't", "n’t")):
        out[4] = 1.0
    out.flags.writeable = False
    return out
