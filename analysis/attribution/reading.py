"""An article as attribution reads it: its words, its cues, whom it names, and which words are quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from analysis.attribution.cues import CueHit, find_cues
from analysis.attribution.lexicon import lexicon
from analysis.attribution.named import Named, NameMark, find_named, name_marks, pronouns, with_particles
from analysis.attribution.tagged import SENTENCE_ENDS, TaggedText, Word, WordSpan, tag
from analysis.grammar import grammar
from analysis.types import Actor, Document

__all__ = ["SENTENCE_ENDS", "CueHit", "Named", "Reading", "Word", "WordSpan", "read"]


@dataclass(frozen=True, slots=True, eq=False)
class Reading(TaggedText):
    """Everything the rules look at. Nobody changes it: ``quoting`` gives another one."""

    actors: Mapping[str, Actor] = field(repr=False)
    cues: tuple[CueHit, ...] = field(repr=False)
    cue_firsts: tuple[int, ...] = field(repr=False)
    cue_at: Mapping[int, CueHit] = field(repr=False)
    named: tuple[Named, ...] = field(repr=False)
    named_firsts: tuple[int, ...] = field(repr=False)
    pronouns: frozenset[int] = field(repr=False)
    """Personal pronouns that stand by themselves."""
    name_marks: Mapping[int, NameMark] = field(repr=False)
    """The quotation marks, and whether each belongs to a name."""
    quoted: bytes = field(repr=False)
    """One byte a word: whether it stands within quotation marks or behind a dash that opens speech."""

    def quoting(self, stretches: Iterable[tuple[int, int]]) -> Reading:
        """The same article with the words quoted as well that begin in these stretches of the text."""
        quoted = bytearray(self.quoted)
        for start, end in stretches:
            first, last = self.range(start, end)
            quoted[first:last] = b"\x01" * (last - first)
        return replace(self, quoted=bytes(quoted))

    def cues_in(self, first: int, last: int) -> tuple[CueHit, ...]:
        """Cues that begin among these words."""
        return self.cues[bisect_left(self.cue_firsts, first) : bisect_left(self.cue_firsts, last)]

    def named_in(self, first: int, last: int) -> tuple[Named, ...]:
        """Mentions of actors that begin among these words."""
        return self.named[bisect_left(self.named_firsts, first) : bisect_left(self.named_firsts, last)]

    def persons_in(self, first: int, last: int) -> list[Named]:
        """Mentions of persons that begin among these words."""
        return [one for one in self.named_in(first, last) if one.actor.type == "person"]

    def named_before(self, place: int, count: int) -> tuple[Named, ...]:
        """The last mentions of actors that begin before the word, at most so many, in text order."""
        stop = bisect_left(self.named_firsts, place)
        return self.named[max(0, stop - count) : stop]


def read(document: Document, actors: Sequence[Actor]) -> Reading:
    """The article as attribution reads it, with nothing quoted yet; in linear time."""
    text = tag(document, lexicon(document.language), grammar(document.language))
    cues = tuple(find_cues(text))
    cue_at = {place: hit for hit in cues for place in range(hit.first, hit.last)}
    named = find_named(text, actors)
    words = with_particles(text, named, cue_at)
    return Reading(
        document=document,
        lexicon=text.lexicon,
        grammar=text.grammar,
        words=words,
        keys=text.keys,
        starts=text.starts,
        sentences=text.sentences,
        sentence_firsts=text.sentence_firsts,
        opening_starts=text.opening_starts,
        titled=text.titled,
        actors={actor.id: actor for actor in actors},
        cues=cues,
        cue_firsts=tuple(hit.first for hit in cues),
        cue_at=cue_at,
        named=named,
        named_firsts=tuple(one.first for one in named),
        pronouns=pronouns(words, cue_at),
        name_marks=name_marks(words),
        quoted=bytes(len(text.words)),
    )
