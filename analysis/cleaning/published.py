"""Dates of publication and of the last change, out of the lines of a page that carry dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import cache

from analysis.dates import clock_on, clock_pattern, find_dates
from analysis.grammar import grammar
from analysis.languages import normalise
from analysis.resources import languages, rows, supported
from analysis.types import PartialDate

DECLARED = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?(?:[-_]\w{1,8})*")
"""A code of a language with its region; pages declare other things too."""
DAY = len("2025-01-01")
"""Characters of a date to the day: times of unknown zones are not compared."""


def month_order(declared: str | None) -> bool | None:
    """Whether months stand before days in numbers, as a page declares its language; ``None`` where it may be either."""
    match = DECLARED.fullmatch((declared or "").strip())
    known = (normalise(match[1]) if match else None) or ""
    if match is None or not supported(known):
        return None
    region = match[2] or ""
    dates = grammar(known).dates
    if not dates.month_first:
        return False
    return region.upper() in dates.month_first_regions if region else None


def read_dates(
    lines: Iterable[tuple[str, bool]], month_first: bool | None = None
) -> tuple[PartialDate | None, PartialDate | None]:
    """When it was published and when it was changed, as far as date lines say.

    Each line comes with whether it stands above the article; below it, a date counts only if it says what it is, for
    it may be that of another article. The first date counts; a later one replaces it only if it says the same more
    precisely. ``month_first`` says how dates of numbers alone are read, where that is known.
    """
    published: PartialDate | None = None
    updated: PartialDate | None = None
    for line, above in lines:
        if not above and not _labels().search(line):
            continue
        for label, part in _parts(line):
            if label == "updated":
                updated = _sharper(updated, _changed(part, published, month_first))
                continue
            for found in find_dates(part, month_first):
                published = _sharper(published, found.value)
    return published, not_before(updated, published)


def not_before(updated: PartialDate | None, published: PartialDate | None) -> PartialDate | None:
    """When it was changed; ``None`` if that would be before it was published."""
    if updated is None or published is None:
        return updated
    exact = updated.precision == published.precision == "instant"
    known = min(len(updated.value), len(published.value), *(() if exact else (DAY,)))
    return None if updated.value[:known] < published.value[:known] else updated


def _parts(line: str) -> list[tuple[str, str]]:
    """The line parted at its labels, what is published first, so that a bare time has its day."""
    changed = [match.span() for match in _updates().finditer(line)]
    labelled = [match.start() for match in _labels().finditer(line)]
    first = [start for start in labelled if not any(begin <= start < end for begin, end in changed)]
    cuts = sorted(
        [(0, "published"), *((start, "published") for start in first), *((at, "updated") for at, _ in changed)]
    )
    parts = [
        (label, line[start:end])
        for (start, label), end in zip(cuts, [*(start for start, _ in cuts[1:]), len(line)], strict=True)
    ]
    return sorted(parts, key=lambda part: part[0])


def _sharper(old: PartialDate | None, new: PartialDate | None) -> PartialDate | None:
    if new is None or new.precision == "year":  # day and month cannot be told apart
        return old
    if old is None:
        return new
    return new if new.value.startswith(old.value) else old


def _changed(text: str, published: PartialDate | None, month_first: bool | None) -> PartialDate | None:
    """The date of the change; a bare time of day is one on the day of publication."""
    found = next(find_dates(text, month_first), None)
    if found:
        return found.value
    clock = clock_pattern().search(text)
    if clock and published and published.precision in ("day", "minute", "instant"):
        return clock_on(datetime.fromisoformat(published.value[:10]), clock)
    return None


@cache
def _labels() -> re.Pattern[str]:
    return _any_of("published", least=5)


@cache
def _updates() -> re.Pattern[str]:
    return _any_of("updated")


def _any_of(reason: str, least: int = 1) -> re.Pattern[str]:
    """Any phrase for one purpose, in any language; ``least`` letters keep words such as ``at`` out."""
    words = {row[0] for code in languages() for row in rows(code, "page_phrases") if row[1] == reason}
    longest_first = sorted((word for word in words if len(word) >= least), key=lambda word: (-len(word), word))
    return re.compile("(?:" + "|".join(re.escape(word) for word in longest_first) + ")", re.IGNORECASE)
