"""The sources of an article and how much of it is borrowed from other outlets."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.attribution.outlets import outlets_in
from analysis.attribution.reading import SENTENCE_ENDS, Named, Reading, WordSpan, read
from analysis.attribution.roles import QUOTE_MARKS
from analysis.attribution.torn import without_tail
from analysis.columns import WordRole
from analysis.sources.anonymity import is_share, is_withheld, whole_description
from analysis.sources.borrowed import is_own, sentences_of, share_of
from analysis.sources.citing import find_cited, is_part, is_told
from analysis.sources.credits import find_credits
from analysis.sources.extent import extent, is_cut_genitive, is_own_account, owner_of_account, person_of, words_near
from analysis.sources.kinds import KINDS, kind_of
from analysis.sources.naming import can_be_source, described, introduced, with_description
from analysis.sources.places import is_of_place, is_only_where
from analysis.sources.posts import find_posts
from analysis.sources.referring import (
    body_of,
    is_introduced,
    is_medium,
    is_only_definite,
    medium_before,
    noun_of,
    refers_back,
    somebody_before,
    stems_of,
    surname_of,
)
from analysis.sources.register import Register
from analysis.sources.researched import find_research
from analysis.sources.trimming import trimmed
from analysis.sources.worth import is_label, is_worth
from analysis.types import Actor, Document, Quote, Source, SourceType, Sourcing, Span

PRONOMINAL = frozenset(
    {WordRole.MASC, WordRole.FEM, WordRole.PLUR, WordRole.NEUT, WordRole.FIRST, WordRole.REL, WordRole.WH, WordRole.DET}
)

SHORT_QUOTE = 6
"""Most words in marks that may be a term rather than a statement."""


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
    register = Register(document.language)
    known = {actor.id: actor for actor in actors}
    borrowed: list[tuple[int, Span]] = []
    for quote in sorted(quotes, key=_is_fragment):
        _add_speaker(reading, register, quote, known)
        for span in (quote.via, quote.medium):
            if span is not None:
                _add_span(reading, register, span, quote, via=span is quote.via)
        origin = quote.via if quote.via is not None else _outlet_speaker(reading, quote, known)
        if origin is not None and not _is_own(document, origin.text):
            borrowed += sentences_of(document, quote, origin)
    for found in find_cited(reading):
        span = reading.span(found.first, found.last)
        if _is_own(document, span.text):
            continue
        register.add(span.text, KINDS[found.kind], None, span, None)
        if found.kind != "social":
            borrowed.append((document.sentence_at(span.start).index, span))
    _add_research(reading, register)
    _add_posts(reading, register)
    return register.sources(), Sourcing(share_of(document, borrowed), tuple(find_credits(reading)))


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
    words = WordSpan(first, last)
    if is_cut_genitive(reading, words, actor) or is_only_where(reading, words, actor, said=quote.cue is not None):
        return
    if actor is not None and (actor.is_nameless_body or is_of_place(reading, words, actor)):
        actor = None  # the noun phrase says more than a noun or a place alone
    if actor is not None and actor.type != "group":
        _add_actor(reading, register, words, quote, actor)
        return
    if actor is None and is_own_account(reading, first, last):
        near = words_near(reading, speaker.name, first)
        if near is None:
            return
        words = near
    _add_phrase(reading, register, words, quote, actor)


def _add_actor(reading: Reading, register: Register, words: WordSpan, quote: Quote, actor: Actor) -> None:
    """Notes somebody or a body with a name of its own."""
    first, last = words
    name = introduced(reading, first, last, actor, subject=quote.cue is not None)
    body = body_of(reading, first, last) if actor.type == "organization" else ""
    named = next((one for one in reading.named_in(first, last) if one.actor.id == actor.id), None)
    kind = kind_of(reading, first, last, actor)
    if kind == "document" and named is not None and named.last <= last:  # *a letter of the Tarn Bank*
        kind = kind_of(reading, named.first, named.last, actor)
    register.add(name, kind, actor.id, reading.span(first, last), quote.id, body=body)


def _add_phrase(reading: Reading, register: Register, words: WordSpan, quote: Quote, actor: Actor | None) -> None:
    """Notes a group or who is only described, by the whole description, or whom an account or a description is of."""
    whole = without_tail(reading, WordSpan(*whole_description(reading, *_trimmed(reading, *words))))
    whole = extent(reading, whole) if actor is None else trimmed(reading, whole)
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
        noun = noun_of(reading, first, last)
        register.is_about(name, noun, anew=anew)
        register.is_bare(name, stems_of(reading, noun), bare=is_only_definite(reading, first, last))


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
    if register.goes_on(noun_of(reading, *words), span, quote.id):
        return
    if somebody_before(reading, words[0]) and not is_introduced(reading, *words):
        return
    register.add(span.text, kind_of(reading, *words, None), None, span, quote.id)


def _trimmed(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The words without marks that only open or close them."""
    while first < last - 1 and not reading.words[first].is_word:
        first += 1
    while last > first + 1 and not reading.words[last - 1].is_word:
        if reading.keys[last - 1] in QUOTE_MARKS and any(key in QUOTE_MARKS for key in reading.keys[first : last - 1]):
            break  # *a letter to „The Quay“*
        last -= 1
    return first, last


def _is_source(reading: Reading, first: int, last: int, quote: Quote) -> bool:
    if is_share(reading, first, last):
        return False
    label = is_label(reading, quote)
    return not _is_pronoun(reading, first, last) and can_be_source(reading, first, last, label=label)


def _is_pronoun(reading: Reading, first: int, last: int) -> bool:
    addressed = reading.keys[first] in reading.grammar.pronouns.oblique
    return last - first == 1 and (addressed or bool(reading.words[first].roles & PRONOMINAL))


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
    found = next((one for one in outlets_in(reading, first, last) if not is_part(reading, one)), None)
    if found is not None and not found.named and refers_back(reading, found.first, found.last):
        if via:
            _add_back(reading, register, (found.first, found.last), quote)
        return
    if found is None:
        if via:
            named = next((one for one in reading.named_in(first, last) if one.actor.type == "organization"), None)
            kind: SourceType = "outlet" if named is None else kind_of(reading, named.first, named.last, named.actor)
            register.add(span.text, kind, None if named is None else named.actor.id, span, quote.id)
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
