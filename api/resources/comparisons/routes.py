"""Compare without storing."""

from __future__ import annotations

from typing import Any

from analysis.types import Comparison
from api.extensions import Blueprint, context
from api.resources.analyses.routes import TEXT_PROBLEMS
from api.resources.analyses.schemas import EXAMPLE_ARTICLE
from api.resources.comparisons.schemas import ComparisonRequestSchema, ComparisonSchema
from api.resources.shared.examples import LANGUAGE
from api.services import analyses

blueprint = Blueprint("comparisons", __name__, url_prefix="/v1", description="Compare articles without storing them.")
EXAMPLE = {
    "articles": [
        EXAMPLE_ARTICLE,
        {
            "outlet": "hill-times",
            "language": LANGUAGE,
            "text": "Bridge decision is reckless, says opposition\n\nThe opposition leader Erik Dahl called it "
            "“reckless”. The minister Ana Lind replied that there was no choice.",
        },
    ]
}


@blueprint.route("/comparisons", methods=["POST"])
@blueprint.problems(*TEXT_PROBLEMS, "comparison-size")
@blueprint.arguments(ComparisonRequestSchema, example=EXAMPLE)
@blueprint.response(200, ComparisonSchema, description="The comparison.")
def compare_articles(request: dict[str, Any]) -> Comparison:
    """Compare 2 to 50 articles

    Nothing is stored. Articles are named `article-1`, `article-2` … in the order given.
    """
    return analyses.compare(context(), request["articles"])
