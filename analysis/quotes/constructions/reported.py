"""Statements without marks of their own: sentences that name a source or a speaker, and clauses that a word reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.attribution.fronting import leading_subject
from analysis.attribution.outlets import outlets_in
from analysis.attribution.owners import owner_before, owner_behind
from analysis.attribution.phrases import LONGEST_CLAUSE, VERBAL
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.subjects import speaker_of
from analysis.attribution.subjects_after import subject_after
from analysis.columns import CueUse, NounKind, WordRole
from analysis.matching import Match
from analysis.quotes.constructions.according import according
from analysis.quotes.constructions.construction import Construction, Found, Way
from analysis.quotes.constructions.contents import content_of
from analysis.quotes.constructions.endings import content_end, first_comma
from analysis.quotes.constructions.parentheses import parenthetical

NOUN_REACH = 3
"""Most words between a noun of saying and its clause."""
GENITIVE = 6
"""Most words between a noun of saying and the comma before its clause: whose it is."""
CLAUSE = 24
"""Words in which the verb of that clause is looked for."""
LONGEST_LABEL = 5
"""Most words of a name that opens a line, its colon included."""
LONGEST_DEMONSTRATIVE = 16
"""Most words of a sentence that says whose the sentence before it is."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence or a part of one, without marks at its end, with the source that they name.

    ``attributed`` are the heads of cues that attribute direct quotations.
    """

    reading: Reading
    words: WordSpan
    attributed: frozenset[int]
    source: Found | None

    @property
    def quotes(self) -> bool:
        """Whether one of its cues attributes a direct quotation."""
        return any(hit.head in self.attributed for hit in self.reading.cues_in(*self.words))


def sentence_of(reading: Reading, words: WordSpan, attributed: frozenset[int]) -> Sentence:
    """These words as a sentence that may report something."""
    first, stop = words
    while stop > first and not reading.words[stop - 1].is_word:
        stop -= 1
    return Sentence(reading, WordSpan(first, stop), attributed, according(reading, first, stop))


def line_label(sentence: Sentence) -> Found | None:
    """*Name: statement* in a headline, *NAME: turn* in a transcript."""
    reading, (first, stop) = sentence.reading, sentence.words
    reach = range(first + 1, min(first + LONGEST_LABEL, stop))
    place = next((i for i in reach if reading.keys[i] == ":"), None)
    words = [word for word in reading.words[first:place] if word.is_word] if place is not None else []
    if place is None or not words:
        return None
    headline = reading.document.sentences[reading.sentence_of(first)].role == "headline"
    upper = all(reading.text[w.start : w.end].isupper() and w.end - w.start > 1 for w in words)
    actors = [n.actor for n in reading.named_in(first, place) if n.last == place]
    named = any(actor.type in ("person", "organization") for actor in actors) or all(w.capital for w in words)
    if not (upper or (headline and named)):
        return None
    return Found(None, WordSpan(first, place), first, place + 1, (WordSpan(place + 1, stop),))


def source_first(sentence: Sentence) -> Found | None:
    """*According to X, …*"""
    source = sentence.source
    return source if source is not None and source.first == sentence.words.first else None


def parenthesis(sentence: Sentence) -> Found | None:
    """*…, said X.*, *…, X said, …*"""
    return parenthetical(sentence.reading, sentence.words, sentence.attributed)


def source(sentence: Sentence) -> Found | None:
    """*…, according to X.*"""
    return sentence.source


SENTENCES = (
    Construction("name and colon in front", line_label, Way.LABEL),
    Construction("according to, in first place", source_first, Way.ACCORDING),
    Construction("parenthesis", parenthesis, Way.CLAUSE),
    Construction("according to", source, Way.ACCORDING),
)
"""Constructions that attribute a sentence as a whole, in order: the first that finds anything counts."""


def is_outlet(reading: Reading, speaker: WordSpan | None) -> bool:
    """Whether the speaker is a news outlet, from which the article may have what somebody else said."""
    return speaker is not None and next(outlets_in(reading, speaker.first, speaker.last), None) is not None


def within(sentence: Sentence, outer: WordSpan) -> Sentence:
    """What an outlet says that others said: the words beside its attribution, *X has confirmed that …, writes the
    paper*."""
    (first, stop), behind = sentence.words, outer.first > sentence.words.first
    words = WordSpan(first, outer.first) if behind else WordSpan(outer.last, stop)
    return sentence_of(sentence.reading, words, sentence.attributed)


def complements(sentence: Sentence, taken: WordSpan | None) -> Iterator[Found]:
    """Clauses and objects of cues, then the clause of a noun of saying; ``taken`` are words that attribute already."""
    reading, (first, stop) = sentence.reading, sentence.words
    reached = first
    for hit in reading.cues_in(first, stop):
        if hit.head in sentence.attributed or reading.quoted[hit.head] or hit.first < reached:
            continue
        if taken is not None and hit.first >= taken.first and hit.last <= taken.last:
            continue
        content = content_of(reading, hit, first, stop)
        if content is None:
            continue
        speaker = speaker_of(reading, hit, max(first, _clause_start(reading, hit.first, first)), content.first)
        if speaker is None and not hit.passive:
            speaker = speaker_of(reading, hit, first, content.first)
        if speaker is None and not hit.passive:
            continue
        begin = min(hit.first, speaker.first if speaker else hit.first)
        yield Found(hit, speaker, begin, content.first, (content,))
        reached = content.last
    for noun in _nouns(reading, WordSpan(max(first, reached), stop)):
        found = _clause_of(sentence, noun)
        if found is not None:
            yield found
            return


def _nouns(reading: Reading, words: WordSpan) -> Iterator[Match[NounKind]]:
    """Nouns of saying that take a clause."""
    for place in range(*words):
        found = None if reading.quoted[place] else reading.lexicon.nouns.at(reading, place, words.last)
        if found is not None and found.value is not NounKind.WORDING:
            yield found


def _clause_of(sentence: Sentence, noun: Match[NounKind]) -> Found | None:
    """*the claim that …*, *der Meinung, dass …*: a noun of saying with its clause."""
    reading, (first, stop) = sentence.reading, sentence.words
    owner = owner_behind(reading, noun.last, stop)
    at = owner.last if owner is not None else noun.last
    begin = next((i for i in range(at, min(stop, at + NOUN_REACH)) if reading.has(i, WordRole.THAT)), None)
    if begin is None and reading.grammar.verbs.reported_mood:
        begin = _reported_clause(reading, at, stop)
    if begin is None or (reading.has(begin, WordRole.REL) and begin > at + 1):
        return None
    speaker = owner_before(reading, first, noun.first) or owner or leading_subject(reading, first, noun.first)
    if speaker is None:
        return None
    end = content_end(reading, begin, stop)
    by_comma = reading.grammar.clauses.comma_before_complement
    if by_comma and reading.has(first, WordRole.PREP) and not _has_verb(reading, first, noun.first):
        end = first_comma(reading, begin, end) or end
    return Found(None, speaker, min(noun.first, speaker.first), begin, (WordSpan(begin, end),))


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


def demonstrative(reading: Reading, words: WordSpan, attributed: frozenset[int]) -> Found | None:
    """*Det uppger polisen.*, *Dies bestätigte der Sprecher.*: the statement is the sentence before."""
    first, stop = words
    if not reading.grammar.word_order.verb_second or not reading.has(first, WordRole.NEUT):
        return None
    hit = reading.cue_at.get(first + 1) if stop - first <= LONGEST_DEMONSTRATIVE else None
    if hit is None or hit.first != first + 1 or hit.head in attributed or CueUse.SAY not in hit.cue.use:
        return None
    speaker = subject_after(reading, hit.last, stop)
    if speaker is None or speaker.first > hit.last + 2:
        return None
    if any(reading.has(i, WordRole.THAT) for i in range(hit.last, stop)):
        return None
    return Found(hit, speaker, first, speaker.last)


def is_in_reported_mood(reading: Reading, words: WordSpan, bare: bool) -> bool:
    """Whether the sentence stands in the mood of reported speech; ``bare``: nothing before it tells who speaks, so that
    only forms count that can be nothing else."""
    return any(
        WordRole.SUBJ in word.roles and not reading.quoted[i] and (not bare or _is_reported_mood(reading, i))
        for i, word in enumerate(reading.words[words.first : words.last], words.first)
    )


def _is_reported_mood(reading: Reading, place: int) -> bool:
    """A form of the reported mood outside a set phrase (*es sei denn*)."""
    verbs = reading.grammar.verbs
    set_phrase = any(key in verbs.subjunctive_phrases for key in reading.keys[place + 1 : place + 2])
    return reading.keys[place] in verbs.reported_mood and not set_phrase
