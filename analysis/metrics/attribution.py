"""Measures of who is there and who speaks."""

from __future__ import annotations

from analysis.metrics.table import CALIBRATED, EVERY, READER, Row

ROWS: tuple[Row, ...] = (
    (
        "article.language",
        "Language of the article",
        "Which language the text is in; `und` where that cannot be told. The confidence is the model's probability.",
        "ISO 639-1 code with confidence in [0, 1]",
        "probability",
        EVERY,
        "Naive Bayes over byte n-grams (Lui & Baldwin 2012), with function words that only one language has.",
        "Bokmål, Nynorsk and Danish are mistaken for one another in texts of a sentence or two.",
    ),
    (
        "article.removed",
        "What is not the article's text",
        "Lines and blocks that cleaning took out, each with its reason.",
        "lines of text",
        "text",
        EVERY,
        "Rules over the shape and phrases of lines, in HTML also over tags and link density.",
        "A caption without a credit, and a paywall notice of more than twelve words, stay in the text.",
    ),
    (
        "actors",
        "Actors and their mentions",
        "Persons, organisations, places and groups, with every mention by name or by a noun; the id is the same in all "
        "languages and scripts.",
        "person | organization | place | group",
        "label",
        EVERY,
        "Sequence tagger trained on news, with gazetteers, titles and the evidence of the whole document; names are "
        "compared without inflection and transliterated.",
        "Rare towns, firms and surnames are missed or given the wrong type, in German and in web text most often. "
        "Pronouns are no mentions.",
    ),
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
        "quotes.stance",
        "Stance of a statement",
        "Whether an attributed statement criticises, dismisses or supports its target, and which words name that; "
        "neutral where none is told. The confidence is the probability of the label.",
        "criticism | dismissal | support | neutral",
        "label with probability in [0, 1]",
        EVERY,
        f"The read-out of stance of {READER}, fitted to statements in eight languages ({CALIBRATED}), and the "
        "stance vocabulary of the language as a second witness. The words that counted most are in evidence.",
        "Irony is often missed; a short statement takes on the attitude around it. Where listed words are a witness "
        "the confidence is too high by about .1 to .2. Where several actors are named, the target can be the "
        "wrong one.",
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
        "quotes",
        "Quotations and their speakers",
        "What somebody is reported to have said: in its own words (direct), reported (indirect) or both (mixed), "
        "with speaker, cue, place and outlet it came through.",
        "direct | indirect | mixed",
        "label",
        EVERY,
        "Rules over quotation marks, dashes, verbs of saying, mood and clause order, with the words of each language.",
        "Beliefs, intentions and nouns such as *the claim that* are mostly missed; so are speakers of impersonal "
        "statements.",
    ),
    (
        "quotes.confidence",
        "Confidence in a quotation",
        "How sure it is that this was said by this speaker, by the way the speaker was found.",
        "[0, 1]",
        "rank by judgement, not a probability",
        EVERY,
        "One value for each construction: a cue after the words 0.95, a speaker carried over 0.6, none at all 0.3.",
        "Not calibrated: the same construction is surer in one article than in another.",
    ),
    (
        "quotes.continues",
        "What a quotation goes on with",
        "The quotation whose sentence this one takes up again behind the words that say who made both (*It is, said X, "
        "too late*): read together, they are one statement.",
        "id of a quotation of the article, or null",
        "label",
        EVERY,
        "Two pieces of one sentence that one attribution between them tells.",
        "Where a language's annotated sets count a statement around its source as one, it stands as one quotation.",
    ),
    (
        "quotes.cue_class",
        "Class of a cue",
        "What the word of saying lets the reader think of the statement: neutral (say), assertive (stress), doubting "
        "(claim) or emotive (rage).",
        "neutral | assertive | doubting | emotive",
        "label",
        EVERY,
        "Each verb's class in the list of cues of the language.",
        "A verb has one class, whatever its context.",
    ),
    (
        "sources",
        "Sources",
        "Where the article has something from: outlets, officials, documents, social posts, persons, and "
        "anonymous sources.",
        "outlet | official | social | anonymous | person | document",
        "label",
        EVERY,
        "Speakers of quotations, media named beside a word of saying, and descriptions of anonymous sources.",
        "What the outlet's reporter saw is no source; a document without a name is often missed.",
    ),
)
