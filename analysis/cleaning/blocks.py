"""The visible text of a page in its order, line by line, and what its elements are named for."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

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
ELSEWHERE = frozenset({"related", "recommended", "recirc", "promo", "popular", "trending", "newsletter", "sidebar"})
"""Those that hold other articles, whatever the elements in them are called."""
ANSWERS = frozenset({"comment", "comments", "feedback"})
"""Words in the names of elements that hold what readers write."""
NO_LETTERS = re.compile(r"[\W_]+")
PART = re.compile(r"[A-ZÀ-Þ]?[a-zß-ÿ]+|[A-ZÀ-Þ]+(?![a-zß-ÿ])")
TITLE_WORDS = 3
"""A shorter heading may be the name of the site."""
NAMING = (
    "class", "id", "itemprop", "data-testid", "data-test", "data-qa", "data-component", "data-type", "data-name",
    "data-field",
)  # fmt: skip


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
    main = {*_main_asides(tree), *_quoting(tree)}
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        plain = isinstance(node.tag, str)
        tag = node.tag if plain else ""
        step = {"start": 1, "end": -1}.get(event, 0)
        unread += step * ((tag in UNREAD and node not in main) or (plain and is_hidden(node)))
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


def _main_asides(tree: Any) -> Iterator[Any]:
    """Asides that hold most of the page's paragraphs, and so are none."""
    total = 0
    held: Counter[Any] = Counter()
    for part in tree.iter("p") if next(tree.iter("aside"), None) is not None else ():
        size = len(part.text_content())
        total += size
        held.update(dict.fromkeys(part.iterancestors("aside"), size))
    yield from (aside for aside, size in held.items() if 2 * size > total)


def _quoting(tree: Any) -> Iterator[Any]:
    """Figures, with what is below them, that show somebody's words and nothing else."""
    for figure in {figure: None for quote in tree.iter("blockquote") for figure in quote.iterancestors("figure")}:
        if next(figure.iter("audio", "iframe", "img", "picture", "svg", "table", "video"), None) is None:
            yield figure
            yield from figure.iter("figcaption")


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


def parts_of(node: Any) -> tuple[str, set[str]]:
    names = " ".join(node.get(name) or "" for name in NAMING)
    parts = [part.lower() for part in PART.findall(names)]
    return "".join(parts), set(parts)


def names_of(node: Any) -> set[str]:
    """The words in the names of an element, in lower case."""
    return parts_of(node)[1] if isinstance(node.tag, str) else set()


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


def nearest(node: Any, told: Callable[[Any], bool], known: dict[Any, Any]) -> Any:
    """The nearest element, itself or around it, of which it is told; ``None`` without one.

    ``known`` is what was found for elements of the page before, and is filled, so that each is looked at once.
    """
    path: list[Any] = []
    while node is not None and node not in known and not told(node):
        path.append(node)
        node = node.getparent()
    found = known.get(node, node)
    known.update(dict.fromkeys(path, found))
    return found


def is_aside(node: Any) -> bool:
    """Whether an element is hidden or holds no article: a form, comments, a box of other articles."""
    plain = node.tag in UNREAD or is_hidden(node) or bool(names_of(node) & (ELSEWHERE | ANSWERS))
    return plain and node.tag not in WHOLE


def is_titled(block: Block, heads: set[str]) -> bool:
    """Whether a block is a heading with the title of the page that leads nowhere else; ``heads`` are its letters."""
    if block.letters not in heads or block.linked or block.words < TITLE_WORDS:
        return False
    return any(node.tag in HEADINGS for node in (block.node, *block.node.iterancestors()))
