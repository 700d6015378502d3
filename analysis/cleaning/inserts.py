"""What a page sets among the paragraphs of an article: captions of pictures, offers, headings of boxes left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import islice, takewhile
from typing import Any

from analysis.cleaning.blocks import HEADINGS, Block, letters, names_of, read_blocks
from analysis.cleaning.lines import FINAL, Line, classify
from analysis.cleaning.phrases import units
from analysis.text import words_of

CAPTION_WORDS, RUNNING_WORDS, LONG_WORDS = 30, 12, 40
"""Most words of a caption; fewest of running text, with a full stop and without."""
MOST_CAPTIONS = 4
"""Most lines beside the pictures of one box."""
NAMED, DEPTH = frozenset({"caption", "captions"}), 2
"""Words in the names of elements for captions, and how many elements around a line are looked at."""
PICTURES = ("amp-img", "img", "picture", "video")
LISTS = frozenset({"dd", "dt", "li", "td"})
HEADING_WORDS = 10
"""Most words of a heading of a box."""
FEWEST_LINES, LINE_WORDS = 2, 4
"""Fewest lines of a box that were left out, and fewest words of each that count."""
BOX_WORDS = 150
SHARE = 0.2
"""Largest share of the words of a text that is taken for captions or offers."""
SPOKEN = re.compile(r"^[–—―-]\s|[\"“”„«»]$")
"""Speech, and words in marks that a page sets apart beside a picture."""
MOST_AROUND = 40
"""Most elements around a line that are looked at; a page has no more, but for one whose elements nobody closes."""


def without_inserts(paragraphs: list[str], tree: Any) -> list[str]:
    """The paragraphs without captions of pictures, and without boxes that offer a subscription.

    Where such lines are a good part of the text they are something else, and all of it stays.
    """
    blocks = read_blocks(tree)
    own = {letters(part) for part in paragraphs}
    kept = [block for block in blocks if block.letters in own]
    gone = {id(block) for block in (*_captions(kept, _around(kept)), *_offers(blocks))}
    taken = {block.text for block in kept if id(block) in gone}
    return _within_share(paragraphs, taken - {block.text for block in kept if id(block) not in gone})


def without_orphans(paragraphs: list[str], tree: Any) -> list[str]:
    """The paragraphs without headings of small boxes of which nothing else was kept: *Most read*, *What to know*."""
    blocks = read_blocks(tree)
    own = {letters(part) for part in paragraphs}
    held = Counter(node for block in blocks for node in _elements(block))
    gone: set[str] = set()
    kept: set[str] = set()
    for index, block in enumerate(blocks):
        if block.letters in own:
            (gone if _is_orphan(blocks, index, held, own) else kept).add(block.letters)
    return _within_share(paragraphs, {part for part in paragraphs if letters(part) in gone - kept})


def _elements(block: Block) -> Iterator[Any]:
    """The element that holds the first letter of a line, and the nearest of those around it."""
    yield block.node
    yield from islice(block.node.iterancestors(), MOST_AROUND)


def _around(blocks: Sequence[Block]) -> Counter[Any]:
    """How many paragraphs of running text each element holds."""
    running = (block for block in blocks if _is_running(block))
    return Counter(node for block in running for node in _elements(block))


def _within_share(paragraphs: list[str], gone: Set[str]) -> list[str]:
    lost = sum(len(words_of(part)) for part in paragraphs if part in gone)
    if not lost or lost > SHARE * sum(len(words_of(part)) for part in paragraphs):
        return paragraphs
    return [part for part in paragraphs if part not in gone]


def _is_running(block: Block) -> bool:
    return block.words >= (RUNNING_WORDS if FINAL.search(block.text[-8:]) else LONG_WORDS)


def _captions(blocks: Sequence[Block], around: Mapping[Any, int]) -> Sequence[Block]:
    """The lines beside a picture in a box of their own, without a full stop or named for captions.

    ``blocks`` are those of the text, ``around`` how many running paragraphs each element holds. Lines above the first
    paragraph may be the lead, which pages set beside the largest picture.
    """
    first = next((index for index, block in enumerate(blocks) if _is_running(block)), len(blocks))
    boxes: dict[Any, list[Block]] = {}
    for block in blocks[first + 1 :]:
        box = _box(block, around)
        if box is not None:
            boxes.setdefault(box, []).append(block)
    shown = (lines for box, lines in boxes.items() if len(lines) <= MOST_CAPTIONS and _shows_picture(box))
    return [block for lines in shown for block in lines if _is_caption(block)]


def _box(block: Block, around: Mapping[Any, int]) -> Any:
    """The largest element around a line without another paragraph of running text; ``None`` in a list."""
    box = None
    for node in _elements(block):
        if node.tag in LISTS:
            return None
        if around.get(node, 0) > _is_running(block):
            break
        box = node
    return box


def _shows_picture(box: Any) -> bool:
    return next(box.iter(*PICTURES), None) is not None


def _is_caption(block: Block) -> bool:
    if block.words > CAPTION_WORDS or SPOKEN.search(block.text) or block.text.endswith(":"):
        return False
    nodes = (block.node, *islice(block.node.iterancestors(), DEPTH))
    if any(node.tag in HEADINGS for node in nodes):
        return False
    return FINAL.search(block.text[-8:]) is None or any(names_of(node) & NAMED for node in nodes)


def _offers(blocks: Sequence[Block]) -> Sequence[Block]:
    """The lines of small boxes that open with an offer of a subscription or a letter, which was left out."""
    found: list[Block] = []
    named = _Named()
    for index, block in enumerate(blocks):
        line = Line(0, len(block.text), block.text, units(block.text), block.words, "bottom", False)
        if not line.units or classify(line) != "newsletter":
            continue
        before = [set(_elements(one)) for one in reversed(blocks[max(0, index - 2) : index])]
        box = _offer_box(block, before[1] if len(before) > 1 else set(), named)
        if box is not None:
            found += _lines_of(box, blocks[index:])
            found += [blocks[index - 1]] if before and box in before[0] else ()
    return found


def _lines_of(box: Any, blocks: Sequence[Block]) -> Iterator[Block]:
    """The first of the lines, as far as they stand in the box."""
    return takewhile(lambda block: box in _elements(block), blocks)


class _Named:
    """What was found of elements, so that each is looked at once."""

    def __init__(self) -> None:
        self._small: dict[Any, bool] = {}
        self._beside: dict[Any, Counter[tuple[Any, str]]] = {}

    def is_small(self, node: Any) -> bool:
        """Whether an element holds few words and no headline."""
        if node not in self._small:
            few = len(words_of(str(node.text_content()))) <= BOX_WORDS
            self._small[node] = few and next(node.iter("h1"), None) is None
        return self._small[node]

    def is_single(self, node: Any) -> bool:
        """Whether an element has a name that no element beside it has."""
        parent, name = node.getparent(), node.get("class") or ""
        if parent is None or not name:
            return False
        if parent not in self._beside:
            self._beside[parent] = Counter((child.tag, child.get("class") or "") for child in parent)
        return self._beside[parent][(node.tag, name)] == 1


def _offer_box(block: Block, above: Set[Any], named: _Named) -> Any:
    """The largest small box with the line among its first two, and with a name that no element beside it has.

    Boxes of one name may hold parts of an article. ``above`` are the elements around the line before the last one.
    """
    box = None
    for node in block.node.iterancestors():
        if node in above or not named.is_small(node):
            break
        box = node if named.is_single(node) and len(letters(str(node.text_content()))) > len(block.letters) else box
    return box


def _is_orphan(blocks: Sequence[Block], index: int, held: Mapping[Any, int], own: Set[str]) -> bool:
    """Whether a line is the first of the nearest box that holds more, some lines follow it, and none of them was kept.

    ``held`` are the numbers of lines that elements hold.
    """
    block = blocks[index]
    if block.words > HEADING_WORDS or FINAL.search(block.text[-8:]):
        return False
    box = next((node for node in _elements(block) if held[node] > 1), None)
    if box is None or box.tag in LISTS or (index and box in _elements(blocks[index - 1])):
        return False
    lines = words = 0
    for other in blocks[index + 1 : index + held[box]]:
        lines += other.words >= LINE_WORDS
        words += other.words
        if words > BOX_WORDS or other.letters in own:
            return False
    return lines >= FEWEST_LINES
