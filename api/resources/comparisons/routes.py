"""Compare without storing."""

from __future__ import annotations

from typing import Any

from flask import Response

from analysis.types import Comparison
from api.export import Material
from api.extensions import Blueprint, chosen_media, context, reader_languages
from api.resources.analyses.routes import TEXT_PROBLEMS
from api.resources.analyses.schemas import EXAMPLE_ARTICLE
from api.resources.comparisons.answers import FORMS, JSON, PAGE, TABLES, answered
from api.resources.comparisons.schemas import ComparisonRequestSchema, ComparisonSchema
from api.resources.shared.examples import LANGUAGE
from api.services import analyses
from api.services.wordings import for_reader

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
@blueprint.problems(*TEXT_PROBLEMS, "comparison-size", "not-acceptable")
@blueprint.arguments(ComparisonRequestSchema, example=EXAMPLE)
@blueprint.response(200, ComparisonSchema, description="The comparison.")
@blueprint.alt_response(200, **PAGE)
@blueprint.alt_response(200, **TABLES)
def compare_articles(request: dict[str, Any]) -> Comparison | Response:
    """Compare 2 to 50 articles

    Nothing is stored. Articles are named `article-1`, `article-2` … in the order given. `Accept` chooses JSON, a page
    to read and print, or tables.
    """
    media, languages = chosen_media(FORMS), reader_languages()
    if media == JSON:
        return for_reader(analyses.compare(context(), request["articles"]), languages)
    return answered(media, Material(*analyses.compared(context(), request["articles"]), languages))
