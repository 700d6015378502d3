"""What a source is called: a person with the role before the name, anybody else as the article calls them."""

from __future__ import annotations

from analysis.attribution.outlets import outlets_in
from analysis.attribution.reading import Reading
from analysis.types import Actor

LONGEST_ROLE = 6
"""Most words of the role before a name, marks included."""
INNER = frozenset(".-'’/&")
"""Marks that may stand inside a name."""


def introduced(reading: Reading, first: int, last: int, actor: Actor, *, subject: bool) -> str:
    """The name of an actor as these words give it: *City Attorney Brad Holm*, *utrikesminister Maria Berg*.

    The actor's own name where they hold none of it (*the president*, *he*), more than a name, letters alone, or a form
    that only its place in the sentence gives it (``subject`` says that they are the subject of a verb).
    """
    inside = [named for named in reading.named_in(first, last) if named.actor.id == actor.id and named.last <= last]
    if not inside:
        return actor.name
    begin, end = inside[-1].first, inside[-1].last
    if actor.type == "person":
        while end < last and reading.words[end].capital:
            end += 1
        return max(_clean(reading, _title_start(reading, first, begin), end), actor.name, key=len)
    form = _clean(reading, begin, end)
    return form if subject and form and not form.isupper() else actor.name


def _title_start(reading: Reading, first: int, place: int) -> int:
    """Where the words for the role before a name begin: *White House spokesman*, *den tidligere utenriksminister*."""
    start = place
    while start > max(first, place - LONGEST_ROLE):
        word = reading.words[start - 1]
        if word.is_word and (word.roles or (start - 1 in reading.cue_at and not word.capital)):
            break
        if not word.is_word and word.key not in INNER:
            break
        start -= 1
    while start < place and not reading.words[start].is_word:
        start += 1
    return start


def _clean(reading: Reading, first: int, last: int) -> str:
    words = reading.words[first:last]
    if not words or any(not word.is_word and word.key not in INNER for word in words):
        return ""
    return reading.text[words[0].start : words[-1].end]


def described(reading: Reading, first: int, last: int, name: str) -> str:
    """The medium that a description names, else the description itself."""
    found = next((f for f in outlets_in(reading, first, last) if f.named), None)
    if found is None:
        return name
    return reading.text[reading.words[found.first].start : reading.words[found.last - 1].end]
