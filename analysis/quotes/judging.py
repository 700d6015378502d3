"""Sides taken without words of one's own: *the mayor welcomed the decision*, *the union is critical*, *X nie*.

What somebody does or is who welcomes, opposes or denies something is a statement by the subject, though nothing is
quoted: the outlet tells it in the verb. Sources: the verbs of judging of the language's ``cues`` that ``attitudes``
knows, where their object is too short to be a reported statement, and the predicates of ``taking_sides``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from analysis.attribution.endings import content_end
from analysis.attribution.lexicon import Cue, listed
from analysis.attribution.phrases import is_addressed, is_pronoun_alone
from analysis.attribution.reading import CueHit, Reading, WordSpan
from analysis.attribution.subjects import speaker_of
from analysis.attribution.unsaid import is_no_comment, is_refused, opens_otherwise
from analysis.attribution.verb_final import subject_of_clause
from analysis.columns import CueForm, CueUse, WordRole
from analysis.matching import Phrases
from analysis.quotes.constructions.construction import Attribution, Way
from analysis.quotes.deeds import are_named, has_antecedent, takes_no_side
from analysis.quotes.drafts import Draft
from analysis.quotes.stance import listed_stance
from analysis.types import StanceLabel

ROOM = 2
"""Most words in the gap of a predicate: *is … critical*."""
NEGATION = 4
"""Most words before and behind a predicate among which a negation makes it say nothing."""
FAR = 5
"""Words behind a verb of judging from which a clause that was taken for its content is another verb's: *defended the
agent, who is accused of having …*."""
LONGEST = 14
"""Most words of what a side is taken on; what follows is the outlet's own."""
OPEN = frozenset({WordRole.SUB, WordRole.WH, WordRole.MODAL})
OPEN_OR_NOT = OPEN | {WordRole.NEG}
"""Words before a predicate that make it a case or a wish: *if the union is critical*, *would welcome*."""


@cache
def predicates(code: str) -> Phrases[str]:
    """What somebody does or is who takes a side, with the stance that it tells."""
    return Phrases(listed(code, "taking_sides", str, ROOM))


def find_judging(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts of the sides that sentences tell; none where the words belong to a statement that was found.

    The span is the predicate with what it is about, to the end of the clause; who takes the side is named by the
    attribution. A negated predicate, a condition and a question take no side.
    """
    taken: dict[int, int] = {}
    for d in drafts:
        if d.attribution is not None and d.attribution.hit is not None:
            head = d.attribution.hit.head
            taken[head] = min(d.start, taken.get(head, d.start))
    spans = sorted((d.start, d.end) for d in drafts)
    found: list[Draft] = []
    for words in reading.sentences:
        last = -1
        for hit in _hits(reading, words):
            own = min((taken[place] for place in (hit.head, hit.first) if place in taken), default=None)
            if hit.first < last or (own is not None and reading.range(own, own)[0] - hit.last < FAR):
                continue
            draft = _of_agent(reading, hit, words) if hit.passive else _draft(reading, hit, words, own)
            if draft is not None and not _touches(spans, draft):
                found.append(draft)
                last = reading.range(draft.start, draft.end)[1]
    return found


def side_of(reading: Reading, attribution: Attribution | None) -> StanceLabel | None:
    """The side that the word of saying of a statement tells by itself, if it is one of ``find_judging``."""
    if attribution is None or attribution.hit is None or attribution.way is not Way.JUDGING:
        return None
    return _side(reading, attribution.hit)


def _side(reading: Reading, hit: CueHit) -> StanceLabel | None:
    predicate = predicates(reading.lexicon.code).at(reading, hit.first, hit.last)
    if predicate is not None and predicate.last == hit.last:
        label: StanceLabel = predicate.value  # type: ignore[assignment]
        return label
    label = listed_stance(reading, (hit.last, hit.last), (hit.first, hit.last), hit)
    return None if label == "neutral" else label


def _hits(reading: Reading, words: WordSpan) -> Iterator[CueHit]:
    """Predicates of the list, and verbs of judging, in text order."""
    known = predicates(reading.lexicon.code)
    judging = [hit.first for hit in reading.cues_in(*words) if CueUse.JUDGE in hit.cue.use]
    for place in sorted({*known.openings_in(reading, *words), *judging}):
        if reading.quoted[place]:
            continue
        match = known.at(reading, place, words.last) if reading.keys[place] in known.openings else None
        if match is not None:
            cue = Cue(reading.keys[place], "emotive", frozenset({CueUse.JUDGE}), frozenset({CueForm.FINITE}))
            yield CueHit(match.first, match.last, match.first, cue)
            continue
        hit = reading.cue_at.get(place)
        if hit is not None and place in judging and (hit.passive or _is_predicate(hit)) and _side(reading, hit):
            yield hit


def _is_predicate(hit: CueHit) -> bool:
    """A finite verb, or a participle with its auxiliary: *a condamné*."""
    forms = hit.cue.form
    return CueForm.FINITE in forms or (CueForm.PARTICIPLE in forms and (hit.first < hit.head or hit.finite is not None))


def _draft(reading: Reading, hit: CueHit, words: WordSpan, before: int | None) -> Draft | None:
    if _open(reading, hit, words) or is_refused(reading, hit) or opens_otherwise(reading, hit):
        return None
    speaker = speaker_of(reading, hit, words.first, words.last)
    if speaker is None or _tangled(hit, speaker) or _is_governed(reading, speaker):
        return None
    if takes_no_side(reading, hit, speaker, words.last):
        return None
    begin = min(hit.first, hit.head)
    stop = words.last if before is None else reading.range(before, before)[0]
    end = min(content_end(reading, hit.last - 1, stop, True), begin + LONGEST, stop)
    relative = _is_relative(reading, hit, speaker)
    if relative and not has_antecedent(reading, speaker.first):
        return None
    if hit.finite is not None and reading.keys[hit.last : hit.last + 1] == (",",):
        end = hit.last
    closing = relative or subject_of_clause(reading, hit, words.first) is not None
    if closing:
        end = next((i for i in range(hit.last, stop) if not reading.words[i].is_word), stop)
    while end > hit.last and not reading.words[end - 1].is_word:
        end -= 1
    if _is_particle(reading, hit, speaker.last, end):
        begin = words.first
    elif closing or begin < speaker.last <= end or _closes(reading, hit, speaker, end):
        begin = speaker.last
    while begin < end and not reading.words[begin].is_word:
        begin += 1
    if (
        end <= begin
        or is_no_comment(reading, hit, WordSpan(hit.last, end))
        or any(reading.quoted[begin:end])
        or is_pronoun_alone(reading, hit.last)
        or (end - begin <= hit.last - hit.first and not _denies(reading, hit))
    ):
        return None
    start, stop = reading.words[begin].start, reading.words[end - 1].end
    told = Attribution(hit, speaker, speaker.first, speaker.last, Way.JUDGING)
    return Draft(start, stop, "indirect", told, reading.document.paragraph_at(start).index, False)


def _is_governed(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a preposition opens the words or stands before a time, *am | Freitag, dem 3. Mai, dementiert*, or they
    are a word for the reader."""
    if is_addressed(reading, phrase):
        return True
    before = reading.has(phrase.first - 1, WordRole.PREP) and reading.has(phrase.first, WordRole.TIME)
    return before or reading.has(phrase.first, WordRole.PREP)


def _of_agent(reading: Reading, hit: CueHit, words: WordSpan) -> Draft | None:
    """The side of somebody named by whom a passive says that it is taken: *the plan was criticised by the mayor, X*.

    The statement is the clause up to its verb.
    """
    around = range(max(words.first, hit.first - NEGATION), min(words.last, hit.last + NEGATION))
    if any(reading.any_role(i, OPEN_OR_NOT) for i in around) or reading.keys[words.last - 1] == "?":
        return None
    speaker = speaker_of(reading, hit, *words)
    low = hit.first if hit.finite is None else min(hit.first, hit.finite)
    if speaker is None or speaker.first < low or not are_named(reading, speaker):
        return None
    high = hit.last
    begin = next((i + 1 for i in range(low - 1, words.first - 1, -1) if not reading.words[i].is_word), words.first)
    if begin >= low or any(reading.quoted[begin:high]):
        return None
    start, stop = reading.words[begin].start, reading.words[high - 1].end
    told = Attribution(hit, speaker, speaker.first, speaker.last, Way.JUDGING)
    return Draft(start, stop, "indirect", told, reading.document.paragraph_at(start).index, False)


def _is_relative(reading: Reading, hit: CueHit, speaker: WordSpan) -> bool:
    """Whether the predicate closes a relative clause: *, die gestern den Entwurf verteidigt hatte*."""
    pronoun = speaker.size == 1 and reading.has(speaker.first, WordRole.REL) and reading.keys[speaker.first - 1] == ","
    return pronoun and reading.grammar.word_order.verb_final and hit.first > speaker.last


def _is_particle(reading: Reading, hit: CueHit, begin: int, end: int) -> bool:
    """Whether only the particle of a split verb stands behind its subject, so that what it is about stands in first
    place: *Diesen Verdacht weist X | zurück*."""
    split = end - begin == 1 and reading.grammar.word_order.sentence_bracket and hit.first < begin
    return split and hit.cue.lemma.startswith(reading.keys[begin])


def _is_of_antecedent(reading: Reading, place: int) -> bool:
    """*une version | que | contestent les syndicats*: what the side is taken on stands before the clause."""
    return reading.grammar.clauses.obligatory_complementiser and reading.has(place, WordRole.THAT)


def _open(reading: Reading, hit: CueHit, words: WordSpan) -> bool:
    """Whether the clause leaves it open, says that it is not so, or is a passive: *hailed by the crowd*."""
    around = range(max(words.first, hit.first - NEGATION), min(words.last, hit.last + NEGATION))
    if any(reading.has(i, WordRole.NEG) and not reading.quoted[i] for i in around):
        return True
    before = range(max(words.first, hit.first - NEGATION), hit.first)
    passive = CueForm.PARTICIPLE in hit.cue.form and hit.last < words.last and reading.has(hit.last, WordRole.BY)
    return (
        passive
        or _is_of_antecedent(reading, hit.first - 1)
        or reading.keys[words.last - 1] == "?"
        or any(reading.any_role(i, OPEN) and not reading.has(i, WordRole.REL) for i in before)
    )


def _denies(reading: Reading, hit: CueHit) -> bool:
    """Whether the predicate alone says something: *X denies*; *X was pleased* is no statement without what about."""
    return _side(reading, hit) == "dismissal"


def _closes(reading: Reading, hit: CueHit, speaker: WordSpan, end: int) -> bool:
    """Whether nothing stands behind the predicate, and what it is about before it: *hat den Plan kritisiert*."""
    return end <= hit.last and 0 < hit.first - speaker.last <= LONGEST and not any(reading.quoted[speaker.last : end])


def _tangled(hit: CueHit, speaker: WordSpan) -> bool:
    """Whether the subject found is part of the predicate."""
    return speaker.first < hit.last and speaker.last > hit.first and hit.inner is None and speaker.last > hit.head + 1


def _touches(spans: Sequence[tuple[int, int]], draft: Draft) -> bool:
    """Whether a statement that was found has some of the words."""
    at = bisect_right(spans, (draft.end, 0))
    return any(end > draft.start and start < draft.end for start, end in spans[max(0, at - 4) : at])
