"""Base schemas: strict requests, open responses."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

ID_PATTERN = r"^(?!\.{1,2}$)[^\s/?#%\\\x00-\x1f\x7f]{1,128}$"
"""Ids that clients choose: up to 128 characters that a path can carry."""


class RequestSchema(ma.Schema):
    """What a client sends: a field that we do not know is a mistake, and is refused."""

    class Meta:
        unknown = ma.RAISE


class ResponseSchema(ma.Schema):
    """What a client gets: open, so that fields can be added; a field that is missing on dump is our fault."""

    class Meta:
        unknown = ma.INCLUDE

    optional: frozenset[str] = frozenset()
    """Fields that are left out where they do not apply."""

    def get_attribute(self, obj: Any, attr: str, default: Any) -> Any:
        """The attribute; marshmallow would drop a missing one without a word."""
        value = super().get_attribute(obj, attr, default)
        if value is ma.missing and attr not in self.optional:
            raise AttributeError(f"{type(obj).__name__} has no {attr} for {type(self).__name__}")
        return value
