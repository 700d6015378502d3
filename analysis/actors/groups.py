"""Unnamed groups that speak in an article: several lawmakers, researchers, the protesters."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.actors.detection import Named
from analysis.actors.evidence import Taken
from analysis.actors.identity import actor_id
from analysis.actors.phrases import Words, lowered
from analysis.types import Actor, Mention

REACH = 4
"""The verb of saying stands at most so many words from the noun."""
MODIFIERS = 4
AUDIENCE = "journalists"


def find_groups(words: Words, names: Sequence[Named]) -> list[Actor]:
    """Groups with a verb of saying beside them; one actor for each kind of people and country.

    A noun right before a person's name is that person's: *die Abgeordnete Eva Holm*.
    """
    taken, people = Taken(names), frozenset(named.start for named in names if named.type == "person")
    language = words.document.language
    nouns = lowered(language, "groups", 1)
    found: dict[tuple[str, str], list[Mention]] = {}
    for index, last, concept in words.phrases(nouns):
        introduced = last < len(words.words) and words.words[last].start in people and words.close(last - 1, last)
        if _speaks(words, index, last, concept) and not introduced and not _named(words, index, last, taken):
            first, country = _left(words, index)
            start, end = words.words[first].start, words.words[last - 1].end
            mention = Mention(start, end, words.document.text[start:end], "nominal")
            found.setdefault((concept, country), []).append(mention)
    return [_actor(concept, country, mentions) for (concept, country), mentions in found.items()]


def _named(words: Words, first: int, last: int, taken: Taken) -> bool:
    start, end = words.words[first].start, words.words[last - 1].end
    return not taken.free(start, end)


def _speaks(words: Words, first: int, last: int, concept: str) -> bool:
    """Whether a verb of saying stands right before the noun phrase or soon after it, in its sentence.

    Journalists are told more often than they tell: for them only a verb after the noun counts.
    """
    verbs = lowered(words.document.language, "cues", 1)
    sentence = words.document.sentence_at(words.words[first].start)
    low = max(words.at(sentence.start), _left(words, first)[0] - 1)
    high = min(words.at(sentence.end), last + REACH)
    before = () if concept == AUDIENCE else range(low, first)
    return any(words.words[at].lower in verbs for at in (*before, *range(last, high)))


def _left(words: Words, first: int) -> tuple[int, str]:
    """Where the phrase begins, with its numerals and adjectives of nationality, and the country they name."""
    language = words.document.language
    modifiers, demonyms = lowered(language, "group_modifiers", 0), lowered(language, "demonyms", 1)
    country = ""
    for _ in range(MODIFIERS):
        if not first or not words.close(first - 1, first):
            break
        if words.words[first - 1].lower in demonyms:
            country = country or demonyms[words.words[first - 1].lower]
            first -= 1
            continue
        before = words.phrase_before(first, modifiers)
        if before is None:
            break
        first = before[0]
    return first, country


def _actor(concept: str, country: str, mentions: list[Mention]) -> Actor:
    name = min(mentions, key=lambda mention: mention.start).text
    return Actor(
        id=actor_id("group", f"{concept}|{country}"),
        name=name[:1].lower() + name[1:],
        type="group",
        mentions=tuple(mentions),
        aliases=tuple(sorted({mention.text for mention in mentions} - {name})),
    )
