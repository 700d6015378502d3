"""Writes the lists ``familiar``: ``python -m analysis.training.loaded.familiar NAMES``, NAMES with nn_norne.jsonl.gz.

The commonest words of each language and how common they are, from wordfreq; Nynorsk, which it does not list, from
NorNE smoothed with Bokmål.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from analysis.framing.patterns import fold, words_of
from analysis.resources import DATA, languages

LISTED = 12_000
SHORTEST = 3
SMOOTHING = 250_000.0
"""Words of Bokmål that count beside those of the Nynorsk corpus."""
SOURCES = {
    "nn": "counted on NorNE (Nynorsk, Norwegian Dependency Treebank), smoothed with the Bokmål list of wordfreq 3.1.1 "
    "by Robyn Speer"
}
SOURCE = "wordfreq 3.1.1 by Robyn Speer, word frequencies of many corpora"


def main(names: str) -> None:
    """Write all lists."""
    for code in languages():
        found = nynorsk(Path(names)) if code == "nn" else frequencies(code)
        best = sorted(found, key=lambda word: (-found[word], word))[:LISTED]
        lines = [
            f"# source: {SOURCES.get(code, SOURCE)}; the {LISTED} commonest words of letters only, log10 of "
            "occurrences per billion words",
            "# licence: CC BY-SA 4.0",
            *sorted(f"{word}\t{math.log10(found[word]) + 9:.1f}" for word in best),
        ]
        (DATA / "languages" / code / "familiar.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def frequencies(code: str) -> dict[str, float]:
    """Share of each word of letters among all words."""
    from wordfreq import get_frequency_dict

    found: defaultdict[str, float] = defaultdict(float)
    for word, share in get_frequency_dict(code, "best").items():
        if len(fold(word)) >= SHORTEST and fold(word).isalpha():
            found[fold(word)] += share
    return dict(found)


def nynorsk(names: Path) -> dict[str, float]:
    """Shares in the corpus, drawn toward those of Bokmål."""
    near, own = frequencies("nb"), Counter[str]()
    with gzip.open(names / "nn_norne.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            own.update(word.lower for word in words_of(json.loads(line)["text"]))
    total = own.total() + SMOOTHING
    forms = {word for word in own.keys() | near.keys() if len(word) >= SHORTEST and word.isalpha()}
    return {word: (own[word] + SMOOTHING * near.get(word, 0.0)) / total for word in forms}


if __name__ == "__main__":
    main(*sys.argv[1:])
