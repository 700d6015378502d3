"""Where sentences end.

A chain of questions at each full stop, in the order from certain to likely; what no question holds back is an end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from analysis.columns import StopUse
from analysis.grammar import grammar
from analysis.resources import mapping, words
from analysis.text import fold, has_words

STOP = re.compile(
    r"(?P<mark>[.!?…。！？]+)(?P<closers>(?:[ \u00a0\u202f]?(?:»|>>)(?=\s|$|[.,;:!?)])|>>|[\"'”’»“«‹›)\]])*)"
)
OPENERS = "\"'“”„‚‘’«»‹›([–—―-"
TYPED = re.compile(r",,(?=\w)|<<")
"""Opening quotation marks typed as two characters."""
LOOK_BACK = 60
"""Longest abbreviation looked at, in characters; keeps the splitter linear on pathological texts."""
WORD_BEFORE = re.compile(r"[^\s(\[\"'“”„«»‹›–—/]*$")
FIRST_WORD = re.compile(r"[^\W_]+")
GLUED = re.compile(r"(?<=[^\W\d_]{2})\.(?=[A-ZÀ-ÞĂÂÎȘȚŞŢ][a-zß-ÿăâîșțşţ]+[\s,])")
"""A full stop with the next sentence glued to it, as copied pages have it."""
NAMED_CUE = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w’'-]*\.?\s+){1,4}([^\W\d_]+)\b")
SUMS = frozenset("$£€")
"""Signs that stand before a number."""
ROMAN = re.compile(r"[IVX]{1,5}")
LONGEST = 2_000
"""Characters of a sentence; the longest that newspapers print have some 1,400. What is longer without a full stop is a
list, a table or no text, and taken in parts, so that no stage meets a sentence as long as the article."""
BREAK = re.compile(r"\s|[^\w\s][^\w\s]")
"""Where a stretch without a space may be cut, behind the match: never within a word."""


def split_sentences(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences in ``text[start:end]``, trimmed, in order; together they hold every word of it.

    A fragment without a word (``* * *``) belongs to a sentence beside it.
    """
    spans: list[tuple[int, int]] = []
    left = start
    for stop in _ends(text, start, end, language):
        _append(spans, text, left, stop)
        left = stop
    _append(spans, text, left, end)
    for first, last in spans:
        yield from _parts(text, first, last) if last - first > LONGEST else [(first, last)]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence that is too long, in parts that end at a space; one without a word goes with the part before it."""
    spans: list[tuple[int, int]] = []
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start, start + LONGEST) for mark in " \t\n\u00a0")
        if cut <= start:
            found = BREAK.search(text, start + LONGEST, end)
            if found is None:
                break
            cut = found.end()
        _append(spans, text, start, cut)
        start = cut
    _append(spans, text, start, end)
    return iter(spans)


def _append(spans: list[tuple[int, int]], text: str, left: int, right: int) -> None:
    piece = text[left:right]
    body = piece.strip()
    if not body:
        return
    first = left + len(piece) - len(piece.lstrip())
    last = first + len(body)
    before = spans[-1] if spans else None
    if before and not (has_words(body) and has_words(text[before[0] : min(before[1], before[0] + LOOK_BACK)])):
        spans[-1] = (before[0], last)
    else:
        spans.append((first, last))


def _ends(text: str, start: int, end: int, language: str) -> Iterator[int]:
    for match in STOP.finditer(text, start, end):
        stop = match.end()
        if stop >= end:
            return
        if text[stop].isspace():
            if _is_end(text, start, end, match, language):
                yield stop
        elif GLUED.match(text, match.start()) and not _abbreviated(text, start, match.start(), "", language):
            yield stop


def _is_end(text: str, start: int, end: int, match: re.Match[str], language: str) -> bool:
    following = _next_visible(text, match.end(), end)
    opener = following
    if typed := TYPED.match(text, following, end):
        following = typed.end()
    while following < end and (text[following] in OPENERS or text[following].isspace()):
        following += 1
    if following >= end:
        return has_words(text[match.end() : end])
    character = text[following]
    if character.islower() or character in ",;:.!?…)]»”%":
        return False
    if text[max(start, match.start() - 1) : match.start()] in ("[", "(") and match["closers"][:1] in ("]", ")"):
        return False
    if match["mark"] == "." and not match["closers"]:
        word = FIRST_WORD.match(text, following, end)
        ahead = word.group() if word else character
        return following > opener + 1 or not _abbreviated(text, start, match.start(), ahead, language)
    asked = match["closers"] and match["mark"][-1] in "!?" and following == opener
    return not (asked and _is_attributed(text, following, end, language))


def _is_attributed(text: str, following: int, end: int, language: str) -> bool:
    """Whether a name and a verb of saying follow the quotation: ``“Why?” Tom Hill asked.`` is one sentence."""
    named = NAMED_CUE.match(text, following, min(end, following + LOOK_BACK))
    return named is not None and fold(named[1]) in words(language, "cues")


def _next_visible(text: str, offset: int, end: int) -> int:
    while offset < end and text[offset].isspace():
        offset += 1
    return offset


def _abbreviated(text: str, start: int, dot: int, ahead: str, language: str) -> bool:
    """Whether the full stop at ``dot`` belongs to the word before it rather than to the sentence."""
    found = WORD_BEFORE.search(text, max(start, dot - LOOK_BACK), dot)
    word = found.group() if found else ""
    if not word:
        return False
    if word.isdigit():
        return _ordinal(text[max(start, dot - LOOK_BACK) : dot - len(word)], word, ahead, language)
    kind = _kind(word, language)
    if kind is StopUse.NEVER:
        return True
    number = ahead[:1].isdigit() or ROMAN.fullmatch(ahead) or text[dot + 1 : dot + 3].strip() in SUMS
    if kind is StopUse.NUMBER and number:
        return True
    if kind is StopUse.MAY or _is_dotted(word):
        return not _starts_sentence(ahead, language)
    if len(word) == 1 and ROMAN.fullmatch(word) and _is_reign(text[max(start, dot - LOOK_BACK) : dot - 1]):
        return not _starts_sentence(ahead, language)
    if len(word) == 1 and word.isalpha():
        return word.isupper() or len(ahead) == 1 or text[max(start, dot - 3) : dot - 1].strip().endswith(".")
    roman = grammar(language).orthography.ordinal_stop and ROMAN.fullmatch(word) is not None and len(word) > 1
    return roman and not _starts_sentence(ahead, language)


def _kind(word: str, language: str) -> StopUse | None:
    """What the list says of the abbreviation or of its end, behind an article (*l'art.*) or a hyphen (*Dipl.-Ing.*).

    A short form of a month (*3. jan. 2025*) may not end a sentence before a number, listed or not; ``*str`` is what
    compounds end in.
    """
    known, own = abbreviations(language), fold(word).replace("’", "'")
    for part in (own, own.rpartition("'")[2], own.rpartition(".-")[2]):
        if part in known:
            return known[part]
    if own in _short_months(language):
        return StopUse.NUMBER
    ends = (own[-size:] for size in range(1, len(own)))
    return next((known[f"*{end}"] for end in ends if f"*{end}" in known), None)


@cache
def _short_months(language: str) -> frozenset[str]:
    named = months(language)
    return frozenset(name for name in named if any(other != name and other.startswith(name) for other in named))


def _is_dotted(word: str) -> bool:
    parts = word.split(".")
    return len(parts) > 1 and all(0 < len(part) <= 3 and part.isalpha() for part in parts)


def _ordinal(before: str, number: str, ahead: str, language: str) -> bool:
    """``14. oktober``, ``am 3. Tag``, ``1. Punkt`` at the beginning of a line. ``before`` stands before it there."""
    if len(number) > 2:
        return False
    if not before.strip() or fold(ahead) in months(language):
        return True
    if _counts(before, language):
        return False
    own = grammar(language)
    return own.orthography.ordinal_stop and own.nouns.capitalised and not _starts_sentence(ahead, language)


def _counts(before: str, language: str) -> bool:
    """Whether what stands before a number is an abbreviation that leads to one (*Nr. 7*), which is then no ordinal."""
    words = before.split()
    return bool(words) and words[-1].endswith(".") and _kind(words[-1][:-1], language) is StopUse.NUMBER


def _starts_sentence(ahead: str, language: str) -> bool:
    """Whether the word ahead opens a sentence: a function word, or what stands before a number (*Ca. 40*)."""
    if not ahead[:1].isupper():
        return False
    return fold(ahead) in words(language, "function_words") or (
        len(ahead) > 1 and _kind(ahead, language) is StopUse.NUMBER
    )


def _is_reign(before: str) -> bool:
    """Whether a name stands right before a number of kings, and no initial: *kong Harald V*."""
    names = before.split()
    return len(names) > 1 and names[-1][:1].isupper() and names[-1].isalpha() and names[-2][:1].islower()


@cache
def abbreviations(language: str) -> dict[str, StopUse]:
    """Case-folded abbreviation without its last full stop, to whether it may end a sentence."""
    return {fold(word).rstrip("."): StopUse(kind) for word, kind in mapping(language, "abbreviations").items()}


@cache
def months(language: str) -> frozenset[str]:
    """Names of the months."""
    return words(language, "months")
