"""Actors across articles."""

from __future__ import annotations

from functools import partial
from typing import Any

from api.extensions import Blueprint, answer_page, context, matches, page_of, paged
from api.resources.actors.schemas import ActorCorrectionSchema, ActorQuery, StoredActorSchema
from api.services import actors
from api.services.actors import Correction
from api.store.records import ActorRecord

blueprint = Blueprint("actors", __name__, url_prefix="/v1", description="Who and what acts, across articles.")


@blueprint.route("/actors", methods=["GET"])
@blueprint.arguments(ActorQuery, location="query")
@blueprint.response(200, paged(StoredActorSchema), description="A page of actors.")
def list_actors(query: dict[str, Any]) -> dict[str, object]:
    """List actors

    In the order they became known.
    """
    after, limit = page_of("actors", query)
    return answer_page("actors", actors.listed(context(), query["type"], query["q"], after, limit), limit)


@blueprint.route("/actors/<actor_id>", methods=["GET"])
@blueprint.response(200, StoredActorSchema, description="The actor, or the one it was merged into.")
def get_actor(actor_id: str) -> ActorRecord:
    """Get an actor"""
    return actors.get(context(), actor_id)


@blueprint.route("/actors/<actor_id>", methods=["PATCH"])
@blueprint.problems("correction-conflict", "precondition-failed")
@blueprint.arguments(ActorCorrectionSchema, example={"name": "Ana Lind", "external_ids": {"wikidata": "Q42"}})
@blueprint.response(200, StoredActorSchema, description="The corrected actor.")
def correct_actor(correction: Correction, actor_id: str) -> ActorRecord:
    """Correct an actor

    Rename it, change its type, attach aliases and identifiers, merge others into it, or split others off it. The
    correction holds for what is stored and for what comes. With `If-Match` only if nobody else has corrected it since.
    """
    return actors.correct(context(), actor_id, correction, partial(matches, StoredActorSchema))
