"""An article's words as attribution reads them: how each is looked up, and what it does in its clause."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.attribution.lexicon import Lexicon
from analysis.attribution.roles import CLAUSE_PRONOUNS, PRONOUNS
from analysis.columns import WordRole
from analysis.grammar import Grammar
from analysis.matching import Barrier, Keys, Phrases, enclitic, key
from analysis.types import Document, Span, Token

NONE: frozenset[WordRole] = frozenset()
VERB = r"(?P<verb>[^\W\d_]+)"
"""The verb to which an enclitic subject is joined: *dit-il*."""
SUBJECTS = PRONOUNS | {WordRole.REL}
LIGHT = frozenset({WordRole.ADV, WordRole.NEG})
VERB_FORM = frozenset({WordRole.SUBJ})
SENTENCE_ENDS = frozenset(".?!…")
LONG, TITLED = 3, 0.9
"""Letters of a word that is not long, and share of the longer words that have a capital in a title."""


class Word(NamedTuple):
    """A token with its offsets, look-up form and roles."""

    start: int
    end: int
    key: str
    is_word: bool
    capital: bool
    roles: frozenset[WordRole]

    @property
    def may_be_subject(self) -> bool:
        """Whether it is a pronoun or relative that can be the subject right before a verb."""
        roles = self.roles
        if not roles & SUBJECTS or (self.capital and WordRole.REL in roles and WordRole.DET in roles):
            return False
        return WordRole.DET not in roles or bool(roles & CLAUSE_PRONOUNS)


class WordSpan(NamedTuple):
    """Words in a row, by index: ``first`` to ``last`` (exclusive)."""

    first: int
    last: int

    @property
    def size(self) -> int:
        """How many words it has."""
        return self.last - self.first


@dataclass(frozen=True, slots=True, eq=False)
class TaggedText:
    """The words of an article with their roles; all that is looked up in it is worked out once, in linear time."""

    document: Document
    lexicon: Lexicon = field(repr=False)
    grammar: Grammar = field(repr=False)
    words: tuple[Word, ...] = field(repr=False)
    keys: tuple[str, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    sentences: tuple[WordSpan, ...] = field(repr=False)
    sentence_firsts: tuple[int, ...] = field(repr=False)
    opening_starts: frozenset[int] = field(repr=False)
    titled: frozenset[int] = field(repr=False)
    """First words of the sentences in title case."""

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.text

    def range(self, start: int, end: int) -> WordSpan:
        """The words that begin in [start, end)."""
        return WordSpan(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def span(self, first: int, last: int) -> Span:
        """The text of the words ``first`` to ``last`` (exclusive), of which there is at least one."""
        return self.document.span(self.words[first].start, self.words[last - 1].end)

    def sentence_of(self, place: int) -> int:
        """Index of the sentence that holds the word."""
        return max(0, bisect_right(self.sentence_firsts, place) - 1)

    def has(self, place: int, role: str) -> bool:
        """Whether there is such a word and it has the role."""
        return 0 <= place < len(self.words) and role in self.words[place].roles

    def any_role(self, place: int, roles: Set[str]) -> bool:
        """Whether the word has one of the roles."""
        return 0 <= place < len(self.words) and not roles.isdisjoint(self.words[place].roles)

    def adjoins(self, place: int) -> bool:
        """Always: marks are words here."""
        return True

    def barrier(self, place: int) -> Barrier:
        """The mark before the word, if there is one."""
        before = self.keys[place - 1]
        if before in SENTENCE_ENDS:
            return Barrier.END
        return Barrier.NOTHING if before[0].isalnum() or self._is_genitive_mark(place - 1) else Barrier.MARK

    def _is_genitive_mark(self, place: int) -> bool:
        """The *'s* of *the mayor's* and the apostrophe of *the critics'*."""
        if self.keys[place] == "'s":
            return True
        before = self.words[place - 1] if place else None
        plural = before is not None and before.key.endswith("s") and before.end == self.words[place].start
        return plural and self.keys[place] in ("'", "’")

    def interposed(self, place: int) -> bool:
        """Whether it is an adverb or a negation: *legger også til*."""
        return self.any_role(place, LIGHT)

    def closes(self, place: int) -> bool:
        """Whether no word follows."""
        return place + 1 >= len(self.words) or not self.words[place + 1].is_word

    def is_title_case(self, sentence: WordSpan) -> bool:
        """Whether every longer word is capitalised, as in English headlines."""
        return sentence.first in self.titled


def tag(document: Document, own: Lexicon, language: Grammar) -> TaggedText:
    """The words of a document with their roles, by the lists and the grammar of its language."""
    words = list(_words(document, own, language))
    keys = tuple([word.key for word in words])
    for place, role in _of_phrases(own.role_phrases, keys):
        words[place] = words[place]._replace(roles=words[place].roles | {role})
    starts = tuple([word.start for word in words])
    sentences = tuple(WordSpan(bisect_left(starts, s.start), bisect_left(starts, s.end)) for s in document.sentences)
    if language.nouns.capitalised:
        words = list(_without_verbs_as_nouns(words, {first for first, _ in sentences}))
    return TaggedText(
        document=document,
        lexicon=own,
        grammar=language,
        words=tuple(words),
        keys=keys,
        starts=starts,
        sentences=sentences,
        sentence_firsts=tuple(sentence.first for sentence in sentences),
        opening_starts=frozenset(starts[first] for first, last in sentences if first < last),
        titled=frozenset(first for first, last in sentences if _is_titled(words[first:last])),
    )


def _without_verbs_as_nouns(words: Sequence[Word], openings: Set[int]) -> Iterator[Word]:
    """*die Preise*, *auf diese Weise*: a noun that looks like a verb of reported speech, where nouns have capitals."""
    for place, word in enumerate(words):
        inside = word.capital and place not in openings and words[place - 1].is_word
        yield word._replace(roles=word.roles - VERB_FORM) if inside and WordRole.SUBJ in word.roles else word


def _is_titled(words: Sequence[Word]) -> bool:
    longer = [w for w in words if w.is_word and w.end - w.start > LONG]
    return len(longer) > 2 and sum(w.capital for w in longer) >= TITLED * len(longer)


def _words(document: Document, own: Lexicon, language: Grammar) -> Iterator[Word]:
    roles, pronouns = own.roles, language.pronouns
    inverted = enclitic(pronouns, VERB, "$") if pronouns.enclitic else None
    for token in document.tokens:
        text, form = token.text, token.lower
        if inverted and "-" in text and token.is_word and (match := inverted.match(text)):
            yield from _inverted(token, match, own)
            continue
        if "’" in form:
            form = form.replace("’", "'")
        capital = text[0].isupper() or ("-" in text and _is_capital(text))
        yield Word(token.start, token.end, form, token.is_word, capital, roles.get(form, NONE))


def _inverted(token: Token, match: re.Match[str], own: Lexicon) -> Iterator[Word]:
    """The two words of *dit-il*."""
    for text, start in ((match["verb"], token.start), (match["subject"], token.start + match.start("subject"))):
        form = key(text)
        yield Word(start, start + len(text), form, token.is_word, _is_capital(text), own.roles.get(form, NONE))


def _is_capital(word: str) -> bool:
    """Begins with a capital, or has a name behind a small particle (*el-Baradei*)."""
    return word[0].isupper() or ("-" in word and any(piece[:1].isupper() for piece in word.split("-")[1:]))


def _of_phrases(phrases: Phrases[WordRole], keys: Sequence[str]) -> Iterator[tuple[int, WordRole]]:
    """Words of longer function phrases (*bland annat*, *alors que*), with the phrase's role."""
    text = Keys(keys)
    for place, form in enumerate(keys):
        if form in phrases.openings and (found := phrases.at(text, place, len(keys))) is not None:
            for inner in range(found.first, found.last):
                yield inner, found.value
