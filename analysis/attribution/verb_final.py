"""Whose verb it is that closes a subordinate clause: *…, nachdem der Minister den Plan verteidigt hatte, …*."""

from __future__ import annotations

from analysis.attribution.cues import CueHit
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.roles import QUOTE_MARKS
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
    if hit.first < hit.head and reading.has(hit.first, WordRole.HAVE):
        return None  # *Selbst der Rat hatte gesagt, …*: the verb stands second
    end = hit.last
    while end < len(reading.words) and reading.any_role(end, AUXILIARY):
        end += 1
    if end < len(reading.words) and reading.words[end].is_word:
        return None
    floor = max(start, hit.first - LONGEST)
    opener = next((i for i in range(hit.first - 1, floor - 1, -1) if _parts(reading, i)), floor - 1) + 1
    opener -= opener == start > 0 and reading.keys[start - 1] in reading.grammar.clauses.as_words
    opens = reading.any_role(opener, OPENERS) and not reading.any_role(opener, NO_OPENERS)
    opens = opens or reading.keys[opener] in reading.grammar.clauses.as_words
    if not opens or opener + 1 >= hit.first:
        return None
    phrase = subject_after(reading, opener + 1, hit.first)
    if phrase is None or phrase.first != opener + 1 or phrase.last >= hit.first:
        return None
    return None if reading.keys[phrase.last] in QUOTE_MARKS else phrase  # *wie die Zeitung „Umschau“ schreibt*


def _parts(reading: Reading, place: int) -> bool:
    """Whether a mark parts the clause from what stands before it; not one of those around quoted words inside it."""
    return not reading.words[place].is_word and not reading.quoted[place] and reading.keys[place] not in QUOTE_MARKS
