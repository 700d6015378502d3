"""Outlets."""

from __future__ import annotations

from typing import Any

from flask import Response

from api.extensions import Blueprint, PageQuery, answer_page, as_json, context, kept, page_of, paged
from api.resources.outlets.schemas import OutletProfileSchema, OutletSchema
from api.services import outlets
from api.store.records import OutletRecord

blueprint = Blueprint("outlets", __name__, url_prefix="/v1", description="Outlets and how they write.")


@blueprint.route("/outlets", methods=["GET"])
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, paged(OutletSchema), description="A page of outlets.")
def list_outlets(query: dict[str, Any]) -> dict[str, object]:
    """List outlets

    In the order they became known.
    """
    after, limit = page_of("outlets", query)
    return answer_page("outlets", outlets.listed(context(), after, limit), limit)


@blueprint.route("/outlets/<outlet_id>", methods=["GET"])
@blueprint.response(200, OutletSchema, description="The outlet.")
def get_outlet(outlet_id: str) -> OutletRecord:
    """Get an outlet"""
    return outlets.get(context(), outlet_id)


@blueprint.route("/outlets/<outlet_id>/profile", methods=["GET"])
@blueprint.problems("took-too-long")
@blueprint.response(200, OutletProfileSchema, description="The profile.")
def get_outlet_profile(outlet_id: str) -> Response:
    """Get an outlet's profile

    What its articles have in common: sources, actors, tone, loaded language, hedging, readability. Every score is a
    mean over articles with n and interval; no outlet is placed on a political scale.
    """
    held = context()
    revision = outlets.revision(held, outlet_id)
    return kept(revision, lambda: as_json(OutletProfileSchema, outlets.profile_of(held, outlet_id)))
