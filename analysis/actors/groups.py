"""Unnamed groups that speak in an article: several lawmakers, researchers, the protesters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis import resources
from analysis.actors.detection import Named
from analysis.actors.evidence import Taken
from analysis.actors.folding import plain
from analysis.actors.identity import actor_id
from analysis.actors.phrases import Words, lowered
from analysis.actors.things import bodies
from analysis.columns import SourcePlace
from analysis.grammar import grammar
from analysis.types import Actor, ActorType, Mention

REACH = 4
"""The verb of saying stands at most so many words from the noun."""
MODIFIERS = 4
AUDIENCE = "journalists"


def find_groups(words: Words, names: Sequence[Named]) -> list[Actor]:
    """Groups with a verb of saying beside them, or *according to* before them; one actor a kind of people and country.

    A noun right before a person's name is that person's: *die Abgeordnete Eva Holm*. Of a public body that speaks in
    the article, a sentence that it opens is about it too: *Politiet leter …*.
    """
    taken, people = Taken(names), frozenset(named.start for named in names if named.type == "person")
    language = words.document.language
    nouns = lowered(language, "groups", 1)
    found: dict[tuple[str, str], list[Mention]] = {}
    spoken: set[tuple[str, str]] = set()
    for index, last, concept in words.phrases(nouns):
        introduced = last < len(words.words) and words.words[last].start in people and words.close(last - 1, last)
        if introduced or _named(words, index, last, taken):
            continue
        first, country = modified(words, index)
        heard = speaks(words, index, last, concept) or is_source(words, first)
        if heard or _opens(words, first, index, last):
            start, end = words.words[first].start, words.words[last - 1].end
            mention = Mention(start, end, words.document.text[start:end], "nominal")
            found.setdefault((concept, country), []).append(mention)
        if heard:
            spoken.add((concept, country))
    return [called_by_noun(language, "group", "|".join(kind), found[kind]) for kind in found if kind in spoken]


def _opens(words: Words, first: int, noun: int, last: int) -> bool:
    """Whether the noun of a public body opens its sentence; behind an article only where no other noun joins on to it:
    *the police station*."""
    language = words.document.language
    start, end = words.words[noun].start, words.words[last - 1].end
    begin, own = before_article(words, first), grammar(language)
    alone = begin == noun or own.nouns.capitalised or own.word_order.noun_before_adjective
    known = alone and plain(words.document.text[start:end]) in bodies(language)
    return known and begin == words.at(words.document.sentence_at(start).start)


def is_source(words: Words, first: int) -> bool:
    """Whether *according to* stands right before the noun phrase."""
    sources = lowered(words.document.language, "according", 1)
    found = words.phrase_before(first, sources) or words.phrase_before(before_article(words, first), sources)
    return found is not None and found[1] == SourcePlace.PRE


def before_article(words: Words, first: int) -> int:
    """Where the phrase begins with its article."""
    articles = resources.words(words.document.language, "articles")
    return first - 1 if first and words.words[first - 1].lower in articles else first


def _named(words: Words, first: int, last: int, taken: Taken) -> bool:
    start, end = words.words[first].start, words.words[last - 1].end
    return not taken.free(start, end)


@cache
def _verbs(language: str) -> frozenset[str]:
    """Verbs of saying, and the first words of those whose particle stands apart: *teilte … mit*."""
    parted = (row[0].split()[0] for row in resources.rows(language, "cues") if "…" in row[0])
    return frozenset([*lowered(language, "cues", 1), *parted])


def speaks(words: Words, first: int, last: int, concept: str) -> bool:
    """Whether a verb of saying stands right before the noun phrase or soon after it, in its sentence.

    Journalists are told more often than they tell: for them only a verb after the noun counts.
    """
    verbs = _verbs(words.document.language)
    sentence = words.document.sentence_at(words.words[first].start)
    low = max(words.at(sentence.start), modified(words, first)[0] - 1)
    high = min(words.at(sentence.end), last + REACH)
    before = () if concept == AUDIENCE else range(low, first)
    return any(words.words[at].lower in verbs for at in (*before, *range(last, high)))


def modified(words: Words, first: int) -> tuple[int, str]:
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


def called_by_noun(language: str, kind: ActorType, key: str, mentions: Sequence[Mention]) -> Actor:
    """The group or body that the mentions call by a noun; its name has a capital where the noun has one."""
    name = min(mentions, key=lambda mention: mention.start).text
    article, _, rest = name.partition(" ")
    name = rest if rest and article.lower() in resources.words(language, "articles") else name
    noun = (grammar(language).nouns.capitalised and " " not in name) or name[1:2].isupper()  # *US analysts*
    return Actor(
        id=actor_id(kind, key),
        name=name if noun else name[:1].lower() + name[1:],
        type=kind,
        mentions=tuple(mentions),
        aliases=tuple(sorted({mention.text for mention in mentions} - {name})),
    )
