"""Stored articles."""

from __future__ import annotations

from typing import Any

from flask import Response, request, url_for

from analysis.types import ArticleInput
from api.extensions import Blueprint, answer_page, as_json, context, kept, page_of, paged
from api.resources.analyses.routes import TEXT_PROBLEMS
from api.resources.analyses.schemas import EXAMPLE_ARTICLE, AnalysisSchema, ArticleInputSchema
from api.resources.articles import streaming
from api.resources.articles.schemas import (
    AcceptedArticleSchema,
    ArticleQuery,
    ArticleSchema,
    ArticleSummarySchema,
    LineProblemSchema,
    LineResultSchema,
)
from api.services import articles, ingestion
from api.services.articles import StoredArticle
from api.store.records import ArticleFilter

blueprint = Blueprint("articles", __name__, url_prefix="/v1", description="Stored articles and their analyses.")
LOCATION = {"Location": {"$ref": "#/components/headers/Location"}}


@blueprint.route("/articles", methods=["GET"])
@blueprint.arguments(ArticleQuery, location="query")
@blueprint.response(200, paged(ArticleSummarySchema), description="A page of articles.")
def list_articles(query: dict[str, Any]) -> dict[str, object]:
    """List articles

    Newest stored first, without their texts.
    """
    after, limit = page_of("articles", query)
    chosen = ArticleFilter(**{name: query[name] for name in ArticleFilter.__dataclass_fields__})
    return answer_page("articles", articles.listed(context(), chosen, after, limit), limit)


@blueprint.route("/articles", methods=["POST"])
@blueprint.problems(*TEXT_PROBLEMS, "article-changed")
@blueprint.arguments(ArticleInputSchema, example=EXAMPLE_ARTICLE)
@blueprint.response(201, AcceptedArticleSchema, description="The stored article.", headers=LOCATION)
@blueprint.alt_response(
    200, schema=AcceptedArticleSchema, description="It was stored before.", headers=LOCATION, success=True
)
def store_article(source: ArticleInput) -> tuple[dict[str, Any], int, dict[str, str]]:
    """Store an article

    It is analysed once, and put into the story it belongs to. Durable when this is answered. Storing the same article
    again answers the stored one with `duplicate: true`. The same article is one of the same outlet with the same text,
    or with the same `external_id` or `url`; with another text that is a conflict.
    """
    accepted = ingestion.add(context(), source)
    stored = articles.of_record(context(), accepted.record)
    location = url_for("articles.get_article", article_id=stored.id)
    body = {**_fields(stored), "duplicate": accepted.duplicate, "duplicate_by": accepted.duplicate_by}
    return body, 200 if accepted.duplicate else 201, {"Location": location}


@blueprint.route("/articles/bulk", methods=["POST"])
@blueprint.doc(
    requestBody={
        "required": True,
        "description": "One article input a line.",
        "content": {"application/x-ndjson": {"schema": ArticleInputSchema}},
    }
)
@blueprint.response(
    200,
    {"oneOf": [LineResultSchema, LineProblemSchema]},
    content_type="application/x-ndjson",
    description="One line for each line of the request, in order: a result, or a problem with `line`.",
)
def store_articles() -> Response:
    """Store many articles

    NDJSON in, NDJSON out, in order. Each accepted article is durable when its line is written; a refused line concerns
    no other. Blank lines are passed over. Stories are complete when the answer ends.
    """
    return streaming.answer(context(), request)


@blueprint.route("/articles/<own_id:article_id>", methods=["GET"])
@blueprint.response(200, ArticleSchema, description="The article.")
def get_article(article_id: str) -> Response:
    """Get an article"""
    held = context()
    revision = articles.revision(held, article_id)
    return kept(revision, lambda: as_json(ArticleSchema, articles.get(held, article_id)))


@blueprint.route("/articles/<own_id:article_id>", methods=["DELETE"])
@blueprint.response(204, description="It is gone.")
def delete_article(article_id: str) -> None:
    """Delete an article

    Its story is brought in step; a story without articles disappears.
    """
    articles.delete(context(), article_id)


@blueprint.route("/articles/<article_id>/analysis", methods=["GET"])
@blueprint.problems("encoder-unavailable", "data-unavailable", "took-too-long")
@blueprint.response(200, AnalysisSchema, description="The analysis.")
def get_article_analysis(article_id: str) -> Response:
    """Get an article's analysis

    As stored, with users' corrections of actors; computed anew if the method, the encoder or the word data changed.
    """
    held = context()
    revision = articles.revision(held, article_id)
    return kept((revision, held.method), lambda: as_json(AnalysisSchema, articles.analysis(held, article_id)))


def _fields(stored: StoredArticle) -> dict[str, Any]:
    return {name: getattr(stored, name) for name in StoredArticle.__dataclass_fields__}
