"""Loaded words that an outlet itself says of an actor, and whether they tell two articles apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import permutations

from analysis.comparison.members import Member
from analysis.types import Actor, LoadedTerm, Score

STRONG = 2
"""Intensity of what a word list calls loaded by itself; milder words are loaded only where the reader thinks so."""
UNFAVOURABLE, CLEARLY = -0.1, -0.3
"""Tone below which an article is unfavourable to an actor: the edge of what counts as neutral; and below which mild
words of the actor are enough, one of which describes him: several, or one if the whole interval lies below zero."""
LEAST = 0.1
"""Smallest difference of tone that is told, on the scale from -1 to 1: the band of what counts as neutral."""
NEAR, OPENING = 4, 2
"""Words between a loaded word and a name that it can be said of; and before one that opens the sentence behind it."""
BESIDE = 1
"""Most words between a name and a mild word before it, or a strong one behind it, that describes it."""
CLAUSE, WORD = re.compile(r"[;:\u2013\u2014\n]"), re.compile(r"\w+")
"""What parts a loaded word from a name that it is not said of."""


def own_terms(member: Member) -> list[LoadedTerm]:
    """Loaded words in an outlet's own voice, in text order."""
    return [term for term in member.analysis.framing.loaded_language if term.voice == "outlet"]


def sentences_of(member: Member, actor: Actor) -> set[int]:
    """Numbers of the sentences that mention an actor outside quotations."""
    quotes = [(quote.start, quote.end) for quote in member.analysis.quotes]
    starts = [sentence.start for sentence in member.analysis.sentences]
    own = [one for one in actor.mentions if not any(start <= one.start < end for start, end in quotes)]
    return {bisect_right(starts, mention.start) - 1 for mention in own}


def terms_about(member: Member, actor: Actor) -> list[LoadedTerm]:
    """Loaded words of the outlet's own in its sentences about an actor."""
    about = sentences_of(member, actor)
    starts = [sentence.start for sentence in member.analysis.sentences]
    return [term for term in own_terms(member) if bisect_right(starts, term.start) - 1 in about]


def terms_of(member: Member, actor: Actor) -> list[LoadedTerm]:
    """Loaded words of the outlet's own that are said of the actor.

    The word stands near the name, as what is said of somebody in a clause does, and nobody else is named and no clause
    ends between them; or it opens the sentence behind it: *Holm denied it. The wily landlord …*
    """
    return [term for term, _ in _said_of(member, actor)]


def _said_of(member: Member, actor: Actor) -> list[tuple[LoadedTerm, bool]]:
    """Those words, each with whether it describes the actor: it stands before the name, right before it if it is mild,
    or right behind it if it is strong, or opens the next sentence.

    A verb further on and its object tell what somebody does: *X stirred up new controversy*.
    """
    others = [
        (one.start, one.end)
        for other in member.analysis.actors
        if other.id != actor.id and (other.type == "person" or other.type == actor.type)
        for one in other.mentions
    ]
    starts = [sentence.start for sentence in member.analysis.sentences]
    quotes = [(quote.start, quote.end) for quote in member.analysis.quotes]
    own = [one for one in actor.mentions if not any(start <= one.start < end for start, end in quotes)]
    text = member.analysis.article.text

    def said_of(term: LoadedTerm, start: int, end: int) -> bool:
        low, high = min(end, term.end), max(start, term.start)
        if any(low <= first and last <= high for first, last in others):
            return False
        sentence = bisect_right(starts, term.start)
        apart = sentence - bisect_right(starts, start)
        if apart == 1:
            return "\n" not in text[low:high] and _words(text[starts[sentence - 1] : term.start]) <= OPENING
        return apart == 0 and not CLAUSE.search(text, low, high) and _words(text[low:high]) <= NEAR

    def describes(term: LoadedTerm, start: int, end: int) -> bool:
        if bisect_right(starts, term.start) > bisect_right(starts, start):
            return True
        strong = term.intensity >= STRONG
        if term.end <= start:
            return strong or _words(text[term.end : start]) <= BESIDE
        return strong and _words(text[end : term.start]) <= BESIDE

    found = []
    for term in own_terms(member):
        beside = [(one.start, one.end) for one in own if said_of(term, one.start, one.end)]
        if beside:
            found.append((term, any(describes(term, *place) for place in beside)))
    return found


def _words(text: str) -> int:
    return len(WORD.findall(text))


def worded_apart(actor: str, lower: Member, higher: Member) -> bool:
    """Whether the one article is unfavourable to an actor in loaded words of its own, and the other has none of it.

    Two mentions that read alike are too few for intervals to part; words that an outlet chose for the actor, where
    another tells of the same actor without any, are a difference all the same. Never of a place.
    """
    ours, theirs = lower.actors.get(actor), higher.actors.get(actor)
    if ours is None or theirs is None or "place" in (ours.type, theirs.type):
        return False
    low, high = _tone(ours), _tone(theirs)
    if low is None or high is None or low >= UNFAVOURABLE or high - low < LEAST:
        return False
    words = _said_of(lower, ours)
    describing = any(describes for _, describes in words)
    clear = any(term.intensity >= STRONG and describes for term, describes in words) or (
        low < CLEARLY and describing and (len(words) > 1 or _surely_unfavourable(ours))
    )
    return clear and not terms_about(higher, theirs) and not terms_of(higher, theirs)


def _surely_unfavourable(actor: Actor) -> bool:
    """Whether the whole interval of the outlet's tone lies below zero."""
    interval = actor.sentiment.outlet_voice.interval if actor.sentiment else None
    return interval is not None and interval[1] < 0.0


def any_worded_apart(actor: str, members: Sequence[Member]) -> bool:
    """Whether it is so of any two articles."""
    return any(worded_apart(actor, *pair) for pair in permutations(members, 2))


def _tone(actor: Actor) -> float | None:
    score: Score | None = actor.sentiment.outlet_voice if actor.sentiment else None
    return None if score is None else score.value
