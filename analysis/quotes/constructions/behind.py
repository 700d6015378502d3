"""Constructions behind marked words: *…”, said X*, *…”, according to X*, *“…” — X*, and around them: *…, X said.*"""

from __future__ import annotations

from analysis.attribution.agents import agent
from analysis.attribution.apposed import opens_relative
from analysis.attribution.cues import CueHit
from analysis.attribution.outlets import outlets_in
from analysis.attribution.phrases import SAYING, is_plausible
from analysis.attribution.quoting import quoted_one, quotes_somebody
from analysis.attribution.reading import SENTENCE_ENDS, Reading, WordSpan
from analysis.attribution.roles import QUOTE_MARKS, SMALL
from analysis.attribution.subjects import nominative_after, speaker_of
from analysis.attribution.subjects_before import subject_before
from analysis.columns import CueUse, WordRole
from analysis.quotes.constructions.before import clause
from analysis.quotes.constructions.clause_behind import Behind
from analysis.quotes.constructions.construction import Found
from analysis.quotes.constructions.context import Context

LEAD_IN = 4
"""Most words between a closing mark and the subject of the cue that follows: *, der Minister sagte*."""
DASHES = frozenset({"–", "—", "―", "-", "--"})
LONGEST_NAME = 5
"""Most words of a name in marks."""
TITLED = 3
"""Most words of a title before the name."""
MAX_SIGNATURE = 12
"""Most words of a name that signs a quotation, with what says who that is."""
LATE = 3
"""Words from which what follows a cue is more than a circumstance."""
LINKING = frozenset({WordRole.ADV, WordRole.CONJ})
JOINED = frozenset({WordRole.CONJ, WordRole.SUB})
"""What joins on a clause that says something else: *“…,” but she added that …*."""
NO_SUB = frozenset({WordRole.DET, WordRole.PREP, WordRole.THAT})
OWNED = frozenset({WordRole.DET, WordRole.OF})
INTRODUCING = frozenset({WordRole.THAT, WordRole.WH})
CIRCUMSTANCE = frozenset({WordRole.PREP, WordRole.TIME, WordRole.ADV, WordRole.SUB})
NEW_SENTENCE = frozenset({WordRole.PREP, WordRole.TIME, WordRole.CONJ, WordRole.SUB})


def signature(context: Context) -> Found | None:
    """*“…” — Anna Berg*: a dash and a name, and nothing else to the end of the paragraph."""
    reading, behind = context.reading, context.behind
    if behind is None:
        return None
    (closing, right), place = behind.reach, behind.clause.first
    if right - place > MAX_SIGNATURE or not any(reading.keys[i] in DASHES for i in range(closing, place)):
        return None
    words = [w for w in reading.words[place:right] if w.is_word]
    named = [w for w in words if w.capital or w.roles & SMALL or "." in w.key]
    if not words or (len(named) < len(words) - 1 and "," not in reading.keys[place:right]):
        return _with_role(reading, place, right)
    if not words[0].capital or place in reading.cue_at:
        return None
    last = next((i for i in range(place, right) if reading.keys[i] == ","), right)
    while last > place and not reading.words[last - 1].is_word:
        last -= 1
    return Found(None, WordSpan(place, last), place, last)


def _with_role(reading: Reading, place: int, right: int) -> Found | None:
    """*« … » – Le maire adjoint Paul Durand*: a role in small letters, and the name of a person at the end."""
    while right > place and not reading.words[right - 1].is_word:
        right -= 1
    signed = _signed(reading, place, right)
    if signed is None or signed.last < right or signed.speaker is None:
        return None
    return Found(None, WordSpan(place, signed.last), place, signed.last)


def bracketed_signature(context: Context) -> Found | None:
    """*“…” (Anna Berg, teacher)*: a person's name in brackets, and nothing else to the end of the paragraph."""
    reading, behind = context.reading, context.behind
    if behind is None or reading.keys[behind.clause.first] != "(":
        return None
    place, stop = behind.clause.first + 1, context.marked.paragraph.last
    while stop > place and reading.keys[stop - 1] in SENTENCE_ENDS:
        stop -= 1
    if stop - place > MAX_SIGNATURE or reading.keys[stop - 1] != ")":
        return None
    return _signed(reading, place, stop - 1)


def signature_below(context: Context) -> Found | None:
    """*“…”* and on the next line *— Anna Berg, teacher*: a dash and a person's name in a paragraph of its own."""
    reading, m = context.reading, context.marked
    place = m.paragraph.last
    if not m.whole or place + 1 >= len(reading.words) or reading.keys[place] not in DASHES:
        return None
    below = reading.document.paragraph_at(reading.words[place].start)
    stop = reading.range(below.end, below.end).first
    return _signed(reading, place + 1, stop) if stop - place <= MAX_SIGNATURE else None


def _signed(reading: Reading, place: int, stop: int) -> Found | None:
    """The person with whose name these words open, if a comma or nothing follows it and no verb of saying."""
    for named in reading.persons_in(place, stop):
        ends = named.last >= stop or reading.keys[named.last] == ","
        titled = range(place, named.first)
        plain = len(titled) <= TITLED and all(reading.words[i].is_word for i in titled)
        if ends and plain and not any(i in reading.cue_at for i in range(place, stop)):
            return Found(None, WordSpan(named.first, named.last), place, named.last)
        return None
    return None


def inverted(context: Context) -> Found | None:
    """*…”, said X*: the cue right behind the mark, its subject behind it."""
    reading, behind = context.reading, context.behind
    if behind is None or behind.introducing or behind.inverted is None:
        return None
    hit, (place, stop) = behind.inverted, behind.clause
    if hit.passive:
        speaker = agent(reading, hit, place, stop)
    elif CueUse.IMPERSONAL in hit.cue.use:
        speaker = speaker_of(reading, hit, place, stop)
    elif hit.inner is not None:
        speaker = WordSpan(hit.inner, hit.inner + 1)
    else:
        speaker = nominative_after(reading, hit.last, stop)
    plain = not hit.passive and CueUse.IMPERSONAL not in hit.cue.use
    if plain and speaker is not None and quotes_somebody(reading, hit):
        speaker = quoted_one(reading, hit, speaker, stop) or speaker
    if speaker is None or _has_clause(reading, max(speaker.last, hit.last)):
        return None
    return Found(hit, speaker, place, max(speaker.last, hit.last))


def reported_by_outlet(context: Context) -> Found | None:
    """*X told the court that a break “…”, writes the Echo*: a fragment of what X said, by an outlet behind it."""
    reading, marked = context.reading, context.marked
    found = None if context.colon or marked.complete else inverted(context) or inverted_marked(context)
    if found is None or found.speaker is None or not _is_fragment(context, found):
        return None
    said = clause(context)
    if said is None or said.hit is None or CueUse.SAY not in said.hit.cue.use:
        return None
    that = any(reading.has(i, WordRole.THAT) for i in range(said.hit.last, marked.outside.first))
    return said if that else None


def _has_clause(reading: Reading, place: int) -> bool:
    """*…“, entgegnete sie, dass …*: what the verb reports is its own clause, not the marked words."""
    while place + 1 < len(reading.words) and reading.any_role(place, OWNED) and reading.words[place + 1].is_word:
        place += 2  # *entgegneten die Gegner | des Antrags | , dass …*
    return place + 1 < len(reading.words) and reading.keys[place] == "," and reading.has(place + 1, WordRole.THAT)


def inverted_marked(context: Context) -> Found | None:
    """*…”, wrote “The Weekly”*: the cue right behind the mark, and behind it a name in marks of its own."""
    reading, behind = context.reading, context.behind
    if behind is None or behind.introducing or behind.inverted is None or behind.inverted.passive:
        return None
    hit = behind.inverted
    first = hit.last
    while reading.has(first, WordRole.DET):
        first += 1
    if CueUse.SAY not in hit.cue.use or first >= len(reading.words) or reading.keys[first] not in QUOTE_MARKS:
        return None
    reach = range(first + 1, min(len(reading.words), first + 2 + LONGEST_NAME))
    end = next((place for place in reach if not _is_name(reading, place)), first)
    closed = end > first + 1 and reading.keys[end] in QUOTE_MARKS and reading.words[first + 1].capital
    name: WordSpan | None = WordSpan(first + 1, end) if closed else None
    if name is not None and quotes_somebody(reading, hit):
        name = quoted_one(reading, hit, name, reading.sentences[reading.sentence_of(end)].last)
    return None if name is None else Found(hit, name, behind.clause.first, max(end, name.last))


def _is_name(reading: Reading, place: int) -> bool:
    """Whether the word may be part of a name: a capital, a number, or a small word between."""
    word = reading.words[place]
    return word.capital or word.key.isdigit() or (word.is_word and bool(word.roles & SMALL))


def bracket(context: Context) -> Found | None:
    """*…“, hatte der Minister am Montag erklärt*: an auxiliary right behind the mark, its participle at the end."""
    return None if context.behind is None else context.behind.bracket


def source(context: Context) -> Found | None:
    """*…”, according to X*, *…“, so X*; not where the words are a fragment that the sentence before them attributes."""
    found = None if context.behind is None else context.behind.source
    return None if found is None or (not context.colon and _is_fragment(context, found)) else found


def source_of_fragment(context: Context) -> Found | None:
    """*according to* an outlet behind a fragment that no clause before it attributes."""
    found = None if context.behind is None else context.behind.source
    return found if found is not None and _is_fragment(context, found) else None


def subject_first(context: Context) -> Found | None:
    """*…,” X said*: a cue behind the mark, its subject before it."""
    reading, behind = context.reading, context.behind
    if behind is None or behind.introducing or behind.inverted or behind.bracket or behind.source:
        return None
    if _closes_subordinate(context):
        return None
    place, stop = behind.clause
    if reading.has(place, WordRole.CONJ) and reading.has(place + 1, WordRole.THAT):
        return None  # *… that “…” and that the inquiry goes on*
    new = context.marked.complete and not behind.comma
    for hit in reading.cues_in(place, stop):
        if not hit.cue.use & SAYING or hit.passive or reading.has(hit.first - 1, WordRole.INF):
            continue
        if reading.grammar.word_order.verb_second and reading.keys[hit.first - 1] == "," and hit.first > place:
            return None
        if any(reading.quoted[place : hit.first]) or not _may_stand_first(reading, place, new):
            return None
        speaker = WordSpan(hit.inner, hit.inner + 1) if hit.inner is not None else subject_before(reading, hit, place)
        if speaker is None or not is_plausible(reading, speaker) or opens_relative(reading, speaker):
            return None
        return Found(hit, speaker, place, hit.last) if _attributes(context, behind, hit, speaker) else None
    return None


def _attributes(context: Context, behind: Behind, hit: CueHit, speaker: WordSpan) -> bool:
    """Whether subject and cue stand close behind the mark, and what follows is no statement of its own."""
    reading, (place, stop) = context.reading, behind.clause
    between = range(place, speaker.first)
    lead = sum(reading.words[i].is_word and not reading.any_role(i, LINKING) for i in between)
    goes_on = hit.last < stop and (
        reading.any_role(hit.last, INTRODUCING) or (hit.last + 1 < stop and reading.has(hit.last + 1, WordRole.THAT))
    )
    joined = reading.any_role(place, JOINED) and hit.last < stop and not _only_circumstance(reading, hit.last, stop)
    if lead > LEAD_IN or (goes_on and context.marked.complete) or joined:
        return False
    new = context.marked.complete and not behind.comma and reading.words[place].capital
    if new and _tells_of_itself(reading, hit, speaker, stop):
        return False
    return not new or hit.last >= stop - LATE or _only_circumstance(reading, hit.last, stop)


def _tells_of_itself(reading: Reading, hit: CueHit, speaker: WordSpan, stop: int) -> bool:
    """Whether a new sentence behind a closed quotation is negated, or its verb has an object behind an article or in
    small letters: *“…” The shop has not found | a buyer*."""
    if any(reading.has(i, WordRole.NEG) for i in range(speaker.last, hit.last)):
        return True
    if hit.last >= stop or reading.any_role(hit.last, CIRCUMSTANCE):
        return False
    word = reading.words[hit.last]
    return reading.has(hit.last, WordRole.DET) and word.is_word and not reading.persons_in(*speaker)


def _closes_subordinate(context: Context) -> bool:
    """Whether small words in marks end a clause that opens the sentence: *When X spoke of “the few,” Y told …*."""
    reading, opening = context.reading, context.marked.outside.first
    first = reading.sentences[reading.sentence_of(opening)].first
    lead = range(first, opening)
    opens = opening - first > 1 and reading.has(first, WordRole.SUB) and not reading.any_role(first, NO_SUB)
    plain = not any(reading.keys[i] in (",", ":") or reading.quoted[i] for i in lead)
    return opens and plain and not reading.words[context.marked.inside.first].capital


def _is_fragment(context: Context, found: Found) -> bool:
    """Words in small letters before *according to* an outlet: the sentence around them names who said them."""
    reading, speaker = context.reading, found.speaker
    if speaker is None or reading.words[context.marked.inside.first].capital:
        return False
    return next(outlets_in(reading, speaker.first, speaker.last), None) is not None


def _may_stand_first(reading: Reading, place: int, new: bool) -> bool:
    """Whether the clause behind the mark can attribute with its subject before its verb.

    Where the verb stands second it comes first behind a quotation, so that a subject first opens another statement:
    a new sentence, or a clause that *and* joins on.
    """
    if not reading.grammar.word_order.verb_second:
        return not (new and reading.words[place].capital and reading.any_role(place, NEW_SENTENCE))
    return not (new and reading.words[place].capital) and not reading.has(place, WordRole.CONJ)


def _only_circumstance(reading: Reading, place: int, stop: int) -> bool:
    """After the cue only when, where or to whom it was said."""
    return (
        place >= stop
        or reading.any_role(place, CIRCUMSTANCE)
        or not reading.words[place].is_word
        or (reading.words[place].capital and reading.grammar.clauses.bare_time_adverbials)
    )
