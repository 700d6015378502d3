"""Stretches between quotation marks, of every kind, whatever the language.

The direction of a mark that can open and close is told from the characters beside it. A mark left open ends with its
paragraph if it began the paragraph or the next one goes on with it, else with its sentence; the next paragraph's
opening mark goes on with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.types import Document, Paragraph

MARK = re.compile(r"``|''|,,|<<|>>|[\"“”„«»‟＂‘’‚‹›'`]")
WITHIN_WORD = re.compile(r"[^\W_]['’‘`][^\W_]")
"""An apostrophe inside a word."""
DOUBLE = {"“", "”", "„", "«", "»", '"', "''", "``", "‟", "＂", ",,", "<<", ">>"}
LOW = {"„", "‚", "``"}
ANGLED = {"«": "»", "»": "«", "‹": "›", "›": "‹", "<<": ">>", ">>": "<<"}
LEFT_ANGLES, RIGHT_ANGLES = frozenset({"«", "‹"}), frozenset({"»", "›"})
TYPED_LOW = ",,"
"""A low mark typed as two commas; one typed as two apostrophes closes it as well as any other."""
CLOSERS = {
    "“": ("”", '"', "''", "“"),
    "”": ("”", "“", '"'),
    '"': ('"', "”", "＂", "''"),
    "＂": ('"', "”", "＂", "''"),
    "``": ("''", '"', "``"),
    "''": ("''", '"', "``"),
}
"""What closes a mark, where it cannot open another one."""
OPENERS_BEFORE = frozenset(" \t\u00a0\u202f\u2009\n([{–—-/…:\"“„«»‘'")
SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
TRIM = " \t\u00a0\u202f\u2009\n\r"


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands between two marks: ``outer`` with them, ``start`` to ``end`` without.

    ``closed``: the closing mark is there; ``goes_on``: opened by a paragraph that goes on with the quotation before
    it; ``cut``: never closed, and ended before the clause that attributes it.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    closed: bool = True
    goes_on: bool = False
    cut: bool = False


def find_marked(document: Document) -> list[Marked]:
    """Outermost stretches between quotation marks, in text order."""
    found: list[Marked] = []
    open_before = ""
    for paragraph in document.paragraphs:
        spans = list(_in_paragraph(document.text, paragraph, open_before))
        found += spans
        left_open = bool(spans) and not spans[-1].closed and spans[-1].end >= paragraph.end - 2
        open_before = _mark_at(document.text, spans[-1].outer_start) if left_open else ""
    return found


def _mark_at(text: str, place: int) -> str:
    """The quotation mark that stands there; none where a quotation goes on without one."""
    found = MARK.match(text, place)
    return found.group() if found else ""


@dataclass(frozen=True, slots=True)
class _Sign:
    """A character that may be a quotation mark: its place, and the characters beside it within its paragraph."""

    text: str
    mark: str
    at: int
    after: int
    begin: int
    stop: int
    typed: int
    """Where the last ``<<`` of its paragraph stands; negative if there is none."""

    @property
    def left(self) -> str:
        """The character before it; a space at the start of the paragraph."""
        return self.text[self.at - 1] if self.at > self.begin else " "

    @property
    def right(self) -> str:
        """The character behind it; a space at the end of the paragraph."""
        return self.text[self.after] if self.after < self.stop else " "


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that has opened: itself, where it stands, and where its words begin."""

    mark: str
    at: int
    inside: int


def _in_paragraph(text: str, paragraph: Paragraph, open_before: str) -> Iterator[Marked]:
    """The marked stretches of a paragraph; ``open_before``: the mark that the one before it left open.

    Where the first mark of the paragraph closes that one, the words before it go on with the quotation.
    """
    stack: list[_Open] = []
    begin, stop = paragraph.start, paragraph.end
    typed, reached = text.rfind("<<", begin, stop), begin

    def marked(opened: _Open, end: int, outer_end: int, closed: bool) -> Iterator[Marked]:
        if span := _trimmed(text, opened.inside, end):
            goes_on = bool(open_before) and opened.at <= begin + 1
            yield Marked(*span, opened.at, outer_end, paragraph.index, closed, goes_on)

    if open_before and (last := _end_of_open(text, open_before, begin, stop)) is not None:
        reached = last.after
        yield from marked(_Open(open_before, begin, begin), last.at, last.after, True)
    for match in MARK.finditer(text, reached, stop):
        if WITHIN_WORD.match(text, match.start() - 1, stop) and match.start() > begin:
            continue
        sign = _Sign(text, match.group(), match.start(), match.end(), begin, stop, typed)
        if _is_apostrophe(sign, stack):
            continue
        if stack and _closes(sign, stack[-1].mark):
            opened = stack.pop()
            if not stack:
                yield from marked(opened, sign.at, sign.after, True)
        elif stack and sign.mark in DOUBLE and len(stack) > 1 and _closes(sign, stack[0].mark):
            opened = stack[0]
            stack.clear()
            yield from marked(opened, sign.at, sign.after, True)
        elif _opens(sign):
            stack.append(_Open(sign.mark, sign.at, sign.after))
    if stack and stack[0].mark in DOUBLE:
        finish = _finish(text, stack[0], begin, stop)
        yield from marked(stack[0], finish, finish, False)


def _finish(text: str, opened: _Open, begin: int, stop: int) -> int:
    """Where a mark that nothing closes ends: with its paragraph, or with its sentence."""
    whole = opened.at <= begin + 1 or _goes_on_below(text, opened, begin, stop)
    return stop if whole else _sentence_end(text, opened.inside, stop)


def _end_of_open(text: str, opener: str, begin: int, stop: int) -> _Sign | None:
    """The first double mark of a paragraph, where it closes what the paragraph before it left open."""
    found = next((match for match in MARK.finditer(text, begin, stop) if match.group() in DOUBLE), None)
    if found is None:
        return None
    sign = _Sign(text, found.group(), found.start(), found.end(), begin, stop, -1)
    return sign if _closes(sign, opener) and not (_opens(sign) and sign.right.isalnum()) else None


def _goes_on_below(text: str, opened: _Open, begin: int, stop: int) -> bool:
    """*he said: “…* to the end of a paragraph, and the same mark opens the next one, which goes on with it."""
    lead = text[begin : opened.at].rstrip()
    return lead.endswith((":", ",")) and text[stop : stop + REACH].lstrip().startswith(opened.mark)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start : min(end, start + 400)]) else None


def _sentence_end(text: str, start: int, stop: int) -> int:
    match = SENTENCE_END.search(text, start, stop)
    return match.end() if match else stop


def _is_apostrophe(sign: _Sign, stack: Sequence[_Open]) -> bool:
    """An apostrophe or an inch mark, not a quotation mark."""
    text, mark, after = sign.text, sign.mark, sign.after
    left, right = text[sign.at - 1] if sign.at else " ", sign.right
    if mark not in ("'", "’", "‘", "`"):
        return mark == '"' and left.isdigit() and not any(opened.mark in ('"', TYPED_LOW) for opened in stack)
    if stack and stack[-1].mark == TYPED_LOW and _is_doubled(sign):
        return False
    if left.isalnum() and right.isalnum():
        return True
    if right.isdigit() and left in OPENERS_BEFORE and not stack:
        return text[after : after + 2].isdigit() and not text[after + 2 : after + 3].isdigit()
    single_open = any(opened.mark in ("'", "’", "‘", "‚", "`") for opened in stack)
    if mark != "‘" and left.isalnum() and not single_open:
        return True
    if single_open and left == "s" and POSSESSED.match(text, after, min(sign.stop, after + REACH)):
        return True
    if mark == "’" and not single_open:
        return not (left in OPENERS_BEFORE and _closed_later(text, after, sign.stop, "’"))
    return mark in ("'", "`") and not single_open and not _closed_later(text, after, sign.stop, mark)


REACH = 600
"""Characters behind a single mark within which its counterpart stands."""
POSSESSED = re.compile(r" [^\W\d_A-Z](?:(?!\s['‘’])[^\n])*?[,.!?…]['’](?=\s|$)")
"""What follows the apostrophe of a plural within single marks: a noun, and the mark that closes behind a stop."""


def _is_doubled(sign: _Sign) -> bool:
    """An apostrophe with another one behind it."""
    return sign.mark == "’" and sign.right == "’"


def _closed_later(text: str, after: int, stop: int, mark: str) -> bool:
    """Whether a single mark has its closing counterpart further on in the paragraph."""
    reach = min(stop, after + REACH)
    at = text.find(mark, after, reach)
    while at != -1:
        right = text[at + 1] if at + 1 < stop else " "
        if at > after and not text[at - 1].isspace() and not right.isalnum():
            return True
        at = text.find(mark, at + 1, reach)
    return False


def _opens(sign: _Sign) -> bool:
    if sign.mark in LOW:
        return True
    before = sign.left in OPENERS_BEFORE and not sign.right.isspace()
    if sign.mark == ">>":
        return before and sign.typed >= sign.after
    if sign.mark == "<<":
        return sign.left in OPENERS_BEFORE
    return (sign.mark in LEFT_ANGLES or before) if sign.mark in ANGLED else before


def _closes(sign: _Sign, opener: str) -> bool:
    """Whether the mark closes what the other one opened."""
    mark = sign.mark
    opening_place = sign.left in " \t\u00a0(" and (sign.right.isalnum() or sign.right in "¿¡")
    if opener == TYPED_LOW:
        return mark in ("''", '"', "”", "“") or _is_doubled(sign)
    if opener in ("„", "‟"):
        return mark in ("“", "”", '"', "„") and not (mark == "„" and opening_place)
    if opener == "‚":
        return mark in ("‘", "’", "'")
    if opener in ANGLED:
        return mark == ANGLED[opener] or (mark == opener and opener in RIGHT_ANGLES and not opening_place)
    if opener in ("‘", "’", "'", "`"):
        return mark in ("’", "'", "‘") and not opening_place and not sign.right.isalnum()
    return mark in CLOSERS.get(opener, ()) and not opening_place
