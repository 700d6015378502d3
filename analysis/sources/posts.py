"""Authors of posts that stand in the article: *— Mara Holt (@maraholt) March 3, 2021*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.types import Span

POST = re.compile(r"[—–―-]\s{0,3}(?P<name>[^\n()@—–―]{2,60}?)\s{0,3}\(@\w{2,30}\)")
"""A dash, the name of an account and its handle in brackets."""
EDGE = re.compile(r"^[\W_]+|[\W_]+$")


def find_posts(text: str) -> Iterator[Span]:
    """The names of accounts that sign a post in ``text``, in text order; without emblems at their edges."""
    for found in POST.finditer(text):
        name, start = found["name"], found.start("name")
        opening = EDGE.match(name)
        start += opening.end() if opening is not None and opening.start() == 0 else 0
        bare = EDGE.sub("", name)
        if bare:
            yield Span(start, start + len(bare), bare)
