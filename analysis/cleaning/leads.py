"""The lead of a web page: what stands between headline and body, which pages often set outside the article.

A block there is the lead if the page says so, by the name of its element or because the page is described with the
same words, or else if it is the first running text under the headline. What is set around it there (who wrote it,
when, captions, buttons, links) is told by the names of elements, by links and by the rules for single lines.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from analysis.cleaning.lines import SPOKEN, Line, classify, credit_tail
from analysis.cleaning.phrases import phrases_for, units
from analysis.dates import find_dates
from analysis.text import fold, squeeze, words_of

INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var",
))  # fmt: skip
"""Elements that may stand within a line."""
WHOLE = frozenset(["body", "html", "main"])
BOXES = frozenset(["article", "body", "div", "header", "hgroup", "main", "section"])
UNREAD = frozenset((
    "aside", "audio", "button", "canvas", "figcaption", "figure", "footer", "head", "iframe", "nav", "noscript",
    "option", "picture", "script", "select", "style", "svg", "table", "template", "textarea", "video",
))  # fmt: skip
"""Elements that hold no lead."""
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
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
ELSEWHERE = frozenset({"related", "recommended", "recirc", "promo", "popular", "trending", "newsletter", "sidebar"})
"""Those that hold other articles, whatever the elements in them are called."""
ANSWERS = frozenset({"comment", "comments", "feedback"})
"""Words in the names of elements that hold what readers write."""
OF_TEASERS = ELSEWHERE | {"asset", "live", "media", "panel", "tag", "widget"}
"""Those that pages give to any box, that of the lead among them."""
NO_LETTERS = re.compile(r"[\W_]+")
PART = re.compile(r"[A-ZÀ-Þ]?[a-zß-ÿ]+|[A-ZÀ-Þ]+(?![a-zß-ÿ])")
NAMING = (
    "class", "id", "itemprop", "data-testid", "data-test", "data-qa", "data-component", "data-type", "data-name",
    "data-field",
)  # fmt: skip
REACH = 80
"""Most blocks between headline and body."""
FEWEST_WORDS, UNNAMED_WORDS, RUNNING_WORDS, MOST_WORDS = 4, 6, 12, 120
"""Words of a lead: that is named, that is not, the least that begin the body, and the most."""
MOST_BLOCKS = 4
LABEL_WORDS = 3
"""Longest name of a section before a lead, in words."""
TITLE_WORDS = 3
"""A shorter heading may be the name of the site."""
DATED_WORDS, SIGNED_WORDS = 16, 14
"""Longest line that a date or the word for *by* keeps from being a lead."""
DESCRIBED = 40
"""Letters in which a block and the page's description must agree if one of them is cut short."""


@dataclass(slots=True)
class Block:
    """A run of text with no block border inside.

    ``node`` is the element that holds its first letter, ``heading`` whether that stands in a first-level heading,
    ``linked`` how many characters are links, ``letters`` what is compared of it, ``words`` how many it has.
    """

    node: Any
    parts: list[str] = field(default_factory=list)
    heading: bool = False
    linked: int = 0
    text: str = ""
    letters: str = ""
    words: int = 0


def letters(text: str) -> str:
    """The letters and digits of a text, case-folded, for comparing."""
    return NO_LETTERS.sub("", fold(text))


class _Page(threading.local):
    """The page whose blocks are kept while it is cleaned."""

    tree: Any = None
    blocks: tuple[Block, ...] | None = None


_PAGE = _Page()


@contextmanager
def blocks_kept(tree: Any) -> Iterator[None]:
    """Within it the blocks of this page, which must not be changed there, are read once: a dozen rules ask for them."""
    _PAGE.tree, _PAGE.blocks = tree, None
    try:
        yield
    finally:
        _PAGE.tree = _PAGE.blocks = None


def with_lead(paragraphs: list[str], tree: Any, titles: Sequence[str], descriptions: Sequence[str]) -> list[str]:
    """The paragraphs with the lead that was left behind, in its place before the body."""
    own = {letters(paragraph): index for index, paragraph in reversed(list(enumerate(paragraphs)))}
    blocks = read_blocks(tree)
    running = [i for i, block in enumerate(blocks) if block.letters in own and block.words >= RUNNING_WORDS]
    heads = {letters(title) for title in titles} - {""}
    head = _headline(blocks, heads, running[0] if running else 0)
    body = next((i for i in running if i > head), -1)
    if body < 0:
        return paragraphs
    joined = letters(" ".join(paragraphs))
    between = [block for block in blocks[max(head + 1, body - REACH) : body] if block.letters not in joined]
    borders: set[Any] = set()
    for block in (blocks[body], *blocks[max(0, head) : head + 1]):
        borders |= {block.node, *block.node.iterancestors()}
    described = {letters(text) for text in descriptions} - {""}
    found = _lead([block for block in between if block.letters not in heads], borders, described, under=head >= 0)
    place = own[blocks[body].letters]
    return [*paragraphs[:place], *dict.fromkeys(block.text for block in found), *paragraphs[place:]]


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


def read_blocks(tree: Any) -> tuple[Block, ...]:
    """The visible text of a page in its order, parted wherever a line of it ends."""
    if _PAGE.tree is not tree:
        return tuple(_blocks(tree))
    if _PAGE.blocks is None:
        _PAGE.blocks = tuple(_blocks(tree))
    return _PAGE.blocks


def _blocks(tree: Any) -> Iterator[Block]:
    block: Block | None = None
    unread = links = headings = 0
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        plain = isinstance(node.tag, str)
        tag = node.tag if plain else ""
        step = {"start": 1, "end": -1}.get(event, 0)
        unread += step * (tag in UNREAD or (plain and is_hidden(node)))
        links += step * (tag == "a")
        headings += step * (tag == "h1")
        if plain and not _is_inline(node):
            if block is not None and (done := _finished(block)):
                yield done
            block = None
        text = node.text if event == "start" else node.tail
        if unread or not text:
            continue
        if block is None and text.strip():
            block = Block(node if event == "start" else node.getparent(), heading=headings > 0)
        if block is not None:
            block.parts.append(text)
            block.linked += len(squeeze(text)) if links else 0
    if block is not None and (done := _finished(block)):
        yield done


def _finished(block: Block) -> Block | None:
    block.text = squeeze("".join(block.parts))
    block.letters = letters(block.text)
    block.words = len(words_of(block.text))
    return block if block.letters else None


def _is_inline(node: Any) -> bool:
    """Whether it stands within a line; an element in a box without bare text is a line of its own."""
    if node.tag not in INLINE:
        return False
    parent = node.getparent()
    if parent is None or parent.tag not in BOXES:
        return True
    before = parent.text if node.getprevious() is None else node.getprevious().tail
    return bool((before or "").strip() or _behind(node).strip())


def _behind(node: Any) -> str:
    """The text right behind an element, comments aside."""
    following = node.getnext()
    while not (node.tail or "").strip() and following is not None and not isinstance(following.tag, str):
        node, following = following, following.getnext()
    return node.tail or ""


def is_hidden(node: Any) -> bool:
    """Whether a page says that an element is not shown."""
    style = (node.get("style") or "").replace(" ", "").lower()
    return node.get("hidden") is not None or node.get("aria-hidden") == "true" or "display:none" in style


def _headline(blocks: Sequence[Block], heads: set[str], before: int) -> int:
    """Index of the headline, -1 if there is none.

    It is a first-level heading with the page's title, or else the last such heading above the body (the name of the
    site is another), or else any block with that title, or else the last heading of the second level above the body.
    """
    first = [i for i, block in enumerate(blocks) if block.heading]
    same = [i for i, block in enumerate(blocks) if block.letters in heads]
    titled = [i for i in first if blocks[i].letters in heads and blocks[i].words >= TITLE_WORDS]
    best = titled[:1] or [i for i in first if i < before][-1:] or same[:1]
    best = best or [i for i in range(max(0, before - REACH), before) if _is_second_level(blocks[i])][-1:]
    return best[0] if best else -1


def _is_second_level(block: Block) -> bool:
    """Whether a block is a heading of the second level that leads nowhere else."""
    heading = block.node.tag == "h2" or any(node.tag == "h2" for node in block.node.iterancestors())
    return heading and not block.linked and block.words >= TITLE_WORDS


def _lead(blocks: Sequence[Block], borders: set[Any], described: set[str], under: bool) -> list[Block]:
    """The blocks that are the lead: those the page calls so, or else the first that could be one."""
    open_ones = [(block, _path(block.node, borders)) for block in blocks if _is_running(block)]
    marked = [b for b, path in open_ones if _is_named(path) or _is_described(b, described)]
    if marked or not under:
        return marked[:MOST_BLOCKS]
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
    if not FEWEST_WORDS <= words <= MOST_WORDS:
        return False
    line = Line(0, len(block.text), block.text, units(block.text), words, "top", False)
    if classify(line) or credit_tail(line) is not None:
        return False
    if words <= DATED_WORDS and not SPOKEN.search(block.text) and not line.final and next(find_dates(block.text), None):
        return False
    signed = any(tuple(line.units[:size]) in phrases_for("byline") for size in (1, 2))
    return not (signed and words <= SIGNED_WORDS and not line.final)


def _parts(node: Any) -> tuple[str, set[str]]:
    names = " ".join(node.get(name) or "" for name in NAMING)
    parts = [part.lower() for part in PART.findall(names)]
    return "".join(parts), set(parts)


def names_of(node: Any) -> set[str]:
    """The words in the names of an element, in lower case."""
    return _parts(node)[1] if isinstance(node.tag, str) else set()


def elsewhere(node: Any) -> bool:
    """Whether an element is named for other articles; the page as a whole is named for other things."""
    return node.tag not in WHOLE and bool(names_of(node) & ELSEWHERE)


def stands_in(node: Any, told: Callable[[Any], bool], known: dict[Any, bool]) -> bool:
    """Whether it is told of an element or of one around it.

    ``known`` is what was found for elements of the page before, and is filled, so that each is looked at once.
    """
    path: list[Any] = []
    while node is not None and node not in known:
        path.append(node)
        node = node.getparent()
    inside = node is not None and known[node]
    for one in reversed(path):
        known[one] = inside = inside or told(one)
    return inside


def is_aside(node: Any) -> bool:
    """Whether an element is hidden or holds no article: a form, comments, a box of other articles."""
    plain = node.tag in UNREAD or is_hidden(node) or bool(names_of(node) & (ELSEWHERE | ANSWERS))
    return plain and node.tag not in WHOLE


def _is_named(path: Sequence[Any]) -> bool:
    """Whether the nearest element with a telling name is named for a lead, and none for other articles."""
    names = [_parts(node) for node in path]
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
    return not any(_parts(node)[1] & FURNITURE - OF_TEASERS for node in path)


def _is_final(block: Block) -> bool:
    return Line(0, len(block.text), block.text, [], 0, "top", False).final


def _is_unnamed_lead(block: Block, path: Sequence[Any]) -> bool:
    """Running text or a heading without links, pictures and names that say otherwise."""
    if 2 * block.linked > len(block.text) or block.words < UNNAMED_WORDS:
        return False
    if any(node.tag in ("li", "dd", "dt", "form", "address", "label", "time") for node in path):
        return False
    if any(_parts(node)[1] & FURNITURE for node in path) or any(
        next(node.iter("img", "picture", "video", "time"), None) is not None for node in path
    ):
        return False
    return _is_final(block) or any(node.tag in HEADINGS or node.tag in ("p", "strong", "b") for node in path[:2])
