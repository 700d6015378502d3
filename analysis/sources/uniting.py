"""Which entries of the register are for one source: by a last name, by a noun, by initials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from analysis.sources.entries import Entry, unite, words_of
from analysis.text import fold

SHORTEST_STEM = 4
"""Letters of the shortest noun that is looked for in another form."""
SHORT_TITLE = 3
"""Most words of a description of something written that may only refer to one told of more fully."""
INITIALS = (2, 6)
"""Fewest and most letters of a medium's name that are the first ones of its words."""


def surname_of_person(entry: Entry) -> str:
    """The last word of a person's name, without what stands behind it to say who that is."""
    return words_of(_bare(entry)).rpartition(" ")[2]


def _bare(entry: Entry) -> str:
    """A name without what stands behind it to say who that is."""
    return entry.name.partition(",")[0].partition("(")[0].strip()


def named_at_end(key: str, entry: Entry, others: Mapping[str, Entry]) -> Entry | None:
    """The person whose full name a description ends in: *the quay's oldest keeper | Mara Holt*."""
    if entry.actor is not None or entry.type not in ("person", "official", "anonymous"):
        return None
    words = key.split()
    tails = (" ".join(words[at:]) for at in range(1, len(words) - 1))
    known = (other for other in others.values() if other.type == "person" and other is not entry)
    ends = {words_of(_bare(other)): other for other in known}
    return next((ends[tail] for tail in tails if tail in ends), None)


def without_again(entries: Iterable[Entry]) -> Iterator[Entry]:
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
                unite(whole, entry)
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


def last_of_kind(entry: Entry, bodies: Iterable[Entry]) -> Entry | None:
    """The body of the kind that a bare noun is for which is named last before it."""
    if not entry.body or not entry.mentions:
        return None
    place = min(entry.mentions)
    alike = [one for one in bodies if one.body.split()[0] == entry.body]
    before = [(max((at for at in one.mentions if at < place), default=(-1, -1)), one) for one in alike]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def without_bare(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, where one that is only a definite noun (*the embassy*) is the one told of before it by the same noun
    with more words; both stay where there are several such."""
    kept = list(entries)
    for entry in [one for one in kept if one.bare and one.actor is None and one.mentions]:
        alike = [one for one in kept if one is not entry and one.actor is None and one.mentions and not one.bare]
        alike = [one for one in alike if len(one.name.split()) >= SHORT_TITLE and one.stems & entry.stems]
        alike = [one for one in alike if min(one.mentions) < min(entry.mentions)]
        if len(alike) == 1:
            unite(alike[0], entry)
            kept.remove(entry)
    return kept


def without_initials(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, where a medium called by initials (*TQ*) is the one whose words have these (*The Tarn Quay*)."""
    kept = list(entries)
    media = [one for one in kept if one.type == "outlet"]
    for entry in [one for one in media if _is_initials(one.name)]:
        whole = [one for one in media if one is not entry and _initials(one.name) == entry.name]
        if len(whole) == 1:
            unite(whole[0], entry)
            kept.remove(entry)
    return kept


def _is_initials(name: str) -> bool:
    return name.isalpha() and name.isupper() and INITIALS[0] <= len(name) <= INITIALS[1]


def _initials(name: str) -> str:
    """The capitals that the words of a name begin with, without an article before them."""
    words = name.split()
    words = words[1:] if len(words) > INITIALS[0] and words_of(name) != fold(name) else words
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""
