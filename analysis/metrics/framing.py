"""Measures of framing."""

from __future__ import annotations

from analysis.metrics.table import EVERY, READER, Row

ROWS: tuple[Row, ...] = (
    (
        "framing.frames",
        "Generic frames",
        "How strongly the article is told as conflict, responsibility, human interest, morality or economic matter; "
        "from 0.5 on the frame is present.",
        "[0, 1]",
        "probability",
        EVERY,
        "Generic frames of Semetko & Valkenburg (2000); vocabulary of each language together with sentence vectors and "
        "the reading of the sentences, weights fitted to the Narrative Frames Corpus.",
        "Fitted on English climate news; carried over by parallel vocabularies and multilingual readings. The value is "
        "balanced between present and absent: it is not a probability at the frame's true frequency.",
    ),
    (
        "framing.loaded_rate",
        "Loaded language",
        "Emotive, judging, labelling and sensational expressions in the outlet's own voice, per 1,000 words.",
        "[0, 1000]",
        "expressions per 1,000 words",
        EVERY,
        f"Words that {READER} takes to be chosen to judge or to stir where they stand, fitted to annotated sentences "
        "in eight languages; listed words need less of it; interval from the Poisson distribution (Byar).",
        "Taught by single annotators; irony is often missed, and quoted words are told only where a list knows them.",
    ),
    (
        "framing.hedging",
        "Hedging",
        "Share of own-voice sentences that are reported, alleged, denied or uncertain; the rest is what the outlet "
        "vouches for.",
        "[0, 1]",
        "share of sentences",
        EVERY,
        "Evidential markers and verb groups of each language, and the words of saying of indirect speech; Wilson "
        "interval.",
        "Modal verbs that also mean duty or future are told apart by form, not by sense. Not measured on annotated "
        "texts.",
    ),
    (
        "framing.evidentiality_shares",
        "Shares by evidentiality",
        "Share of own-voice sentences that the outlet vouches for (no marker), reports, alleges, gives as denied or "
        "leaves uncertain. Each sentence counts once, so the shares sum to 1 and all but vouched make up the hedging; "
        "of several statuses it has the first of denied, alleged, reported, uncertain.",
        "[0, 1]",
        "share of sentences",
        EVERY,
        "Evidential markers and verb groups of each language, and the words of saying of indirect speech; Wilson "
        "interval for each share.",
        "A whole sentence has the status of one part of it; what a marker was missed in counts as vouched for. Not "
        "measured on annotated texts.",
    ),
    (
        "framing.reactions.position",
        "Place of a reaction",
        "Where in the article a statement with a stance stands: 0 is its start, 1 its end.",
        "[0, 1]",
        "share of the text",
        EVERY,
        "Offset of the quotation over the length of the text.",
        "Depends on the quotation being found.",
    ),
    (
        "framing.loaded_language",
        "Loaded expressions",
        "Single expressions with category (emotive, judging, labelling or sensational), voice, and intensity: "
        "1 mild, 2 clear, 3 strong.",
        "1 | 2 | 3",
        "class of intensity",
        EVERY,
        "Category and intensity in the list of the language; a word of no list is mild, its category read off "
        "its vector.",
        "An expression has one intensity, whatever its context.",
    ),
    (
        "framing.evidentiality",
        "Markers of evidentiality",
        "Words by which the outlet reports, alleges, denies or leaves open what it does not vouch for.",
        "reported | alleged | denied | uncertain",
        "label",
        EVERY,
        "Evidential markers and verb groups of each language, and the words of saying of indirect speech.",
        "The French conditional and Romanian *ar fi* are not told apart from real conditionals. Not measured on "
        "annotated texts.",
    ),
)
