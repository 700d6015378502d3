"""Sentences for the teacher to tag, in German and English: the corpora's, also with other names, and unmarked ones.

Unmarked text comes from sets whose licence lets weights be fitted to them: NewsMTSC's training part, ECB+, the news
clusters of Giveme5W1H and the Narrative Frames Corpus (English news); Tatoeba, STSb, XQuAD and IoT lessons (German).
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from analysis.actors.features import TOKEN
from analysis.training.names.corpus import ANY, Augmenter, Sample

STYLES = {"de": "de_germeval", "en": "en_ewt"}
"""Languages that are taught, and the corpus whose conventions the teacher follows."""
KEPT = {"en_ewt": 0.4, "en_crossner": 0.0, "en_wnut17": 0.0}
"""Share of a corpus's sentences that are tagged again as they are; all where nothing is said."""
SWAPPED = {"de_germeval": 3.0, "de_pud": 3.0, "de_europeana": 1.0, "en_ewt": 0.9, "en_wikigold": 0.9}
SWAPPED |= {"en_crossner": 0.0, "en_wnut17": 0.0}
SWAPPED_ELSE = 0.5
"""How often a sentence is tagged with other names."""
NEWS = {
    "target_sentiment/newsmtsc_train": 1.0,
    "clusters/news_events_dev": 0.35,
    "clusters/ecb_dev": 0.35,
    "frames/narrative_frames_dev": 0.35,
}
GERMAN = {"stsb": 1.0, "xquad": 1.0, "tatoeba_more": 0.25, "iot": 1.0}
SHORTEST, LONGEST, FEWEST = 30, 400, 4
"""Characters of an unmarked sentence, and tokens of any."""
BORDER = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])|\n+")
CAPITAL = re.compile(r"(?<=[a-zß,] )[A-ZÄÖÜ]")
SEED = 5


def sentences(samples: list[Sample], augmenter: Augmenter, words: Path, news: Path) -> list[Sample]:
    """All sentences to be tagged, every tag open."""
    dice = random.Random(SEED)
    out: list[Sample] = []
    for sample in samples:
        if sample.language in STYLES:
            if dice.random() < KEPT.get(sample.source, 1.0):
                out.append(sample)
            share = SWAPPED.get(sample.source, SWAPPED_ELSE)
            copies = int(share) + (dice.random() < share - int(share))
            out += [augmenter.swapped(sample, dice) for _ in range(copies)]
    seen: set[str] = set()
    for language, text in [*_news(news, dice), *_german(words, dice)]:
        if text not in seen and SHORTEST < len(text) < LONGEST:
            seen.add(text)
            out.append(_open(text, language))
    return [replace(s, source=STYLES[s.language]) for s in out if len(s.words) >= FEWEST]


def _news(folder: Path, dice: random.Random) -> Iterator[tuple[str, str]]:
    for name, share in NEWS.items():
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            for text in BORDER.split(json.loads(line)["text"]):
                if dice.random() < share:
                    yield "en", text.strip()


def _german(folder: Path, dice: random.Random) -> Iterator[tuple[str, str]]:
    for name, share in GERMAN.items():
        with lzma.open(folder / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line).get("de")
                if isinstance(text, str) and dice.random() < share and CAPITAL.search(text):
                    yield "de", text.strip()


def _open(text: str, language: str) -> Sample:
    tokens = list(TOKEN.finditer(text))
    spaced = tuple(token.start() == 0 or text[token.start() - 1].isspace() for token in tokens)
    return Sample(language, STYLES[language], tuple(token[0] for token in tokens), spaced, (ANY,) * len(tokens))
