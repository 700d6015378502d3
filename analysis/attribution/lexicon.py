"""The words of one language that attribution goes by, in the form in which they are looked up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from analysis.grammar import grammar
from analysis.matching import Barrier, Phrase, Phrases, literal, read_elements, split
from analysis.resources import rows
from analysis.types import CueClass

__all__ = ["Cue", "Lexicon", "lexicon", "listed", "split"]

MAX_GAP = 11
"""Most words between the parts of a split verb (*teilte … mit*)."""
MAX_SOURCE = 4
"""Most words between the parts of *nach … Angaben*."""
SHORTEST_PASSIVE = 5
"""Shorter verbs have passives with meanings of their own (*synes*, *tros*)."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying. ``use`` holds S (say), T (think), W (want), C (call), J (judge), K (ask),
    O (quote somebody); ``form`` holds
    f (finite), p (participle), g (gerund), s (passive by its ending)."""

    lemma: str
    cue_class: CueClass
    use: frozenset[str]
    form: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every list that attribution reads in one language. An unsupported language has empty ones."""

    code: str
    roles: dict[str, frozenset[str]]
    role_phrases: Phrases[str]
    cues: Phrases[Cue]
    according: Phrases[str]
    frames: Phrases[str]
    nouns: Phrases[str]
    anonymous: Phrases[str]
    media: Phrases[str]
    bodies: Phrases[str]
    speakers: Phrases[str]
    documents: tuple[str, ...]


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
            longer += [Phrase(literal(words), role) for role in role_names.split()]
    according = list(listed(code, "according", MAX_SOURCE))
    return Lexicon(
        code=code,
        roles=single,
        role_phrases=Phrases(longer),
        cues=Phrases(_with_passives(code, list(_cues(code))), across=Barrier.MARK, interposing=True),
        according=Phrases(phrase for phrase in according if not phrase.gapped),
        frames=Phrases((phrase for phrase in according if phrase.gapped), across=Barrier.NOTHING),
        nouns=Phrases(listed(code, "reporting_nouns")),
        anonymous=Phrases(listed(code, "anonymous_sources")),
        media=Phrases(listed(code, "media_words")),
        bodies=Phrases(listed(code, "official_bodies")),
        speakers=Phrases(listed(code, "speaker_roles")),
        documents=tuple(row[0] for row in rows(code, "documents")),
    )


def listed(code: str, name: str, room: int = 0) -> Iterator[Phrase[str]]:
    """The phrases of a list as texts have them, with their second column; ``room`` is that of a gap."""
    for row in rows(code, name):
        yield Phrase(read_elements(split(row[0], code), room=room), row[1] if len(row) > 1 else "")


def _cues(code: str) -> Iterator[Phrase[Cue]]:
    closing = grammar(code).word_order.sentence_bracket
    for form, lemma, cue_class, use, kind in rows(code, "cues"):
        elements = read_elements(split(form, code), room=MAX_GAP)
        if closing:
            elements = tuple(replace(element, closing=element.room > 0) for element in elements)
        label: CueClass = cue_class  # type: ignore[assignment]
        yield Phrase(elements, Cue(lemma, label, frozenset(use), frozenset(kind)))


def _with_passives(code: str, cues: list[Phrase[Cue]]) -> Iterator[Phrase[Cue]]:
    """The cues, and in Scandinavian their passive in -s: *hävdar* gives *hävdas*, *avviser* gives *avvises*."""
    yield from cues
    known = {cue.words for cue in cues}
    for cue in cues:
        word = cue.words[0]
        if len(cue.words) > 1 or "f" not in cue.value.form or not cue.value.use & {"S", "C", "J"}:
            continue
        for ending, passive in grammar(code).verbs.s_passive:
            form = word.removesuffix(ending) + passive
            if word.endswith(ending) and len(word) >= SHORTEST_PASSIVE and (form,) not in known:
                known.add((form,))
                yield Phrase(literal((form,)), replace(cue.value, form=frozenset("s")))
