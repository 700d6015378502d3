"""The sources found so far: one entry for everybody and everything, however often and in whatever form named."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.attribution.outlets import articles
from analysis.text import fold
from analysis.types import Source, SourceType, Span


@dataclass(slots=True)
class _Entry:
    name: str
    type: SourceType
    actor: str | None
    mentions: dict[tuple[int, int], Span] = field(default_factory=dict)
    quotes: list[str] = field(default_factory=list)


class Register:
    """Sources by actor, else by their name's words."""

    def __init__(self) -> None:
        self.entries: dict[str, _Entry] = {}

    def add(self, name: str, kind: SourceType, actor: str | None, span: Span | None, quote: str | None) -> None:
        """Notes one place where a source is named, and what comes from it there."""
        key = actor if actor is not None and kind not in ("outlet", "social") else words_of(name)
        entry = self.entries.setdefault(key, _Entry(name, kind, actor))
        if len(name) > len(entry.name):
            entry.name = name
        if span is not None:
            entry.mentions.setdefault((span.start, span.end), span)
        if quote is not None and quote not in entry.quotes:
            entry.quotes.append(quote)

    def sources(self) -> tuple[Source, ...]:
        """All of them, in the order of their first mention."""
        found = [
            Source(e.name, e.type, _apart(e.mentions), tuple(e.quotes), e.actor) for e in self._united() if e.mentions
        ]
        return tuple(sorted(found, key=lambda s: (s.mentions[0].start, s.mentions[0].end, s.name)))

    def _united(self) -> list[_Entry]:
        """Entries of one name are one, whether or not it was taken for an actor's at every place, and so is a person
        whom the article also calls by the last name alone."""
        united: dict[str, _Entry] = {}
        for entry in self.entries.values():
            _unite(united.setdefault(words_of(entry.name), entry), entry)
        full = {words_of(e.name).split()[-1]: e for e in united.values() if e.type == "person" and e.actor is not None}
        for key, entry in list(united.items()):
            other = full.get(key)
            if other is not None and entry.type == "person" and entry.actor is None:
                _unite(other, united.pop(key))
        return list(united.values())


def _apart(mentions: dict[tuple[int, int], Span]) -> tuple[Span, ...]:
    """Mentions in text order, without those that lie in another (*the Herald* and *Herald*)."""
    kept: list[Span] = []
    for start, end in sorted(mentions, key=lambda place: (place[0], -place[1])):
        if not kept or end > kept[-1].end:
            kept.append(mentions[start, end])
    return tuple(kept)


def _unite(entry: _Entry, other: _Entry) -> None:
    if other is not entry:
        entry.mentions |= other.mentions
        entry.quotes += [quote for quote in other.quotes if quote not in entry.quotes]
        entry.actor = entry.actor or other.actor


def words_of(name: str) -> str:
    """A name without its article, as it is compared."""
    words = fold(name).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in articles() else words)
