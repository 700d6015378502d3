"""Health."""

from __future__ import annotations

from api.extensions import ResponseSchema
from api.extensions import fields as f


class AliveSchema(ResponseSchema):
    """The process answers."""

    status = f.text("Always `alive`.", one_of=("alive",), example="alive")


class CheckSchema(ResponseSchema):
    """One thing the service depends on."""

    name = f.text("What it is.", one_of=("database", "encoder", "reader", "tone"), example="database")
    ok = f.boolean("Whether it can be used.", example=True)
    detail = f.text("Which one it is, or what is wrong.", example="sqlite")


class ReadySchema(ResponseSchema):
    """The service can do its work."""

    status = f.text("Always `ready`.", one_of=("ready",), example="ready")
    checks = f.listed(CheckSchema, "What it depends on.")
