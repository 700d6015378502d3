"""Common nouns with a capital that the tagger takes for names, by how the text uses them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from analysis import resources
from analysis.actors.body_phrases import is_head
from analysis.actors.compounds import is_compounded
from analysis.actors.detection import SHORTEST_END, common_ends, is_compound
from analysis.actors.folding import fold_word, plain
from analysis.actors.gazetteer import gazetteer, given_names
from analysis.actors.named import Named
from analysis.actors.phrases import ROLE_LISTS, lowered
from analysis.actors.tagger import load_tagger
from analysis.actors.things import bodies
from analysis.grammar import grammar
from analysis.types import Document

FAR = 40
"""Characters before a name in which the word before it is looked for."""
BEFORE = re.compile(r"(?<![\w’'-])([^\W\d_]+)\.? $")
BEHIND = re.compile(r",?[”“\"»]? ([^\W\d_]+)")
PLURAL_TAIL = 5
"""Letters of the shortest noun in the plural that makes a compound a plural."""
GENITIVE = "s"
"""Ending of a plural too, which in a person's name is the genitive's."""
CLOSING = re.compile(r"[.,;:!?)]")
"""Marks that no genitive stands before."""
SURE_COMPOUND = 12
"""Letters of the shortest compound that is none of a place although a preposition of place precedes."""
SELDOM = 2
"""Mentions of a word up to which it may be a common noun with a capital in a language that has few of them."""


def without_callings(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names without a compound noun before the surname of somebody named in full: *Modekenner Vestberg*."""
    if not grammar(document.language).nouns.capitalised:
        return list(found)
    full = {one.text.split()[-1] for one in found if one.type == "person" and " " in one.text and _is_given(one)}
    return [_without_calling(document, one, full) for one in found]


def _is_given(named: Named) -> bool:
    return plain(named.text.split()[0]) in given_names()


def _without_calling(document: Document, named: Named, full: set[str]) -> Named:
    first, space, last = named.text.partition(" ")
    if named.type != "person" or not space or last not in full or _is_given(named):
        return named
    if load_tagger().proper(document.language, first) or not first[1:].islower() or not is_compound(document, first):
        return named
    return replace(named, start=named.end - len(last), text=last)


class PlainNouns:
    """The common nouns among the names of one document.

    Where all nouns have a capital: a noun, or a compound of one, that an article stands before, or that is a plural.
    Elsewhere: somebody called by a dictionary's word alone, of whom nobody speaks as of a name.
    """

    def __init__(self, document: Document, found: Sequence[Named]) -> None:
        self._document = document
        self._language = document.language
        self._nouns = grammar(document.language).nouns
        self._surnames = {fold_word(one.text.split()[-1]) for one in found if one.type == "person" and " " in one.text}
        self._counts = Counter(one.text for one in found)
        self._words = {document.text[one.start : one.end] for one in document.tokens}
        self._articles = resources.words(self._language, "articles")
        test = self._is_noun_in_use if self._nouns.capitalised else self._is_nobody
        open_to = [one for one in found if self._may_be_noun(one)]
        self._dropped = {one.text for one in open_to if test(one)}
        behind = [one for one in found if self._is_behind_article(one)]
        self._dropped |= {one.text for one in behind}
        made = [one for one in found if self._may_be_compound(one)]
        self._dropped |= {one.text for one in made}
        self._dropped -= {one.text for one in (*open_to, *behind, *made) if self._stands_as_name(one)}

    def __contains__(self, named: Named) -> bool:
        return named.text in self._dropped

    def _may_be_noun(self, named: Named) -> bool:
        """Whether it is one word in small letters but for the first, and no list knows a name of this form."""
        return self._is_unlisted(named) and not load_tagger().proper(self._language, named.text)

    def _is_unlisted(self, named: Named) -> bool:
        text = named.text
        if not text.isalpha() or not text[1:].islower() or not text[0].isupper():
            return False
        known = plain(text) in given_names() or plain(text) in bodies(self._language) or is_head(self._language, text)
        return not known and fold_word(text) not in self._surnames and gazetteer(self._language).find(text) is None

    def _is_behind_article(self, named: Named) -> bool:
        """Whether a common noun that may be a surname too has an article or an article with an adjective before it."""
        if named.type != "person" or not self._nouns.capitalised or not self._is_unlisted(named):
            return False
        common = load_tagger().common(self._language, named.text)
        return common and self._has_article(named)

    def _may_be_compound(self, named: Named) -> bool:
        """Whether the word is put together of nouns for neither bodies nor places, and no list knows a name of this
        form; where it stands for a body, none with an article, as bodies of such names have."""
        if not is_compounded(self._language, named.text) or not self._is_unlisted(named):
            return False
        proper = load_tagger().proper(self._language, named.text)
        if named.type == "organization" and self._are_people(list(common_ends(self._language, named.text.casefold()))):
            return False
        article = self._word_before(named) in self._articles
        return not (proper if named.type == "person" else article and named.type == "organization")

    def _is_noun_in_use(self, named: Named) -> bool:
        lower = named.text.casefold()
        tails = list(common_ends(self._language, lower))
        for end in self._nouns.noun_plurals:
            tails += (
                common_ends(self._language, lower.removesuffix(end))
                if self._stem(named.text, end) in self._words
                else ()
            )
        if not tails or any(is_head(self._language, tail) for tail in tails):
            return False
        if named.type == "organization" and (tails[0] == lower or self._are_people(tails)):
            return False  # *Demokraten*
        return self._has_article(named) or self._is_plural(named) or self._has_plural(named)

    def _are_people(self, tails: Sequence[str]) -> bool:
        """Whether the noun is for people, as parties are called by."""
        lists = [lowered(self._language, name, 0) for name in (*ROLE_LISTS, "groups", "inhabitants")]
        endings = ("", *self._nouns.noun_plurals)
        return any(tail.removesuffix(end) in listed for tail in tails for end in endings for listed in lists)

    def _has_article(self, named: Named) -> bool:
        """Whether an article, or an adjective that is declined as without one, stands right before."""
        word = self._word_before(named)
        if word in grammar(self._language).determiners.indefinite:
            return True
        place = named.type == "place" and not named.text.casefold().endswith(self._nouns.named_ends)
        if (named.type == "person" or place) and (word in self._articles or self._is_modified(named, word)):
            return True
        small = word in resources.words(self._language, "function_words")
        return word.islower() and not small and word.endswith(self._nouns.strong_endings) and self._is_adjective(word)

    def _is_modified(self, named: Named, word: str) -> bool:
        """Whether the word before is an adjective behind an article: *der kleine Brunn*."""
        if not word.islower() or not word.endswith(self._nouns.weak_endings) or not self._is_adjective(word):
            return False
        start = named.start - len(word) - 1
        before = BEFORE.search(self._document.text, max(0, start - FAR), start)
        return before is not None and before[1].casefold() in self._articles

    def _is_adjective(self, word: str) -> bool:
        return load_tagger().common(self._language, word) and word not in lowered(self._language, "cues", 0)

    def _is_plural(self, named: Named) -> bool:
        """Whether the noun at the word's end is a plural of a noun that dictionaries have as well."""
        common = load_tagger().common
        closes = named.type != "person" or CLOSING.match(self._document.text, named.end) is not None
        return any(
            len(tail) >= PLURAL_TAIL and common(self._language, tail[: -len(end)])
            for tail in common_ends(self._language, named.text.casefold())
            for end in (*self._nouns.noun_plurals, *((GENITIVE,) if closes else ()))
            if tail.endswith(end) and len(tail) - len(end) >= SHORTEST_END
        )

    def _has_plural(self, named: Named) -> bool:
        """Whether the text has the plural of the word, or its singular, somewhere: *Luftmarke*, *Luftmarken*."""
        endings = self._nouns.noun_plurals
        return any(named.text + end in self._words or self._stem(named.text, end) in self._words for end in endings)

    def _stem(self, word: str, end: str) -> str:
        """The word without the ending; nothing where it has another one."""
        return word.removesuffix(end) if word.endswith(end) else ""

    def _is_nobody(self, named: Named) -> bool:
        if named.type != "person" or self._counts[named.text] > SELDOM:
            return False
        lower, common = named.text.casefold(), load_tagger().common
        return common(self._language, lower)

    def _word_before(self, named: Named) -> str:
        before = BEFORE.search(self._document.text, max(0, named.start - FAR), named.start)
        return before[1] if before is not None else ""

    def _stands_as_name(self, named: Named) -> bool:
        """Whether it stands behind a title, a role or a preposition of place, or by a verb of saying."""
        language = self._language
        word = self._word_before(named).casefold()
        place = named.type == "place" and word in grammar(language).clauses.place_prepositions
        if place and not is_compounded(language, named.text, SURE_COMPOUND):
            return True
        if any(word in lowered(language, name, 0) for name in ("titles", *ROLE_LISTS)):
            return True
        behind = BEHIND.match(self._document.text, named.end)
        cues = resources.words(language, "cues")
        return word in cues or (behind is not None and behind[1].casefold() in cues)
