"""Stories."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from flask import Response

from analysis.types import Comparison
from api.export import Material
from api.extensions import (
    Blueprint,
    answer_page,
    as_json,
    chosen_media,
    context,
    kept,
    page_of,
    paged,
    reader_languages,
)
from api.resources.comparisons.answers import FORMS, JSON, PAGE, TABLES, answered
from api.resources.stories.schemas import StoryComparisonSchema, StoryQuery, StorySchema
from api.services import stories
from api.services.wordings import for_reader
from api.store.records import StoryFilter, StoryRecord

blueprint = Blueprint("stories", __name__, url_prefix="/v1", description="Articles that tell the same event.")


@blueprint.route("/stories", methods=["GET"])
@blueprint.arguments(StoryQuery, location="query")
@blueprint.response(200, paged(StorySchema), description="A page of stories.")
def list_stories(query: dict[str, Any]) -> dict[str, object]:
    """List stories

    Newest first.
    """
    after, limit = page_of("stories", query)
    chosen = StoryFilter(**{name: query[name] for name in StoryFilter.__dataclass_fields__})
    return answer_page("stories", stories.listed(context(), chosen, after, limit), limit)


@blueprint.route("/stories/<story_id>", methods=["GET"])
@blueprint.response(200, StorySchema, description="The story.")
def get_story(story_id: str) -> StoryRecord:
    """Get a story"""
    return stories.get(context(), story_id)


@blueprint.route("/stories/<story_id>/comparison", methods=["GET"])
@blueprint.problems(
    "story-has-one-article", "encoder-unavailable", "data-unavailable", "not-acceptable", "took-too-long"
)
@blueprint.response(200, StoryComparisonSchema, description="The comparison.")
@blueprint.alt_response(200, **PAGE)
@blueprint.alt_response(200, **TABLES)
def get_story_comparison(story_id: str) -> Response:
    """Compare a story's articles

    Computed when it is first asked for, and again when the story, the actors' corrections or the method change.
    `Accept` chooses JSON, a page to read and print, or tables.
    """
    media, languages = chosen_media(FORMS), reader_languages()
    revision = stories.revision(context(), story_id)
    return kept(revision, lambda: _compared(story_id, media, languages), (media, languages))


def _compared(story_id: str, media: str, languages: tuple[str, ...]) -> Response:
    compared = stories.comparison(context(), story_id, with_analyses=media != JSON)
    if media != JSON:
        return answered(media, Material(compared.comparison, compared.analyses, languages, compared.left_out))
    ordered = for_reader(compared.comparison, languages)
    members = {item.name: getattr(ordered, item.name) for item in fields(Comparison)}
    return as_json(StoryComparisonSchema, {**members, "story": story_id, "left_out": compared.left_out})
