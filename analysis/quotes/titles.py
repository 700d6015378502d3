"""Marked words that are no quotation: titles, names, scare quotes; and what makes a quotation without attribution."""

from __future__ import annotations

import re

from analysis.attribution.reading import SENTENCE_ENDS, Reading
from analysis.columns import CueUse, SourcePlace, WordRole
from analysis.quotes.drafts import Attribution
from analysis.quotes.marks import Marked
from analysis.quotes.subjects import speaker_of

SENTENCE_LIKE = 4
"""A quotation without attribution has at least so many words and begins with a capital."""

WINDOW = 100
"""Words on either side of a quotation in which its attribution is looked for."""

ADDRESS = re.compile(r"\w\.[^\W\d_]{2,}$|^www\.")
"""The address of a website: *example.org*."""

VERBS = frozenset({WordRole.HAVE, WordRole.BE, WordRole.MODAL, WordRole.FIRST, WordRole.SUBJ, WordRole.NEG})


def is_adjective(reading: Reading, first: int, opening: int, count: int, found: Attribution | None) -> bool:
    """*le pont dit « intelligent »*: one or two small words right after a plain verb of saying."""
    if found is None or found.hit is None or count > 2 or reading.words[first].capital or found.hit.last != opening:
        return False
    return (
        not found.hit.cue.use & {CueUse.CALL, CueUse.JUDGE}
        and reading.text[reading.words[first].end : reading.words[first].end + 1] not in ".!?"
    )


def is_label(reading: Reading, m: Marked, opening: int, closing: int, count: int) -> bool:
    """What something is called (*the so-called „…“*, *the title is „…“*), part of a word, or a source's name."""
    text, after = reading.text, m.outer_end
    if text[after : after + 1] in HYPHENS and text[after + 1 : after + 2].isalpha():
        return True
    before = opening - 1
    colon = before >= 0 and reading.keys[before] == ":"
    if colon and text[m.end - 1] in ".!?…":
        return False
    if colon or before in reading.cue_at:
        before -= 1
    if reading.has(before, WordRole.SOCALLED):
        return True
    if (
        count <= GLOSS
        and reading.keys[opening - 1] == "("
        and closing < len(reading.words)
        and reading.keys[closing] == ")"
    ):
        return text[m.end - 1] not in ".!?…"
    return count <= MAX_NAME and _names_source(reading, opening)


def _names_source(reading: Reading, opening: int) -> bool:
    """The mark stands right behind *according to*."""
    lists = reading.lexicon.according
    return any(
        found is not None and found.value is SourcePlace.PRE and found.last == opening
        for place in range(max(0, opening - LONGEST_LEAD), opening)
        if (found := lists.at(reading, place, opening))
    )


HYPHENS = ("-", "‐", "‑")

GLOSS = 4
"""Most words of a translation or short form in brackets: *Cast Lead („gegossenes Blei“)*."""

LONGEST_LEAD = 4
"""Most words of a phrase such as *according to*."""


def reported_around(reading: Reading, opening: int, closing: int) -> bool:
    """The sentence around a fragment stands in the mood of reported speech: *Es handle sich um eine „…“.*"""
    if opening >= len(reading.words):
        return False
    first, last = reading.sentences[reading.sentence_of(opening)]
    around = range(max(first, opening - WINDOW), min(max(last, closing + 12), closing + WINDOW, len(reading.words)))
    return any(reading.has(i, WordRole.SUBJ) and not reading.quoted[i] for i in around)


FRAGMENT = 4
"""A phrase in small letters of at least so many words within marks is somebody's wording, whoever said it."""


def is_fragment(reading: Reading, first: int, count: int) -> bool:
    """A longer phrase that begins in small letters: nobody but a speaker or writer puts it so."""
    opening = reading.words[first]
    return count >= FRAGMENT and opening.is_word and not opening.capital and opening.key.isalpha()


def opens_fragment(reading: Reading, m: Marked, opening: int, closing: int) -> bool:
    """The marked words open a sentence that goes on after them: what was said before is another matter."""
    return (
        opening > 0
        and reading.keys[opening - 1] in SENTENCE_ENDS
        and closing < len(reading.words)
        and reading.words[closing].is_word
        and reading.text[m.end - 1] not in ".!?…,"
    )


def stands_alone(reading: Reading, m: Marked, opening: int, closing: int, p_first: int, p_last: int) -> bool:
    """A sentence in marks that is a sentence of its own in the text: begins after one and ends with its own."""
    first = reading.range(m.start, m.end)[0]
    if not reading.words[first].capital or (
        opening > p_first and reading.keys[opening - 1] not in SENTENCE_ENDS | {":"}
    ):
        return False
    if reading.text[m.end - 1] in ".!?…":
        return closing >= p_last or not reading.words[closing].is_word or reading.words[closing].capital
    return closing < p_last and reading.keys[closing] in SENTENCE_ENDS


def is_worded(reading: Reading, opening: int) -> bool:
    """*with the words „…“*, *slogans such as „…“*: a noun of saying right before the marked words."""
    place = opening
    while (
        place > 0
        and opening - place < LIKE
        and reading.any_role(place - 1, frozenset({WordRole.AS, WordRole.WH, WordRole.SUB}))
    ):
        place -= 1
    return any(
        found is not None and found.last == place
        for start in range(max(0, place - 2), place)
        if (found := reading.lexicon.nouns.at(reading, start, place))
    )


LIKE = 3
"""Most words of *such as*."""

CALLED = 6
"""Most words between what somebody is called and the verb behind it."""


def called_behind(reading: Reading, first: int, opening: int, closing: int) -> Attribution | None:
    """*wurde als „…“ bezeichnet*: a verb of calling behind the marked words, in the same clause."""
    if not reading.has(opening - 1, WordRole.AS) or reading.words[first].capital:
        return None
    start = reading.sentences[reading.sentence_of(opening)][0]
    for hit in reading.cues_in(closing, closing + CALLED):
        if hit.cue.use & {CueUse.CALL, CueUse.JUDGE} and all(
            reading.words[i].is_word for i in range(closing, hit.first)
        ):
            speaker = None if hit.passive else speaker_of(reading, hit, max(start, opening - WINDOW), hit.last)
            if speaker is not None and speaker.last > opening:
                speaker = None
            return Attribution("inside", hit, speaker, hit.first, hit.last)
    return None


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
                    CueUse.SAY in hit.cue.use
                    and not hit.cue.use & {CueUse.CALL, CueUse.JUDGE}
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
        and (
            reading.words[opening - 1].capital
            or reading.any_role(opening - 1, frozenset({WordRole.DET, WordRole.PREP, WordRole.CONJ}))
        )
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


def is_title(reading: Reading, first: int, last: int, opening: int) -> bool:
    """A title within a sentence, not speech: every longer word with a capital, and a word right before the mark.

    Where all nouns are written so, a title has capitals only.
    """
    before = opening - 1
    if before < 0 or not reading.words[before].is_word or before in reading.cue_at:
        return False
    if reading.grammar.nouns.capitalised and not all(w.capital for w in reading.words[first:last] if w.is_word):
        return False
    if reading.is_title_case(reading.sentences[reading.sentence_of(opening)]):
        return False
    return reading.words[first].capital and is_heading(reading, first, last)


def is_name(reading: Reading, m: Marked, first: int, last: int, opening: int, found: Attribution | None) -> bool:
    """Marked words that name a thing (a paper, a film, a ship), not something said."""
    count = sum(word.is_word for word in reading.words[first:last])
    if count > MAX_NAME or (found is not None and found.way == "colon" and count > 3):
        return False
    speaker = found.speaker if found is not None else None
    if speaker is not None and speaker.first <= first < speaker.last:
        return True
    words = [w for w in reading.words[first:last] if w.is_word]
    if count <= BARE_NAME and ADDRESS.search(reading.text, m.start, m.end):
        return True
    names = all(w.capital or w.roles & SMALL or not w.key.isalpha() for w in words)
    names = names or (2 * sum(w.capital for w in words) >= count and words[-1].capital)
    if not names or (not reading.words[first].capital and reading.words[first].is_word):
        return False
    before = opening - 1
    if before < 0 or (reading.text[m.end - 1] in ".!?…" and not reading.grammar.orthography.stop_within_marks):
        return False
    previous = reading.words[before]
    if WordRole.AS in previous.roles or (found is not None and _is_called(reading, found, opening)):
        return False
    if found is None and count <= BARE_NAME:
        return True
    if _is_mention(reading, first, last) or (count >= 2 and all(w.capital for w in words)):
        return True
    if not reading.grammar.nouns.capitalised:
        return count >= 2 or (previous.is_word and not previous.roles) or _media_noun(reading, before)
    if previous.roles & {WordRole.DET, WordRole.PREP} and previous.key not in reading.grammar.determiners.indefinite:
        return True
    return previous.is_word and previous.capital and not previous.roles


def _is_mention(reading: Reading, first: int, last: int) -> bool:
    """The marked words are the name of somebody or something that the article is about."""
    return any(n.first == first and n.last == last for n in reading.named_in(first, last))


def _is_called(reading: Reading, found: Attribution, opening: int) -> bool:
    """What a verb says that something is called (*nannte es einen „Skandal“*), not a name inside the sentence."""
    hit, before = found.hit, opening - 1
    if hit is None:
        return False
    if hit.last == opening:
        return True
    if CueUse.CALL not in hit.cue.use or hit.first >= opening:
        return False
    previous = reading.words[before]
    if WordRole.REFL in previous.roles or (WordRole.DET in previous.roles and reading.has(before - 1, WordRole.PREP)):
        return False
    noun = reading.grammar.nouns.capitalised and previous.capital and not previous.roles
    return not noun or any(n.last > before for n in reading.named_in(before - 3, opening))


def is_wording(reading: Reading, m: Marked, first: int, last: int) -> bool:
    """Marked words inside what somebody said that are no name and no label: the speaker put it so."""
    opening = reading.range(m.outer_start, m.outer_start)[0]
    closing = reading.range(m.outer_end, m.outer_end)[0]
    count = sum(word.is_word for word in reading.words[first:last])
    if count == 0 or is_label(reading, m, opening, closing, count):
        return False
    return not is_name(reading, m, first, last, opening, None)


SMALL = frozenset({WordRole.DET, WordRole.OF, WordRole.PREP, WordRole.CONJ, WordRole.GEN})

BARE_NAME = 3
"""Most words in capitals that are taken for a name wherever they stand, if nothing says who spoke them."""

LONGER = 3
"""Words of so many letters stay small in title case."""

MAX_NAME = 8
"""Longest title that is told from a quotation, in words."""


def _media_noun(reading: Reading, place: int) -> bool:
    return reading.lexicon.media.at(reading, place, place + 1) is not None
