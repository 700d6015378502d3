"""Marked words that are no quotation: titles, names, scare quotes; and what makes a quotation without attribution."""

from __future__ import annotations

from analysis.attribution.lexicon import match_at
from analysis.attribution.reading import Reading
from analysis.quotes.drafts import Attribution
from analysis.quotes.marks import Marked

SENTENCE_LIKE = 4
"""A quotation without attribution has at least so many words and begins with a capital."""

WINDOW = 100
"""Words on either side of a quotation in which its attribution is looked for."""

VERBS = frozenset({"have", "be", "modal", "first", "subj", "neg"})


def is_adjective(reading: Reading, first: int, opening: int, count: int, found: Attribution | None) -> bool:
    """*le pont dit « intelligent »*: one or two small words right after a plain verb of saying."""
    if found is None or found.hit is None or count > 2 or reading.words[first].capital or found.hit.last != opening:
        return False
    return (
        not found.hit.cue.use & {"C", "J"}
        and reading.text[reading.words[first].end : reading.words[first].end + 1] not in ".!?"
    )


def reported_around(reading: Reading, opening: int, closing: int) -> bool:
    """The sentence around a fragment stands in the mood of reported speech: *Es handle sich um eine „…“.*"""
    if opening >= len(reading.words):
        return False
    first, last = reading.sentences[reading.sentence_of(opening)]
    around = range(max(first, opening - WINDOW), min(max(last, closing + 12), closing + WINDOW, len(reading.words)))
    return any(reading.has(i, "subj") and not reading.quoted[i] for i in around)


def amid_speech(reading: Reading, first: int, count: int, p_first: int, p_last: int) -> bool:
    """A phrase in small letters next to a sentence that tells what somebody said."""
    if count < 2 or reading.words[first].capital:
        return False
    own = reading.sentence_of(first)
    for index in (own - 1, own + 1):
        if 0 <= index < len(reading.sentences):
            begin, end = reading.sentences[index]
            if p_first <= begin and end <= p_last + 1:
                hits = reading.cues_in(max(begin, first - WINDOW), min(end, first + WINDOW))
                if any(
                    "S" in hit.cue.use
                    and not hit.cue.use & {"C", "J"}
                    and not hit.passive
                    and not reading.quoted[hit.head]
                    for hit in hits
                ):
                    return True
    return False


def is_statement(reading: Reading, m: Marked, first: int, last: int, opening: int) -> bool:
    """Not a title: ends as a sentence does, or has a verb or a first person and does not follow a noun or article."""
    if (reading.text[m.end - 1] in ".!?…," and last - first > SENTENCE_LIKE) or not reading.lexicon.roles:
        return True
    if (
        opening
        and reading.words[opening - 1].is_word
        and reading.words[opening - 1].end + 2 >= m.outer_start
        and (reading.words[opening - 1].capital or reading.any_role(opening - 1, frozenset({"det", "prep", "conj"})))
    ):
        return False
    return any(reading.any_role(i, VERBS) for i in range(first, last))


def is_sentence(reading: Reading, m: Marked, first: int, last: int) -> bool:
    """Begins like a sentence and ends like one."""
    if not reading.words[first].capital and reading.words[first].is_word:
        return False
    tail = reading.text[m.end - 1] if m.end > m.start else ""
    after = reading.text[m.outer_end : m.outer_end + 2].strip()
    return tail in ".!?…," or after[:1] in (",", ".", "") or last - first >= 8


def is_heading(reading: Reading, first: int, last: int) -> bool:
    """A few words, every longer one with a capital: a subheading in marks (*‘All Bets Are Off’*)."""
    words = [w for w in reading.words[first:last] if w.is_word]
    longer = [w for w in words if w.end - w.start > LONGER]
    return 2 < len(words) <= MAX_NAME and len(longer) > 0 and all(w.capital for w in (*longer, words[-1]))


def is_name(
    reading: Reading, m: Marked, first: int, last: int, opening: int, closing: int, found: Attribution | None
) -> bool:
    """Marked words that name a thing (a paper, a film, a ship), not something said."""
    count = sum(word.is_word for word in reading.words[first:last])
    if count > MAX_NAME or (found is not None and found.way == "colon" and count > 3):
        return False
    speaker = found.speaker if found is not None else None
    if speaker is not None and speaker.first <= first < speaker.last:
        return True
    words = [w for w in reading.words[first:last] if w.is_word]
    names = all(w.capital or w.roles & SMALL or not w.key.isalpha() for w in words)
    names = names or (2 * sum(w.capital for w in words) >= count and words[-1].capital)
    if not names or (not reading.words[first].capital and reading.words[first].is_word):
        return False
    before = opening - 1
    if before < 0 or (reading.text[m.end - 1] in ".!?…" and reading.lexicon.code != "en"):
        return False
    previous = reading.words[before]
    hit = found.hit if found is not None else None
    if (
        hit is not None and (("C" in hit.cue.use and hit.first < opening) or hit.last == opening)
    ) or "as" in previous.roles:
        return False
    if found is None and names and count <= BARE_NAME:
        return True
    if reading.lexicon.code != "de":
        return count >= 2 or (previous.is_word and not previous.roles) or _media_noun(reading, before)
    if previous.roles & {"det", "prep"} and previous.key not in INDEFINITE:
        return True
    return previous.is_word and previous.capital and not previous.roles


INDEFINITE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "keinen"})

SMALL = frozenset({"det", "of", "prep", "conj", "gen"})

BARE_NAME = 3
"""Most words in capitals that are taken for a name wherever they stand, if nothing says who spoke them."""

LONGER = 3
"""Words of so many letters stay small in title case."""

MAX_NAME = 8
"""Longest title that is told from a quotation, in words."""


def _media_noun(reading: Reading, place: int) -> bool:
    return match_at(reading.lexicon.media, reading.keys, place, place + 1) is not None
