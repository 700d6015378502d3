"""What a sentence reports: frames of a word of saying, with who speaks, what is said, and where it was heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from analysis.attribution.contents import content_of
from analysis.attribution.cues import WANTING, CueHit
from analysis.attribution.endings import content_end, first_comma
from analysis.attribution.fronting import leading_subject
from analysis.attribution.media import Heard, heard
from analysis.attribution.owners import genitive_before, owner_before, owner_behind, sender_behind
from analysis.attribution.phrases import LONGEST_CLAUSE, is_addressed, is_first_person, is_function_words, is_verbal
from analysis.attribution.quoting import quotes_somebody
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.roles import SINGULAR, VERBAL
from analysis.attribution.subjects import speaker_of
from analysis.attribution.unreported import is_unreported
from analysis.attribution.unsaid import is_unsaid, opens_otherwise
from analysis.columns import CueForm, CueUse, NounKind, WordRole
from analysis.matching import Match

NOUN_REACH = 3
"""Most words between a noun of saying and its clause."""
GENITIVE = 6
"""Most words between a noun of saying and the comma before its clause: whose it is."""
LONGEST_NAME = 7
"""Most words of what something is called in an apposition, its comma included."""
CLAUSE = 24
"""Words in which the verb of that clause is looked for."""
MOST = 24
"""Words of saying of one sentence whose frames are read, verbs and nouns each; of 4,800 sentences of news one has 6."""

LINKING = frozenset({WordRole.BE, WordRole.HAVE, WordRole.ADV, WordRole.TIME})
"""Words between a noun of saying and what it is: *has always been that*."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A word of saying with what it governs, as its sentence has it.

    ``cue`` is ``None`` for a noun of saying; ``subject`` speaks, of a noun its owner, and in the passive ``agent``
    does; ``medium`` is where it was said, with the outlet that the article has it from; ``first`` is where cue and
    speaker begin, ``head`` the word of saying itself.
    """

    cue: CueHit | None
    subject: WordSpan | None
    agent: WordSpan | None
    content: WordSpan
    medium: Heard
    first: int
    head: int

    @property
    def speaker(self) -> WordSpan | None:
        """Who says it."""
        return self.subject or self.agent


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames of a sentence: those of its cues, and those of its nouns of saying, each in text order."""

    of_cues: tuple[Frame, ...]
    of_nouns: tuple[Frame, ...]

    def reporting(self, words: WordSpan, attributed: frozenset[int], taken: WordSpan) -> Iterator[Frame]:
        """The frames that report something among these words, none inside what another one reports: those of cues, then
        that of the first noun behind them.

        Cues whose heads are ``attributed`` to a direct quotation, or that stand within the words ``taken``, report
        nothing else, nor does what begins within those: *was ordered, according | to X*.
        """
        reached = words.first
        for frame in self.of_cues:
            hit = frame.cue
            if hit is None or not max(reached, words.first) <= hit.first < words.last or hit.head in attributed:
                continue
            if hit.first >= taken.first and hit.last <= taken.last:
                continue
            if taken.first <= frame.content.first < taken.last:
                continue
            yield frame
            reached = frame.content.last
        behind = (frame for frame in self.of_nouns if max(reached, words.first) <= frame.head < words.last)
        yield from islice(behind, 1)


def frames_of(reading: Reading, words: WordSpan) -> Frames:
    """The frames of the words of a sentence, of its first ``MOST`` words of saying; one within marks has none."""
    hits = [hit for hit in reading.cues_in(*words) if not reading.quoted[hit.head]][:MOST]
    unsaid = [content for hit in hits if (content := _unsaid_by(reading, hit, words)) is not None]
    said = (hit for hit in hits if not any(content.first < hit.head < content.last for content in unsaid))
    of_cues = (_of_cue(reading, hit, words) for hit in said)
    of_nouns = (_of_noun(reading, noun, words) for noun in islice(_nouns(reading, words), MOST))
    return Frames(tuple(frame for frame in of_cues if frame), tuple(frame for frame in of_nouns if frame))


def _unsaid_by(reading: Reading, hit: CueHit, words: WordSpan) -> WordSpan | None:
    """What a cue says was not said, and nobody within it then: *would not say whether the mayor believes that …*."""
    content = None if _is_apposed(reading, hit, words.first) else content_of(reading, hit, *words)
    return content if content is not None and is_unsaid(reading, hit, content) else None


def _of_cue(reading: Reading, hit: CueHit, words: WordSpan) -> Frame | None:
    """The frame of a cue; ``None`` where it reports nothing, or nobody is its subject and it is no passive."""
    first, stop = words
    content = None if _is_apposed(reading, hit, first) else content_of(reading, hit, first, stop)
    if content is None or is_unsaid(reading, hit, content) or _is_quoted_as(reading, hit, content):
        return None
    if opens_otherwise(reading, hit):
        return None
    speaker = speaker_of(reading, hit, max(first, _clause_start(reading, hit.first, first)), content.first)
    if speaker is None and not hit.passive:
        speaker = speaker_of(reading, hit, first, content.first)
    if speaker is None and (not hit.passive or hit.cue.use == WANTING):
        return None
    if speaker is not None and (is_first_person(reading, speaker) or is_addressed(reading, speaker)):
        return None
    if speaker is None and CueUse.SHOW in hit.cue.use:
        return None  # *it was revealed that …*: nothing and nobody shows it
    if is_unreported(reading, hit, speaker, content):
        return None
    if speaker is not None and (_is_advice(reading, hit, speaker) or _is_impending(reading, hit, speaker, content)):
        return None
    begin = min(hit.first, speaker.first if speaker else hit.first)
    medium = heard(reading, WordSpan(begin, content.first), speaker, content)
    subject, agent = (None, speaker) if hit.passive else (speaker, None)
    return Frame(hit, subject, agent, content, medium, begin, hit.head)


def _is_advice(reading: Reading, hit: CueHit, speaker: WordSpan) -> bool:
    """*It is important to note that …*, *es ist wichtig zu betonen, dass …*: the outlet advises its reader."""
    neuter = speaker.size == 1 and reading.has(speaker.first, WordRole.NEUT) and speaker.last < hit.head - 1
    if not neuter or reading.any_role(speaker.first, SINGULAR):
        return False
    return reading.any_role(speaker.last, VERBAL) and reading.has(hit.head - 1, WordRole.INF)


def _is_impending(reading: Reading, hit: CueHit, speaker: WordSpan, content: WordSpan) -> bool:
    """*Es droht | ein Streik*: a neuter pronoun before a verb of wanting, where the verb stands second, holds the place
    of what comes, and wants nothing."""
    if hit.cue.use != {CueUse.WANT} or not reading.grammar.word_order.verb_second or speaker.size != 1:
        return False
    neuter = reading.has(speaker.first, WordRole.NEUT) and not reading.any_role(speaker.first, SINGULAR)
    opens = speaker.first < hit.first and reading.words[speaker.first].start in reading.opening_starts
    thing = reading.has(content.first, WordRole.DET) and not reading.has(content.first, WordRole.INF)
    return neuter and opens and content.first == hit.last and thing


def _is_quoted_as(reading: Reading, hit: CueHit, content: WordSpan) -> bool:
    """*The paper quoted a neighbour as saying that …*: the gerund has what was said."""
    gerunds = (other for other in reading.cues_in(hit.last, content.last) if other.cue.form == {CueForm.GERUND})
    return quotes_somebody(reading, hit) and any(reading.has(other.first - 1, WordRole.AS) for other in gerunds)


def _is_apposed(reading: Reading, hit: CueHit, first: int) -> bool:
    """A bare participle that opens an apposition: *the agent, accused of having …*, *acuzat că …*."""
    called = (
        hit.cue.use == {CueUse.CALL} and CueForm.PARTICIPLE in hit.cue.form and _ends_before_verb(reading, hit.last)
    )
    bare = (hit.cue.form == {CueForm.PARTICIPLE} or called) and hit.first == hit.head and hit.head > first
    bracket = hit.finite is not None and reading.grammar.word_order.sentence_bracket
    return bare and not bracket and reading.keys[hit.head - 1] == ","


def _ends_before_verb(reading: Reading, place: int) -> bool:
    """Whether a comma ends the words here and the sentence goes on with its verb: *, called Lantern Run, | is …*."""
    reach = range(place, min(place + LONGEST_NAME, len(reading.words) - 1))
    comma = next((i for i in reach if reading.keys[i] == ","), None)
    return comma is not None and is_verbal(reading, comma + 1)


def _nouns(reading: Reading, words: WordSpan) -> Iterator[Match[NounKind]]:
    """Nouns of saying."""
    nouns = reading.lexicon.nouns
    for place in nouns.openings_in(reading, *words):
        found = None if reading.quoted[place] else nouns.at(reading, place, words.last)
        if found is not None:
            yield found


def _of_noun(reading: Reading, noun: Match[NounKind], words: WordSpan) -> Frame | None:
    """*the claim that …*, *der Meinung, dass …*, *their answer was that …*: a noun of saying with its clause."""
    first, stop = words
    owner = owner_behind(reading, noun.last, stop) or sender_behind(reading, noun.last, stop)
    at = owner.last if owner is not None else noun.last
    begin = _that_behind(reading, at, stop)
    if begin is None and reading.grammar.verbs.reported_mood:
        begin = _reported_clause(reading, at, stop)
    if begin is None or (reading.has(begin, WordRole.REL) and begin > at + 1 and not _equates(reading, at, begin)):
        return None
    speaker = owner_before(reading, first, noun.first) or owner
    if noun.value is NounKind.WORDING:
        speaker = (speaker or genitive_before(reading, first, noun.first)) if _equates(reading, at, begin) else None
    else:
        speaker = speaker or leading_subject(reading, first, noun.first)
    if speaker is None or is_function_words(reading, speaker) or _is_its_own(reading, speaker, noun.first):
        return None
    end = content_end(reading, begin, stop)
    by_comma = reading.grammar.clauses.comma_before_complement
    if by_comma and reading.has(first, WordRole.PREP) and not _has_verb(reading, first, noun.first):
        end = first_comma(reading, begin, end) or end
    return _framed(reading, noun, speaker, WordSpan(begin, end))


def _framed(reading: Reading, noun: Match[NounKind], speaker: WordSpan, content: WordSpan) -> Frame:
    at = min(noun.first, speaker.first)
    medium = heard(reading, WordSpan(at, content.first), speaker, content)
    return Frame(None, speaker, None, content, medium, at, noun.first)


def _that_behind(reading: Reading, at: int, stop: int) -> int | None:
    """The *that* right behind a noun of saying, or behind what links the two: *her answer has always been | that*."""
    linked = at
    while linked < min(stop, at + GENITIVE) and reading.any_role(linked, LINKING):
        linked += 1
    reach = range(at, min(stop, max(at + NOUN_REACH, linked + 1)))
    return next((i for i in reach if reading.has(i, WordRole.THAT)), None)


def _equates(reading: Reading, at: int, begin: int) -> bool:
    """Whether only a form of *be* stands between a noun and its clause: *the answer | was | that …*."""
    between = [i for i in range(at, begin) if reading.words[i].is_word]
    return any(reading.has(i, WordRole.BE) for i in between) and all(reading.any_role(i, LINKING) for i in between)


def _is_its_own(reading: Reading, words: WordSpan, noun: int) -> bool:
    """Whether the words lead up to the noun and are only its article and adjectives: *the | demand*."""
    article = reading.has(words.first, WordRole.DET) and not reading.has(words.first, WordRole.POSS)
    return words.last == noun and article


def _has_verb(reading: Reading, first: int, last: int) -> bool:
    return any(reading.any_role(i, VERBAL) or i in reading.cue_at for i in range(first, last))


def _reported_clause(reading: Reading, at: int, stop: int) -> int | None:
    """*der Vorwurf der CDU, es handele sich …*: a clause in reported mood behind the comma after a noun."""
    comma = next((i for i in range(at, min(stop, at + GENITIVE)) if reading.keys[i] == ","), None)
    if comma is None or any(i in reading.cue_at for i in range(at, comma)) or reading.has(comma + 1, WordRole.CONJ):
        return None
    reach = range(comma + 1, min(stop, comma + CLAUSE))
    return comma + 1 if any(reading.has(i, WordRole.SUBJ) for i in reach) else None


def _clause_start(reading: Reading, place: int, first: int) -> int:
    """After the last semicolon, dash or colon before the cue."""
    for i in range(place - 1, max(first, place - LONGEST_CLAUSE), -1):
        if reading.keys[i] in (";", ":", "–", "—"):
            return i + 1
    return first
