"""Stored articles."""

from __future__ import annotations

from typing import Any, cast

import marshmallow as ma
from marshmallow import fields, validate

from analysis.types import ArticleInput
from api.extensions import PageQuery, ResponseSchema
from api.extensions import fields as f
from api.extensions.bodies import parse, require_text
from api.extensions.parser import pointers
from api.extensions.problem_schema import ProblemSchema
from api.resources.analyses.schemas import EXAMPLE_TEXT, LANGUAGE_PATTERN, ArticleInputSchema, readable_date
from api.resources.shared.examples import OTHER_LANGUAGE
from api.resources.shared.schemas import LanguageSchema, RemovedSchema, date
from api.services.errors import BodyError, ValidationFailed

BOUND_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z)?)?)?$"
EXAMPLE_ID = "art-5f0c2d9b1e7a4c88"
EXAMPLE_STORY = "story-5f0c2d9b1e7a4c88"


def bound(description: str) -> fields.String:
    """One end of a range of dates."""
    return f.text(
        description,
        required=False,
        load_default=None,
        example="2026-03",
        checks=[
            f.Whole(
                BOUND_PATTERN,
                error="Not a date such as 2026-03-02, 2026-03 or 2026, nor an instant in UTC.",
            ),
            readable_date,
        ],
    )


def chosen(description: str, **options: Any) -> fields.String:
    """A parameter that restricts a list."""
    return f.text(description, required=False, load_default=None, checks=[validate.Length(1, 500)], **options)


class PublishedQuery(PageQuery):
    """Parameters of collections that can be restricted by date."""

    published_from = bound("Published then or later (a date of any precision).")
    published_to = bound("Published then or before, the named period included.")


class ArticleQuery(PublishedQuery):
    """Which articles."""

    outlet = chosen("Only this outlet's.", example="harbour-post")
    language = f.text(
        "Only in this language.",
        required=False,
        load_default=None,
        example=OTHER_LANGUAGE,
        checks=[f.Whole(LANGUAGE_PATTERN)],
    )
    story = chosen("Only of this story.", example=EXAMPLE_STORY)
    actor = chosen("Only with this actor.", example="act_32072235f196")


class ArticleSummarySchema(ResponseSchema):
    """A stored article without its text."""

    id = f.text("Id of the article.", example=EXAMPLE_ID)
    outlet = f.text("Id of its outlet.", example="harbour-post")
    story = f.text("Id of its story.", example=EXAMPLE_STORY)
    external_id = f.text("The client's own id.", allow_none=True, example="bridge-4711")
    url = f.text("Where it was published.", allow_none=True, example="https://harbour-post.example/bridge")
    headline = f.text("Its headline.", allow_none=True, example="Minister defends the bridge")
    language = f.nested(LanguageSchema, "Its language.")
    published_at = date("When it was published, as exactly as that is known.")
    text_chars = f.integer("Length of its text, in characters.", example=141)
    created_at = f.text("When it was stored.", example="2026-03-02T09:00:00.000Z", format="date-time")
    links = f.Links(self="/v1/articles/{id}", analysis="/v1/articles/{id}/analysis", story="/v1/stories/{story}")


class ArticleSchema(ResponseSchema):
    """A stored article."""

    id = f.text("Id of the article; the same outlet and text give the same id.", example=EXAMPLE_ID)
    outlet = f.text("Id of its outlet.", example="harbour-post")
    story = f.text("Id of its story.", example=EXAMPLE_STORY)
    external_id = f.text("The client's own id.", allow_none=True, example="bridge-4711")
    url = f.text("Where it was published.", allow_none=True, example="https://harbour-post.example/bridge")
    headline = f.text("Its headline.", allow_none=True, example="Minister defends the bridge")
    text = f.text("Its text after cleaning; what every span refers to.", example=EXAMPLE_TEXT)
    language = f.nested(LanguageSchema, "Its language.")
    published_at = date("When it was published, as exactly as that is known.")
    updated_at = date("When its outlet updated it.")
    removed = f.listed(RemovedSchema, "What cleaning took out.")
    created_at = f.text("When it was stored.", example="2026-03-02T09:00:00.000Z", format="date-time")
    links = f.Links(
        self="/v1/articles/{id}",
        analysis="/v1/articles/{id}/analysis",
        story="/v1/stories/{story}",
        outlet="/v1/outlets/{outlet}",
    )


class AcceptedArticleSchema(ArticleSchema):
    """A stored article, and whether it was stored before."""

    duplicate = f.boolean("Whether the outlet's article was stored before; then nothing was changed.", example=False)
    duplicate_by = f.text(
        "What tells: the same `external_id`, `url` or `text`; null if it is new.",
        allow_none=True,
        one_of=("external_id", "url", "text"),
    )


class LineResultSchema(ResponseSchema):
    """A line of the answer to a bulk upload: an accepted article."""

    line = f.integer("Number of the line in the request, from 1.", 1, example=1)
    status = f.integer("201 if it was stored, 200 if it was stored before.", 200, 201, example=201)
    id = f.text("Id of the article.", example=EXAMPLE_ID)
    story = f.text("Id of its story at that moment; a later line may merge stories.", example=EXAMPLE_STORY)
    duplicate = f.boolean("Whether it was stored before.", example=False)


class LineProblemSchema(ProblemSchema):
    """A line of the answer to a bulk upload: a refused article."""

    line = f.integer("Number of the line in the request, from 1.", 1, example=2)


def read_line(line: bytes) -> ArticleInput:
    """An article input from a line of JSON. Raises BodyError, ValidationFailed."""
    return read_input(parse(line))


def read_input(value: object) -> ArticleInput:
    """An article input from JSON that was read. Raises BodyError, ValidationFailed."""
    if not isinstance(value, dict):
        raise BodyError("An article is a JSON object.")
    require_text(value)
    try:
        return cast(ArticleInput, ArticleInputSchema().load(value))
    except ma.ValidationError as error:
        raise ValidationFailed(pointers(error.messages)) from error
