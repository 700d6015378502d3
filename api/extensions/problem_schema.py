"""The schema of every error."""

from __future__ import annotations

from api.extensions import fields as f
from api.extensions.schemas import ResponseSchema


class FieldErrorSchema(ResponseSchema):
    """One field that is wrong."""

    pointer = f.text("JSON pointer of the field in the body, or `/` and the name of the parameter.", example="/outlet")
    detail = f.text("What is wrong with it.", example="Missing data for required field.")


class ProblemSchema(ResponseSchema):
    """A problem (RFC 9457)."""

    type = f.text("Kind of problem, as a reference that can be fetched.", example="/problems/validation")
    title = f.text("The kind of problem in words.", example="The request does not fit the schema")
    status = f.integer("The HTTP status.", 400, 599, example=422)
    detail = f.text("What went wrong this time.", example="1 field of the request does not fit the schema.")
    errors = f.listed(FieldErrorSchema, "Each field that is wrong; only if fields are.", required=False)
