"""How much of an article is read: what is beyond it is put aside with its reason, so that no text takes for long."""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.cleaning.reasons import BEYOND
from analysis.reader import load_reader
from analysis.text import has_words
from analysis.types import Article, Removed

READ_CHARACTERS = 45_000
"""Characters that are read at most: five thousand words of nine characters."""
READ_PIECES = 10_000
"""Pieces of words (`analysis.reader.vocabulary`) that are read at most.

Articles have 1.4 (English) to 1.8 (Romanian) a word, so that 5,500 words and more are read; strings of letters that are
words of no language have one for two characters."""
BACK = 4
"""A text is cut at the end of its last line, else sentence, else word in the last such part of what may be read."""
SENTENCE_END = re.compile(r"[.!?…][\"'”»«“’)\]]*+(?=\s)")


def within_budget(article: Article) -> Article:
    """The article up to the last line that may be read; the rest stands in ``removed``.

    It is the article itself where all of it may be read. Linear in the length of the text, and in what is read.
    """
    text = article.text
    if len(text) < READ_PIECES:
        return article  # a text has hardly more pieces than characters
    most = min(len(text), READ_CHARACTERS)
    most = min(most, load_reader().reach(text[:most], READ_PIECES))
    if most == len(text):
        return article
    end = _end(text, most)
    kept, rest = text[:end].rstrip(), text[end:].strip()
    if not rest or not has_words(kept):
        return article
    return replace(article, text=kept, removed=(*article.removed, Removed(rest, BEYOND)))


def _end(text: str, most: int) -> int:
    """Where to cut so that no more than ``most`` characters are left: before a line, else sentence, else word."""
    least = most - most // BACK
    line = text.rfind("\n", least, most)
    if line >= 0:
        return line
    ends = [found.end() for found in SENTENCE_END.finditer(text, least, most)]
    if ends:
        return ends[-1]
    space = max(text.rfind(" ", least, most), text.rfind("\t", least, most))
    return space if space >= 0 else most
