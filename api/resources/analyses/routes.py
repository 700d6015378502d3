"""Analyse without storing."""

from __future__ import annotations

from analysis.types import Analysis, ArticleInput, Target
from api.extensions import Blueprint, context
from api.resources.analyses.schemas import EXAMPLE_ARTICLE, AnalysisRequestSchema, AnalysisSchema
from api.services import analyses

blueprint = Blueprint("analyses", __name__, url_prefix="/v1", description="Analyse an article without storing it.")
TEXT_PROBLEMS = (
    "empty-text",
    "invalid-text",
    "text-too-large",
    "encoder-unavailable",
    "data-unavailable",
    "took-too-long",
)


@blueprint.route("/analyses", methods=["POST"])
@blueprint.problems(*TEXT_PROBLEMS, "invalid-target")
@blueprint.arguments(AnalysisRequestSchema, example=EXAMPLE_ARTICLE)
@blueprint.response(200, AnalysisSchema, description="The analysis.")
def analyse_article(request: tuple[ArticleInput, list[Target] | None]) -> Analysis:
    """Analyse an article

    Nothing is stored. An unsupported language gets everything that needs no language; other scores are null and say
    why.
    """
    source, targets = request
    return analyses.analyse(context(), source, targets)
