"""A comparison in the form that the client asks for: JSON, a page to read, or tables in a ZIP archive."""

from __future__ import annotations

from typing import Any

from flask import Response, current_app

from analysis.languages import WRITTEN_IN
from api.export import Material, as_html, as_zip, policy

JSON, HTML, ZIP = "application/json", "text/html", "application/zip"
FORMS = (JSON, HTML, ZIP)
"""The forms in which a comparison can be had; the first is that of clients who do not say."""
FILE_NAME = "comparison.zip"
PAGE: dict[str, Any] = {
    "content_type": HTML,
    "description": "The comparison.",
    "schema": {
        "type": "string",
        "description": "A page that holds all it needs: findings with their evidence, order of reactions, claims by "
        "article, tone, sources. No script, nothing from elsewhere.",
    },
}
TABLES: dict[str, Any] = {
    "content_type": ZIP,
    "description": "The comparison.",
    "schema": {
        "type": "string",
        "format": "binary",
        "description": "Tables as CSV in UTF-8: `articles`, `claims` (a row each, a column an article), `findings` (a "
        "row for each piece of evidence), `order`, `sentiment`, `timeline` (a row "
        "for each mention of a date). A text that a spreadsheet could take for a formula, or "
        "that begins with an apostrophe, has an apostrophe before it.",
    },
}
"""What the OpenAPI document says of the forms beside JSON."""


def answered(media: str, material: Material) -> Response:
    """The comparison as a page or as tables."""
    return page(material) if media == HTML else archive(material)


def page(material: Material) -> Response:
    """The page. Its own words are English, whatever it quotes."""
    response: Response = current_app.response_class(as_html(material), mimetype=HTML)
    response.headers["Content-Security-Policy"] = policy()
    response.headers["Content-Language"] = WRITTEN_IN
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def archive(material: Material) -> Response:
    """The tables, as a file to keep."""
    response: Response = current_app.response_class(as_zip(material), mimetype=ZIP)
    response.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response
