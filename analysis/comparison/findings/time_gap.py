"""Articles that were not written on the same day."""

from __future__ import annotations

from datetime import UTC, datetime

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.members import Member
from analysis.types import Message, Param, PartialDate

LEAST_DAYS = 2
"""Dates without an hour may be less than a day apart when they differ by one."""
EXACT = frozenset({"instant", "minute", "day"})
BASE, SLOPE, LONG = 0.4, 0.4, 14
"""Effect: a base, and a slope over the days up to two weeks."""
CONFIDENCE = 1.0


def time_gap(story: Story) -> Dimension:
    """The first and the last article, if two days or more lie between their dates of publication.

    An article lacks what happened after it: whatever else is said of the two has this behind it. Dates that were read
    off the text are not used, nor those that name a month or a year alone.
    """
    dated = [(when, member) for member in story.members if (when := published(member)) is not None]
    if len(dated) < 2:
        return Dimension(())
    dated.sort(key=lambda pair: (pair[0], pair[1].id))
    (early, first), (late, last) = dated[0], dated[-1]
    days = (late.date() - early.date()).days
    if days < LEAST_DAYS:
        return Dimension(())
    params: dict[str, Param] = {"first": first.label, "last": last.label, "days": days}
    evidence = [member.span(one.start, one.end) for member in (first, last) for one in member.analysis.sentences[:1]]
    about = About(values={member.id: when.date().isoformat() for when, member in (dated[0], dated[-1])})
    weight = Weight(BASE + SLOPE * min(1.0, days / LONG), CONFIDENCE)
    told = finding(Message("time_gap.days", params), [first, last], evidence, weight, about)
    return Dimension((told,))


def published(member: Member) -> datetime | None:
    """When an article was published, in UTC, if the day is known from its source."""
    given: PartialDate | None = member.analysis.article.published_at
    if given is None or given.precision not in EXACT or given.source == "text":
        return None
    when = datetime.fromisoformat(given.value)
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
