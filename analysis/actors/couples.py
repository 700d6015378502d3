"""People who share the surname that stands behind the last of their given names: *Ada and Ida Berg*."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from analysis.actors.gazetteer import is_given
from analysis.actors.named import Named
from analysis.actors.phrases import lowered
from analysis.columns import WordRole
from analysis.types import Document

FULL, ONCE = 2, 1
"""Words of a given name and a surname, and how often a given name stands alone that is nobody else's."""
JOINED = re.compile(r" ([^\W\d_]+) ")


def shared_surnames(document: Document, parts: Sequence[tuple[Named, tuple[str, ...]]]) -> dict[int, str]:
    """Where a given name that is named once stands before another full name, to their surname: *Ada and Ida Berg*."""
    full = {named.start: base for named, base in parts if len(base) == FULL}
    count = Counter(base[0] for _, base in parts if len(base) == 1)
    roles = lowered(document.language, "clause_words", 1)
    found: dict[int, str] = {}
    for named, base in parts:
        joined = JOINED.match(document.text, named.end) if len(base) == 1 and count[base[0]] == ONCE else None
        if joined is None or WordRole.CONJ not in roles.get(joined[1], "").split() or not is_given(base[0]):
            continue
        other = full.get(joined.end())
        if other is not None and is_given(other[0]) and other[0] != base[0] and not is_given(other[1]):
            found[named.start] = other[1]
    return found
