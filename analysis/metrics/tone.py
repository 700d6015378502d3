"""Measures of tone."""

from __future__ import annotations

from analysis.metrics.table import EVERY, READER, Row

ROWS: tuple[Row, ...] = (
    (
        "actors.sentiment.outlet_voice",
        "Tone toward an actor, the outlet's own voice",
        "Probability of a positive less that of a negative attitude toward the actor, over the mentions that stand in "
        "the outlet's own words. Null under two mentions' evidence.",
        "[-1, 1]",
        "difference of probabilities",
        EVERY,
        f"The read-out of tone of {READER}, fitted to the training part of NewsMTSC (Hamborg & Donnay 2021) and to "
        "sentences in eight languages written for it; the words around the mention that are not quoted; where words "
        "are loaded, a small layer fitted to passages of our own, and what readers take from the words, half each. "
        "Bootstrap interval over mentions; under three readings a wider one by Student's quantile.",
        "Irony is often missed, and so are metaphors and unusual words of contempt. What the outlet reports of an "
        "actor's deeds and fate colours the value in loaded passages. Of "
        "translations of one sentence about a third are not given the same label.",
    ),
    (
        "actors.sentiment.quoted_voice",
        "Tone toward an actor, quoted voices",
        "The same over the mentions inside quotations: the tone belongs to whoever is quoted, not to the outlet.",
        "[-1, 1]",
        "difference of probabilities",
        EVERY,
        "As outlet_voice, restricted to direct, mixed and indirect quotations.",
        "As outlet_voice; rests on the quotations being found. Not measured by itself.",
    ),
    (
        "actors.sentiment.overall",
        "Tone toward an actor, all voices",
        "Outlet voice and quoted voices together.",
        "[-1, 1]",
        "difference of probabilities",
        EVERY,
        "As outlet_voice, over all mentions.",
        "Mixes voices: read the two parts first. Not measured by itself.",
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
        "Average tone of the article's sentences, whoever they are about: a by-product, not a judgement of the outlet. "
        "Null under three sentences; of more than 24, so many evenly spaced ones are read.",
        "[-1, 1]",
        "mean",
        EVERY,
        "The reader of actors.sentiment, asked for no target; mean over sentences with bootstrap interval.",
        "One number for many voices; a sad event reads as a negative tone. Not measured on annotated articles.",
    ),
)
