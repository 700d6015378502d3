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
from analysis.actors.gazetteer import given_names, legal_forms
from analysis.actors.phrases import lowered
from analysis.actors.tagger import load_tagger
from analysis.grammar import grammar
from analysis.types import Document

LONGEST_FIRM = 4
PARTNERS = re.compile(
    r"(?<![\w&.’'-])(?P<first>[A-ZÅÄÖÆØÉ][^\W\d_]{2,}) & (?P<second>[A-ZÅÄÖÆØÉ][^\W\d_]{2,}(?:[’'][a-z])?)"
    r"(?![\w-])(?P<behind>(?: & | [A-ZÅÄÖÆØÉ])?)"
)
"""Two names with an ampersand between them, and whether another capital follows, as in headlines with capitals."""


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
    bare = {named.text.rpartition(" ")[0] for named in out}
    return out + [replace(named, type="organization") for named in found if named.text in bare]


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
    return words[first][0] if first < len(words) else end


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
