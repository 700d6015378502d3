"""Which marked words are speech: sentences, somebody's wording, words amid reports; not headings, titles and names."""

from __future__ import annotations

from analysis.attribution.reading import SENTENCE_ENDS, Reading
from analysis.attribution.roles import CALLING
from analysis.columns import CueUse, WordRole
from analysis.quotes.candidates.naming import is_adjective, is_label, is_name
from analysis.quotes.candidates.titles import is_charge, is_listed_title, opens_reading_on
from analysis.quotes.constructions.construction import Attribution, Way
from analysis.quotes.spans.marked import MAX_NAME, WINDOW, MarkedWords

SENTENCE_LIKE = 4
"""A quotation without attribution has at least so many words and begins with a capital."""
LONG_SENTENCE = 8
"""So many words from a capital on are a sentence, whatever they end in."""
VERBS = frozenset({WordRole.HAVE, WordRole.BE, WordRole.MODAL, WordRole.FIRST, WordRole.SUBJ, WordRole.NEG})
"""Roles that no title has a word of."""
LEADING = frozenset({WordRole.DET, WordRole.PREP, WordRole.CONJ})
LONGER = 3
"""Words of so many letters stay small in title case."""
LABEL = 3
"""Most words of a name in marks that opens a paragraph and says, before a colon, whose words follow."""

FRAGMENT = 4
"""A phrase in small letters of at least so many words within marks is somebody's wording, whoever said it."""
LONGEST_HEADING = 16
"""Most words of a heading that stands by itself."""
LIKE = 3
"""Most words of *such as*."""
BEHIND = 12
"""Words behind a fragment in which its sentence shows the mood of reported speech."""
LIKENING = frozenset({WordRole.AS, WordRole.WH, WordRole.SUB})


def is_quotation(reading: Reading, m: MarkedWords, found: Attribution | None) -> bool:
    """Whether the marked words are what somebody said or wrote, not a heading, a label, a title or a name."""
    closing = m.outside.last
    subheading = reading.document.paragraphs[m.mark.paragraph].role == "subheading"
    if found is None and subheading and m.tail not in ".!?":
        return False
    introduces = m.outside.first <= m.paragraph.first and closing < m.paragraph.last and reading.keys[closing] == ":"
    if introduces and m.count <= LABEL:
        return False
    if found is None and m.whole and opens_reading_on(reading, m):
        return False
    if is_listed_title(reading, m, found) or is_charge(reading, m, found):
        return False
    if is_label(reading, m) or is_adjective(reading, m, found):
        return False
    if found is None:
        return _is_speech(reading, m)
    if found.way is Way.COLON and found.hit is None and not _is_statement(reading, m):
        return False
    return (_is_sentence_like(reading, m) and not _is_title(reading, m)) or not is_name(reading, m, found)


def _is_speech(reading: Reading, m: MarkedWords) -> bool:
    """Whether marked words that nothing attributes are speech: a statement, somebody's wording, or amid reports."""
    sentence_like = _is_sentence_like(reading, m)
    return _is_by_itself(reading, m, sentence_like) or (not sentence_like and _is_amid_reports(reading, m))


def _is_by_itself(reading: Reading, m: MarkedWords, sentence_like: bool) -> bool:
    if (m.whole and _is_title_case(reading, m, LONGEST_HEADING)) or _is_title(reading, m):
        return False
    if sentence_like:
        return _is_alone(reading, m) or m.whole or m.mark.goes_on or _is_statement(reading, m)
    return m.mark.goes_on or (m.whole and m.count >= 2) or _is_fragment(reading, m) or _is_worded(reading, m)


def _is_amid_reports(reading: Reading, m: MarkedWords) -> bool:
    """In reported speech or next to it, and no name."""
    return (_is_reported_around(reading, m) or _is_amid_speech(reading, m)) and not is_name(reading, m, None)


def _is_reported_around(reading: Reading, m: MarkedWords) -> bool:
    """The sentence around a fragment stands in the mood of reported speech: *Es handle sich um eine „…“.*"""
    opening, closing = m.outside
    if opening >= len(reading.words):
        return False
    first, last = reading.sentences[reading.sentence_of(opening)]
    begin = max(first, opening - WINDOW)
    stop = min(max(last, closing + BEHIND), closing + WINDOW, len(reading.words))
    return any(reading.has(i, WordRole.SUBJ) and not reading.quoted[i] for i in range(begin, stop))


def _is_fragment(reading: Reading, m: MarkedWords) -> bool:
    """A longer phrase that begins in small letters: nobody but a speaker or writer puts it so."""
    opening = reading.words[m.inside.first]
    small = m.count >= FRAGMENT and opening.is_word and not opening.capital and opening.key.isalpha()
    named = m.count < LONG_SENTENCE and not any(reading.any_role(i, VERBS) for i in range(*m.inside))
    return small and not (named and WordRole.DET in opening.roles and not _is_amid_speech(reading, m))


def _is_worded(reading: Reading, m: MarkedWords) -> bool:
    """*with the words „…“*, *slogans such as „…“*: a noun of saying right before the marked words."""
    opening = m.outside.first
    place = opening
    while place > 0 and opening - place < LIKE and reading.any_role(place - 1, LIKENING):
        place -= 1
    nouns = reading.lexicon.nouns
    return any(
        (found := nouns.at(reading, start, place)) is not None and found.last == place
        for start in range(max(0, place - 2), place)
    )


def _is_amid_speech(reading: Reading, m: MarkedWords) -> bool:
    """A phrase in small letters next to a sentence that tells what somebody said."""
    first = m.inside.first
    if m.count < 2 or reading.words[first].capital:
        return False
    own = reading.sentence_of(first)
    for index in (own - 1, own + 1):
        if not 0 <= index < len(reading.sentences):
            continue
        begin, end = reading.sentences[index]
        if not (m.paragraph.first <= begin and end <= m.paragraph.last + 1):
            continue
        hits = reading.cues_in(max(begin, first - WINDOW), min(end, first + WINDOW))
        plain = [hit for hit in hits if CueUse.SAY in hit.cue.use and not hit.cue.use & CALLING]
        if any(not hit.passive and not reading.quoted[hit.head] for hit in plain):
            return True
    return False


def _is_sentence_like(reading: Reading, m: MarkedWords) -> bool:
    """A sentence of its own, or words that begin and end like one."""
    return _is_alone(reading, m) or (m.count >= SENTENCE_LIKE and _is_sentence(reading, m))


def _is_alone(reading: Reading, m: MarkedWords) -> bool:
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


def _is_statement(reading: Reading, m: MarkedWords) -> bool:
    """Not a title: ends as a sentence does, or has a verb or a first person and does not follow a noun or article."""
    first, last = m.inside
    if (m.tail in ".!?…," and last - first > SENTENCE_LIKE) or not reading.lexicon.roles:
        return True
    before = m.outside.first - 1
    near = before >= 0 and reading.words[before].is_word and reading.words[before].end + 2 >= m.mark.outer_start
    if near and (reading.words[before].capital or reading.any_role(before, LEADING)):
        return False
    return any(reading.any_role(i, VERBS) for i in range(first, last))


def _is_heading(reading: Reading, m: MarkedWords) -> bool:
    """A few words, every longer one with a capital: a subheading in marks (*‘All Bets Are Off’*)."""
    return _is_title_case(reading, m, MAX_NAME)


def _is_title_case(reading: Reading, m: MarkedWords, most: int) -> bool:
    words = [w for w in reading.words[m.inside.first : m.inside.last] if w.is_word]
    longer = [w for w in words if w.end - w.start > LONGER]
    return 2 < len(words) <= most and len(longer) > 0 and all(w.capital for w in (*longer, words[-1]))


def _is_title(reading: Reading, m: MarkedWords) -> bool:
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
    return words[0].capital and _is_heading(reading, m)
