"""Actors across articles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import marshmallow as ma
from marshmallow import fields, validate

from api.extensions import PageQuery, RequestSchema, ResponseSchema
from api.extensions import fields as f
from api.resources.analyses.attribution import EXAMPLE_ACTOR
from api.resources.articles.schemas import chosen
from api.services.actors import Correction, Split

TYPES = ("person", "organization", "place", "group")
NAME = [validate.Length(1, 300), validate.Regexp(r".*\S", error="A name has a visible character.")]
SCHEME = validate.Regexp(r"^[a-z][a-z0-9_]{0,31}$", error="A scheme is a lower-case word such as wikidata.")
QID = validate.Regexp(r"^Q[1-9][0-9]{0,17}$", error="A Wikidata identifier is Q and a number.")


class ActorQuery(PageQuery):
    """Which actors."""

    type = f.text("Only of this type.", required=False, load_default=None, one_of=TYPES, example="person")
    q = chosen("Only those with these letters in a name.", example="lind")


class StoredActorSchema(ResponseSchema):
    """An actor across articles, after users' corrections."""

    id = f.text("Id of the actor; it does not depend on the language.", example=EXAMPLE_ACTOR)
    name = f.text("Its name: the first one found, or the one a user chose.", example="Ana Lind")
    type = f.text("What it is.", one_of=TYPES, example="person")
    aliases = f.listed(fields.String(), "Other names, found or attached.", example=["Lind", "Анна Линд"])
    external_ids = f.mapping(
        "Identifiers elsewhere, by scheme.", fields.String(), fields.String(), example={"wikidata": "Q42"}
    )
    article_count = f.integer("Number of articles that mention it.", example=12)
    mention_count = f.integer("Number of mentions in them.", example=80)
    merged_from = f.listed(fields.String(), "Ids that users merged into it.", example=[])
    split_into = f.listed(fields.String(), "Ids that users split off it.", example=[])
    created_at = f.text("When it became known.", example="2026-03-02T09:00:00.000Z", format="date-time")
    links = f.Links(self="/v1/actors/{id}", articles="/v1/articles?actor={id}", stories="/v1/stories?actor={id}")


class SplitSchema(RequestSchema):
    """An actor to be told apart."""

    name = f.text("What it shall be called.", checks=NAME, example="Ana Lind (mayor)")
    aliases = f.listed(
        fields.String(validate=NAME),
        "The names it goes by in articles.",
        validate=validate.Length(1, 100),
        example=["Mayor Lind"],
    )

    @ma.post_load
    def build(self, data: dict[str, Any], **_: Any) -> Split:
        """The use case's type."""
        return Split(data["name"], tuple(data["aliases"]))


class ActorCorrectionSchema(RequestSchema):
    """What to change about an actor; what is left out stays as it is. It holds for stored and for coming articles."""

    name = f.text("New name.", required=False, checks=NAME, example="Ana Lind")
    type = f.text("New type.", required=False, one_of=TYPES, example="person")
    aliases = f.listed(
        fields.String(validate=NAME),
        "Names that lead to this actor wherever they are found; replaces the ones attached before.",
        required=False,
        validate=validate.Length(max=200),
        example=["Анна Линд"],
    )
    external_ids = f.mapping(
        "Identifiers elsewhere by scheme; null removes one. `wikidata` takes a QID.",
        fields.String(validate=SCHEME),
        fields.String(allow_none=True, validate=validate.Length(1, 200)),
        required=False,
        example={"wikidata": "Q42"},
    )
    merge = f.listed(
        fields.String(),
        "Ids of actors that are the same as this one.",
        required=False,
        validate=validate.Length(max=100),
        example=["act_9b1f00c7d2aa"],
    )
    split = f.listed(
        SplitSchema, "Other actors that were taken for this one.", required=False, validate=validate.Length(max=20)
    )

    @ma.validates_schema
    def something(self, data: Mapping[str, Any], **_: Any) -> None:
        """At least one change, and a QID that is one."""
        if not data:
            raise ma.ValidationError("At least one change is required.")
        qid = (data.get("external_ids") or {}).get("wikidata")
        if qid is not None:
            try:
                QID(qid)
            except ma.ValidationError as error:
                raise ma.ValidationError({"external_ids": {"wikidata": error.messages}}) from error

    @ma.post_load
    def build(self, data: dict[str, Any], **_: Any) -> Correction:
        """The use case's type."""
        for name in ("aliases", "merge", "split"):
            if name in data:
                data[name] = tuple(data[name])
        return Correction(**data)
