"""Outlets."""

from __future__ import annotations

from marshmallow import fields

from api.extensions import ResponseSchema
from api.extensions import fields as f
from api.resources.analyses.attribution import EXAMPLE_ACTOR, SOURCE_TYPES, STANCES
from api.resources.shared.examples import LANGUAGE
from api.resources.shared.schemas import ScoreSchema, date


class OutletSchema(ResponseSchema):
    """An outlet, registered by its first article."""

    id = f.text("Id of the outlet, as clients gave it.", example="harbour-post")
    article_count = f.integer("Number of its stored articles.", example=12)
    languages = f.listed(fields.String(), "Codes of the languages of its articles.", example=[LANGUAGE])
    first_published_at = date("When the earliest of them was published.")
    last_published_at = date("When the latest of them was published.")
    created_at = f.text("When the outlet became known.", example="2026-03-02T09:00:00.000Z", format="date-time")
    links = f.Links(self="/v1/outlets/{id}", profile="/v1/outlets/{id}/profile", articles="/v1/articles?outlet={id}")


class LanguageCountSchema(ResponseSchema):
    """How many articles are in a language."""

    language = f.text("Code of the language.", example=LANGUAGE)
    articles = f.integer("Number of articles.", example=12)


class CitedSourceSchema(ResponseSchema):
    """A source that the outlet's articles cite."""

    name = f.text("The source.", example="Reuters")
    type = f.text("What it is.", one_of=SOURCE_TYPES, example="outlet")
    articles = f.integer("Number of articles that cite it.", example=4)
    share = f.number("Their share, in [0, 1].", 0, 1, example=0.33)
    quotes = f.integer("Quotations that came through it.", example=6)


class ProfiledActorSchema(ResponseSchema):
    """An actor in the outlet's articles."""

    actor = f.text("Id of the actor.", example=EXAMPLE_ACTOR)
    name = f.text("Its most frequent name.", example="Ana Lind")
    articles = f.integer("Number of articles that name it.", example=5)
    prominence = f.nested(ScoreSchema, "Mean prominence, in [0, 1].")
    outlet_voice = f.nested(ScoreSchema, "Mean tone of the outlet's own words toward it, in [-1, 1].")


class ReactionShareSchema(ResponseSchema):
    """How often a stance has the first word."""

    stance = f.text("The stance of the first reaction.", one_of=STANCES, example="criticism")
    articles = f.integer("Number of articles.", example=3)
    share = f.number("Their share of those that have a reaction, in [0, 1].", 0, 1, example=0.6)


class OutletProfileSchema(ResponseSchema):
    """An outlet's articles in figures: means over its newest 500 articles, null where fewer than five have a value."""

    outlet = f.text("Id of the outlet.", example="harbour-post")
    articles = f.integer("Number of articles the profile rests on.", example=12)
    languages = f.listed(LanguageCountSchema, "Their languages, most frequent first.")
    loaded_rate = f.nested(ScoreSchema, "Mean rate of loaded expressions in the outlet's voice.")
    hedging = f.nested(ScoreSchema, "Mean share of own-voice sentences that hedge, in [0, 1].")
    borrowed = f.nested(ScoreSchema, "Mean share of sentences that stand on other outlets, in [0, 1].")
    tone = f.nested(ScoreSchema, "Mean tone of whole articles, in [-1, 1].")
    lix = f.nested(ScoreSchema, "Mean LIX.")
    sources = f.listed(CitedSourceSchema, "The most cited sources.")
    actors = f.listed(ProfiledActorSchema, "The most named actors.")
    first_reactions = f.listed(ReactionShareSchema, "Which stance has the first word.")
    links = f.Links(self="/v1/outlets/{outlet}/profile", outlet="/v1/outlets/{outlet}")
