"""Time to accept an article as the store grows: it must not rise with the number of stored articles."""

from __future__ import annotations

import tempfile
import time
from statistics import median

from api import create_app
from tests.benchmarks.mixed import Mixed

ARTICLES = 400
WINDOW = 50


def run() -> None:
    """Print the median time of POST /v1/articles in windows, first to last."""
    mixed = Mixed()
    texts = [mixed.text() for _ in range(ARTICLES)]
    with tempfile.TemporaryDirectory() as folder:
        client = create_app({"DATABASE_URL": f"sqlite:///{folder}/bench.db"}).test_client()
        seconds = []
        for number, text in enumerate(texts):
            body = {"outlet": f"bench-{number % 20}", "text": text}
            started = time.perf_counter()
            answer = client.post("/v1/articles", json=body)
            seconds.append(time.perf_counter() - started)
            if answer.status_code != 201:
                raise SystemExit(f"article {number} was refused: {answer.get_data(as_text=True)}")
    for start in range(0, ARTICLES, WINDOW):
        window = seconds[start : start + WINDOW]
        print(f"articles {start:>5} to {start + len(window):<5} {1000 * median(window):8.1f} ms an article (median)")
    first, last = median(seconds[WINDOW : 2 * WINDOW]), median(seconds[-WINDOW:])
    print(f"last window against the second: {last / first:.2f}")
