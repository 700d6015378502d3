"""The form of a name that a body or a place is shown by: *Neue Post*, where the text has *der Neuen Post* alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.actors.body_phrases import head_noun, is_head
from analysis.actors.detection import common_ends
from analysis.actors.gazetteer import gazetteer
from analysis.actors.named import Named
from analysis.actors.phrases import lowered
from analysis.grammar import grammar
from analysis.types import Document

BEFORE = re.compile(r"(?<![\w’'-])([^\W\d_]+) $")
FAR = 20


def shown_name(document: Document, name: str, mentions: Sequence[Named]) -> str:
    """The name as it stands when it is no owner and has no article; as it is where that cannot be told.

    Adjectives as they are without an article, where the article of a mention shows a feminine or plural noun, a mention
    that has another ending first of all (*der Neuen Post*); the noun for a body without the ending of its genitive.
    """
    if " " not in name:
        return name
    nouns = grammar(document.language).nouns
    if nouns.capitalised:
        return _undeclined(document, name, mentions)
    if nouns.definite_endings and nouns.oblique_endings:
        return _not_oblique(document.language, name)
    if not nouns.genitive_s:
        return name
    first, _, last = name.rpartition(" ")
    return f"{first} {head_noun(document.language, last)}"


def _not_oblique(language: str, name: str) -> str:
    """*Consiliul Local* of *Consiliului Local*: masculine and neuter nouns, whose adjectives stay as they are."""
    first, _, rest = name.partition(" ")
    article = grammar(language).nouns.definite_endings
    stems = (stem for stem in gazetteer(language).stems(first) if stem.endswith(article) and is_head(language, stem))
    return f"{next(stems, first)} {rest}"


def _undeclined(document: Document, name: str, mentions: Sequence[Named]) -> str:
    words, nouns = name.split(), grammar(document.language).nouns
    longest = sorted(nouns.weak_endings, key=len, reverse=True)
    long = next((one for one in longest if words[0].endswith(one)), "")
    if not long or long == nouns.weak_endings[0]:
        return name
    if not _is_adjective(document.language, words[0][: -len(long)].casefold()):
        return name
    count = next((at for at, word in enumerate(words[:-1]) if not word.endswith(long)), len(words) - 1)
    other = next((one.text for one in mentions if one.text.split()[0] != words[0] and _same(one.text, name)), "")
    if other:
        return other
    articles = grammar(document.language).determiners.feminine_dative
    if not any(_word_before(document, named) in articles for named in mentions if named.text == name):
        return name
    bare = [word[: -len(long)] + nouns.weak_endings[0] for word in words[:count]]
    return " ".join([*bare, *words[count:]])


def _is_adjective(language: str, stem: str) -> bool:
    """Whether a word that dictionaries have, or a compound of one, is the adjective without an article: *Neues*."""
    strong = grammar(language).nouns.strong_endings
    known = lowered(language, "demonyms", 1)
    return any(next(common_ends(language, stem + one), "") or stem + one in known for one in strong[1:])


def _same(text: str, name: str) -> bool:
    """Whether the words are as many and only the first one has another ending."""
    first, rest = text.split(), name.split()
    return len(first) == len(rest) and first[1:] == rest[1:] and first[0][:4] == rest[0][:4]


def _word_before(document: Document, named: Named) -> str:
    before = BEFORE.search(document.text, max(0, named.start - FAR), named.start)
    return before[1].casefold() if before is not None else ""
