"""Actors across articles, and corrections of who is who."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from api.services import identity
from api.services.context import Context
from api.services.errors import CorrectionConflictError, NotFoundError
from api.services.pages import Page
from api.store import actors, corrections
from api.store.records import ActorRecord


@dataclass(frozen=True, slots=True)
class Split:
    """An actor to be told apart: the names it goes by, and what it shall be called."""

    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user changes about an actor; ``None`` and empty leave things as they are."""

    name: str | None = None
    type: str | None = None
    aliases: tuple[str, ...] | None = None
    external_ids: dict[str, str | None] | None = None
    merge: tuple[str, ...] = ()
    split: tuple[Split, ...] = ()


def get(context: Context, actor: str) -> ActorRecord:
    """The actor of this id, or the one it was merged into. Raises NotFoundError."""
    with context.database.read() as connection:
        return _required(connection, actor)


def listed(context: Context, kind: str | None, q: str | None, after: int | None, limit: int) -> Page[ActorRecord]:
    """A page of actors, in the order they became known."""
    with context.database.read() as connection:
        found = actors.page(connection, kind, q, after, limit + 1)
    return Page(found[:limit], found[limit - 1].seq if len(found) > limit else None)


def correct(context: Context, actor: str, correction: Correction) -> ActorRecord:
    """Correct who an actor is, for what is stored and for what comes. Raises NotFoundError, CorrectionConflictError."""
    with context.database.write() as connection:
        record = _required(connection, actor)
        for other in dict.fromkeys(correction.merge):
            _merge(connection, record, _required(connection, other))
        for part in correction.split:
            _split(connection, record, part)
        _attach(connection, record, correction)
        corrections.next_revision(connection)
        return _required(connection, record.id)


def _merge(connection: Connection, target: ActorRecord, other: ActorRecord) -> None:
    """Everything found as the other actor is the target from now on."""
    if other.id == target.id:
        raise CorrectionConflictError("An actor cannot be merged with itself.", "/merge")
    for found in corrections.found_ids(connection, other.id):
        corrections.set_rule(connection, found, actors.ANY_NAME, target.id)
    corrections.redirect(connection, other.id, target.id)
    corrections.set_rule(connection, target.id, actors.ANY_NAME, target.id)
    actors.add_aliases(connection, ((target.id, name) for name in (other.name, *other.aliases)), actors.TEXT)
    corrections.set_externals(connection, target.id, {**other.external_ids, **target.external_ids})
    corrections.set_externals(connection, other.id, dict.fromkeys(other.external_ids))
    for origin in (actors.TEXT, actors.USER):
        actors.drop_aliases(connection, other.id, origin)
    actors.remove(connection, other.id)


def _split(connection: Connection, source: ActorRecord, part: Split) -> None:
    """What goes by certain names is another actor from now on."""
    names = {actors.folded(name) for name in part.aliases}
    appearances = corrections.appearances(connection, [source.id])
    new = "actor-" + identity.digest(source.id, *sorted(names))[: identity.ID_DIGITS]
    if actors.folded(source.name) in names and not source.aliases:
        raise CorrectionConflictError("A split has to leave the actor a name of its own.", "/split")
    kinds = [kind for _, _, name, kind in appearances if actors.folded(name) in names]
    if actors.find(connection, new) is None:
        actors.create(connection, new, part.name, kinds[0] if kinds else source.type)
    found = {identifier for _, identifier, _, _ in appearances} | {source.id}
    for identifier in sorted(found):
        for name in sorted(names):
            corrections.set_rule(connection, identifier, name, new)
    for seq, identifier, name, _ in appearances:
        if actors.folded(name) in names:
            corrections.assign(connection, seq, identifier, new)
    corrections.move_aliases(connection, source.id, new, names)


def _attach(connection: Connection, record: ActorRecord, correction: Correction) -> None:
    """Name, type, aliases and external identifiers."""
    if correction.name is not None:
        actors.add_aliases(connection, [(record.id, record.name)], actors.TEXT)
        corrections.change(
            connection, record.id, name=correction.name, folded=actors.folded(correction.name), renamed=1
        )
    if correction.type is not None:
        corrections.change(connection, record.id, type=correction.type)
    if correction.aliases is not None:
        _claim(connection, record, correction.aliases)
    if correction.external_ids is not None:
        corrections.set_externals(connection, record.id, correction.external_ids)


def _claim(connection: Connection, record: ActorRecord, aliases: tuple[str, ...]) -> None:
    """Names that lead to this actor wherever they are found."""
    other = corrections.owner_of_alias(connection, aliases, record.id)
    if other is not None:
        raise CorrectionConflictError(f"{other[1]!r} is attached to the actor {other[0]}.", "/aliases")
    actors.drop_aliases(connection, record.id, actors.USER)
    actors.add_aliases(connection, ((record.id, alias) for alias in aliases), actors.USER)
    corrections.claim_appearances(connection, record.id, {actors.folded(alias) for alias in aliases})


def _required(connection: Connection, actor: str) -> ActorRecord:
    record = actors.find(connection, actor)
    if record is None:
        target = corrections.merged_into(connection, actor)
        record = None if target is None else actors.find(connection, target)
    if record is None:
        raise NotFoundError("actor", actor)
    return record
