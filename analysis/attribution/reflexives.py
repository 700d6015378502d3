"""Words around a verb of saying that are no subject though they stand where one would: a reflexive, a closing modal."""

from __future__ import annotations

from analysis.attribution.reading import CueHit, Reading, WordSpan
from analysis.attribution.shared_subjects import earlier_subject
from analysis.columns import WordRole

DET_OR_NEUT = frozenset({WordRole.DET, WordRole.NEUT})


def opens_reflexive(reading: Reading, phrase: WordSpan) -> bool:
    """*sich für seinen Kollegen*; not *selbst die Zeitung*."""
    first = reading.words[phrase.first]
    alone = first.roles == {WordRole.REFL} and not first.capital
    return alone and phrase.size > 1 and not reading.has(phrase.first + 1, WordRole.DET)


def beside_reflexive(reading: Reading, hit: CueHit, phrase: WordSpan, start: int) -> WordSpan | None:
    """*wie sich | X ausdrückte*: who follows the reflexive; *X freut | sich für die Kollegen |, gibt aber zu*: else the
    person whom the verb before it has."""
    if any(one.first == phrase.first + 1 for one in reading.named_in(phrase.first + 1, phrase.last)):
        return WordSpan(phrase.first + 1, phrase.last)
    shared = earlier_subject(reading, hit, start)
    somebody = shared is not None and shared != phrase and bool(reading.persons_in(*shared))
    return shared if somebody else None


def closing_modal(reading: Reading, hit: CueHit, start: int) -> int | None:
    """*Das | musste | der Minister am Abend einräumen*: the modal of an infinitive that closes the main clause."""
    closes = hit.last >= len(reading.words) or not reading.words[hit.last].is_word
    if not reading.grammar.word_order.sentence_bracket or hit.finite is not None or hit.first < hit.head or not closes:
        return None
    modal = start + 1
    points = reading.any_role(start, DET_OR_NEUT) and reading.has(modal, WordRole.MODAL)
    plain = points and all(reading.words[i].is_word and i not in reading.cue_at for i in range(modal, hit.first))
    return modal if plain and modal < hit.first - 1 else None
