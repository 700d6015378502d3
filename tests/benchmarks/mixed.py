"""Requests of every kind: texts of eight languages with words that no list knows, lists, and input that is refused."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

ROOT = Path(__file__).parents[2]
STORIES = ROOT / "tests" / "analysis" / "data" / "stories"
SYLLABLES = (
    "ba",
    "ček",
    "dor",
    "fá",
    "grü",
    "hel",
    "il",
    "jø",
    "kam",
    "lö",
    "mæ",
    "nu",
    "ost",
    "på",
    "ru",
    "ștef",
    "wyn",
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
MADE_UP = 0.15
"""Share of the longer words of a text that are replaced by made-up ones."""
LONG = 6
"""Letters from which on a word is replaced."""
PARAGRAPHS = (6, 16)
OUTLETS = 12


class Request(NamedTuple):
    """What is sent: a GET without a body."""

    path: str
    body: bytes | None = None


def paragraphs() -> dict[str, list[str]]:
    """Paragraphs of each language: stories written for the tests, and the seeds."""
    found = {
        path.stem: [line.split("\t", 1)[1] for line in path.read_text("utf-8").splitlines() if "\t" in line]
        for path in sorted(STORIES.glob("*.txt"))
    }
    seeds = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    found["seeds"] = [part for text in seeds for part in text.split("\n\n") if part.strip()]
    return found


class Mixed:
    """Requests in a fixed order; no two texts are alike."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._paragraphs = paragraphs()

    def requests(self, count: int) -> Iterator[Request]:
        """So many requests: four in ten analyse, two store, one compares, two read, and one is refused."""
        kinds = (self.analysis, self.stored, self.reading, self.analysis, self.refused) * 2
        kinds = (*kinds[:4], self.comparison, *kinds[5:])
        for number in range(count):
            yield kinds[number % len(kinds)]()

    def text(self) -> str:
        """An article with made-up words and names in it."""
        code = self._random.choice(sorted(self._paragraphs))
        chosen = self._random.choices(self._paragraphs[code], k=self._random.randint(*PARAGRAPHS))
        return "\n\n".join(re.sub(rf"\w{{{LONG},}}", self._replaced, part) for part in chosen)

    def analysis(self) -> Request:
        """An analysis; of some, the language is given, known or not."""
        return self._posted("/v1/analyses", self._article())

    def stored(self) -> Request:
        """An article to be stored."""
        return self._posted(
            "/v1/articles", {"outlet": f"outlet-{self._random.randrange(OUTLETS)}", "text": self.text()}
        )

    def comparison(self) -> Request:
        """A comparison of two to four texts."""
        return self._posted(
            "/v1/comparisons", {"articles": [self._article() for _ in range(self._random.randint(2, 4))]}
        )

    def reading(self) -> Request:
        """A list or a profile."""
        outlet = f"outlet-{self._random.randrange(OUTLETS)}"
        lists = ("articles?limit=50", "stories?limit=50", "actors?limit=50", "outlets", "metrics", "languages")
        return Request(f"/v1/{self._random.choice((*lists, f'outlets/{outlet}/profile', f'articles?outlet={outlet}'))}")

    def refused(self) -> Request:
        """Input that is answered with a problem."""
        word = self._word()
        bad: tuple[Request, ...] = (
            Request("/v1/analyses", b'{"outlet": '),
            Request(f"/v1/articles/{quote(word)}"),
            Request(f"/v1/articles?{quote(word)}=1"),
            self._posted("/v1/analyses", {"outlet": word, "text": " … "}),
            self._posted("/v1/analyses", {"outlet": word, "text": self.text(), word: 1}),
            self._posted("/v1/analyses", {"outlet": word, "text": word * 2000}),
            self._posted("/v1/comparisons", {"articles": [{"outlet": word, "text": self.text()}]}),
        )
        return self._random.choice(bad)

    def _article(self) -> dict[str, object]:
        article: dict[str, object] = {"outlet": self._word(), "text": self.text()}
        if self._random.random() < 0.2:
            article["language"] = "".join(self._random.choices(LETTERS, k=2))
        return article

    def _replaced(self, match: re.Match[str]) -> str:
        if self._random.random() > MADE_UP:
            return match[0]
        return self._word().capitalize() if match[0][0].isupper() else self._word()

    def _word(self) -> str:
        return "".join(self._random.choices(SYLLABLES, k=self._random.randint(2, 5)))

    def _posted(self, path: str, body: object) -> Request:
        return Request(path, json.dumps(body).encode())
