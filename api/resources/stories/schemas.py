"""Stories."""

from __future__ import annotations

from marshmallow import fields

from api.extensions import ResponseSchema
from api.extensions import fields as f
from api.resources.analyses.schemas import LANGUAGE_PATTERN
from api.resources.articles.schemas import EXAMPLE_ID, EXAMPLE_STORY, PublishedQuery, chosen
from api.resources.comparisons.schemas import ComparisonSchema
from api.resources.shared.examples import LANGUAGE, OTHER_LANGUAGE
from api.resources.shared.schemas import date


class StoryQuery(PublishedQuery):
    """Which stories."""

    outlet = chosen("Only stories that this outlet tells.", example="harbour-post")
    language = f.text(
        "Only stories with an article in this language.",
        required=False,
        load_default=None,
        example=OTHER_LANGUAGE,
        checks=[f.Whole(LANGUAGE_PATTERN)],
    )
    actor = chosen("Only stories with this actor.", example="act_32072235f196")
    q = chosen("Only stories whose title holds these words.", example="bridge")
    min_articles = f.integer(
        "Only stories with at least so many articles.",
        1,
        1_000_000,
        strict=False,
        required=False,
        load_default=1,
        example=2,
    )


class StorySchema(ResponseSchema):
    """Articles that tell the same event."""

    id = f.text("Id of the story.", example=EXAMPLE_STORY)
    title = f.text("Headline of the article published first.", example="Minister defends the bridge")
    articles = f.listed(fields.String(), "Ids of its articles, earliest published first.", example=[EXAMPLE_ID])
    article_count = f.integer("Number of its articles.", 1, example=1)
    outlets = f.listed(fields.String(), "Ids of its outlets.", example=["harbour-post"])
    languages = f.listed(fields.String(), "Codes of its languages.", example=[LANGUAGE])
    first_published_at = date("When its first article was published.")
    last_published_at = date("When its last article was published.")
    created_at = f.text("When its first article was stored.", example="2026-03-02T09:00:00.000Z", format="date-time")
    updated_at = f.text("When its articles changed last.", example="2026-03-02T09:00:00.000Z", format="date-time")
    links = f.Links(
        self="/v1/stories/{id}", comparison="/v1/stories/{id}/comparison", articles="/v1/articles?story={id}"
    )


class StoryComparisonSchema(ComparisonSchema):
    """How a story's articles tell it."""

    story = f.text("Id of the story.", example=EXAMPLE_STORY)
    left_out = f.listed(
        fields.String(),
        "Ids of articles that are left out, because the story has more than 50: the 50 published first are compared.",
        example=[],
    )
