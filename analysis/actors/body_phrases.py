"""What follows in the name of a body: what it is for, behind a small word, and what is joined to that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analysis import resources
from analysis.actors.folding import plain
from analysis.actors.gazetteer import gazetteer, given_names
from analysis.actors.named import Named
from analysis.actors.phrases import ROLE_LISTS, lowered
from analysis.actors.tagger import load_tagger
from analysis.columns import BodyWord
from analysis.grammar import grammar
from analysis.types import Document

JOINS = (BodyWord.LINK, BodyWord.AND, BodyWord.NESTED)
NEXT = re.compile(r"[ \u00a0](?P<word>[^\W\d_][\w’'-]*)(?<![’'])")
SIGN = re.compile(r" & ([^\W\d_]+)")
GLUED = re.compile(r"(?P<word>[^\W\d_][\w’'-]*)")
MOST_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The words of names of bodies in one language."""

    heads: frozenset[str]
    endings: tuple[str, ...]
    link: re.Pattern[str]
    joining: re.Pattern[str]
    nested: re.Pattern[str]


@cache
def body_words(language: str) -> BodyWords:
    listed = resources.rows(language, "body_words")
    heads = frozenset(row[0] for row in listed if row[1] == BodyWord.HEAD)
    endings = tuple(row[0][1:] for row in listed if row[1] == BodyWord.ENDING)
    return BodyWords(heads, endings, *(_any(listed, kind) for kind in JOINS))


def _any(listed: Sequence[Sequence[str]], kind: BodyWord) -> re.Pattern[str]:
    """One of the words of this kind behind a space, none that ends in an apostrophe with a space behind it."""
    words = sorted((row[0] for row in listed if row[1] == kind), key=lambda word: (-len(word), word))
    each = "|".join(re.escape(word).replace("'", "[’']") + ("" if word[-1] == "'" else "(?= )") for word in words)
    return re.compile(rf" (?:{each})") if each else re.compile(r"(?!)")


def is_head(language: str, word: str) -> bool:
    """Whether the word is a noun for a kind of body, with a genitive's ending or not."""
    heads, lower = body_words(language).heads, word.casefold()
    if lower in heads:
        return True
    return grammar(language).nouns.genitive_s and not heads.isdisjoint(
        (lower.removesuffix("s"), lower.removesuffix("es"))
    )


def head_noun(language: str, word: str) -> str:
    """A noun for a kind of body without its genitive's ending; any other word as it is."""
    if word.casefold() in body_words(language).heads or not is_head(language, word):
        return word
    heads = body_words(language).heads
    return next(stem for stem in (word.removesuffix("es"), word.removesuffix("s")) if stem.casefold() in heads)


def past_link(document: Document, at: int) -> int | None:
    """End of a joining word and a noun phrase behind it; nothing if the phrase goes on: *of the Kent | region*."""
    link = body_words(document.language).link.match(document.text, at)
    if link is None:
        return None
    end = _past_phrase(document, link.end(), behind=link[0])
    after = NEXT.match(document.text, end) if end is not None else None
    article = link[0].split()[-1] in resources.words(document.language, "articles") and " " in link[0].strip()
    goes_on = after is not None and after["word"].islower() and not is_other(document, after["word"])
    capital = end is not None and document.text[link.end() : end].split()[-1][0].isupper()
    return None if article and goes_on and capital else end


def past_joining(document: Document, mark: re.Match[str], last: str) -> int | None:
    """End of another part behind *and*; what is joined is no body, place or person of its own."""
    words, language = body_words(document.language), document.language
    if _is_own(language, last):
        return None
    link = words.link.match(document.text, mark.end())
    nested = grammar(language).word_order.noun_before_adjective
    if link is None and nested and last[0].islower():
        return None  # where each part repeats its preposition, one without it is no part
    if link is not None and not nested:
        return None
    end = _past_phrase(document, link.end() if link else mark.end(), capital=last[0].isupper() and link is None)
    if end is None:
        return None
    taken = document.text[link.end() if link else mark.end() : end].split()
    if any(is_other(document, word) or is_head(language, word) or _is_own(language, word) for word in taken):
        return None
    final, after = taken[-1], NEXT.match(document.text, end)
    if after is not None and after["word"][0].isupper() and is_other(document, after["word"]):
        return None  # *… and Prime | Minister*
    frequent = resources.words(language, "frequencies")
    if words.nested.fullmatch(mark[0]) and (len(taken) < 2 or not all(word.casefold() in frequent for word in taken)):
        return None  # *… in Hull*
    return end if final[0].islower() or load_tagger().common(language, final) else None


def past_capital(document: Document, at: int, joined: bool) -> int | None:
    """End of one more common noun with a capital, where only names have them: *… and Social | Care*."""
    nouns = grammar(document.language).nouns
    word = NEXT.match(document.text, at)
    if word is None or nouns.capitalised or nouns.compounds or not joined or not word["word"].istitle():
        return None
    final = word["word"]
    fits = load_tagger().common(document.language, final) and not is_other(document, final)
    return word.end() if fits and not is_known(document.language, final) else None


def past_adjective(document: Document, at: int, last: str) -> int | None:
    """End of an adjective behind a noun in small letters or the noun for a body, where adjectives stand there."""
    language = document.language
    if not grammar(language).word_order.noun_before_adjective or not (last[0].islower() or is_head(language, last)):
        return None
    word = NEXT.match(document.text, at)
    fits = word is not None and word["word"].islower() and word["word"].endswith(body_words(language).endings)
    return word.end() if word is not None and fits and not is_other(document, word["word"]) else None


def past_sign(document: Document, named: Named) -> int:
    """End of a common noun behind *&*: *Hull Gas & Electric*; else where the name ends."""
    mark = SIGN.match(document.text, named.end)
    if mark is None or not mark[1].istitle() or " " not in named.text:
        return named.end
    common = load_tagger().common(document.language, mark[1]) or is_head(document.language, mark[1])
    return mark.end() if common else named.end


def _past_phrase(document: Document, at: int, *, behind: str = "", capital: bool = False) -> int | None:
    """End of the noun phrase that begins here; ``capital``: each of its nouns has one, as those before it."""
    language, text = document.language, document.text
    word = GLUED.match(text, at) if behind and behind[-1] in "’'" else NEXT.match(text, at)
    if word is None or is_other(document, word["word"]) or (capital and word["word"][0].islower()):
        return None
    if word["word"][0].isupper() or grammar(language).nouns.capitalised:
        return _past_capitals(document, word)
    endings, end = body_words(language).endings, word.end()
    if grammar(language).word_order.noun_before_adjective:
        after = NEXT.match(text, end)
        fits = after is not None and after["word"].endswith(endings) and after["word"].islower()
        return after.end() if fits and after is not None else end
    while word["word"].endswith(endings):
        after = NEXT.match(text, word.end())
        if after is None or is_other(document, after["word"]) or after["word"][0].isupper():
            break
        word, end = after, after.end()
    return end


def _past_capitals(document: Document, word: re.Match[str]) -> int | None:
    """End of words with a capital; where all nouns have one, of one noun with the adjectives before it."""
    language, text = document.language, document.text
    if grammar(language).nouns.capitalised:
        while (
            word["word"].endswith(body_words(language).endings) and (after := NEXT.match(text, word.end())) is not None
        ):
            if is_other(document, after["word"]) or not (after["word"][0].isupper() or word["word"][0].islower()):
                break
            word = after
        return word.end() if word["word"][0].isupper() else None
    end = word.end()
    for _ in range(MOST_CAPITALS - 1):
        after = NEXT.match(text, end)
        if after is None or not after["word"][0].isupper() or is_other(document, after["word"]):
            break
        end = after.end()
    return end


def _is_own(language: str, word: str) -> bool:
    """Whether the word has a capital and is a name of its own: of a town that is no common noun, or a known one."""
    entry = gazetteer(language).find(word) if word[0].isupper() else None
    town = entry is not None and entry.type == "place"
    return is_known(language, word) or (town and word.casefold() not in resources.words(language, "frequencies"))


def is_known(language: str, word: str) -> bool:
    """Whether the word, which has a capital, is a place or a body that everybody knows, or a given name."""
    entry = gazetteer(language).find(word) if word[0].isupper() else None
    given = plain(word) in given_names() and not load_tagger().common(language, word)
    return word[0].isupper() and (given or (entry is not None and not entry.broad))


def is_other(document: Document, word: str) -> bool:
    """Whether the word opens something else: a small word, a day, somebody by a role, a group."""
    language, lower = document.language, word.casefold()
    lists = ("weekdays", "months", "titles", "groups", "time_words", *ROLE_LISTS)
    if lower in resources.words(language, "function_words") or lower in lowered(language, "clause_words", 0):
        return True
    return any(lower in lowered(language, name, 0) for name in lists)
