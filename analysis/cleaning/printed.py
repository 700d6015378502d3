"""The headline as a page prints it above its article, where its only first-level heading stands in the path to it.

Such pages spell the first-level heading for search engines; readers see another heading at the head of the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.cleaning.blocks import is_hidden, letters, names_of
from analysis.text import fold, squeeze, words_of

HEADS = frozenset({"contenthead", "head", "header", "heading", "headline", "hgroup"})
"""Names of the elements that articles open with; two of them are tags as well."""
AWAY = frozenset({"a", "aside", "blockquote", "figure", "footer", "form", "li", "nav", "table"})
"""Elements that hold no headline of the page."""
LEAST_WORDS, KICKER_WORDS = 4, 8
"""Fewest words of a headline, and most of the line above it within its heading."""
ALIKE, LETTERS = 2, 4
"""Words, and their fewest letters, that the headline shares with what the page calls itself."""
MARKS = " -–—|/:"
"""What may part a line above a title from it."""
OWN_SHARE = 0.5
"""Share of the letters of all paragraphs that the article has to hold."""


def printed_headline(tree: Any, titles: Sequence[str]) -> tuple[str, str] | None:
    """The headline at the head of the article and the heading it stands in, with the line above, if it has one.

    It is the first heading of the article; one of the second level only if none of the first is in the article but in
    the path to it. ``None`` where there is none, or where it shares no words with the ``titles`` of the page.
    """
    article = _article(tree)
    if article is None or not titles:
        return None
    node = next((one for one in article.iter("h1", "h2") if _is_shown(one, article)), None)
    if node is None or not _is_at_head(node, article) or (node.tag == "h2" and _has_first_level(tree, article)):
        return None
    whole = squeeze(node.text_content())
    headline = _without_kicker(node, whole, titles)
    known = {letters(title) for title in titles}
    if letters(whole) in known:
        headline = whole
    enough = len(headline.split()) >= LEAST_WORDS and (letters(headline) in known or _is_alike(headline, titles))
    return (headline, whole) if enough else None


def _article(tree: Any) -> Any:
    """The element that holds the article: the largest one named so, if most of what the page says is in it."""
    sizes = {one: _size(one) for one in tree.iter("article") if next(one.iterancestors("article"), None) is None}
    best = max(sizes, key=sizes.__getitem__, default=None)
    return best if best is not None and sizes[best] >= OWN_SHARE * _size(tree) else None


def _size(node: Any) -> int:
    return sum(len(part.text_content()) for part in node.iter("p"))


def _is_shown(node: Any, article: Any) -> bool:
    """Whether a heading is the article's own: in no menu, list, box or other article, and not hidden."""
    if not squeeze(node.text_content()) or next(node.iter("a"), None) is not None:
        return False
    for one in (node, *node.iterancestors()):
        if one is article:
            return True
        if one.tag in AWAY or one.tag == "article" or is_hidden(one) or names_of(one) & {"breadcrumb", "breadcrumbs"}:
            return False
    return False


def _is_at_head(node: Any, article: Any) -> bool:
    for one in node.iterancestors():
        if one is article:
            return False
        if one.tag in HEADS or names_of(one) & HEADS:
            return True
    return False


def _has_first_level(tree: Any, article: Any) -> bool:
    """Whether a first-level heading stands in the article, or on the page in no path or menu."""
    headings = list(tree.iter("h1"))
    return not headings or any(_is_shown(one, article) for one in headings)


def _without_kicker(node: Any, whole: str, titles: Sequence[str]) -> str:
    """The heading without a line above the headline that has an element of its own."""
    first = next((squeeze(child.text_content()) for child in node if isinstance(child.tag, str)), "")
    if not first or (node.text or "").strip() or len(first.split()) > KICKER_WORDS:
        return whole
    rest = whole.removeprefix(first).lstrip(MARKS)
    return rest if len(rest.split()) >= LEAST_WORDS and _is_alike(rest, titles) else whole


def _is_alike(headline: str, titles: Sequence[str]) -> bool:
    own = _long_words(headline)
    return any(len(own & _long_words(title)) >= ALIKE for title in titles)


def _long_words(text: str) -> set[str]:
    return {fold(word) for word in words_of(text) if len(word) >= LETTERS}
