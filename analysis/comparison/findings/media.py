"""Where a name of a medium is part of a longer one."""

from __future__ import annotations

from analysis.types import ArticleSpan, Span

LONGEST = 40
"""Letters before a name that are looked at."""


def is_cut(text: str, span: Span | ArticleSpan) -> bool:
    """Whether the name goes on to the left of what was taken for it: another word with a capital stands there."""
    before = text[max(0, span.start - LONGEST) : span.start].split(" ")[-2:]
    return len(before) == 2 and before[1] == "" and before[0][:1].isupper()
