"""Article text out of a web page.

trafilatura finds the body (Barbaresi 2021); what it leaves of the page's furniture goes by the rules for single lines.
Where the page carries its own full text as structured data (schema.org ``articleBody``) and trafilatura found only a
part of it, that text is taken. Measured on pages annotated by hand, its fast mode without comments and tables beats
its precision, recall and fallback modes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from analysis.cleaning.bounds import within_article, without_boxes
from analysis.cleaning.closing import mark_last_lines
from analysis.cleaning.indexes import is_furniture, is_index, without_closing_links
from analysis.cleaning.leads import blocks_kept, is_aside, letters, stands_in, with_lead, without_labels
from analysis.cleaning.limits import MAX_HTML, check_markup, cleaned_parts
from analysis.cleaning.lines import SPOKEN, Line, classify, credit_tail, read_lines
from analysis.cleaning.markup import part_lines, parted, spelt_out, with_initials, with_loose, without_programs
from analysis.cleaning.metadata import (
    PUBLISHED,
    UPDATED,
    date_of,
    descriptions_of,
    linked_data,
    objects_of,
    titles_of,
    untagged,
)
from analysis.cleaning.plain import mark_comments, mark_links, normalise
from analysis.cleaning.published import not_before
from analysis.cleaning.reasons import BEYOND, REASONS
from analysis.cleaning.sites import Site, site_of
from analysis.cleaning.stamps import STAMP_WORDS, stamps_of
from analysis.errors import EmptyTextError, TextTooLargeError
from analysis.languages import detect
from analysis.text import MAX_CHARACTERS, SURROGATE, check_text, squeeze, words_of
from analysis.types import UNDETERMINED, Article, ArticleInput, Language, PartialDate, Removed

NO_ARTICLE = "The page has no article: no running text was found in it."
ONLY_A_LIST = "The page has no article: it lists articles, each under its own headline and link."
MUCH_LONGER = 1.25
"""The page's own full text is taken if it has so many times the words that were extracted."""
SHORT_BLOCK = 60
"""A shorter block, in characters, may stand in several places of a page and proves nothing."""
RUNNING_WORDS, LEAST_WORDS = 4, 12
"""Words of a paragraph, and of all of them, on a page where no article was found."""
FIRST_LINES = 4
"""Lines of an extracted article between which the lead and who wrote it stand."""
LABEL_WORDS, LAST_LINES = 3, 3
"""Words of the longest label above the first line of an article, and lines at its end where menus may be left."""
UNLABELLED = re.compile(rf"{SPOKEN.pattern}|,|^[^a-zß-ÿ]+$")
"""Speech, and a town in capitals or with its country, which opens a text."""
CONTAINERS = ("a", "article", "div", "li", "main", "nav", "script", "section", "table", "td")
MOST_REMOVED = 2000
"""Most blocks of the page outside the article that are listed."""
SURE_FURNITURE = frozenset(REASONS) - {"caption", "language_switcher", "navigation", "section"}
"""Rules that apply to lines trafilatura took for the article; the rest is left to its judgement."""
BLOCKS = ("a", "button", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th")
LEAVES = frozenset(
    ["a", "button", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "noscript", "p", "script", "style"]
)
PROGRAM = re.compile(
    r"//\s*<!\[CDATA\[|\$\(\s*(?:document|window|function|['\"][#.])|\bfunction\s*\([\w\s,]*\)\s*\{"
    r"|\{\{[^{}]*\}\}|\bdocument\.(?:getElement|write|querySelector)|\bwindow\.\w+\s*="
    r"|^•?\s*[a-z]+[A-Z]\w*:$|^•?\s*(?:true|false|null|undefined)$"
)
"""Lines of programs and templates that were left in the page as text, and their settings: *showPaywall:*, *false*."""
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def clean_html(source: ArticleInput, given: PartialDate | None, headline: str | None) -> Article:
    """The article of a web page. Raises EmptyTextError if there is none, TextTooLargeError for a gigantic page."""
    page = spelt_out(_check(source.html or ""), source.language)
    tree = _parse(page)
    part_lines(tree)
    without_programs(tree)
    with blocks_kept(tree):
        return _article(source, page, tree, given, headline)


def _article(source: ArticleInput, page: str, tree: Any, given: PartialDate | None, headline: str | None) -> Article:
    extracted = _extract(page, source.url)
    objects = objects_of(tree)
    linked = linked_data(objects)
    site = site_of(tree, objects, source.outlet, source.url)
    titles = [*([headline] if headline else []), *titles_of(tree, linked, site)]
    title = titles[0] if titles else None
    found = [part for part in _paragraphs(extracted, tree, linked) if not PROGRAM.search(part)]
    found, beyond = cleaned_parts(found)
    found = with_initials(found, tree)
    paragraphs = within_article(_without_titles(with_loose(found, tree), titles, site), tree, titles)
    paragraphs = without_boxes(paragraphs, tree)
    if not linked and is_index(tree, paragraphs):
        raise EmptyTextError(ONLY_A_LIST, "/html")
    paragraphs = without_closing_links(tree, paragraphs)
    descriptions = descriptions_of(tree, linked)
    paragraphs = without_labels(with_lead(paragraphs, tree, titles, descriptions), descriptions)
    removed: list[Removed] = []
    if source.clean:
        paragraphs = _without_furniture(paragraphs, removed)
    text = "\n\n".join(paragraphs)
    if not words_of(text) or is_furniture(tree, paragraphs):
        raise EmptyTextError(NO_ARTICLE, "/html")
    rest = "\n\n".join(beyond)
    check_text(text + rest, "/html")
    shown = stamps_of(tree, titles, paragraphs, source.language or tree.get("lang"))
    published = given or date_of(tree, linked, "datePublished", PUBLISHED) or shown.published
    updated = date_of(tree, linked, "dateModified", UPDATED) or shown.updated
    return Article(
        outlet=source.outlet,
        text=text,
        language=_language(text, source.language, tree),
        headline=title,
        url=source.url,
        published_at=published,
        updated_at=not_before(updated, published),
        external_id=source.external_id,
        removed=(
            *_outside(tree, f"{text} {rest}", title, {one.text for one in removed}),
            *removed,
            *([Removed(rest, BEYOND)] if rest else []),
        ),
    )


def _check(page: str) -> str:
    if len(page) > MAX_HTML:
        raise TextTooLargeError(f"The page has {len(page):,} characters; at most {MAX_HTML:,} are read.", "/html")
    if not page.strip():
        raise EmptyTextError("The page is empty.", "/html")
    return normalise(CONTROL.sub("", SURROGATE.sub("\ufffd", page)))


def _parse(page: str) -> Any:
    """The page as a tree; TextTooLargeError for what would take a parser quadratic time or too deep a stack."""
    check_markup(page)
    try:
        parser = lxml_html.HTMLParser(encoding="utf-8", recover=True, huge_tree=False)
        tree = lxml_html.document_fromstring(page.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EmptyTextError(NO_ARTICLE, "/html") from error
    return tree


def _extract(page: str, url: str | None) -> Any:
    from trafilatura import bare_extraction  # a quarter of a second: only for those who send pages

    try:
        return bare_extraction(
            page, url=url, fast=True, include_comments=False, include_tables=False, with_metadata=False
        )
    except (RecursionError, ValueError, AttributeError, etree.LxmlError):
        return None


def _paragraphs(extracted: Any, tree: Any, linked: dict[str, Any]) -> list[str]:
    """Paragraphs of the body: what was extracted, or more of it where something was left behind."""
    found = list(_blocks(extracted.body)) if extracted is not None and extracted.body is not None else []
    found = parted(found, tree)
    whole = linked.get("articleBody")
    given = [squeeze(untagged(line)) for line in whole.splitlines() if line.strip()] if isinstance(whole, str) else []
    if len(found) == 1 < len(given) and letters(found[0]) == letters("".join(given)):
        return [normalise(part) for part in given]  # trafilatura fell back on the same data and ran it together
    for other in (given, _same_kind(tree, found) or _plain_blocks(tree)):
        if sum(map(_count, other)) > MUCH_LONGER * sum(map(_count, found)):
            found = [normalise(part) for part in other]
    return found


def _same_kind(tree: Any, found: list[str]) -> list[str]:
    """All paragraphs that stand in the same kind of box as most of those that were extracted.

    Pages that cut an article in several boxes of one class, with advertisements between, lose all but the first.
    """
    own = letters(" ".join(found))
    boxes: dict[tuple[str, str], list[str]] = {}
    known: dict[tuple[str, str], int] = {}
    for node in tree.iter("p", "h2", "h3"):
        parent = node.getparent()
        text = squeeze(node.text_content())
        if parent is None or not parent.get("class") or not text:
            continue
        kind = (str(parent.tag), str(parent.get("class")))
        boxes.setdefault(kind, []).append(text)
        if len(text) > SHORT_BLOCK and letters(text) in own:
            known[kind] = known.get(kind, 0) + len(text)
    if not known:
        return []
    return boxes[max(sorted(known), key=known.__getitem__)]


def _plain_blocks(tree: Any) -> list[str]:
    """Paragraphs of a page so bare that no article was found in it, or the lines of one without any."""
    known: dict[Any, bool] = {}
    parts = [(squeeze(node.text_content()), stands_in(node, is_aside, known)) for node in tree.iter("p")]
    blocks = [text for text, aside in parts if not aside]
    if sum(map(_count, blocks)) < LEAST_WORDS:  # the whole article stands in an element that was left open
        blocks = [text for text, _ in parts]
    if not any(blocks) and not any(True for _ in tree.iter(*CONTAINERS)):
        blocks = [squeeze(line) for line in tree.text_content().splitlines()]
    running = [block for block in blocks if _count(block) >= RUNNING_WORDS]
    return running if sum(map(_count, running)) >= LEAST_WORDS else []


def _without_titles(paragraphs: list[str], titles: list[str], site: Site) -> list[str]:
    """The paragraphs without the title and without the line above it that other titles of the page open with."""
    behind = (title.rpartition(": ")[2] for title in titles if ": " in title)
    heads = {letters(title) for title in (*titles, *(part for part in behind if _count(part) >= RUNNING_WORDS))} - {""}
    whole = heads | site.headings
    opened = {letters(title.partition(": ")[0]) for title in titles if ": " in title} - {""}
    above = {long.removesuffix(short) for long in heads for short in heads if long != short and long.endswith(short)}
    return [part for index, part in enumerate(paragraphs) if index > 3 or letters(part) not in whole | above | opened]


def _count(paragraph: str) -> int:
    return len(words_of(paragraph))


def _blocks(body: Any) -> Iterator[str]:
    """Text of the blocks of trafilatura's tree, in order; items of lists open with a bullet."""
    for element in body.iter("p", "head", "item", "quote", "code"):
        if any(child.tag in ("p", "item", "quote") for child in element.iterdescendants()):
            own = squeeze(element.text or "")
            if own:
                yield own
            continue
        listed = element.tag == "item" or any(parent.tag == "item" for parent in element.iterancestors())
        for part in _lines(element):
            yield f"• {part}" if listed else part


def _lines(element: Any) -> Iterator[str]:
    flat = _as_written if element.tag == "code" else _one_line
    parts: list[str] = [flat(element.text)]
    for child in element.iterdescendants():
        if child.tag == "lb":
            parts.append("\n")
        if isinstance(child.tag, str):
            parts.append(flat(child.text))
        parts.append(flat(child.tail))
    for line in "".join(parts).split("\n"):
        if squeeze(line):
            yield squeeze(line)


def _as_written(text: str | None) -> str:
    return text or ""


def _one_line(text: str | None) -> str:
    """Text as browsers show it: a line end in the source is a space."""
    return (text or "").replace("\n", " ")


def _without_furniture(paragraphs: list[str], removed: list[Removed]) -> list[str]:
    kept: list[str] = []
    lines = [
        replace(line, zone="top") if index < FIRST_LINES and line.words <= STAMP_WORDS and not line.final else line
        for index, line in enumerate(read_lines("\n".join(paragraphs)))
    ]
    reasons = [None if SPOKEN.match(line.text) else _furniture(line) for line in lines]
    _mark_ends(lines, reasons)
    mark_links(lines, reasons)
    mark_comments(lines, reasons)
    mark_last_lines(lines, reasons)
    for line, reason in zip(lines, reasons, strict=True):
        if reason:
            removed.append(Removed(line.text, reason))
        else:
            kept.append(line.text)
    return kept


def _mark_ends(lines: list[Line], reasons: list[str | None]) -> None:
    """Marks labels of one to three words before the first running line, and menu lines among the last ones."""
    running = next((i for i, line in enumerate(lines) if line.final or line.words >= LEAST_WORDS), 0)
    for index in range(running):
        if not reasons[index] and lines[index].words <= LABEL_WORDS and not UNLABELLED.search(lines[index].text):
            reasons[index] = "section"
    for index in range(max(0, len(lines) - LAST_LINES), len(lines)):
        reasons[index] = reasons[index] or ("navigation" if classify(lines[index]) == "navigation" else None)


def _furniture(line: Line) -> str | None:
    reason = classify(line)
    if reason == "caption" and credit_tail(line) is not None:
        return reason
    return reason if reason in SURE_FURNITURE else None


def _language(text: str, hint: str | None, tree: Any) -> Language:
    """As detected; what the page says of itself decides only where the text does not."""
    language = detect(text, hint)
    declared = tree.get("lang") or ""
    if language.code != UNDETERMINED or not re.fullmatch(r"[A-Za-z]{2,3}([-_]\w{1,8})*", declared):
        return language
    return Language(detect(text, declared).code, language.confidence)


def _outside(tree: Any, text: str, title: str | None, named: set[str]) -> Iterator[Removed]:
    """Visible blocks of the page that are not in the article nor ``named`` already, in page order."""
    own = squeeze(text) + " " + squeeze(title or "")
    listed = leaves = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        inside, leaves = leaves, leaves + (node.tag in LEAVES) * (1 if event == "start" else -1)
        if event == "end" or inside or node.tag not in BLOCKS or listed >= MOST_REMOVED:
            continue
        block = squeeze(node.text_content())
        if block and len(block) <= MAX_CHARACTERS and block not in named and block not in own:
            listed += 1
            yield Removed(block, "outside_article")
