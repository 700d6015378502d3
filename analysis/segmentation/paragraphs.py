"""Paragraphs of an article and what each is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from analysis.resources import rows
from analysis.text import fold, squeeze, words_of
from analysis.types import Article, Paragraph, Role

LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
DASH = re.compile(r"[–—―]\s*[^\s–—―]|-\s*[A-ZÀ-ÞĂÂÎȘȚŞŢ\"“”„«»]")
BULLET = re.compile(r"[*•·▪▫●○■□►▶‣⁃✓✔➤→]\s*\S|\d{1,2}[.)]\s+\S")
FINAL = re.compile(r"[.!?…:;,](?:[ \u00a0\u202f]?[\"'”’»“«)\]])*\s*$")
"""A final mark, closing quotation marks after it; French sets a space before them."""
SUBHEADING_WORDS = 14
"""Longest subheading, in words; newspapers keep them on one or two lines."""
QUESTION_WORDS = 9
BODY_WORDS = 12
"""Shortest paragraph that a subheading can stand over, in words, if it has no final full stop."""
LEAD_WORDS = 25
"""A lead shorter than this takes in the next paragraph."""
WRAP_WIDTH = (50, 100)
"""Line length of texts wrapped by hand or by mail, in characters."""
DATED_MONTH = re.compile(r"\S+")


def find_paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """Paragraphs in text order: one a line, but lines that were only wrapped are taken together.

    Roles: *headline* equals the article's headline; *subheading* is a short line without a final full stop
    over a paragraph; *list* has a bullet, a number or a date with a colon; *lead* is the first paragraph of
    running text and the next one too if it is shorter than ``LEAD_WORDS``; everything else is *body*. A kicker above
    the headline is a subheading.
    """
    text = article.text
    spans = list(_blocks(text))
    shapes = [_shape(text[start:end]) for start, end in spans]
    roles: list[Role] = []
    lead_words, lead_open = 0, True
    first = [_role(article, spans, shapes, index) for index in range(len(spans))]
    headline = first.index("headline") if "headline" in first else 0
    for index, role in enumerate(first):
        if index < headline and role == "body" and not shapes[index].final:
            role = "subheading"
        elif role == "body" and lead_open:
            role = "lead"
            lead_words += shapes[index].words
            lead_open = lead_words < LEAD_WORDS
        elif role == "subheading" and lead_words:
            lead_open = False
        roles.append(role)
    return tuple(
        Paragraph(index, start, end, role, role != "list" and DASH.match(text, start, end) is not None)
        for index, ((start, end), role) in enumerate(zip(spans, roles, strict=True))
    )


class _Shape:
    """What a line looks like, measured once."""

    __slots__ = ("final", "line", "words")

    def __init__(self, line: str, words: int, final: bool) -> None:
        self.line, self.words, self.final = line, words, final


def _shape(line: str) -> _Shape:
    return _Shape(line if len(line) < 400 else "", len(words_of(line)), FINAL.search(line[-20:]) is not None)


def _role(article: Article, spans: list[tuple[int, int]], shapes: list[_Shape], index: int) -> Role:
    text, (start, end) = article.text, spans[index]
    if index < 4 and article.headline and len(spans) > 1 and same_line(text[start:end], article.headline):
        return "headline"
    if is_list_item(text[start:end], article.language.code):
        return "list"
    if index and index + 1 < len(spans) and _is_subheading(shapes[index], shapes[index + 1]):
        return "subheading"
    if index and shapes[index].line.rstrip().endswith(":") and shapes[index].words <= SUBHEADING_WORDS:
        following = spans[index + 1] if index + 1 < len(spans) else (0, 0)
        if is_list_item(text[slice(*following)], article.language.code):
            return "subheading"
    return "body"


def same_line(line: str, headline: str) -> bool:
    """Whether two lines say the same, white space, case and outer punctuation aside."""
    return fold(squeeze(line)).strip(" .\"'”“«»") == fold(squeeze(headline)).strip(" .\"'”“«»")


def _is_subheading(own: _Shape, following: _Shape) -> bool:
    line = own.line.strip()
    if not line or not own.words or own.words > SUBHEADING_WORDS or following.words <= own.words:
        return False
    if not following.final and following.words < BODY_WORDS:
        return False
    if not own.final:
        return not line[0].islower()
    return line.endswith("?") and own.words <= QUESTION_WORDS and line[0].isupper()


def is_list_item(line: str, language: str) -> bool:
    """Whether a line is an item: a bullet, a number, or a date with a colon (``29. oktober: …``)."""
    if BULLET.match(line):
        return True
    head, colon, rest = line[:60].partition(":")
    if not colon or not rest.strip() or not any(character.isdigit() for character in head):
        return False
    parts = [fold(part.strip(".,")) for part in DATED_MONTH.findall(head)]
    months = {row[0] for row in rows(language, "months")}
    return len(parts) <= 5 and any(part in months for part in parts)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Spans of paragraphs, trimmed; wrapped lines are taken together."""
    lines = [(match.start(), match.end()) for match in LINE.finditer(text) if not match.group().isspace()]
    wrapped = _is_wrapped(text, lines)
    current: tuple[int, int] | None = None
    for start, end in lines:
        start, end = _trim(text, start, end)
        if current and _continues(text, current, start, end, wrapped):
            current = (current[0], end)
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _continues(text: str, current: tuple[int, int], start: int, end: int, wrapped: bool) -> bool:
    gap = text[current[1] : start]
    if gap.count("\n") + gap.count("\r") - gap.count("\r\n") != 1:
        return False
    tail = text[max(current[0], current[1] - 20) : current[1]]
    if text[start].islower() and (tail[-1].isalpha() or tail[-1] in ",-–"):
        return True
    return wrapped and not BULLET.match(text, start, end) and not DASH.match(text, start, end)


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether line ends are those of a fixed width: even lines, and most of them end in the middle of a sentence."""
    if len(lines) < 4:
        return False
    lengths = [end - start for start, end in lines]
    if not WRAP_WIDTH[0] <= median(lengths) <= WRAP_WIDTH[1] or max(lengths) > WRAP_WIDTH[1]:
        return False
    open_ends = sum(not FINAL.search(text[max(start, end - 20) : end]) for start, end in lines)
    return open_ends > 0.7 * len(lines)
