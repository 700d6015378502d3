"""Prominence: how much room, and how early a place, an article gives an actor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.framing.patterns import words_of
from analysis.types import Actor, Document, Prominence, Quote

HEADLINE, EARLINESS, MENTIONS, QUOTED = 0.25, 0.25, 0.35, 0.15
"""Weights of the four parts; they sum to 1. Mentions weigh most because they rest on the whole text; headline and an
early first mention come next, as news puts first what it holds most important (inverted pyramid); quoted words last,
because many central actors are never quoted."""


def prominence(document: Document, actors: Sequence[Actor], quotes: Sequence[Quote]) -> dict[str, Prominence]:
    """Prominence of each actor by id, ``score`` in [0, 1].

    ``first_sentence`` is the index of the first sentence that mentions the actor; ``in_headline`` is true if the
    headline, given or found in the text, does; ``mention_share`` is the actor's share of all mentions; and
    ``quoted_word_share`` the share of the article's words spoken by the actor. Earliness is 1 in the first sentence
    and falls linearly to 0 at the end; the share of mentions counts relative to the most mentioned actor.
    """
    article = _Whole.of(document, actors)
    spoken = _spoken_shares(document, quotes)
    return {actor.id: _weigh(document, actor, article, min(1.0, spoken.get(actor.id, 0.0))) for actor in actors}


@dataclass(frozen=True, slots=True)
class _Whole:
    """What every actor of an article is weighed against: its headline, folded and padded, and all mentions."""

    headline: str
    total: int
    most: int

    @classmethod
    def of(cls, document: Document, actors: Sequence[Actor]) -> _Whole:
        counts = [len(actor.mentions) for actor in actors]
        return cls(_padded(document.article.headline or ""), sum(counts), max(counts, default=0))


def _weigh(document: Document, actor: Actor, article: _Whole, spoken: float) -> Prominence:
    """``spoken`` is the actor's share of the article's words."""
    first = _first_sentence(document, actor)
    titled = _in_headline(document, actor, article.headline)
    share = len(actor.mentions) / article.total if article.total else 0.0
    relative = len(actor.mentions) / article.most if article.most else 0.0
    early = 1.0 - first / max(1, len(document.sentences)) if actor.mentions else 0.0
    score = HEADLINE * titled + EARLINESS * early + MENTIONS * relative + QUOTED * spoken
    return Prominence(round(min(1.0, score), 6), first, titled, round(share, 6), round(spoken, 6))


def _first_sentence(document: Document, actor: Actor) -> int:
    if not actor.mentions or not document.sentences:
        return 0
    return document.sentence_at(min(mention.start for mention in actor.mentions)).index


def _in_headline(document: Document, actor: Actor, headline: str) -> bool:
    """In a headline sentence of the text, or by one of its names in the headline that came beside the text."""
    if document.sentences and any(document.sentence_at(m.start).role == "headline" for m in actor.mentions):
        return True
    if not headline.strip():
        return False
    names = {m.text for m in actor.mentions if m.kind == "name"} | {actor.name}
    return any(_padded(name) in headline for name in names if name.strip())


def _padded(text: str) -> str:
    """The words of a text, folded, with a space about each."""
    return " " + " ".join(word.lower for word in words_of(text)) + " "


def _spoken_shares(document: Document, quotes: Sequence[Quote]) -> dict[str, float]:
    words = [token.start for token in document.tokens if token.is_word]
    spoken: dict[str, int] = {}
    for quote in quotes:
        if quote.speaker and quote.speaker.actor:
            count = bisect_left(words, quote.end) - bisect_left(words, quote.start)
            spoken[quote.speaker.actor] = spoken.get(quote.speaker.actor, 0) + count
    return {actor: count / max(1, len(words)) for actor, count in spoken.items()}
