"""What a web page says of itself: headline, dates, and its text as structured data (schema.org, Open Graph)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from lxml import html as lxml_html  # type: ignore[import-untyped]

from analysis.cleaning.blocks import letters
from analysis.cleaning.plain import normalise
from analysis.cleaning.printed import printed_headline
from analysis.cleaning.sites import Shown, Site, is_site, without_site
from analysis.dates import find_dates, parse_input, with_source
from analysis.errors import InputError
from analysis.text import squeeze
from analysis.types import PartialDate

PUBLISHED = (
    "articlepublishedtime", "ogpublishedtime", "datepublished", "date", "dcdate", "dctermscreated", "pubdate",
    "ogarticlepublishedtime", "articlepublished", "articlepublishdate", "dcdateissued", "dctermsissued", "dctermsdate",
    "parselypubdate", "prismpublicationdate", "publicationdate", "citationpublicationdate", "citationonlinedate",
    "publishdate", "publisheddate", "publishedat", "publishedtime", "originalpublicationdate", "sailthrudate",
    "dcdatecreated", "datecreated", "createddate", "bepresscitationdate",
)  # fmt: skip
"""Letters of the names of ``meta`` elements for the date of publication, the surest first."""
DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
UPDATED = (
    "articlemodifiedtime", "ogupdatedtime", "datemodified", "dctermsmodified", "lastmod", "dcdatemodified",
    "ogmodifiedtime", "ogarticlemodifiedtime", "dateupdated", "lastmodified", "lastupdated",
)  # fmt: skip
"""Those for the date of the last change."""

CDATA = re.compile(r"(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?")
"""What pages in XHTML set before their data; the like stands behind them."""
LONG_DATE = re.compile(
    r"\w{3},? (?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}) (?P<clock>\d\d:\d\d:\d\d) (?P<zone>[A-Z]+) (?P<year>\d{4})"
)
"""A date as programs print it: *Fri Apr 28 19:20:36 CEST 2023*."""
ARTICLES = ("Article", "BlogPosting", "Reportage", "ReportageNewsArticle")
WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
"""Fields in which the description of an article stands within that of the page."""
MARKS = " -–—|/:"
"""What may part a line above a title from it."""
LEAST_WORDS = 4
"""Fewest words of a title behind a line above it."""
ALL_TITLES = 3
"""The titles of data, heading and social networks."""
DOTS = re.compile(r"(?:…|\.\.\.)$")
"""Dots at the end of a title that is spelt for another place."""
NESTED = 4
"""Deepest nesting of descriptions that is read."""


def untagged(text: str) -> str:
    """The text without tags, which some pages leave in their titles."""
    if "<" not in text:
        return text
    return str(lxml_html.fromstring(f"<div>{text}</div>").text_content())


def titles_of(tree: Any, linked: dict[str, Any], site: Site) -> list[str]:
    """The page's headlines, best first: its structured data, its only first-level heading, its social title.

    Where heading and social title agree with each other and not with the data, theirs comes first, and where all three
    differ the heading, which is what readers see.
    """
    named = linked.get("headline")
    shared = _meta(tree, ("og:title", "twitter:title"))
    framed = [squeeze(node.text_content()) for node in tree.iter("title")][:1]
    headings = [heading for node in tree.iter("h1") if (heading := _heading(node, shared or ""))]
    if shared or framed:
        headings = [heading for heading in headings if not is_site(heading, site)]
    candidates: list[tuple[str | None, Shown]] = [
        (named if isinstance(named, str) else None, "page"),
        (headings[0] if len(headings) == 1 else None, "page"),
        (shared, "shared"),
        (headings[0] if headings else None, "page"),
        *((title, "frame") for title in framed),
    ]
    found = [
        without_site(normalise(squeeze(unescape(untagged(title)))), site, shown)
        for title, shown in candidates
        if title and title.strip()
    ]
    if named and shared and len(headings) == 1 and len(found) >= ALL_TITLES:
        found.insert(0, _printed(*found[:ALL_TITLES]))
    if len(headings) > 1 and found[-1] in headings:  # the heading that the browser's frame shows, not the site's name
        found.insert(found.index(normalise(headings[0])) if normalise(headings[0]) in found else 0, found[-1])
    return _with_printed(tree, found, headings)


def _with_printed(tree: Any, found: list[str], headings: Sequence[str]) -> list[str]:
    """The titles with the one first that is printed above the article; what it stands in comes last.

    One that is a part of the first, or has it as a part, is no other title. Dots that only the first ends in are none
    of the headline's.
    """
    if found and DOTS.search(found[0]):
        same = (normalise(heading) for heading in headings if letters(heading) == letters(found[0]))
        found = [next((heading for heading in same if not DOTS.search(heading)), found[0]), *found]
    printed = printed_headline(tree, found)
    if printed is None:
        return found
    headline, whole = (normalise(text) for text in printed)
    if whole not in found:
        found = [*found, whole]
    own, best = letters(headline), letters(found[0])
    return found if own in best or best in own else [headline, *found]


def _printed(named: str, heading: str, shared: str) -> str:
    """Which of the titles of data, heading and social networks is that of the page as it is printed.

    Two that agree are believed, and the heading where no two do, unless it is short or a part of another.
    """
    told, own, other = letters(named), letters(heading), letters(shared)
    if own == other != told:
        return shared
    alike = told == other or own in told or told in own
    return named if alike or len(heading.split()) < LEAST_WORDS else heading


def _heading(node: Any, shared: str) -> str:
    """The words of a heading without a line above the title in an element of its own, where ``shared`` has it not.

    Nothing if the heading stands in the path to the page. Where ``shared`` has that line behind the title, it goes too.
    """
    text = squeeze(node.text_content())
    around = (str(part).lower() for one in (node, node.getparent()) if one is not None for part in one.attrib.items())
    if any("breadcrumb" in part for part in around) or next(node.iterancestors("nav"), None) is not None:
        return ""
    first = next((squeeze(child.text_content()) for child in node if isinstance(child.tag, str)), "")
    rest = text.removeprefix(first).lstrip(MARKS) if first and not (node.text or "").strip() else ""
    own, above, told = letters(rest), letters(first), letters(shared)
    behind = len(rest.split()) >= LEAST_WORDS and told.endswith(own) and above not in told
    return rest if behind or (above and own and told == own + above) else text


def descriptions_of(tree: Any, linked: dict[str, Any]) -> list[str]:
    """What the page says it is about, in its structured data and for search engines and social networks."""
    given = [linked.get(name) for name in ("description", "abstract", "alternativeHeadline")]
    given += [_meta(tree, (name,)) for name in DESCRIPTIONS]
    return [normalise(squeeze(unescape(untagged(text)))) for text in given if isinstance(text, str) and text.strip()]


def authors_of(tree: Any, linked: dict[str, Any]) -> set[str]:
    """Letters of the names of those who wrote the article, as the page's data and its head say."""
    given = linked.get("author")
    listed = given if isinstance(given, list) else [given]
    people = [one.get("name") if isinstance(one, dict) else one for one in listed]
    names = (*people, _meta(tree, ("author", "article:author")))
    return {own for name in names if isinstance(name, str) and (own := letters(name))}


def _meta(tree: Any, names: tuple[str, ...]) -> str | None:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        if key in names and node.get("content"):
            found.setdefault(key, node.get("content"))
    return next((found[name] for name in names if name in found), None)


def objects_of(tree: Any) -> list[dict[str, Any]]:
    """The schema.org objects that the page holds as data, in order, those that stand within others among them."""
    found: list[dict[str, Any]] = []
    for node in tree.iter("script"):
        if (node.get("type") or "").lower() != "application/ld+json" or not node.text:
            continue
        try:
            found += _objects(json.loads(_data(node.text), strict=False))
        except (ValueError, RecursionError):
            continue
    return found


def _data(text: str) -> str:
    """The data of a script, without what pages in XHTML set around it."""
    text = text.strip()
    opening = CDATA.match(text)
    if opening is None:
        return text
    text = text[opening.end() :].removesuffix("*/").rstrip().removesuffix("]]>").rstrip()
    return text.removesuffix("//").removesuffix("/*")


def linked_data(objects: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The schema.org object that describes the article."""
    for item in objects:
        kind = item.get("@type")
        kinds = kind if isinstance(kind, list) else [kind]
        if any(isinstance(name, str) and name.endswith(ARTICLES) for name in kinds):
            return item
    return {}


def _objects(data: Any, depth: int = NESTED) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, list) and depth:
            yield from _objects(item, depth - 1)
        if isinstance(item, dict):
            yield item
            for name in WITHIN if depth else ():
                yield from _objects(item.get(name), depth - 1)


def date_of(tree: Any, linked: dict[str, Any], key: str, names: tuple[str, ...]) -> PartialDate | None:
    """A date of the page: what its structured data have under ``key``, or else the first ``meta`` element of these
    names that can be read.

    ``None`` where none of them can be read as a date.
    """
    for value in (linked.get(key), *_dated(tree, names)):
        if isinstance(value, str):
            parsed = _read(value)
            if parsed:
                return with_source(parsed, "html")
    return None


def _dated(tree: Any, names: Sequence[str]) -> Iterator[str]:
    """What the ``meta`` elements with these names say, in the order of the names, however their words are joined."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = letters(node.get("property") or node.get("name") or node.get("itemprop") or "")
        if key in names and node.get("content"):
            found.setdefault(key, node.get("content"))
    yield from (found[name] for name in names if name in found)


def _read(value: str) -> PartialDate | None:
    """The date as standards write it, or else the only one that the words hold."""
    try:
        return parse_input(value)
    except InputError:
        printed = LONG_DATE.sub(r"\g<day> \g<month> \g<year> \g<clock> \g<zone>", squeeze(value))
        found = [one.value for one in find_dates(printed)]
        return found[0] if len(found) == 1 and found[0].precision not in ("year", "month") else None
