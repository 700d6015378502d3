"""The words that an article puts to a person's name: *the disgraced ex-minister Carl Lund*, *Lund, an MP,*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analysis.comparison.members import Member
from analysis.comparison.voices import offices
from analysis.matching import key as spelt
from analysis.resources import mapping, words
from analysis.types import Actor, LoadedTerm, Mention

MOST = 5
"""Words of a description at most."""
REACH = 80
"""Characters on each side of a name in which it stands."""
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
COMMON = 5.0
"""Log10 of occurrences per billion words from which a word judges nobody: *former*, *local*."""
BEHIND = re.compile(r", ([^\n.,;:!?()–—“”„»«\"]{3,80})[,.]")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a description, its offsets and its spelling."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Descriptor:
    """A name with its description: the label in it; whether it names an office; whether each of its words is an office,
    a common word or a function word."""

    start: int
    end: int
    label: LoadedTerm | None
    office: bool
    plain: bool


def descriptors(member: Member, actor: Actor, terms: Sequence[LoadedTerm]) -> list[Descriptor]:
    """What stands before and behind the person's names, in text order; names without a description are left out."""
    article = member.analysis.article
    quotes = [(quote.start, quote.end) for quote in member.analysis.quotes]
    found = []
    for mention in actor.mentions:
        if mention.kind == "name" and not any(start <= mention.start < end for start, end in quotes):
            found += [
                one
                for run in (_before(article.text, mention, article.language.code), _behind(article.text, mention))
                if (one := _read(mention, run, terms, article.language.code)) is not None
            ]
    return found


def _before(text: str, mention: Mention, code: str) -> list[_Word]:
    """Words right before a name, back to a sign or a function word."""
    run: list[_Word] = []
    following = mention.start
    for word in reversed(_placed(text, max(0, mention.start - REACH), mention.start)):
        if text[word.end : following] != " " or word.key in words(code, "function_words"):
            break
        run.insert(0, word)
        following = word.start
    return run


def _behind(text: str, mention: Mention) -> list[_Word]:
    """Words of an apposition between commas, or a comma and the end."""
    match = BEHIND.match(text, mention.end)
    return [] if match is None else _placed(text, *match.span(1))


def _placed(text: str, start: int, end: int) -> list[_Word]:
    return [_Word(*match.span(), spelt(match[0])) for match in WORD.finditer(text, start, end)]


def _read(mention: Mention, run: Sequence[_Word], terms: Sequence[LoadedTerm], code: str) -> Descriptor | None:
    """The description that a run of words is; ``None`` where it may be none."""
    if not run:
        return None
    label = next((term for term in terms if run[0].start <= term.start and term.end <= run[-1].end), None)
    rest = [word for word in run if label is None or not label.start <= word.start < label.end]
    office = any(_is_office(word.key, code) for word in rest)
    plain = all(_is_office(word.key, code) or _is_common(word.key, code) for word in rest)
    own = [word for word in rest if word.key not in words(code, "function_words")]
    if label is not None and not (office and all(_is_office(word.key, code) for word in own)):
        label = None
        plain = False
    if len(run) > MOST or (label is None and not office):
        return None
    start, end = min(mention.start, run[0].start), max(mention.end, run[-1].end)
    return Descriptor(start, end, label, office, plain)


def _is_office(word: str, code: str) -> bool:
    nouns, endings = offices(code)
    return word in nouns or word.endswith(endings)


def _is_common(word: str, code: str) -> bool:
    return word in words(code, "function_words") or word in _common(code)


@cache
def _common(code: str) -> frozenset[str]:
    return frozenset(spelt(word) for word, zipf in mapping(code, "frequencies").items() if float(zipf) >= COMMON)
