"""Statements without marks of their own: sentences that name a source or a speaker, and clauses that a word reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.attribution.frames import frames_of
from analysis.attribution.outlets import outlets_in
from analysis.attribution.owners import owns
from analysis.attribution.reading import Reading, Word, WordSpan
from analysis.attribution.subjects_after import subject_after
from analysis.columns import CueUse, WordRole
from analysis.quotes.constructions.according import according
from analysis.quotes.constructions.as_said import as_said
from analysis.quotes.constructions.construction import Construction, Found, Way, first_found
from analysis.quotes.constructions.parentheses import parenthetical
from analysis.quotes.constructions.views import view_of

REL_OR_THAT = frozenset({WordRole.REL, WordRole.THAT})

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
    if place is None or not words or any(reading.quoted[first:place]):
        return None
    headline = reading.document.sentences[reading.sentence_of(first)].role == "headline"
    upper = all(reading.text[w.start : w.end].isupper() and w.end - w.start > 1 for w in words)
    upper = upper and not any(c.isdigit() for w in words for c in reading.text[w.start : w.end])
    actors = [n.actor for n in reading.named_in(first, place) if n.last == place]
    upper = upper and (headline or not any(actor.type == "place" for actor in actors))  # *OSLO: …* tells from where
    named = any(actor.type in ("person", "organization") for actor in actors) or _looks_named(reading, words)
    if not (upper or (headline and named)) or owns(reading, WordSpan(first, place)):
        return None
    return Found(None, WordSpan(first, place), first, place + 1, (WordSpan(place + 1, stop),))


def _looks_named(reading: Reading, words: Sequence[Word]) -> bool:
    """Several words with capitals, where not every noun has one: a single one is what the headline is about."""
    plain = not reading.grammar.nouns.capitalised and len(words) > 1
    return plain and all(word.capital and not word.roles for word in words)


def source_first(sentence: Sentence) -> Found | None:
    """*According to X, …*"""
    source = sentence.source
    return source if source is not None and source.first == sentence.words.first else None


def parenthesis(sentence: Sentence) -> Found | None:
    """*…, said X.*, *…, X said, …*"""
    return parenthetical(sentence.reading, sentence.words, sentence.attributed)


def as_clause(sentence: Sentence) -> Found | None:
    """*…, as X said.*, *Wie X mitteilte, …*"""
    return as_said(sentence.reading, sentence.words, sentence.attributed)


def source(sentence: Sentence) -> Found | None:
    """*…, according to X.*"""
    return sentence.source


SENTENCES = (
    Construction("name and colon in front", line_label, Way.LABEL),
    Construction("according to, in first place", source_first, Way.ACCORDING),
    Construction("clause with as", as_clause, Way.CLAUSE),
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
    skipped = WordSpan(0, 0) if taken is None else taken
    frames = frames_of(sentence.reading, sentence.words)
    for frame in frames.reporting(sentence.words, sentence.attributed, skipped):
        yield Found(frame.cue, frame.speaker, frame.first, frame.content.first, (frame.content,), frame.medium)


def demonstrative(reading: Reading, words: WordSpan, attributed: frozenset[int]) -> Found | None:
    """*Det uppger polisen.*, *Dies bestätigte der Sprecher.*: the statement is the sentence before."""
    first, stop = words
    if not reading.grammar.word_order.verb_second or not reading.has(first, WordRole.NEUT):
        return None
    hit = reading.cue_at.get(first + 1) if stop - first <= LONGEST_DEMONSTRATIVE else None
    if hit is None or hit.first != first + 1 or hit.head in attributed or CueUse.SAY not in hit.cue.use:
        return None
    if any(reading.has(i, WordRole.NEG) for i in range(hit.first, hit.last)):
        return None  # *Det står ikke skrevet i stjernene*
    speaker = subject_after(reading, hit.last, stop)
    if speaker is None or speaker.first > hit.last + 2:
        return None
    if any(reading.has(i, WordRole.THAT) for i in range(hit.last, stop)):
        return None
    return Found(hit, speaker, first, speaker.last)


def is_in_reported_mood(reading: Reading, words: WordSpan, bare: bool) -> bool:
    """Whether the sentence stands in the mood of reported speech; ``bare``: nothing before it tells who speaks, so that
    only forms count that can be nothing else."""
    if not reading.grammar.verbs.reported_mood or _is_nobodys(reading, words):
        return False
    if reading.has(words.first, WordRole.SUBJ) and "," in reading.keys[words.first : words.last]:
        comma = next(i for i in range(*words) if reading.keys[i] == ",")
        words = WordSpan(comma, words.last)  # *Sollte das stimmen, …*: the condition is nobody's report
    if _opens_in_mood(reading, words.first):
        return True
    return any(
        WordRole.SUBJ in word.roles
        and not reading.quoted[i]
        and (not bare or _is_reported_mood(reading, i))
        and not _is_asked(reading, words.first, i)
        for i, word in enumerate(reading.words[words.first : words.last], words.first)
    )


def _opens_in_mood(reading: Reading, first: int) -> bool:
    """*Er beobachte, dass …*: a pronoun, and a verb of saying in a form that only the mood of reported speech has."""
    cues, key = reading.lexicon.cues.openings, reading.keys[min(first + 1, len(reading.keys) - 1)]
    pronoun = reading.any_role(first, {WordRole.MASC, WordRole.FEM}) and not reading.quoted[first]
    infinitives = (
        key.removesuffix(end) + infinitive
        for end, infinitive in reading.grammar.verbs.reported_endings
        if key.endswith(end)
    )
    return pronoun and key not in cues and any(form in cues for form in infinitives)


def _is_asked(reading: Reading, first: int, place: int) -> bool:
    """*Der Kunde muss ausfüllen, | ob er krank sei*: the mood of a question inside a sentence, which nobody tells."""
    comma = next((i for i in range(place - 1, first, -1) if reading.keys[i] == ","), None)
    if comma is None or not reading.has(comma + 1, WordRole.WH) or reading.any_role(comma + 1, REL_OR_THAT):
        return False
    return not any(reading.has(i, WordRole.SUBJ) for i in range(first, comma))


def _is_nobodys(reading: Reading, words: WordSpan) -> bool:
    """Whether nobody is whom the sentence opens with, and a verb of saying follows: *Keiner der Nachbarn sagte, …*."""
    said = any(CueUse.SAY in hit.cue.use and not reading.quoted[hit.head] for hit in reading.cues_in(*words))
    return said and reading.has(words.first, WordRole.NOBODY)


def _is_reported_mood(reading: Reading, place: int) -> bool:
    """A form of the reported mood outside a set phrase (*es sei denn*)."""
    verbs = reading.grammar.verbs
    set_phrase = any(key in verbs.subjunctive_phrases for key in reading.keys[place + 1 : place + 2])
    return reading.keys[place] in verbs.reported_mood and not set_phrase


def statements(sentence: Sentence) -> Iterator[tuple[Way, Found]]:
    """Statements of a sentence and how each is attributed: as a whole, or what its words report."""
    whole = first_found(SENTENCES, sentence)
    if whole is not None and whole[0].way is Way.ACCORDING and _asks(sentence):
        return
    if whole is None:
        yield from _reports(sentence, None)
        return
    way, found = whole[0].way, whole[1]
    if whole[0].find is as_clause and found.content[0].first > max(sentence.words.first, found.last):
        yield way, found
        yield from statements(_up_to(sentence, found.content[0].first))
        return
    taken, outlet = WordSpan(found.first, found.last), is_outlet(sentence.reading, found.speaker)
    if way is Way.LABEL or not (outlet or way is Way.ACCORDING):
        if way is Way.LABEL or not sentence.quotes:
            yield way, found
        return
    inner = list(_of_outlet(within(sentence, taken))) if outlet else []
    if inner or (outlet and sentence.quotes):
        yield from inner
        return
    reports = list(_reports(sentence, taken)) if way is Way.ACCORDING else []
    if not sentence.quotes and (found.speaker is not None or not reports):
        yield way, found  # *er gab demnach an, …*: by an account that is not named, only what is said is told
    yield from reports


def _asks(sentence: Sentence) -> bool:
    """Whether the outlet asks: *How did it, according to its critics, come to that?* tells nothing that they said."""
    stop = sentence.words.last
    return stop < len(sentence.reading.keys) and sentence.reading.keys[stop] == "?"


def _up_to(sentence: Sentence, stop: int) -> Sentence:
    """The words before a clause that stands in the same sentence, without the comma and the conjunction between."""
    comma = next((i for i in range(stop - 1, sentence.words.first, -1) if sentence.reading.keys[i] == ","), stop)
    return sentence_of(sentence.reading, WordSpan(sentence.words.first, comma), sentence.attributed)


def _reports(sentence: Sentence, taken: WordSpan | None) -> Iterator[tuple[Way, Found]]:
    """What the words of saying report, else whose view the sentence is; ``taken`` are words that attribute already."""
    reported = list(complements(sentence, taken))
    held = view_of(sentence.reading, sentence.words) if taken is None and not sentence.quotes else None
    if held is not None and all(_wants(found) for found in reported):
        yield Way.LABEL, held
        return
    for found in reported:
        yield Way.CLAUSE, found


def _wants(found: Found) -> bool:
    """Whether a verb only of wanting reports it, which things do as well: *this reform threatens the stations*."""
    return found.hit is not None and found.hit.cue.use == {CueUse.WANT}


def _of_outlet(sentence: Sentence) -> Iterator[tuple[Way, Found]]:
    """What an outlet says that others said."""
    source = sentence.source
    if source is not None and not is_outlet(sentence.reading, source.speaker):
        yield Way.ACCORDING, source
        return
    for found in complements(sentence, None):
        yield Way.CLAUSE, found
