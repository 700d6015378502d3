"""Whether two names are of one person or body, told by their words alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tests.evaluation.client import Answer

WORD = re.compile(r"\w+")
PRONOUNS = {
    "en": "anyone everyone he her hers him his i it its me mine my one our ours she someone that their theirs them "
    "they these this those us we which who you your yours",
    "de": "das der die dieser diese dieses du er es ich ihm ihn ihnen ihr man mich mir sie uns wer wir",
}
FUNCTION_WORDS = {
    "en": "a an and at by dr for from in mr mrs ms of on or said says s sir the to with",
    "de": "am bei dem den des ein eine einem einen einer eines frau herr im oder und vom von zu zum zur",
}
EMPTY = frozenset(" ".join([*PRONOUNS.values(), *FUNCTION_WORDS.values()]).split())


def content(name: str | None) -> list[str]:
    """The words of a name that are neither pronouns nor function words."""
    return [word for word in WORD.findall(name or "") if word.lower() not in EMPTY]


def is_pronoun(name: str | None) -> bool:
    """Whether a name says nothing by its words."""
    return not content(name)


def same(a: str | None, b: str | None) -> bool:
    """Whether the names share a capitalised word; if one has none, their last word, or one holds all of the other."""
    first, second = content(a), content(b)
    if not first or not second:
        return False
    proper_first, proper_second = _proper(first), _proper(second)
    if proper_first and proper_second:
        return not proper_first.isdisjoint(proper_second)
    low, other = [word.lower() for word in first], [word.lower() for word in second]
    return low[-1] == other[-1] or set(low) <= set(other) or set(other) <= set(low)


def _proper(found: Sequence[str]) -> set[str]:
    return {word.lower() for word in found if word[0].isupper()}


def groups(names: Iterable[str | None]) -> list[list[str]]:
    """Names put with the first group that holds one of the same bearer; pronouns are left out."""
    out: list[list[str]] = []
    for name in names:
        if name is None or is_pronoun(name):
            continue
        home = next((group for group in out if any(same(name, other) for other in group)), None)
        if home is None:
            out.append([name])
        else:
            home.append(name)
    return out


def actor_named(actors: Sequence[Answer], name: str) -> Answer | None:
    """The most mentioned actor whose name holds all words of this one, or the other way round."""
    wanted = _lowered(name)
    fitting = [actor for actor in actors if _holds(_lowered(actor["name"]), wanted)]
    return max(fitting, key=lambda actor: len(actor["mentions"]), default=None)


def _lowered(name: str) -> set[str]:
    return {word.lower() for word in WORD.findall(name)}


def _holds(a: set[str], b: set[str]) -> bool:
    return bool(a and b) and (a <= b or b <= a)
