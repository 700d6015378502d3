"""Article text out of a web page.

trafilatura finds the body (Barbaresi 2021); what it leaves of the page's furniture goes by the rules for single lines.
Where the page carries its own full text as structured data (schema.org ``articleBody``) and trafilatura found only a
part of it, that text is taken. Measured on pages annotated by hand, its fast mode without comments and tables beats
its precision, recall and fallback modes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from analysis.cleaning.lines import SPOKEN, Line, classify, read_lines
from analysis.cleaning.plain import normalise
from analysis.dates import parse_input, with_source
from analysis.errors import EmptyTextError, InputError, TextTooLargeError
from analysis.languages import detect
from analysis.text import MAX_CHARACTERS, SURROGATE, check_text, fold, squeeze, words_of
from analysis.types import UNDETERMINED, Article, ArticleInput, Language, PartialDate, Removed

MAX_HTML = 5_000_000
"""Longest page that is read, in characters; the longest newspaper pages have some two million."""
MAX_DEPTH = 200
"""Deepest nesting of elements that is read; no page that people read comes near it."""
NO_ARTICLE = "The page has no article: no running text was found in it."
MUCH_LONGER = 1.25
"""The page's own full text is taken if it has so many times the words that were extracted."""
MOST_REMOVED = 2000
"""Most blocks of the page outside the article that are listed."""
SURE_FURNITURE = frozenset(
    ["advertisement", "comments", "cookies", "copyright", "image_control", "newsletter", "photo_credit", "read_more",
     "reading_time", "share", "translation"]
)  # fmt: skip
"""Rules that apply to lines trafilatura took for the article; the rest is left to its judgement."""
PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dcterms.created", "pubdate",
)  # fmt: skip
UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod")
BLOCKS = ("a", "button", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th")
LEAVES = frozenset(
    ["a", "button", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "noscript", "p", "script", "style"]
)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
TAG = re.compile(r"<\s*(/?)\s*([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "li", "link", "meta", "p", "source", "track", "wbr"]
)


def clean_html(source: ArticleInput, given: PartialDate | None, headline: str | None) -> Article:
    """The article of a web page. Raises EmptyTextError if there is none, TextTooLargeError for a gigantic page."""
    page = _check(source.html or "")
    tree = _parse(page)
    extracted = _extract(page, tree, source.url)
    linked = _linked_data(tree)
    title = headline or _title(tree, extracted, linked)
    paragraphs = _paragraphs(extracted, linked, title)
    removed: list[Removed] = []
    if source.clean:
        paragraphs = _without_furniture(paragraphs, removed)
    text = "\n\n".join(paragraphs)
    if not words_of(text):
        raise EmptyTextError(NO_ARTICLE, "/html")
    check_text(text, "/html")
    published = given or _date(tree, linked, "datePublished", PUBLISHED)
    return Article(
        outlet=source.outlet,
        text=text,
        language=_language(text, source.language, tree),
        headline=title,
        url=source.url,
        published_at=published,
        updated_at=_date(tree, linked, "dateModified", UPDATED),
        external_id=source.external_id,
        removed=(*_outside(tree, text, title), *removed),
    )


def _check(page: str) -> str:
    if len(page) > MAX_HTML:
        raise TextTooLargeError(f"The page has {len(page):,} characters; at most {MAX_HTML:,} are read.", "/html")
    if not page.strip():
        raise EmptyTextError("The page is empty.", "/html")
    return normalise(CONTROL.sub("", SURROGATE.sub("\ufffd", page)))


def _parse(page: str) -> Any:
    """The page as a tree; one of plain text only is a paragraph."""
    depth = deepest = 0
    for match in TAG.finditer(page):
        if match[2].lower() not in VOID and not match[3]:
            depth = max(0, depth - 1) if match[1] else depth + 1
            deepest = max(deepest, depth)
    if deepest > MAX_DEPTH * 10:
        raise TextTooLargeError("The page nests its elements too deeply to be read.", "/html")
    try:
        parser = lxml_html.HTMLParser(encoding="utf-8", recover=True, huge_tree=False)
        tree = lxml_html.document_fromstring(page.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EmptyTextError(NO_ARTICLE, "/html") from error
    return tree


def _extract(page: str, tree: Any, url: str | None) -> Any:
    from trafilatura import bare_extraction  # a quarter of a second: only for those who send pages

    try:
        return bare_extraction(
            page, url=url, fast=True, include_comments=False, include_tables=False, with_metadata=False
        )
    except (RecursionError, ValueError, AttributeError, etree.LxmlError):
        return None


def _paragraphs(extracted: Any, linked: dict[str, Any], title: str | None) -> list[str]:
    """Paragraphs of the body, without the headline."""
    found = list(_blocks(extracted.body)) if extracted is not None and extracted.body is not None else []
    whole = linked.get("articleBody")
    if isinstance(whole, str):
        own = [squeeze(_untagged(line)) for line in whole.splitlines() if line.strip()]
        if sum(map(_count, own)) > MUCH_LONGER * sum(map(_count, found)):
            found = own
    head = _letters(title or "")
    return [part for index, part in enumerate(found) if index > 3 or not head or _letters(part) != head]


def _letters(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())


def _count(paragraph: str) -> int:
    return len(words_of(paragraph))


def _untagged(text: str) -> str:
    if "<" not in text:
        return text
    return str(lxml_html.fromstring(f"<div>{text}</div>").text_content())


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
    parts: list[str] = [element.text or ""]
    for child in element.iterdescendants():
        if child.tag == "lb":
            parts.append("\n")
        if isinstance(child.tag, str):
            parts.append(child.text or "")
        parts.append(child.tail or "")
    for line in "".join(parts).split("\n"):
        if squeeze(line):
            yield squeeze(line)


def _without_furniture(paragraphs: list[str], removed: list[Removed]) -> list[str]:
    kept: list[str] = []
    for line in read_lines("\n".join(paragraphs)):
        reason = None if SPOKEN.match(line.text) else _furniture(line)
        if reason:
            removed.append(Removed(line.text, reason))
        else:
            kept.append(line.text)
    return kept


def _furniture(line: Line) -> str | None:
    reason = classify(line)
    return reason if reason in SURE_FURNITURE else None


def _title(tree: Any, extracted: Any, linked: dict[str, Any]) -> str | None:
    """The page's headline: its structured data, its only first-level heading, its social title."""
    named = linked.get("headline")
    headings = [squeeze(node.text_content()) for node in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    candidates = [named if isinstance(named, str) else None, headings[0] if len(headings) == 1 else None]
    candidates += [_meta(tree, ("og:title", "twitter:title")), headings[0] if headings else None]
    candidates += [squeeze(node.text_content()) for node in tree.iter("title")][:1]
    return next(
        (normalise(squeeze(unescape(_untagged(title)))) for title in candidates if title and title.strip()), None
    )


def _meta(tree: Any, names: tuple[str, ...]) -> str | None:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        if key in names and node.get("content"):
            found.setdefault(key, node.get("content"))
    return next((found[name] for name in names if name in found), None)


def _linked_data(tree: Any) -> dict[str, Any]:
    """The schema.org object that describes the article."""
    for node in tree.iter("script"):
        if (node.get("type") or "").lower() != "application/ld+json" or not node.text:
            continue
        try:
            data = json.loads(node.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            kind = item.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(name, str) and name.endswith(("Article", "BlogPosting")) for name in kinds):
                return item
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    items = data if isinstance(data, list) else [data]
    for item in items:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (entry for entry in graph if isinstance(entry, dict))


def _date(tree: Any, linked: dict[str, Any], key: str, names: tuple[str, ...]) -> PartialDate | None:
    for value in (linked.get(key), _meta(tree, names)):
        if isinstance(value, str):
            try:
                parsed = parse_input(value)
            except InputError:
                continue
            if parsed:
                return with_source(parsed, "html")
    return None


def _language(text: str, hint: str | None, tree: Any) -> Language:
    """As detected; what the page says of itself decides only where the text does not."""
    language = detect(text, hint)
    declared = tree.get("lang") or ""
    if language.code != UNDETERMINED or not re.fullmatch(r"[A-Za-z]{2,3}([-_]\w{1,8})*", declared):
        return language
    return Language(detect(text, declared).code, language.confidence)


def _outside(tree: Any, text: str, title: str | None) -> Iterator[Removed]:
    """Visible blocks of the page that are not in the article, in page order."""
    own = squeeze(text) + " " + squeeze(title or "")
    listed = 0
    for node in tree.iter(*BLOCKS):
        if listed >= MOST_REMOVED or any(parent.tag in LEAVES for parent in node.iterancestors()):
            continue
        block = squeeze(node.text_content())
        if block and len(block) <= MAX_CHARACTERS and block not in own:
            listed += 1
            yield Removed(block, "outside_article")
