"""The lead of a web page: what stands between headline and body, which pages often set outside the article.

A block there is the lead if the page says so, by the name of its element or because the page is described with the
same words, or else if it is the first running text under the headline. What is set around it there (who wrote it,
when, captions, buttons, links) is told by the names of elements, by links and by the rules for single lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from analysis.cleaning.blocks import ELSEWHERE, HEADINGS, TITLE_WORDS, Block, is_titled, letters, parts_of, read_blocks
from analysis.cleaning.bounds import is_labelled
from analysis.cleaning.lines import SPOKEN, Line, classify, credit_tail
from analysis.cleaning.phrases import phrases_for, units
from analysis.cleaning.related import is_reference
from analysis.dates import find_dates

NAMED = re.compile(
    r"standf|ingress|vorspann|chap(?:o|ô|eau)|manchet|underrubrik|unterzeile|subhead|subtitle|subline|undertit|sapou|"
    r"preamble|lea?detext|leadtext|articlelead|sousti|subtitlu|strapline|alternativeheadline"
)
"""Parts of names that elements have for leads and for nothing else."""
NAMES = frozenset((
    "abstract", "chapo", "dek", "deck", "description", "excerpt", "intro", "introduction", "lead", "lede",
    "summary", "sub", "teaser",
))  # fmt: skip
"""Names that elements have for leads if nothing speaks against it."""
FURNITURE = frozenset((
    "ad", "ads", "advert", "advertisement", "asset", "audio", "author", "authors", "avatar", "badge", "banner",
    "bio", "breadcrumb", "breadcrumbs", "button", "byline", "caption", "captions", "comment", "comments", "consent",
    "contributor", "cookie", "cookies", "copyright", "credit", "crumb", "crumbs", "date", "dateline", "datetime",
    "disclaimer", "embed", "figure", "footer", "gallery", "hidden", "image", "images", "img", "kicker", "label",
    "legal", "links", "live", "login", "media", "menu", "messenger", "meta", "metadata", "modal", "most", "nav",
    "navigation", "newsletter", "offscreen", "overlay", "panel", "paywall", "photo", "picture", "player", "poll",
    "popular", "popup", "promo", "quiz", "rating", "recirc", "recommended", "related", "screen", "share", "sharing",
    "sidebar", "signup", "slideshow", "social", "source", "sponsored", "sr", "subscribe", "subscription", "tag",
    "tags", "ticker", "time", "timestamp", "toolbar", "tooltip", "topics", "trending", "video", "visually",
    "widget",
))  # fmt: skip
"""Words in the names of elements that hold something else."""
OF_TEASERS = ELSEWHERE | {"asset", "live", "media", "panel", "tag", "widget"}
"""Those that pages give to any box, that of the lead among them."""
REACH = 80
"""Most blocks between headline and body."""
FEWEST_WORDS, UNNAMED_WORDS, RUNNING_WORDS, MOST_WORDS, MOST_NAMED_WORDS = 4, 6, 12, 120, 250
"""Words of a lead: that is named, that is not, the least that begin the body, and the most of either."""
MOST_BLOCKS = 4
LABEL_WORDS = 3
"""Longest name of a section before a lead, in words."""
DATED_WORDS, SIGNED_WORDS = 16, 14
"""Longest line that a date or the word for *by* keeps from being a lead."""
DESCRIBED = 40
"""Letters in which a block and the page's description must agree if one of them is cut short."""


def with_lead(paragraphs: list[str], tree: Any, titles: Sequence[str], descriptions: Sequence[str]) -> list[str]:
    """The paragraphs with the lead that was left behind, in its place before the body."""
    own = {letters(paragraph): index for index, paragraph in reversed(list(enumerate(paragraphs)))}
    blocks = read_blocks(tree)
    running = [i for i, block in enumerate(blocks) if block.letters in own and block.words >= RUNNING_WORDS]
    heads = {letters(title) for title in titles} - {""}
    best = letters(titles[0]) if titles else ""
    head = next((i for i, block in enumerate(blocks) if block.heading and is_titled(block, {best})), -1)
    head = head if head >= 0 else _headline(blocks, heads, running[0] if running else 0)
    body = next((i for i in running if i > head), -1)
    if body < 0:
        return paragraphs
    start = letters(" ".join(paragraphs[:MOST_BLOCKS]))
    between = [block for block in blocks[max(head + 1, body - REACH) : body] if block.letters not in start]
    borders: set[Any] = set()
    for block in (blocks[body], *blocks[max(0, head) : head + 1]):
        borders |= {block.node, *block.node.iterancestors()}
    described = {letters(text) for text in descriptions} - {""}
    said = letters(" ".join(paragraphs)) if head >= 0 else None
    between = [block for block in between if block.letters not in heads and not is_labelled(block.text, heads)]
    found = _lead(between, borders, described, said)
    last = max((index for index in range(max(head, 0), body) if blocks[index] in found), default=body)
    place = next(own[block.letters] for block in blocks[last : body + 1] if block.letters in own)
    if found:
        place = _before_parted(paragraphs, place, blocks[last + 1 : body])
    return [*paragraphs[:place], *dict.fromkeys(block.text for block in found), *paragraphs[place:]]


def _before_parted(paragraphs: Sequence[str], place: int, between: Sequence[Block]) -> int:
    """The place before paragraphs that the page parts, by what it shows with their links, behind the lead."""
    while place:
        own = letters(paragraphs[place - 1])
        if not any(block.letters and own.startswith(block.letters) for block in between):
            break
        place -= 1
    return place


def without_labels(paragraphs: list[str], descriptions: Sequence[str]) -> list[str]:
    """The paragraphs, the first ones without a name of a section before the words that the page is described with."""
    described = {letters(text) for text in descriptions if len(letters(text)) >= DESCRIBED}
    found = list(paragraphs)
    for place, paragraph in enumerate(paragraphs[:MOST_BLOCKS]):
        parts = paragraph.split()
        for count in range(1, min(LABEL_WORDS, len(parts) - 1) + 1):
            if parts[count - 1][-1].isalnum() and letters("".join(parts[count:])) in described:
                found[place] = " ".join(parts[count:])
                break
    return found


def _headline(blocks: Sequence[Block], heads: set[str], before: int) -> int:
    """Index of the headline, -1 if there is none.

    It is a first-level heading with the page's title, or else another heading with it that leads nowhere else, or else
    the last of the first level above the body (the name of the site is another), or else any block with that title, or
    else the last heading of the second level above the body.
    """
    first = [i for i, block in enumerate(blocks) if block.heading]
    same = [i for i, block in enumerate(blocks) if block.letters in heads]
    titled = [i for i in first if blocks[i].letters in heads and blocks[i].words >= TITLE_WORDS]
    best = titled[:1] or [i for i in same if is_titled(blocks[i], heads)][:1]
    best = best or [i for i in first if i < before][-1:] or same[:1]
    best = best or [i for i in range(max(0, before - REACH), before) if _is_second_level(blocks[i])][-1:]
    return best[0] if best else -1


def _is_second_level(block: Block) -> bool:
    """Whether a block is a heading of the second level that leads nowhere else."""
    heading = block.node.tag == "h2" or any(node.tag == "h2" for node in block.node.iterancestors())
    return heading and not block.linked and block.words >= TITLE_WORDS


def _lead(blocks: Sequence[Block], borders: set[Any], described: set[str], said: str | None) -> list[Block]:
    """The blocks that are the lead: those the page calls so, or else the first that could be one.

    ``said`` are the letters of the whole text, whose words the second kind does not repeat; ``None`` where no headline
    was found, and no line is the lead for standing under it.
    """
    open_ones = [(block, _path(block.node, borders)) for block in blocks if _is_running(block)]
    marked = [b for b, path in open_ones if (_is_named(path) and not _is_linked(b)) or _is_described(b, described)]
    if marked or said is None:
        return marked[:MOST_BLOCKS]
    open_ones = [(block, path) for block, path in open_ones if block.words <= MOST_WORDS and block.letters not in said]
    unnamed = [block for block, path in open_ones if _is_unnamed_lead(block, path)]
    return unnamed[:1] or [block for block, path in open_ones[:1] if _stands_alone(block, path)]


def _path(node: Any, borders: set[Any]) -> list[Any]:
    """The elements around a block that hold neither headline nor body."""
    path: list[Any] = []
    while node is not None and node not in borders:
        path.append(node)
        node = node.getparent()
    return path


def _is_running(block: Block) -> bool:
    """Whether the words may be a lead's: no button, date, credit or name."""
    words = block.words
    if not FEWEST_WORDS <= words <= MOST_NAMED_WORDS:
        return False
    line = Line(0, len(block.text), block.text, units(block.text), words, "top", False)
    if classify(line) or credit_tail(line) is not None or is_reference(block.text, block.linked / len(block.text)):
        return False
    if words <= DATED_WORDS and not SPOKEN.search(block.text) and not line.final and next(find_dates(block.text), None):
        return False
    signed = any(tuple(line.units[:size]) in phrases_for("byline") for size in (1, 2))
    return not (signed and words <= SIGNED_WORDS and not line.final)


def _is_named(path: Sequence[Any]) -> bool:
    """Whether the nearest element with a telling name is named for a lead, and none for other articles."""
    names = [parts_of(node) for node in path]
    if any(parts & ELSEWHERE for _, parts in names):
        return False
    for joined, parts in names[:3]:
        if parts & FURNITURE:
            return False
        if NAMED.search(joined) or parts & NAMES:
            return True
    return False


def _is_described(block: Block, described: set[str]) -> bool:
    """Whether the page is described with the block's words; descriptions are often cut short."""
    own = block.letters
    if own in described:
        return True
    return any(
        min(len(own), len(text)) >= DESCRIBED and (own.startswith(text) or text.startswith(own)) for text in described
    )


def _stands_alone(block: Block, path: Sequence[Any]) -> bool:
    """Whether a sentence fills its box, without link or picture, though the box is named like those of teasers."""
    if not path or block.words < UNNAMED_WORDS or not _is_final(block):
        return False
    box = path[-1]
    if letters(str(box.text_content())) != block.letters or next(box.iter("a", "img", "time"), None) is not None:
        return False
    return not any(parts_of(node)[1] & FURNITURE - OF_TEASERS for node in path)


def _is_final(block: Block) -> bool:
    return Line(0, len(block.text), block.text, [], 0, "top", False).final


def _is_linked(block: Block) -> bool:
    """Whether most of the line is a link, as headlines of other articles and of advertisements are."""
    return 2 * block.linked > len(block.text)


def _is_unnamed_lead(block: Block, path: Sequence[Any]) -> bool:
    """Running text or a heading without links, pictures and names that say otherwise."""
    if _is_linked(block) or block.words < UNNAMED_WORDS:
        return False
    if any(node.tag in ("li", "dd", "dt", "form", "address", "label", "time") for node in path):
        return False
    if any(parts_of(node)[1] & FURNITURE for node in path) or any(
        next(node.iter("img", "picture", "video", "time"), None) is not None for node in path
    ):
        return False
    return _is_final(block) or any(node.tag in HEADINGS or node.tag in ("p", "strong", "b") for node in path[:2])
