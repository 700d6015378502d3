"""Markup that stands for characters: entities and tags in pasted text, quotation elements and soft hyphens in pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache
from html import unescape
from typing import Any
from unicodedata import normalize

from analysis.cleaning.blocks import BOXES, Block, letters, names_of, read_blocks
from analysis.cleaning.lines import FINAL
from analysis.grammar import grammar
from analysis.languages import detect, normalise
from analysis.resources import languages, words

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
DEEPEST = 3
"""How often markup is escaped at most: a page that was stored escaped and sent escaped has it twice."""
BLOCK_TAG = re.compile(
    r"</?(?:article|aside|blockquote|div|figure|footer|h[1-6]|header|li|main|ol|p|section|table|tr|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
BREAK_TAG = re.compile(r"<br(?:\s[^<>]*)?/?>", re.IGNORECASE)
INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|cite|code|em|font|i|mark|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
HIDDEN = re.compile(
    r"&(?:shy|ZeroWidthSpace|NoBreak|#0*(?:173|8203|8288|65279)|#[xX]0*(?:[aA][dD]|200[bB]|2060|[fF][eE][fF]{2}));"
)
"""Entities of what ``plain.INVISIBLE`` names."""
QUOTED = re.compile(r"<(/?)q(?:\s[^<>]*)?>", re.IGNORECASE)
UNBROKEN = re.compile(r"</?(?:nobr|wbr)(?:\s[^<>]*)?/?>", re.IGNORECASE)
DECLARED = re.compile(r"<html[^<>]*?\slang\s*=\s*[\"']?([A-Za-z]{2,3})", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
GLUED = re.compile(
    r"([a-zß-ÿ][.!?]?(?:<span[^<>]*>\s*[:|–—-]?\s*</span>)?)((?:</(?:a|b|em|font|i|small|span|strong)>)+)(?=(?:<(?:b|em|i|span|strong)(?:\s[^<>]*)?>)*+[A-ZÀ-Þ])"
)
"""The end of an element in which a small letter stands before a capital: a label that only a style sets apart."""
SAMPLE = 20_000
"""Characters of a page that its language is told from, where it does not say it."""
LOOSE_WORDS = 3
"""Text without an element of its own that is no longer may be a label."""
LABEL_AND_TITLE = 2
"""Lines of a box that holds the title with the line above it."""
RUN_TOGETHER = 160
"""Fewest characters of two paragraphs run together; a shorter box may be the title with the line above it."""
BESIDE, SENTENCE_WORDS = 3, 12
"""Paragraphs beside which another in the same element is the article's too, and fewest words of it."""
LONG_ENOUGH = 40
"""Fewest letters of a paragraph that is known by them."""
ORNAMENT = re.compile(r"cap\b|initial|lettrine|drop|first-?letter|letter\b")
"""Names that elements have for a first letter that is set large."""
VOWELS = frozenset("aeiouyæø")
INITIAL = re.compile(r"^(\W*[^\W\d_])\s+(?=[^\W\d_])")
"""A letter apart from its word."""
HOLDERS = ("article", "body", "main")


def unmarked(text: str) -> str:
    """Pasted text with its entities decoded and its tags as line ends; what is no known entity or tag stays."""
    if not ENTITY.search(text) and not (BLOCK_TAG.search(text) or BREAK_TAG.search(text)):
        return text
    for _ in range(DEEPEST):
        decoded = ENTITY.sub(lambda match: unescape(match.group()), text)
        if decoded == text:
            break
        text = decoded
    if BLOCK_TAG.search(text) or BREAK_TAG.search(text):
        text = INLINE_TAG.sub("", BREAK_TAG.sub("\n", BLOCK_TAG.sub("\n\n", text)))
    return text


def spelt_out(page: str, hint: str | None) -> str:
    """The page with quotation elements as quotation marks of its language, without what only guides line breaks."""
    page = GLUED.sub(r"\1\2 ", UNBROKEN.sub("", HIDDEN.sub("", page)))
    if not QUOTED.search(page):
        return page
    declared = DECLARED.search(page)
    code = normalise(hint) or normalise(declared[1] if declared else None)
    code = code or detect(TAG.sub(" ", page[:SAMPLE])).code
    own = grammar(code).orthography
    return QUOTED.sub(lambda match: (own.closing_mark or "”") if match[1] else (own.opening_mark or "“"), page)


def part_lines(tree: Any) -> None:
    """Sets a line end behind each break, so that the words around it are not joined."""
    for node in tree.iter("br"):
        node.tail = "\n" + (node.tail or "")


def without_programs(tree: Any) -> None:
    """Empties scripts and styles, so that a paragraph around one has its own words only; data stay."""
    for node in tree.iter("script", "style"):
        if "json" not in (node.get("type") or "").lower():
            node.text = None


SHORT = 2
"""A line of so few letters may stand anywhere on a page: counters, marks."""


def parted(paragraphs: list[str], tree: Any) -> list[str]:
    """The paragraphs with each that is a whole box of the page run together as the blocks of that box."""
    boxes = {letters(str(node.text_content())): node for node in tree.iter(*HOLDERS)}
    found: list[str] = []
    for paragraph in paragraphs:
        box = boxes.get(letters(paragraph))
        blocks = [block.text for block in read_blocks(box)] if box is not None else []
        titled = len(blocks) == LABEL_AND_TITLE and len(paragraph) < RUN_TOGETHER
        found += blocks if len(blocks) > 1 and not titled else [paragraph]
    return found


def laid_out(text: str, tree: Any) -> list[str]:
    """A text that was run together as the lines of the page that it is made of, whole where they do not make it up."""
    run = letters(text)
    found: list[str] = []
    at = 0
    for block in read_blocks(tree):
        if run.startswith(block.letters, at) and len(block.letters) > (SHORT if found else LONG_ENOUGH):
            found.append(block.text)
            at += len(block.letters)
    return found if found and at == len(run) else [text]


def with_initials(paragraphs: list[str], tree: Any) -> list[str]:
    """The paragraphs with the first letter that a page sets apart as an ornament and that was left behind."""
    blocks = [block for block in read_blocks(tree) if len(block.letters) > LONG_ENOUGH]
    clipped = {block.letters[1:]: block.text for block in blocks}
    apart = {block.letters: block.text for block in blocks if block.parts[0].strip() == block.text[0]}
    apart = {own: text for own, text in apart.items() if INITIAL.match(text)}
    named = {block.letters for block in blocks if ORNAMENT.search(" ".join(names_of(block.node)))}
    found: list[str] = []
    for paragraph in paragraphs:
        own = letters(paragraph)
        alone = own in named or paragraph[:1].casefold() not in _one_letter_words()
        whole = clipped.get(own) if paragraph[:1].islower() else apart.get(own) if alone else None
        found.append(INITIAL.sub(r"\1", whole) if whole else paragraph)
    return found


@cache
def _one_letter_words() -> frozenset[str]:
    """Words of one letter in any language, which are vowels (*a*, *å*, *à*); *l'* and *s* have an apostrophe."""
    known = (word for code in languages() for word in words(code, "function_words"))
    return frozenset(word for word in known if len(word) == 1 and normalize("NFD", word)[0] in VOWELS)


def ordered(paragraphs: list[str], tree: Any) -> list[str]:
    """The paragraphs in the order of the page; one that is no block of it stays behind the one before it."""
    places: dict[str, list[int]] = {}
    for index, block in enumerate(read_blocks(tree)):
        places.setdefault(block.letters, []).append(index)
    keys: list[int] = []
    for paragraph in paragraphs:
        own = places.get(letters(paragraph), [])
        last = keys[-1] if keys else -1
        later = bisect_right(own, last)
        keys.append(own[later] if later < len(own) else own[0] if own else last)
    return [paragraphs[index] for index in sorted(range(len(paragraphs)), key=keys.__getitem__)]


def with_loose(paragraphs: list[str], tree: Any) -> list[str]:
    """The paragraphs with the text that stands bare between them, and with sentences beside them that were left out."""
    own = {letters(paragraph) for paragraph in paragraphs}
    blocks = read_blocks(tree)
    held = Counter(_box(block) for block in blocks if block.letters in own)
    joined = letters(" ".join(paragraphs))
    loose = [
        block.text
        for block in blocks
        if 2 * block.linked < len(block.text) and block.letters not in joined
        if (_is_bare(block) and held[block.node] and block.words > LOOSE_WORDS)
        or (held[_box(block)] >= BESIDE and _is_sentence(block))
    ]
    return ordered([*paragraphs, *loose], tree)


def _box(block: Block) -> Any:
    """The element around the paragraph that a line is."""
    node = block.node if block.node.tag == "p" else next(block.node.iterancestors("p"), block.node)
    return node.getparent()


def _is_bare(block: Block) -> bool:
    return block.node.tag in BOXES and block.node.tag != "body"


def _is_sentence(block: Block) -> bool:
    """Whether a line is a paragraph of running text as a page sets it, in an element without a name."""
    node = next((one for one in (block.node, *block.node.iterancestors()) if one.tag == "p"), None)
    whole = node is not None and not node.get("class") and not node.get("id")
    return whole and block.words >= SENTENCE_WORDS and FINAL.search(block.text[-8:]) is not None
