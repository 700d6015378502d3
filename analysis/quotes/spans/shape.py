"""How marked words look: like a sentence of their own, a statement, a heading, a title."""

from __future__ import annotations

from analysis.attribution.reading import SENTENCE_ENDS, Reading
from analysis.columns import WordRole
from analysis.quotes.spans.marked import MarkedWords

SENTENCE_LIKE = 4
"""A quotation without attribution has at least so many words and begins with a capital."""
LONG_SENTENCE = 8
"""So many words from a capital on are a sentence, whatever they end in."""
VERBS = frozenset({WordRole.HAVE, WordRole.BE, WordRole.MODAL, WordRole.FIRST, WordRole.SUBJ, WordRole.NEG})
"""Roles that no title has a word of."""
LEADING = frozenset({WordRole.DET, WordRole.PREP, WordRole.CONJ})
LONGER = 3
"""Words of so many letters stay small in title case."""
MAX_NAME = 8
"""Longest title that is told from a quotation, in words."""


def is_sentence_like(reading: Reading, m: MarkedWords) -> bool:
    """A sentence of its own, or words that begin and end like one."""
    return is_alone(reading, m) or (m.count >= SENTENCE_LIKE and _is_sentence(reading, m))


def is_alone(reading: Reading, m: MarkedWords) -> bool:
    """Several words in marks that are a sentence of their own in the text."""
    return m.count > 1 and _stands_alone(reading, m)


def _stands_alone(reading: Reading, m: MarkedWords) -> bool:
    """A sentence in marks that is a sentence of its own in the text: begins after one and ends with its own."""
    opening, closing = m.outside
    if not reading.words[m.inside.first].capital:
        return False
    if opening > m.paragraph.first and reading.keys[opening - 1] not in SENTENCE_ENDS | {":"}:
        return False
    if m.complete:
        return closing >= m.paragraph.last or not reading.words[closing].is_word or reading.words[closing].capital
    return closing < m.paragraph.last and reading.keys[closing] in SENTENCE_ENDS


def _is_sentence(reading: Reading, m: MarkedWords) -> bool:
    """Begins like a sentence and ends like one."""
    first, last = m.inside
    if not reading.words[first].capital and reading.words[first].is_word:
        return False
    after = reading.text[m.mark.outer_end : m.mark.outer_end + 2].strip()
    return m.tail in ".!?…," or after[:1] in (",", ".", "") or last - first >= LONG_SENTENCE


def is_statement(reading: Reading, m: MarkedWords) -> bool:
    """Not a title: ends as a sentence does, or has a verb or a first person and does not follow a noun or article."""
    first, last = m.inside
    if (m.tail in ".!?…," and last - first > SENTENCE_LIKE) or not reading.lexicon.roles:
        return True
    before = m.outside.first - 1
    near = before >= 0 and reading.words[before].is_word and reading.words[before].end + 2 >= m.mark.outer_start
    if near and (reading.words[before].capital or reading.any_role(before, LEADING)):
        return False
    return any(reading.any_role(i, VERBS) for i in range(first, last))


def is_heading(reading: Reading, m: MarkedWords) -> bool:
    """A few words, every longer one with a capital: a subheading in marks (*‘All Bets Are Off’*)."""
    words = [w for w in reading.words[m.inside.first : m.inside.last] if w.is_word]
    longer = [w for w in words if w.end - w.start > LONGER]
    return 2 < len(words) <= MAX_NAME and len(longer) > 0 and all(w.capital for w in (*longer, words[-1]))


def is_title(reading: Reading, m: MarkedWords) -> bool:
    """A title within a sentence, not speech: every longer word with a capital, and a word right before the mark.

    Where all nouns are written so, a title has capitals only.
    """
    before = m.outside.first - 1
    if before < 0 or not reading.words[before].is_word or before in reading.cue_at:
        return False
    words = reading.words[m.inside.first : m.inside.last]
    if reading.grammar.nouns.capitalised and not all(w.capital for w in words if w.is_word):
        return False
    if reading.is_title_case(reading.sentences[reading.sentence_of(m.outside.first)]):
        return False
    return words[0].capital and is_heading(reading, m)
