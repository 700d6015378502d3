"""Stories told by four articles each in eight languages, written for this project, with the claims of every sentence.

``= <article> <language>`` begins an article, an empty line a paragraph; what a sentence claims stands behind it in
braces. The weights of ``analysis.evidence.priors`` were fitted to them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from analysis.comparison import compare
from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.types import ArticleInput, Comparison

FOLDER = Path(__file__).parent / "data" / "told"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))
LINE = re.compile(r"(.*?)(?: \{([\w,]+)\})?")


@dataclass
class Written:
    """An article, and the claims of each of its sentences by where the sentence starts."""

    outlet: str
    language: str
    text: str = ""
    claims: dict[int, frozenset[str]] = field(default_factory=dict)

    def add(self, line: str) -> None:
        """The next sentence, or an empty line."""
        match = LINE.fullmatch(line)
        if not line:
            self.text = self.text.rstrip() + "\n\n" if self.text else ""
        elif match is not None:
            self.claims[len(self.text)] = frozenset((match[2] or "").split(",")) - {""}
            self.text += match[1] + " "

    def made(self, start: int) -> frozenset[str]:
        """What the sentence claims that starts there, or holds the offset."""
        return self.claims[max(place for place in self.claims if place <= start)]

    @property
    def all_made(self) -> frozenset[str]:
        """All that the article claims."""
        return frozenset().union(*self.claims.values())


@cache
def written(name: str, apart: bool = False) -> tuple[Written, ...]:
    """The articles of a story; ``apart`` makes each sentence a paragraph of its own."""
    articles: list[Written] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            _, outlet, language = line.split()
            articles.append(Written(outlet, language))
        else:
            articles[-1].add(line)
            if apart:
                articles[-1].add("")
    return tuple(articles)


@cache
def compared(name: str, apart: bool = False) -> Comparison:
    """Its articles, compared."""
    encoder, articles = load_encoder(), written(name, apart)
    inputs = [ArticleInput(outlet=one.outlet, text=one.text.strip(), language=one.language) for one in articles]
    return compare([analyse(one, encoder) for one in inputs])


def article_of(name: str, article: str, apart: bool = False) -> Written:
    """The article that a comparison calls so."""
    return written(name, apart)[int(article.removeprefix("article-")) - 1]
