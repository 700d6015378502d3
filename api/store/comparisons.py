"""Comparisons that were computed, with the state of story, corrections and method that they hold for."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from analysis.types import Comparison
from api.store import codec
from api.store.tables import COMPARISONS


def find(connection: Connection, story: str, state: str) -> Comparison | None:
    """The story's comparison, if it was computed in this state."""
    row = connection.execute(select(COMPARISONS).where(COMPARISONS.c.story_id == story)).first()
    return codec.unpack(Comparison, row.body) if row is not None and row.state == state else None


def save(connection: Connection, story: str, state: str, comparison: Comparison) -> None:
    """Keep the story's comparison, in place of an earlier one."""
    connection.execute(delete(COMPARISONS).where(COMPARISONS.c.story_id == story))
    connection.execute(insert(COMPARISONS).values(story_id=story, state=state, body=codec.pack(comparison)))
