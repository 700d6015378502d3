"""The sources of an article and how much of it is borrowed from other outlets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt

from analysis.attribution.outlets import Found, outlets_in
from analysis.attribution.reading import Reading
from analysis.sources.credits import find_credits
from analysis.sources.kinds import KINDS, kind_of
from analysis.text import fold
from analysis.types import Actor, Document, Quote, Score, Source, SourceType, Sourcing, Span

Z = 1.959964
"""Two-sided 95 % of the normal distribution."""
REACH = 30
"""Words before a medium in which a word of saying makes it a source."""
UNCOUNTED = frozenset({"caption", "subheading", "list", "headline"})


@dataclass(slots=True)
class _Entry:
    name: str
    type: SourceType
    actor: str | None
    mentions: dict[tuple[int, int], Span] = field(default_factory=dict)
    quotes: list[str] = field(default_factory=list)


class _Register:
    """Sources by actor, else by their name's words."""

    def __init__(self) -> None:
        self.entries: dict[str, _Entry] = {}

    def add(self, name: str, kind: SourceType, actor: str | None, span: Span | None, quote: str | None) -> None:
        key = " ".join(word for word in fold(name).split() if word not in ("the", "der", "die", "das", "le", "la"))
        key = key if kind in ("outlet", "social") or actor is None else actor
        entry = self.entries.setdefault(key, _Entry(name, kind, actor))
        if span is not None:
            entry.mentions.setdefault((span.start, span.end), span)
        if quote is not None and quote not in entry.quotes:
            entry.quotes.append(quote)

    def sources(self) -> tuple[Source, ...]:
        """All of them, in the order of their first mention."""
        found = [
            Source(e.name, e.type, tuple(e.mentions[place] for place in sorted(e.mentions)), tuple(e.quotes), e.actor)
            for e in self.entries.values()
            if e.mentions
        ]
        return tuple(sorted(found, key=lambda s: (s.mentions[0].start, s.mentions[0].end, s.name)))


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
    register = _Register()
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
    for found in _cited(reading):
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


def _add_speaker(reading: Reading, register: _Register, quote: Quote, known: dict[str, Actor]) -> None:
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
        register.add(_without_article(reading, first, last, speaker.name), kind, None, span, quote.id)
    else:
        register.add(speaker.name, kind, speaker.actor, span, quote.id)


def _is_pronoun(reading: Reading, first: int, last: int) -> bool:
    return last - first == 1 and bool(
        reading.words[first].roles & {"masc", "fem", "plur", "neut", "first", "rel", "wh", "det"}
    )


def _without_article(reading: Reading, first: int, last: int, name: str) -> str:
    if kind_name := next((f for f in outlets_in(reading, first, last) if f.named), None):
        return _name(reading, kind_name)
    return name


def _outlet_speaker(reading: Reading, quote: Quote, known: dict[str, Actor]) -> Span | None:
    speaker = quote.speaker
    if speaker is None or speaker.start is None or speaker.end is None:
        return None
    first, last = reading.range(speaker.start, speaker.end)
    if first >= last or kind_of(reading, first, last, known.get(speaker.actor or "")) != "outlet":
        return None
    return reading.document.span(speaker.start, speaker.end)


def _add_span(reading: Reading, register: _Register, span: Span, quote: Quote, *, via: bool) -> None:
    first, last = reading.range(span.start, span.end)
    found = next(iter(outlets_in(reading, first, last)), None)
    if found is not None:
        register.add(_name(reading, found), KINDS[found.kind], None, span, quote.id)
    elif via:
        register.add(span.text, "outlet", None, span, quote.id)


def _cited(reading: Reading) -> Iterator[Found]:
    """Media named as having reported something, whether or not a quotation was found there."""
    for first, last in reading.sentences:
        for found in outlets_in(reading, first, last):
            if not reading.quoted[found.first] and _cites(reading, found, first, last):
                yield found


def _cites(reading: Reading, found: Found, first: int, last: int) -> bool:
    """Beside a word of saying, after *by* or *according to*, in parentheses, or told something."""
    before, after = found.first - 1, found.last
    if not found.named:
        hits = reading.cues_in(max(first, found.first - REACH), found.first)
        return any("S" in hit.cue.use for hit in hits) and reading.any_role(before, frozenset({"prep", "gen", "of"}))
    while before > first and reading.any_role(before, frozenset({"det"})):
        before -= 1
    if before >= first and reading.keys[before] == "(" and after < last and reading.keys[after] == ")":
        return found.kind != "agency" or before > first + 3
    if before >= first and (reading.has(before, "by") or before in reading.cue_at):
        return True
    if any(i in reading.cue_at for i in range(after, min(last, after + 3))):
        return True
    window = range(max(first, found.first - 5), found.first)
    return any(i in reading.cue_at and reading.cue_at[i].cue.use & {"S"} for i in window)


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
