"""The timeline of a report: what each article dates to a day, a month or a year."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.types import DateMention
from api.export.material import Material

MAX_MENTIONS = 80
"""Mentions that the page shows; the rest are in the tables, and the page says how many."""
AROUND = 90
"""Characters of the sentence shown on each side of the words that name the date."""


@dataclass(frozen=True, slots=True)
class DayTold:
    """An article's words for a date within their sentence; ``seen`` if they name it as seen from its publication."""

    label: str
    language: str
    seen: bool
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date and what the articles date so."""

    value: str
    told: list[DayTold]


@dataclass(frozen=True, slots=True)
class Days:
    """The dates, earliest first; ``more`` counts mentions that the page does not show."""

    days: list[Day]
    more: int


def days(material: Material) -> Days:
    """The dates that the articles mention."""
    found: list[Day] = []
    left = MAX_MENTIONS
    for entry in material.comparison.timeline.dates:
        shown = entry.mentions[:left]
        left -= len(shown)
        if shown:
            found.append(Day(entry.date.value, [_told(material, one) for one in shown]))
    count = sum(len(entry.mentions) for entry in material.comparison.timeline.dates)
    return Days(found, count - MAX_MENTIONS + left)


def _told(material: Material, mention: DateMention) -> DayTold:
    sentence, first = mention.sentence, mention.start - mention.sentence.start
    before, after = sentence.text[:first], sentence.text[first + len(mention.text) :]
    return DayTold(
        material.labels[mention.article],
        material.languages_of[mention.article],
        mention.basis == "publication",
        before if len(before) <= AROUND else f"…{before[-AROUND:]}",
        mention.text,
        after if len(after) <= AROUND else f"{after[:AROUND]}…",
    )
