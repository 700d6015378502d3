"""Stretches between quotation marks, of every kind, whatever the language.

The direction of a mark that can open and close is told from the characters beside it. A mark left open ends with its
paragraph if it began the paragraph, else with its sentence; the next paragraph's opening mark goes on with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.types import Document, Paragraph

MARK = re.compile(r"``|''|[\"“”„«»‟＂‘’‚‹›'`]")
DOUBLE = {"“", "”", "„", "«", "»", '"', "''", "``", "‟", "＂"}
LOW = {"„", "‚", "``"}
ANGLED = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
OPENERS_BEFORE = frozenset(" \t\u00a0\u202f\u2009\n([{–—-/…:\"“„«»‘'")
SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
TRIM = " \t\u00a0\u202f\u2009\n\r"


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands between two marks: ``outer`` with them, ``start`` to ``end`` without. ``closed``: the closing
    mark is there; ``goes_on``: opened by a paragraph that goes on with the quotation before it."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    closed: bool = True
    goes_on: bool = False


def find_marked(document: Document) -> list[Marked]:
    """Outermost stretches between quotation marks, in text order."""
    found: list[Marked] = []
    open_before = False
    for paragraph in document.paragraphs:
        spans = list(_in_paragraph(document.text, paragraph, open_before))
        found += spans
        open_before = bool(spans) and not spans[-1].closed and spans[-1].end >= paragraph.end - 2
    return found


def _in_paragraph(text: str, paragraph: Paragraph, open_before: bool) -> Iterator[Marked]:
    stack: list[tuple[str, int, int]] = []
    begin, stop = paragraph.start, paragraph.end
    for match in MARK.finditer(text, begin, stop):
        mark, at, after = match.group(), match.start(), match.end()
        if _is_apostrophe(text, mark, at, after, stack, stop):
            continue
        if stack and _closes(text, mark, at, after, stack[-1][0], begin, stop):
            _, opened, inside = stack.pop()
            if not stack and (span := _trimmed(text, inside, at)):
                yield Marked(*span, opened, after, paragraph.index, True, open_before and opened <= begin + 1)
        elif stack and mark in DOUBLE and len(stack) > 1 and _closes(text, mark, at, after, stack[0][0], begin, stop):
            _, opened, inside = stack[0]
            stack.clear()
            if span := _trimmed(text, inside, at):
                yield Marked(*span, opened, after, paragraph.index, True, open_before and opened <= begin + 1)
        elif _opens(text, mark, at, after, begin, stop):
            stack.append((mark, at, after))
    if stack and stack[0][0] in DOUBLE:
        _, opened, inside = stack[0]
        finish = stop if opened <= begin + 1 else _sentence_end(text, inside, stop)
        if span := _trimmed(text, inside, finish):
            yield Marked(*span, opened, finish, paragraph.index, False, open_before and opened <= begin + 1)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start : min(end, start + 400)]) else None


def _sentence_end(text: str, start: int, stop: int) -> int:
    match = SENTENCE_END.search(text, start, stop)
    return match.end() if match else stop


def _is_apostrophe(text: str, mark: str, at: int, after: int, stack: list[tuple[str, int, int]], stop: int) -> bool:
    """An apostrophe or an inch mark, not a quotation mark."""
    left = text[at - 1] if at else " "
    right = text[after] if after < stop else " "
    if mark in ("'", "’", "‘", "`"):
        if left.isalnum() and right.isalnum():
            return True
        if right.isdigit() and left in OPENERS_BEFORE and not stack:
            return text[after : after + 2].isdigit() and not text[after + 2 : after + 3].isdigit()
        single_open = any(entry[0] in ("'", "’", "‘", "‚", "`") for entry in stack)
        if mark != "‘" and left.isalnum() and not single_open:
            return True
        if mark == "’" and not single_open:
            return not (left in OPENERS_BEFORE and _closed_later(text, after, stop, "’"))
        return mark in ("'", "`") and not single_open and not _closed_later(text, after, stop, mark)
    return mark == '"' and left.isdigit() and not any(entry[0] == '"' for entry in stack)


def _closed_later(text: str, after: int, stop: int, mark: str) -> bool:
    """Whether a single mark has its closing counterpart further on in the paragraph."""
    reach = min(stop, after + 600)
    at = text.find(mark, after, reach)
    while at != -1:
        right = text[at + 1] if at + 1 < stop else " "
        if at > after and not text[at - 1].isspace() and not right.isalnum():
            return True
        at = text.find(mark, at + 1, reach)
    return False


def _opens(text: str, mark: str, at: int, after: int, begin: int, stop: int) -> bool:
    if mark in LOW:
        return True
    left = text[at - 1] if at > begin else " "
    right = text[after] if after < stop else " "
    if mark in ANGLED:
        return mark in "«‹" or (left in OPENERS_BEFORE and not right.isspace())
    return left in OPENERS_BEFORE and not right.isspace()


def _closes(text: str, mark: str, at: int, after: int, opener: str, begin: int, stop: int) -> bool:
    left = text[at - 1] if at > begin else " "
    right = text[after] if after < stop else " "
    opening_place = left in " \t\u00a0(" and (right.isalnum() or right in "¿¡")
    if opener in ("„", "‟"):
        return mark in ("“", "”", '"', "„") and not (mark == "„" and opening_place)
    if opener in ("‚",):
        return mark in ("‘", "’", "'")
    if opener in ANGLED:
        return mark == ANGLED[opener] or (mark == opener and opener in "»›" and not opening_place)
    if opener == "“":
        return (mark in ("”", '"', "''") and not opening_place) or (mark == "“" and not opening_place)
    if opener == "”":
        return mark in ("”", "“", '"') and not opening_place
    if opener in ('"', "＂"):
        return mark in ('"', "”", "＂", "''") and not opening_place
    if opener in ("``", "''"):
        return mark in ("''", '"', "``") and not opening_place
    if opener in ("‘", "’", "'", "`"):
        return mark in ("’", "'", "‘") and not opening_place and not right.isalnum()
    return False
