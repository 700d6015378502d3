"""Measures of readability."""

from __future__ import annotations

from analysis.metrics.table import DECLARED, EVERY, Row

ROWS: tuple[Row, ...] = (
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
        "Compare within a language only, as LIX.",
    ),
    (
        "readability.flesch_reading_ease",
        "Flesch reading ease",
        "Words per sentence and syllables per word, with the constants of the language; higher is easier.",
        "(-inf, 121]",
        "points",
        DECLARED,
        "Flesch 1948 (en), Amstad 1978 (de), Kandel & Moles 1958 (fr); constants from textstat.",
        "Values of two languages cannot be compared; no constants that could be checked for sv, nb, nn, da and ro.",
    ),
    (
        "readability.flesch_kincaid_grade",
        "Flesch-Kincaid grade",
        "Years of schooling (in the United States) that the text asks for; higher is harder.",
        "(-inf, inf)",
        "school years",
        DECLARED,
        "Kincaid et al. 1975.",
        "Fitted to navy manuals. A grade by another language's formula cannot be compared with it.",
    ),
    (
        "readability.automated_readability_index",
        "Automated readability index",
        "School grade from letters per word and words per sentence; higher is harder.",
        "(-inf, inf)",
        "school years",
        DECLARED,
        "Senter & Smith 1967.",
        "Knows no syllables. A grade by another language's formula cannot be compared with it.",
    ),
    (
        "readability.coleman_liau_index",
        "Coleman-Liau index",
        "School grade from letters and sentences per 100 words; higher is harder.",
        "(-inf, inf)",
        "school years",
        DECLARED,
        "Coleman & Liau 1975.",
        "Knows no syllables. A grade by another language's formula cannot be compared with it.",
    ),
    (
        "readability.wiener_sachtextformel",
        "Wiener Sachtextformel",
        "School grade (in Austria) from long words, syllables and sentence length; higher is harder.",
        "(-inf, inf)",
        "school years",
        DECLARED,
        "First formula of Bamberger & Vanecek 1984.",
        "Made for factual texts for the young. A grade by another language's formula cannot be compared with it. Not "
        "measured on graded texts.",
    ),
)
