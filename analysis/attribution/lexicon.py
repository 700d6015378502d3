"""The words of one language that attribution goes by, in the form in which they are looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from analysis.columns import CueForm, CueUse, MediumKind, NounKind, SourcePlace, WordRole, letters, names
from analysis.grammar import grammar
from analysis.matching import Barrier, Phrase, Phrases, literal, read_elements, split
from analysis.resources import rows
from analysis.resources import words as listed_words
from analysis.types import CueClass

PASSIVISED = frozenset({CueUse.SAY, CueUse.CALL, CueUse.JUDGE})

T = TypeVar("T")
Rows = tuple[tuple[str, ...], ...]
__all__ = ["Cue", "Lexicon", "lexicon", "listed", "split"]

LISTS = (
    "clause_words", "cues", "according", "reporting_nouns", "anonymous_sources", "media_words", "official_bodies",
    "speaker_roles", "documents",
)  # fmt: skip
"""The word lists that attribution goes by."""
MAX_GAP = 11
"""Most words between the parts of a split verb (*teilte … mit*)."""
MAX_SOURCE = 4
"""Most words between the parts of *nach … Angaben*."""
SHORTEST_PASSIVE = 5
"""Shorter verbs have passives with meanings of their own (*synes*, *tros*)."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying: what it does with somebody's words, and which forms of its verb it is."""

    lemma: str
    cue_class: CueClass
    use: frozenset[CueUse]
    form: frozenset[CueForm]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every list that attribution reads in one language. An unsupported language has empty ones."""

    code: str
    roles: dict[str, frozenset[WordRole]]
    role_phrases: Phrases[WordRole]
    cues: Phrases[Cue]
    according: Phrases[SourcePlace]
    frames: Phrases[SourcePlace]
    opinions: frozenset[str]
    """Nouns of opinion: those of the phrases of ``according`` that stand for their source, *in her view*."""
    source_openings: frozenset[str]
    """The words with which phrases of ``according`` and ``frames`` begin."""
    nouns: Phrases[NounKind]
    anonymous: Phrases[str]
    media: Phrases[MediumKind]
    bodies: Phrases[str]
    speakers: Phrases[str]
    documents: tuple[str, ...]
    days: frozenset[str]
    """The days of the week."""
    months: frozenset[str]
    """The months and their short forms."""


@cache
def lexicon(code: str) -> Lexicon:
    """The lists of a language."""
    lists = {name: rows(code, name) for name in LISTS}

    def phrases(name: str, kind: Callable[[str], T], room: int = 0) -> list[Phrase[T]]:
        return list(_phrases(lists[name], code, kind, room))

    single: dict[str, frozenset[WordRole]] = {}
    longer: list[Phrase[WordRole]] = []
    for word, own in ((row[0], row[1]) for row in lists["clause_words"]):
        words = split(word, code)
        if len(words) == 1:
            single[words[0]] = single.get(words[0], frozenset()) | names(WordRole, own)
        else:
            longer += [Phrase(literal(words), WordRole(role)) for role in own.split()]
    according = phrases("according", SourcePlace, MAX_SOURCE)
    return Lexicon(
        code=code,
        roles=single,
        role_phrases=Phrases(longer),
        cues=Phrases(_with_passives(code, list(_cues(lists["cues"], code))), across=Barrier.MARK, interposing=True),
        according=Phrases(phrase for phrase in according if not phrase.gapped),
        frames=Phrases((phrase for phrase in according if phrase.gapped), across=Barrier.NOTHING),
        opinions=frozenset(p.words[-1] for p in according if p.value is SourcePlace.OWNED or _is_own(p)),
        source_openings=frozenset(phrase.words[0] for phrase in according),
        nouns=Phrases(phrases("reporting_nouns", NounKind)),
        anonymous=Phrases(phrases("anonymous_sources", str)),
        media=Phrases(phrases("media_words", MediumKind)),
        bodies=Phrases(phrases("official_bodies", str)),
        speakers=Phrases(phrases("speaker_roles", str)),
        documents=tuple(row[0] for row in lists["documents"]),
        days=listed_words(code, "weekdays"),
        months=listed_words(code, "months"),
    )


def _is_own(phrase: Phrase[SourcePlace]) -> bool:
    """Whether it is *in her view*, with a preposition, whose it is, and a noun."""
    return phrase.value is SourcePlace.OWN and len(phrase.words) > 2


def listed(code: str, name: str, kind: Callable[[str], T], room: int = 0) -> Iterator[Phrase[T]]:
    """The phrases of a list as texts have them, with what their second column says; ``room`` is that of a gap."""
    return _phrases(rows(code, name), code, kind, room)


def _phrases(entries: Rows, code: str, kind: Callable[[str], T], room: int) -> Iterator[Phrase[T]]:
    for row in entries:
        yield Phrase(read_elements(split(row[0], code), room=room), kind(row[1] if len(row) > 1 else ""))


def _cues(entries: Rows, code: str) -> Iterator[Phrase[Cue]]:
    closing = grammar(code).word_order.sentence_bracket
    for form, lemma, cue_class, use, kind in entries:
        elements = read_elements(split(form, code), room=MAX_GAP)
        if closing:
            gapped = any(element.room for element in elements)
            elements = (*elements[:-1], replace(elements[-1], closing=gapped))
        label: CueClass = cue_class  # type: ignore[assignment]
        yield Phrase(elements, Cue(lemma, label, letters(CueUse, use), letters(CueForm, kind)))


def _with_passives(code: str, cues: list[Phrase[Cue]]) -> Iterator[Phrase[Cue]]:
    """The cues, and in Scandinavian their passive in -s: *hävdar* gives *hävdas*, *avviser* gives *avvises*."""
    yield from cues
    known = {cue.words for cue in cues}
    for cue in cues:
        word = cue.words[0]
        if len(cue.words) > 1 or CueForm.FINITE not in cue.value.form or not cue.value.use & PASSIVISED:
            continue
        for ending, passive in grammar(code).verbs.s_passive:
            form = word.removesuffix(ending) + passive
            if word.endswith(ending) and len(word) >= SHORTEST_PASSIVE and (form,) not in known:
                known.add((form,))
                yield Phrase(literal((form,)), replace(cue.value, form=frozenset({CueForm.PASSIVE})))
