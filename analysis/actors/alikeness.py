"""When two words of names are one name: equal, short forms of one given name, or a slip of the pen apart."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from analysis.actors.folding import distance, fold_word
from analysis.actors.gazetteer import given_names
from analysis.resources import languages, rows

SLIP_LENGTH, LONG_LENGTH = 6, 9
"""Folded words of at least this length may hold one slip of the pen, long ones two or a wrong letter."""
MAX_PAIRS = 20_000
"""Pairs of words that are compared letter by letter, more than those of 100 names."""


class Slips:
    """Which words are alike, each pair looked at once, of more pairs than ``MAX_PAIRS`` the first."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bool] = {}

    def alike(self, first: str, second: str) -> bool:
        """``alike``, as far as pairs are left."""
        if first == second or not _may_be_alike(first, second):
            return first == second
        found = self._known.get((first, second))
        if found is None and len(self._known) < MAX_PAIRS:
            found = self._known[first, second] = _is_slip(first, second)
        return found is True


def same_given(first: str, second: str) -> bool:
    """Whether two folded given names can be one: equal, initial, short form, or a slip that makes no known name."""
    if 1 in (len(first), len(second)):
        return first[:1] == second[:1]
    if first == second or (first, second) in nicknames() or (second, first) in nicknames():
        return True
    return alike(first, second) and not {first, second} <= folded_given_names()


@cache
def nicknames() -> frozenset[tuple[str, str]]:
    """Short forms of given names in all languages, each with its given name, folded: a name goes into any language."""
    return frozenset((fold_word(row[0]), fold_word(row[1])) for code in languages() for row in rows(code, "nicknames"))


@cache
def folded_genders() -> dict[str, str]:
    """Known given names, folded, to the gender that bears them; the empty string for both."""
    return {fold_word(name): gender for name, gender in given_names().items()}


def folded_given_names() -> Set[str]:
    """Known given names, folded."""
    return folded_genders().keys()


def alike(first: str, second: str) -> bool:
    """Equal folded words, or a slip: a letter too many, too few or swapped; a wrong one only in long words."""
    return first == second or (_may_be_alike(first, second) and _is_slip(first, second))


def _is_slip(first: str, second: str) -> bool:
    """Whether different words that may be alike are, letter by letter."""
    if len(first) >= LONG_LENGTH <= len(second):
        return distance(first, second, 2) <= 2
    return distance(first, second, 1) == 1 and (len(first) != len(second) or sorted(first) == sorted(second))


def _may_be_alike(first: str, second: str) -> bool:
    """Whether two words begin and end alike, are long enough for a slip and of nearly the same length."""
    if first[:1] != second[:1] or first[-1:] != second[-1:]:
        return False
    apart = 2 if first[LONG_LENGTH - 1 :] and second[LONG_LENGTH - 1 :] else 1
    long_enough = first[SLIP_LENGTH - 1 :] and second[SLIP_LENGTH - 1 :]
    return bool(long_enough) and not (first[len(second) + apart :] or second[len(first) + apart :])
