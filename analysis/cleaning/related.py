"""What leads elsewhere from within an article: headlines of others, lists of links, and the list of its own parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from analysis.cleaning.blocks import HEADINGS, Block, letters, nearest, read_blocks
from analysis.cleaning.phrases import opening, phrases, units
from analysis.columns import PhrasePlace
from analysis.text import words_of

FEWEST_WORDS, MOST_WORDS = 3, 30
"""Words of a headline that leads elsewhere; shorter links are names, or buttons that other rules know."""
WHOLE, HALF = 0.9, 0.5
"""Share of a line, and of the items of a list, that is a link where it leads elsewhere."""
MOST_SHARE = 0.25
"""Share of the words of a text in such lines up to which they are none of it; more of them are what it is about."""
LABEL_WORDS = 6
"""Longest line that names the links below it, in words."""
REFERENCE = 0.15
"""Least share of links in a line that sends readers elsewhere by its first words."""
MOST_READING = 8
"""Most lines of a list of things to read at the end of an article."""
FEWEST_PARTS = 2
"""Fewest lines of a list of the article's own parts."""
STOPPED = re.compile(r"[.…:;][\"'”’»“«)\]]*$")


def without_links(tree: Any, paragraphs: list[str], titles: Sequence[str]) -> list[str]:
    """The paragraphs without lines that are a link as a whole and lists made of links.

    Headings and sentences stay, and so does all where such lines are a good part of the text, which is about them.
    """
    heads = {letters(title) for title in titles}
    blocks = read_blocks(tree)
    linked = {block.letters for block in blocks if _is_link(block)} | set(_of_lists(blocks))
    shown: dict[Any, int] = {}
    linked -= {block.letters for block in blocks if _is_heading(block) and not _is_teaser(block, shown)} | heads
    partly = {block.letters: block.linked / len(block.text) for block in blocks if block.linked}
    gone = [letters(part) in linked or is_reference(part, partly.get(letters(part), 0)) for part in paragraphs]
    for index, part in enumerate(paragraphs[:-1]):
        named = part.rstrip().endswith(":") and len(words_of(part)) <= LABEL_WORDS
        gone[index] = gone[index] or (named and gone[index + 1] and letters(paragraphs[index + 1]) in linked)
    _mark_reading(paragraphs, gone, partly)
    words = [len(words_of(part)) for part in paragraphs]
    lost = sum(count for count, leads in zip(words, gone, strict=True) if leads)
    if not lost or lost > MOST_SHARE * sum(words):
        return paragraphs
    return [part for part, leads in zip(paragraphs, gone, strict=True) if not leads]


def is_reference(part: str, linked: float) -> bool:
    """Whether a line with a link opens with words that send readers elsewhere (*Read also …*), however it goes on."""
    if linked < REFERENCE or len(words_of(part)) > MOST_WORDS:
        return False
    found = opening(units(part)[:MOST_WORDS], PhrasePlace.START)
    return found is not None and found[1] == "read_more" and found[0] > 1


def _mark_reading(paragraphs: Sequence[str], gone: list[bool], partly: Mapping[str, float]) -> None:
    """Marks the label of a list of things to read, and the list, at the end: every line of it has a link."""
    for index in range(max(len(paragraphs) // 2, len(paragraphs) - 1 - MOST_READING), len(paragraphs) - 1):
        label = units(paragraphs[index]) if len(words_of(paragraphs[index])) <= LABEL_WORDS else []
        table = phrases(PhrasePlace.LINE, PhrasePlace.LABEL, PhrasePlace.START)
        below = [letters(part) for part in paragraphs[index + 1 :]]
        if label and table.whole(label) == "read_more" and all(map(partly.get, below)):
            gone[index:] = [True] * (len(paragraphs) - index)
            return


def _is_heading(block: Block) -> bool:
    return any(node.tag in HEADINGS for node in (block.node, *block.node.iterancestors()))


def _is_teaser(block: Block, shown: dict[Any, int]) -> bool:
    """Whether a heading stands in a link that shows more than it, as headlines of other articles with their topics.

    ``shown`` is how many letters links show, as far as that is known, and is filled.
    """
    link = next(block.node.iterancestors("a"), None)
    if link is None or str(link.get("href") or "#").startswith("#"):
        return False
    if link not in shown:
        shown[link] = len(letters(str(link.text_content())))
    return shown[link] > len(block.letters)


def _is_link(block: Block) -> bool:
    """Whether a line that is no sentence is a link as a whole."""
    if not FEWEST_WORDS <= len(block.text.split()) <= MOST_WORDS or STOPPED.search(block.text[-8:]):
        return False
    return block.linked >= WHOLE * len(block.text)


def _of_lists(blocks: Sequence[Block]) -> Iterator[str]:
    """Letters of the items of lists in which every item is a link for the most part, or leads to a part of the page."""
    lists: dict[Any, list[Block]] = {}
    known: dict[Any, Any] = {}
    for block in blocks:
        item = nearest(block.node, lambda node: node.tag == "li", known)
        if item is not None and item.getparent() is not None:
            lists.setdefault(item.getparent(), []).append(block)
    for items in lists.values():
        targets = [_target(block) for block in items]
        within = len(targets) >= FEWEST_PARTS and all(target.startswith("#") for target in targets)
        leading = all(block.linked >= HALF * len(block.text) for block in items)
        if leading and (within or not any(STOPPED.search(block.text[-8:]) for block in items)):
            yield from (block.letters for block in items if within or len(block.text.split()) >= FEWEST_WORDS)


def _target(block: Block) -> str:
    """Where the link leads that a line stands in or holds first; empty if there is none."""
    link = next(block.node.iterancestors("a"), None) if block.node.tag != "a" else block.node
    link = next(block.node.iter("a"), None) if link is None else link
    return "" if link is None else str(link.get("href") or "")


def without_contents(paragraphs: list[str]) -> list[str]:
    """The paragraphs without a list of the article's parts.

    These are lines in a row that all stand again below, in their order, with other text between them.
    """
    own = [letters(part) for part in paragraphs]
    behind = _next_places(own)
    runs: list[int] = []
    found: set[int] = set()
    for index in (*range(len(own)), len(own)):
        if index < len(own) and own[index] and behind[index] and len(words_of(paragraphs[index])) <= MOST_WORDS:
            runs.append(index)
            continue
        apart = all(behind[second] - behind[first] > 1 for first, second in pairwise(runs))
        if len(runs) >= FEWEST_PARTS and apart and behind[runs[0]] >= index:
            found |= set(runs)
        runs = []
    return [part for index, part in enumerate(paragraphs) if index not in found]


def _next_places(own: Sequence[str]) -> list[int]:
    """For each text the index at which it stands again next, 0 where it does not."""
    seen: dict[str, int] = {}
    found = [0] * len(own)
    for index in range(len(own) - 1, -1, -1):
        found[index] = seen.get(own[index], 0)
        seen[own[index]] = index
    return found
