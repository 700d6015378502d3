"""The schema of every error."""

from __future__ import annotations

from marshmallow import validate

from api.extensions import fields as f
from api.extensions.schemas import ResponseSchema
from api.services.errors import MAX_DETAIL, MAX_LISTED, MAX_POINTER


class FieldErrorSchema(ResponseSchema):
    """One field that is wrong."""

    pointer = f.text(
        "JSON pointer of the field in the body, or `/` and the name of the parameter; where a name is too long, of "
        "what holds it.",
        checks=[validate.Length(max=MAX_POINTER)],
        example="/outlet",
    )
    detail = f.text(
        "What is wrong with it.",
        checks=[validate.Length(max=MAX_DETAIL)],
        example="Missing data for required field.",
    )


class ProblemSchema(ResponseSchema):
    """A problem (RFC 9457)."""

    type = f.text("Kind of problem, as a reference that can be fetched.", example="/problems/validation")
    title = f.text("The kind of problem in words.", example="The request does not fit the schema")
    status = f.integer("The HTTP status.", 400, 599, example=422)
    detail = f.text("What went wrong this time.", example="1 field of the request does not fit the schema.")
    errors = f.listed(
        FieldErrorSchema,
        "The fields that are wrong, of many the first; only if fields are.",
        required=False,
        validate=validate.Length(max=MAX_LISTED),
    )
