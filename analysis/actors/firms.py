"""Companies by how they are written: a legal form behind the name (*Berg Bygg AB*), an ampersand between two names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analysis import resources
from analysis.actors.body_phrases import is_other
from analysis.actors.detection import WORD, Named
from analysis.actors.evidence import Taken
from analysis.actors.folding import plain
from analysis.actors.gazetteer import gazetteer, given_names, is_given, legal_forms, venues
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
WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+(?:-[^\W\d_]+)*) [\"“”„«»]?$")
SHORTEST_END = 4
"""Letters of the shortest noun for a body that ends a compound."""
FAR = 40
"""Characters among which a word before or behind a name is looked for."""
OWNED = re.compile(r"(?:['’]s?)? ")
LINKED = re.compile(r" (?:[^\W\d_]{1,3} |d['’])$")
"""A small word between what a firm has and the firm: *PDG de X*."""


NOUN_BEHIND = re.compile(r" (?P<noun>[A-ZÅÄÖÆØÉ][^\W\d_A-ZÅÄÖÆØÉ]{2,})(?![\w’'-])")
FIRM_KINDS = frozenset(("airline", "carmaker", "company", "manufacturer", "operator", "platform", "retailer"))
NAMED_KINDS = FIRM_KINDS | {
    *("association", "bank", "broadcaster", "charity", "foundation", "insurer", "network", "newspaper", "outlet"),
    *("publisher", "think_tank"),
}
"""Kinds of bodies that a name behind the noun is one of, and nobody's who belongs to it; firms among them."""


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
    out += _prolonged(document, found, out)
    bare = {named.text.rpartition(" ")[0] for named in out} | _called_firms(document, found)
    stems = gazetteer(document.language).stems
    spelt = bare | {name.upper() for name in bare}
    known = [named for named in found if not spelt.isdisjoint((named.text, *stems(named.text)))]
    return out + [replace(named, type="organization") for named in known]


def _called_firms(document: Document, found: Sequence[Named]) -> set[str]:
    """Names of people that a firm is called by: *the chain Ada Finch*, *Ada Finch's chief executive*.

    Not if a title or a noun for what somebody is stands before such a name elsewhere.
    """
    table = gazetteer(document.language)
    people = [named for named in found if named.type == "person"]
    places = [named for named in found if named.type == "place" and table.find(named.text) is None]
    surnames = {named.text.split()[-1] for named in people if " " in named.text}
    called = {named.text for named in people if named.text not in surnames and _is_called_firm(document, named)}
    called |= {named.text for named in places if _is_called_place(document, named)}
    if not called:
        return called
    stems = table.stems
    called |= {stem for text in called for stem in stems(text) if any(stem == named.text for named in people)}
    lists = [lowered(document.language, name, 0) for name in ("titles", *ROLE_LISTS)]
    for named in people:
        before = WORD_BEFORE.search(document.text, max(0, named.start - FAR), named.start)
        if before is not None and any(before[1].casefold() in listed for listed in lists):
            called -= {named.text, *stems(named.text)}
    return called


def _prolonged(document: Document, found: Sequence[Named], firms: Sequence[Named]) -> list[Named]:
    """Names of one word with the noun with a capital behind them that makes a firm's name of them: *Holm | Bygg*.

    A person's with a noun that houses and firms are called by; another one with any common noun, where only names have
    capitals and compounds are written as one.
    """
    nouns = grammar(document.language).nouns
    if nouns.capitalised or not nouns.compounds:
        return []
    out: list[Named] = []
    taken = Taken(sorted([*found, *firms], key=lambda named: named.start))
    for named in found:
        behind = NOUN_BEHIND.match(document.text, named.end)
        if behind is None or " " in named.text or not taken.free(named.end, behind.end()) or not named.text.istitle():
            continue
        firm = plain(behind["noun"]) in venues()
        common = named.type != "person" and load_tagger().common(document.language, behind["noun"])
        noun = common and not is_other(document, behind["noun"])
        if firm or noun:
            out.append(replace(person(document, named.start, behind.end()), type="organization"))
    return out


def introduced(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names, those of one word without a noun for a body that opens their sentence: *Stiftelsen | Orbis*."""
    if grammar(document.language).nouns.capitalised or not resources.supported(document.language):
        return list(found)
    nouns, starts = _body_nouns(document.language, NAMED_KINDS), document.sentence_starts
    return [_bare(document, named) if named.start in starts and _is_opened(named, nouns) else named for named in found]


def _is_opened(named: Named, nouns: frozenset[str]) -> bool:
    noun, space, rest = named.text.partition(" ")
    single = named.type == "person" and space and " " not in rest and not is_given(rest)
    return bool(single) and noun.casefold() in nouns


def _bare(document: Document, named: Named) -> Named:
    start = named.start + named.text.index(" ") + 1
    return replace(person(document, start, named.end), type="organization")


def _has_body_noun(document: Document, named: Named, word: str) -> bool:
    """Whether a noun for a body, or a compound of one, stands right before a name of one word: *die Stiftung Orbis*.

    Before a place the noun for a body that is not called by where it is.
    """
    if " " in named.text or is_given(named.text):
        return False
    nouns = _body_nouns(document.language, NAMED_KINDS if named.type == "person" else FIRM_KINDS)
    compound = grammar(document.language).nouns.compounds and any(
        word.endswith(noun) for noun in nouns if len(noun) > 3
    )
    return compound or word in nouns


@cache
def _body_nouns(language: str, wanted: frozenset[str]) -> frozenset[str]:
    """Nouns for bodies that have names of their own, in small letters, in the genitive too where it ends in *s*."""
    kinds = {row[0]: row[1].split(",") for row in resources.rows(language, "body_nouns") if len(row) > 1}
    listed = {noun for noun, of in kinds.items() if wanted.intersection(of)}
    listed |= {word for word, kind in lowered(language, "company_words", 1).items() if kind == FirmWord.NAMED}
    return frozenset(listed | {noun + "s" for noun in listed if grammar(language).nouns.genitive_s})


def _is_called_place(document: Document, named: Named) -> bool:
    """Whether a noun for a firm says that this is no place: *der Händler Orbis*."""
    before = WORD_BEFORE.search(document.text, max(0, named.start - FAR), named.start)
    return before is not None and _has_body_noun(document, named, before[1].casefold())


def _is_called_firm(document: Document, named: Named) -> bool:
    words, text = lowered(document.language, "company_words", 1), document.text
    owned = _owned(document.language)
    before = WORD_BEFORE.search(text, max(0, named.start - FAR), named.start)
    if before is not None and words.get(before[1].casefold()) == FirmWord.NAMED:
        return True
    if before is not None and _has_body_noun(document, named, before[1].casefold()):
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
