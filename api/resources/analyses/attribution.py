"""Schemas of actors, quotations and sources."""

from __future__ import annotations

from marshmallow import fields

from api.extensions import ResponseSchema
from api.extensions import fields as f
from api.resources.shared.schemas import ScoreSchema, SpanSchema

STANCES = ("criticism", "dismissal", "support", "neutral")
SOURCE_TYPES = ("outlet", "official", "social", "anonymous", "person", "document")
PARTS = ("hero", "villain", "victim", "none")
EXAMPLE_ACTOR = "act_32072235f196"


class MentionSchema(SpanSchema):
    """A mention of an actor."""

    kind = f.text("By name, by a noun or by a pronoun.", one_of=("name", "nominal", "pronoun"), example="name")


class ProminenceSchema(ResponseSchema):
    """How prominently the article presents an actor."""

    score = f.number("All parts together, in [0, 1].", 0, 1, example=0.62)
    first_sentence = f.integer("Number of the sentence of the first mention.", example=1)
    in_headline = f.boolean("Whether the headline names the actor.", example=False)
    mention_share = f.number("Share of all mentions of actors, in [0, 1].", 0, 1, example=0.4)
    quoted_word_share = f.number("Share of all quoted words that are the actor's, in [0, 1].", 0, 1, example=1.0)


class ActorSentimentSchema(ResponseSchema):
    """Tone toward an actor in [-1, 1], the outlet's voice and quoted voices apart."""

    outlet_voice = f.nested(ScoreSchema, "In the outlet's own words.")
    quoted_voice = f.nested(ScoreSchema, "In the words it quotes.")
    overall = f.nested(ScoreSchema, "In all words.")


class PartSharesSchema(ResponseSchema):
    """Probabilities of the roles, in [0, 1]; they sum to 1."""

    hero = f.number("Protects, rescues, does right.", 0, 1, example=0.02)
    villain = f.number("Does harm, or is blamed for it.", 0, 1, example=0.91)
    victim = f.number("Suffers harm.", 0, 1, example=0.03)
    none = f.number("None of these.", 0, 1, example=0.04)


class RoleToldSchema(ResponseSchema):
    """The role that one voice gives an actor."""

    label = f.text("The role; null exactly when `reason` says why.", one_of=PARTS, allow_none=True, example="villain")
    reason = f.text(
        "Why no role is told: `insufficient_evidence`, `not_sure`, `unsupported_language`; null with one.",
        allow_none=True,
    )
    probabilities = f.nested(PartSharesSchema, "How likely each role is; null where no label is told.", allow_none=True)
    n = f.integer("Mentions that were read.", example=4)
    interval = fields.List(
        fields.Float(),
        allow_none=True,
        required=True,
        metadata={
            "description": "95 % interval of the probability of the label as low and high, or null.",
            "examples": [[0.84, 0.95]],
            "minItems": 2,
            "maxItems": 2,
        },
    )
    evidence = f.listed(SpanSchema, "The words that counted most, in text order.")


class ActorRoleSchema(ResponseSchema):
    """Hero, villain or victim, the outlet's voice and other voices apart."""

    outlet_voice = f.nested(RoleToldSchema, "As the outlet tells it in its own words.")
    quoted_voice = f.nested(RoleToldSchema, "As others tell it, in quotations or by the outlet's report of their word.")


class ActorSchema(ResponseSchema):
    """A person, organisation, place or group with all its mentions."""

    id = f.text("Id that does not depend on the language.", example=EXAMPLE_ACTOR)
    name = f.text("Fullest name in this article, or the one a user chose.", example="Ana Lind")
    type = f.text("What it is.", one_of=("person", "organization", "place", "group"), example="person")
    mentions = f.listed(MentionSchema, "All mentions, in text order.")
    aliases = f.listed(fields.String(), "Other names in this article.", example=["Lind"])
    prominence = f.nested(ProminenceSchema, "How prominent it is.", allow_none=True)
    sentiment = f.nested(ActorSentimentSchema, "The tone toward it.", allow_none=True)
    role = f.nested(ActorRoleSchema, "Its role in the story as told here.", allow_none=True)


class SpeakerSchema(ResponseSchema):
    """Who speaks."""

    actor = f.text("Id of the actor; null if the speaker is none of them.", allow_none=True, example=EXAMPLE_ACTOR)
    name = f.text("Name of the speaker, or the words for one.", example="Ana Lind")
    start = f.integer("Offset of the words that name the speaker; null if none do.", allow_none=True, example=49)
    end = f.integer("Offset after those words.", allow_none=True, example=70)


class StanceSchema(ResponseSchema):
    """Attitude of a statement toward its target."""

    label = f.text("The attitude.", one_of=STANCES, example="dismissal")
    target = f.text("Id of the actor it is toward; null for a matter.", allow_none=True, example=EXAMPLE_ACTOR)
    target_text = f.nested(
        SpanSchema, "The words that name what it is toward, actor or matter; null if none do.", allow_none=True
    )
    confidence = f.number("Calibrated probability of the label, in [0, 1]; 0 if it was not read.", 0, 1, example=0.7)
    evidence = f.listed(SpanSchema, "The words that counted most.")


class QuoteSchema(ResponseSchema):
    """Something somebody is reported to have said; the span leaves out marks and attribution."""

    id = f.text("Id within the article.", example="q1")
    start = f.integer("Offset of its first character.", example=30)
    end = f.integer("Offset after its last character.", example=47)
    text = f.text("The words themselves.", example="We had no choice,")
    kind = f.text("In its own words, reported, or both.", one_of=("direct", "indirect", "mixed"), example="direct")
    sentence = f.integer("Number of the sentence it starts in.", example=1)
    speaker = f.nested(SpeakerSchema, "Who speaks; null if that is not told.", allow_none=True)
    cue = f.nested(SpanSchema, "The words that mark it as said, such as a verb.", allow_none=True)
    cue_class = f.text(
        "What the cue lets the reader think of it.",
        one_of=("neutral", "assertive", "doubting", "emotive"),
        allow_none=True,
        example="neutral",
    )
    attribution = f.nested(SpanSchema, "The clause that says who said it.", allow_none=True)
    medium = f.nested(SpanSchema, "Where it was said, such as a social network.", allow_none=True)
    via = f.nested(SpanSchema, "The outlet it was taken from.", allow_none=True)
    stance = f.nested(StanceSchema, "Its attitude.")
    confidence = f.number("Confidence in [0, 1] that this is a quotation of this speaker.", 0, 1, example=0.95)
    continues = f.text(
        "Id of the quotation whose sentence this one takes up again behind the words that say who said it; read both "
        "as one. Null for one that stands by itself or comes first.",
        allow_none=True,
        example=None,
    )


class SourceSchema(ResponseSchema):
    """Where the article has something from."""

    name = f.text(
        "What the article calls it, a role included, or the name that a user chose for the actor.", example="Ana Lind"
    )
    type = f.text("What it is.", one_of=SOURCE_TYPES, example="official")
    mentions = f.listed(SpanSchema, "Where it is named.")
    quotes = f.listed(fields.String(), "Ids of the quotations that came through it.", example=["q1"])
    actor = f.text("Id of the actor it is, if it is one.", allow_none=True, example=EXAMPLE_ACTOR)


class SourcingSchema(ResponseSchema):
    """How much of the article stands on others' reporting."""

    borrowed = f.nested(ScoreSchema, "Share of its sentences that stand on other outlets, in [0, 1].")
    wire_credits = f.listed(SpanSchema, "Credits to news agencies.")
