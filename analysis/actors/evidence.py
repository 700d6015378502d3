"""Names that the tagger passed over and that the rest of the document, or a table, speaks for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from analysis import resources
from analysis.actors.alikeness import alike
from analysis.actors.detection import Named
from analysis.actors.folding import fold_word, plain
from analysis.actors.gazetteer import Gazetteer, given_names
from analysis.actors.heads import behind_place_word, head_words
from analysis.actors.identity import initials
from analysis.actors.phrases import Words, lowered
from analysis.actors.stems import nominative
from analysis.actors.tagger import load_tagger
from analysis.grammar import grammar
from analysis.types import Document

WORD = re.compile(r"[^\W_][\w.'’-]*(?<![.'’-])")
SURE = 2.0
"""Margin (nats) from which on a name may vouch for others."""
SEEN = 1.0
"""Margin (nats) from which on a name of several words may: they are hardly ever anything else."""
MIN_LENGTH, TELLING_LENGTH = 4, 6
"""Shorter words are not sought; below the second length a surname may be a common word that opens a sentence."""
SHORTEST_SURNAME = 3
"""Surnames shorter than other names that are sought count only as they are written: *Roy*, *Ene*."""
SHORTEST_LETTERS = 2
"""Letters of the shortest abbreviation that is sought where it opens a sentence: *DI*."""
SLIP_LENGTH = 7
MAX_SURNAMES = 100
"""More surnames than an article has; keeps very long texts from costing the square of their length."""
LONGEST_NAME, LONGEST_TEXT = 6, 80
LONG_WORD = 10
"""A word of this length that is a known organisation is one even where it opens a sentence."""
BEFORE = re.compile(r"(?<![\w’'-])([^\W\d_]+)\.? $")
MAX_BEFORE = 40
"""Letters of the longest title that is looked for before a name."""
AFTER_MARKS = re.compile(r"[“”\"»«’'],? [^\W\d_]+ $")
"""Marked words and a verb: *“…”, said | Stone*."""
VERB_BEHIND = re.compile(r" (?P<verb>[^\W\d_]+)\b(?!-)")
PARTY_BEHIND = re.compile(r" \([A-ZÅÄÖÆØ]\w{0,4}\)")
"""The party of somebody, in brackets behind the name: *Berg (S)*."""
INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?)+[^\W\d_]{2}")
OPENING = "\"'“”„«»‹›‘’.!?:–—*("


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    first: bool
    """Whether it opens its sentence, where a capital says nothing."""


def more_names(document: Document, found: Sequence[Named], table: Gazetteer) -> list[Named]:
    """Further names in free stretches of the text: names and surnames found elsewhere in it, and known names."""
    taken = Taken(found)
    words = list(_words(document, taken))
    full = {named.text: named for named in found if _vouches(named)}
    full |= {head: named for head, named in head_words(document, found).items() if _vouches(named)}
    capitals = [replace(one, text=one.text.upper()) for one in full.values() if " " in one.text]
    full |= {one.text: one for one in capitals if one.type == "person"}
    bodies = [named for named in found if named.type == "organization" and initials(named.text)]
    letters = {initials(one.text).upper(): one for one in bodies}
    full |= {short: replace(one, text=short) for short, one in letters.items() if short not in full}
    surnames = _surnames(found, table)
    out: list[Named] = []
    last = 0
    for index, word in enumerate(words):
        if word.start < last:
            continue
        named = None if _is_day(document, word) else _known(document, words, index, full, table)
        named = named or _titled(document, words, index)
        named = named or _surname(document, word, surnames, table)
        if named is not None:
            out.append(named)
            last = named.end
    return out


def listed_names(words: Words, table: Gazetteer) -> list[Named]:
    """Known names of two words or more, wherever they stand; they hold small letters that a tagger may stop at."""
    return [
        _named(words.document, words.words[first].start, words.words[last - 1].end, kind)
        for first, last, kind in words.phrases(table.phrases, capital=True)
    ]


def prefer(known: Sequence[Named], names: Sequence[Named], document: Document) -> list[Named]:
    """The names of the second list, and those of the first in place of what they overlap and is no longer name."""
    taken = Taken(names)
    kept = [n for n in known if all(_yields(document, n, *span) for span in taken.overlapping(n.start, n.end))]
    free = Taken(kept)
    return sorted([*kept, *(n for n in names if free.free(n.start, n.end))], key=lambda named: named.start)


def _yields(document: Document, named: Named, start: int, end: int) -> bool:
    """Whether a tagged stretch gives way to a known name: it is no longer, or runs on into a verb or an adjective."""
    if end - start <= named.end - named.start:
        return True
    after = document.text[named.end : end].split()
    if start != named.start or not after:
        return False
    return after[0].islower() and after[0].casefold() not in resources.words(document.language, "function_words")


def _words(document: Document, taken: Taken) -> Iterator[_Word]:
    """Words with a capital that are part of no name, with whether they open a sentence or a quotation."""
    starts = set(document.sentence_starts)
    for match in WORD.finditer(document.text):
        word = match[0]
        if word[0].isupper() and taken.free(*match.span()):
            start, end = match.span()
            before = document.text[max(0, start - 2) : start].strip()
            yield _Word(start, end, word, start in starts or not before or before[-1] in OPENING)


def _vouches(named: Named) -> bool:
    """Whether the same words are a name elsewhere too: long enough to be hardly anything else, or letters."""
    long = len(named.text) >= MIN_LENGTH or (len(named.text) >= SHORTEST_LETTERS and named.text.isupper())
    return long and named.margin > (SEEN if " " in named.text else SURE)


def _surnames(found: Sequence[Named], table: Gazetteer) -> dict[str, str]:
    """Folded surnames of people named in full to how they are written, those without a genitive's ending as well."""
    out: dict[str, str] = {}
    for named in found:
        if named.type == "person" and " " in named.text and _is_full(named):
            surname = named.text.split()[-1]
            for form in (surname, *table.stems(surname)):
                if len(form) >= SHORTEST_SURNAME:
                    out.setdefault(fold_word(form), form)
        if len(out) >= MAX_SURNAMES:
            break
    return out


def _is_full(named: Named) -> bool:
    """Whether this is a given name, or initials, with a surname behind it."""
    if named.margin > SURE or INITIALS.match(named.text):
        return True
    return named.margin > SEEN and plain(named.text.split()[0]) in given_names()


def _known(
    document: Document, words: Sequence[_Word], index: int, full: dict[str, Named], table: Gazetteer
) -> Named | None:
    """The longest run of words from here that is a name elsewhere in the document, or in the table."""
    first = words[index]
    longer = table.opens(first.text)
    for word in reversed(words[index : index + LONGEST_NAME]):
        if word.end - first.start > LONGEST_TEXT:
            continue
        text = document.text[first.start : word.end]
        if text in full and (full[text].text == text or not behind_place_word(document, first.start)):
            return _named(document, first.start, word.end, full[text].type)
        if (longer or word is first) and _listed(text, first, document.language, table):
            entry = table.find(text)
            assert entry is not None
            return _named(document, first.start, word.end, entry.type)
    return None


def _listed(text: str, first: _Word, language: str, table: Gazetteer) -> bool:
    """Whether the table knows these words and they cannot well be anything else."""
    entry = table.find(text)
    if entry is None or table.has_article(text) or (entry.media and (first.first or " " not in text)):
        return False
    if " " in text or sum(char.isupper() for char in text) > 2:
        return True
    if not first.first:
        return len(text) >= MIN_LENGTH and (not entry.broad or _telling(text, language))
    if entry.type == "organization":
        rare = len(text) > MIN_LENGTH and not entry.broad and not load_tagger().common(language, text)
        return rare or len(text) >= LONG_WORD
    return _telling(text, language)


def _telling(word: str, language: str) -> bool:
    """Whether the word is long enough to be hardly anything else, or no common word."""
    return len(word) >= TELLING_LENGTH or not load_tagger().common(language, word)


def _titled(document: Document, words: Sequence[_Word], index: int) -> Named | None:
    """A given name behind a title or a role, with the one capitalised word behind it: a person, whatever they mean.

    Behind a title that is cut short (*Cpl. Ned Stiles*) any word that is no common one may be the given name.
    """
    first, second = words[index], words[index + 1] if index + 1 < len(words) else None
    if second is None or second.start != first.end + 1 or document.text[first.end] != " ":
        return None
    if nominative(document.language, first.text) and not load_tagger().common(document.language, first.text):
        return _named(document, first.start, second.end, "person")
    before = BEFORE.search(document.text, max(0, first.start - MAX_BEFORE), first.start)
    if before is None:
        return None
    title = before[1].casefold()
    short = before[0].endswith(". ") and title in lowered(document.language, "titles", 1)
    name = short and not load_tagger().common(document.language, first.text)
    if not name and plain(first.text) not in given_names():
        return None
    if not any(title in lowered(document.language, name, 1) for name in ("titles", "roles")):
        return None
    return _named(document, first.start, second.end, "person")


def _surname(document: Document, word: _Word, surnames: dict[str, str], table: Gazetteer) -> Named | None:
    """The word as a person's surname, inflected or misspelt."""
    if len(word.text) < SHORTEST_SURNAME or not surnames:
        return None
    if surnames.get(fold_word(word.text)) == word.text and _stands_as_name(document, word):
        return _named(document, word.start, word.end, "person")
    if (word.first and not _telling(word.text, document.language)) or _is_noun_here(document, word):
        return None
    if len(word.text) < MIN_LENGTH:
        noun = grammar(document.language).nouns.capitalised and load_tagger().common(document.language, word.text)
        same = surnames.get(fold_word(word.text)) == word.text and not noun
        return _named(document, word.start, word.end, "person") if same else None
    forms = {fold_word(form) for form in (word.text, *table.stems(word.text))}
    if not forms.isdisjoint(surnames) or misspelt(document.language, word.text, surnames):
        return _named(document, word.start, word.end, "person")
    return None


def _is_day(document: Document, word: _Word) -> bool:
    """Whether the word is a day or a month behind a small word: *am Freitag*, *in May*."""
    language, lower = document.language, word.text.casefold()
    if lower not in lowered(language, "weekdays", 0) and lower not in lowered(language, "months", 0):
        return False
    before = BEFORE.search(document.text, max(0, word.start - MAX_BEFORE), word.start)
    return before is not None and before[1].casefold() in resources.words(language, "function_words")


def _is_noun_here(document: Document, word: _Word) -> bool:
    """Whether a common word has its article, or a day a small word, before it: *die Kraft*, *am Freitag*."""
    language, lower = document.language, word.text.casefold()
    if _is_day(document, word):
        return True
    before = BEFORE.search(document.text, max(0, word.start - MAX_BEFORE), word.start)
    if before is None:
        return False
    article = (
        before[1] in resources.words(language, "articles") or before[1] in grammar(language).determiners.indefinite
    )
    return article and grammar(language).nouns.capitalised and load_tagger().common(language, lower)


def _stands_as_name(document: Document, word: _Word) -> bool:
    """Whether a noun could not stand so without its article: before the verb of its sentence, behind what was said."""
    text = document.text
    if AFTER_MARKS.search(text, max(0, word.start - MAX_BEFORE), word.start) or PARTY_BEHIND.match(text, word.end):
        return True
    behind = VERB_BEHIND.match(text, word.end)
    if behind is None or not behind["verb"].islower() or word.start not in document.sentence_starts:
        return False
    place = behind["verb"] in grammar(document.language).clauses.place_prepositions
    known = behind["verb"] in _verbs(document.language) and not (
        place and load_tagger().common(document.language, word.text)
    )
    return grammar(document.language).nouns.compounds or known


@cache
def _verbs(language: str) -> frozenset[str]:
    """Words of saying and small words such as auxiliaries: no noun that another one stands before."""
    return resources.words(language, "cues") | resources.words(language, "function_words")


def misspelt(language: str, word: str, surnames: Collection[str]) -> bool:
    """Whether a long word that no dictionary has is one of these folded surnames but for a slip."""
    if len(word) < SLIP_LENGTH or len(surnames) > MAX_SURNAMES or load_tagger().common(language, word):
        return False
    folded = fold_word(word)
    ends = folded[:1] + folded[-1:]
    return any(alike(folded, one) for one in surnames if one[:1] + one[-1:] == ends)


def _named(document: Document, start: int, end: int, kind: str) -> Named:
    return Named(start, end, document.text[start:end], kind, SURE, document.sentence_at(start).index)


class Taken:
    """Stretches of text that names stand in; tells in two steps whether another one is free."""

    def __init__(self, names: Sequence[Named]) -> None:
        ordered = sorted((named.start, named.end) for named in names)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def free(self, start: int, end: int) -> bool:
        """Whether no name overlaps the stretch; names do not overlap each other."""
        index = bisect_left(self._starts, end)
        return index == 0 or self._ends[index - 1] <= start

    def overlapping(self, start: int, end: int) -> list[tuple[int, int]]:
        """The names that overlap the stretch."""
        low = max(0, bisect_left(self._starts, start) - 1)
        spans = zip(self._starts[low : bisect_left(self._starts, end)], self._ends[low:], strict=False)
        return [(first, last) for first, last in spans if last > start]
