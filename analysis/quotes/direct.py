"""Marked quotations: who says them, and which marked words are no quotation at all (titles, scare quotes, names)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.attribution.clauses import (
    VERB_SECOND,
    Phrase,
    is_fronted,
    is_named,
    is_plausible,
    is_subject_pronoun,
    leading_subject,
    subject_after,
    subject_before,
)
from analysis.quotes.drafts import Attribution, Draft
from analysis.attribution.lexicon import match_at
from analysis.quotes.marks import Marked
from analysis.attribution.reading import SENTENCE_ENDS, CueHit, Reading

SENTENCE_LIKE = 4
"""A quotation without attribution has at least so many words and begins with a capital."""
WINDOW = 100
"""Words on either side of a quotation in which its attribution is looked for."""
NEAR = 12
LEAD_IN = 4
"""Most words between a closing mark and the subject of the cue that follows: *, der Minister sagte*."""
ASIDE = re.compile(r"[(\[][^()\[\]]{0,40}[)\]]\W*$")
"""A stage direction between marks: *(applause)*."""
VERBS = frozenset({"have", "be", "modal", "first", "subj", "neg"})
SAYING = frozenset("STK")
ATTRIBUTING = frozenset("STCJWK")
DASHES = frozenset({"–", "—", "―", "-", "--"})
MAX_SIGNATURE = 12
COMMAS = frozenset({",", "–", "—", "―", "-", "…", ".", "!", "?"})


def find_direct(reading: Reading, marked: list[Marked]) -> Iterator[Draft]:
    """Drafts of the marked quotations, in text order. Marks the words inside as quoted."""
    marked = [m for m in marked if not ASIDE.match(reading.text, m.start, m.end)]
    spans = [(m, *reading.range(m.start, m.end)) for m in marked]
    for m, first, last in spans:
        for i in range(first, last):
            reading.quoted[i] = 1
    paragraphs = reading.document.paragraphs
    for index, (m, first, last) in enumerate(spans):
        own = paragraphs[m.paragraph]
        p_first, p_last = reading.range(own.start, own.end)
        left = _word_after(reading, spans[index - 1][0].outer_end) if index and spans[index - 1][0].paragraph == m.paragraph else p_first
        right = reading.range(spans[index + 1][0].outer_start, own.end)[0] if index + 1 < len(spans) and spans[index + 1][0].paragraph == m.paragraph else p_last
        left, right = max(left, first - WINDOW), min(right, last + WINDOW)
        draft = _draft(reading, m, first, last, left, right, p_first, p_last)
        if draft is not None:
            yield draft


def _word_after(reading: Reading, offset: int) -> int:
    return reading.range(offset, offset)[0]


def _draft(
    reading: Reading, m: Marked, first: int, last: int, left: int, right: int, p_first: int, p_last: int
) -> Draft | None:
    opening = reading.range(m.outer_start, m.outer_start)[0]
    closing = _word_after(reading, m.outer_end)
    count = sum(word.is_word for word in reading.words[first:last])
    if count == 0:
        return None
    role = reading.document.paragraphs[m.paragraph].role
    found = attribution_of(reading, m, first, last, left, opening, closing, right)
    sentence_like = count >= SENTENCE_LIKE and _is_sentence(reading, m, first, last)
    if found is None and role == "subheading" and reading.text[m.end - 1] not in ".!?":
        return None
    if reading.has(opening - 1, "socalled") or _is_adjective(reading, first, opening, count, found):
        return None
    whole = opening <= p_first + 1 and closing >= p_last - 1
    if found is None and sentence_like and not whole and not m.goes_on and not _is_statement(reading, m, first, last, opening):
        return None
    if found is not None and found.way == "colon" and found.hit is None and not _is_statement(reading, m, first, last, opening):
        return None
    if found is None and not (sentence_like or whole and count >= 2 or m.goes_on):
        if not (_reported_around(reading, opening, closing) or _amid_speech(reading, first, count, p_first, p_last)) or _is_name(reading, m, first, last, opening, closing, None):
            return None
    if found is not None and not sentence_like and _is_name(reading, m, first, last, opening, closing, found):
        return None
    return Draft(m.start, m.end, "direct", found, m.paragraph, True)


def _is_adjective(reading: Reading, first: int, opening: int, count: int, found: Attribution | None) -> bool:
    """*le pont dit « intelligent »*: one or two small words right after a plain verb of saying."""
    if found is None or found.hit is None or count > 2 or reading.words[first].capital or found.hit.last != opening:
        return False
    return not found.hit.cue.use & {"C", "J"} and reading.text[reading.words[first].end : reading.words[first].end + 1] not in ".!?"


def _reported_around(reading: Reading, opening: int, closing: int) -> bool:
    """The sentence around a fragment stands in the mood of reported speech: *Es handle sich um eine „…“.*"""
    if opening >= len(reading.words):
        return False
    first, last = reading.sentences[reading.sentence_of(opening)]
    around = range(max(first, opening - WINDOW), min(max(last, closing + 12), closing + WINDOW, len(reading.words)))
    return any(reading.has(i, "subj") and not reading.quoted[i] for i in around)


def _amid_speech(reading: Reading, first: int, count: int, p_first: int, p_last: int) -> bool:
    """A phrase in small letters next to a sentence that tells what somebody said."""
    if count < 2 or reading.words[first].capital:
        return False
    own = reading.sentence_of(first)
    for index in (own - 1, own + 1):
        if 0 <= index < len(reading.sentences):
            begin, end = reading.sentences[index]
            if p_first <= begin and end <= p_last + 1:
                hits = reading.cues_in(max(begin, first - WINDOW), min(end, first + WINDOW))
                if any("S" in hit.cue.use and not hit.cue.use & {"C", "J"} and not hit.passive and not reading.quoted[hit.head] for hit in hits):
                    return True
    return False


def _is_statement(reading: Reading, m: Marked, first: int, last: int, opening: int) -> bool:
    """Not a title: ends as a sentence does, or has a verb or a first person and does not follow a noun or article."""
    if reading.text[m.end - 1] in ".!?…," and last - first > SENTENCE_LIKE or not reading.lexicon.roles:
        return True
    if opening and reading.words[opening - 1].is_word and reading.words[opening - 1].end + 2 >= m.outer_start and (
        reading.words[opening - 1].capital or reading.any_role(opening - 1, frozenset({"det", "prep", "conj"}))
    ):
        return False
    return any(reading.any_role(i, VERBS) for i in range(first, last))


def _is_sentence(reading: Reading, m: Marked, first: int, last: int) -> bool:
    """Begins like a sentence and ends like one."""
    if not reading.words[first].capital and reading.words[first].is_word:
        return False
    tail = reading.text[m.end - 1] if m.end > m.start else ""
    after = reading.text[m.outer_end : m.outer_end + 2].strip()
    return tail in ".!?…," or after[:1] in (",", ".", "") or last - first >= 8


def attribution_of(
    reading: Reading, m: Marked, first: int, last: int, left: int, opening: int, closing: int, right: int
) -> Attribution | None:
    """What attributes the marked words, the surest construction first."""
    tail = reading.text[m.end - 1]
    complete = tail in ".!?…"
    before_stop = _sentence_start(reading, left, opening)
    colon = opening > 0 and opening > left and reading.keys[opening - 1] == ":"
    if colon:
        found = _before(reading, before_stop, opening - 1, "colon") or _label(reading, before_stop, opening - 1)
        return found or Attribution("colon", None, _topic(reading, before_stop, opening - 1), before_stop, opening - 1)
    after = _after(reading, closing, right, complete)
    if after is not None:
        return after
    if opening > before_stop:
        found = _before(reading, before_stop, opening, "before")
        if found is not None:
            return found
        found = _according(reading, before_stop, opening)
        if found is not None:
            return found
    return _inside(reading, opening, closing, right, complete)


def _sentence_start(reading: Reading, left: int, opening: int) -> int:
    """Start of the sentence that leads up to the opening mark, within its paragraph."""
    place = opening
    while place > left:
        key = reading.keys[place - 1]
        if key in SENTENCE_ENDS and place != opening and _ends(reading, place - 1):
            break
        if reading.quoted[place - 1] and place < opening - 1:
            break
        place -= 1
    return place


def _ends(reading: Reading, place: int) -> bool:
    """A full stop that ends a sentence, by the segmentation."""
    following = place + 1
    while following < min(len(reading.words), place + 10) and not reading.words[following].is_word and reading.keys[following] not in "\"“”„«»'‘’":
        following += 1
    if following >= len(reading.words):
        return True
    return reading.sentence_of(place) != reading.sentence_of(following)


def _after(reading: Reading, closing: int, right: int, complete: bool) -> Attribution | None:
    """*…”, said X* and *…,” X said*."""
    place = closing
    comma = False
    while place < right and not reading.words[place].is_word and reading.keys[place] in COMMAS | {"'", "’", ")", "”", '"'}:
        if reading.keys[place] in SENTENCE_ENDS and reading.keys[place] != "…":
            return None
        comma = True
        place += 1
    if place >= right:
        return None
    signed = _signature(reading, closing, place, right)
    if signed is not None:
        return signed
    stop = _clause_limit(reading, place, right)
    ends_in_colon = stop > place and stop <= right and reading.keys[stop - 1] == ":"
    if complete and not comma and ends_in_colon:
        return None
    head = place
    while head < stop and reading.any_role(head, frozenset({"adv", "refl", "have"})) and head not in reading.cue_at:
        head += 1
    hit = reading.cue_at.get(head)
    if hit is not None and hit.first <= head and hit.cue.use & SAYING and not (reading.words[head].capital and complete):
        speaker = Phrase(hit.inner, hit.inner + 1) if hit.inner is not None else subject_after(reading, hit.last, stop)
        if hit.passive:
            speaker = _agent(reading, hit.last, stop)
        if speaker is not None:
            return Attribution("after", hit, speaker, place, max(speaker.last, hit.last))
        return None
    according = match_at(reading.lexicon.according, reading.keys, place, stop)
    if according is not None and according.value == "pre":
        speaker = subject_after(reading, place + len(according.words), stop)
        if speaker is not None:
            return Attribution("according", None, speaker, place, speaker.last)
    if comma and reading.keys[place] == "so" and reading.lexicon.code == "de":
        speaker = subject_after(reading, place + 1, stop)
        if speaker is not None:
            return Attribution("according", None, speaker, place, speaker.last)
    return _subject_first(reading, place, stop, complete, comma)


def _signature(reading: Reading, closing: int, place: int, right: int) -> Attribution | None:
    """*“…” — Anna Berg*: a dash and a name, and nothing else to the end of the paragraph."""
    if not any(reading.keys[i] in DASHES for i in range(closing, place)) or right - place > MAX_SIGNATURE:
        return None
    words = [w for w in reading.words[place:right] if w.is_word]
    named = [w for w in words if w.capital or w.roles & SMALL or "." in w.key]
    if not words or len(named) < len(words) - 1 and "," not in reading.keys[place:right]:
        return None
    if not words[0].capital or place in reading.cue_at:
        return None
    last = next((i for i in range(place, right) if reading.keys[i] == ","), right)
    while last > place and not reading.words[last - 1].is_word:
        last -= 1
    return Attribution("label", None, Phrase(place, last), place, last)


def _clause_limit(reading: Reading, place: int, right: int) -> int:
    """End of the sentence that goes on after the closing mark."""
    at = place
    while at < right:
        if reading.keys[at] in SENTENCE_ENDS and _ends(reading, at):
            return at
        at += 1
    return right


def _subject_first(reading: Reading, place: int, stop: int, complete: bool, comma: bool) -> Attribution | None:
    for hit in reading.cues_in(place, stop):
        if not hit.cue.use & SAYING or hit.passive:
            continue
        if any(reading.quoted[place:hit.first]):
            return None
        speaker = Phrase(hit.inner, hit.inner + 1) if hit.inner is not None else subject_before(reading, hit, place)
        if speaker is None:
            return None
        lead = sum(1 for i in range(place, speaker.first) if reading.words[i].is_word and not reading.any_role(i, frozenset({"adv", "conj"})))
        goes_on = hit.last < stop and (reading.any_role(hit.last, frozenset({"that", "wh"})) or hit.last + 1 < stop and reading.has(hit.last + 1, "that"))
        if lead > LEAD_IN or goes_on and complete:
            return None
        if complete and not comma and reading.words[place].capital and hit.last < stop - 3 and not _only_circumstance(reading, hit.last, stop):
            return None
        return Attribution("after", hit, speaker, place, hit.last)
    return None


def _only_circumstance(reading: Reading, place: int, stop: int) -> bool:
    """After the cue only when, where or to whom it was said."""
    return place >= stop or reading.any_role(place, frozenset({"prep", "time", "adv", "sub"})) or not reading.words[place].is_word or (
        reading.words[place].capital and reading.lexicon.code == "en"
    )


def _before(reading: Reading, start: int, stop: int, way: str) -> Attribution | None:
    """*X said: “…”*, *X called him “…”*: the last cue before the mark and its subject."""
    hits = [hit for hit in reading.cues_in(start, stop) if hit.cue.use & ATTRIBUTING and not reading.quoted[hit.head]]
    for hit in reversed(hits):
        if way == "before" and not _reaches(reading, hit, stop):
            continue
        speaker = speaker_of(reading, hit, start, stop)
        if speaker is not None:
            return Attribution(way, hit, speaker, min(speaker.first, hit.first), stop)
    if way == "colon" and hits and "S" in hits[-1].cue.use:
        return Attribution(way, hits[-1], None, hits[-1].first, stop)
    return None


def _reaches(reading: Reading, hit: CueHit, stop: int) -> bool:
    """Whether the clause of the cue goes on to the mark."""
    return stop - hit.last <= 40


def speaker_of(reading: Reading, hit: CueHit, start: int, stop: int) -> Phrase | None:
    """The subject of a cue in a sentence that begins at ``start``: before it, inside it, after it, or its agent.

    ``None`` where the words found cannot name anybody.
    """
    phrase = _subject_of(reading, hit, start, stop)
    return phrase if phrase is not None and is_plausible(reading, phrase) else None


def _subject_of(reading: Reading, hit: CueHit, start: int, stop: int) -> Phrase | None:
    if hit.inner is not None:
        return Phrase(hit.inner, hit.inner + 1)
    if hit.passive:
        return _agent(reading, hit.last, stop)
    if hit.cue.form == {"g"} or _is_infinitive(reading, hit):
        return earlier_subject(reading, hit, start)
    behind = hit.last if hit.finite is None else hit.finite + 1
    before = subject_before(reading, hit, start)
    if before is not None and is_subject_pronoun(reading, before.first) and before.size == 1:
        neuter = reading.has(before.first, "neut") and not reading.any_role(before.first, frozenset({"masc", "fem", "plur"}))
        if not (neuter and reading.lexicon.code in VERB_SECOND and behind < stop and reading.words[behind].capital):
            return before
        return subject_after(reading, behind, stop)
    after = subject_after(reading, behind, stop if hit.finite is None else hit.head)
    if before is not None and before.size > 0 and not is_fronted(reading, hit) and not _object_first(reading, before, after, behind):
        return before
    if after is not None and (before is not None or hit.first <= start + 1 or reading.lexicon.code in VERB_SECOND):
        return after
    return before if before is not None else earlier_subject(reading, hit, start)


def _object_first(reading: Reading, before: Phrase, after: Phrase | None, behind: int) -> bool:
    """In verb-second languages an object or an unknown adverb in first place: *Den Plan nannte X falsch*."""
    if reading.lexicon.code not in VERB_SECOND or after is None or after.first > behind + 1:
        return False
    if is_named(reading, before) or before.size == 1 and is_subject_pronoun(reading, before.first):
        return False
    words = reading.words
    named = any(n.first <= after.first + 3 and n.actor.type == "person" for n in reading.named_in(after.first, after.last))
    if named and not reading.any_role(after.first, frozenset({"neg"})):
        return True
    start = reading.sentences[reading.sentence_of(before.first)][0]
    return before.size == 1 and before.first == start and bool(words[after.first].roles & {"det"} or words[after.first].capital and is_named(reading, after))


def _is_infinitive(reading: Reading, hit: CueHit) -> bool:
    """*to say*, *att säga*: its subject is that of the sentence."""
    return "p" not in hit.cue.form and any(reading.keys[i] == "to" for i in range(hit.first, hit.head)) and reading.lexicon.code == "en"


def earlier_subject(reading: Reading, hit: CueHit, start: int) -> Phrase | None:
    """The subject shared with an earlier verb: *X confirmed the talks and added*, *…, adding*."""
    near = _near_pronoun(reading, start, hit.first)
    if near is not None:
        return near
    leading = leading_subject(reading, start, hit.first)
    if leading is not None and not is_fronted_at(reading, leading, start):
        return leading
    for other in reading.cues_in(start, hit.first):
        if other.head < hit.first and not reading.quoted[other.head] and other.cue.form != {"g"}:
            phrase = Phrase(other.inner, other.inner + 1) if other.inner is not None else (
                subject_before(reading, other, start) or subject_after(reading, other.last, hit.first)
            )
            if phrase is not None:
                return phrase
    return leading


def _near_pronoun(reading: Reading, start: int, stop: int) -> Phrase | None:
    """A pronoun that opens the clause of the verb: *after he appeared to suggest*, *who came and called for*."""
    for place in range(stop - 1, max(start, stop - NEAR) - 1, -1):
        if not reading.words[place].is_word:
            return None
        if reading.any_role(place, frozenset({"masc", "fem", "plur", "rel"})) and not reading.any_role(place, frozenset({"det", "that"})):
            return Phrase(place, place + 1) if is_subject_pronoun(reading, place) else None
    return None


def is_fronted_at(reading: Reading, phrase: Phrase, start: int) -> bool:
    """The sentence opens with an adverbial in a verb-second language, so that its first words are no subject."""
    return reading.lexicon.code in VERB_SECOND and reading.any_role(start, frozenset({"prep", "adv", "time"})) and phrase.first <= start


def _agent(reading: Reading, place: int, stop: int) -> Phrase | None:
    for i in range(place, min(stop, place + 12)):
        if reading.has(i, "by"):
            return subject_after(reading, i + 1, stop)
    return None


def _label(reading: Reading, start: int, stop: int) -> Attribution | None:
    """*Anna Berg: “…”*: a name and a colon."""
    if stop - start > 12 or stop <= start:
        return None
    named = reading.named_in(start, stop)
    if named:
        return Attribution("label", None, Phrase(named[0].first, named[0].last), start, stop)
    if reading.words[start].capital and stop - start <= 6:
        return Attribution("label", None, Phrase(start, stop), start, stop)
    return None


def _topic(reading: Reading, start: int, stop: int) -> Phrase | None:
    """Whom the sentence before a colon is about, where no word of saying tells who speaks."""
    persons = [n for n in reading.named_in(start, stop) if n.actor.type == "person" and not reading.quoted[n.first]]
    for named in persons:
        if not reading.any_role(named.first - 1, frozenset({"of", "gen", "prep"})) or named.first == start:
            return Phrase(named.first, named.last)
    place = start
    while place < stop and reading.any_role(place, frozenset({"conj", "adv"})):
        place += 1
    if place < stop and is_subject_pronoun(reading, place) and reading.any_role(place, frozenset({"masc", "fem"})):
        return Phrase(place, place + 1)
    return None


def _according(reading: Reading, start: int, stop: int) -> Attribution | None:
    for place in range(start, stop):
        found = match_at(reading.lexicon.according, reading.keys, place, stop)
        if found is not None and found.value == "pre":
            speaker = subject_after(reading, place + len(found.words), stop)
            if speaker is not None:
                return Attribution("according", None, speaker, place, speaker.last)
    return None


def _inside(reading: Reading, opening: int, closing: int, right: int, complete: bool) -> Attribution | None:
    """The marked words stand inside a statement whose cue comes later in the sentence: *…, X said.*"""
    if complete:
        return None
    stop = _clause_limit(reading, closing, right)
    for place in range(closing, stop):
        according = match_at(reading.lexicon.according, reading.keys, place, stop)
        if according is not None and according.value == "pre":
            speaker = subject_after(reading, place + len(according.words), stop)
            if speaker is not None:
                return Attribution("according", None, speaker, place, speaker.last)
    hits = [h for h in reading.cues_in(closing, stop) if h.cue.use & SAYING and not h.passive]
    for hit in hits:
        comma = hit.first - 1
        if reading.keys[comma] in (",", "–"):
            speaker = subject_after(reading, hit.last, stop)
            if speaker is not None:
                return Attribution("inside", hit, speaker, hit.first, speaker.last)
        speaker = subject_before(reading, hit, closing)
        if speaker is not None and speaker.first > closing and reading.keys[speaker.first - 1] == "," and hit.last >= stop - 6:
            return Attribution("inside", hit, speaker, speaker.first, hit.last)
    return _verb_final(reading, opening, closing, stop)


def _verb_final(reading: Reading, opening: int, closing: int, stop: int) -> Attribution | None:
    """The cue ends the clause around the marked words: *hat X den Bericht als „…“ zurückgewiesen*."""
    if reading.lexicon.code != "de":
        return None
    for hit in reading.cues_in(closing, min(stop, closing + 6)):
        if any(reading.keys[i] == "," for i in range(closing, hit.first)):
            return None
        if hit.finite is None or hit.finite >= opening:
            continue
        start = max(reading.sentences[reading.sentence_of(opening)][0], opening - WINDOW)
        speaker = speaker_of(reading, hit, start, opening)
        if speaker is not None and not speaker.first <= opening < speaker.last:
            return Attribution("inside", hit, speaker, min(hit.finite, speaker.first), hit.last)
    return None


def _is_name(
    reading: Reading, m: Marked, first: int, last: int, opening: int, closing: int, found: Attribution | None
) -> bool:
    """Marked words that name a thing (a paper, a film, a ship), not something said."""
    count = sum(word.is_word for word in reading.words[first:last])
    if count > MAX_NAME or found is not None and found.way == "colon" and count > 3:
        return False
    speaker = found.speaker if found is not None else None
    if speaker is not None and speaker.first <= first < speaker.last:
        return True
    words = [w for w in reading.words[first:last] if w.is_word]
    names = all(w.capital or w.roles & SMALL or not w.key.isalpha() for w in words)
    names = names or 2 * sum(w.capital for w in words) >= count and words[-1].capital
    if not names or not reading.words[first].capital and reading.words[first].is_word:
        return False
    before = opening - 1
    if before < 0 or reading.text[m.end - 1] in ".!?…" and reading.lexicon.code != "en":
        return False
    previous = reading.words[before]
    hit = found.hit if found is not None else None
    if hit is not None and ("C" in hit.cue.use and hit.first < opening or hit.last == opening) or "as" in previous.roles:
        return False
    if reading.lexicon.code != "de":
        return count >= 2 or previous.is_word and not previous.roles or _media_noun(reading, before)
    if previous.roles & {"det", "prep"} and previous.key not in INDEFINITE:
        return True
    return previous.is_word and previous.capital and not previous.roles


INDEFINITE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "keinen"})
SMALL = frozenset({"det", "of", "prep", "conj", "gen"})
MAX_NAME = 8
"""Longest title that is told from a quotation, in words."""


def _media_noun(reading: Reading, place: int) -> bool:
    return match_at(reading.lexicon.media, reading.keys, place, place + 1) is not None
