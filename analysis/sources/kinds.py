"""What kind of source somebody or something is."""

from __future__ import annotations

from analysis.attribution.lexicon import Phrases, match_at, phrase_in
from analysis.attribution.outlets import names
from analysis.attribution.reading import Reading
from analysis.types import Actor, SourceType

KINDS: dict[str, SourceType] = {"outlet": "outlet", "agency": "outlet", "social": "social"}


def kind_of(reading: Reading, first: int, last: int, actor: Actor | None) -> SourceType:
    """The kind of the source that the words name; ``actor`` is who they mean, if known.

    A person stays a person whatever the office; bodies and offices without a person are official; known media are
    outlets or social; reports and papers are documents; a description without a name is anonymous.
    """
    if actor is not None and actor.type == "person":
        return "person"
    known = match_at(names(), reading.keys, first, last)
    if known is None and first + 1 < last and reading.has(first, "det"):
        known = match_at(names(), reading.keys, first + 1, last)
    if known is not None and reading.words[last - 1].capital:
        return KINDS[known.value]
    medium = _first(reading, reading.lexicon.media, first, last)
    if _first(reading, reading.lexicon.anonymous, first, last) is not None:
        return "anonymous"
    if medium in ("outlet", "document", "social"):
        return medium  # type: ignore[return-value]
    if actor is not None and actor.type in ("organization", "place"):
        return "official"
    if _first(reading, reading.lexicon.bodies, first, last) is not None:
        return "official"
    if actor is not None and actor.type == "group":
        return "anonymous"
    named = any(word.capital for word in reading.words[first + 1 : last]) or (
        reading.words[first].capital and last - first == 1
    )
    return "person" if named else "anonymous"


def _first(reading: Reading, phrases: Phrases[str], first: int, last: int) -> str | None:
    return phrase_in(phrases, reading.keys, first, last)
