"""Public bodies that speak in an article by what they are alone: *das Gesundheitsministerium*, *Tingretten*, *the
district court*.

Languages differ in whether such a body has a capital, and so in whether a tagger sees a name. A body is one here by its
noun: one that is the same body in every language, a listed one of several words, or a compound of a noun for a body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from analysis import resources
from analysis.actors.detection import Named
from analysis.actors.evidence import Taken
from analysis.actors.groups import before_article, called_by_noun, is_source, modified, speaks
from analysis.actors.identity import name_key
from analysis.actors.phrases import Words, lowered
from analysis.grammar import grammar
from analysis.types import Actor, Mention

GENERIC = frozenset({"", "authorities", "court", "hospital", "ministry", "municipality", "police"})
"""What a listed noun means that tells of no certain body, or that groups tell of."""
PUBLIC = frozenset(
    {"army", "association", "authority", "central_bank", "court", "federation", "ministry", "prosecution", "union"}
)
"""Kinds of bodies of which a compound means a certain one: *Bauern|verband*, *helse|departementet*."""
CERTAIN_KINDS = frozenset({"court", "ministry", "prosecution"})
"""Kinds of which a listed noun that is a compound means a certain body too: *Amts|gericht*, not *Berufs|verband*."""
SHORTEST_FIRST, SHORTEST_NOUN = 2, 5
"""Letters of the parts of a compound."""
ROLES = ("roles", "speaker_roles", "callings", "anonymous_sources")
FEWEST = 2
"""Words of a listed noun by which it is for a certain body."""


def find_speaking_bodies(words: Words, names: Sequence[Named]) -> list[Actor]:
    """Bodies with a verb of saying beside them, or *according to* before them; one actor a noun and country.

    Their mentions are the places where they speak, and the others too where a noun is one word and cannot stand before
    another as an adjective does. Behind an indefinite article a noun means no certain body.
    """
    taken, language = Taken(names), words.document.language
    whole = grammar(language).nouns.compounds
    found: dict[str, list[Mention]] = {}
    heard: set[str] = set()
    for index, last, key in _nouns(words):
        start, end = words.words[index].start, words.words[last - 1].end
        if not taken.free(start, end):
            continue
        if index and words.close(index - 1, index) and not taken.free(words.words[index - 1].start, start):
            continue  # *Norwegens | Armee*: somebody's, and no other's
        first, country = modified(words, index)
        told = speaks(words, before_article(words, first), last, "") or is_source(words, first)
        if _is_indefinite(words, first, index) or not (told or whole):
            continue
        start = words.words[_past_articles(words, first, index)].start
        own = f"{key}|{country}" if country else key
        found.setdefault(own, []).append(Mention(start, end, words.document.text[start:end], "nominal"))
        heard |= {own} if told else set()
    return [called_by_noun(language, "organization", key, found[key]) for key in found if key in heard]


def _nouns(words: Words) -> Iterator[tuple[int, int, str]]:
    """Where nouns for certain bodies stand: their first word, the one after them, and what makes them the same."""
    language = words.document.language
    listed, told, free = lowered(language, "official_bodies", 1), lowered(language, "groups", 1), 0
    people = [lowered(language, name, 0) for name in ROLES]
    for index, word in enumerate(words.words):
        if index < free or word.lower in told:
            continue  # groups tell of it
        found = words.phrase(index, listed)
        if found is not None and found[0] == index + 1 and any(word.lower in roles for roles in people):
            continue  # *the prosecutor*
        if found is not None and _goes_on(words, found[0]):
            continue
        if found is not None and (found[1] not in GENERIC or _is_certain(words, index, found[0])):
            free = found[0]
            text = " ".join(one.lower for one in words.words[index:free])
            yield index, free, f"body {found[1]}" if found[1] not in GENERIC else name_key(text)
        elif _is_compound(language, word.lower):
            yield index, index + 1, name_key(word.text)


def _is_certain(words: Words, first: int, last: int) -> bool:
    """Whether a listed noun of several words is for a body, and not for somebody of it."""
    language = words.document.language
    roles = [lowered(language, name, 0) for name in ROLES]
    several = [one.lower for one in words.words[first:last]]
    if len(several) < FEWEST or several[0] in resources.words(language, "articles"):
        return False  # *the board*: of many
    if not any(word in lowered(language, "body_nouns", 1) for word in several):
        return False  # *civil servants*, *law enforcement*
    whole = " ".join(several)
    return not any(word in listed for word in (*several[1:], whole) for listed in roles)


def _goes_on(words: Words, last: int) -> bool:
    """Whether another noun follows that the body only tells more of: *health ministry | officials*."""
    language = words.document.language
    own = grammar(language)
    if own.nouns.compounds or own.word_order.noun_before_adjective or not words.close(last - 1, last):
        return False
    following = words.words[last]
    verb = following.lower in lowered(language, "cues", 1)
    return following.text.islower() and not verb and following.lower not in resources.words(language, "function_words")


def _is_compound(language: str, word: str) -> bool:
    """Whether the word is a noun for a public body, in its definite form where that has one, with another before it."""
    nouns = grammar(language).nouns
    if not nouns.compounds or not word.isalpha():
        return False
    kind = lowered(language, "body_nouns", 1).get(word)
    if not word.endswith(_public(language)) or (kind is not None and kind not in CERTAIN_KINDS):
        return False
    if not nouns.capitalised and not word.endswith(nouns.definite_endings):
        return False
    ends = (noun for noun in _public(language) if word.endswith(noun))
    return any(len(word) - len(noun) >= SHORTEST_FIRST for noun in ends)


@cache
def _public(language: str) -> tuple[str, ...]:
    """Nouns for public bodies that are long enough to end a compound."""
    listed = lowered(language, "body_nouns", 1)
    return tuple(
        noun for noun, kinds in listed.items() if len(noun) >= SHORTEST_NOUN and PUBLIC.intersection(kinds.split(","))
    )


def _past_articles(words: Words, first: int, noun: int) -> int:
    """Where the name begins: with an adjective of nationality, or with the noun."""
    known = lowered(words.document.language, "demonyms", 1)
    return next((place for place in range(first, noun) if words.words[place].lower in known), noun)


def _is_indefinite(words: Words, first: int, noun: int) -> bool:
    """Whether an indefinite article or another word that introduces somebody new stands before the noun phrase, or
    where nouns have capitals no article at all."""
    language = words.document.language
    own = grammar(language)
    before = words.words[first - 1].lower if first and words.close(first - 1, first) else ""
    if before in own.determiners.introducing or before in own.determiners.indefinite:
        return True
    return own.nouns.capitalised and first == noun and before_article(words, first) == first
