"""What the service knows of languages, measures and problems."""

from __future__ import annotations

from typing import Any

from api.extensions import Blueprint
from api.problems import PROBLEMS, ProblemType
from api.resources.reference.schemas import LanguagesSchema, MetricsSchema, ProblemTypeSchema, ProblemTypesSchema
from api.services import reference
from api.services.errors import NotFoundError

blueprint = Blueprint("reference", __name__, description="Languages, measures and kinds of problem.")


@blueprint.route("/v1/languages", methods=["GET"])
@blueprint.response(200, LanguagesSchema, description="The languages.")
def list_languages() -> dict[str, Any]:
    """List supported languages"""
    return {"data": reference.supported_languages()}


@blueprint.route("/v1/metrics", methods=["GET"])
@blueprint.response(200, MetricsSchema, description="The measures.")
def list_metrics() -> dict[str, Any]:
    """List measures

    What each number means, its range, unit, languages and source, and how good it was when it was last measured.
    """
    return {"data": reference.metrics()}


@blueprint.route("/problems", methods=["GET"])
@blueprint.response(200, ProblemTypesSchema, description="The kinds of problem.")
def list_problems() -> dict[str, Any]:
    """List kinds of problem"""
    return {"data": list(PROBLEMS.values())}


@blueprint.route("/problems/<problem_name>", methods=["GET"])
@blueprint.response(200, ProblemTypeSchema, description="The kind of problem.")
def get_problem(problem_name: str) -> ProblemType:
    """Get a kind of problem: what a problem's `type` refers to"""
    if problem_name not in PROBLEMS:
        raise NotFoundError("kind of problem", problem_name)
    return PROBLEMS[problem_name]
