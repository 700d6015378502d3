"""Outlets."""

from __future__ import annotations

from marshmallow import fields

from api.extensions import ResponseSchema
from api.extensions import fields as f
from api.resources.shared.schemas import date


class OutletSchema(ResponseSchema):
    """An outlet, registered by its first article."""

    id = f.text("Id of the outlet, as clients gave it.", example="harbour-post")
    article_count = f.integer("Number of its stored articles.", example=12)
    languages = f.listed(fields.String(), "Codes of the languages of its articles.", example=["en"])
    first_published_at = date("When the earliest of them was published.")
    last_published_at = date("When the latest of them was published.")
    created_at = f.text("When the outlet became known.", example="2026-03-02T09:00:00.000Z", format="date-time")
    links = f.Links(self="/v1/outlets/{id}", profile="/v1/outlets/{id}/profile", articles="/v1/articles?outlet={id}")
