"""Actors across articles, and corrections of who is who."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from api.services import identity
from api.services.context import Context
from api.services.errors import ChangedError, CorrectionConflictError, NotFoundError, ValidationFailed
from api.services.pages import Page
from api.store import actors, corrections, links
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


def correct(
    context: Context, actor: str, correction: Correction, seen: Callable[[ActorRecord], bool] = lambda _: True
) -> ActorRecord:
    """Correct who an actor is, for what is stored and for what comes: mergers first, then splits, then the rest.

    ``seen`` tells whether the actor, as it stands when nobody else can change it, is the one that the client knows.
    Raises NotFoundError, ChangedError, ValidationFailed, CorrectionConflictError; nothing is changed then.
    """
    _require_consistent(correction)
    with context.database.write() as connection:
        record = _required(connection, actor)
        if not seen(record):
            raise ChangedError("It is no longer the version that If-Match names; get it anew.")
        around = {actor, record.id, *correction.merge}
        around |= {found for found, _, _ in corrections.appearances(connection, record.id)}
        for place, other in enumerate(dict.fromkeys(correction.merge)):
            _merge(connection, record, _mergeable(connection, other, place))
        for part in correction.split:
            _split(connection, _required(connection, record.id), part)
        _attach(connection, _required(connection, record.id), correction)
        if correction.merge or correction.split or correction.aliases is not None:
            around |= {found for found, _, _ in corrections.appearances(connection, record.id)}
            links.link_around(connection, around)
        corrections.next_revision(connection)
        return _required(connection, record.id)


def _require_consistent(correction: Correction) -> None:
    """Refuse a name that one correction gives to two actors."""
    given = [name for part in correction.split for name in {actors.folded(alias) for alias in part.aliases}]
    if len(set(given)) < len(given):
        raise CorrectionConflictError("A name can be split off to one actor only.", "/split")
    if set(given) & {actors.folded(alias) for alias in correction.aliases or ()}:
        raise CorrectionConflictError("A name that is split off cannot be attached as well.", "/aliases")


def _mergeable(connection: Connection, other: str, place: int) -> ActorRecord:
    try:
        return _required(connection, other)
    except NotFoundError as error:
        raise ValidationFailed([{"pointer": f"/merge/{place}", "detail": str(error)}]) from error


def _merge(connection: Connection, target: ActorRecord, other: ActorRecord) -> None:
    """Everything found as the other actor is the target from now on."""
    if other.id == target.id:
        raise CorrectionConflictError("An actor cannot be merged with itself.", "/merge")
    corrections.redirect(connection, other.id, target.id)
    for found in (other.id, target.id):
        corrections.set_rule(connection, found, actors.ANY_NAME, target.id)
    names = (other.name, *other.aliases)
    corrections.move_aliases(connection, other.id, target.id, {actors.folded(name) for name in names})
    actors.add_aliases(connection, [(target.id, other.name)], actors.TEXT)
    present = actors.find(connection, target.id) or target
    corrections.set_externals(connection, other.id, dict.fromkeys(other.external_ids))
    corrections.set_externals(connection, target.id, {**other.external_ids, **present.external_ids})
    actors.remove(connection, other.id)


def _split(connection: Connection, source: ActorRecord, part: Split) -> None:
    """What goes by certain names is another actor from now on."""
    names = {actors.folded(name) for name in part.aliases}
    kept = [name for name in (source.name, *source.aliases) if actors.folded(name) not in names]
    if not kept:
        raise CorrectionConflictError("A split has to leave the actor a name of its own.", "/split")
    found = corrections.appearances(connection, source.id)
    new = _merged_before(source, found, names) or _new_id(source.id, names)
    if actors.find(connection, new) is None:
        kinds = [kind for _, name, kind in found if actors.folded(name) in names]
        actors.create(connection, new, part.name, kinds[0] if kinds else source.type)
    for identifier in sorted({identifier for identifier, _, _ in found} | {source.id}):
        for name in sorted(names):
            corrections.set_rule(connection, identifier, name, new)
    corrections.set_rule(connection, new, actors.ANY_NAME, new)
    corrections.move_aliases(connection, source.id, new, names)
    if actors.folded(source.name) in names:
        name = max(kept, key=lambda one: (len(one), one))
        corrections.change(connection, source.id, name=name, folded=actors.folded(name))
    corrections.reassign(connection, (source.id, new), names)


def _new_id(source: str, names: set[str]) -> str:
    return "actor-" + identity.digest(source, *sorted(names))[: identity.ID_DIGITS]


def _merged_before(source: ActorRecord, found: Sequence[tuple[str, str, str]], names: set[str]) -> str | None:
    """The actor that was merged into this one and is now split off it again: it gets its own id back."""
    leaving = {identifier for identifier, name, _ in found if actors.folded(name) in names}
    staying = {identifier for identifier, name, _ in found if actors.folded(name) not in names}
    back = (leaving - staying) & set(source.merged_from)
    return back.pop() if len(leaving) == 1 and back else None


def _attach(connection: Connection, record: ActorRecord, correction: Correction) -> None:
    """Name, type, aliases and external identifiers."""
    if correction.name is not None:
        corrections.change(
            connection, record.id, name=correction.name, folded=actors.folded(correction.name), renamed=1
        )
    if correction.type is not None:
        corrections.change(connection, record.id, type=correction.type, retyped=1)
    if correction.aliases is not None:
        _claim(connection, record, correction.aliases)
    if correction.external_ids is not None:
        owner = corrections.owner_of_external(connection, correction.external_ids, record.id)
        if owner is not None:
            detail = f"The actor {owner[0]} has this identifier; merge the two if they are the same."
            raise CorrectionConflictError(detail, f"/external_ids/{owner[1]}")
        corrections.set_externals(connection, record.id, correction.external_ids)


def _claim(connection: Connection, record: ActorRecord, aliases: tuple[str, ...]) -> None:
    """Names that lead to this actor wherever they are found, in place of those that did so far."""
    other = corrections.owner_of_alias(connection, aliases, record.id)
    if other is not None:
        raise CorrectionConflictError(f"{other[1]!r} is attached to the actor {other[0]}.", "/aliases")
    names = {actors.folded(alias) for alias in aliases}
    involved = {record.id, *corrections.led_to(connection, names)}
    corrections.drop_rules(connection, names)
    released = corrections.attached(connection, record.id)
    actors.drop_aliases(connection, record.id, actors.USER)
    actors.add_aliases(connection, ((record.id, alias) for alias in aliases), actors.USER)
    left = corrections.reassign(connection, involved, names | released)
    actors.prune(connection, sorted(left - {record.id}))


def _required(connection: Connection, actor: str) -> ActorRecord:
    record = actors.find(connection, actor) or actors.find(connection, corrections.current(connection, actor))
    if record is None:
        raise NotFoundError("actor", actor)
    return record
