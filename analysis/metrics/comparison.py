"""Measures between articles, of stories and of outlets."""

from __future__ import annotations

from analysis.metrics.table import CALIBRATED, EVERY, NETWORK, READER, Row

ROWS: tuple[Row, ...] = (
    (
        "overlap.similarity",
        "Similarity of two articles",
        "How much two articles tell the same story, across languages.",
        "[0, 1]",
        "calibrated similarity",
        EVERY,
        "Multilingual vectors of the articles and of their rare words, those words themselves, names and leads; fitted "
        "to graded likeness of grouped news (ECB+, Giveme5W1H). When they were published does not count.",
        "The same topic with another event scores in the middle.",
    ),
    (
        "overlap.covered",
        "Coverage of one article by another",
        "Share of an article's words in sentences that have a counterpart in the other article.",
        "[0, 1]",
        "share of words",
        EVERY,
        "Each sentence is read together with the likeliest ones of the other article (claims.confidence); it counts "
        "from a probability of 0.5 on.",
        "A sentence whose content two sentences of the other article share between them counts whole or not at all.",
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
        "claims.confidence",
        "Same claim",
        "Probability that a sentence tells the claim, with whatever figure; of one that contradicts the claim, that it "
        "does. 1 for the sentence whose words are the claim's text.",
        "[0, 1]",
        "probability",
        EVERY,
        f"Pairs of sentences, found by their vectors, names and numbers, are read together by {NETWORK}, fitted to "
        f"tellings of one fact in eight languages; {CALIBRATED}. The highest over the claim's sentences.",
        "A pair that its vectors, names and numbers do not bring together is never read; sentences are read singly: "
        "a fact that one article spreads over several can be missed.",
    ),
    (
        "claims.similarity",
        "Same claim, by its old name",
        "What the reader alone makes of the two sentences; claims.confidence weighs what stands beside them too. Kept "
        "for one release.",
        "[0, 1]",
        "probability",
        EVERY,
        f"The share of same by {NETWORK}.",
        "As claims.confidence.",
    ),
    (
        "claims.relation",
        "Relation to a claim",
        "How an article tells a claim: the same, with another figure, or that it is not so.",
        "same | other_figure | contradicts",
        "label",
        EVERY,
        f"The likelier of same and other figure by {NETWORK}; a contradiction from a probability of 0.6 on, in an "
        "article that does not make the claim itself.",
        "A contradiction that only world knowledge tells is missed; figures of two things can be taken for two figures "
        "of one. Not measured by itself.",
    ),
    (
        "claims.certainty",
        "Certainty of a claim",
        "How surely an article tells a claim: asserted, reported, alleged or denied.",
        "asserted | reported | alleged | denied",
        "label",
        EVERY,
        f"Read-out of {READER}, fitted to tellings of facts in eight languages; the likeliest class is given.",
        "Says how the sentence as a whole is told: a part of it may be told otherwise. Not measured by itself.",
    ),
    (
        "claims.vouched_by",
        "Who stands for a claim",
        "On whose word an article makes a claim: the outlet's own, a source's in indirect speech, that of one without "
        "a name (anonymous), or somebody's in a quotation.",
        "outlet | source | anonymous | quotation",
        "label",
        EVERY,
        "The quotation that holds at least half of the sentence, and its speaker; else it is the outlet.",
        "Rests on the quotations and speakers being found. Not measured by itself.",
    ),
    (
        "claims.reasons",
        "Why it cannot be told whether a claim is made",
        "The reason why an article is neither among those that make a claim nor surely without it.",
        "too_short | before_the_event | uncertain | unsupported_language",
        "label",
        EVERY,
        "An article of fewer than three statements is too short; one is uncertain if a sentence of it is likelier than "
        "0.15 to make the claim or to contradict it.",
        "A claim that no sentence of an article was read beside counts as absent. Not measured by itself.",
    ),
    (
        "sentiment.spread",
        "Difference of tone between outlets",
        "Largest difference between the articles' own-voice tones toward one actor; `distinguishable` where the "
        "intervals of two do not overlap, or one is unfavourable in loaded words of its own beside the name and "
        "another has none. Null with fewer than two values.",
        "[0, 2]",
        "difference of scores",
        EVERY,
        "Maximum less minimum of actors.sentiment.outlet_voice.",
        "Grows with the number of articles; without `distinguishable` it may be chance.",
    ),
    (
        "framing.spread",
        "Difference of prominence or frame between outlets",
        "Largest difference between the articles' scores of one actor's prominence, or of one frame.",
        "[0, 1]",
        "difference of scores",
        EVERY,
        "Maximum less minimum.",
        "Grows with the number of articles.",
    ),
    (
        "findings.effect",
        "Weight of a finding",
        "How large a difference is. 0 where a test found no difference.",
        "[0, 1]",
        "rank by judgement",
        EVERY,
        "A base for each kind of finding and a share that grows with the difference measured.",
        "A ranking, not a measured effect size: do not compare it between kinds.",
    ),
    (
        "findings.confidence",
        "Confidence in a finding",
        "How likely a finding is true. Findings are sorted by what their kind is worth times effect times confidence; "
        "at most ten are told, and none whose product is under 0.12.",
        "[0, 1]",
        "probability by judgement",
        EVERY,
        "The least of the calibrated probabilities that it rests on (stance, same claim), or a constant of its kind "
        "where it rests on words alone.",
        "Not calibrated as a whole: editors judged too few findings of each kind.",
    ),
    (
        "findings.kind",
        "Kind of finding",
        "What sort of difference is told; the kinds and their rules stand in analysis/README.md.",
        "one of the kinds of the contract",
        "label",
        EVERY,
        "One rule a kind, over reactions, claims, sources, names, tone and loaded words of the articles compared.",
        "Precision comes before recall: many differences that an editor would note are not told.",
    ),
    (
        "timeline",
        "Dates that articles mention",
        "Days, months and years that the articles name, each with its words and the sentence that says what happened "
        "then. What names no date for sure has no entry.",
        "a date with its precision",
        "date",
        EVERY,
        "Names of days and months and words such as *yesterday*, which are read against the day of publication; a bare "
        "weekday only beside a verb of saying, a day without its year if it is within 120 days.",
        "A wrong date of publication makes the dates read against it wrong; weeks, seasons and hours are not read, nor "
        "days in the words of somebody quoted.",
    ),
    (
        "stories",
        "Which articles tell one event",
        "Articles of one event are one story, across outlets and languages.",
        "articles of a story",
        "group",
        EVERY,
        "Article vectors with rare words, shared actors, numbers and the time between publications; weights fitted to "
        "ECB+.",
        "Two events of one kind with the same actors may be joined.",
    ),
    (
        "method.encoder",
        "Sentence vectors",
        "Vectors that lie close together where sentences mean the same, in any of the languages.",
        "[-1, 1]",
        "cosine",
        EVERY,
        "Static word vectors of all languages in one space, distilled from a sentence encoder.",
        "Word order and negation hardly count.",
    ),
    (
        "profile",
        "Mean over an outlet's articles",
        "Each score of a profile: the mean of the measure of that name over the articles that have it. Null under "
        "five articles.",
        "that of the measure",
        "that of the measure",
        EVERY,
        "Mean with Student's interval; shares are counts over articles.",
        "Articles on one story count apiece, so a large story weighs much.",
    ),
)
