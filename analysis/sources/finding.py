"""The sources of an article and how much of it is borrowed from other outlets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from analysis.attribution.outlets import outlets_in
from analysis.attribution.reading import SENTENCE_ENDS, Named, Reading, WordSpan, read
from analysis.attribution.torn import without_tail
from analysis.columns import WordRole
from analysis.resources import supported
from analysis.sources.anonymity import is_share, is_withheld, whole_description
from analysis.sources.citing import find_cited, is_told
from analysis.sources.credits import find_credits
from analysis.sources.extent import extent, is_cut_genitive, owner_of_account, person_of
from analysis.sources.kinds import KINDS, kind_of
from analysis.sources.naming import can_be_source, described, introduced, is_own, with_description
from analysis.sources.posts import find_posts
from analysis.sources.referring import (
    body_of,
    is_medium,
    medium_before,
    noun_of,
    refers_back,
    somebody_before,
    surname_of,
)
from analysis.sources.register import Register
from analysis.sources.researched import find_research
from analysis.sources.worth import is_worth
from analysis.types import Actor, Document, Quote, Score, Source, SourceType, Sourcing, Span

PRONOMINAL = frozenset(
    {WordRole.MASC, WordRole.FEM, WordRole.PLUR, WordRole.NEUT, WordRole.FIRST, WordRole.REL, WordRole.WH, WordRole.DET}
)

Z = 1.959964
"""Two-sided 95 % of the normal distribution."""
SHORT_QUOTE = 6
"""Most words in marks that may be a term rather than a statement."""
UNCOUNTED = frozenset({"caption", "subheading", "list", "headline"})


def find_sources(
    document: Document, actors: Sequence[Actor], quotes: Sequence[Quote], reading: Reading | None = None
) -> tuple[tuple[Source, ...], Sourcing]:
    """The distinct sources that the article cites, and how it is sourced.

    Sources are everybody who is quoted, the outlets and platforms that statements come through, and the media named
    as having reported something. ``borrowed`` is the share, in [0, 1], of body sentences that stand on another
    outlet (Wilson interval; evidence: where the outlet is named); null if there is no body sentence, and in a language
    without lists, where who cites whom cannot be read. ``reading`` is ``read(document, actors)``, if the caller has it.
    """
    reading = read(document, actors) if reading is None else reading
    reading = reading.quoting((quote.start, quote.end) for quote in quotes if quote.kind == "direct")
    register = Register()
    known = {actor.id: actor for actor in actors}
    borrowed: list[tuple[int, Span]] = []
    for quote in sorted(quotes, key=_is_fragment):
        _add_speaker(reading, register, quote, known)
        for span in (quote.via, quote.medium):
            if span is not None:
                _add_span(reading, register, span, quote, via=span is quote.via)
        origin = quote.via if quote.via is not None else _outlet_speaker(reading, quote, known)
        if origin is not None and not _is_own(document, origin.text):
            borrowed += _sentences(document, quote, origin)
    for found in find_cited(reading):
        span = reading.span(found.first, found.last)
        if _is_own(document, span.text):
            continue
        register.add(span.text, KINDS[found.kind], None, span, None)
        if found.kind != "social":
            borrowed.append((document.sentence_at(span.start).index, span))
    _add_research(reading, register)
    _add_posts(reading, register)
    return register.sources(), Sourcing(_share(document, borrowed), tuple(find_credits(reading)))


def _add_research(reading: Reading, register: Register) -> None:
    """Notes research told of with whose it is, unless a paper of that noun or whoever made it is a source already."""
    for words, body in find_research(reading):
        span = reading.span(*words)
        if body is not None:
            register.add(body.actor.name, kind_of(reading, *words, body.actor), body.actor.id, span, None)
            continue
        makers = {one.actor.id for one in reading.named_in(*words)}
        noun = noun_of(reading, *words)
        if not register.tells_of(noun, makers):
            name = described(reading, *words, span.text)
            register.add(name, "outlet" if name != span.text else "document", None, span, None)
            register.is_about(name, noun, anew=True)


def _add_posts(reading: Reading, register: Register) -> None:
    """Notes who signs the posts that stand in the article."""
    for span in find_posts(reading.text):
        first, last = reading.range(span.start, span.end)
        named = next((one for one in reading.named_in(first, last) if one.last <= last), None)
        actor = None if named is None else named.actor
        if first >= last or _is_own(reading.document, span.text):
            continue
        known = next(iter(outlets_in(reading, first, last)), None)
        kind: SourceType = "outlet" if known is not None and known.named and known.kind != "social" else "social"
        if actor is not None and actor.type != "place":
            kind = kind_of(reading, first, last, actor)
        register.add(span.text, kind, None if actor is None else actor.id, span, None)


def _is_fragment(quote: Quote) -> bool:
    """Whether it is some words in marks that nothing attributes: nobody becomes a source by these alone."""
    short = len(quote.text.split()) <= SHORT_QUOTE or quote.text[:1].islower()
    short = short and not quote.text.endswith(tuple(SENTENCE_ENDS))
    return quote.kind == "direct" and quote.attribution is None and short


def _add_speaker(reading: Reading, register: Register, quote: Quote, known: dict[str, Actor]) -> None:
    speaker = quote.speaker
    if speaker is None or (_is_fragment(quote) and not register.knows(speaker)):
        return
    actor = known.get(speaker.actor or "")
    if speaker.start is None or speaker.end is None:
        register.add(speaker.name, "person", speaker.actor, None, quote.id)
        return
    first, last = reading.range(speaker.start, speaker.end)
    if first >= last:
        return
    if is_cut_genitive(reading, WordSpan(first, last), actor):
        return
    if actor is not None and actor.type != "group":
        name = introduced(reading, first, last, actor, subject=quote.cue is not None)
        span = reading.document.span(speaker.start, speaker.end)
        body = body_of(reading, first, last) if actor.type == "organization" else ""
        register.add(name, kind_of(reading, first, last, actor), actor.id, span, quote.id, body=body)
        return
    if actor is None and _is_own_account(reading, first, last):
        span = reading.document.span(speaker.start, speaker.end)
        if speaker.name != span.text:
            register.add(speaker.name, "anonymous", None, span, quote.id)
        return
    whole = without_tail(reading, WordSpan(*whole_description(reading, *_trimmed(reading, first, last))))
    whole = extent(reading, whole) if actor is None else whole
    owner = None
    if actor is None:
        owner = owner_of_account(reading, whole) or person_of(reading, whole, subject=quote.cue is not None)
    if owner is not None:
        _add_owner(reading, register, owner, quote)
    else:
        _add_described(reading, register, whole, quote, actor)


def _add_owner(reading: Reading, register: Register, owner: Named, quote: Quote) -> None:
    """Notes whom an account comes from (*a statement by | the Tarn Bank*), or the description is of."""
    first, last, actor = owner.first, owner.last, owner.actor
    span = reading.span(first, last)
    name = introduced(reading, first, last, actor, subject=False)
    register.add(name, kind_of(reading, first, last, actor), actor.id, span, quote.id)


def _add_described(reading: Reading, register: Register, words: WordSpan, quote: Quote, actor: Actor | None) -> None:
    """Notes somebody without a name of his own: a group, or who the article only describes."""
    first, last = words
    if actor is None and not (_is_source(reading, first, last, quote) and is_worth(reading, words, quote)):
        return
    if actor is None and refers_back(reading, first, last):
        _add_back(reading, register, words, quote)
        return
    if actor is not None and _is_pronoun(reading, first, last) and actor.id not in register.entries:
        return
    kind = kind_of(reading, first, last, actor)
    if kind in ("official", "person") and is_withheld(reading, first):
        kind = "anonymous"
    span = reading.span(first, last)
    name = span.text if kind == "anonymous" else described(reading, first, last, span.text)
    if kind == "person" and name == span.text:
        name = with_description(reading, first, last)
    body = body_of(reading, first, last) if actor is None and kind in ("anonymous", "official") else ""
    register.add(name, kind, None if actor is None else actor.id, span, quote.id, body=body)
    if actor is None:
        register.known_as(name, surname_of(reading, first, last))
        anew = reading.keys[first] in reading.grammar.determiners.introducing
        register.is_about(name, noun_of(reading, first, last), anew=anew)


def _add_back(reading: Reading, register: Register, words: tuple[int, int], quote: Quote) -> None:
    """Notes one place where a source told of before is only referred to: the medium named last, or the source whose
    description has the same noun. Nothing is noted where the article names others who may be meant."""
    span = reading.span(*words)
    if is_medium(reading, *words):
        medium = medium_before(reading, words[0])
        if medium is not None:
            named = reading.span(*medium)
            register.add(named.text, "outlet", None, named, quote.id)
        else:
            register.goes_on("", span, quote.id)
        return
    if register.goes_on(noun_of(reading, *words), span, quote.id) or somebody_before(reading, words[0]):
        return
    register.add(span.text, kind_of(reading, *words, None), None, span, quote.id)


def _is_own_account(reading: Reading, first: int, last: int) -> bool:
    """*eigenen Angaben*, *egen uppgift*: words that only say that somebody speaks for himself."""
    stems = reading.grammar.determiners.own
    return bool(stems) and any(reading.keys[i].startswith(stems) for i in range(first, min(first + 2, last)))


def _trimmed(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The words without marks that only open or close them."""
    while first < last - 1 and not reading.words[first].is_word:
        first += 1
    while last > first + 1 and not reading.words[last - 1].is_word:
        last -= 1
    return first, last


def _is_source(reading: Reading, first: int, last: int, quote: Quote) -> bool:
    label = quote.cue is None
    if is_share(reading, first, last):
        return False
    return not _is_pronoun(reading, first, last) and can_be_source(reading, first, last, label=label)


def _is_pronoun(reading: Reading, first: int, last: int) -> bool:
    return last - first == 1 and bool(reading.words[first].roles & PRONOMINAL)


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
    if found is not None and not found.named and refers_back(reading, found.first, found.last):
        if via:
            _add_back(reading, register, (found.first, found.last), quote)
        return
    if found is None:
        if via:
            register.add(span.text, "outlet", None, span, quote.id)
        return
    name = reading.span(found.first, found.last).text
    if via or (
        (found.named or found.last - found.first > 1)
        and not _is_own(reading.document, name)
        and (found.kind == "social" or is_told(reading, found, quote))
    ):
        register.add(name, KINDS[found.kind], None, span, quote.id)


def _is_own(document: Document, name: str) -> bool:
    """Whether the article names the outlet that it stands in."""
    return is_own(document.article.outlet, name)


def _sentences(document: Document, quote: Quote, evidence: Span) -> Iterator[tuple[int, Span]]:
    """Every sentence that the quotation reaches into."""
    first = document.sentence_at(quote.start).index
    last = document.sentence_at(max(quote.start, quote.end - 1)).index
    for index in range(first, last + 1):
        yield index, evidence


def _share(document: Document, borrowed: Iterable[tuple[int, Span]]) -> Score:
    if not supported(document.language):
        return Score.unknown("unsupported_language")
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
