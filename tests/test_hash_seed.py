"""No answer depends on the hashes of strings, and so on the order in which Python walks a set of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from secrets import randbelow

ROOT = Path(__file__).parents[1]
SEEDS = 2**32
PROGRAM = """
from hashlib import sha256
from analysis.encoders import load_encoder
from analysis.resources import languages
from analysis.pipeline import analyse, compare
from analysis.types import ArticleInput
from api import create_app
from api.store.codec import pack
from tests.analysis.attribution import FOLDER, parse
from tests.test_golden import SEEDS

def tell(name, answer):
    print(name, sha256(answer).hexdigest())

texts = {path.stem: path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))}
texts |= {code: parse((FOLDER / f"{code}.txt").read_text("utf-8"))[0] for code in languages()}
articles = {name: analyse(ArticleInput(outlet=name, text=text), load_encoder()) for name, text in texts.items()}
for name, article in articles.items():
    tell(name, pack(article.analysis))
seeds = [article for name, article in articles.items() if name not in languages()]
tell("seeds compared", pack(compare(seeds)))
tell("languages compared", pack(compare([articles[code] for code in languages()])))
client = create_app({"DATABASE_URL": "sqlite://", "LOG_LEVEL": "ERROR"}).test_client()
for path in ("/openapi.json", "/v1/metrics"):
    tell(path, client.get(path).data)
"""
"""Prints what each article, comparison and table of the service is, as a digest."""


def digests(seed: int) -> list[str]:
    """What the program prints under a hash seed."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(seed)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_answers_are_the_same_bytes_under_any_hash_seed() -> None:
    """One seed is drawn anew in every run; a failure names it."""
    drawn = 1 + randbelow(SEEDS - 1)
    found = digests(0)
    assert len(found) == len(set(found)) > 13
    assert digests(drawn) == found, f"PYTHONHASHSEED={drawn}"
