"""Health."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import Response

from api.errors import answer, problem
from api.extensions import Blueprint, context
from api.resources.health.schemas import AliveSchema, ReadySchema
from api.services import health

blueprint = Blueprint("health", __name__, description="For those who run the service.")


@blueprint.route("/healthz", methods=["GET"])
@blueprint.response(200, AliveSchema, description="The process answers.")
def check_alive() -> dict[str, str]:
    """Is the process alive?

    Touches neither database nor models.
    """
    return {"status": "alive"}


@blueprint.route("/readyz", methods=["GET"])
@blueprint.problems("not-ready")
@blueprint.response(200, ReadySchema, description="Database, encoder and reader can be used.")
def check_ready() -> dict[str, Any] | Response:
    """Can the service do its work?

    Tries database, encoder, reader and a tone model that was chosen. While the service is loading or being stopped, the
    answer is 503 too.
    """
    checks = health.readiness(context())
    failed = [check.name for check in checks if not check.ok]
    if failed:
        listed = [asdict(check) for check in checks]
        return answer(problem("not-ready", f"Not usable: {', '.join(failed)}.", checks=listed))
    return {"status": "ready", "checks": checks}
