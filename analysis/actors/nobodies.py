"""Words and letters that are tagged as names and name nobody: inhabitants, abbreviations of nouns, codes of regions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from analysis import resources
from analysis.actors.body_phrases import body_words
from analysis.actors.folding import fold_word, plain
from analysis.actors.gazetteer import gazetteer, given_names, legal_forms
from analysis.actors.named import Named
from analysis.actors.nouns import PlainNouns
from analysis.actors.phrases import lowered
from analysis.actors.tagger import load_tagger
from analysis.actors.things import bodies
from analysis.actors.unglued import CODE
from analysis.grammar import grammar
from analysis.types import Document

BEHIND = re.compile(r" ([A-ZÀ-Þ][^\W\d_]+)(?! [A-ZÀ-Þ])")
"""The one word with a capital behind a name."""
BEHIND_ANY = re.compile(r"(?: [a-z]+)? ([^\W\d_]+)\b(?! [A-ZÀ-Þ])")
"""The word behind a name, or the one behind that."""
CURRENCIES = frozenset("$€£¥")
LONGEST_SPELT = 3
FAR = 30
ADJECTIVE = re.compile(r"(?<![\w’'-])([^\W\d_]+) $")


def without_nobodies(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names without words and letters that name nobody, in text order."""
    if not resources.supported(document.language):
        return list(found)
    surnames = {fold_word(named.text.split()[-1]) for named in found if named.type == "person" and " " in named.text}
    ends = {named.end: named for named in found}
    small = {token.lower for token in document.tokens if document.text[token.start].islower()}
    plain_nouns = PlainNouns(document, found)
    outside = {named.text for named in found if not _is_code(document, named, ends)}
    return [
        named
        for named in found
        if not (
            _lives_somewhere(document, named, surnames)
            or _is_month(document, named, surnames)
            or _is_abbreviation(document, named)
            or _is_noun(document, named, small)
            or _is_portfolio(document, named)
            or named in plain_nouns
            or _is_of_money(document, named)
            or _is_calling(document, named, surnames)
            or _is_family(document, named, surnames)
            or _is_of_deed(document, named)
            or _is_hyphened_noun(document, named, surnames)
            or (named.text not in outside)
        )
    ]


def _lives_somewhere(document: Document, named: Named, surnames: set[str]) -> bool:
    """Whether the word says where somebody is from and nobody of the article is called by it."""
    language = document.language
    if named.text.casefold() not in resources.words(language, "inhabitants"):
        return False
    if named.type == "person" and (plain(named.text) in given_names() or fold_word(named.text) in surnames):
        return False
    table = gazetteer(language)
    outlet = any(table.find(f"{article} {named.text}") for article in resources.words(language, "articles"))
    return table.find(named.text) is None and not outlet


def _is_month(document: Document, named: Named, surnames: set[str]) -> bool:
    """Whether somebody is called as a month or a day is, and nobody of the article has that name in full."""
    language, lower = document.language, named.text.casefold()
    if named.type != "person" or plain(named.text) in given_names() or fold_word(named.text) in surnames:
        return False
    return lower in lowered(language, "months", 0) or lower in lowered(language, "weekdays", 0)


def _is_of_money(document: Document, named: Named) -> bool:
    """Whether the letters say whose money it is: *US$5*, *A$30*."""
    return named.text.isupper() and document.text[named.end : named.end + 1] in CURRENCIES


def _is_calling(document: Document, named: Named, surnames: set[str]) -> bool:
    """Whether it is a form of address or the letters of an office, and nothing else: *Sir*, *C.E.O.*"""
    lower = named.text.casefold()
    if "." in lower.rstrip(".") and lower.replace(".", "") in lowered(document.language, "roles", 0):
        return True
    if named.type != "person" or fold_word(lower) in surnames or lower in lowered(document.language, "roles", 0):
        return False
    return lower in lowered(document.language, "titles", 1) and plain(lower) not in given_names()


def _is_family(document: Document, named: Named, surnames: set[str]) -> bool:
    """Whether it is somebody's surname for the whole house, taken for a place or a body: *the Starlings*."""
    if named.type == "person" or not named.text.endswith("s") or fold_word(named.text[:-1]) not in surnames:
        return False
    before = ADJECTIVE.search(document.text, max(0, named.start - FAR), named.start)
    return before is not None and before[1].casefold() in resources.words(document.language, "articles")


def _is_of_deed(document: Document, named: Named) -> bool:
    """Whether a treaty or another document is called by the place: *the Porto Agreement*."""
    order = grammar(document.language)
    if named.type != "place" or order.word_order.noun_before_adjective:
        return False
    behind = (BEHIND if order.nouns.capitalised else BEHIND_ANY).match(document.text, named.end)
    return behind is not None and behind[1].casefold() in resources.words(document.language, "documents")


def _is_hyphened_noun(document: Document, named: Named, surnames: set[str]) -> bool:
    """Whether somebody's name is no more than the beginning of a noun: *die Berg-Brüder*."""
    _, hyphen, last = named.text.rpartition("-")
    if named.type != "person" or not hyphen or " " in named.text or fold_word(named.text) in surnames:
        return False
    tagger, language = load_tagger(), document.language
    noun = grammar(language).nouns.capitalised and tagger.common(language, last) and not tagger.proper(language, last)
    return noun and plain(last) not in given_names()


def _is_abbreviation(document: Document, named: Named) -> bool:
    """Whether the letters are a common noun's, or a legal form, and the article does not say that they are a body's."""
    if named.text in legal_forms() or named.text + "." in legal_forms():
        return True
    if named.type == "person" or named.text not in _common_letters(document.language):
        return False
    entry = gazetteer(document.language).find(named.text)
    return entry is None or entry.broad


@cache
def _common_letters(language: str) -> frozenset[str]:
    return frozenset(row[0] for row in resources.rows(language, "common_letters"))


@cache
def _office(language: str) -> re.Pattern[str]:
    """A noun for what somebody is, with another word before or behind it, and a word that joins what it is for."""
    link = body_words(language).link.pattern
    return re.compile(rf"(?<![\w’'-])(?:(?P<first>[^\W\d_]+) )?(?P<role>[^\W\d_]{{4,}})(?:{link}) ?$")


def _is_portfolio(document: Document, named: Named) -> bool:
    """Whether this is what a minister is for, of common nouns alone: *la ministre du | Travail*."""
    language = document.language
    if not grammar(language).word_order.noun_before_adjective or plain(named.text) in given_names():
        return False
    if _is_of_minister(document, named):
        return True
    if named.type == "person":
        return False
    before = _office(language).search(document.text, max(0, named.start - FAR), named.start)
    if before is None or gazetteer(language).find(named.text) is not None:
        return False
    roles = lowered(language, "roles", 1)
    minister = any("minister" in roles.get((word or "").casefold(), "") for word in (before["role"], before["first"]))
    return minister and all(load_tagger().common(language, word) for word in named.text.split())


def _is_of_minister(document: Document, named: Named) -> bool:
    """Whether a common noun in the genitive stands right behind the noun for a minister: *ministrul | Sănătății*."""
    language, endings = document.language, grammar(document.language).nouns.oblique_endings
    if " " in named.text or not endings or not named.text.casefold().endswith(endings):
        return False
    before = ADJECTIVE.search(document.text, max(0, named.start - FAR), named.start)
    return before is not None and "minister" in lowered(language, "roles", 1).get(before[1].casefold(), "")


def _is_code(document: Document, named: Named, ends: dict[int, Named]) -> bool:
    """Whether two letters stand in brackets behind somebody, or in brackets or bare behind a place, as of a region."""
    if named.type == "person" or not CODE.fullmatch(named.text):
        return False
    entry = gazetteer(document.language).find(named.text)
    if entry is not None and not entry.broad:
        return False
    text = document.text
    bracket = text[max(0, named.start - 2) : named.start] == " (" and text[named.end : named.end + 1] == ")"
    before = ends.get(named.start - (2 if bracket else 1))
    if before is None or (bracket and "".join(word[0] for word in before.text.split()) == named.text):
        return False  # *Georg Fischer (GF)*
    return before.type == "place" or (bracket and before.type == "person")


def _is_noun(document: Document, named: Named, small: set[str]) -> bool:
    """Whether a single word is a common noun here: a place that is none, a small word, a noun behind an adjective."""
    language, text = document.language, named.text
    if " " in text or not text.isalpha() or text.isupper() or plain(text) in bodies(language):
        return False
    if gazetteer(language).find(text) is not None or plain(text) in given_names():
        return False
    tagger, nouns = load_tagger(), grammar(language).nouns
    if text.casefold() in resources.words(language, "function_words"):
        return not tagger.proper(language, text)
    if named.type == "person" or not tagger.common(language, text):
        return False
    if named.type == "place" and text.casefold() in small:
        return True
    before = ADJECTIVE.search(document.text, max(0, named.start - FAR), named.start)
    if tagger.proper(language, text) or before is None or not nouns.capitalised or not before[1].islower():
        return False
    word = before[1]
    return word.endswith(nouns.strong_endings) and word not in resources.words(language, "function_words")
