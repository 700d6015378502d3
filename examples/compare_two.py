"""Compare articles with the library: ``python examples/compare_two.py one.txt two.txt``.

``name=one.txt`` calls an outlet by another name than that of its file. Without files, paste two articles with a line of
``===`` between them and end the input with Ctrl-D; they are called *first* and *second*.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis.encoders import load_encoder
from analysis.errors import AnalysisError
from analysis.pipeline import analyse, compare
from analysis.types import Analysed, ArticleInput, Comparison, Finding

BETWEEN = "==="
WIDTH = 100
REACTIONS = 6
"""Reactions shown of each article, from the top of its text."""
FINDINGS = 5
"""Findings shown, most telling first."""
EVIDENCE = 4
"""Spans shown under a finding."""


def main(given: Sequence[str]) -> int:
    """Read, compare, print; 1 if there are too few articles or one of them cannot be analysed."""
    try:
        encoder = load_encoder()
        articles = [analyse(one, encoder) for one in (from_files(given) if given else pasted())]
        comparison = compare(articles)
    except (AnalysisError, OSError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(picture(articles, comparison)))
    return 0


def from_files(given: Sequence[str]) -> Iterator[ArticleInput]:
    """An article of each file."""
    for one in given:
        name, _, path = one.rpartition("=")
        yield ArticleInput(outlet=name or Path(path).stem, text=Path(path).read_text(encoding="utf-8"))


def pasted() -> Iterator[ArticleInput]:
    """The two articles that were pasted."""
    lines = sys.stdin.read().splitlines(keepends=True)
    middle = next((place for place, line in enumerate(lines) if line.strip() == BETWEEN), len(lines))
    yield ArticleInput(outlet="first", text="".join(lines[:middle]))
    yield ArticleInput(outlet="second", text="".join(lines[middle + 1 :]))


def picture(articles: Sequence[Analysed], comparison: Comparison) -> Iterator[str]:
    """The comparison as lines: who reacts, in the order of each text, then the findings with the words they rest on."""
    for article in articles:
        yield from reactions(article)
        yield ""
    outlets = {one.id: one.outlet for one in comparison.articles}
    for finding in comparison.findings[:FINDINGS]:
        yield from proven(finding, outlets)


def reactions(article: Analysed) -> Iterator[str]:
    """The article, and its first reactions."""
    own = article.analysis
    names = {actor.id: actor.name for actor in own.actors}
    yield f"{own.article.outlet} ({own.article.language.code}), in the order of the text:"
    for number, one in enumerate(own.framing.reactions[:REACTIONS], 1):
        yield f"  {number}. {names.get(one.actor or '', 'somebody')}: {one.stance}, {one.position:.0%} into the text"
    if len(own.framing.reactions) > REACTIONS:
        yield f"  … and {len(own.framing.reactions) - REACTIONS} more"


def proven(finding: Finding, outlets: dict[str, str]) -> Iterator[str]:
    """A finding, and the words that prove it with their place in the text."""
    yield from textwrap.wrap(f"{finding.effect:.2f}  {finding.summary}", WIDTH, subsequent_indent=" " * 6)
    for span in finding.evidence[:EVIDENCE]:
        words = f"{outlets[span.article]} {span.start}–{span.end}: {span.text}"
        yield " " * 6 + textwrap.shorten(words, WIDTH - 6, placeholder=" …")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
