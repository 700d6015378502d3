"""Loaded language: emotive, judging, labelling and sensational expressions, and whose voice they are in."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis import resources
from analysis.framing.candidates import (
    MOST,
    Candidate,
    content_words,
    described,
    lexicon,
    listed,
    matches_of,
    names_of,
    unlisted,
)
from analysis.framing.intervals import poisson
from analysis.framing.patterns import Match, Word
from analysis.framing.subjectivity import Reading, best_readings, model, subjectivity
from analysis.framing.voice import Stretches, join
from analysis.types import Actor, Document, Embedding, Encoder, LoadedTerm, Score, Vectors

PER = 1000.0
"""Rates are given per this many words."""
MIN_WORDS = 50
"""Words of the outlet's own below which one loaded word more or less moves the rate by over 20 per 1,000."""
THRESHOLD = -1.0
"""Logit from which an expression counts as loaded: about one in four, where precision and recall are traded evenly."""
OPINION = 0.8
"""A sentence more subjective than this has its most telling word marked, whatever its logit."""
SHARE = 0.04
"""Further words marked so, a word of the sentence and standard deviation above ``OPINION``."""


def find_loaded(
    document: Document,
    words: Sequence[Word],
    actors: Sequence[Actor],
    quoted: Stretches,
    embedding: Embedding | None = None,
    encoder: Encoder | None = None,
) -> tuple[LoadedTerm, ...]:
    """Loaded expressions in text order, with category, intensity 1 (mild) to 3 (strong), and voice.

    A mild expression ("important", "disappointing") is ordinary in a report and telling in a comment: what counts is
    what the lists and the reading of the expression say together with how subjective its sentence reads. Method: the
    language's lists ``loaded`` and ``stance``, a linear model of sentences and one of expressions; given the encoder
    that the shipped weights read, also single words in no list, by their vectors, with intensity 1. In a quotation
    only what is loaded by itself counts. Nothing is found in a language without lists.
    """
    if not resources.supported(document.language) or not document.sentences:
        return ()
    seen = weighed(document, words, actors, quoted, embedding, encoder)
    return tuple(
        LoadedTerm(
            start=each.start,
            end=each.end,
            text=document.text[each.start : each.end],
            voice=quoted.voice(each.start),
            category=each.category,
            intensity=max(1, each.intensity),
        )
        for each in sorted(_chosen(document, seen, words), key=lambda each: each.start)
    )


@dataclass(frozen=True, slots=True)
class Weighed:
    """The candidates of a document, a row of features and a logit for each, and how subjective each sentence reads."""

    found: list[Candidate]
    rows: Vectors
    logits: Vectors
    best: Vectors
    levels: Vectors


def weighed(
    document: Document,
    words: Sequence[Word],
    actors: Sequence[Actor],
    quoted: Stretches,
    embedding: Embedding | None = None,
    encoder: Encoder | None = None,
) -> Weighed:
    """What may be loaded in a document of a supported language, and by how much."""
    code, matches, names = document.language, matches_of(document, words), names_of(actors)
    readings, content = _read(document, words, matches, join(names), embedding, encoder)
    best = best_readings(document, [word for word in content if not quoted.holds(word.start)], readings)
    signs = [(match.start, lexicon(code).intensities[match.entry]) for match in matches]
    vectors = embedding.sentences if readings and embedding is not None else None
    levels = subjectivity(document, words, signs, [start for start, _ in names], vectors, best)
    found = list(listed(document, words, matches, quoted))
    found += unlisted(document, content, join((match.start, match.end) for match in matches), quoted, readings)
    rows = described(document, words, found, levels, readings)
    return Weighed(found, rows, model().expressions(rows, read=bool(readings)), best, levels)


def _read(
    document: Document,
    words: Sequence[Word],
    matches: Sequence[Match],
    names: Stretches,
    embedding: Embedding | None,
    encoder: Encoder | None,
) -> tuple[dict[str, Reading], list[Word]]:
    """Readings of words by form, and the content words; both empty unless the weights know the encoder."""
    known = model().encoder
    if encoder is None or embedding is None or encoder.identity != known or embedding.encoder != known:
        return {}, []
    content, inside = content_words(document.language, words, names), join((each.start, each.end) for each in matches)
    forms = {word.lower for word in content} | {word.lower for word in words if inside.holds(word.start)}
    return model().words(document.language, forms, encoder), content


def _chosen(document: Document, seen: Weighed, words: Sequence[Word]) -> Iterator[Candidate]:
    """The candidates above the threshold, and the most telling of a sentence of opinion."""
    sentences: dict[int, list[tuple[float, Candidate]]] = defaultdict(list)
    for logit, each in zip(seen.logits, seen.found, strict=True):
        sentences[each.sentence].append((float(logit), each))
    starts = [word.start for word in words]
    for place, weighted in sentences.items():
        sentence, level = document.sentences[place], float(seen.levels[place])
        length = bisect_left(starts, sentence.end) - bisect_left(starts, sentence.start)
        room = max(1.0, SHARE * length * (min(level, MOST) - OPINION)) if level > OPINION else 0.0
        used = 0
        for logit, each in sorted(weighted, key=lambda pair: (-pair[0], pair[1].start)):
            if logit > THRESHOLD or (not each.quoted and used + len(each.words) <= room):
                used += len(each.words)
                yield each


def loaded_rate(document: Document, words: Sequence[Word], terms: tuple[LoadedTerm, ...], quoted: Stretches) -> Score:
    """Loaded expressions of the outlet's own voice per 1,000 of its own words, with a Poisson interval.

    Unit: expressions per 1,000 words, 0 upward. ``n`` is the number of the outlet's own words. Null in a language
    without a list and where the outlet has fewer than 50 words of its own.
    """
    if not resources.supported(document.language):
        return Score.unknown("unsupported_language")
    own = sum(1 for word in words if not quoted.holds(word.start))
    if own < MIN_WORDS:
        return Score.unknown("insufficient_text", own)
    mine = [term for term in terms if term.voice == "outlet"]
    low, high = poisson(len(mine))
    return Score(
        round(PER * len(mine) / own, 4),
        n=own,
        interval=(round(PER * low / own, 4), round(PER * high / own, 4)),
        evidence=tuple(document.span(term.start, term.end) for term in mine),
    )
