"""Names in the titles of works: *the novel “Farewell, Ada Finch”* is about nobody of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.actors.named import Named
from analysis.actors.phrases import lowered
from analysis.columns import WordRole
from analysis.grammar import grammar
from analysis.types import Document

TITLE = re.compile(
    r"(?<![\w-])(?P<before>[^\W\d_][\w-]*)[,:]? [“”„«»\"] ?(?P<title>[^“”„«»\"\n]{2,60}?) ?[“”»«\"](?![\w-])"
)
"""Words in marks and the word before them."""
LONGEST = 8
"""Words of the longest title."""
SHORTEST_END = 4
"""Letters of the shortest noun for a work that a compound may end in."""
ENDS = (".", ",")
"""What no title ends in, but what is said does."""


def without_titles(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names without people who are named in titles of works alone.

    A title stands behind a noun for a work, or behind a preposition where it is more than the name.
    """
    titles = list(_titles(document))
    if not titles:
        return list(found)
    inside = [any(_within(named, *title) for title in titles) for named in found]
    outside = {word for named, within in zip(found, inside, strict=True) if not within for word in named.text.split()}
    return [
        named
        for named, within in zip(found, inside, strict=True)
        if not within or named.type != "person" or named.text.split()[-1] in outside
    ]


def _within(named: Named, start: int, end: int, work: bool) -> bool:
    return start <= named.start and named.end <= end and (work or named.end - named.start < end - start)


def _titles(document: Document) -> Iterator[tuple[int, int, bool]]:
    """Where each title begins and ends, and whether a noun for a work stands before it."""
    language = document.language
    works = lowered(language, "works", 0)
    compounds = grammar(language).nouns.compounds
    roles = lowered(language, "clause_words", 1)
    for match in TITLE.finditer(document.text):
        title, word = match["title"], match["before"].casefold()
        if not (title[0].isupper() or title[0].isdigit()) or title.endswith(ENDS) or len(title.split()) > LONGEST:
            continue
        ends = compounds and any(word.endswith(one) for one in works if len(one) >= SHORTEST_END)
        work = word in works or ends
        if work or WordRole.PREP in roles.get(word, "").split():
            yield *match.span("title"), work
