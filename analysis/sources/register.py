"""The sources found so far: one entry for everybody and everything, however often and in whatever form named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from analysis.attribution.outlets import articles
from analysis.sources.referring import is_same_noun
from analysis.text import fold
from analysis.types import Source, SourceType, Span, Speaker

SHORTEST_STEM = 4
"""Letters of the shortest noun that is looked for in another form."""
SHORT_TITLE = 3
"""Most words of a description of something written that may only refer to one told of more fully."""


@dataclass(slots=True)
class _Entry:
    name: str
    type: SourceType
    actor: str | None
    mentions: dict[tuple[int, int], Span] = field(default_factory=dict)
    quotes: list[str] = field(default_factory=list)
    body: str = ""
    surname: str = ""
    noun: str = ""
    anew: bool = False


class Register:
    """Sources by actor, else by their name's words."""

    def __init__(self) -> None:
        self.entries: dict[str, _Entry] = {}

    def add(
        self, name: str, kind: SourceType, actor: str | None, span: Span | None, quote: str | None, *, body: str = ""
    ) -> None:
        """Notes one place where a source is named, and what comes from it there; ``body`` is what public body it is."""
        key = actor if actor is not None and kind not in ("outlet", "social") else words_of(name)
        entry = self.entries.setdefault(key, _Entry(name, kind, actor))
        entry.body = entry.body or body
        if len(name) > len(entry.name):
            entry.name = name
        if span is not None:
            entry.mentions.setdefault((span.start, span.end), span)
        if quote is not None and quote not in entry.quotes:
            entry.quotes.append(quote)

    def known_as(self, name: str, surname: str) -> None:
        """Notes that the source is a person called by nothing but a role and this last name."""
        entry = self.entries.get(words_of(name))
        if entry is not None:
            entry.surname = fold(surname)

    def is_about(self, name: str, noun: str, *, anew: bool) -> None:
        """Notes the noun that the description of a source is about, and whether it tells of it ``anew``: *a study*."""
        entry = self.entries.get(words_of(name))
        if entry is not None:
            entry.noun, entry.anew = entry.noun or noun, entry.anew or anew

    def tells_of(self, noun: str, actors: Collection[str]) -> bool:
        """Whether one of the actors is a source, or something written that the noun is for."""
        papers = any(e.type == "document" and is_same_noun(noun, e.name) for e in self.entries.values())
        return papers or any(e.actor in actors for e in self.entries.values() if e.actor is not None)

    def knows(self, speaker: Speaker) -> bool:
        """Whether somebody is among the sources already."""
        return (speaker.actor or words_of(speaker.name)) in self.entries

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

    def _united(self) -> list[_Entry]:
        """Entries of one name are one, whether or not it was taken for an actor's at every place, and so is a person
        whom the article also calls by the last name alone."""
        united: dict[str, _Entry] = {}
        for entry in self._of_bodies():
            _unite(united.setdefault(words_of(entry.name), entry), entry)
        full: dict[str, _Entry | None] = {}
        for entry in united.values():
            if entry.type == "person" and entry.actor is not None:
                surname = _surname(entry)
                full[surname] = None if surname in full else entry
        for key, entry in list(united.items()):
            other = full.get(entry.surname or key) or _named_at_end(key, entry, united)
            if other is not None and (entry.type == "person" or entry.surname or " " in key) and entry.actor is None:
                _unite(other, united.pop(key))
        return list(_without_again(united.values()))

    def _of_bodies(self) -> list[_Entry]:
        """Entries for one public body in other words are one; a bare noun is for the one of its kind told of last."""
        kept: list[_Entry] = []
        bodies: dict[str, _Entry] = {}
        for entry in self.entries.values():
            known = bodies.get(entry.body) if " " in entry.body else _last_of_kind(entry, bodies.values())
            if entry.body and known is None:
                bodies[entry.body] = entry
            if known is None:
                kept.append(entry)
            else:
                _unite(known, entry)
        return kept


def _surname(entry: _Entry) -> str:
    """The last word of a person's name, without what stands behind it to say who that is."""
    return words_of(_bare(entry)).rpartition(" ")[2]


def _bare(entry: _Entry) -> str:
    """A name without what stands behind it to say who that is."""
    return entry.name.partition(",")[0].partition("(")[0].strip()


def _named_at_end(key: str, entry: _Entry, others: Mapping[str, _Entry]) -> _Entry | None:
    """The person whose full name a description ends in: *the quay's oldest keeper | Mara Holt*."""
    if entry.actor is not None or entry.type not in ("person", "official", "anonymous"):
        return None
    words = key.split()
    tails = (" ".join(words[at:]) for at in range(1, len(words) - 1))
    known = (other for other in others.values() if other.type == "person" and other is not entry)
    ends = {words_of(_bare(other)): other for other in known}
    return next((ends[tail] for tail in tails if tail in ends), None)


def _without_again(entries: Iterable[_Entry]) -> Iterator[_Entry]:
    """The entries, where one for a paper that only its noun tells (*the study*) is the last before it with more words
    that are about the same, or the only one."""
    kept = list(entries)
    papers = [entry for entry in kept if entry.type == "document" and entry.mentions and entry.actor is None]
    for entry in papers:
        if entry.noun and not entry.anew and len(entry.name.split()) <= SHORT_TITLE and not _has_capital(entry.name):
            longer = [o for o in papers if o in kept and len(o.name) > len(entry.name)]
            alike = [o for o in longer if o.noun == entry.noun]
            alike = alike or [o for o in longer if _is_noun_in(entry.noun, o.name)]
            before = [one for one in alike if min(one.mentions) < min(entry.mentions)]
            whole = max(before, key=lambda one: min(one.mentions)) if before else alike[0] if len(alike) == 1 else None
            if whole is not None and whole in kept:
                _unite(whole, entry)
                kept.remove(entry)
    yield from kept


def _is_noun_in(noun: str, name: str) -> bool:
    """Whether a word of the name is the noun, with or without an article as its end."""
    stem = noun[: max(SHORTEST_STEM, len(noun) - 1)]
    words = fold(name).replace("'", " ").replace("’", " ").split()
    return len(noun) > SHORTEST_STEM and any(w.startswith(stem) and abs(len(w) - len(noun)) <= 1 for w in words)


def _has_capital(name: str) -> bool:
    """Whether a word behind the first has a capital or a figure in it."""
    return any(not word.islower() for word in name.split()[1:])


def _last_of_kind(entry: _Entry, bodies: Iterable[_Entry]) -> _Entry | None:
    """The body of the kind that a bare noun is for which is named last before it."""
    if not entry.body or not entry.mentions:
        return None
    place = min(entry.mentions)
    alike = [one for one in bodies if one.body.split()[0] == entry.body]
    before = [(max((at for at in one.mentions if at < place), default=(-1, -1)), one) for one in alike]
    return max(before, key=lambda pair: pair[0])[1] if before else None


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
