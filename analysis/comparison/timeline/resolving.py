"""Which day a phrase names, as seen from the day of publication."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from analysis.columns import TimeUse
from analysis.comparison.timeline.phrases import Phrase
from analysis.types import PartialDate

EXACT = frozenset({"instant", "minute", "day"})
WEEK = 7
CLEAR = 3
"""Days from which *last Tuesday* and *next Tuesday* are the nearest one for everybody."""
NEAR = timedelta(days=120)
"""Farthest day that is named without its year."""
LATE, EARLY = time(22), time(5)
"""Between these hours in UTC it is another day already, or still, in some of the countries where these languages are
written: what is said of *yesterday* is then not known."""


def day_of(published: PartialDate | None) -> date | None:
    """The day that an article was written on; ``None`` if it is not known for sure, or was read off the text."""
    if published is None or published.precision not in EXACT or published.source == "text":
        return None
    when = datetime.fromisoformat(published.value)
    if published.precision == "instant":
        clock = when.astimezone(UTC).time()
        if clock != time(0) and (clock >= LATE or clock < EARLY):
            return None
    return when.date()


def resolve(phrase: Phrase, today: date, said: bool) -> PartialDate | None:
    """The date that a phrase names; ``None`` where it could be another. ``said``: a verb of saying stands beside it."""
    if phrase.of_month is not None:
        return _nearest(*phrase.of_month, today)
    if phrase.use is None or phrase.use is TimeUse.NONE:
        return None
    if phrase.use is TimeUse.TODAY:
        return _day(today) if said else None
    if phrase.weekday:
        return _weekday(phrase.use, phrase.weekday, today, said)
    unit, shift = phrase.use.value[:-2], int(phrase.use.value[-2:])
    if unit == "day":
        return _day(today + timedelta(days=shift))
    months = today.year * 12 + today.month - 1 + shift * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return PartialDate(f"{year:04}", "year", "text") if unit == "year" else _month(year, month + 1)


def _weekday(use: TimeUse, weekday: int, today: date, said: bool) -> PartialDate | None:
    """The day of the week before or after, as the phrase says; beside a verb of saying the last one, today included."""
    back = (today.isoweekday() - weekday) % WEEK
    if use is TimeUse.SAID:
        return _day(today - timedelta(days=back)) if said else None
    if use in (TimeUse.PAST, TimeUse.LAST):
        days = back or WEEK
        return None if use is TimeUse.LAST and days < CLEAR else _day(today - timedelta(days=days))
    days = WEEK - back
    return None if use is TimeUse.COMING and days < CLEAR else _day(today + timedelta(days=days))


def _nearest(month: int, day: int, today: date) -> PartialDate | None:
    """The day of this year or a neighbouring one that is nearest, if it is near."""
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    nearest = min(found, key=lambda one: abs(one - today), default=None)
    return _day(nearest) if nearest is not None and abs(nearest - today) <= NEAR else None


def _day(day: date) -> PartialDate:
    return PartialDate(day.isoformat(), "day", "text")


def _month(year: int, month: int) -> PartialDate:
    return PartialDate(f"{year:04}-{month:02}", "month", "text")
