"""The source that *according to* names, wherever it stands among the words: *X zufolge*, *nach … Ansicht*."""

from __future__ import annotations

from analysis.attribution.owners import owner_of_view
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.subjects_after import subject_after
from analysis.columns import SourcePlace, WordRole
from analysis.quotes.constructions.construction import Found

SHORT = 5
"""Most words of a source that stands before its preposition."""


def source_openings(reading: Reading, first: int, stop: int) -> list[int]:
    """The words, not quoted, with which a phrase such as *according to* may begin; none inside one that only looks like
    it: *erst | nach den Angaben*, *først | etter opplysninger fra*."""
    keys, openings = reading.keys, reading.lexicon.source_openings
    places: list[int] = []
    free = first
    for place in range(first, stop):
        if place < free or keys[place] not in openings or reading.quoted[place]:
            continue
        found = reading.lexicon.according.at(reading, place, stop)
        if found is not None and found.value is SourcePlace.NOTHING:
            free = found.last
        places.append(place)
    return places


def named_source(reading: Reading, start: int, stop: int) -> Found | None:
    """*according to X* in the sentence, before, behind or around the source (*X zufolge*, *nach … Ansicht*)."""
    ambipositions = reading.grammar.clauses.ambipositions
    for place in source_openings(reading, start, stop):
        found = reading.lexicon.according.at(reading, place, stop)
        if found is not None and found.value is SourcePlace.PRE:
            speaker = subject_after(reading, found.last, stop)
            if speaker is not None:
                return Found(None, owner_of_view(reading, speaker) or speaker, place, speaker.last)
        if found is not None and found.value is SourcePlace.OWN:
            speaker = WordSpan(place, found.last)
            return Found(None, speaker, place, speaker.last)
        if found is not None and found.value is SourcePlace.POST and reading.keys[place] not in ambipositions:
            speaker = _before_post(reading, start, place)
            if speaker is not None:
                return Found(None, speaker, speaker.first, place + 1)
        nothing = found is not None and found.value is SourcePlace.NOTHING
        frame = None if nothing else reading.lexicon.frames.at(reading, place, stop)
        owner = None if frame is None else owner_of_view(reading, WordSpan(place + 1, frame.last))
        if frame is not None and (owner is not None or frame.value is not SourcePlace.OWNED):
            speaker = owner or _of_frame(reading, WordSpan(place, frame.last), stop)
            return Found(None, speaker, place, max(speaker.last, frame.last))
    return None


def _before_post(reading: Reading, start: int, place: int) -> WordSpan | None:
    """*dem Bericht zufolge*: from the article or the first capital to the word."""
    first = place
    while first > start and reading.words[first - 1].is_word and place - first < SHORT:
        first -= 1
        if reading.has(first, WordRole.DET):
            return WordSpan(first, place)
    return WordSpan(place - 1, place) if place > start and reading.words[place - 1].capital else None


def _of_frame(reading: Reading, frame: WordSpan, stop: int) -> WordSpan:
    """Past a genitive or *von* behind the noun of the frame: *nach Ansicht der Polizei*."""
    place, end = frame
    if end < stop and reading.has(end, WordRole.OF) and not reading.words[end].capital:
        phrase = subject_after(reading, end + 1, stop)
        if phrase is not None and phrase.first == end + 1:
            return WordSpan(place + 1, phrase.last)
    return WordSpan(place + 1, end)
