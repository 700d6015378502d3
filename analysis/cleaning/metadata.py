"""What a web page says of itself: headline, dates, and its text as structured data (schema.org, Open Graph)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import html as lxml_html  # type: ignore[import-untyped]

from analysis.cleaning.plain import normalise
from analysis.dates import parse_input, with_source
from analysis.errors import InputError
from analysis.text import fold, squeeze
from analysis.types import PartialDate

PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dcterms.created", "pubdate",
)  # fmt: skip
DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod")


SEPARATOR = re.compile(r"(\s[|–—-]\s)")
NAME_WORDS = 3
"""Most words of the name of a section or site; a title has more."""


def untagged(text: str) -> str:
    """The text without tags, which some pages leave in their titles."""
    if "<" not in text:
        return text
    return str(lxml_html.fromstring(f"<div>{text}</div>").text_content())


def titles_of(tree: Any, linked: dict[str, Any]) -> list[str]:
    """The page's headlines, best first: its structured data, its only first-level heading, its social title."""
    named = linked.get("headline")
    headings = [squeeze(node.text_content()) for node in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    candidates = [named if isinstance(named, str) else None, headings[0] if len(headings) == 1 else None]
    candidates += [_meta(tree, ("og:title", "twitter:title")), headings[0] if headings else None]
    candidates += [squeeze(node.text_content()) for node in tree.iter("title")][:1]
    found = [normalise(squeeze(unescape(untagged(title)))) for title in candidates if title and title.strip()]
    names = (_meta(tree, ("og:site_name", "application-name")), _publisher(linked))
    sites = frozenset(fold(name) for name in names if name)
    return [without_site(title, sites) for title in found]


def _publisher(linked: dict[str, Any]) -> str | None:
    publisher = linked.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else None
    return name if isinstance(name, str) else None


def without_site(title: str, sites: frozenset[str]) -> str:
    """The title without the name of the site at its end and the name of a section before it.

    ``sites`` are the names that the page gives itself, folded. Behind a bar any few words are a name, behind a dash
    only one of these is.
    """
    parts = SEPARATOR.split(title)
    if len(parts) > 2 and fold(parts[-1].strip()) in sites:
        parts = parts[:-2]
    sections = "".join(parts).split(" | ")
    if len(sections) > 1 and len(sections[-1].split()) <= NAME_WORDS < len(sections[-2].split()):
        sections.pop()
    if len(sections) > 1 and len(sections[0].split()) <= NAME_WORDS < len(sections[1].split()):
        del sections[0]
    return " | ".join(sections).strip()


def descriptions_of(tree: Any, linked: dict[str, Any]) -> list[str]:
    """What the page says it is about, in its structured data and for search engines and social networks."""
    given = [linked.get(name) for name in ("description", "abstract", "alternativeHeadline")]
    given += [_meta(tree, (name,)) for name in DESCRIPTIONS]
    return [normalise(squeeze(unescape(untagged(text)))) for text in given if isinstance(text, str) and text.strip()]


def _meta(tree: Any, names: tuple[str, ...]) -> str | None:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        if key in names and node.get("content"):
            found.setdefault(key, node.get("content"))
    return next((found[name] for name in names if name in found), None)


def linked_data(tree: Any) -> dict[str, Any]:
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


def date_of(tree: Any, linked: dict[str, Any], key: str, names: tuple[str, ...]) -> PartialDate | None:
    """A date of the page: what its structured data have under ``key``, or else the first of these ``meta`` elements.

    ``None`` where none of them can be read as a date.
    """
    for value in (linked.get(key), _meta(tree, names)):
        if isinstance(value, str):
            try:
                parsed = parse_input(value)
            except InputError:
                continue
            if parsed:
                return with_source(parsed, "html")
    return None
