"""Ordinary words that have a capital only because they open a sentence or stand in a headline in capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from analysis import resources
from analysis.actors.detection import Named
from analysis.actors.folding import plain
from analysis.actors.gazetteer import gazetteer, given_names
from analysis.actors.phrases import lowered
from analysis.actors.tagger import load_tagger
from analysis.actors.things import bodies
from analysis.columns import WordRole
from analysis.grammar import grammar
from analysis.matching.spelling import NORM
from analysis.types import Document

OPENING = "\"'“”„«»‹›‘’–—-(•·▪◦●■‣*"
"""Marks before the first word of a sentence or of an item of a list."""
MIN_STEM = 3
BEHIND = re.compile(r" (?P<next>[^\W\d_]+)(?: (?P<second>[^\W\d_]+))?")
JOINING = 3
"""Letters of the longest word that joins two names: *Siv och Anna*."""
VERBS = frozenset(role.value for role in (WordRole.BE, WordRole.HAVE, WordRole.MODAL))


def without_ordinary_words(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names without words that were taken for names and that nothing but their place makes names of.

    A word that is part of a longer name, or that stands elsewhere with a capital inside a sentence, stays.
    """
    opening = {named.start for named in found if _opens(document, named)}
    inside = Counter(named.text for named in found if named.start not in opening)
    parts = {word for named in found if " " in named.text for word in named.text.casefold().split()}
    parts |= {stem for word in set(parts) for stem in gazetteer(document.language).stems(word)}
    small = {token.lower for token in document.tokens if document.text[token.start].islower()}

    def ordinary(named: Named) -> bool:
        if not named.text.isalpha() or named.start not in opening or plain(named.text) in bodies(document.language):
            return False
        lower = named.text.casefold()
        if inside[named.text] or lower in parts or gazetteer(document.language).find(named.text) is not None:
            return False
        given = plain(named.text) in given_names()
        if given or (lower not in small and load_tagger().proper(document.language, lower)):
            return named.type == "person" and _is_noun_here(document, named, small)
        return lower in small or _common(document.language, named.text)

    return [named for named in found if not ordinary(named)]


def _opens(document: Document, named: Named) -> bool:
    """Whether the word opens its sentence, or every word of the sentence is in capitals."""
    sentence = document.sentence_at(named.start)
    before = document.text[sentence.start : named.start]
    return not before.strip(OPENING + " ") or document.text[sentence.start : sentence.end].isupper()


def _is_noun_here(document: Document, named: Named, small: set[str]) -> bool:
    """Whether a word that may be a name as well stands as a noun: before no verb of saying, auxiliary or mark."""
    language, lower = document.language, named.text.casefold()
    declined = grammar(language).nouns.declined_given_names and _is_definite(language, lower)
    if not load_tagger().common(language, lower) and not declined:
        return False
    if lower in small or any(lower + one in small for one in grammar(language).nouns.definite_endings):
        return True
    if document.sentence_at(named.start).role == "headline":
        return True
    behind = BEHIND.match(document.text, named.end)
    if behind is None or not behind["next"].islower():
        return False
    joins = len(behind["next"]) <= JOINING and behind["next"] not in resources.words(language, "articles")
    if joins and (behind["second"] or "A")[0].isupper():
        return False
    verbs = {word for word, own in lowered(language, "clause_words", 1).items() if not VERBS.isdisjoint(own.split())}
    return behind["next"] not in lowered(language, "cues", 0) and behind["next"] not in verbs


def _common(language: str, word: str) -> bool:
    """Whether dictionaries have the word, or it without its article, and no list of names has it."""
    tagger, lower = load_tagger(), word.casefold().translate(NORM)
    if tagger.proper(language, lower):
        return False
    if tagger.common(language, lower) or lower in resources.words(language, "frequencies"):
        return True
    return _is_definite(language, lower)


def _is_definite(language: str, lower: str) -> bool:
    """Whether it is a common noun with its article as an ending."""
    tagger, nouns = load_tagger(), grammar(language).nouns
    endings = [one for one in nouns.definite_endings if lower.endswith(one)]
    stems = [lower[: -len(one)] for one in endings if len(lower) - len(one) >= MIN_STEM]
    return any(tagger.common(language, stem + vowel) for stem in stems for vowel in ("", *nouns.final_vowels))
