"""Base forms of the names of people: without titles, nicknames and the endings of genitive and dative."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from analysis import resources
from analysis.actors.folding import plain
from analysis.actors.gazetteer import gazetteer, given_names, name_endings, surnames_in_s
from analysis.actors.named import Named
from analysis.actors.particles import NICKNAME
from analysis.actors.phrases import Words, lowered
from analysis.actors.tagger import load_tagger
from analysis.columns import WordRole
from analysis.grammar import grammar
from analysis.types import Token

WORDS = re.compile(r"[^\W_]+(?:(?:['’.-]|\.-)[^\W_]+)*(?:(?<![^\W_]{2})\.)?")
"""Words of a name; an initial keeps its stop."""
APOSTROPHE = re.compile(r"(?<=[sxzß])['’] [^\W\d_A-Z]")
APOSTROPHE_BEFORE_ANY = re.compile(r"(?<=[sxzß])['’] [^\W\d_]")
"""The genitive of a name that ends so, before its noun: *Haukås’ forslag*, *Jahns’ Werkstatt*."""
ENDED = re.compile(r"[.,;:!?)]|\n|$")
"""What ends a clause or a line behind a name, so that nothing there is anybody's."""
CLOSED = re.compile(r"[.!?]")
"""What ends a sentence: *Hofors letar.* has a verb there and no noun."""
AUXILIARY = frozenset(role.value for role in (WordRole.BE, WordRole.HAVE, WordRole.MODAL))
"""Roles of the small words that are verbs."""
SURE_ENDING = 3
"""Letters of an ending from which on it is hardly a part of the name."""
PLACE_ENDING = "nes"
"""End of many Scandinavian surnames, all from places: *Hopsnes*."""
GENITIVE, SIBILANTS = "s", "sxzß"
"""Ending of the genitive, and letters that it does not follow: *Granss* is no genitive."""
MIN_STEM, MIN_GIVEN = 3, 2
"""Letters that stay of a name where its ending is taken off; fewer will do if a known given name comes out (*Anei*)."""


class Stems:
    """Base forms of names: an ending goes where the document, given names or the language speak for it."""

    def __init__(self, names: Sequence[Named], words: Words) -> None:
        language = words.document.language
        self._language = language
        self._nouns = grammar(language).nouns
        self._words = words
        self._gazetteer = gazetteer(language)
        self._before = {*lowered(language, "titles", 1), *lowered(language, "roles", 1)}
        self._seen = Counter(word for named in names for word in WORDS.findall(named.text))
        self._opened = Counter(tuple(spelt[:2]) for named in names if len(spelt := WORDS.findall(named.text)) > 1)
        self._kept = tuple(resources.words(language, "name_finals"))
        self._doubtful = tuple(resources.words(language, "name_finals_doubtful"))
        text = words.document.text
        owner = APOSTROPHE_BEFORE_ANY if self._nouns.capitalised else APOSTROPHE
        self._whole = {word for named in names if owner.match(text, named.end) for word in named.text.split()[-1:]}
        self._verbs = lowered(language, "cues", 1)
        self._function = resources.words(language, "function_words")
        roles = lowered(language, "clause_words", 1)
        self._auxiliaries = frozenset(word for word, own in roles.items() if not AUXILIARY.isdisjoint(own.split()))
        self._opening = frozenset(words.document.sentence_starts)
        self._ungenitive = {named.text.split()[-1] for named in names if self._ends_as_written(named)}

    def base(self, named: Named) -> tuple[str, ...]:
        """Words of the name without titles before it, nickname within it and inflectional ending."""
        words = WORDS.findall(NICKNAME.sub(" ", named.text))
        while len(words) > 1 and words[0].casefold().rstrip(".") in self._before:
            words.pop(0)
        if len(words) > 1 and self._nouns.declined_given_names:
            words[0] = self._nominative(words[0], words[1])
        elif words and (given := nominative(self._language, words[0])):
            words[0] = given
        elif words:
            words[-1] = self._stem(words[-1], named)
        return tuple(words) or (named.text,)

    def _nominative(self, word: str, surname: str) -> str:
        """The given name of which the word is genitive or dative, or the word itself."""
        seen = (stem for stem in self._gazetteer.stems(word) if self._opened[stem, surname])
        return next(seen, "") or nominative(self._language, word) or _guessed(self._language, word) or word

    def _stem(self, word: str, named: Named) -> str:
        if word in self._whole:
            return word
        stems = [stem for stem in self._gazetteer.stems(word) if len(stem) >= MIN_STEM]
        for stem in stems:
            if self._seen[stem] > named.text.split().count(stem):
                return stem
        if self._nouns.genitive_s:
            stems = [stem for stem in stems if stem[-1] not in SIBILANTS or word[len(stem) :] != GENITIVE]
        if not stems or word in self._ungenitive or (self._nouns.genitive_s and plain(word) in surnames_in_s()):
            return word
        lower = word.casefold()
        if lower.endswith(self._kept):
            return stems[0] if self._only_genitive(word, stems[0]) and self._owns(named) else word
        if lower.endswith(self._doubtful) and (plain(word) in given_names() or not self._owns(named)):
            return word
        return stems[0]

    def _ends_as_written(self, named: Named) -> bool:
        """Whether the name stands here as no genitive can: before a mark or a verb, and behind no noun that it owns."""
        if not self._nouns.genitive_s or not named.text.endswith("s"):
            return False
        index = self._words.at(named.end)
        following = self._words.words[index] if index < len(self._words.words) else None
        near = following is not None and self._words.close(index - 1, index)
        verb = near and following is not None and self._is_no_noun(following)
        text = self._words.document.text
        alone = near and following is not None and named.start in self._opening and CLOSED.match(text, following.end)
        if not (verb or alone or ENDED.match(text, named.end)):
            return False
        return not self._nouns.capitalised or not self._behind_noun(named)

    def _is_no_noun(self, word: Token) -> bool:
        """Whether the word is one of saying, or cannot be owned where nouns have capitals: *Fuchs rief*."""
        verb = self._nouns.capitalised and word.text.islower() and not self._noun(word)
        if word.lower in self._verbs or word.lower in self._auxiliaries:
            return True
        return verb and word.lower not in self._function

    def _behind_noun(self, named: Named) -> bool:
        """Whether a noun stands right before the name, as before a genitive behind it: *der Bruder Karl Reuters*.

        One that opens the sentence has no article and tells who somebody is: *Förster Heinz Fuchs*.
        """
        index, words = self._words.at(named.start), self._words.words
        if index == 0 or not self._words.close(index - 1, index) or words[index - 1].text.islower():
            return False
        return words[index - 1].start not in self._opening

    def _only_genitive(self, word: str, stem: str) -> bool:
        """Whether dictionaries have a name without the ending, and no name or word with it.

        One in *e* (*Boye*) may be known in the genitive too, for few Scandinavian surnames end in *es*.
        """
        tagger = load_tagger()
        known = tagger.common(self._language, word) or tagger.proper(self._language, word)
        written = plain(word) in given_names() or word.casefold().endswith(PLACE_ENDING)
        vowel = word[-2:] == "es" and not self._nouns.capitalised and not written
        return self._nouns.genitive_s and tagger.proper(self._language, stem) and (vowel or not known)

    def _owns(self, named: Named) -> bool:
        """Whether a noun or an adjective follows at once, as it does after a genitive."""
        index = self._words.at(named.end)
        if not 0 < index < len(self._words.words) or not self._words.close(index - 1, index):
            return False
        after = self._words.words[index]
        return self._noun(after) and after.lower not in self._verbs and after.lower not in self._function

    def _noun(self, word: Token) -> bool:
        """Whether the word may be a common noun or an adjective."""
        if not self._nouns.capitalised:
            return word.text.islower()
        if word.text.islower():
            return word.lower.endswith(self._nouns.strong_endings)
        return not word.text.isupper() and load_tagger().common(self._language, word.text)


def nominative(language: str, word: str) -> str:
    """The given name whose genitive or dative this is, where a language declines them (*Mariei*); empty if none."""
    if not grammar(language).nouns.declined_given_names or plain(word) in given_names():
        return ""
    return next((stem for stem, _ in _cut(language, word) if plain(stem) in given_names()), "")


def _guessed(language: str, word: str) -> str:
    """The same of a name that no list has, from the long endings that only women's names have there: *Zamfiricăi*."""
    tagger = load_tagger()
    if not grammar(language).nouns.declined_given_names or tagger.proper(language, word):
        return ""
    sure = (stem for stem, ending in _cut(language, word) if len(ending) >= SURE_ENDING and stem.endswith("a"))
    return next((stem for stem in sure if tagger.proper(language, stem)), "")


def _cut(language: str, word: str) -> list[tuple[str, str]]:
    """The word with each ending of the list replaced, and that ending."""
    lower = word.casefold()
    return [
        (word[: -len(old)] + new, old)
        for old, new in name_endings(language)
        if lower.endswith(old) and len(word) - len(old) >= MIN_GIVEN
    ]
