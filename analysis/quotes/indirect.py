"""Statements reported without marks, or partly within them: that-clauses, parentheticals, *according to*, Konjunktiv."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.attribution.clauses import LONGEST_CLAUSE, STOPS, VERB_SECOND, VERBAL, Phrase, is_plausible, leading_subject, subject_after, subject_before
from analysis.quotes.direct import speaker_of
from analysis.quotes.drafts import Attribution, Draft
from analysis.attribution.lexicon import match_at, match_frame
from analysis.attribution.outlets import outlets_in
from analysis.attribution.reading import SENTENCE_ENDS, CueHit, Reading
from analysis.types import QuoteKind

LONG_STATEMENT = 5
"""After so many words before *according to X*, what follows a comma is about X."""
MIN_CONTENT = 3
"""A reported statement has at least so many words."""
ADDRESSEE = 12
"""Most words between a cue and its that-clause: whom, when and where it was said."""
NEEDS_COMPLEMENTISER = frozenset({"fr", "ro"})
"""Languages in which a reported clause never stands bare after its verb."""
CLAUSAL = frozenset("STK")
POST_ROLES = frozenset({"det", "of", "gen", "prep", "rel"})
BETWEEN = frozenset({"prep", "time", "adv", "objmasc", "objfem", "objplur"})
PERSONAL = frozenset({"masc", "fem", "plur"})
NOUN_REACH = 3
NOT_SUBJECT = frozenset({"prep", "time", "adv", "that", "sub", "conj"})
CUTTERS = frozenset({"conj", "sub"})

ADDRESSING = frozenset({"tell", "inform", "remind", "warn", "assure", "notify", "advise"})
"""English verbs that name whom something is said to before they say what, without a word between the two."""

Stretch = tuple[int, int]


def find_indirect(reading: Reading, direct: Sequence[Draft]) -> list[Draft]:
    """Drafts of indirect and mixed statements, in text order; sentences that go on in reported mood are one."""
    merged: list[Draft] = []
    for draft in _by_sentence(reading, direct):
        last = merged[-1] if merged else None
        if (
            last is not None
            and _is_free(draft)
            and _is_free(last)
            and last.paragraph == draft.paragraph
            and not reading.text[last.end : draft.start].strip(" .!?…“”\"\n\u00a0")
        ):
            kind: QuoteKind = "mixed" if "mixed" in (last.kind, draft.kind) else "indirect"
            merged[-1] = replace(last, end=draft.end, kind=kind)
        else:
            merged.append(draft)
    return merged


def _is_free(draft: Draft) -> bool:
    return draft.attribution is not None and draft.attribution.way == "free"


def _by_sentence(reading: Reading, direct: Sequence[Draft]) -> Iterator[Draft]:
    used = {id(d.attribution.hit) for d in direct if d.attribution and d.attribution.hit and d.attribution.way in ("after", "colon")}
    previous: Attribution | None = None
    paragraph = -1
    before: Stretch | None = None
    for first, last in reading.sentences:
        where = _paragraph_of(reading, first)
        if where != paragraph:
            previous, paragraph = None, where
        backward = _demonstrative(reading, first, last, used)
        if backward is not None and before is not None and not any(reading.quoted[before[0] : before[1]]):
            found = list(_drafts(reading, [before], backward, _paragraph_of(reading, before[0])))
        else:
            found = list(_in_sentence(reading, first, last, used, where))
        before = (first, last) if not found else None
        if not found and previous is not None and _reported_mood(reading, first, last):
            attribution = Attribution("free", None, previous.speaker, first, first)
            found = list(_drafts(reading, [(first, last)], attribution, where))
        yield from found
        last_attribution = next((d.attribution for d in reversed(found) if d.attribution and d.attribution.speaker), None)
        previous = last_attribution or _direct_in(reading, direct, first, last) or (previous if found else _subject_cue(reading, first, last))


def _subject_cue(reading: Reading, first: int, last: int) -> Attribution | None:
    """A cue without content of its own, after which the Konjunktiv may go on."""
    for hit in reading.cues_in(first, last):
        if not reading.quoted[hit.head] and not hit.passive:
            speaker = speaker_of(reading, hit, first, last)
            if speaker is not None:
                return Attribution("clause", hit, speaker, hit.first, hit.last)
    return None


def _direct_in(reading: Reading, direct: Sequence[Draft], first: int, last: int) -> Attribution | None:
    if first >= last:
        return None
    start, end = reading.words[first].start, reading.words[last - 1].end
    if not any(reading.quoted[first:last]):
        return None
    for draft in direct[max(0, bisect_left(direct, start, key=_start) - 1) :]:
        if draft.start >= end:
            break
        if draft.end > start and draft.attribution and draft.attribution.speaker:
            return draft.attribution
    return None


def _start(draft: Draft) -> int:
    return draft.start


def _paragraph_of(reading: Reading, place: int) -> int:
    start = reading.words[place].start if place < len(reading.words) else 0
    low, high = 0, len(reading.document.paragraphs)
    while low < high:
        middle = (low + high) // 2
        if reading.document.paragraphs[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    return min(low, len(reading.document.paragraphs) - 1)


def _reported_mood(reading: Reading, first: int, last: int) -> bool:
    return any(reading.has(i, "subj") and not reading.quoted[i] for i in range(first, last))


def _in_sentence(reading: Reading, first: int, last: int, used: set[int], paragraph: int) -> Iterator[Draft]:
    if last - first < MIN_CONTENT or all(reading.quoted[first:last]):
        return
    stop = last
    while stop > first and not reading.words[stop - 1].is_word:
        stop -= 1
    label = _label(reading, first, stop)
    if label is not None:
        yield from _drafts(reading, [(label.last, stop)], label, paragraph)
        return
    whole = _parenthetical(reading, first, stop, used) or _according(reading, first, stop)
    if whole is not None:
        stretches, attribution = whole
        if is_outlet(reading, attribution.speaker):
            inner = list(_inner(reading, first, stop, used, paragraph, attribution))
            if inner or _has_direct(reading, first, stop, used):
                yield from inner
                return
        if not _has_direct(reading, first, stop, used):
            yield from _drafts(reading, stretches, attribution, paragraph)
        if attribution.way != "according":
            return
    yield from _complements(reading, first, stop, used, paragraph, whole[1] if whole else None)


def is_outlet(reading: Reading, phrase: Phrase | None) -> bool:
    """Whether the speaker is a news outlet, from which the article may have what somebody else said."""
    return phrase is not None and next(outlets_in(reading, phrase.first, phrase.last), None) is not None


def _has_direct(reading: Reading, first: int, stop: int, used: set[int]) -> bool:
    """Whether a cue of the sentence already attributes a direct quotation."""
    return any(id(hit) in used for hit in reading.cues_in(first, stop))


def _inner(
    reading: Reading, first: int, stop: int, used: set[int], paragraph: int, outer: Attribution
) -> Iterator[Draft]:
    """What the outlet says that others said: *X has confirmed that …, writes the paper*."""
    end = outer.first if outer.first > first else stop
    begin = first if outer.first > first else outer.last
    while end > begin and not reading.words[end - 1].is_word:
        end -= 1
    second = _according(reading, begin, end)
    if second is not None and not is_outlet(reading, second[1].speaker):
        yield from _drafts(reading, *second, paragraph)
        return
    yield from _complements(reading, begin, end, used, paragraph, None)


def _label(reading: Reading, first: int, stop: int) -> Attribution | None:
    """*Name: statement* in a headline, *NAME: turn* in a transcript."""
    for place in range(first + 1, min(first + 5, stop)):
        if reading.keys[place] != ":":
            continue
        words = reading.words[first:place]
        own = reading.document.sentences[reading.sentence_of(first)]
        upper = all(reading.text[w.start : w.end].isupper() and w.end - w.start > 1 for w in words if w.is_word)
        named = any(n.last == place and n.actor.type in ("person", "organization") for n in reading.named_in(first, place))
        if upper and words or own.role == "headline" and (named or all(w.capital for w in words if w.is_word)):
            return Attribution("label", None, Phrase(first, place), first, place + 1)
        return None
    return None


def _parenthetical(reading: Reading, first: int, stop: int, used: set[int]) -> tuple[list[Stretch], Attribution] | None:
    """*…, said X.*, *…, X said.*, *…, X said, …*"""
    for hit in reading.cues_in(first + 2, stop):
        if id(hit) in used or not hit.cue.use & CLAUSAL or reading.quoted[hit.head] or hit.passive:
            continue
        begin, speaker = _set_apart(reading, hit, first, stop)
        if speaker is None or begin - first < 1 or not is_plausible(reading, speaker):
            continue
        end = max(speaker.last, hit.last)
        rest = _after_parenthesis(reading, end, stop)
        if rest is not None and speaker.first > hit.head and not reading.any_role(speaker.first, PERSONAL):
            rest = stop
        if rest is None:
            continue
        pieces = [(first, begin)]
        if rest < stop:
            pieces.append((rest, stop))
        return pieces, Attribution("clause", hit, speaker, begin + 1, end)
    return None


def _set_apart(reading: Reading, hit: CueHit, first: int, stop: int) -> tuple[int, Phrase | None]:
    """Where the comma stands before a parenthetical, and its subject."""
    before = hit.first - 1
    while before > first and reading.any_role(before, frozenset({"adv"})) and reading.lexicon.code != "en":
        before -= 1
    if reading.keys[before] in (",", "–", "—", "so"):
        if reading.keys[before] == "so" and reading.keys[before - 1] == ",":
            before -= 1
        if hit.inner is not None:
            return before, Phrase(hit.inner, hit.inner + 1)
        if "g" in hit.cue.form and "f" not in hit.cue.form or hit.first != hit.head and reading.lexicon.code == "en":
            return before, None
        if hit.last < stop and reading.any_role(hit.last, NOT_SUBJECT) and not reading.has(hit.last, "det"):
            return before, None
        inverted = subject_after(reading, hit.last, stop)
        if inverted is None or _is_apposition(reading, first, before) or not _is_short_name(reading, inverted):
            return before, None
        return before, inverted
    speaker = subject_before(reading, hit, first)
    if speaker is not None and speaker.first - 1 > first and reading.keys[speaker.first - 1] == "," and hit.inner is None:
        if reading.has(speaker.first, "rel") or speaker.size == 1 and reading.has(speaker.first, "rel"):
            return before, None
        if reading.lexicon.code in VERB_SECOND:
            return before, None
        return speaker.first - 1, speaker
    return before, None


def _is_apposition(reading: Reading, first: int, comma: int) -> bool:
    """The comma before the verb closes an apposition to its subject: *X, who …, said Y*, *X, 59, said Y*."""
    opening = next((i for i in range(comma - 1, max(first, comma - LONGEST_CLAUSE), -1) if reading.keys[i] == ","), None)
    if opening is None:
        return False
    head = range(first, opening)
    return opening - first <= 8 and not any(reading.any_role(i, VERBAL | {"subj", "neut", "first"}) or i in reading.cue_at for i in head) and (
        reading.any_role(opening + 1, frozenset({"rel", "det"})) or reading.keys[opening + 1].isdigit() or reading.words[opening + 1].capital
    )


def _is_short_name(reading: Reading, phrase: Phrase) -> bool:
    """Names somebody, or is a short description: what stands behind an inverted verb is a subject, not a statement."""
    if any(w.capital for w in reading.words[phrase.first : phrase.last]) or reading.any_role(phrase.first, PERSONAL):
        return True
    return phrase.size <= 4 or phrase.size <= 8 and is_plausible(reading, phrase)


def _after_parenthesis(reading: Reading, end: int, stop: int) -> int | None:
    """Where the statement goes on after a parenthetical (``stop`` if it does not); ``None`` if it is none."""
    if end >= stop:
        return stop
    if reading.keys[end] == ",":
        after = end + 1
        if after < stop and (reading.has(after, "rel") or reading.any_role(after, frozenset({"sub"}))):
            return stop
        return after if after < stop else stop
    if reading.any_role(end, frozenset({"that", "wh"})):
        return None
    if reading.any_role(end, frozenset({"prep", "time", "adv", "sub"})):
        at = end
        while at < min(stop, end + LONGEST_CLAUSE) and reading.keys[at] != ",":
            if reading.any_role(at, frozenset({"that"})):
                return None
            at += 1
        return at + 1 if at + 1 < stop and at - end < 14 else stop
    if reading.words[end].is_word:
        return stop if stop - end <= 3 else None
    return stop if reading.keys[end] in STOPS else None


def _according(reading: Reading, first: int, stop: int) -> tuple[list[Stretch], Attribution] | None:
    for place in range(first, stop):
        if reading.quoted[place]:
            continue
        found = match_at(reading.lexicon.according, reading.keys, place, stop)
        if found is None or found.value == "own":
            frame = match_frame(reading.lexicon.according, reading.keys, place, stop)
            if frame is not None:
                return _around(reading, Attribution("according", None, _frame_source(reading, place, frame, stop), place, _frame_end(reading, frame, stop)), first, stop)
        if found is None:
            continue
        if found.value == "comma" and not (place > first and reading.keys[place - 1] == "," and _names_next(reading, place + 1, stop)):
            continue
        if found.value == "post":
            post = _post_position(reading, place, first, stop)
            if post is not None:
                return post
            continue
        if found.value == "own":
            speaker: Phrase | None = Phrase(place, place + len(found.words))
        else:
            speaker = subject_after(reading, place + len(found.words), stop)
        if speaker is None:
            continue
        end = _apposition_end(reading, speaker.last, stop) if place == first else speaker.last
        return _around(reading, Attribution("according", None, speaker, place, end), first, stop)
    return None


def _names_next(reading: Reading, place: int, stop: int) -> bool:
    """Whether a name or an article with a noun follows, and then the end of the clause."""
    if place >= stop or not (reading.words[place].capital or reading.has(place, "det")):
        return False
    phrase = subject_after(reading, place, stop)
    return phrase is not None and phrase.first == place and (phrase.last >= stop or not reading.words[phrase.last].is_word or reading.any_role(phrase.last, NOT_SUBJECT))


def _frame_end(reading: Reading, end: int, stop: int) -> int:
    """Past a genitive or *von* behind the noun of the frame."""
    if end < stop and reading.any_role(end, frozenset({"of"})) and not reading.words[end].capital:
        phrase = subject_after(reading, end + 1, stop)
        return phrase.last if phrase is not None and phrase.first == end + 1 else end
    return end


def _frame_source(reading: Reading, place: int, end: int, stop: int) -> Phrase:
    return Phrase(place + 1, max(end, _frame_end(reading, end, stop)))


def _around(
    reading: Reading, attribution: Attribution, first: int, stop: int
) -> tuple[list[Stretch], Attribution] | None:
    """The statement on both sides of *according to X*."""
    place, end = attribution.first, attribution.last
    pieces: list[Stretch] = []
    if place - first >= 1:
        cut = place
        while cut > first and not reading.words[cut - 1].is_word:
            cut -= 1
        if cut > first and not (cut - first == 1 and reading.any_role(first, frozenset({"conj", "adv"}))):
            pieces.append((first, cut))
    after = end
    while after < stop and not reading.words[after].is_word and reading.keys[after] in (",", ")", ":"):
        after += 1
    apposed = after > end and bool(pieces) and pieces[0][1] - pieces[0][0] > LONG_STATEMENT
    if pieces and after == end:
        apposed = reading.lexicon.code not in VERB_SECOND or reading.keys[place - 1] == ","
    if after < stop and (not pieces or _goes_on(reading, end, after) and not apposed):
        pieces.append((after, stop))
    return (pieces, attribution) if pieces else None


def _goes_on(reading: Reading, end: int, after: int) -> bool:
    """After a mid-sentence *according to X* the statement goes on, unless it only says when or where."""
    return not reading.any_role(after, frozenset({"rel", "time"})) if after > end else not reading.has(after, "time")


def _apposition_end(reading: Reading, place: int, stop: int) -> int:
    """Past an apposition: *According to X, the head of Y, …*"""
    if reading.lexicon.code in VERB_SECOND or place >= stop or reading.keys[place] != ",":
        return place
    comma = next((i for i in range(place + 1, min(stop, place + 14)) if reading.keys[i] == ","), None)
    if comma is None or not (reading.has(place + 1, "det") and not is_clause(reading, place + 1, comma) or reading.has(place + 1, "rel")):
        return place
    return comma


def is_clause(reading: Reading, first: int, last: int) -> bool:
    """Whether a verb that can be recognised stands among the words."""
    return any(reading.any_role(i, frozenset({"have", "be", "modal"})) or i in reading.cue_at for i in range(first, last))


def _post_position(reading: Reading, place: int, first: int, stop: int) -> tuple[list[Stretch], Attribution] | None:
    if place <= first or reading.keys[place] == "nach":
        return None
    begin = place
    while begin > first and reading.words[begin - 1].is_word and place - begin < 8:
        roles = reading.words[begin - 1].roles
        if roles - POST_ROLES or not roles and not reading.words[begin - 1].capital and begin < place and not reading.words[begin].capital:
            break
        begin -= 1
    if begin == place:
        return None
    pieces = [(place + 1, stop)]
    if begin > first + 1:
        pieces.insert(0, (first, begin - 1))
    return pieces, Attribution("according", None, Phrase(begin, place), begin, place + 1)


def _complements(
    reading: Reading, first: int, stop: int, used: set[int], paragraph: int, taken: Attribution | None
) -> Iterator[Draft]:
    reached = first
    for hit in reading.cues_in(first, stop):
        if id(hit) in used or reading.quoted[hit.head] or hit.first < reached:
            continue
        if taken is not None and hit.first >= taken.first and hit.last <= taken.last:
            continue
        content = _content(reading, hit, first, stop)
        if content is None:
            continue
        speaker = speaker_of(reading, hit, max(first, _clause_start(reading, hit.first, first)), content[0])
        if speaker is None and not hit.passive:
            speaker = speaker_of(reading, hit, first, content[0])
        if speaker is None and not hit.passive:
            continue
        attribution = Attribution("clause", hit, speaker, min(hit.first, speaker.first if speaker else hit.first), content[0])
        yield from _drafts(reading, [content], attribution, paragraph)
        reached = content[1]
    yield from _from_nouns(reading, first, stop, reached, paragraph)


def _from_nouns(reading: Reading, first: int, stop: int, reached: int, paragraph: int) -> Iterator[Draft]:
    """*the claim that …*, *der Meinung, dass …*: a noun of saying with its clause."""
    for place in range(max(first, reached), stop):
        if reading.quoted[place]:
            continue
        found = match_at(reading.lexicon.nouns, reading.keys, place, stop)
        if found is None:
            continue
        at = place + len(found.words)
        begin = next((i for i in range(at, min(stop, at + NOUN_REACH)) if reading.has(i, "that")), None)
        if begin is None or reading.any_role(begin, frozenset({"rel"})) and begin > at + 1:
            continue
        speaker = leading_subject(reading, first, place)
        if speaker is None:
            continue
        end = _content_end(reading, begin, stop)
        yield from _drafts(reading, [(begin, end)], Attribution("clause", None, speaker, min(place, speaker.first), begin), paragraph)
        return


def _demonstrative(reading: Reading, first: int, stop: int, used: set[int]) -> Attribution | None:
    """*Det uppger polisen.*, *Dies bestätigte der Sprecher.*: the statement is the sentence before."""
    if reading.lexicon.code not in VERB_SECOND or not reading.has(first, "neut") or stop - first > 16:
        return None
    hit = reading.cue_at.get(first + 1)
    if hit is None or hit.first != first + 1 or id(hit) in used or not hit.cue.use & {"S"}:
        return None
    speaker = subject_after(reading, hit.last, stop)
    if speaker is None or speaker.first > hit.last + 2 or any(reading.has(i, "that") for i in range(hit.last, stop)):
        return None
    return Attribution("clause", hit, speaker, first, speaker.last)


def _clause_start(reading: Reading, place: int, first: int) -> int:
    """After the last semicolon, dash or colon before the cue."""
    for i in range(place - 1, first, -1):
        if reading.keys[i] in (";", ":", "–", "—"):
            return i + 1
    return first


def _content(reading: Reading, hit: CueHit, first: int, stop: int) -> Stretch | None:
    """Where the words reported by a cue begin and end."""
    begin = _content_start(reading, hit, first, stop)
    if begin is None or begin >= stop:
        return None
    end = _content_end(reading, begin, stop, not hit.cue.use & CLAUSAL)
    if _subordinate(reading, hit, first) and (comma := _first_comma(reading, begin, end)) is not None:
        end = comma
    if "C" in hit.cue.use and not hit.cue.use & CLAUSAL:
        end = _after_quoted(reading, begin, end)
    if end - begin < MIN_CONTENT and not any(reading.quoted[begin:end]):
        return None
    return begin, end


def _subordinate(reading: Reading, hit: CueHit, first: int) -> bool:
    """The cue stands in a subordinate clause that opens the sentence: *While X says …, Y …*."""
    place = first
    while place < hit.first and (reading.has(place, "conj") or not reading.words[place].is_word):
        place += 1
    return reading.has(place, "sub") and not reading.any_role(place, frozenset({"det", "that"})) and hit.first - place <= 8


def _first_comma(reading: Reading, begin: int, end: int) -> int | None:
    return next(
        (
            i
            for i in range(begin + 2, end)
            if reading.keys[i] == "," and not reading.quoted[i] and not reading.has(i + 1, "rel")
        ),
        None,
    )


def _past_apposition(reading: Reading, comma: int, stop: int) -> int:
    """The comma after an apposition to the subject: *erklärte der Direktor, Karl Meier, …*."""
    following = next((i for i in range(comma + 1, min(stop, comma + 9)) if reading.keys[i] == ","), None)
    if following is None or following == comma + 1:
        return comma
    segment = reading.words[comma + 1 : following]
    plain = not any(w.roles & {"have", "be", "modal", "subj", "that", "sub", "inf"} for w in segment)
    return following if plain and any(w.capital for w in segment) else comma


def _after_quoted(reading: Reading, begin: int, end: int) -> int:
    """What somebody is called ends with the marked words: *calls X “…”, in a post on Y*."""
    place = begin
    while place < end and not reading.quoted[place]:
        place += 1
    while place < end and reading.quoted[place]:
        place += 1
    while place < end and not reading.words[place].is_word and reading.keys[place] != ",":
        place += 1
    return place if place < end and reading.keys[place] == "," else end


def _content_start(reading: Reading, hit: CueHit, first: int, stop: int) -> int | None:
    use = hit.cue.use
    at = hit.last
    limit = min(stop, at + ADDRESSEE)
    for i in range(at, limit):
        if reading.quoted[i]:
            break
        if reading.has(i, "that") and not (i > at and reading.lexicon.code == "en" and not _between(reading, hit, at)) or reading.has(i, "wh") and (i <= at + 1 or reading.keys[i - 1] == ","):
            object_first = "W" in use and at < i and reading.has(i, "inf") and not any(
                reading.any_role(k, frozenset({"prep", "time"})) and k < i - 1 or not reading.words[k].is_word for k in range(at, i)
            )
            return at if object_first else i
        if reading.keys[i] in SENTENCE_ENDS or reading.keys[i] == ";" or i > at and i in reading.cue_at and reading.cue_at[i].head == i and "f" in reading.cue_at[i].cue.form and reading.lexicon.code != "de":
            break
        if reading.keys[i] == ":":
            return i + 1 if i + 1 < stop else None
    if reading.lexicon.code == "de":
        comma = next((i for i in range(at, min(stop, at + 24)) if reading.keys[i] == ","), None)
        comma = _past_apposition(reading, comma, stop) if comma is not None else None
        if comma is not None and use & {"S", "T", "W", "K"} and comma + 1 < stop and not reading.has(comma + 1, "rel"):
            return comma + 1
        if comma is not None and use & CLAUSAL and any(reading.has(i, "subj") for i in range(comma, stop)):
            return comma + 1
    start = _after_subject(reading, hit, first, stop)
    if start is None or start >= stop:
        return None
    if "W" in use and hit.last - hit.head == 1 and reading.lexicon.code != "de":
        marker = next((i for i in range(at, min(stop, at + ADDRESSEE)) if reading.has(i, "inf")), None)
        if marker is not None and any(reading.keys[i] == "," for i in range(at, marker)) and not any(
            reading.keys[i] in ("(", ";", ":") or reading.quoted[i] for i in range(at, marker)
        ):
            return marker
    if hit.cue.lemma in ADDRESSING and start < stop:
        start = _after_addressee(reading, start, stop)
    if use & CLAUSAL and reading.lexicon.code not in NEEDS_COMPLEMENTISER and _bare_clause(reading, start, stop):
        return start
    if use & {"W"} and _infinitive(reading, start, stop):
        return start
    if use & {"J", "C"} and reading.words[start].is_word and not _opens_adverbial(reading, start):
        return start
    return None


def _after_subject(reading: Reading, hit: CueHit, first: int, stop: int) -> int | None:
    """After the cue, and after its subject where that stands behind it."""
    at = hit.last
    if reading.lexicon.code in VERB_SECOND and hit.inner is None:
        before = subject_before(reading, hit, first)
        speaker = speaker_of(reading, hit, first, stop)
        if speaker is not None and speaker.first >= at and (before is None or speaker != before):
            at = speaker.last
    while at < stop and reading.any_role(at, frozenset({"adv", "refl", "time"})) and not reading.any_role(at, frozenset({"det", "masc", "fem", "plur"})):
        at += 1
    return at


def _between(reading: Reading, hit: CueHit, at: int) -> bool:
    """Whether what stands between a verb and *that* says to whom, when or where."""
    return hit.cue.lemma in ADDRESSING or reading.any_role(at, BETWEEN)


def _after_addressee(reading: Reading, start: int, stop: int) -> int:
    """Past whom something was told: *told reporters on Friday he would …*."""
    if reading.any_role(start, frozenset({"objmasc", "objfem", "objplur", "first"})) or reading.keys[start] in ("me", "us", "you"):
        start += 1
    for i in range(start + 1, min(stop, start + 10)):
        if reading.any_role(i, PERSONAL | {"first", "neut"}) and not reading.has(i, "det"):
            return i
        if not reading.words[i].is_word:
            break
    phrase = subject_after(reading, start, stop)
    at = phrase.last if phrase is not None and phrase.first == start else start
    while at < stop and reading.any_role(at, frozenset({"time", "prep"})) and at < start + 8:
        at += 1
    return at


def _bare_clause(reading: Reading, start: int, stop: int) -> bool:
    """A clause without complementiser: begins with a noun phrase and has a verb that can be recognised, or a name."""
    word = reading.words[start]
    if not word.is_word or word.roles & {"prep", "conj", "sub"} and not word.roles & {"det", "that"}:
        return False
    if reading.lexicon.code == "de":
        return False
    return stop - start >= MIN_CONTENT


def _opens_adverbial(reading: Reading, start: int) -> bool:
    return reading.any_role(start, NOT_SUBJECT) and not reading.any_role(start, frozenset({"det"}))


def _infinitive(reading: Reading, start: int, stop: int) -> bool:
    return start < stop and reading.words[start].is_word and not reading.any_role(start, frozenset({"conj", "sub"}))


def _content_end(reading: Reading, begin: int, stop: int, object_only: bool = False) -> int:
    """The statement goes on to the end of the sentence, unless a clause of the outlet's own follows.

    What is only an object (*praised X*, *wants Y*) ends before a relative or subordinate clause as well.
    """
    for i in range(begin + 1, stop):
        if reading.quoted[i]:
            continue
        if reading.keys[i] == ";":
            return i
        if reading.has(i, "conj") and _goes_on_saying(reading, i, stop):
            return i
        if reading.keys[i] == "," and i + 1 < stop:
            following = i + 1
            if match_at(reading.lexicon.according, reading.keys, following, stop):
                return i
            if object_only and reading.has(following, "conj") and following + 1 < stop and (
                reading.any_role(following + 1, PERSONAL | {"det"}) or reading.words[following + 1].capital
            ):
                return i
            if object_only and reading.any_role(following, frozenset({"rel", "sub"})) and reading.lexicon.code != "de":
                return i
            if following + 1 < stop and reading.has(following + 1, "that"):
                continue
            if reading.any_role(following, CUTTERS) or reading.words[following].key.endswith("ing") and reading.lexicon.code == "en":
                for hit in reading.cues_in(following, min(stop, following + 7)):
                    if not reading.quoted[hit.head] and hit.cue.use & {"S", "T"} and not hit.passive:
                        return i
    return stop


def _goes_on_saying(reading: Reading, conj: int, stop: int) -> bool:
    """*X confirms the talks and adds that …*: the same subject goes on with another verb of saying."""
    hit = reading.cue_at.get(conj + 1)
    if hit is None or hit.first != conj + 1 or not hit.cue.use & {"S", "T"} or "f" not in hit.cue.form or reading.quoted[hit.head]:
        return False
    after = hit.last
    while after < stop and reading.any_role(after, frozenset({"adv", "refl"})):
        after += 1
    return after >= stop or reading.any_role(after, frozenset({"that", "wh"})) or reading.keys[after] in (":", ",")


def _drafts(
    reading: Reading, stretches: Sequence[Stretch], attribution: Attribution, paragraph: int
) -> Iterator[Draft]:
    for first, last in stretches:
        while first < last and not reading.words[first].is_word and not reading.quoted[first]:
            first += 1
        while last > first and not reading.words[last - 1].is_word:
            last -= 1
        if first >= last or all(reading.quoted[first:last]):
            continue
        partly = any(reading.quoted[first:last])
        start, end = reading.words[first].start, reading.words[last - 1].end
        end = _with_closing(reading, last, end) if partly else end
        yield Draft(start, end, "mixed" if partly else "indirect", attribution, paragraph, False)


def _with_closing(reading: Reading, last: int, end: int) -> int:
    """Takes in the closing mark after the last quoted word."""
    for i in range(last, min(last + 3, len(reading.words))):
        if reading.words[i].is_word or reading.words[i].start > end + 1:
            break
        if reading.keys[i] in "\"“”„«»'‘’‹›":
            return reading.words[i].end
        end_here = reading.words[i].end
        if reading.keys[i] not in ".,!?…":
            break
        if i + 1 < len(reading.words) and reading.keys[i + 1] in "\"“”„«»'‘’‹›" and reading.words[i + 1].start == end_here:
            return reading.words[i + 1].end
    return end
