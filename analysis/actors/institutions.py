"""Names of bodies to their end: *Institute for Rural and Northern Studies*, *Senter for klima og energi*.

A tagger often stops such a name at a small word. What may follow is read by three kinds of words of a list: nouns for
kinds of bodies, words that join what a body is for, and words that join two such parts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from analysis import resources
from analysis.actors.body_phrases import (
    body_words,
    is_head,
    is_known,
    is_other,
    past_adjective,
    past_capital,
    past_joining,
    past_link,
    past_sign,
)
from analysis.actors.evidence import Taken
from analysis.actors.gazetteer import gazetteer
from analysis.actors.named import Named
from analysis.actors.tagger import load_tagger
from analysis.grammar import grammar
from analysis.types import Document

BRACKET = re.compile(r" \([A-ZÅÄÖÆØ][\w-]{1,9}\)")
CAPITAL = re.compile(r"(?<![\w-])(?P<word>[A-ZÅÄÖÆØÉ][^\W\d_]+)(?![\w’'-])(?=(?: (?P<behind>[^\W\d_]+)(?![\w’'-]))?)")
"""A word with a capital and the word behind it."""
BEFORE = re.compile(r"(?<![\w’'-])([^\W\d_]{2,}) $")
LONGEST = 30
TWO, OFTEN = 2, 3
MOST_PARTS = 4
VOUCHED = 2.0
"""Margin (nats) of a name that is found by its words alone."""


def with_institutions(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names, those of bodies as far as they go, and bodies that their words show, in text order."""
    if not resources.supported(document.language):
        return list(found)
    known = sorted([*_with_place(document, found), *_shown(document, found)], key=lambda named: named.start)
    taken = Taken([named for named in found if named.type == "person"])
    out: list[Named] = []
    for named in known:
        if out and named.start < out[-1].end:
            continue
        whole = _with_office(document, _whole(document, _plain_noun(document, named, taken), taken), out)
        whole = _with_capital_before(document, whole, out)
        if whole.margin != 0:
            out.append(whole)
    return _with_seats(document, out)


def _with_seats(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names, nouns for bodies with the place right behind as one, where nouns have capitals: *Klinik | Ulm*."""
    out: list[Named] = []
    capitals = grammar(document.language).nouns.capitalised
    for named in found:
        head = out[-1] if out and capitals else None
        if (
            head is not None
            and head.type == "organization"
            and named.type == "place"
            and document.text[head.end : named.start] == " "
            and is_head(document.language, head.text)
        ):
            out[-1] = replace(head, end=named.end, text=document.text[head.start : named.end])
        else:
            out.append(named)
    return out


def _with_place(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names, letters with the word with a capital that stands before them each time: *California | ISO*."""
    letters = [one for one in found if one.type == "organization" and len(one.text) > TWO and one.text.isupper()]
    before: dict[str, set[str]] = {}
    for named in letters:
        word = BEFORE.search(document.text, max(0, named.start - LONGEST), named.start)
        before.setdefault(named.text, set()).add(word[1] if word is not None and word[1].istitle() else "")
    count = Counter(named.text for named in letters)
    always = {text: next(iter(words)) for text, words in before.items() if len(words) == 1 and count[text] >= OFTEN}
    return [_behind(document, named, always.get(named.text, "")) for named in found]


def _behind(document: Document, named: Named, word: str) -> Named:
    if not word or is_other(document, word) or grammar(document.language).nouns.capitalised:
        return named
    start = named.start - len(word) - 1
    return replace(named, start=start, text=document.text[start : named.end])


def _shown(document: Document, found: Sequence[Named]) -> Iterator[Named]:
    """Nouns for bodies with a capital inside a sentence, where nouns have none, or with such a word before them.

    They have no margin as long as they are alone.
    """
    if grammar(document.language).nouns.capitalised:
        return
    taken, starts = Taken(found), set(document.sentence_starts)
    heads, last = body_words(document.language).heads, 0
    for match in CAPITAL.finditer(document.text):
        start, end = match.span()
        behind = (match["behind"] or "").casefold()
        if behind in heads and not is_other(document, match["word"]):
            end = match.end("behind")
        elif match["word"].casefold() not in heads:
            continue
        if start < last or start in starts or not taken.free(start, end):
            continue
        last = end
        yield Named(start, end, document.text[start:end], "organization", 0.0, document.sentence_at(start).index)


def _with_capital_before(document: Document, named: Named, before: Sequence[Named]) -> Named:
    """A body or a place of several words with the word with a capital that was left before it: *Orme | Valley Line*."""
    language, text = document.language, document.text
    if named.type == "person" or " " not in named.text or grammar(language).nouns.capitalised or named.margin == 0:
        return named
    word = BEFORE.search(text, max(0, named.start - LONGEST), named.start)
    if word is None or gazetteer(language).find(named.text) is not None or not named.text.split()[1][0].isupper():
        return named
    start, first = word.start(1), word[1]
    if start in document.sentence_starts or (before and before[-1].end > start) or is_other(document, first):
        return named
    lists = ("demonyms", "inhabitants", "articles", "company_words")
    if not first.istitle() or any(first.casefold() in resources.words(language, name) for name in lists):
        return named
    sentence = text[document.sentence_at(start).start : start].split()
    small = sum(one[0].islower() for one in sentence)
    if not small or is_known(language, first):
        return named
    return replace(named, start=start, text=text[start : named.end])


def _with_office(document: Document, named: Named, before: Sequence[Named]) -> Named:
    """What a ministry is for with the noun for the ministry, in small letters, before it: *ministère des | Armées*."""
    language, text = document.language, document.text
    if named.type == "person" or not grammar(language).word_order.noun_before_adjective or named.margin == 0:
        return named
    low = max(document.sentence_at(named.start).start, named.start - LONGEST)
    found = _office(language).search(text, low, named.start)
    if found is None or (before and before[-1].end > found.start()):
        return named
    adjective = found["adjective"]
    if adjective and adjective.strip() not in resources.words(language, "demonyms"):
        return named
    first = named.text.split()[0]
    known = gazetteer(language).find(named.text) is not None
    if known or not first.istitle() or not load_tagger().common(language, first):
        return named
    return replace(named, start=found.start(), text=text[found.start() : named.end], type="organization")


@cache
def _office(language: str) -> re.Pattern[str]:
    """A noun for a body, an adjective and a joining word at the end."""
    heads = "|".join(sorted(body_words(language).heads))
    return re.compile(rf"(?<![\w’'-])(?:{heads})(?P<adjective> [^\W\d_]+)?(?:{body_words(language).link.pattern}) ?$")


def _plain_noun(document: Document, named: Named, people: Taken) -> Named:
    """A common noun with a capital, taken for a place, with what belongs to it: *Mutuelles de Picardie*."""
    language = document.language
    if named.type != "place" or not grammar(language).word_order.noun_before_adjective:
        return named
    tagger = load_tagger()
    common = all(tagger.common(language, word) for word in named.text.split())
    if not common or gazetteer(language).find(named.text) is not None or named.start in document.sentence_starts:
        return named
    at = past_adjective(document, named.end, "x") or named.end
    end = past_link(document, at)
    if end is None or not people.free(named.end, end):
        return named
    return replace(named, end=end, text=document.text[named.start : end])


def _whole(document: Document, named: Named, people: Taken) -> Named:
    """The name with what belongs to it behind it; the same object if that is nothing."""
    if named.type == "person" or gazetteer(document.language).find(named.text) is not None or "\n" in named.text:
        return named
    end = _end(document, named, people)
    if end == named.end or not people.free(named.start, end):
        return named
    margin = max(named.margin, VOUCHED)
    return replace(named, end=end, text=document.text[named.start : end], type="organization", margin=margin)


def _end(document: Document, named: Named, people: Taken) -> int:
    language, text = document.language, document.text
    words, parts = body_words(language), named.text.split()
    at, joined = named.end, _has_link(language, named.text)
    headed = any(is_head(language, part) for part in parts) or " ".join(parts[:2]).casefold() in words.heads
    if not headed:
        return past_sign(document, named)
    if len(parts) > 1 and _has_link(language, f" {parts[-1]}"):
        at -= len(parts[-1]) + 1
    for _ in range(MOST_PARTS):
        last = text[named.start : at].split()[-1]
        new = None
        if _takes_part(document, named, last, at, joined):
            new = past_link(document, at)
        mark = words.joining.match(text, at) if joined or len(parts) > 1 else None
        mark = mark or (words.nested.match(text, at) if joined else None)
        new = new or (past_joining(document, mark, last) if mark is not None else None)
        new = new or past_capital(document, at, joined) or past_adjective(document, at, last)
        if new is None or not people.free(at, new):
            break
        at, joined = new, joined or _has_link(language, text[at:new])
    return at


def _has_link(language: str, name: str) -> bool:
    return body_words(language).link.search(name + " ") is not None


def _takes_part(document: Document, named: Named, last: str, at: int, joined: bool) -> bool:
    """Whether what the body is for may follow: behind its noun; in some languages behind its adjective or more."""
    language = document.language
    if grammar(language).determiners.indefinite and _indefinite_before(document, named):
        return False
    if is_head(language, last):
        return named.type != "place" or " " not in named.text
    nested = grammar(language).word_order.noun_before_adjective
    two = " ".join(named.text.split()[:2]).casefold()
    head = is_head(language, named.text.split()[0]) or two in body_words(language).heads
    return nested and head and (last[0].islower() or two == named.text.casefold() or joined)


def _indefinite_before(document: Document, named: Named) -> bool:
    before = document.text[max(0, named.start - 40) : named.start].split()
    return any(word in grammar(document.language).determiners.indefinite for word in before[-2:])
