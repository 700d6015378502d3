"""The sources found so far: one entry for everybody and everything, however often and in whatever form named."""

from __future__ import annotations

from collections.abc import Collection

from analysis.sources.entries import Entry, articles_of, unite, words_of
from analysis.sources.referring import is_same_noun
from analysis.sources.uniting import (
    last_of_kind,
    named_at_end,
    surname_of_person,
    without_again,
    without_bare,
    without_initials,
)
from analysis.text import fold
from analysis.types import Source, SourceType, Span, Speaker


class Register:
    """Sources by actor, else by their name's words without the articles of the ``language``."""

    def __init__(self, language: str) -> None:
        self.entries: dict[str, Entry] = {}
        self.articles = articles_of(language)

    def add(
        self, name: str, kind: SourceType, actor: str | None, span: Span | None, quote: str | None, *, body: str = ""
    ) -> None:
        """Notes one place where a source is named, and what comes from it there; ``body`` is what public body it is."""
        key = actor if actor is not None and kind not in ("outlet", "social") else self._key(name)
        entry = self.entries.setdefault(key, Entry(name, kind, actor))
        entry.body = entry.body or body
        if len(name) > len(entry.name):
            entry.name = name
        if span is not None:
            entry.mentions.setdefault((span.start, span.end), span)
        if quote is not None and quote not in entry.quotes:
            entry.quotes.append(quote)

    def _key(self, name: str) -> str:
        return words_of(name, self.articles)

    def known_as(self, name: str, surname: str) -> None:
        """Notes that the source is a person called by nothing but a role and this last name."""
        entry = self.entries.get(self._key(name))
        if entry is not None:
            entry.surname = fold(surname)

    def is_about(self, name: str, noun: str, *, anew: bool) -> None:
        """Notes the noun that the description of a source is about, and whether it tells of it ``anew``: *a study*."""
        entry = self.entries.get(self._key(name))
        if entry is not None:
            entry.noun, entry.anew = entry.noun or noun, entry.anew or anew

    def is_bare(self, name: str, stems: frozenset[str], *, bare: bool) -> None:
        """Notes that noun without its endings, and whether the description is only that with a definite article."""
        entry = self.entries.get(self._key(name))
        if entry is not None:
            entry.stems, entry.bare = entry.stems | stems, bare and (entry.bare or not entry.stems)

    def tells_of(self, noun: str, actors: Collection[str]) -> bool:
        """Whether one of the actors is a source, or something written that the noun is for."""
        papers = any(e.type == "document" and is_same_noun(noun, e.name) for e in self.entries.values())
        return papers or any(e.actor in actors for e in self.entries.values() if e.actor is not None)

    def knows(self, speaker: Speaker) -> bool:
        """Whether somebody is among the sources already."""
        return (speaker.actor or self._key(speaker.name)) in self.entries

    def goes_on(self, noun: str, span: Span, quote: str) -> bool:
        """Notes a place where the last source without a name whose description has the noun is meant, or without a noun
        the last outlet; whether there is one."""
        for entry in reversed(self.entries.values()):
            nameless = entry.actor is None and entry.type != "outlet" and bool(noun)
            if (nameless and is_same_noun(noun, entry.name)) or (not noun and entry.type == "outlet"):
                entry.mentions.setdefault((span.start, span.end), span)
                if quote not in entry.quotes:
                    entry.quotes.append(quote)
                return True
        return False

    def sources(self) -> tuple[Source, ...]:
        """All of them, in the order of their first mention."""
        found = [
            Source(e.name, e.type, _apart(e.mentions), tuple(e.quotes), e.actor) for e in self._united() if e.mentions
        ]
        return tuple(sorted(found, key=lambda s: (s.mentions[0].start, s.mentions[0].end, s.name)))

    def _united(self) -> list[Entry]:
        """Entries of one name are one, whether or not it was taken for an actor's at every place, and so is a person
        whom the article also calls by the last name alone."""
        united: dict[str, Entry] = {}
        for entry in self._of_bodies():
            unite(united.setdefault(self._key(entry.name), entry), entry)
        full: dict[str, Entry | None] = {}
        for entry in united.values():
            if entry.type == "person" and entry.actor is not None:
                surname = surname_of_person(entry)
                full[surname] = None if surname in full else entry
        for key, entry in list(united.items()):
            other = full.get(entry.surname or key) or named_at_end(key, entry, united)
            if other is not None and (entry.type == "person" or entry.surname or " " in key) and entry.actor is None:
                unite(other, united.pop(key))
        return without_initials(without_bare(without_again(united.values())))

    def _of_bodies(self) -> list[Entry]:
        """Entries for one public body in other words are one; a bare noun is for the one of its kind told of last."""
        kept: list[Entry] = []
        bodies: dict[str, Entry] = {}
        for entry in self.entries.values():
            known = bodies.get(entry.body) if " " in entry.body else last_of_kind(entry, bodies.values())
            if entry.body and known is None:
                bodies[entry.body] = entry
            if known is None:
                kept.append(entry)
            else:
                unite(known, entry)
        return kept


def _apart(mentions: dict[tuple[int, int], Span]) -> tuple[Span, ...]:
    """Mentions in text order, without those that lie in another (*the Herald* and *Herald*)."""
    kept: list[Span] = []
    for start, end in sorted(mentions, key=lambda place: (place[0], -place[1])):
        if not kept or end > kept[-1].end:
            kept.append(mentions[start, end])
    return tuple(kept)
