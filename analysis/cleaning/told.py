"""Boxes among the paragraphs of an article that go on telling it, in running text with somebody's words in it.

Pages fold parts of an interview away in boxes that open on demand; what finds the body takes these for something else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from typing import Any

from analysis.cleaning.blocks import ANSWERS, ELSEWHERE, HEADINGS, Block, names_of
from analysis.cleaning.lines import FINAL, SPOKEN

BESIDE = 3
"""Paragraphs of the article that stand beside such a box, at least."""
TOLD, TOLD_WORDS, MOST_WORDS = 2, 12, 500
"""Fewest sentences in it, fewest words of each, and most words of it all."""
BUTTON_WORDS = 6
"""Most words of the buttons that open the box and close it."""
DEPTH = 8
"""How many elements around a line are looked at."""
NAMES = ELSEWHERE | ANSWERS | frozenset((
    "ad", "ads", "advert", "advertisement", "author", "authors", "bio", "caption", "disclaimer", "embed", "gallery",
    "legal", "login", "media", "menu", "nav", "paywall", "player", "poll", "quiz", "share", "sharing", "signup",
    "slideshow", "social", "subscribe", "tags", "teaser", "teasers", "topics", "tweet", "twitter", "video", "widget",
))  # fmt: skip
"""Words in the names of boxes that hold something else."""

OTHERS = frozenset(["form", "iframe", "img", "input", "picture", "table", "video"])


def told_in_boxes(blocks: Sequence[Block], own: Set[str], held: Mapping[Any, int]) -> Collection[Any]:
    """The elements of the lines in such boxes.

    ``blocks`` are those from the first paragraph of the article to the last, ``own`` the letters of its paragraphs,
    ``held`` how many of them stand in each element.
    """
    boxes: dict[Any, list[Block]] = {}
    for block in blocks:
        box = _box(block, held)
        if box is not None:
            boxes.setdefault(box, []).append(block)
    return {block.node for box, lines in boxes.items() for block in _told(box, lines, own)}


def _box(block: Block, held: Mapping[Any, int]) -> Any:
    """The box that stands beside paragraphs of the article and holds the line, ``None`` where there is none."""
    node = block.node
    for _ in range(DEPTH):
        parent = node.getparent()
        if parent is None:
            return None
        if held.get(parent, 0) >= BESIDE:
            return node if node.tag in ("div", "section") else None
        node = parent
    return None


def _told(box: Any, lines: Sequence[Block], own: Set[str]) -> Sequence[Block]:
    """The headings and sentences of a box that goes on telling the article, none of another one."""
    if any(block.letters in own or block.linked for block in lines) or sum(b.words for b in lines) > MOST_WORDS:
        return ()
    if any(names_of(node) & NAMES or node.tag in OTHERS for node in box.iter() if isinstance(node.tag, str)):
        return ()
    sentences = [block for block in lines if block.words >= TOLD_WORDS and FINAL.search(block.text[-8:]) is not None]
    told = [block for block in lines if block in sentences or _is_heading(block)]
    buttons = sum(block.words <= BUTTON_WORDS for block in lines if block not in told)
    spoken = any(SPOKEN.search(block.text) for block in sentences)
    return told if spoken and len(sentences) >= TOLD and len(told) + buttons == len(lines) else ()


def _is_heading(block: Block) -> bool:
    return any(node.tag in HEADINGS for node in (block.node, *block.node.iterancestors()))
