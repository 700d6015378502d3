"""People who are called by initials and a surname: *K.E. Alm*, *J.-P. Roux*, *A. van Dyk*."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from analysis import resources
from analysis.actors.firms import person
from analysis.actors.folding import plain
from analysis.actors.gazetteer import gazetteer, legal_forms
from analysis.actors.named import Named
from analysis.actors.particles import particles
from analysis.actors.phrases import ROLE_LISTS, lowered
from analysis.actors.tagger import load_tagger
from analysis.actors.things import bodies
from analysis.grammar import grammar
from analysis.resources import languages
from analysis.types import Document

SHORTEST = 3
"""Letters of the shortest surname behind one initial."""
NO_SURNAMES = ("function_words", "months", "weekdays", "demonyms", "titles", *ROLE_LISTS)
MOST_LETTERS = 2
"""Initials of what may be a person although it was taken for a body; more are the letters of one."""
NOUN = re.compile(r"(?<![\w’'-])([^\W\d_A-Z]{4,}) $")
FAR = 40
"""Characters among which a noun before the initials is looked for."""
NEXT = re.compile(r" ([^\W\d_a-z][\w&/.]*)")


@cache
def _are_known(letters: str) -> bool:
    """Whether the letters are a legal form, or a country or body in some language."""
    return letters in legal_forms() or any(gazetteer(code).find(letters) is not None for code in languages())


@cache
def _pattern() -> re.Pattern[str]:
    """Up to four initials and the word behind them, small words of names between."""
    small = "|".join(sorted(particles()))
    surname = r"[^\W\d_a-z][^\W\d_]+(?:[’'-][^\W\d_]+)*"
    letter = r"[^\W\d_a-zß-ÿ]\."
    return re.compile(rf"(?<![\w.&’'-])(?P<letters>(?:{letter}(?:-| ?)){{1,4}})(?P<name>(?:(?:{small}) )*{surname})")


def initialled(document: Document, found: Sequence[Named]) -> list[Named]:
    """Initials with the surname behind them, where nothing else is known to be called so: *U.S. Senate*, *S. Korea*.

    Behind one initial only what was taken for a name.
    """
    starts = [named.start for named in found]
    out: list[Named] = []
    for match in _pattern().finditer(document.text):
        at = match.start("name")
        if document.sentence_at(match.start()).index != document.sentence_at(match.end() - 1).index:
            continue
        place = bisect_left(starts, at)
        named = found[place] if place < len(found) and found[place].start == at else None
        before = next((one for one in found[max(0, place - 2) : place] if one.end == match.start() - 1), None)
        if _is_surname(document, match, named, found[max(0, place - 1) : place]):
            start = before.start if before is not None and before.type == "person" else match.start()
            end = max(match.end(), named.end if named is not None and named.type == "person" else 0)
            out.append(person(document, start, end))
    return out


def _behind_noun(document: Document, match: re.Match[str]) -> bool:
    """Whether a noun in small letters stands before the initials, as before who somebody is: *sokneprest I. Dal*."""
    before = NOUN.search(document.text, max(0, match.start() - FAR), match.start())
    if before is None or grammar(document.language).nouns.capitalised:
        return False
    common = load_tagger().common(document.language, match["name"].split()[-1])
    return before[1] not in resources.words(document.language, "function_words") and not common


def _is_surname(document: Document, match: re.Match[str], named: Named | None, before: Sequence[Named]) -> bool:
    language, table = document.language, gazetteer(document.language)
    letters, word = match["letters"].strip(), match["name"].split()[-1]
    single = sum(char.isalpha() for char in letters) == 1
    around = any(one.start <= match.start() < one.end and one.type != "place" for one in before)
    taken = around or (named is not None and named.type != "place") or (named is None and _behind_noun(document, match))
    if single and (len(word) < SHORTEST or not taken):
        return False
    if letters.rstrip(".").casefold() in lowered(language, "titles", 0):
        return False  # *M. Morvan*
    if word.isupper() or _are_known(letters) or table.find(match[0]) is not None or table.find(word) is not None:
        return False
    near = [*before, named] if named is not None else before
    body = any(one.start <= match.start() < one.end and one.type == "organization" for one in near)
    if body and sum(char.isalpha() for char in letters) > MOST_LETTERS:
        return False
    if named is not None and table.find(named.text) is not None and " " in named.text:
        return False
    behind = NEXT.match(document.text, match.end())
    if behind is not None and behind[1] in legal_forms():
        return False
    lower = word.casefold()
    lists = (
        resources.words(language, one) if one == "function_words" else lowered(language, one, 0) for one in NO_SURNAMES
    )
    return plain(word) not in bodies(language) and not any(lower in listed for listed in lists)
