"""Actors across articles."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import marshmallow as ma
from marshmallow import fields, validate

from api.extensions import PageQuery, RequestSchema, ResponseSchema
from api.extensions import fields as f
from api.resources.analyses.attribution import EXAMPLE_ACTOR
from api.resources.articles.schemas import chosen
from api.services.actors import Correction, Split

TYPES = ("person", "organization", "place", "group")
SCHEME = f.Whole(r"^[a-z][a-z0-9_]{0,31}$", error="A scheme is a lower-case word such as wikidata.")
QID = f.Whole(r"^Q[1-9][0-9]{0,17}$", error="A Wikidata identifier is Q and a number.")
DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that make what follows read backwards: a name with them can pose as another."""


def readable(value: str) -> None:
    """Refuse a name or an identifier that nobody can read: it has letters or digits, no control or direction marks."""
    if any(unicodedata.category(one) == "Cc" or one in DIRECTION_MARKS for one in value):
        raise ma.ValidationError("Control characters and direction marks are not taken.")
    if not any(unicodedata.category(one)[0] in "LN" for one in value):
        raise ma.ValidationError("There is no letter and no digit in it.")


NAME: list[Callable[[Any], Any]] = [validate.Length(1, 300), readable]


class Name(fields.String):
    """A name; white space at its ends does not matter, and within it is one space."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        return " ".join(str(super()._deserialize(value, attr, data, **kwargs)).split())


def name_of(description: str, **options: Any) -> fields.String:
    """A name that a user gives."""
    return Name(
        validate=NAME,
        required=options.pop("required", True),
        metadata={"description": description, "examples": [options.pop("example")]},
    )


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

    name = name_of("What it shall be called.", example="Ana Lind (mayor)")
    aliases = f.listed(
        Name(validate=NAME),
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

    name = name_of("New name.", required=False, example="Ana Lind")
    type = f.text("New type.", required=False, one_of=TYPES, example="person")
    aliases = f.listed(
        Name(validate=NAME),
        "Names that lead to this actor wherever they are found; replaces the ones attached before.",
        required=False,
        validate=validate.Length(max=200),
        example=["Анна Линд"],
    )
    external_ids = f.mapping(
        "Identifiers elsewhere by scheme, each of one actor only; null removes one. `wikidata` takes a QID.",
        fields.String(validate=SCHEME),
        fields.String(allow_none=True, validate=[validate.Length(1, 200), readable]),
        required=False,
        validate=validate.Length(max=50),
        example={"wikidata": "Q42"},
    )
    merge = f.listed(
        fields.String(validate=validate.Length(1, 200)),
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
