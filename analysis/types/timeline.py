"""When articles were published, and the dates that they mention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analysis.types.scores import PartialDate, Span

DateBasis = Literal["stated", "publication"]


@dataclass(frozen=True, slots=True)
class PublishedArticle:
    """An article and when it was published."""

    article: str
    published_at: PartialDate


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words of an article that name a date, in the sentence that says what happened then.

    ``basis`` is ``stated`` where the words name the date themselves, ``publication`` where they name it as seen from
    the day of publication (*yesterday*, *on Tuesday*, *3 May* without a year). ``claim`` is what the sentence claims.
    """

    article: str
    start: int
    end: int
    text: str
    basis: DateBasis
    sentence: Span
    claim: str | None


@dataclass(frozen=True, slots=True)
class TimelineDate:
    """A date, as precise as the articles name it, with all that they date so."""

    date: PartialDate
    mentions: tuple[DateMention, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Articles in the order of their publication, and the dates that they mention in the order of time.

    ``undated`` are articles of which it is not known when they were published.
    """

    published: tuple[PublishedArticle, ...] = ()
    undated: tuple[str, ...] = ()
    dates: tuple[TimelineDate, ...] = ()
