"""Schemas of framing, readability and the tone toward targets."""

from __future__ import annotations

from api.extensions import ResponseSchema
from api.extensions import fields as f
from api.resources.analyses.attribution import EXAMPLE_ACTOR, STANCES
from api.resources.shared.schemas import ScoreSchema, SpanSchema

CATEGORIES = ("emotive", "judging", "labelling", "sensational")
STATUSES = ("vouched", "reported", "alleged", "denied", "uncertain")
FRAMES = ("conflict", "responsibility", "human_interest", "morality", "economic")


class ReactionSchema(ResponseSchema):
    """An attributed statement with its place in the article."""

    quote = f.text("Id of the quotation.", example="q1")
    actor = f.text("Id of the actor who says it.", allow_none=True, example=EXAMPLE_ACTOR)
    stance = f.text("Its attitude.", one_of=STANCES, example="dismissal")
    target = f.text("Id of the actor it is toward; null for the matter itself.", allow_none=True)
    sentence = f.integer("Number of the sentence.", example=1)
    position = f.number("Place in the article: 0 is its start, 1 its end.", 0, 1, example=0.2)


class FrameSchema(ResponseSchema):
    """A generic frame (Semetko & Valkenburg 2000)."""

    frame = f.text("Which frame.", one_of=FRAMES, example="conflict")
    score = f.nested(ScoreSchema, "How present it is, in [0, 1].")


class LoadedTermSchema(SpanSchema):
    """An emotive, judging or sensational expression."""

    voice = f.text("Whose words they are.", one_of=("outlet", "quoted"), example="quoted")
    category = f.text("What makes it loaded.", one_of=CATEGORIES, example="judging")
    intensity = f.integer("How strong it is: 1 mild, 2 clear, 3 strong.", 1, 3, example=3)


class EvidentialMarkerSchema(SpanSchema):
    """A word that says how far the outlet vouches for a statement."""

    status = f.text("What it says.", one_of=STATUSES[1:], example="reported")


class EvidentialShareSchema(ResponseSchema):
    """How much of the article has one status of evidentiality."""

    status = f.text("Which status; vouched is what has no marker.", one_of=STATUSES, example="vouched")
    share = f.nested(ScoreSchema, "Share of own-voice sentences with it, in [0, 1].")


class FramingSchema(ResponseSchema):
    """How the article frames the story."""

    reactions = f.listed(ReactionSchema, "Attributed statements, in text order.")
    frames = f.listed(FrameSchema, "Generic frames.")
    loaded_language = f.listed(LoadedTermSchema, "Loaded expressions, in text order.")
    loaded_rate = f.nested(ScoreSchema, "Loaded expressions in the outlet's voice per 1,000 words.")
    hedging = f.nested(ScoreSchema, "Share of own-voice sentences that hedge, in [0, 1].")
    evidentiality = f.listed(EvidentialMarkerSchema, "Markers of what is vouched for, in text order.")
    evidentiality_shares = f.listed(
        EvidentialShareSchema,
        "Own-voice sentences by status, each counted once: the shares sum to 1, and all but vouched are the hedging.",
    )


class ReadabilitySchema(ResponseSchema):
    """One measure of readability."""

    measure = f.text("Name of the measure.", example="lix")
    score = f.nested(ScoreSchema, "Its value.")
    comparable = f.boolean("Whether values of two languages can be compared.", example=False)


class TargetSentimentSchema(ResponseSchema):
    """Tone toward a target that was asked for."""

    name = f.text("The target's name, or its words.", example="Ana Lind")
    sentiment = f.nested(ScoreSchema, "The tone, in [-1, 1].")
    label = f.text(
        "The tone as a class; null if there is no score.",
        one_of=("negative", "neutral", "positive"),
        allow_none=True,
        example="neutral",
    )
    start = f.integer("Offset, if it was asked for by place.", allow_none=True, example=62)
    end = f.integer("Offset after it.", allow_none=True, example=70)
