"""Companies by how they are written: a legal form behind the name (*Berg Bygg AB*), an ampersand between two names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analysis import resources
from analysis.actors.detection import WORD, Named
from analysis.actors.evidence import Taken
from analysis.actors.folding import plain
from analysis.actors.gazetteer import gazetteer, given_names, legal_forms
from analysis.actors.phrases import ROLE_LISTS, lowered
from analysis.actors.tagger import load_tagger
from analysis.columns import FirmWord, WordRole
from analysis.grammar import grammar
from analysis.types import Document

LONGEST_FIRM = 4
PARTNERS = re.compile(
    r"(?<![\w&.’'-])(?P<first>[A-ZÅÄÖÆØÉ][^\W\d_]{2,}) & (?P<second>[A-ZÅÄÖÆØÉ][^\W\d_]{2,}(?:[’'][a-z])?)"
    r"(?![\w-])(?P<behind>(?: & | [A-ZÅÄÖÆØÉ])?)"
)
"""Two names with an ampersand between them, and whether another capital follows, as in headlines with capitals."""
WORD_BEFORE = re.compile(r"(?<![\w’'])([^\W\d_]+(?:-[^\W\d_]+)*) [\"“”„«»]?$")
FAR = 40
"""Characters among which a word before or behind a name is looked for."""
OWNED = re.compile(r"(?:['’]s?)? ")
LINKED = re.compile(r" (?:[^\W\d_]{1,3} |d['’])$")
"""A small word between what a firm has and the firm: *PDG de X*."""


@cache
def _legal() -> re.Pattern[str]:
    """A legal form behind a space."""
    forms = "|".join(re.escape(form) for form in sorted(legal_forms(), key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<= )(?:{forms})(?![\w-])")


def firms(document: Document, found: Sequence[Named]) -> list[Named]:
    """Capitalised words before a legal form: all of it is a company, given names in it included."""
    out: list[Named] = []
    for match in _legal().finditer(document.text):
        start = _firm_start(document, match.start())
        if start < match.start():
            out.append(replace(person(document, start, match.end()), type="organization"))
    out += _partners(document, found, out)
    bare = {named.text.rpartition(" ")[0] for named in out} | _called_firms(document, found)
    stems = gazetteer(document.language).stems
    known = [named for named in found if not bare.isdisjoint((named.text, *stems(named.text)))]
    return out + [replace(named, type="organization") for named in known]


def _called_firms(document: Document, found: Sequence[Named]) -> set[str]:
    """Names of people that a firm is called by: *the chain Ada Finch*, *Ada Finch's chief executive*.

    Not if a title or a noun for what somebody is stands before such a name elsewhere.
    """
    people = [named for named in found if named.type == "person"]
    called = {named.text for named in people if _is_called_firm(document, named)}
    if not called:
        return called
    stems = gazetteer(document.language).stems
    called |= {stem for text in called for stem in stems(text) if any(stem == named.text for named in people)}
    lists = [lowered(document.language, name, 0) for name in ("titles", *ROLE_LISTS)]
    for named in people:
        before = WORD_BEFORE.search(document.text, max(0, named.start - FAR), named.start)
        if before is not None and any(before[1].casefold() in listed for listed in lists):
            called -= {named.text, *stems(named.text)}
    return called


def _is_called_firm(document: Document, named: Named) -> bool:
    words, text = lowered(document.language, "company_words", 1), document.text
    owned = _owned(document.language)
    before = WORD_BEFORE.search(text, max(0, named.start - FAR), named.start)
    if before is not None and words.get(before[1].casefold()) == FirmWord.NAMED:
        return True
    behind = OWNED.match(text, named.end)
    following = text[behind.end() : behind.end() + FAR].casefold() if behind is not None else ""
    if any(following.startswith(word) and not following[len(word) : len(word) + 1].isalpha() for word in owned):
        return True
    near = LINKED.sub("", text[max(0, named.start - FAR) : named.start].casefold())
    return any(near.endswith(word) and not near[: -len(word)][-1:].isalpha() for word in owned)


@cache
def _owned(language: str) -> tuple[str, ...]:
    """Nouns for what a firm alone has: *share price*."""
    return tuple(word for word, kind in lowered(language, "company_words", 1).items() if kind == FirmWord.OWNED)


def _firm_start(document: Document, end: int) -> int:
    """Where the capitalised words before a legal form begin, without a word that only opens the sentence."""
    sentence = document.sentence_at(end)
    words = [match.span() for match in WORD.finditer(document.text, max(sentence.start, end - 20 * LONGEST_FIRM), end)]
    if document.text[sentence.start : sentence.end].isupper():
        return end
    first = len(words)
    while first and len(words) - first < LONGEST_FIRM and _in_firm(document.text[slice(*words[first - 1])]):
        first -= 1
    while first < len(words) and _only_opens(document, document.text[slice(*words[first])], words[first][0]):
        first += 1
    if 0 < first < len(words) and document.text[slice(*words[first])] == "&":
        first -= 1  # *Tiffany & Co.*
    if 1 < first < len(words) and _are_partners(document, [document.text[slice(*one)] for one in words[first - 2 :]]):
        first -= 2
    return words[first][0] if first < len(words) else end


def _are_partners(document: Document, words: Sequence[str]) -> bool:
    """Whether a given name, a small word that joins and another given name open these words: *Nina og Emil Bakst*."""
    first, joining, second = words[0], words[1].casefold(), words[2]
    role = lowered(document.language, "clause_words", 1).get(joining, "")
    return WordRole.CONJ in role.split() and all(plain(one) in given_names() for one in (first, second))


def _partners(document: Document, found: Sequence[Named], firms: Sequence[Named]) -> list[Named]:
    """Two names that an ampersand joins, which is a firm, unless both are people or common words."""
    people = {named.start for named in found if named.type == "person" and " " in named.text and "&" not in named.text}
    out: list[Named] = []
    taken = Taken(sorted(firms, key=lambda named: named.start))
    for match in PARTNERS.finditer(document.text):
        start, end = match.span()
        if not taken.free(start, end) or {start, match.start("second")} <= people or match["behind"]:
            continue
        parts = (match["first"], match["second"])
        if not all(is_noun(document, part) for part in parts):
            out.append(replace(person(document, start, end), type="organization"))
    return out


def _in_firm(word: str) -> bool:
    return word == "&" or (word[0].isupper() and word[-1].isalnum())


def _only_opens(document: Document, word: str, start: int) -> bool:
    lower, language = word.casefold(), document.language
    if lower in resources.words(language, "function_words") or lower in lowered(language, "roles", 1):
        return True
    opens = start == document.sentence_at(start).start or grammar(language).nouns.capitalised
    return opens and is_noun(document, word)


def is_noun(document: Document, word: str) -> bool:
    """Whether the word is a role or a common noun and no given name."""
    if plain(word) in given_names():
        return False
    tagger, language = load_tagger(), document.language
    common = tagger.common(language, word) and not tagger.proper(language, word)
    return common or word.casefold() in lowered(language, "roles", 1)


def person(document: Document, start: int, end: int) -> Named:
    """A person in this stretch of the text."""
    return Named(start, end, document.text[start:end], "person", 2.0, document.sentence_at(start).index)
