"""Whose verb it is that closes a subordinate clause: *…, nachdem der Minister den Plan verteidigt hatte, …*."""

from __future__ import annotations

from analysis.attribution.cues import CueHit
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.subjects_after import subject_after
from analysis.columns import WordRole

OPENERS = frozenset({WordRole.SUB, WordRole.THAT})
NO_OPENERS = frozenset({WordRole.DET, WordRole.PREP})
AUXILIARY = frozenset({WordRole.HAVE, WordRole.MODAL})
LONGEST = 40
"""Most words of such a clause."""


def subject_of_clause(reading: Reading, hit: CueHit, start: int) -> WordSpan | None:
    """The noun phrase or pronoun right behind the word that opens the clause; ``None`` where the verb closes none."""
    if not reading.grammar.word_order.verb_final or hit.finite is not None or hit.passive:
        return None
    end = hit.last
    while end < len(reading.words) and reading.any_role(end, AUXILIARY):
        end += 1
    if end < len(reading.words) and reading.words[end].is_word:
        return None
    floor = max(start, hit.first - LONGEST)
    opener = next((i for i in range(hit.first - 1, floor - 1, -1) if not reading.words[i].is_word), floor - 1) + 1
    opens = reading.any_role(opener, OPENERS) and not reading.any_role(opener, NO_OPENERS)
    if not opens or opener + 1 >= hit.first:
        return None
    phrase = subject_after(reading, opener + 1, hit.first)
    return phrase if phrase is not None and phrase.first == opener + 1 and phrase.last < hit.first else None
