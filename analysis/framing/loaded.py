"""Loaded language: emotive, judging, labelling and sensational expressions, and whose voice they are in."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from analysis import resources
from analysis.framing.intervals import poisson
from analysis.framing.patterns import Match, Patterns, Word, fold, morphology, words_of
from analysis.framing.subjectivity import MIDDLING, familiarity, model, subjectivity
from analysis.framing.voice import Stretches, join
from analysis.types import Actor, Document, Embedding, Encoder, LoadedTerm, Score, Vectors

PER = 1000.0
"""Rates are given per this many words."""
MIN_WORDS = 50
"""Words of the outlet's own below which one loaded word more or less moves the rate by over 20 per 1,000."""
STRONG = 2
"""Intensity from which an expression is loaded by itself."""
WEIGHTS = {1: 0.5, 2: 2.5, 3: 3.0}
"""Weight of a listed expression, by intensity; that of a word in no list is the logit of its being loaded."""
LABEL_WEIGHT = 0.5
"""Of a label of intensity 2: "far-right" and "extremist" name as often as they judge."""
FAMILIAR = 1.5
"""Taken from the weight of a listed expression for each power of ten that it is commoner than a middling word."""
THRESHOLD = 1.25
"""An expression counts whose weight and sentence, in standard deviations from the mean of news, sum to more."""
LEAST, MOST = -1.5, 2.5
"""The sentence counts no less and no more than this, around a quoted expression at most nothing."""
OPINION = 0.6
"""A sentence more subjective than this has its most telling word marked, whatever the sum."""
SHARE = 0.04
"""Further words marked so, a word of the sentence and standard deviation above ``OPINION``."""
TELLING = -5.0
"""Logit below which a word is never marked."""
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists ``loaded`` and ``stance`` of a language in one: entries of the second have intensity 0."""

    patterns: Patterns
    categories: tuple[str, ...]
    intensities: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expression that may be loaded; ``sentence`` is its number, ``words`` how many it has."""

    start: int
    end: int
    sentence: int
    words: int
    weight: float
    category: str
    intensity: int
    quoted: bool = False


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a supported language."""
    loaded, stance = resources.rows(code, "loaded"), resources.rows(code, "stance")
    return Lexicon(
        Patterns([row[0] for row in (*loaded, *stance)], morphology(code)),
        tuple(row[1] for row in loaded) + ("",) * len(stance),
        tuple(int(row[2]) for row in loaded) + (0,) * len(stance),
    )


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
    the sum of the expression's weight and of how subjective its sentence reads. Method: the language's lists
    ``loaded`` and ``stance`` and a linear model of sentences; given the encoder that the shipped weights read, also
    single words in no list, by their vectors, with intensity 1. In a quotation only what is loaded by itself counts.
    Nothing is found in a language without lists.
    """
    if not resources.supported(document.language) or not document.sentences:
        return ()
    known = lexicon(document.language)
    matches = list(known.patterns.find(words, document.text))
    names = [mention for actor in actors for mention in actor.mentions if mention.kind == "name"]
    signs = [(match.start, known.intensities[match.entry]) for match in matches]
    levels = subjectivity(document, words, signs, [name.start for name in names], embedding)
    candidates = list(_listed(document, known, matches, quoted))
    if encoder is not None and encoder.identity == model().encoder:
        taken = join([(match.start, match.end) for match in matches] + [(name.start, name.end) for name in names])
        candidates += _unlisted(document, words, taken, quoted, levels, encoder)
    return tuple(
        LoadedTerm(
            start=found.start,
            end=found.end,
            text=document.text[found.start : found.end],
            voice=quoted.voice(found.start),
            category=found.category,
            intensity=found.intensity,
        )
        for found in sorted(_chosen(document, candidates, levels, words), key=lambda found: found.start)
    )


def _familiarity(document: Document, match: Match) -> float:
    """That of the rarest word of an expression."""
    found = words_of(document.text[match.start : match.end])
    return min(familiarity(document.language, word.lower) for word in found)


@cache
def _grammar(code: str) -> frozenset[str]:
    return frozenset(fold(word) for word in resources.words(code, "function_words"))


def _listed(document: Document, known: Lexicon, matches: Sequence[Match], quoted: Stretches) -> Iterator[Candidate]:
    for match in matches:
        intensity, category = known.intensities[match.entry], known.categories[match.entry]
        said = quoted.holds(match.start)
        if not intensity or (said and intensity < STRONG):
            continue
        weight = LABEL_WEIGHT if intensity == STRONG and category == "labelling" else WEIGHTS[intensity]
        weight -= FAMILIAR * (_familiarity(document, match) - MIDDLING)
        place = _place(document, match.start)
        yield Candidate(match.start, match.end, place, match.words, weight, category, intensity, said)


def _unlisted(
    document: Document, words: Sequence[Word], taken: Stretches, quoted: Stretches, levels: Vectors, encoder: Encoder
) -> Iterator[Candidate]:
    """Single words of the outlet's own, in no list and no name, of sentences more subjective than the mean of news."""
    free, grammar = [], _grammar(document.language)
    for word in words:
        if len(word.lower) < SHORTEST or not word.lower.isalpha() or word.lower in grammar or taken.holds(word.start):
            continue
        place = _place(document, word.start)
        if levels[place] > 0 and not quoted.holds(word.start):
            free.append((word, place))
    readings = model().words(document.language, (word.lower for word, _ in free), encoder)
    for word, place in free:
        reading = readings[word.lower]
        if reading.logit > TELLING:
            yield Candidate(word.start, word.end, place, 1, reading.logit, reading.category, 1)


def _chosen(
    document: Document, candidates: Sequence[Candidate], levels: Vectors, words: Sequence[Word]
) -> Iterator[Candidate]:
    """The candidates above the threshold, and the most telling of a sentence of opinion."""
    sentences: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        sentences[candidate.sentence].append(candidate)
    starts = [word.start for word in words]
    for place, found in sentences.items():
        sentence, level = document.sentences[place], float(levels[place])
        length = bisect_left(starts, sentence.end) - bisect_left(starts, sentence.start)
        room = max(1.0, SHARE * length * (min(level, MOST) - OPINION)) if level > OPINION else 0.0
        used = 0
        for candidate in sorted(found, key=lambda each: (-each.weight, each.start)):
            around = min(0.0 if candidate.quoted else MOST, max(LEAST, level))
            loaded = candidate.weight + around > THRESHOLD
            if loaded or (not candidate.quoted and used + candidate.words <= room):
                used += candidate.words
                yield candidate


def _place(document: Document, offset: int) -> int:
    return max(0, bisect_left(document.sentence_starts, offset + 1) - 1)


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
