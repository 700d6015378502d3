"""The embedded encoder: import, load, sentences a second on one thread, one article's sentences."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

SENTENCES = Path(__file__).parent.parent / "analysis" / "data" / "parallel" / "sentences.jsonl"
REPEATS = 20
ARTICLE = 35
"""Sentences of an article of 600 words."""

_LOAD = """
import time
began = time.perf_counter()
import sentence_transformers
imported = time.perf_counter()
from analysis.encoders import load_encoder
load_encoder().encode(["warm"])
print(imported - began, time.perf_counter() - imported)
"""


def run() -> None:
    """Measure and print."""
    done = subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True)
    imported, loaded = (float(part) for part in done.stdout.split())
    print(f"import of sentence-transformers {imported:.2f} s, load of the encoder {loaded:.2f} s")
    import torch

    from analysis.encoders import load_encoder

    torch.set_num_threads(1)
    encoder = load_encoder()
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    texts = [text for row in rows for text in row.values()]
    encoder.encode(texts)
    began, worked = time.perf_counter(), time.process_time()
    encoder.encode(texts * REPEATS)
    count = len(texts) * REPEATS
    print(
        f"{count / (time.perf_counter() - began):.0f} sentences/s, "
        f"{count / (time.process_time() - worked):.0f} a second of processor time"
    )
    times = []
    for i in range(REPEATS):
        began = time.perf_counter()
        encoder.encode(texts[i : i + ARTICLE])
        times.append(time.perf_counter() - began)
    print(f"{ARTICLE} sentences: {1000 * statistics.median(times):.1f} ms (median of {REPEATS})")


if __name__ == "__main__":
    run()
