"""Dates that a web page shows beside its article, where its data do not give them.

What an element says that is made for dates comes first, then the lines between the headline and the body. Dates
elsewhere on a page are often those of other articles and are not read, nor are those in links, lists and asides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.cleaning.blocks import UNREAD, Block, elsewhere, letters, names_of, read_blocks
from analysis.cleaning.leads import RUNNING_WORDS
from analysis.cleaning.lines import SPOKEN, Line, classify
from analysis.cleaning.phrases import opening, units
from analysis.cleaning.published import month_order, not_before, read_dates
from analysis.columns import PhrasePlace
from analysis.dates import find_dates, parse_input, with_source
from analysis.errors import InputError
from analysis.text import fold, squeeze
from analysis.types import PartialDate

STAMP_WORDS = 25
"""Longest line that holds a date beside other things, in words."""
NEAR = 8
"""Most lines before the headline and before the body that are looked at."""
BELOW = 3
"""Most lines right below the body that are looked at, in the article that holds the headline."""
LAST_LINES, FOOT_WORDS = 60, 8
"""Lines at the end of a page among which its date may stand if it stands nowhere else, and the longest of them."""
LISTED = frozenset(["dd", "li", "td"])
"""Elements that hold one of several things; a date in them is the article's if it says what it is."""
APART = LISTED | {"a", "aside", "footer", "nav"}
LABEL_LETTERS = 4
"""Fewest letters of the words that say what a date is."""
CHANGED = frozenset(["changed", "modified", "update", "updated", "datemodified"])
PUBLISHED = frozenset(["datepublished", "pubdate", "published"])


@dataclass(frozen=True, slots=True)
class Stamps:
    """When an article was published and changed, as far as the page shows it."""

    published: PartialDate | None = None
    updated: PartialDate | None = None


def stamps_of(tree: Any, titles: Sequence[str], paragraphs: Sequence[str], declared: str | None) -> Stamps:
    """The dates that the page shows between its headline and its body, or marks as those of the article."""
    order = month_order(declared)
    marked = _marked(tree, order)
    lines = list(_lines(tree, {letters(title) for title in titles}, {letters(part) for part in paragraphs}))
    published, updated = read_dates(lines, order)
    published = marked.published or published or _wordless(tree, titles, {letters(part) for part in paragraphs})
    updated = marked.updated or updated
    published = published or _at_foot(tree, order)
    return Stamps(
        published and with_source(published, "html"), not_before(updated and with_source(updated, "html"), published)
    )


def _at_foot(tree: Any, order: bool | None) -> PartialDate | None:
    """The one date that the last lines of the page call that of publication (*Published: 3 May 2025*)."""
    found: list[PartialDate] = []
    for block in read_blocks(tree)[-LAST_LINES:]:
        if block.words > FOOT_WORDS or block.linked or not _is_labelled(block):
            continue
        if any(_is_apart(node) and node.tag not in LISTED for node in (block.node, *block.node.iterancestors())):
            continue
        published, _ = read_dates([(block.text, True)], order)
        found += [published] if published is not None else []
    return found[0] if len({one.value for one in found}) == 1 else None


def _marked(tree: Any, order: bool | None) -> Stamps:
    """Dates in elements that are marked for them, the first of each kind."""
    published = updated = None
    for node in tree.iter():
        said = node.get("itemprop") if isinstance(node.tag, str) else None
        if not said and node.tag not in ("abbr", "time"):
            continue
        kind = fold(said or "")
        around = {part for one in (node, node.getparent()) if one is not None for part in names_of(one)}
        kind = "updated" if kind in CHANGED or (not said and around & CHANGED) else kind
        kind = "published" if node.tag == "abbr" and not kind and names_of(node) & PUBLISHED else kind
        if kind not in CHANGED | PUBLISHED and not (node.tag == "time" and node.get("pubdate") is not None):
            continue
        if any(parent.tag in APART or elsewhere(parent) for parent in node.iterancestors()):
            continue
        if found := _value(node, order):
            if kind in CHANGED:
                updated = updated or found
            else:
                published = published or found
    return Stamps(published, updated)


def _wordless(tree: Any, titles: Sequence[str], own: set[str]) -> PartialDate | None:
    """What an element for times between headline and body says to machines, in a link or showing nothing."""
    heads, under = {letters(title) for title in titles} - {""}, False
    links: dict[Any, bool] = {}
    for node in tree.iter("h1", "h2", "p", "time"):
        shown = letters(str(node.text_content()))
        under = under or shown in heads
        if node.tag == "p" and shown in own:
            return None
        if not under or node.tag != "time" or (names_of(node) & CHANGED and not names_of(node) & PUBLISHED):
            continue
        for one in node.iterancestors("a"):
            links.setdefault(one, _is_of_times(one) if one not in links else False)
        around = [one for one in node.iterancestors() if not links.get(one)]
        if (not shown or around[0] is not node.getparent()) and not any(_is_apart(one) for one in around):
            return _value(node, None)
    return None


def _is_of_times(link: Any) -> bool:
    """Whether a link shows times and nothing else, as one to the page itself does."""
    return letters(link.text_content()) == letters("".join(time.text_content() for time in link.iter("time")))


def _value(node: Any, order: bool | None) -> PartialDate | None:
    for given in (node.get("datetime"), node.get("content"), node.get("title") if node.tag == "abbr" else None):
        try:
            if given and (found := parse_input(given.strip())):
                return found
        except InputError:
            continue
    found_date = next(find_dates(squeeze(node.text_content()), order), None)
    return found_date.value if found_date and found_date.value.precision != "year" else None


def _lines(tree: Any, heads: set[str], own: set[str]) -> Iterator[tuple[str, bool]]:
    """The lines that may be stamps around the headline and before the body, and right below it in the same article.

    Each with whether it stands above; a line with an element for times as that says it to machines.
    """
    blocks = read_blocks(tree)
    head = next((i for i, block in enumerate(blocks) if block.letters in heads and block.heading), -1)
    first = max(head, 0)
    body = next(
        (i for i in range(head + 1, len(blocks)) if blocks[i].letters in own and _is_running(blocks[i])),
        -1,
    )
    last = max((i for i in range(head + 1, len(blocks)) if blocks[i].letters in own), default=-1)
    body = last if body < 0 else body
    if body < 0:
        return
    own_boxes = set(blocks[head].node.iterancestors()) if head >= 0 else set()
    for block in blocks[max(0, body - NEAR, first) : body] if head >= 0 else blocks[max(0, body - NEAR) : body]:
        if block.letters in heads or _is_elsewhere(block, own_boxes):
            continue
        if _is_stamp(block):
            yield _spelt(block), True
    second = next((i for i in range(body + 1, last + 1) if blocks[i].letters in own and _is_running(blocks[i])), last)
    for block in blocks[body + 1 : min(second, body + 1 + NEAR)]:  # the first running text may be the lead
        if not _is_elsewhere(block, own_boxes) and _is_stamp(block):
            yield _spelt(block), _is_date(block)
    own_article = next(blocks[head].node.iterancestors("article"), None) if head >= 0 else None
    for block in blocks[last + 1 : last + 1 + BELOW]:
        inside = own_article is not None and own_article in block.node.iterancestors()
        if inside and not _is_elsewhere(block, own_boxes) and _is_stamp(block):
            yield _spelt(block), False


def _is_elsewhere(block: Block, own_boxes: set[Any]) -> bool:
    """Whether a line stands apart, in an element that does not hold the headline as well; a date may be a link."""
    around = [node for node in (block.node, *block.node.iterancestors()) if node not in own_boxes]
    if _is_labelled(block):
        around = [node for node in around if node.tag not in LISTED or elsewhere(node)]
    return any(_is_apart(node) for node in around if node.tag != "a" or not _is_date(block))


def _is_apart(node: Any) -> bool:
    return node.tag in APART or node.tag in UNREAD or elsewhere(node)


def _is_running(block: Block) -> bool:
    return block.words >= RUNNING_WORDS


def _line(block: Block) -> Line:
    return Line(0, len(block.text), block.text, units(block.text), block.words, "top", False)


def _is_date(block: Block) -> bool:
    """Whether the line is a date and nothing else."""
    return classify(_line(block)) == "date_line"


def _is_labelled(block: Block) -> bool:
    """Whether the line is a date that opens with a word for publication or change (*Published on 3 May 2025*)."""
    words = units(block.text)
    found = opening(words, PhrasePlace.LINE) if _is_date(block) else None
    if found is None or found[1] not in ("published", "updated"):
        return False
    return sum(map(len, words[: found[0]])) >= LABEL_LETTERS


def _is_stamp(block: Block) -> bool:
    line = _line(block)
    if line.words > STAMP_WORDS or SPOKEN.search(block.text):
        return False
    return not line.final or _is_date(block) or (line.words <= FOOT_WORDS and _opens_with_date(block.text))


def _opens_with_date(text: str) -> bool:
    """Whether a date comes first, as before how long the text takes to read (*3 May 2025, 4 min.*)."""
    found = next(find_dates(text), None)
    return found is not None and found.start == 0 and found.value.precision not in ("year", "month")


def _spelt(block: Block) -> str:
    """The line, with what the only element for a time in it says to machines in the place of what it shows."""
    times = [node for node in block.node.iter("time") if node.get("datetime")]
    if block.node.tag != "time" and len(times) != 1:
        return block.text
    time = block.node if block.node.tag == "time" else times[0]
    shown = squeeze(time.text_content())
    try:
        exact = parse_input((time.get("datetime") or "").strip())
    except InputError:
        return block.text
    return block.text.replace(shown, time.get("datetime").strip(), 1) if exact and shown else block.text
