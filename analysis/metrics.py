"""The table of measures: what each number means, and how good it was when it was last measured.

``GET /v1/metrics`` serves this table as it stands. A measure that is not in it does not leave the service; the
measured quality lives in ``data/quality.json``, written from the development-set measurements.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from analysis.errors import DataError
from analysis.resources import DATA, languages

EVERY = "*"
"""Stands for all supported languages."""


@dataclass(frozen=True, slots=True)
class Quality:
    """One measured figure: on which set and language, which measure, its value and the number of observations."""

    set: str
    language: str
    measure: str
    value: float
    n: int


@dataclass(frozen=True, slots=True)
class Metric:
    """A measure: meaning, range, unit, languages it holds in, method or source, and known weaknesses."""

    name: str
    title: str
    meaning: str
    range: str
    unit: str
    languages: tuple[str, ...]
    source: str
    weaknesses: str
    quality: tuple[Quality, ...] = ()


TABLE: tuple[tuple[str, str, str, str, str, str, str, str], ...] = (
    # name, title, meaning, range, unit, languages, source, weaknesses
    (
        "actors.prominence.score",
        "Prominence of an actor",
        "How prominently the article presents the actor: early, in the headline, often, and with room to speak.",
        "[0, 1]",
        "weighted share",
        EVERY,
        "Weighted sum of first position, headline, mention share and quoted-word share (framing.prominence).",
        "Depends on all mentions being found; pronouns are not counted.",
    ),
    (
        "actors.sentiment.outlet_voice",
        "Tone toward an actor, the outlet's own voice",
        "Probability of a positive less that of a negative attitude toward the actor, over the mentions that stand in "
        "the outlet's own words. Null under three mentions' evidence.",
        "[-1, 1]",
        "difference of probabilities",
        EVERY,
        "Target-dependent classifier over multilingual word vectors, trained on the training part of NewsMTSC "
        "(Hamborg & Donnay 2021); bootstrap interval over mentions.",
        "Irony is missed; trained on English news and carried over by the multilingual vectors.",
    ),
    (
        "actors.sentiment.quoted_voice",
        "Tone toward an actor, quoted voices",
        "The same over the mentions inside quotations: the tone belongs to whoever is quoted, not to the outlet.",
        "[-1, 1]",
        "difference of probabilities",
        EVERY,
        "As outlet_voice, restricted to direct, mixed and indirect quotations.",
        "As outlet_voice; rests on the quotations being found.",
    ),
    (
        "actors.sentiment.overall",
        "Tone toward an actor, all voices",
        "Outlet voice and quoted voices together.",
        "[-1, 1]",
        "difference of probabilities",
        EVERY,
        "As outlet_voice, over all mentions.",
        "Mixes voices: read the two parts first.",
    ),
    (
        "targets.sentiment",
        "Tone toward a target that was asked for",
        "Attitude of the passage toward the marked place, or of the article toward the named actor.",
        "[-1, 1]",
        "difference of probabilities",
        EVERY,
        "As actors.sentiment.",
        "A single mention gives no interval.",
    ),
    (
        "tone",
        "Tone of the whole article",
        "Average tone of the article's sentences, whoever they are about: a by-product, not a judgement of the outlet.",
        "[-1, 1]",
        "mean",
        EVERY,
        "Sentence scores of the tone lexicon, mean with bootstrap interval.",
        "One number for many voices; a sad event reads as a negative tone.",
    ),
    (
        "quotes.stance",
        "Stance of a statement",
        "Whether an attributed statement criticises, dismisses or supports its target; neutral where none is told.",
        "criticism | dismissal | support | neutral",
        "label with confidence in [0, 1]",
        EVERY,
        "Reporting verb and stance vocabulary of the language, with negation; the deciding words are in evidence.",
        "Stance that only world knowledge tells is reported as neutral.",
    ),
    (
        "sourcing.borrowed",
        "Borrowed reporting",
        "Share of the sentences that the article attributes to other outlets.",
        "[0, 1]",
        "share of sentences",
        EVERY,
        "Attributions to outlets and agencies; Wilson interval.",
        "Reporting taken over without a word is not seen.",
    ),
    (
        "framing.frames",
        "Generic frames",
        "How strongly the article is told as conflict, responsibility, human interest, morality or economic matter; "
        "from 0.5 on the frame is present.",
        "[0, 1]",
        "probability",
        EVERY,
        "Generic frames of Semetko & Valkenburg (2000); vocabulary of each language together with sentence vectors, "
        "weights fitted to the Narrative Frames Corpus.",
        "Fitted on English climate news; carried over by parallel vocabularies and multilingual vectors. The value is "
        "balanced between present and absent: it is not a probability at the frame's true frequency.",
    ),
    (
        "framing.loaded_rate",
        "Loaded language",
        "Emotive, judging, labelling and sensational expressions in the outlet's own voice, per 1,000 words.",
        "[0, 1000]",
        "expressions per 1,000 words",
        EVERY,
        "Word lists of each language; mild words count only where a sentence has more stance marks than names and "
        "numbers; interval from the Poisson distribution (Byar).",
        "A word can be loaded in one context and plain in another; lists of languages differ in their edges.",
    ),
    (
        "framing.hedging",
        "Hedging",
        "Share of own-voice sentences that are reported, alleged, denied or uncertain rather than vouched for.",
        "[0, 1]",
        "share of sentences",
        EVERY,
        "Evidential markers, verb groups and indirect speech in each language; Wilson interval.",
        "Modal verbs that also mean duty or future are told apart by form, not by sense.",
    ),
    (
        "readability.lix",
        "LIX",
        "Words per sentence plus the percentage of words longer than six letters; higher is harder.",
        "[0, 100+]",
        "points",
        EVERY,
        "Björnsson 1968; Anderson 1983.",
        "Compare within a language only: languages with long compounds score higher for the same text.",
    ),
    (
        "readability.rix",
        "RIX",
        "Long words (over six letters) per sentence; higher is harder.",
        "[0, 30+]",
        "words per sentence",
        EVERY,
        "Anderson 1983.",
        "As LIX.",
    ),
    (
        "readability.flesch_reading_ease",
        "Flesch reading ease",
        "Words per sentence and syllables per word, with the constants of the language; higher is easier.",
        "(-inf, 121]",
        "points",
        "de en fr",
        "Flesch 1948 (en), Amstad 1978 (de), Kandel & Moles 1958 (fr); constants from textstat.",
        "Values of two languages cannot be compared; no constants that could be checked for sv, nb, nn, da and ro.",
    ),
    (
        "readability.flesch_kincaid_grade",
        "Flesch-Kincaid grade",
        "Years of schooling (in the United States) that the text asks for; higher is harder.",
        "(-inf, inf)",
        "school years",
        "en",
        "Kincaid et al. 1975.",
        "Fitted to navy manuals.",
    ),
    (
        "readability.automated_readability_index",
        "Automated readability index",
        "School grade from letters per word and words per sentence; higher is harder.",
        "(-inf, inf)",
        "school years",
        "en",
        "Senter & Smith 1967.",
        "Knows no syllables.",
    ),
    (
        "readability.coleman_liau_index",
        "Coleman-Liau index",
        "School grade from letters and sentences per 100 words; higher is harder.",
        "(-inf, inf)",
        "school years",
        "en",
        "Coleman & Liau 1975.",
        "Knows no syllables.",
    ),
    (
        "readability.wiener_sachtextformel",
        "Wiener Sachtextformel",
        "School grade (in Austria) from long words, syllables and sentence length; higher is harder.",
        "(-inf, inf)",
        "school years",
        "de",
        "First formula of Bamberger & Vanecek 1984.",
        "Made for factual texts for the young.",
    ),
    (
        "overlap.similarity",
        "Similarity of two articles",
        "How much two articles tell the same story, across languages.",
        "[0, 1]",
        "calibrated similarity",
        EVERY,
        "Multilingual article vectors, shared actors and numbers, and sentence coverage.",
        "The same topic with another event scores in the middle.",
    ),
    (
        "overlap.covered",
        "Coverage of one article by another",
        "Share of an article's words in sentences that have a counterpart in the other article.",
        "[0, 1]",
        "share of words",
        EVERY,
        "Sentence vectors and the calibrated probability of the same claim.",
        "A sentence that two sentences of the other article share between them counts half.",
    ),
    (
        "overlap.verbatim_share",
        "Verbatim overlap",
        "Share of word runs that stand in both articles to the letter; tells copied wire text.",
        "[0, 1]",
        "share of word runs",
        EVERY,
        "Shared word shingles; zero between languages.",
        "Light editing lowers it quickly.",
    ),
    (
        "claims.similarity",
        "Same claim",
        "Probability that a sentence makes the same claim as the claim's central sentence.",
        "[0, 1]",
        "probability",
        EVERY,
        "Sentence vectors with agreement of names and numbers, calibrated.",
        "Negation and word order are weak signals in a static encoder.",
    ),
)


@cache
def metrics() -> tuple[Metric, ...]:
    """All measures with their measured quality."""
    measured = measured_quality()
    return tuple(
        Metric(*row[:5], languages() if row[5] == EVERY else tuple(row[5].split()), *row[6:], measured.get(row[0], ()))
        for row in TABLE
    )


@cache
def measured_quality() -> dict[str, tuple[Quality, ...]]:
    """Measured figures by measure, and by stage where a stage makes no measure of its own (actors, quotes …)."""
    path = DATA / "quality.json"
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"the table of measured quality cannot be read: {error}") from error
    return {name: tuple(Quality(**figure) for figure in figures) for name, figures in stored["figures"].items()}


METRICS: tuple[Metric, ...] = metrics()
