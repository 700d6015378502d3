"""What stands among the paragraphs of an article and was left behind: headings, lists, and paragraphs like the others.

Entries of live reports and lists of what is important are often marked up in a way of their own, and are lost with what
pages set between paragraphs. One of them is the article's if it stands in the very box that holds its paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from analysis.cleaning.blocks import ANSWERS, ELSEWHERE, HEADINGS, INLINE, Block, letters, names_of, read_blocks
from analysis.cleaning.indexes import BULLET
from analysis.cleaning.lines import FINAL
from analysis.cleaning.markup import ordered
from analysis.cleaning.told import told_in_boxes

BESIDE = 3
"""Paragraphs of an article in a box from which on headings and lists beside them are its own."""
HELD_WORDS = 8
"""Fewest words of a paragraph that is counted."""
HELD_LETTERS = 12
"""Fewest letters of a line whose words, found in another, show that it was not left behind."""
HEADING_WORDS, ITEM_WORDS, SENTENCE_WORDS = 30, 80, 12
"""Longest heading and item of a list, and shortest paragraph, in words."""
MOST_ITEMS = 40
LINKED_WORDS, OFTEN = 6, 8
"""Words of a sentence around a link, and how many paragraphs of the article are marked up as its one is."""
LINKED = 0.3
"""Largest share of links in a list, or in a paragraph, that is the article's."""
ALIEN = ELSEWHERE | ANSWERS | frozenset((
    "ad", "ads", "advert", "advertisement", "author", "authors", "breadcrumb", "breadcrumbs", "byline", "caption",
    "copyright", "credit", "gallery", "login", "menu", "meta", "metadata", "nav", "navigation", "paywall", "player",
    "poll", "quiz", "share", "sharing", "social", "subscribe", "tag", "tags", "toc", "topics", "widget",
))  # fmt: skip
"""Words in the names of elements that stand among paragraphs and hold something else."""
POSTS = frozenset({"bluesky", "embed", "facebook", "instagram", "mastodon", "post", "tiktok", "tweet", "twitter"})
"""Words in the names of quotations that are posts of a network."""
LISTS = frozenset(["ol", "ul"])
SHOWN = ("audio", "iframe", "img", "picture", "svg", "table", "video")
"""What a figure shows that is no quotation."""
CAPTION_WORDS = 20
"""Most words of who said what is set apart."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: its element, the largest one that holds nothing else, and the box around that."""

    element: Any
    outer: Any
    box: Any


@dataclass(slots=True)
class _Held:
    """How many paragraphs of the article stand in each box, and how many are of each kind."""

    boxes: Counter[Any] = field(default_factory=Counter)
    kinds: Counter[tuple[str, ...]] = field(default_factory=Counter)


def with_neighbours(paragraphs: list[str], tree: Any, titles: Sequence[str]) -> list[str]:
    """The paragraphs with the headings, lists and paragraphs that stand among them and were left behind."""
    own = {letters(paragraph) for paragraph in paragraphs}
    blocks = read_blocks(tree)
    kept = [index for index, block in enumerate(blocks) if block.letters in own and block.words >= HELD_WORDS]
    if len(kept) < BESIDE:
        return paragraphs
    heads = {letters(title) for title in titles}
    head = next((i for i in range(kept[0] - 1, -1, -1) if blocks[i].heading or blocks[i].letters in heads), kept[0])
    places = {index: _place(blocks[index]) for index in range(head + 1, kept[-1] + 1)}
    held = _Held()
    for index in kept:
        if index in places:
            held.boxes[places[index].box] += 1
            held.kinds[_kind(places[index].element)] += 1
    joined = letters(" ".join(paragraphs))
    counted = set(kept)
    lists = _lists([(blocks[index], place, index in counted) for index, place in places.items()], held)
    told = told_in_boxes(blocks[kept[0] : kept[-1] + 1], own, held.boxes)
    set_apart = _set_apart(blocks[kept[0] : kept[-1] + 1], joined)
    found: list[str] = []
    following = True
    for index in range(kept[-1], head, -1):
        block, place = blocks[index], places[index]
        taken = block.letters in own
        known = block.letters in joined and len(block.letters) >= HELD_LETTERS
        if not taken and not known and block.letters not in heads:
            listed = place.outer in lists
            taken = listed or (following and _is_heading(block, place, held))
            taken = taken or (kept[0] < index and (_is_paragraph(block, place, held) or _is_quoted(block, place, held)))
            taken = taken or block.node in told or (kept[0] < index and block.node in set_apart)
            if taken:
                found.append(f"{BULLET}{block.text}" if listed else block.text)
        following = taken
    return ordered([*paragraphs, *reversed(found)], tree) if found else paragraphs


def _place(block: Block) -> _Place:
    element = block.node
    while element.tag in INLINE and element.getparent() is not None:
        element = element.getparent()
    item = next((node for node in (element, *element.iterancestors()) if node.tag == "li"), None)
    outer = element if item is None else item.getparent()
    while (parent := outer.getparent()) is not None and _is_alone(outer, parent):
        outer = parent
    return _Place(element if item is None else item, outer, outer.getparent())


def _is_alone(node: Any, parent: Any) -> bool:
    """Whether the element is all that the one around it holds."""
    others = (child for child in parent if isinstance(child.tag, str) and child is not node)
    return not (parent.text or "").strip() and not (node.tail or "").strip() and next(others, None) is None


def _kind(element: Any) -> tuple[str, ...]:
    parent = element.getparent()
    names = [element.get("class") or "", "" if parent is None else parent.get("class") or ""]
    return (str(element.tag), *names) if any(names) else ()


def _is_alien(place: _Place) -> bool:
    node = place.element
    while node is not None and node is not place.box:
        if names_of(node) & ALIEN:
            return True
        node = node.getparent()
    return False


def _lists(blocks: Sequence[tuple[Block, _Place, bool]], held: _Held) -> set[Any]:
    """The lists between paragraphs of the article, or under a heading before them, with few links and no other name."""
    items: dict[Any, list[Block]] = {}
    strange: set[Any] = set()
    opened: set[Any] = set()
    last = {place.box: index for index, (_, place, kept) in enumerate(blocks) if kept}
    for index, (block, place, kept) in enumerate(blocks):
        if place.element.tag == "li" and place.element.getparent().tag in LISTS:
            items.setdefault(place.outer, []).append(block)
            between = place.box in opened and index < last.get(place.box, 0)
            if not between or _is_alien(place) or block.words > ITEM_WORDS:
                strange.add(place.outer)
        elif kept or place.element.tag in HEADINGS:
            opened.add(place.box)
    return {
        outer
        for outer, parts in items.items()
        if outer not in strange and held.boxes[outer.getparent()] >= BESIDE and 1 < len(parts) <= MOST_ITEMS
        if sum(block.linked for block in parts) <= LINKED * sum(len(block.text) for block in parts)
    }


def _is_heading(block: Block, place: _Place, held: _Held) -> bool:
    """Whether a heading stands beside paragraphs of the article; what follows it is the article's, too."""
    named = place.element.tag in HEADINGS and place.element.tag != "h1"
    if not named or block.linked or block.words > HEADING_WORDS:
        return False
    return held.boxes[place.box] >= BESIDE and not _is_alien(place)


def _is_paragraph(block: Block, place: _Place, held: _Held) -> bool:
    """Whether a paragraph is marked up like those of the article, in a way that others are not."""
    if place.element.tag != "p" or FINAL.search(block.text[-8:]) is None:
        return False
    kind = _kind(place.element)
    if not kind or held.kinds[kind] < BESIDE or _is_alien(place):
        return False
    plain = block.words >= SENTENCE_WORDS and block.linked <= LINKED * len(block.text)
    return plain or (block.words >= LINKED_WORDS and held.kinds[kind] >= OFTEN and _runs_around_link(place.element))


def _runs_around_link(element: Any) -> bool:
    """Whether a sentence begins before its only link and ends behind it: *It also | runs two schools | .*"""
    links = list(islice(element.iter("a"), 2))
    before = str(element.text or "").strip()
    alone = len(links) == 1 and links[0].getparent() is element
    return alone and bool(before) and before[-1] not in ":–—-|" and str(links[0].tail or "").strip() in (".", "!", "?")


def _is_quoted(block: Block, place: _Place, held: _Held) -> bool:
    """Whether somebody's words are set apart as a page sets others, or among its paragraphs."""
    quote = next(block.node.iterancestors("blockquote"), None)
    if quote is None or names_of(quote) & POSTS or block.words < HELD_WORDS or block.linked:
        return False
    kind = _kind(place.element)
    alike = (bool(kind) and held.kinds[kind] > 0) or held.boxes[place.box] >= BESIDE
    return alike and FINAL.search(block.text[-8:]) is not None and not _is_alien(place)


def _set_apart(blocks: Sequence[Block], joined: str) -> set[Any]:
    """The blocks of figures that hold only a quotation and whose it is, unless its words stand in the article."""
    found: dict[Any, list[Block]] = {}
    for block in blocks:
        figure = next(block.node.iterancestors("figure"), None)
        if figure is not None and next(figure.iter(*SHOWN), None) is None:
            found.setdefault(figure, []).append(block)
    return {block.node for parts in found.values() if _is_set_apart(parts, joined) for block in parts}


def _is_set_apart(parts: Sequence[Block], joined: str) -> bool:
    """Whether whole sentences of somebody's come first and then a caption that says whose they are."""
    within = [next(block.node.iterancestors("blockquote"), None) for block in parts]
    quoted = [block for block, quote in zip(parts, within, strict=True) if quote is not None]
    caption = parts[len(quoted) :]
    if not quoted or any(quote is None or names_of(quote) & POSTS for quote in within[: len(quoted)]):
        return False
    if any(block.linked for block in parts) or any(letters(block.text) in joined for block in quoted):
        return False
    named = 0 < sum(block.words for block in caption) <= CAPTION_WORDS
    whole = FINAL.search(quoted[-1].text[-8:]) is not None
    return named and whole and sum(block.words for block in quoted) >= HELD_WORDS
