"""Which body a noun without a name means, *the bank*, *the association*, and which a pronoun does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.attribution.outlets import is_venue
from analysis.attribution.owners import is_genitive
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.roles import GENITIVE_MARKS
from analysis.columns import WordRole
from analysis.quotes.body_nouns import (
    ANYBODY,
    NO_KINDS,
    body_kinds,
    described,
    is_named_by_noun,
    is_open,
    kinds_of,
    noun_at,
)
from analysis.quotes.called import is_named_behind
from analysis.types import Actor, Speaker

MEMORY = 60
"""So many mentions back a body is looked for."""
FAR, NEAR = 14, 3
"""Sentences back in which a body is named whose kind the article tells, and one whose kind it does not."""
SAME, BROADER, UNKNOWN = 6.0, 3.0, 0.0
"""How well a body fits: of that kind, of a wider one, of a kind that nothing tells."""
SUBJECT, SPOKE, BACK = 1.5, 2.5, 1.0
"""What standing first in a sentence and having spoken last count, and each sentence in between takes away."""
CLOSE = 1.0
"""Two bodies of the kind that differ by no more than this are as likely meant, and neither is taken."""
RECENT = 200
"""Words back in which a body was introduced that is no actor."""
GOVERNING = frozenset({WordRole.OF, WordRole.GEN, WordRole.PREP, WordRole.BY})


@dataclass(frozen=True, slots=True)
class _Candidate:
    actor: Actor
    named: Named
    score: float
    known: bool
    stands_out: bool


class Bodies:
    """Finds which body a description means; reads what kind each one is when it is first asked."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._kinds: dict[str, frozenset[str]] | None = None

    def speaker(self, phrase: WordSpan, last: Speaker | None) -> Speaker | None:
        """The body named before that the phrase means, by its kind, how near it is named and who spoke last."""
        found = described(self._reading, phrase)
        if found is None or is_named_behind(self._reading, phrase):
            return None
        place, wanted = found
        new = self._last_new(place, wanted)
        spoke = last.actor if last is not None else None
        candidates = [one for one in self._candidates(phrase.first, wanted, spoke) if one.named.first > new]
        best = max(candidates, key=lambda one: (one.score, one.named.first), default=None)
        if best is None or (not best.known and not _is_plain(best, candidates)):
            return None
        if any(one.actor.id != best.actor.id and one.known and best.score - one.score <= CLOSE for one in candidates):
            return None
        return Speaker(best.actor.id, best.actor.name, None, None)

    def _candidates(self, place: int, wanted: frozenset[str], spoke: str | None) -> Iterator[_Candidate]:
        """All bodies named before a word that may be of one of the kinds, each at its last mention."""
        reading, seen = self._reading, set[str]()
        own = reading.sentence_of(place)
        for named in reversed(reading.named_before(place, MEMORY)):
            actor = named.actor
            back = own - reading.sentence_of(named.first)
            if back > FAR:
                break
            if actor.type != "organization" or actor.id in seen or named.mention.kind == "pronoun":
                continue
            if reading.quoted[named.first] or is_venue(reading, named.first, named.last) or _is_parent(reading, named):
                continue
            seen.add(actor.id)
            fit = self._fit(actor, wanted)
            if fit is None or (fit == UNKNOWN and back > NEAR):
                continue
            subject = is_subject(reading, named)
            score = fit - BACK * back + SUBJECT * subject + SPOKE * (actor.id == spoke)
            yield _Candidate(actor, named, score, fit > UNKNOWN, subject or actor.id == spoke)

    def _fit(self, actor: Actor, wanted: frozenset[str]) -> float | None:
        """How well a body fits one of the kinds that are wanted; None for one of another kind."""
        own = self._kinds_of(actor)
        closed = NO_KINDS.union(*map(body_kinds, own))
        if closed & wanted:
            return SAME
        wider = NO_KINDS.union(*map(body_kinds, wanted))
        if own & (wider - {ANYBODY}):
            return BROADER
        return UNKNOWN if not own and any(map(is_open, wanted)) else None

    def _kinds_of(self, actor: Actor) -> frozenset[str]:
        if self._kinds is None:
            self._kinds = {}
            for named in self._reading.named:
                if named.actor.type == "organization" and named.mention.kind != "pronoun":
                    before = self._kinds.get(named.actor.id, NO_KINDS)
                    self._kinds[named.actor.id] = before | kinds_of(self._reading, named)
        return self._kinds.get(actor.id, NO_KINDS)

    def _last_new(self, place: int, wanted: frozenset[str]) -> int:
        """Where a noun of the kind last stood for a body that is no actor, *a bank … the bank*; -1 if nowhere."""
        reading, determiners = self._reading, self._reading.grammar.determiners
        new = frozenset((*determiners.indefinite, *determiners.introducing))
        for at in range(place - 2, max(0, place - RECENT), -1):
            found = noun_at(reading, at, place)
            if (
                found is not None
                and found[1] & wanted
                and is_named_by_noun(reading, at)
                and not reading.named_in(at, at + 1)
            ):
                return at
            if found is None or not found[1] & wanted or not any(reading.keys[i] in new for i in (at - 1, at - 2)):
                continue
            around = (*reading.named_in(max(0, at - 4), at), *reading.named_in(found[0], min(found[0] + 3, place)))
            if not any(one.actor.type == "organization" for one in around):
                return at
        return -1


def is_subject(reading: Reading, named: Named) -> bool:
    """Whether a name begins its sentence, perhaps behind what it is, or stands beside a word of saying."""
    first = reading.sentences[reading.sentence_of(named.first)].first
    governed = any(
        reading.any_role(i, GOVERNING) and not reading.has(i, WordRole.DET)
        for i in range(max(first, named.first - 2), named.first)
    )
    owned = is_genitive(reading, named) or any(
        key in GENITIVE_MARKS for key in reading.keys[named.last : named.last + 1]
    )
    said = named.last in reading.cue_at or (named.first - 1 in reading.cue_at)
    return not governed and not owned and (said or named.first - first <= 3)


def _is_parent(reading: Reading, named: Named) -> bool:
    """Whether a body is named as whose part another one is: *the Coast Service's | Storm Centre*."""
    last = named.last
    if reading.grammar.nouns.capitalised or last + 1 >= len(reading.words) or reading.keys[last] not in GENITIVE_MARKS:
        return False
    return reading.words[last + 1].capital


def _is_plain(best: _Candidate, candidates: list[_Candidate]) -> bool:
    """Whether a body of unknown kind is the only one that may be meant, or the only one that stands out."""
    others = [one for one in candidates if one.actor.id != best.actor.id]
    return not others or (best.stands_out and not any(one.stands_out for one in others))
