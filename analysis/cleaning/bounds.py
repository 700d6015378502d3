"""Where on a page its article begins and ends: what stands above the headline or in another article is not its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from analysis.cleaning.blocks import (
    HEADINGS,
    TITLE_WORDS,
    WHOLE,
    Block,
    is_hidden,
    is_titled,
    letters,
    names_of,
    read_blocks,
    stands_in,
)
from analysis.cleaning.lines import FINAL, Line, classify
from analysis.cleaning.phrases import units
from analysis.text import words_of

KICKER_WORDS = 8
"""Longest line above the headline that names a section or a topic."""
OWN_SHARE = 0.5
"""Share of the words from which on the article that holds the headline is the page's own."""

LABEL_END = re.compile(r"\s*[:|–—]\s*")
ABOVE = 0.2
"""Largest share of the words of a text above its headline."""
BOXED = frozenset((
    "audio", "bio", "carousel", "comment", "comments", "disclaimer", "gallery", "legal", "newsletter", "player",
    "poll", "quiz", "regwall", "signup", "slideshow", "video", "wall",
))  # fmt: skip
"""Words in the names of small boxes that stand within articles and are no part of them."""
BOXES_NAMED = frozenset({"aside", "div", "form", "ol", "p", "section", "ul"})
BOX_DEPTH, BOX_WORDS = 4, 150
"""How many elements around a line are looked at, and most words of such a box."""
ADDRESSES = frozenset({"email", "mail"})
"""Words in the names of fields for an address."""
LETTER_WORDS, REACH = 70, 8
"""Most words of a box that offers letters by mail, and how many elements around the field are looked at."""
UNSEEN_NAMES = frozenset(["screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden"])
"""Names that elements have for those who have pages read to them."""
MOST_COUNTS = 3
"""Lines that count comments, above the article and below it, that are looked at."""
BOXED_SHARE = 0.3
"""Share of the words in such boxes up to which their names are believed."""


def within_article(paragraphs: list[str], tree: Any, titles: Sequence[str]) -> list[str]:
    """The paragraphs without a line above the headline, and without those of another article on the page."""
    heads = {letters(title) for title in titles} - {""}
    blocks = read_blocks(tree)
    head = _headline(paragraphs, blocks, heads, letters(titles[0]) if titles else "")
    if head < 0:
        return paragraphs
    above = {block.letters for block in blocks[:head]} - {block.letters for block in blocks[head:]}
    kept = [part for part in paragraphs if letters(part) not in above or not _is_label(part)]
    kept = _without_next(kept, blocks, head)
    own = next((node for node in blocks[head].node.iterancestors("article")), None)
    if own is None:
        return kept
    places = _by_article(blocks[head:], own)
    before = {block.letters for block in blocks[:head] if own not in block.node.iterancestors()}
    places.others |= before
    words = [(len(words_of(part)), letters(part)) for part in kept]
    held = sum(count for count, text in words if text in places.own)
    if held < OWN_SHARE * sum(count for count, text in words if text not in places.headed - places.own):
        return kept
    return [part for part, (_, text) in zip(kept, words, strict=True) if text not in places.others - places.own]


def _headline(paragraphs: Sequence[str], blocks: Sequence[Block], heads: set[str], best: str) -> int:
    """Index of the headline, -1 if there is none: of the first level, or with the ``best`` title above the text."""
    first = [i for i, block in enumerate(blocks) if block.heading and block.letters in heads]
    own = {letters(part) for part in paragraphs}
    words = [block.words if block.letters in own else 0 for block in blocks]
    titled = [i for i, block in enumerate(blocks) if is_titled(block, {best}) and sum(words[:i]) < ABOVE * sum(words)]
    return next((i for i in (*titled, *first) if i in first and i in titled), (titled or first or [-1])[0])


def is_labelled(text: str, heads: set[str]) -> bool:
    """Whether a line is the title behind its label: *Rail traffic: Storm closes two lines*.

    ``heads`` are the letters of the titles.
    """
    parts = ((text[: found.start()], text[found.end() :]) for found in LABEL_END.finditer(text))
    return any(
        len(words_of(title)) > TITLE_WORDS and letters(title) in heads and 0 < len(words_of(label)) <= KICKER_WORDS
        for label, title in parts
    )


def without_boxes(paragraphs: list[str], tree: Any) -> list[str]:
    """The paragraphs without those of small boxes within the article that are named for something else.

    What readers write and polls, offers of letters, what the law wants said, and what the page hides; where these
    hold a good part of the words their names mean something else, and nothing is taken away.
    """
    inside: set[str] = set()
    outside: set[str] = set()
    known: dict[Any, bool] = {}
    forms = _letter_boxes(tree)
    for block in read_blocks(tree):
        (inside if _is_boxed(block, known) or _is_of_letters(block, forms) else outside).add(block.letters)
    inside, outside = _without_comments(tree, paragraphs, inside, outside)
    hidden: dict[Any, bool] = {}
    boxes = (node for node in tree.iter("p") if stands_in(node.getparent(), _is_unseen, hidden))
    inside |= {letters(node.text_content()) for node in boxes}
    words = [(len(words_of(part)), letters(part) in inside - outside) for part in paragraphs]
    boxed = sum(count for count, held in words if held)
    if not boxed or boxed > BOXED_SHARE * sum(count for count, _ in words):
        return paragraphs
    return [part for part, (_, held) in zip(paragraphs, words, strict=True) if not held]


def _is_unseen(node: Any) -> bool:
    """Whether an element is hidden, or there only for those who have the page read to them."""
    return is_hidden(node) or (
        node.tag not in WHOLE and bool(UNSEEN_NAMES & set((node.get("class") or "").lower().split()))
    )


def _letter_boxes(tree: Any) -> set[Any]:
    """The largest elements of few words around each field for an address to which letters are sent."""
    found: set[Any] = set()
    large: dict[Any, bool] = {}
    for field_ in tree.iter("input"):
        if (field_.get("type") or "").lower() != "email" and not names_of(field_) & ADDRESSES:
            continue
        box = None
        for node in islice(field_.iterancestors(), REACH):
            if node not in large:
                large[node] = len(words_of(str(node.text_content()))) > LETTER_WORDS or node.find(".//h1") is not None
            if large[node]:
                break
            box = node
        if box is not None:
            found.add(box)
    return found


def _is_of_letters(block: Block, forms: set[Any]) -> bool:
    return bool(forms) and not forms.isdisjoint(block.node.iterancestors())


def _without_comments(
    tree: Any, paragraphs: Sequence[str], inside: set[str], outside: set[str]
) -> tuple[set[str], set[str]]:
    """Both sets with all that stands behind a line that counts the comments of readers moved to the first.

    Such a line may stand above the article as well; what is behind it is then no comment.
    """
    blocks = read_blocks(tree)
    words = {letters(part): len(words_of(part)) for part in paragraphs}
    counts = (index for index, block in enumerate(blocks) if _counts_comments(block))
    for index in islice(counts, MOST_COUNTS):
        behind = {other.letters for other in blocks[index:]} - {other.letters for other in blocks[:index]}
        if sum(words[text] for text in behind & words.keys()) <= BOXED_SHARE * sum(words.values()):
            return inside | behind, outside - behind
    return inside, outside


def _counts_comments(block: Block) -> bool:
    line = Line(0, len(block.text), block.text, units(block.text), block.words, "bottom", False)
    return block.words <= KICKER_WORDS and "0" in line.units and not block.linked and classify(line) == "comments"


def _is_boxed(block: Block, known: dict[Any, bool]) -> bool:
    """Whether one of the nearest elements around a line is named so and holds few words; ``known`` are those seen."""
    for node in (block.node, *islice(block.node.iterancestors(), BOX_DEPTH)):
        if node not in known:
            named = node.tag in BOXES_NAMED and bool(names_of(node) & BOXED)
            known[node] = named and len(words_of(str(node.text_content()))) <= BOX_WORDS
        if known[node]:
            return True
    return False


def _without_next(paragraphs: list[str], blocks: Sequence[Block], head: int) -> list[str]:
    """The paragraphs without those of boxes that open with another headline of the first level, as in endless pages.

    Where such boxes hold most of the words they may be parts of one text, and nothing is taken away.
    """
    own = {blocks[head].node, *blocks[head].node.iterancestors()}
    first_level = {node for one in blocks[head].node.getroottree().iter("h1") for node in one.iter()}
    boxes = {
        _outermost(block.node, own): block
        for block in reversed(blocks[head + 1 :])
        if block.letters != blocks[head].letters and block.node in first_level
    }
    if not boxes:
        return paragraphs
    opened: dict[Any, Block] = {}
    inside: set[str] = set()
    outside: set[str] = set()
    for block in blocks[head:]:
        box = next((node for node in (block.node, *block.node.iterancestors()) if node in boxes), None)
        first = opened.setdefault(box, block) if box is not None else None
        (inside if first is not None and first is boxes[box] else outside).add(block.letters)
    words = [(len(words_of(part)), letters(part)) for part in paragraphs]
    lost = sum(count for count, text in words if text in inside - outside)
    if 2 * lost > sum(count for count, _ in words):
        return paragraphs
    return [part for part, (_, text) in zip(paragraphs, words, strict=True) if text not in inside - outside]


def _outermost(node: Any, around: set[Any]) -> Any:
    """The largest box with this element that does not hold the headline as well."""
    while node.getparent() is not None and node.getparent() not in around:
        node = node.getparent()
    return node


def _is_label(part: str) -> bool:
    return len(words_of(part)) <= KICKER_WORDS and FINAL.search(part[-8:]) is None


@dataclass(slots=True)
class Places:
    """Letters of the blocks in the own article, in other ones, and in those among them that have a headline of their
    own, of the same level."""

    own: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    headed: set[str] = field(default_factory=set)


def _by_article(blocks: Sequence[Block], own: Any) -> Places:
    """Where the blocks stand, the first of them the headline.

    An article with a heading of its level is another one also where it stands within the own one.
    """
    places = Places()
    level = next((node.tag for node in (blocks[0].node, *blocks[0].node.iterancestors()) if node.tag in HEADINGS), "h1")
    headed = {node for node in own.getroottree().iter("article") if next(node.iter(level), None) is not None}
    headed -= {own, *own.iterancestors()}
    for block in blocks:
        around = [node for node in (block.node, *block.node.iterancestors()) if node.tag == "article"]
        if own in around and headed.isdisjoint(around):
            places.own.add(block.letters)
        elif around:
            places.others.add(block.letters)
            if not headed.isdisjoint(around):
                places.headed.add(block.letters)
    return places
