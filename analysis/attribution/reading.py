"""An article as attribution reads it: its words, its cues, whom it names, and which words are quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from analysis.actors.particles import particles
from analysis.attribution.cues import CueHit, find_cues
from analysis.attribution.tagged import NONE, SENTENCE_ENDS, TaggedText, Word, WordSpan, tag
from analysis.types import Actor, Document, Mention

__all__ = ["SENTENCE_ENDS", "CueHit", "Named", "Reading", "Word", "WordSpan", "read"]


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of an actor, by word indices."""

    first: int
    last: int
    actor: Actor
    mention: Mention


@dataclass(frozen=True, slots=True, eq=False)
class Reading(TaggedText):
    """Everything the rules look at. Nobody changes it: ``quoting`` gives another one."""

    actors: Mapping[str, Actor] = field(repr=False)
    cues: tuple[CueHit, ...] = field(repr=False)
    cue_firsts: tuple[int, ...] = field(repr=False)
    cue_at: Mapping[int, CueHit] = field(repr=False)
    named: tuple[Named, ...] = field(repr=False)
    named_firsts: tuple[int, ...] = field(repr=False)
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

    def named_before(self, place: int, count: int) -> tuple[Named, ...]:
        """The last mentions of actors that begin before the word, at most so many, in text order."""
        stop = bisect_left(self.named_firsts, place)
        return self.named[max(0, stop - count) : stop]


def read(document: Document, actors: Sequence[Actor]) -> Reading:
    """The article as attribution reads it, with nothing quoted yet; in linear time."""
    text = tag(document)
    cues = tuple(find_cues(text))
    cue_at = {place: hit for hit in cues for place in range(hit.first, hit.last)}
    named = tuple(sorted(_mentions(text, actors), key=lambda one: (one.first, -one.last)))
    return Reading(
        document=document,
        lexicon=text.lexicon,
        grammar=text.grammar,
        words=_with_particles(text, named, cue_at),
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
        quoted=bytes(len(text.words)),
    )


def _with_particles(text: TaggedText, named: Sequence[Named], cue_at: Mapping[int, CueHit]) -> tuple[Word, ...]:
    """The words, where a small particle that opens a surname reads like the rest of the name: *said | von der Aue*.

    Behind a common noun it may be what it is elsewhere, *the sister | of X*, and stays so.
    """
    words = list(text.words)
    for one in named:
        if one.actor.type != "person" or words[one.first].capital or words[one.first].key not in particles():
            continue
        before = words[one.first - 1] if one.first else None
        if before is not None and before.is_word and not before.roles and one.first - 1 not in cue_at:
            continue
        for place in range(one.first, one.last):
            if not words[place].capital:
                words[place] = words[place]._replace(capital=True, roles=NONE)
    return tuple(words)


def _mentions(text: TaggedText, actors: Sequence[Actor]) -> Iterator[Named]:
    for actor in actors:
        for mention in actor.mentions:
            words = text.range(mention.start, mention.end)
            if words.size > 0 and not _in_compound(text, mention, words):
                yield Named(words.first, words.last, actor, mention)


def _in_compound(text: TaggedText, mention: Mention, words: WordSpan) -> bool:
    """*Trump-toppen*: the name is only part of a word for somebody else."""
    behind = text.words[words.last - 1].end > mention.end and text.text[mention.end] in "-‐‑"
    return behind or text.words[words.first].start < mention.start
