"""The comparison of articles."""

from __future__ import annotations

from typing import Any, get_args

from marshmallow import fields

from analysis.types import FindingKind
from api.extensions import RequestSchema, ResponseSchema
from api.extensions import fields as f
from api.resources.analyses.attribution import EXAMPLE_ACTOR, STANCES, ProminenceSchema
from api.resources.analyses.measures import FRAMES
from api.resources.analyses.schemas import ArticleInputSchema
from api.resources.comparisons.timeline import ArticleSpanSchema, TimelineSchema, article_id, article_ids
from api.resources.shared.examples import LANGUAGE
from api.resources.shared.schemas import MethodSchema, ScoreSchema, date

MIN_COMPARED, MAX_COMPARED = 2, 50
CLAIM_RELATIONS = ("same", "other_figure", "contradicts")
CERTAINTIES = ("asserted", "reported", "alleged", "denied")
VOUCHERS = ("outlet", "source", "anonymous", "quotation")
UNASSESSABLE = ("too_short", "before_the_event", "uncertain", "unsupported_language")
FINDING_KINDS: tuple[str, ...] = get_args(FindingKind)
EXAMPLE_CLAIM = "The bridge costs 40 million."


class ComparisonRequestSchema(RequestSchema):
    """Articles to compare."""

    articles = f.listed(
        ArticleInputSchema, "2 to 50 articles.", metadata={"minItems": MIN_COMPARED, "maxItems": MAX_COMPARED}
    )


class ArticleRefSchema(ResponseSchema):
    """An article of the comparison."""

    id = article_id()
    outlet = f.text("Id of the outlet.", example="harbour-post")
    headline = f.text("Its headline.", allow_none=True, example="Minister defends the bridge")
    language = f.text("Code of its language.", example=LANGUAGE)
    published_at = date("When it was published.")


class FirstReactionSchema(ResponseSchema):
    """The first attributed statement with a stance in an article."""

    article = article_id()
    actor = f.text("Who says it; null if nobody reacts.", allow_none=True, example=EXAMPLE_ACTOR)
    stance = f.text("With what attitude.", one_of=STANCES, allow_none=True, example="dismissal")
    quote = f.text("Id of the quotation.", allow_none=True, example="q1")


class ReactionKeySchema(ResponseSchema):
    """A reaction as it is recognised in several articles."""

    actor = f.text("Who reacts.", example=EXAMPLE_ACTOR)
    stance = f.text("With what attitude.", one_of=STANCES, example="dismissal")


class OrderDifferenceSchema(ResponseSchema):
    """Two reactions that stand in one order in some articles and in the other order in others."""

    a = f.nested(ReactionKeySchema, "The one reaction.")
    b = f.nested(ReactionKeySchema, "The other.")
    a_first = article_ids("Articles that tell a first.")
    b_first = article_ids("Articles that tell b first.")
    evidence = f.listed(ArticleSpanSchema, "The words of both reactions in each article.")


class ArticleProminenceSchema(ResponseSchema):
    """Prominence of an actor in one article."""

    article = article_id()
    prominence = f.nested(ProminenceSchema, "Null if the article does not mention the actor.", allow_none=True)


class ProminenceComparisonSchema(ResponseSchema):
    """Prominence of one actor in each article."""

    actor = f.text("Id of the actor.", example=EXAMPLE_ACTOR)
    name = f.text("Name of the actor.", example="Ana Lind")
    by_article = f.listed(ArticleProminenceSchema, "In each article.")
    spread = f.number("Largest difference of scores, in [0, 1].", 0, 1, example=0.3)


class ArticleScoreSchema(ResponseSchema):
    """A score of one article."""

    article = article_id()
    score = f.nested(ScoreSchema, "The score.")


class FrameComparisonSchema(ResponseSchema):
    """One frame in each article."""

    frame = f.text("Which frame.", one_of=FRAMES, example="conflict")
    by_article = f.listed(ArticleScoreSchema, "In each article.")
    spread = f.number(
        "Largest difference; null if fewer than two articles have a value.", 0, 1, allow_none=True, example=0.4
    )


class FramingComparisonSchema(ResponseSchema):
    """Differences of framing."""

    first_reaction = f.listed(FirstReactionSchema, "Who reacts first in each article.")
    order_differences = f.listed(OrderDifferenceSchema, "Reactions told in different orders.")
    prominence = f.listed(ProminenceComparisonSchema, "Prominence of each actor.")
    frames = f.listed(FrameComparisonSchema, "Frames.")


class ArticleToneSchema(ResponseSchema):
    """Tone toward an actor in one article."""

    article = article_id()
    outlet_voice = f.nested(ScoreSchema, "In the outlet's own words.")
    quoted_voice = f.nested(ScoreSchema, "In the words it quotes.")


class SentimentComparisonSchema(ResponseSchema):
    """Tone toward one actor in each article."""

    actor = f.text("Id of the actor.", example=EXAMPLE_ACTOR)
    name = f.text("Name of the actor.", example="Ana Lind")
    by_article = f.listed(ArticleToneSchema, "In each article.")
    spread = f.number(
        "Largest difference in the outlets' own voice; null if fewer than two have a value.",
        0,
        2,
        allow_none=True,
        example=0.2,
    )
    distinguishable = f.boolean(
        "Whether two intervals do not overlap, or one article is unfavourable in loaded words of its own and another "
        "has none; else there is no measurable difference.",
        example=False,
    )


class PairOverlapSchema(ResponseSchema):
    """How much two articles say the same; all in [0, 1]."""

    a = article_id()
    b = article_id()
    similarity = f.number("Similarity of meaning as a whole.", 0, 1, example=0.71)
    covered_a_by_b = f.number("Share of a's words in sentences that b says too.", 0, 1, example=0.4)
    covered_b_by_a = f.number("Share of b's words in sentences that a says too.", 0, 1, example=0.5)
    verbatim_share = f.number("Share of words in runs that both have verbatim.", 0, 1, example=0.05)


class OverlapSchema(ResponseSchema):
    """Overlap of every pair."""

    pairs = f.listed(PairOverlapSchema, "All pairs, in the order of the articles.")


class ClaimPresenceSchema(ArticleSpanSchema):
    """Where an article makes a claim, or says that it is not so."""

    relation = f.text(
        "To the claim's text: the same, the same with another figure, or that it is not so.",
        one_of=CLAIM_RELATIONS,
        example="same",
    )
    confidence = f.number(
        "Calibrated probability, in [0, 1], that it tells the claim with whatever figure, or, where it contradicts the "
        "claim, that it does.",
        0,
        1,
        example=0.93,
    )
    similarity = f.number(
        "What the reader alone makes of the sentences; kept for one release.",
        0,
        1,
        example=0.93,
        metadata={"deprecated": True},
    )
    certainty = f.text("How surely it is told.", one_of=CERTAINTIES, example="asserted")
    vouched_by = f.text(
        "Who stands for it: the outlet, a source in indirect speech, one without a name, or somebody in a quotation.",
        one_of=VOUCHERS,
        example="quotation",
    )
    source = f.text(
        "Id of the actor on whose word it stands; null for the outlet's own, or if that is no actor.",
        allow_none=True,
        example=EXAMPLE_ACTOR,
    )
    quote = f.text("Id of the quotation that most of it stands in; null if in none.", allow_none=True, example="q1")


class NotAssessableSchema(ResponseSchema):
    """An article of which it cannot be told whether it makes a claim."""

    article = article_id()
    reason = f.text(
        "Why: it is too short, older than the event, one of its sentences may or may not make the claim, or its "
        "language is not supported.",
        one_of=UNASSESSABLE,
        example="too_short",
    )


class ClaimSchema(ResponseSchema):
    """A statement of the story: who makes it, who does not, and for whom it cannot be told."""

    id = f.text("Id that follows from its text.", example="b7c4538d8fa0")
    text = f.text("The statement, in the words of one article.", example=EXAMPLE_CLAIM)
    wordings = f.keyed(
        "language", "text", "How it is told, by language in which it is.", example={LANGUAGE: EXAMPLE_CLAIM}
    )
    present = f.listed(ClaimPresenceSchema, "Articles that make it or contradict it, and where.")
    absent = article_ids("Articles that surely leave it out.")
    not_assessable = article_ids("Articles for which it cannot be told; `reasons` has the same ones.")
    reasons = f.listed(NotAssessableSchema, "Why it cannot be told for these articles.")


class OnlySourceSchema(ResponseSchema):
    """A source that one article alone has."""

    article = article_id()
    name = f.text("The source.", example="Reuters")


class SourceEdgeSchema(ResponseSchema):
    """An article leaning on a source."""

    article = article_id()
    source = f.text("The source.", example="Reuters")
    quotes = f.integer("Quotations that came through it.", example=2)


class SourceComparisonSchema(ResponseSchema):
    """Sources that articles share, and those that one alone has."""

    shared = f.listed(fields.String(), "Sources of at least two articles.", example=["Reuters"])
    only = f.listed(OnlySourceSchema, "Sources of one article.")  # type: ignore[assignment]
    edges = f.listed(SourceEdgeSchema, "Who leans on whom.")


def param() -> fields.Field[Any]:
    """A word, a number or a list of words."""
    word: dict[str, Any] = {"type": "string"}
    return fields.Raw(metadata={"anyOf": [word, {"type": "number"}, {"type": "array", "items": word}]})


class MessageSchema(ResponseSchema):
    """A finding's sentence as data, so that a front end can have its own, in its reader's language."""

    key = f.text("Which sentence: the kind, a dot, and which of its sentences.", example="order_reversal.articles")
    params = f.mapping(
        "What it is filled with, by name: words, numbers and lists of words.",
        fields.String(),
        param(),
        example={"first": "harbour-post", "a": "Anna Berg", "a_stance": "dismissal"},
    )


class FindingSchema(ResponseSchema):
    """Something worth telling, with its proof."""

    kind = f.text("Kind of finding.", one_of=FINDING_KINDS, example="order_reversal")
    summary = f.text(
        "The finding in an English sentence.",
        example="harbour-post puts the dismissal by Anna Berg before the criticism by Carl Lund; hill-times the other "
        "way round.",
    )
    message = f.nested(MessageSchema, "The sentence as data.")
    articles = article_ids("The articles it is about.")
    outlets = f.listed(fields.String(), "Their outlets.", example=["harbour-post", "hill-times"])
    actors = f.listed(fields.String(), "Ids of the actors it is about.", example=[EXAMPLE_ACTOR])
    claims = f.listed(fields.String(), "Ids of the claims it is about.", example=["b7c4538d8fa0"])
    quotes = f.listed(
        fields.String(),
        "The quotations it is about, each as its article's id, `#` and its id in that article's analysis.",
        example=["article-1#q1"],
    )
    values = f.mapping("What was compared, by article.", fields.String(), param(), example={"article-1": 0.4})
    effect = f.number("How large the difference is, in [0, 1].", 0, 1, example=0.8)
    confidence = f.number("How likely it is true, in [0, 1].", 0, 1, example=0.9)
    evidence = f.listed(ArticleSpanSchema, "The words that prove it.")


class ComparisonSchema(ResponseSchema):
    """How several articles tell one story."""

    articles = f.listed(ArticleRefSchema, "The articles, in the order given or published.")
    framing = f.nested(FramingComparisonSchema, "Differences of framing.")
    sentiment = f.listed(SentimentComparisonSchema, "Tone toward actors.")
    overlap = f.nested(OverlapSchema, "How much they say the same.")
    claims = f.listed(ClaimSchema, "What is claimed, and by whom.")
    sources = f.nested(SourceComparisonSchema, "What they lean on.")
    findings = f.listed(FindingSchema, "What is worth telling, most telling first.")
    method = f.nested(MethodSchema, "What the numbers were made with.")
    timeline = f.nested(TimelineSchema, "When the articles were published, and the dates that they mention.")
