"""The words of one language that attribution goes by, in the form in which they are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Generic, TypeVar

from analysis.grammar import Pronouns, grammar
from analysis.resources import rows
from analysis.text import fold
from analysis.types import CueClass

T = TypeVar("T")
GAP = "..."
"""Stands in a cue for the words between its two parts: *teilte … mit*."""
GENITIVE = re.compile(r"(?<=\w)'s(?!\w)")

SHORTEST_PASSIVE = 5
"""Shorter verbs have passives with meanings of their own (*synes*, *tros*)."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying. ``use`` holds S (say), T (think), W (want), C (call), J (judge), K (ask),
    O (quote somebody), D (reports only with a that-clause: *discovered that …*); ``form`` holds
    f (finite), p (participle), g (gerund), s (passive by its ending)."""

    lemma: str
    cue_class: CueClass
    use: frozenset[str]
    form: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """Words in a row that mean ``value``; ``gap`` is how many of them stand before words in between (0: none)."""

    words: tuple[str, ...]
    value: T
    gap: int = 0


Phrases = dict[str, tuple[Phrase[T], ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every list that attribution reads in one language. An unsupported language has empty ones."""

    code: str
    roles: dict[str, frozenset[str]]
    role_phrases: Phrases[str]
    cues: Phrases[Cue]
    according: Phrases[str]
    nouns: Phrases[str]
    anonymous: Phrases[str]
    media: Phrases[str]
    bodies: Phrases[str]
    speakers: Phrases[str]
    documents: tuple[str, ...]


def key(text: str) -> str:
    """A word as the lists have it: case-folded, with the straight apostrophe."""
    return fold(text).replace("’", "'")


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


@cache
def lexicon(code: str) -> Lexicon:
    """The lists of a language."""
    single: dict[str, frozenset[str]] = {}
    longer: list[Phrase[str]] = []
    for word, role_names in ((row[0], row[1]) for row in rows(code, "clause_words")):
        words = split(word, code)
        if len(words) == 1:
            single[words[0]] = single.get(words[0], frozenset()) | frozenset(role_names.split())
        else:
            longer += [Phrase(words, role) for role in role_names.split()]
    return Lexicon(
        code=code,
        roles=single,
        role_phrases=index(longer),
        cues=index(_with_passives(code, list(_cues(code)))),
        according=index(_plain(code, "according")),
        nouns=index(_plain(code, "reporting_nouns")),
        anonymous=index(_plain(code, "anonymous_sources")),
        media=index(_plain(code, "media_words")),
        bodies=index(_plain(code, "official_bodies")),
        speakers=index(_plain(code, "speaker_roles")),
        documents=tuple(row[0] for row in rows(code, "documents")),
    )


def _cues(code: str) -> Iterable[Phrase[Cue]]:
    for form, lemma, cue_class, use, kind in rows(code, "cues"):
        words = split(form, code)
        gap = words.index(GAP) if GAP in words else 0
        label: CueClass = cue_class  # type: ignore[assignment]
        yield Phrase(
            tuple(word for word in words if word != GAP), Cue(lemma, label, frozenset(use), frozenset(kind)), gap
        )


def _with_passives(code: str, cues: list[Phrase[Cue]]) -> Iterator[Phrase[Cue]]:
    """The cues, and in Scandinavian their passive in -s: *hävdar* gives *hävdas*, *avviser* gives *avvises*."""
    yield from cues
    listed = {cue.words for cue in cues}
    for cue in cues:
        word = cue.words[0]
        if len(cue.words) > 1 or cue.gap or "f" not in cue.value.form or not cue.value.use & {"S", "C", "J"}:
            continue
        for ending, passive in grammar(code).verbs.s_passive:
            form = word.removesuffix(ending) + passive
            if word.endswith(ending) and len(word) >= SHORTEST_PASSIVE and (form,) not in listed:
                listed.add((form,))
                yield Phrase((form,), replace(cue.value, form=frozenset("s")))


def _plain(code: str, name: str) -> Iterable[Phrase[str]]:
    for row in rows(code, name):
        words = split(row[0], code)
        gap = words.index(GAP) if GAP in words else 0
        yield Phrase(tuple(word for word in words if word != GAP), row[1] if len(row) > 1 else "", gap)


def index(phrases: Iterable[Phrase[T]]) -> Phrases[T]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[Phrase[T]]] = {}
    for phrase in phrases:
        found.setdefault(phrase.words[0], []).append(phrase)
    return {word: tuple(sorted(group, key=lambda p: (-len(p.words), p.gap, p.words))) for word, group in found.items()}


def match_at(phrases: Phrases[T], keys: Sequence[str], place: int, end: int) -> Phrase[T] | None:
    """The longest phrase without a gap that begins at this word and ends before ``end``."""
    for phrase in phrases.get(keys[place], ()):
        stop = place + len(phrase.words)
        if not phrase.gap and stop <= end and tuple(keys[place:stop]) == phrase.words:
            return phrase
    return None


def phrase_in(phrases: Phrases[T], keys: Sequence[str], first: int, last: int) -> T | None:
    """The value of the first phrase among the words."""
    for place in range(first, last):
        if keys[place] in phrases and (found := match_at(phrases, keys, place, last)) is not None:
            return found.value
    return None


MAX_SOURCE = 5
"""Most words between the parts of *nach … Angaben*."""


def match_frame(phrases: Phrases[str], keys: Sequence[str], place: int, end: int) -> int | None:
    """End of a frame with words in between (*nach … Angaben*), its last word by its ending (``*angaben``)."""
    for phrase in phrases.get(keys[place], ()):
        if not phrase.gap:
            continue
        tail = phrase.words[-1]
        for at in range(place + 1, min(end, place + 1 + MAX_SOURCE)):
            if keys[at].endswith(tail[1:]) if tail.startswith("*") else keys[at] == tail:
                return at + 1
            if not keys[at][0].isalnum():
                break
    return None
