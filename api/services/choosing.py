"""Chooses the story of a new article: before the write lock is taken, and only looked over again under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from analysis.clustering import Candidate, Fingerprint, StoryChoice, choose_story, odds_with
from api.store import candidates
from api.store.candidates import Look


@dataclass(frozen=True, slots=True)
class Chosen:
    """The story that an article belongs to, what it was chosen from, and what the next choice need not weigh again.

    ``odds`` are those of the article and stored ones, by their numbers. One that is analysed anew meanwhile keeps the
    odds it had: it might as well have been analysed after the article came.
    """

    choice: StoryChoice | None
    look: Look
    odds: Mapping[int, float]


def chosen(connection: Connection, new: Fingerprint) -> Chosen:
    """The story of an article as things stand; takes milliseconds, so it is done before the lock is taken."""
    return _chosen(connection, new, candidates.look(connection, new.keys), {})


def settled(connection: Connection, new: Fingerprint, before: Chosen) -> StoryChoice | None:
    """The story of an article as things stand now, under the lock: chosen again only if something has come between.

    Only what has come since is compared with the article.
    """
    if candidates.holds(connection, before.look, new.keys):
        return before.choice
    look = candidates.look(connection, new.keys)
    if look.stories == before.look.stories:
        return before.choice
    return _chosen(connection, new, look, before.odds).choice


def _chosen(connection: Connection, new: Fingerprint, look: Look, known: Mapping[int, float]) -> Chosen:
    unknown = [seq for one in look.stories for seq in one.members if seq not in known]
    loaded = candidates.bodies(connection, unknown) if unknown else {}
    odds = {**known, **dict(zip(loaded, odds_with(new, list(loaded.values())), strict=True))}
    found = [
        Candidate(
            one.story,
            _Members(connection, present, loaded),
            present if one.unnamed else (),
            [odds[seq] for seq in present],
        )
        for one in look.stories
        for present in [[seq for seq in one.members if seq in odds]]
    ]
    return Chosen(choose_story(new, found), look, odds)


class _Members(Sequence[bytes]):
    """Packed fingerprints of a story's members, of which those that are not loaded are read when they are asked for."""

    def __init__(self, connection: Connection, numbers: Sequence[int], loaded: dict[int, bytes]) -> None:
        self._connection, self._numbers, self._loaded = connection, numbers, loaded

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, place):  # type: ignore[no-untyped-def]
        if isinstance(place, slice):
            return list(self._of(self._numbers[place]))
        return next(self._of([self._numbers[place]]))

    def __iter__(self) -> Iterator[bytes]:
        return self._of(self._numbers)

    def _of(self, numbers: Iterable[int]) -> Iterator[bytes]:
        wanted = list(numbers)
        missing = [seq for seq in wanted if seq not in self._loaded]
        if missing:
            self._loaded.update(candidates.bodies(self._connection, missing))
        return (self._loaded[seq] for seq in wanted)
