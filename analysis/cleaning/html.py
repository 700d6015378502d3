"""Article text out of a web page.

The body is found (`analysis.cleaning.body`), its lead and what was left behind of it are set in their places, and what
it holds of the page's furniture goes, by where it stands in the page and by the rules for single lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from analysis.cleaning.beside import with_neighbours
from analysis.cleaning.blocks import blocks_kept, letters
from analysis.cleaning.body import LEAST_WORDS, RUNNING_WORDS, body_of, count_words
from analysis.cleaning.bounds import is_labelled, within_article, without_boxes
from analysis.cleaning.closing import mark_last_lines
from analysis.cleaning.indexes import is_furniture, is_index, without_closing_links
from analysis.cleaning.inserts import without_inserts, without_orphans
from analysis.cleaning.leads import with_lead, without_labels
from analysis.cleaning.limits import MAX_HTML, check_markup, cleaned_parts
from analysis.cleaning.lines import CRUMBS, SPOKEN, Line, classify, credit_tail, read_lines
from analysis.cleaning.markup import LABEL_AND_TITLE, part_lines, spelt_out, with_initials, with_loose, without_programs
from analysis.cleaning.metadata import (
    PUBLISHED,
    UPDATED,
    authors_of,
    date_of,
    descriptions_of,
    linked_data,
    objects_of,
    titles_of,
)
from analysis.cleaning.plain import mark_comments, mark_links, normalise
from analysis.cleaning.published import not_before
from analysis.cleaning.reasons import BEYOND, REASONS
from analysis.cleaning.related import without_contents, without_links
from analysis.cleaning.sites import Site, site_of
from analysis.cleaning.stamps import STAMP_WORDS, stamps_of
from analysis.errors import EmptyTextError, TextTooLargeError
from analysis.languages import detect
from analysis.text import MAX_CHARACTERS, SURROGATE, check_text, squeeze, words_of
from analysis.types import UNDETERMINED, Article, ArticleInput, Language, PartialDate, Removed

NO_ARTICLE = "The page has no article: no running text was found in it."
ONLY_A_LIST = "The page has no article: it lists articles, each under its own headline and link."
FIRST_LINES = 4
"""Lines of an extracted article between which the lead and who wrote it stand."""
LABEL_WORDS, LAST_LINES = 3, 3
"""Words of the longest label above the first line of an article, and lines at its end where menus may be left."""
UNLABELLED = re.compile(rf"{SPOKEN.pattern}|,|^[^a-zß-ÿ]+$")
"""Speech, and a town in capitals or with its country, which opens a text."""
MOST_REMOVED = 2000
"""Most blocks of the page outside the article that are listed."""
SURE_FURNITURE = frozenset(REASONS) - {"caption", "language_switcher", "navigation", "section"}
"""Rules that apply to lines trafilatura took for the article; the rest is left to its judgement."""
BLOCKS = ("a", "button", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th")
LEAVES = frozenset(
    ["a", "button", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "noscript", "p", "script", "style"]
)
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
    objects = objects_of(tree)
    linked = linked_data(objects)
    site = site_of(tree, objects, source.outlet, source.url)
    titles = [*([headline] if headline else []), *titles_of(tree, linked, site)]
    title = titles[0] if titles else None
    found, beyond = cleaned_parts(body_of(page, tree, linked, source.url))
    found = with_initials(found, tree)
    paragraphs = within_article(_without_titles(with_loose(found, tree), titles, site), tree, titles)
    paragraphs = without_inserts(without_boxes(with_neighbours(paragraphs, tree, titles), tree), tree)
    if not linked and is_index(tree, paragraphs):
        raise EmptyTextError(ONLY_A_LIST, "/html")
    paragraphs = without_contents(without_links(tree, without_closing_links(tree, paragraphs), titles))
    descriptions = descriptions_of(tree, linked)
    paragraphs = without_labels(with_lead(paragraphs, tree, titles, descriptions), descriptions)
    removed: list[Removed] = []
    if source.clean:
        paragraphs = without_orphans(_without_furniture(paragraphs, removed, authors_of(tree, linked)), tree)
    text = "\n\n".join(part for part in paragraphs if letters(part))
    if not words_of(text) or is_furniture(tree, paragraphs):
        raise EmptyTextError(NO_ARTICLE, "/html")
    rest = "\n\n".join(beyond)
    check_text(text + rest, "/html")
    shown = stamps_of(tree, titles, paragraphs, source.language or tree.get("lang") or tree.get("xml:lang"))
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


def _without_titles(paragraphs: list[str], titles: list[str], site: Site) -> list[str]:
    """The paragraphs without the title and without the line above it that other titles of the page open with."""
    behind = (title.rpartition(": ")[2] for title in titles if ": " in title)
    heads = {
        letters(title) for title in (*titles, *(part for part in behind if count_words(part) >= RUNNING_WORDS))
    } - {""}
    whole = heads | site.headings
    opened = {letters(title.partition(": ")[0]) for title in titles if ": " in title} - {""}
    above = {long.removesuffix(short) for long in heads for short in heads if long != short and long.endswith(short)}
    named = whole | above | opened
    return [
        part
        for index, part in enumerate(paragraphs)
        if not _is_title(part, heads, index, len(paragraphs))
        and (index >= FIRST_LINES or (letters(part) not in named and not _is_path(part, heads)))
    ]


def _is_title(part: str, heads: set[str], index: int, lines: int) -> bool:
    """Whether a line is the title behind its label, at the top, or the title again, at the end."""
    if index >= FIRST_LINES:
        return index >= lines - LAST_LINES and count_words(part) >= RUNNING_WORDS and letters(part) in heads
    return is_labelled(part, heads)


def _is_path(part: str, heads: set[str]) -> bool:
    """Whether a line is the path to the page, which ends in its title: *Home > News > Library stays open*."""
    crumbs = CRUMBS.split(part)
    return len(crumbs) > LABEL_AND_TITLE and letters(crumbs[-1]) in heads


def _without_furniture(paragraphs: list[str], removed: list[Removed], authors: set[str]) -> list[str]:
    kept: list[str] = []
    lines = [
        replace(line, zone="top") if index < FIRST_LINES and line.words <= STAMP_WORDS and not line.final else line
        for index, line in enumerate(read_lines("\n".join(paragraphs)))
    ]
    reasons = [None if SPOKEN.match(line.text) else _furniture(line) for line in lines]
    for index in {*range(min(FIRST_LINES, len(lines) - 1)), *range(max(1, len(lines) - LAST_LINES), len(lines))}:
        reasons[index] = reasons[index] or ("byline" if letters(lines[index].text) in authors else None)
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
