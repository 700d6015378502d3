"""The name of the site and of its sections, and titles of pages without them.

A name is one of the site's if the page gives it itself (in its data, in the text of its logo, as the holder of its
rights, in its address), if it is that of a known outlet, or if it is made like a paper's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal
from urllib.parse import urlsplit

from analysis.cleaning.blocks import letters
from analysis.cleaning.phrases import phrases_for
from analysis.grammar import grammar
from analysis.resources import languages, rows, world
from analysis.text import fold, squeeze

SEPARATOR = re.compile(r"(\s(?:[|–—·•»›~-]|::)\s)")
NAME_WORDS, SITE_WORDS = 3, 5
"""Most words of the name of a section, or of anything behind a bar, and of a site; a title has more."""
SHORT = 3
"""Most letters of an article before a name; of a name, they may stand for anything."""
Shown = Literal["page", "shared", "frame"]
"""Where a title is shown: above the article, where others share it, in the frame of the browser."""
TITLE_WORDS = 3
"""Fewest words before a dash and a name for the name to be the site's though nothing else says so."""
RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*+(?:©\s*+)?(?:(?:\d{4}\s*+[-–—/]\s*+)?\d{4})?\s*+[,:]?\s*+(?:by\s++)?(.{2,80})",
    re.IGNORECASE,
)
"""Who holds the rights, behind the sign and the years."""
LOGO = re.compile(r"\blogo\b|logo$", re.IGNORECASE)
NAMED_TYPES = ("Organization", "WebSite", "NewsMediaOrganization")
SITE_FIELDS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "al:android:app_name")
ADDRESSES = ("og:url", "twitter:url")


@dataclass(frozen=True, slots=True)
class Site:
    """What a page calls itself (``names``), what it calls its parts (``sections``), and its first-level headings."""

    names: frozenset[str]
    sections: frozenset[str]
    headings: frozenset[str]
    body: str
    holders: tuple[str, ...] = ()


def site_of(tree: Any, objects: Iterable[dict[str, Any]], outlet: str, url: str | None) -> Site:
    """What the page says of the site it is from; ``objects`` are its structured data."""
    names = {name for given in (*_given(tree), *_published_by(objects), outlet) for name in _spellings(given)}
    for address in (url, *_addresses(tree), outlet if "." in outlet else None):
        names |= _labels(address)
    holders = tuple(letters(found[1]) for text in _small_print(tree) for found in [RIGHTS.search(text)] if found)
    menus = [squeeze(link.text_content()) for menu in tree.iter("nav") for link in menu.iter("a")]
    sections = {letters(text) for text in (*menus, *_meta_all(tree, ("article:section", "section")))}
    headings = frozenset(letters(node.text_content()) for node in tree.iter("h1"))
    body = letters(" ".join(node.text_content() for node in tree.iter("p")))
    return Site(frozenset(names - {""}), frozenset(sections - {""}), headings - {""}, body, holders)


def without_site(title: str, site: Site, shown: Shown = "page") -> str:
    """The title without the name of the site at its end or beginning and the names of sections.

    Behind or before a bar any few words are a name. Behind a dash a name that the page gives itself is one wherever
    the title is ``shown``; where it is shown elsewhere, that of an outlet too, and in the frame of a browser also one
    in capitals that the article does not have.
    """
    parts = SEPARATOR.split(_without_opening(title, site))
    if found := _heading(parts, site):
        return found
    before = len(parts)
    while len(parts) > 1 and (_is_own(parts[-1], site) or (shown != "page" and _is_outlet(parts[-1]))):
        del parts[-2:]
    while len(parts) > 1 and _is_own(parts[0], site):
        del parts[:2]
    if shown == "frame" and len(parts) == before > 1 and _may_be_site(parts, site):
        del parts[-2:]
    if len(parts) < before:
        while len(parts) > 1 and _is_section(parts[-1], site) and _words(parts[-1]) < _words(parts[-3]):
            del parts[-2:]
    return "".join(_without_labels(parts)).strip()


def is_site(heading: str, site: Site) -> bool:
    """Whether a heading is only the name that the page gives its site."""
    return _is_own(heading, site)


def _without_opening(title: str, site: Site) -> str:
    """The title without the name of the site, or of a section that the heading has not, and a colon before it."""
    first, colon, rest = title.partition(": ")
    if not colon or _words(rest) < TITLE_WORDS:
        return title
    return rest if _is_own(first, site) or (letters(rest) in site.headings and _is_section(first, site)) else title


def _without_labels(parts: list[str]) -> list[str]:
    """The parts without a few words behind the last bar and before the first, where another part has more."""
    parts = list(parts)
    while len(parts) > 1 and parts[-2].strip() == "|" and _words(parts[-1]) <= NAME_WORDS:
        if _words(parts[-1]) >= _longest(parts[:-2]) and not (_words(parts[-3]) > 1 and _is_outlet(parts[-1])):
            break
        del parts[-2:]
    while len(parts) > 1 and parts[1].strip() == "|" and (_words(parts[0]) <= NAME_WORDS or _is_outlet(parts[0])):
        if _words(parts[0]) >= _longest(parts[2:]):
            break
        del parts[:2]
    return parts


def _longest(parts: Sequence[str]) -> int:
    return max(map(_words, parts))


def _heading(parts: list[str], site: Site) -> str | None:
    """The first or last parts of the title if they are a first-level heading of the page."""
    for size in range(len(parts) - 2, 0, -2):
        for chosen in (parts[:size], parts[-size:]):
            text = "".join(chosen).strip()
            if _words(text) > 1 and letters(text) in site.headings and not _is_own(text, site):
                return text
    return None


def _words(text: str) -> int:
    return sum(any(character.isalnum() for character in word) for word in text.split())


def _is_own(text: str, site: Site) -> bool:
    own = letters(text)
    if not own or _words(text) > SITE_WORDS:
        return False
    if not site.names.isdisjoint(_spellings(text)):
        return True
    return any(len(own) > SHORT and holder.startswith(own) for holder in site.holders)


def _is_outlet(text: str) -> bool:
    return letters(text) in known_outlets() or (_words(text) <= SITE_WORDS and _is_press_name(text))


def _is_section(text: str, site: Site) -> bool:
    return letters(text) in site.sections or tuple(fold(text).split()) in phrases_for("section")


def _may_be_site(parts: list[str], site: Site) -> bool:
    name = parts[-1].split()
    capital = all(word[0].isupper() or word[0].isdigit() for word in name)
    known = letters(parts[-1]) in site.body
    return _words(parts[-3]) >= TITLE_WORDS and len(name) <= NAME_WORDS + 1 and capital and not known


def _spellings(name: str) -> set[str]:
    """The letters of a name, with and without a first word of three letters or less (*The*, *Le*, *L'*)."""
    first, _, rest = squeeze(name).replace("’", "'").replace("'", " ").partition(" ")
    own = letters(name)
    return {own, letters(rest)} if len(first) <= SHORT < len(letters(rest)) else {own}


def _given(tree: Any) -> Iterator[str]:
    yield from _meta_all(tree, SITE_FIELDS)
    for image in tree.iter("img"):
        said = " ".join(image.get(name) or "" for name in ("class", "id", "src", "alt"))
        if image.get("alt") and LOGO.search(said.replace("-", " ").replace("_", " ")):
            yield LOGO.sub("", image.get("alt")).strip(" -–|:")
    for link in tree.iter("a"):
        if (link.get("href") or "").strip() == "/":
            yield link.get("title") or squeeze(link.text_content())


def _published_by(objects: Iterable[dict[str, Any]]) -> Iterator[str]:
    for item in objects:
        kinds = item.get("@type")
        named = [item] if any(kind in NAMED_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds])) else []
        for field in ("publisher", "isPartOf"):
            value = item.get(field)
            named += [value] if isinstance(value, dict) else []
        for one in named:
            for field in ("name", "alternateName"):
                if isinstance(one.get(field), str):
                    yield one[field]


def _addresses(tree: Any) -> Iterator[str]:
    yield from _meta_all(tree, ADDRESSES)
    for node in tree.iter("link"):
        if (node.get("rel") or "").lower() == "canonical" and node.get("href"):
            yield node.get("href")


def _labels(address: str | None) -> set[str]:
    """The letters of the name in an address, with and without its ending: *wickecho*, *wickechocom*."""
    if not address:
        return set()
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return set()
    labels = [label for label in host.split(".") if label != "www"]
    if len(labels) < len(("name", "ending")):
        return set()
    found = {letters("".join(labels)), letters("".join(labels[-2:]))}
    return found | {letters(label) for label in labels[:-1] if len(label) > len("co")}


def _small_print(tree: Any) -> Iterator[str]:
    yield from _meta_all(tree, ("copyright", "dcterms.rightsholder", "dc.publisher", "publisher"))
    for footer in tree.iter("footer"):
        yield from (squeeze(line) for line in footer.itertext() if line.strip())


def _meta_all(tree: Any, names: tuple[str, ...]) -> Iterator[str]:
    for node in tree.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        if key in names and node.get("content"):
            yield node.get("content")


@cache
def known_outlets() -> frozenset[str]:
    """Letters of the names of the world's outlets."""
    return frozenset(letters(row[0]) for row in world("outlets"))


@cache
def _press_words() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Words that names of papers end in and open with, and the ends of compounds, in all languages."""
    lists = {code: [row[0] for row in rows(code, "press_names")] for code in languages()}
    opening = {name for code, own in lists.items() if grammar(code).word_order.noun_before_adjective for name in own}
    whole = {name for own in lists.values() for name in own}
    ends = {name[1:] for name in whole if name.startswith("*")}
    whole |= ends
    return frozenset(whole), frozenset(opening), tuple(sorted(ends))


def _is_press_name(text: str) -> bool:
    """Whether a name is made like a paper's: it ends in a word for one, or opens with it where nouns come first."""
    words = text.split()
    if not words or not all(word[0].isupper() or len(word) <= SHORT for word in words):
        return False
    whole, opening, endings = _press_words()
    keys = [fold(word) for word in words]
    if len(words) > 1 and words[-1][0].isupper():
        first = 1 if len(keys[0]) <= SHORT else 0
        if keys[-1] in whole or " ".join(keys[-2:]) in whole or keys[first] in opening:
            return True
    return any(keys[-1].endswith(end) and len(keys[-1]) > len(end) + 2 for end in endings)
