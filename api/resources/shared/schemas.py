"""Spans, scores, dates and languages: the small shapes that every room uses."""

from __future__ import annotations

from marshmallow import fields

from api.extensions import ResponseSchema
from api.extensions import fields as f
from api.resources.shared.examples import OTHER_LANGUAGE

PRECISIONS = ("instant", "minute", "day", "month", "year")


class SpanSchema(ResponseSchema):
    """A stretch of the article's text: `text == article.text[start:end]`, in Unicode code points."""

    start = f.integer("Offset of the first character.", example=132)
    end = f.integer("Offset after the last character.", example=140)
    text = f.text("The words themselves.", example="reckless")


class ScoreSchema(ResponseSchema):
    """A measured value with what it rests on."""

    value = f.number("The value; null exactly when `reason` says why.", allow_none=True, example=-0.31)
    reason = f.text(
        "Why there is no value: `unsupported_language`, `insufficient_text`, `not_mentioned` …; null with one.",
        allow_none=True,
    )
    n = f.integer("Observations the value rests on.", example=7)
    interval = fields.List(
        fields.Float(),
        allow_none=True,
        required=True,
        metadata={
            "description": "95 % interval as low and high, or null.",
            "examples": [[-0.52, -0.11]],
            "minItems": 2,
            "maxItems": 2,
        },
    )
    evidence = f.listed(SpanSchema, "The words that decided it, in text order.")


class PartialDateSchema(ResponseSchema):
    """A date with the precision it was given in."""

    value = f.text(
        "ISO 8601, cut to its precision; an instant is in UTC, a minute is local time without a zone.",
        example="2025-02",
    )
    precision = f.text("How exact it is.", one_of=PRECISIONS, example="month")
    source = f.text("Where it was found.", one_of=("input", "text", "html"), example="text")


class LanguageSchema(ResponseSchema):
    """A language and how sure it is."""

    code = f.text("ISO 639-1 code, or `und` if it could not be told.", example=OTHER_LANGUAGE)
    confidence = f.number("Confidence in [0, 1]; 1 if the client gave it.", 0, 1, example=0.99)


class RemovedSchema(ResponseSchema):
    """What cleaning took out, and why."""

    text = f.text("The words taken out, verbatim.", example="Foto: TT")
    reason = f.text("Why they are not the article's own.", example="photo_credit")


class MethodSchema(ResponseSchema):
    """Enough to reproduce the numbers."""

    version = f.text("Version of the method.", example="1.1.0")
    encoder = f.text("Sentence encoder and its revision.", example="parallax-static@1")
    data_version = f.text("Hash over word lists and models.", example="3f2a9c01b7de")
    stages = f.mapping(
        "Versions of single stages, where they have their own.",
        fields.String(),
        fields.String(),
        example={"reader": "parallax-reader@6f0d3c2b9a41"},
    )


def date(description: str) -> fields.Nested:
    """A partial date, or null."""
    return f.nested(PartialDateSchema, description, allow_none=True)
