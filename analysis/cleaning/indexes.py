"""Pages that list articles and are none: front pages, pages of sections and topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from analysis.cleaning.blocks import Block, letters, nearest, read_blocks
from analysis.cleaning.lines import FINAL
from analysis.text import words_of

FURNITURE = frozenset({"button", "footer", "menu", "nav", "noscript", "script", "select", "style"})
"""Elements around an article that hold none of it."""
FEWEST_TEASERS = 3
TITLE_WORDS = 3
"""Fewest words of the headline of a teaser; shorter links are buttons and names of sections."""
TEASER_WORDS = 70
"""Most words of a teaser with its headline."""
RUNNING_WORDS = 12
"""Fewest words of a line of running text; with more than a teaser's words of it elsewhere, the page has an article."""
SHARE = 0.6
"""Share of the words of the text from which on, standing in teasers, the page is a list of them."""
LABEL_WORDS = 6
"""Most words of a line that names a list of links."""
BULLET = "• "
LINKED = 0.9
"""Share of a line that is a link where the whole line is one, marks beside it aside."""


def is_index(tree: Any, paragraphs: Sequence[str]) -> bool:
    """Whether the text is made of teasers: boxes with few words under a headline that leads elsewhere."""
    running = [block for block in read_blocks(tree) if block.words >= RUNNING_WORDS and _target(block) is None]
    teasers = _teasers(tree)
    beside = sum(block.words for block in running if block.letters not in teasers)
    if beside > TEASER_WORDS:
        return False
    if _is_list_of_links(tree, paragraphs):
        return True
    if len(set(teasers.values())) < FEWEST_TEASERS:
        return False
    words = [(len(words_of(paragraph)), teasers.get(letters(paragraph))) for paragraph in paragraphs]
    used = {teaser for _, teaser in words if teaser is not None}
    inside = sum(count for count, teaser in words if teaser is not None)
    return len(used) >= FEWEST_TEASERS and inside > SHARE * sum(count for count, _ in words)


def _is_list_of_links(tree: Any, paragraphs: Sequence[str]) -> bool:
    """Whether nearly every line of the text is a headline that leads elsewhere, each to another place."""
    links = {block.letters: target for block in read_blocks(tree) if (target := _target(block)) is not None}
    targets = {links[own] for own in map(letters, paragraphs) if own in links}
    words = [(len(words_of(paragraph)), letters(paragraph) in links) for paragraph in paragraphs]
    inside = sum(count for count, linked in words if linked)
    return len(targets) >= FEWEST_TEASERS and inside > LINKED * sum(count for count, _ in words)


def without_closing_links(tree: Any, paragraphs: list[str]) -> list[str]:
    """The paragraphs without a list of headlines that lead elsewhere, and what is said under them, at the end.

    The list begins behind the last line of running text that is no item of a list and no part of a teaser; the line
    above it that names it goes too. A few links are left alone.
    """
    teasers = _teasers(tree)
    running = [
        index
        for index, part in enumerate(paragraphs)
        if not part.startswith(BULLET) and len(words_of(part)) >= RUNNING_WORDS and FINAL.search(part[-8:])
        if letters(part) not in teasers
    ]
    first = running[-1] + 1 if running else len(paragraphs)
    links = {block.letters for block in read_blocks(tree) if _target(block) is not None}
    linked = [index for index in range(first, len(paragraphs)) if letters(paragraphs[index]) in links | teasers.keys()]
    own = [letters(paragraphs[index]) for index in linked]
    if len({teasers.get(text, text) for text in own}) < FEWEST_TEASERS:
        return paragraphs
    start = linked[0]
    while start > first and paragraphs[start - 1].startswith(BULLET) and paragraphs[start].startswith(BULLET):
        start -= 1
    outside = links | teasers.keys()
    kept = [part for part in paragraphs[start:] if letters(part) not in outside and not part.startswith(BULLET)]
    if start > first and _is_label(paragraphs[start - 1]):
        start -= 1
    return [*paragraphs[:start], *(part for part in kept if not _is_label(part))]


def _is_label(part: str) -> bool:
    """Whether a line may name a list: a few words without a full stop."""
    return len(words_of(part)) <= LABEL_WORDS and FINAL.search(part[-8:]) is None and not part.endswith(":")


def is_furniture(tree: Any, paragraphs: Sequence[str]) -> bool:
    """Whether the text is only what stands around an article: short lines of menus, feet and buttons."""
    if any(len(words_of(paragraph)) >= RUNNING_WORDS for paragraph in paragraphs):
        return False
    body = tree.find("body")
    own = letters(" ".join(_outside_furniture(tree if body is None else body)))
    return not any(letters(part) and letters(part) in own for part in paragraphs)


def _outside_furniture(node: Any) -> Iterator[str]:
    """Texts of the page outside menus, feet and buttons."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
            continue
        inside = isinstance(one.tag, str) and one.tag not in FURNITURE and one.get("role") != "navigation"
        parts = [one.text or "", *(part for child in one for part in (child, child.tail or ""))] if inside else []
        waiting.extend(reversed(parts))


def _teasers(tree: Any) -> dict[str, int]:
    """Letters of each line in a box that holds one linked headline and little else, with the number of the box."""
    blocks = read_blocks(tree)
    links = {target: block.node for block in reversed(blocks) if (target := _target(block)) is not None}
    held: dict[Any, int] = {}
    for node in links.values():
        for parent in (node, *node.iterancestors()):
            held[parent] = held.get(parent, 0) + 1
    boxes: dict[Any, list[Block]] = {}
    for node in links.values():
        while node.getparent() is not None and held[node.getparent()] == 1:
            node = node.getparent()
        boxes[node] = []
    known: dict[Any, Any] = {}
    for block in blocks if boxes else ():
        box = nearest(block.node, boxes.__contains__, known)
        if box is not None:
            boxes[box].append(block)
    small = [
        own
        for own in boxes.values()
        if len(own) > 1 and _target(own[0]) and sum(block.words for block in own) <= TEASER_WORDS
    ]
    return {block.letters: number for number, own in enumerate(small) for block in own}


def _target(block: Block) -> str | None:
    """Where the line leads if it is a link as a whole and long enough for a headline."""
    if block.linked < LINKED * len(block.text) or block.words < TITLE_WORDS:
        return None
    around = [node for node in (block.node, *block.node.iterancestors()) if node.tag == "a"]
    link = around[0] if around else next(block.node.iter("a"), None)
    return link.get("href") if link is not None else None
