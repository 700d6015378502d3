"""Constructions before marked words: *X said: “…”*, *X called him “…”*, *according to X, “…”*, *X: “…”*."""

from __future__ import annotations

from analysis.attribution.cues import CueHit
from analysis.attribution.outlets import outlets_in
from analysis.attribution.owners import owns
from analysis.attribution.phrases import SAYING, is_plausible, is_verbal
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import SINGULAR
from analysis.attribution.subjects import speaker_of
from analysis.attribution.subjects_after import subject_after
from analysis.attribution.unsaid import opens_otherwise
from analysis.columns import CueUse, WordRole
from analysis.quotes.constructions.construction import Found
from analysis.quotes.constructions.context import SHORT, Context
from analysis.quotes.constructions.sources import named_source

TITLE = 3
"""Most words of a description before its noun."""
REACH = 40
"""Most words between a cue and the mark that its clause leads up to."""
LONGEST_LABEL, LONGEST_PLAIN_LABEL = 12, 6
"""Most words before a colon that name the speaker: with a known name, and with a capital only."""
ATTRIBUTING = frozenset({CueUse.SAY, CueUse.THINK, CueUse.CALL, CueUse.JUDGE, CueUse.WANT, CueUse.ASK})
BRACKETS = frozenset({"(", "–", "—", "--", "―"})
FEWEST = 2
"""Words behind the comma of a clause with *as* that are no clause yet."""
JOINING = frozenset({WordRole.OF, WordRole.GEN, WordRole.PREP})
LINKING = frozenset({WordRole.CONJ, WordRole.ADV})
ARTICLE = frozenset({WordRole.DET, WordRole.OF})
NO_SUBJECT = frozenset({WordRole.PREP, WordRole.SUB, WordRole.TIME, WordRole.NEUT})


def colon(context: Context) -> Found | None:
    """*X said: “…”*"""
    found = _said_before(context) if context.colon else None
    return found if found is not None and found.speaker is not None else None


def colon_without_subject(context: Context) -> Found | None:
    """*It was said: “…”*: a word of saying before the colon that nobody is the subject of."""
    if not context.colon:
        return None
    hits = _cues_before(context)
    says = bool(hits) and CueUse.SAY in hits[-1].cue.use
    return Found(hits[-1], None, hits[-1].first, context.lead.last) if says else None


def _only_joins(reading: Reading, start: int, stop: int) -> bool:
    """*Und: „…“*, *Außerdem: „…“*: small words after which whoever spoke goes on."""
    words = [i for i in range(start, stop) if reading.words[i].is_word]
    return all(reading.any_role(i, LINKING) for i in words)


def label(context: Context) -> Found | None:
    """*Anna Berg: “…”*: a name and a colon."""
    reading, (start, stop) = context.reading, context.lead
    if not context.colon or not 0 < stop - start <= LONGEST_LABEL:
        return None
    named = reading.named_in(start, stop)
    if named and named[0].first == start and stop - named[0].last <= 1:
        return Found(None, WordSpan(named[0].first, named[0].last), start, stop)
    if (
        reading.words[start].capital
        and stop - start <= LONGEST_PLAIN_LABEL
        and not _only_joins(reading, start, stop)
        and not any(reading.quoted[start:stop])
        and not any(is_verbal(reading, i) for i in range(start, stop))
        and not owns(reading, WordSpan(start, stop))
    ):
        whose = reading.has(start, WordRole.POSS) and stop - start > 1  # *Her verdict: “…”*
        return Found(None, WordSpan(start, start + 1 if whose else stop), start, stop)
    return None


def topic(context: Context) -> Found | None:
    """*X has no doubts: “…”*: whom the sentence before the colon is about, if it is about anybody."""
    if not context.colon:
        return None
    about = _topic(context.reading, *context.lead)
    first = context.lead.first if about is None else about.first
    return Found(None, about, first, context.lead.last)


def bracketed(context: Context) -> Found | None:
    """*…, Anna Berg (“…”)*, *Anna Berg — “…” —*: the name right before the bracket or dash that holds the words."""
    reading, (start, opening) = context.reading, WordSpan(context.lead.first, context.marked.outside.first)
    if context.marked.inside.size <= SHORT or opening - 1 <= start or reading.keys[opening - 1] not in BRACKETS:
        return None
    for named in reading.named_in(max(start, opening - SHORT), opening - 1):
        if named.last == opening - 1 and named.actor.type == "person":
            return Found(None, WordSpan(named.first, named.last), named.first, named.last)
    return None


def source_of_sentence(context: Context) -> Found | None:
    """*According to the police, the rally to which X had called was “…”*: a source that is no outlet, in first place or
    nearer to the marked words than the verb, says them."""
    reading, (start, opening) = context.reading, context.lead
    source = None if context.colon else named_source(reading, start, opening)
    if source is None or source.speaker is None:
        return None
    if next(outlets_in(reading, source.speaker.first, source.speaker.last), None) is not None:
        return None
    said = clause(context)
    if said is None or said.hit is None:
        return None
    last = said.hit.last
    aside = source.first == start and any(reading.keys[i] == "," for i in range(last, opening))
    nearer = source.first > last and any(reading.keys[i] == "," for i in range(last, source.first))
    return source if aside or nearer else None


def clause(context: Context) -> Found | None:
    """*X called him “…”*: the last cue before the mark and its subject."""
    return None if context.colon or not context.lead.size else _said_before(context)


def source_before(context: Context) -> Found | None:
    """*according to X, “…”*"""
    found = None if context.colon else named_source(context.reading, *context.lead)
    return None if found is None else _nearer(context.reading, found, context.lead.last) or found


def _nearer(reading: Reading, found: Found, stop: int) -> Found | None:
    """*According to X, it is a kind of …, which in the view of Y is “…”*: the source of the clause that holds it."""
    for place in range(found.last, stop - 1):
        if reading.keys[place] == "," and reading.has(place + 1, WordRole.REL):
            other = named_source(reading, place + 1, stop)
            return other if other is not None and other.speaker is not None else None
    return None


def _cues_before(context: Context) -> list[CueHit]:
    reading = context.reading
    hits = reading.cues_in(*context.lead)
    told = [hit for hit in hits if hit.cue.use & ATTRIBUTING and not reading.quoted[hit.head]]
    told = [hit for hit in told if context.colon or not opens_otherwise(reading, hit)]
    return [hit for hit in told if not (context.colon and _is_only_reported(reading, hit, context.lead))]


def _said_before(context: Context) -> Found | None:
    """The last cue that leads up to the marked words and has a subject."""
    reading, (start, stop) = context.reading, context.lead
    if not context.colon and (aside := _aside(context)) is not None:
        return aside
    for hit in reversed(_cues_before(context)):
        if (not context.colon and stop - hit.last > REACH) or _should_think(reading, hit):
            continue
        speaker = speaker_of(reading, hit, start, stop)
        if speaker is not None and not _is_nobody(reading, speaker):
            return Found(hit, speaker, min(speaker.first, hit.first), stop)
    return None


def _aside(context: Context) -> Found | None:
    """*Les sommes, explique un élu, ont été « … »*, *D'ici là, prévient le syndicat, « … »*: a verb of saying with its
    subject behind it, between two commas; before it stands no verb that it could go on from."""
    reading, (start, stop) = context.reading, context.lead
    hit = next(iter(reading.cues_in(start, stop)), None)
    if hit is None or not hit.cue.use & SAYING or hit.passive or hit.first != hit.head or hit.first < start + 2:
        return None
    if reading.keys[hit.first - 1] != "," or any(is_verbal(reading, i) for i in range(start, hit.first)):
        return None
    phrase = subject_after(reading, hit.last, context.marked.outside.first)
    if phrase is None or phrase.first != hit.last or not is_plausible(reading, phrase):
        return None
    return Found(hit, phrase, hit.first, phrase.last) if reading.keys[phrase.last] == "," else None


def _is_only_reported(reading: Reading, hit: CueHit, lead: WordSpan) -> bool:
    """*As the Echo reports, the minister sent a note: “…”*: an outlet in a clause with *as*, and another one behind."""
    as_words = reading.grammar.clauses.as_words
    opens = reading.has(lead.first, WordRole.AS) or reading.keys[lead.first] in as_words
    comma = next((i for i in range(hit.last, lead.last) if reading.keys[i] == ","), lead.last)
    if not opens or lead.last - comma <= FEWEST:
        return False
    speaker = speaker_of(reading, hit, lead.first, comma)
    return speaker is not None and next(outlets_in(reading, speaker.first, speaker.last), None) is not None


def _should_think(reading: Reading, hit: CueHit) -> bool:
    """*X should know that “…”*: a verb of thinking behind a modal says what somebody is told."""
    return hit.cue.use <= {CueUse.THINK} and any(
        reading.has(i, WordRole.MODAL) for i in range(max(0, hit.head - 2), hit.head)
    )


def _is_nobody(reading: Reading, speaker: WordSpan) -> bool:
    """What *one calls “…”* is nobody's statement."""
    return speaker.size == 1 and reading.keys[speaker.first] in reading.grammar.pronouns.impersonal


def _topic(reading: Reading, start: int, stop: int) -> WordSpan | None:
    """Whom the sentence before a colon is about, where no word of saying tells who speaks."""
    persons = [n for n in reading.persons_in(start, stop) if not reading.quoted[n.first]]
    near = not persons or persons[0].first <= start + TITLE or reading.keys[persons[0].first - 1] == ","
    opening = None if near else _described(reading, start, stop)
    if opening is not None:
        return opening
    for named in persons:
        if not reading.any_role(named.first - 1, JOINING) or named.first == start:
            return WordSpan(named.first, named.last)
    place = start
    while place < stop and reading.any_role(place, LINKING):
        place += 1
    if place < stop and reading.words[place].may_be_subject and reading.any_role(place, SINGULAR):
        return WordSpan(place, place + 1)
    if reading.has(place, WordRole.POSS) or any(
        reading.has(i, WordRole.SUBJ) and not reading.quoted[i] for i in range(start, stop)
    ):
        return None
    return _opening_phrase(reading, place, stop)


def _described(reading: Reading, start: int, stop: int) -> WordSpan | None:
    """*Der Ermittler, der …, will nach dem Fall X aufhören*: somebody without a name with whom the sentence opens."""
    if not reading.has(start, WordRole.DET) or reading.has(start, WordRole.PREP):
        return None
    noun = next((i for i in range(start + 1, min(stop, start + 1 + TITLE)) if is_role_noun(reading, i)), None)
    plain = noun is not None and not any(reading.any_role(i, ARTICLE) for i in range(start + 1, noun))
    return WordSpan(start, noun + 1) if noun is not None and plain else None


def _opening_phrase(reading: Reading, first: int, stop: int) -> WordSpan | None:
    """The noun phrase with which the sentence opens, up to its verb."""
    if first >= stop or reading.any_role(first, NO_SUBJECT):
        return None
    place = first
    while place < stop and (reading.words[place].capital or reading.any_role(place, ARTICLE)):
        place += 1
    phrase = WordSpan(first, place)
    return phrase if place > first and is_plausible(reading, phrase) else None
