"""How words are spelt for looking them up: one form for entries of lists and for the words of texts."""

from __future__ import annotations

import re
from functools import cache

from analysis.grammar import Pronouns, grammar
from analysis.text import fold

GENITIVE = re.compile(r"(?<=\w)'s(?!\w)")
NORM = str.maketrans("şţ’", "șț'")
"""Letters with a cedilla, of old Romanian keyboards, to those with a comma of the norm; the curly apostrophe to the
straight one."""


def key(text: str) -> str:
    """The form in which words are looked up: case-folded, NFC, with the straight apostrophe and the comma letters."""
    folded = fold(text)
    return folded if folded.isascii() else folded.translate(NORM)


def split(phrase: str, code: str) -> tuple[str, ...]:
    """The words of a list entry as a text is read: elisions, inverted subjects and the genitive *'s* stand apart."""
    words, own = key(phrase), grammar(code)
    if not own.orthography.elided:
        return tuple(GENITIVE.sub(" 's", words).split())
    apart = words.replace("'", "' ")
    for whole in own.orthography.unelided:
        apart = apart.replace(whole.replace("'", "' "), whole)
    return tuple(enclitic(own.pronouns, "", r"(?!\S)").sub(r" \g<subject>", apart).split())


@cache
def enclitic(pronouns: Pronouns, before: str, behind: str) -> re.Pattern[str]:
    """A subject that a hyphen joins to its verb (*dit-il*, *a-t-elle*), and what stands before and behind the two.

    Matches nothing in a language without such subjects.
    """
    link = f"(?:-{pronouns.linking_consonant})?" if pronouns.linking_consonant else ""
    subjects = "|".join(pronouns.enclitic) or "(?!)"
    return re.compile(f"(?i){before}{link}-(?P<subject>{subjects}){behind}")
