"""What a page may be at most, counted before a parser sees it, and how much of a text is cleaned."""

from __future__ import annotations

import re

from analysis.errors import TextTooLargeError

MAX_CLEANED = 200_000
"""Characters of a text whose lines are judged: four times what is read of an article (`analysis.budget`)."""
MAX_HTML = 5_000_000
"""Longest page that is read, in characters; the longest newspaper pages have some two million."""
MAX_DEPTH = 2_000
"""Deepest nesting that is read, unclosed elements counted as nested; no page that people read comes near it."""
MAX_ELEMENTS = 100_000
"""Most elements that are read; the fullest newspaper pages have some twenty thousand."""
MAX_ATTRIBUTE_PAIRS = 20_000_000
"""Most pairs of attributes of one element, summed over the page: the parser compares each with all before it, a hundred
million in a quarter of a second. Newspaper pages have three million: in their programs ``<`` looks like a tag."""
SHORT_TAG = 600
"""A tag of fewer characters has too few attributes to count."""
TAG = re.compile(r"<\s*+(/?)\s*+([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>")
VALUE = r"""(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+))?+"""
LONG_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:[\s/]*+[^\s/>=]++{VALUE}|[\s/=]++)*+")
"""A tag, its end left out, read as the parser reads it: quotation marks count behind an equals sign only."""
ATTRIBUTE = re.compile(rf"[^\s/>=\"']++{VALUE}|[=\"']")
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "li", "link", "meta", "p", "source", "track", "wbr"]
)


def cleaned(page: str) -> str:
    """The beginning of a text that is cleaned: whole lines, if one of them ends there."""
    if len(page) <= MAX_CLEANED:
        return page
    line = page.rfind("\n", MAX_CLEANED // 2, MAX_CLEANED)
    return page[: line if line >= 0 else MAX_CLEANED]


def cleaned_parts(paragraphs: list[str]) -> tuple[list[str], list[str]]:
    """The first paragraphs, ``MAX_CLEANED`` characters or one, which are cleaned, and those beyond."""
    reached = 0
    for place, paragraph in enumerate(paragraphs):
        reached += len(paragraph)
        if place and reached > MAX_CLEANED:
            return paragraphs[:place], paragraphs[place:]
    return paragraphs, []


def check_markup(page: str) -> None:
    """Refuse what would take a parser quadratic time or too deep a stack. Raises TextTooLargeError."""
    depth = deepest = elements = 0
    for match in TAG.finditer(page):
        elements += not match[1]
        if match[2].lower() not in VOID and match[0][-2] != "/":
            depth = max(0, depth - 1) if match[1] else depth + 1
            deepest = max(deepest, depth)
    if elements > MAX_ELEMENTS:
        raise TextTooLargeError(f"The page has {elements:,} elements; at most {MAX_ELEMENTS:,} are read.", "/html")
    if deepest > MAX_DEPTH:
        raise TextTooLargeError("The page nests its elements too deeply to be read.", "/html")
    if sum(_pairs(found[0]) for found in LONG_TAG.finditer(page)) > MAX_ATTRIBUTE_PAIRS:
        raise TextTooLargeError("The page's elements have more attributes than are read.", "/html")


def _pairs(tag: str) -> int:
    """How many pairs of attributes a tag has; none where it is too short for many."""
    attributes = sum(1 for _ in ATTRIBUTE.finditer(tag)) - 1 if len(tag) > SHORT_TAG else 0
    return attributes * (attributes - 1) // 2
