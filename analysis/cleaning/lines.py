"""Lines of a page, told apart: what belongs to the article and what is set around it.

Precision before recall: a line of the article that is lost is worse than a button that stays. A rule that could meet an
article's own line asks for a place where articles have none: above the first paragraph of running text, below
the last one, or beside a line that is certain.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis.cleaning.phrases import (
    agency_pattern,
    asked_of_readers,
    covered,
    credit_pattern,
    date_units,
    opening,
    phrases_for,
    units,
    vocabulary,
    within,
)
from analysis.columns import PhrasePlace
from analysis.dates import find_dates
from analysis.resources import world
from analysis.text import WORD

Zone = Literal["top", "middle", "bottom"]

PARAGRAPH_WORDS, STOPPED_PARAGRAPH_WORDS = 25, 12
"""Words of a line that is running text: without and with a final full stop."""
TEASER_WORDS, STOPPED_TEASER_WORDS = 25, 12
"""Longest teaser ("read more …"), without and with a final full stop."""
CREDIT_WORDS = 25
CAPTION_WORDS = 45
"""Longest caption before its photo credit on the same line; longer ones are paragraphs that lose the credit only."""
CREDIT_NAME_WORDS = 6
"""Longest name of a photographer with the agency, in words."""
BYLINE_WORDS = 9
SIGNED_WORDS = 15
"""Longest line that is *by* and names of persons."""
NOTICE_WORDS = 30
LABEL_WORDS = 3
"""Longest site or section name behind a date marker."""
CERTAIN = frozenset({"image_control", "advertisement", "read_more", "video", "cookies", "newsletter", "reading_time"})
"""Purposes whose phrases no article has as a line of its own."""
FIRST = re.compile(r"[.!?…]")
WALLS = frozenset({"cookies", "newsletter"})
"""Purposes of phrases of several words with which no sentence of an article opens: *this site uses cookies*."""
FINAL = re.compile(r"[.!?…][\"'”’»“«)\]]*$")
SPOKEN = re.compile(r"^[–—―-]\s|[\"“”„«»]")
SEGMENTS = re.compile(r"\s*[|·•●‧∙]\s*|\t+|\s{3,}")
CRUMBS = re.compile(r"[›»>]|\s/\s")
MARKER = re.compile(r"\s*date\s+(?=\d{4}-\d{2})", re.IGNORECASE)
"""A date as some collections of pages set it before the text."""
NAMES = re.compile(r"(?:[^\W\d_][^\W\d_.'’-]*(?:[-'’.][^\W\d_]*)*)")
ARROWS = re.compile(r"(?:>{2,}|[→➔➜➤➡►▶⇒]\ufe0f?)\s*[^\W_]")
"""What opens a line that leads elsewhere."""
ALT_TEXT = re.compile(r"\s[-–|/]\s")


@cache
def signed() -> re.Pattern[str]:
    """Two to four words with capitals, as a name is signed; small words of names may stand between them."""
    small = "|".join(row[0] for row in world("name_particles"))
    return re.compile(rf"[^\W\d_a-z][\w'’.-]+(?:\s(?:(?:{small})\s)?[^\W\d_a-z][\w'’.-]*){{1,3}}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, with what was measured of it."""

    start: int
    end: int
    text: str
    units: list[str]
    words: int
    zone: Zone
    alone: bool

    @property
    def final(self) -> bool:
        return FINAL.search(self.text[-8:]) is not None


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the page; ``reason`` is ``None`` for the article's own."""

    start: int
    end: int
    reason: str | None
    zone: Zone = "middle"


def read_lines(text: str) -> list[Line]:
    """The lines that are not blank, each with its zone."""
    spans: list[tuple[int, int, str]] = []
    offset = 0
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        if body:
            start = offset + len(raw) - len(raw.lstrip())
            spans.append((start, start + len(body), body))
        offset += len(raw)
    counts = [sum(1 for _ in WORD.finditer(body)) for _, _, body in spans]
    running = [index for index, (_, _, body) in enumerate(spans) if _is_running(body, counts[index])]
    first, last = (running[0], running[-1]) if running else (len(spans), -1)
    lines = []
    for index, (start, end, body) in enumerate(spans):
        zone: Zone = "top" if index < first else "bottom" if index > last else "middle"
        short = units(body) if counts[index] <= NOTICE_WORDS * 2 else []
        lines.append(Line(start, end, body, short, counts[index], zone, len(spans) == 1))
    return lines


def _is_running(body: str, words: int) -> bool:
    if words >= PARAGRAPH_WORDS:
        return credit_pattern().match(body) is None
    if words < STOPPED_PARAGRAPH_WORDS or FINAL.search(body[-8:]) is None:
        return False
    return opening(units(body), PhrasePlace.START) is None


def classify(line: Line) -> str | None:
    """Why the line as a whole is not the article's, judged by itself; ``None`` if it is, or might be."""
    if ARROWS.match(line.text) and 1 < line.words <= TEASER_WORDS and not (line.final or line.alone):
        return "read_more"
    if line.words <= NOTICE_WORDS and vocabulary().isdisjoint(line.units):
        return None
    for rule in RULES if line.units else ():
        reason = rule(line)
        if reason:
            return reason
    return None


def weak_reason(line: Line, beside: str) -> str | None:
    """Why the line is not the article's if a line beside it is not: phrases that an article might have too."""
    if beside == "date_line" and "0" in line.units and all(unit in date_units() or unit == "0" for unit in line.units):
        return beside
    found = covered(line.units) if line.units else None
    return found[0] if found else None


def _date_line(line: Line) -> str | None:
    """Nothing but dates, times and ``published``."""
    if len(line.units) > 30 or not all(unit == "0" or unit in date_units() for unit in line.units):
        return None
    labelled = opening(line.units, PhrasePlace.LINE)
    if labelled and labelled[1] in ("published", "updated") and len(line.units[0]) > 3:
        return "date_line"
    if "0" not in line.units or line.zone == "middle":
        return None
    if line.zone == "top" and len(line.units) > 1:
        return "date_line"
    return "date_line" if next(find_dates(line.text), None) else None


def _phrases_only(line: Line) -> str | None:
    """Nothing but buttons, counters, section names, names of languages."""
    found = covered(line.units)
    if not found:
        return None
    reason, count = found
    if reason in CERTAIN or (reason == "comments" and "0" in line.units) or count > 2:
        return reason
    if reason == "share" and (count > 1 or len(line.units) > 1) and "0" not in line.units:
        return reason
    return reason if line.zone != "middle" else None


def _teaser(line: Line) -> str | None:
    """Opens with ``read more``, ``sign up for`` … and leads elsewhere."""
    if line.alone or SPOKEN.match(line.text):
        return None
    label = opening(line.units, PhrasePlace.LABEL)
    if label and line.words <= TEASER_WORDS and _followed_by_colon(line, label[0]):
        longest = BYLINE_WORDS if label[0] == 1 else TEASER_WORDS
        signed = label[1] != "byline" or (line.zone != "middle" and line.words <= longest)
        return label[1] if signed else None
    found = opening(line.units, PhrasePlace.START)
    if not found or found[1] == "caption" or (found[1] == "byline" and line.zone == "middle"):
        return None
    if _followed_by_colon(line, found[0]):
        return found[1] if line.words <= TEASER_WORDS * 2 else None
    if found[1] in WALLS and found[0] > 1 and line.words <= NOTICE_WORDS and "," not in FIRST.split(line.text, 1)[0]:
        return found[1]
    limit = STOPPED_TEASER_WORDS if line.final else TEASER_WORDS
    return (
        found[1] if line.words <= limit and not (line.final and "," in line.text and found[1] != "copyright") else None
    )


def _followed_by_colon(line: Line, length: int) -> bool:
    """Whether a colon, a bar or an arrow stands right behind the first words of the line, or nothing does."""
    if len(line.units) == length:
        return True
    end = 0
    for _ in range(length):
        found = WORD.search(line.text, end)
        if not found:
            return False
        end = found.end()
    return re.match(r"\s*(?:\([^)]*\)\s*)?[:|>›»→–]", line.text[end : end + 12]) is not None


def _notice(line: Line) -> str | None:
    """Says that the text was translated, that there is a newsletter, or asks whether readers have a subscription."""
    if line.alone or line.words > NOTICE_WORDS or SPOKEN.search(line.text):
        return None
    return asked_of_readers(line.text) or (within(line.units) if line.zone != "middle" else None)


def _credit(line: Line) -> str | None:
    """``Foto: …`` on a line of its own."""
    match = credit_pattern().match(line.text.lstrip("(["))
    return "photo_credit" if match and line.words <= CREDIT_WORDS else None


def _captioned(line: Line) -> str | None:
    """A caption that ends in its photo credit."""
    tail = credit_tail(line)
    if tail is None or line.alone:
        return None
    before = sum(1 for _ in WORD.finditer(line.text, 0, tail - line.start))
    return "caption" if before <= CAPTION_WORDS and not SPOKEN.match(line.text) else None


def _agency_credit(line: Line) -> str | None:
    """A caption that ends in who took the picture for which agency, without ``Photo:``."""
    if line.final or line.alone or line.words > CAPTION_WORDS or SPOKEN.match(line.text):
        return None
    match = agency_pattern().search(line.text[-60:])
    if not match or sum(1 for _ in WORD.finditer(line.text[: len(line.text) - len(match.group())])) < 2:
        return None
    return "caption" if line.words > CREDIT_NAME_WORDS else "photo_credit"


def credit_tail(line: Line) -> int | None:
    """Offset in the page where the photo credit at the end of a line begins."""
    tail = line.text[-160:]
    found = None
    if ":" not in tail and "/" not in tail:
        return None
    for match in credit_pattern().finditer(tail):
        found = match
    if not found or len(tail) - found.end() > 110:
        return None
    start = len(line.text) - len(tail) + found.start()
    opened = start - 1 if start and line.text[start - 1] in "([" else start
    return line.start + opened if opened > 0 else None


def _byline(line: Line) -> str | None:
    """``By`` and the names of persons, at the top or the bottom."""
    if line.zone == "middle" or line.final or not 0 < line.words < SIGNED_WORDS or "0" in line.units:
        return None
    if tuple(line.units) in phrases_for("byline") and line.zone == "top" and not line.alone and line.words == 1:
        return "byline"
    first = next((unit for unit in (line.units[:2], line.units[:1]) if tuple(unit) in phrases_for("byline")), None)
    if not first or line.alone:
        return None
    names = WORD.findall(line.text)[len(first) :]
    capitals = sum(name[0].isupper() for name in names)
    return "byline" if capitals >= 2 and len(names) - capitals <= 2 and ":" not in line.text[10:] else None


def _breadcrumb(line: Line) -> str | None:
    """``Home › News › World``."""
    if line.zone == "middle" or line.final or line.words > 12:
        return None
    crumbs = [crumb for crumb in CRUMBS.split(line.text) if crumb.strip()]
    short = len(crumbs) > 2 and all(len(crumb.split()) <= LABEL_WORDS for crumb in crumbs)
    return "navigation" if short and covered(units(crumbs[0])) else None


def _segments(line: Line) -> str | None:
    """Several of these side by side, with bars between."""
    parts = [part for part in SEGMENTS.split(line.text) if part.strip()]
    if not 1 < len(parts) < 12 or line.words > NOTICE_WORDS:
        return None
    reasons = [
        classify(Line(line.start, line.end, part, units(part), len(part.split()), line.zone, False)) for part in parts
    ]
    if "date_line" in reasons and line.zone != "middle":
        pairs = zip(parts, reasons, strict=True)
        return "date_line" if all(reason or signed().fullmatch(part.strip()) for part, reason in pairs) else None
    return reasons[0] if all(reasons) else None


RULES: tuple[Callable[[Line], str | None], ...] = (
    _date_line, _phrases_only, _credit, _captioned, _agency_credit, _teaser, _notice, _byline, _breadcrumb, _segments,
)  # fmt: skip
