"""The sources of an article and how much of it is borrowed from other outlets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from analysis.attribution.outlets import Found, outlets_in
from analysis.attribution.reading import Reading
from analysis.sources.citing import find_cited
from analysis.sources.credits import find_credits
from analysis.sources.kinds import KINDS, kind_of
from analysis.sources.naming import described, introduced
from analysis.sources.register import Register
from analysis.types import Actor, Document, Quote, Score, Source, Sourcing, Span

Z = 1.959964
"""Two-sided 95 % of the normal distribution."""
UNCOUNTED = frozenset({"caption", "subheading", "list", "headline"})


def find_sources(
    document: Document, actors: Sequence[Actor], quotes: Sequence[Quote]
) -> tuple[tuple[Source, ...], Sourcing]:
    """The distinct sources that the article cites, and how it is sourced.

    Sources are everybody who is quoted, the outlets and platforms that statements come through, and the media named
    as having reported something. ``borrowed`` is the share, in [0, 1], of body sentences that stand on another
    outlet (Wilson interval; evidence: where the outlet is named); null if there is no body sentence.
    """
    reading = Reading(document, actors)
    _mark_quoted(reading, quotes)
    register = Register()
    known = {actor.id: actor for actor in actors}
    borrowed: list[tuple[int, Span]] = []
    for quote in quotes:
        _add_speaker(reading, register, quote, known)
        for span in (quote.via, quote.medium):
            if span is not None:
                _add_span(reading, register, span, quote, via=span is quote.via)
        if quote.via is not None:
            borrowed += _sentences(document, quote, quote.via)
        elif (own := _outlet_speaker(reading, quote, known)) is not None:
            borrowed += _sentences(document, quote, own)
    for found in find_cited(reading):
        span = _span(reading, found)
        register.add(_name(reading, found), KINDS[found.kind], None, span, None)
        if found.kind != "social":
            borrowed.append((document.sentence_at(span.start).index, span))
    return register.sources(), Sourcing(_share(document, borrowed), tuple(find_credits(reading)))


def _mark_quoted(reading: Reading, quotes: Iterable[Quote]) -> None:
    for quote in quotes:
        if quote.kind == "direct":
            first, last = reading.range(quote.start, quote.end)
            reading.quoted[first:last] = b"\x01" * (last - first)


def _add_speaker(reading: Reading, register: Register, quote: Quote, known: dict[str, Actor]) -> None:
    speaker = quote.speaker
    if speaker is None:
        return
    actor = known.get(speaker.actor or "")
    span = None
    if speaker.start is not None and speaker.end is not None:
        span = reading.document.span(speaker.start, speaker.end)
        first, last = reading.range(speaker.start, speaker.end)
        if first >= last or (actor is None and _is_pronoun(reading, first, last)):
            return
        kind = kind_of(reading, first, last, actor)
    else:
        kind = "person"
    if actor is None and span is not None:
        register.add(described(reading, first, last, speaker.name), kind, None, span, quote.id)
    elif actor is None or span is None:
        register.add(speaker.name, kind, speaker.actor, span, quote.id)
    else:
        name = introduced(reading, first, last, actor, subject=quote.cue is not None)
        register.add(name, kind, actor.id, span, quote.id)


def _is_pronoun(reading: Reading, first: int, last: int) -> bool:
    return last - first == 1 and bool(
        reading.words[first].roles & {"masc", "fem", "plur", "neut", "first", "rel", "wh", "det"}
    )


def _outlet_speaker(reading: Reading, quote: Quote, known: dict[str, Actor]) -> Span | None:
    speaker = quote.speaker
    if speaker is None or speaker.start is None or speaker.end is None:
        return None
    first, last = reading.range(speaker.start, speaker.end)
    if first >= last or kind_of(reading, first, last, known.get(speaker.actor or "")) != "outlet":
        return None
    return reading.document.span(speaker.start, speaker.end)


def _add_span(reading: Reading, register: Register, span: Span, quote: Quote, *, via: bool) -> None:
    first, last = reading.range(span.start, span.end)
    found = next(iter(outlets_in(reading, first, last)), None)
    if found is not None:
        if via or found.named or found.last - found.first > 1:
            register.add(_name(reading, found), KINDS[found.kind], None, span, quote.id)
    elif via:
        register.add(span.text, "outlet", None, span, quote.id)


def _span(reading: Reading, found: Found) -> Span:
    return reading.document.span(reading.words[found.first].start, reading.words[found.last - 1].end)


def _name(reading: Reading, found: Found) -> str:
    return _span(reading, found).text


def _sentences(document: Document, quote: Quote, evidence: Span) -> Iterator[tuple[int, Span]]:
    """Every sentence that the quotation reaches into."""
    first = document.sentence_at(quote.start).index
    last = document.sentence_at(max(quote.start, quote.end - 1)).index
    for index in range(first, last + 1):
        yield index, evidence


def _share(document: Document, borrowed: Iterable[tuple[int, Span]]) -> Score:
    body = {s.index for s in document.sentences if s.role not in UNCOUNTED}
    if not body:
        return Score.unknown("insufficient_text")
    places = [(index, span) for index, span in borrowed if index in body]
    count, n = len({index for index, _ in places}), len(body)
    spans = sorted({(s.start, s.end): s for _, s in places}.items())
    return Score(count / n, None, n, _wilson(count, n), tuple(span for _, span in spans))


def _wilson(count: int, n: int) -> tuple[float, float]:
    """Wilson score interval of a share."""
    share = count / n
    centre = share + Z * Z / (2 * n)
    spread = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    scale = 1 + Z * Z / n
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)
