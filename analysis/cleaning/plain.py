"""Article text out of plain text as it is copied from a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from analysis.cleaning.closing import mark_last_lines
from analysis.cleaning.lines import (
    ALT_TEXT,
    BYLINE_WORDS,
    LABEL_WORDS,
    MARKER,
    SPOKEN,
    Line,
    Piece,
    classify,
    credit_tail,
    read_lines,
    signed,
    weak_reason,
)
from analysis.cleaning.phrases import clock_units, date_units, hour_marks, opening, phrases, phrases_for, units
from analysis.columns import PhrasePlace
from analysis.dates import find_dates
from analysis.grammar import grammar
from analysis.text import WORD, compose, fold, has_words, squeeze
from analysis.types import Removed

INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Soft hyphen, zero-width space, word joiner, byte order mark: layout, not text."""
HEADLINE_WORDS = 4
"""A first line of so many words is more likely the headline than a kicker, and is never taken for a caption."""
SHORT_CAPTION, NAMED_CAPTION, OPEN_CAPTION = 4, 12, 20
"""Words of a caption: any, one mostly of names, one without a full stop."""
NAME_SHARE = 0.4
NOUN_SHARE = 0.7
"""Share of capitalised words from which a line is mostly names; the second where all nouns have capitals."""
KICKERS, KICKER_WORDS = 4, 6
"""Lines above a repeated headline that are looked at, and words of the longest name of a section or topic."""
LINKS = 5
"""Most headlines of other articles that are listed after ``read more``."""
PREFIX_UNIT = re.compile(r"\d+|[^\W\d_]+")
OPENS_TEXT = re.compile(r"\s*+[|·,:]?+\s*+(?:[–—―-]\s*+)?+[\"'“”„«»(]*+[^\W\d_]")


def normalise(text: str) -> str:
    """NFC without invisible layout characters; line ends as ``\\n``."""
    return INVISIBLE.sub("", compose(text)).replace("\r\n", "\n").replace("\r", "\n")


def find_pieces(text: str, headline: str | None, language: Callable[[], str]) -> list[Piece]:
    """The page as pieces in text order that hold every word of it; the language is asked for only if needed."""
    lines = read_lines(text)
    reasons: list[str | None] = []
    judged: dict[tuple[str, str], str | None] = {}
    for line in lines:
        own = headline is not None and squeeze(fold(line.text)) == squeeze(fold(headline))
        key = (line.text, line.zone)
        if key not in judged:
            judged[key] = classify(line)
        reasons.append(None if own else judged[key])
    _kickers(lines, reasons, headline)
    protected = _headline_line(lines, reasons, headline)
    _captions(lines, reasons, protected, language)
    _bylines(lines, reasons, protected if headline is None else -1)
    mark_links(lines, reasons)
    _neighbours(lines, reasons)
    mark_comments(lines, reasons)
    mark_last_lines(lines, reasons)
    pieces: list[Piece] = []
    for index, (line, reason) in enumerate(zip(lines, reasons, strict=True)):
        pieces += [Piece(line.start, line.end, reason, line.zone)] if reason else _inside(line, index, len(lines))
    return pieces


def assemble(text: str, pieces: Sequence[Piece]) -> tuple[str, tuple[Removed, ...]]:
    """Text of the article's own pieces, a blank line between paragraphs as the page had it, and what was removed."""
    parts: list[str] = []
    removed: list[Removed] = []
    last = 0
    for piece in pieces:
        body = text[piece.start : piece.end].strip()
        if piece.reason:
            removed.append(Removed(body, piece.reason))
        elif body:
            gap = text[last : piece.start]
            parts.append("" if not parts else "\n\n" if gap.count("\n") > 1 else "\n")
            parts.append(body)
            last = piece.end
    return "".join(parts), tuple(removed)


def _headline_line(lines: Sequence[Line], reasons: Sequence[str | None], headline: str | None) -> int | None:
    """Index of the first line that may be the headline, so that no caption rule takes it."""
    if headline is not None:
        return None
    for index, line in enumerate(lines):
        if reasons[index] is None and line.zone == "top" and line.words >= HEADLINE_WORDS and not line.final:
            return index
    return None


def _kickers(lines: Sequence[Line], reasons: list[str | None], headline: str | None) -> None:
    """Names of sections and topics above the line that repeats the headline which came with the text."""
    if headline is None:
        return
    own = squeeze(fold(headline))
    for index, line in enumerate(lines[:KICKERS]):
        if squeeze(fold(line.text)) == own:
            above = [place for place in range(index) if reasons[place] is None]
            if all(lines[place].words <= KICKER_WORDS and not lines[place].final for place in above):
                for place in above:
                    reasons[place] = "section"
            return


def _captions(
    lines: Sequence[Line], reasons: list[str | None], protected: int | None, language: Callable[[], str]
) -> None:
    """Captions stand above their photo credit or above the button that enlarges the picture."""
    for index in range(len(lines) - 1, 0, -1):
        anchor, line = reasons[index], lines[index - 1]
        if anchor not in ("photo_credit", "image_control", "caption") or reasons[index - 1] or index - 1 == protected:
            continue
        if SPOKEN.match(line.text) or (line.final and SPOKEN.search(line.text)) or not line.units:
            continue
        if anchor == "caption":
            if not line.final and len(ALT_TEXT.findall(line.text)) > 1:
                reasons[index - 1] = "caption"
        elif _is_caption(line, language, settled=protected is None or protected < index - 1):
            reasons[index - 1] = "caption"


def _is_caption(line: Line, language: Callable[[], str], settled: bool) -> bool:
    if line.words <= SHORT_CAPTION:
        return line.final or line.zone != "top" or settled
    if opening(line.units, PhrasePlace.START) == (2, "caption") or _mentions_position(line):
        return True
    if line.words <= NAMED_CAPTION:
        names = [word for word in WORD.findall(line.text) if word[0].isupper() or word[0].isdigit()]
        if len(names) >= (NOUN_SHARE if grammar(language()).nouns.capitalised else NAME_SHARE) * line.words:
            return settled or line.final
    return not line.final and line.words <= OPEN_CAPTION and settled and line.zone != "top"


def _mentions_position(line: Line) -> bool:
    """``(left)``, ``file photo``."""
    if line.words > CAPTION_LIMIT:
        return False
    table = phrases(PhrasePlace.LINE)
    last = line.text.rstrip(". ").rpartition(". ")[2]
    bracketed = [*re.findall(r"\(([^()]{3,30})\)", line.text), last]
    return any(table.whole(units(part)) == "caption" for part in bracketed)


CAPTION_LIMIT = 40


def _bylines(lines: Sequence[Line], reasons: list[str | None], headline: int | None) -> None:
    """A name alone, under the headline and beside a date or what the person does."""
    first = next((index for index, reason in enumerate(reasons) if reason is None), len(lines))
    for index in range(len(lines) - 1, first, -1):
        line = lines[index]
        if reasons[index] or line.zone != "top" or line.final:
            continue
        signs = {"byline", "date_line"} if headline is not None and headline < index else {"byline"}
        beside = reasons[index - 1 : index + 2]
        works = tuple(line.units) in phrases_for("job") and line.words <= BYLINE_WORDS
        if works or (signed().fullmatch(line.text) and not signs.isdisjoint(beside)):
            reasons[index] = "byline"


def mark_links(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """Headlines of other articles under a bare ``read more``."""
    table = phrases(PhrasePlace.LINE, PhrasePlace.LABEL, PhrasePlace.START)
    for index, line in enumerate(lines):
        if reasons[index] != "read_more" or table.whole(line.units) != "read_more":
            continue
        run = []
        for following in range(index + 1, min(index + 1 + LINKS, len(lines))):
            other = lines[following]
            if reasons[following] or other.final or other.words > OPEN_CAPTION or SPOKEN.match(other.text):
                break
            run.append(following)
        keep_last = len(run) > 1 and line.zone == "middle"
        for following in run[:-1] if keep_last else run:
            reasons[following] = "read_more"


def mark_comments(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """Everything behind a heading that counts readers' comments, where that stands behind most of the page's words."""
    total = sum(line.words for line in lines)
    before = 0
    for index, line in enumerate(lines):
        if reasons[index] == "comments" and "0" in line.units and 2 * before >= total:
            reasons[index:] = [reason or "comments" for reason in reasons[index:]]
            return
        before += line.words


def _neighbours(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """A button that an article might have as a subheading goes if the line beside it goes."""
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        previous: str | None = None
        for index in order:
            if reasons[index] is None and previous and previous != "read_more":
                reasons[index] = weak_reason(lines[index], previous)
            previous = reasons[index]


def _inside(line: Line, index: int, lines: int) -> list[Piece]:
    """A line of the article may open with a date that is not its own, or end in a photo credit."""
    pieces: list[Piece] = []
    start = line.start
    if index < 3 and (prefix := _date_prefix(line.text)):
        pieces.append(Piece(start, start + prefix, "date_line", "top"))
        rest = line.text[prefix:]
        start += prefix + len(rest) - len(rest.lstrip(" \t|·:,"))
        label = _label(line, line.text[start - line.start :], lines)
        if label:
            return [*pieces, Piece(start, line.end, label)]
    tail = credit_tail(line)
    if tail is not None and tail > start and not line.alone and has_words(line.text[: tail - line.start]):
        return [*pieces, Piece(start, tail, None), Piece(tail, line.end, "photo_credit")]
    return [*pieces, Piece(start, line.end, None)]


def _label(line: Line, rest: str, lines: int) -> str | None:
    """What stands behind the date: a button, or the name of the site or section."""
    words = len(WORD.findall(rest))
    behind = Line(line.start, line.end, rest, units(rest), words, "top", False)
    if lines == 1:
        return None
    reason = classify(behind)
    if reason or words > LABEL_WORDS or behind.final or SPOKEN.search(rest):
        return reason
    return "section"


def _date_prefix(text: str) -> int | None:
    """Length of the date that a line opens with before its own text begins."""
    head = text[:120]
    found = opening(units(head)[:6], PhrasePlace.LINE)
    labelled = found is not None and found[1] in ("published", "updated") and len(units(head)[0]) > 3
    if not labelled and not re.match(r"\d{4}-\d{2}", head):
        return None
    end = 0
    for match in PREFIX_UNIT.finditer(head):
        unit = fold(match.group())
        if not unit.isdigit() and unit not in date_units():
            break
        if unit.isdigit() or (unit in clock_units() and len(unit) > 1) or unit in hour_marks():
            end = match.end()
    if not end or not next(find_dates(head[:end]), None):
        return None
    rest = text[end:]
    opened = OPENS_TEXT.match(rest)
    return end if opened and (opened.group()[-1].isupper() or MARKER.match(text)) else None
