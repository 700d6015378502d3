"""Where articles have what they tell from: what was said to themselves, other media, sources without a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from analysis.actors.folding import plain
from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, quote_id
from analysis.comparison.findings.media import is_cut
from analysis.comparison.findings.messages import MAX_LISTED
from analysis.comparison.members import Member
from analysis.resources import rows
from analysis.sources.entries import words_of as medium_key
from analysis.text import fold, words_of
from analysis.types import ArticleSpan, Finding, Message, Param, Quote, Source, Span

LEAST = 3
"""Statements from which a way of sourcing is a way and not a single case."""
LEAST_STATEMENTS = 10
"""Statements that another article must have for the lack of such ones to be told."""
LEAST_SHARE = 0.1
"""Share of an article's statements from which its leaning on nameless sources or other media is told."""
OWN, BORROWED, UNNAMED = 0.6, 0.5, 0.5
"""Effects: what was said to the outlet itself is the strongest difference of sourcing."""
SLOPE = 0.5
LEAST_WORDS, LIKE = 4, 0.7
"""Words that two statements share, and of the shorter one's what share, from which both are one statement."""
ADDRESSED, BEFORE = 4, 80
"""Most words, and characters looked at, from something written to the outlet that it was sent to."""
RUN = 5
"""Words in a row of what was said to an outlet that, in another article too, show that it was said to all."""
CONFIDENCE = 0.85
"""Set by hand: all 5 told on ten real events held when read against the articles, which are too few to fit."""
LONGEST_SHORT = 4
"""Letters up to which an outlet's name is taken for an abbreviation."""


def source_gap(story: Story) -> Dimension:
    """What one article alone was told itself, and what it takes from other media or from sources without a name.

    Only what is sure to be a source is told: media known as such, people described by what they are. Clauses, pronouns,
    places, bills and bodies that speak through their texts are never.
    """
    ways = (_own, _borrowed, _described)
    return Dimension(tuple(found for way in ways for found in way(story)))


def _own(story: Story) -> list[Finding]:
    """Who spoke to an outlet itself, where no other article says that anybody spoke to its own."""
    found = {member.id: _not_heard(story, member, _said_to(member)) for member in story.members}
    having = [member for member in story.members if found[member.id]]
    if len(having) != 1:
        return []
    (member,) = having
    said = Counter(quote.speaker.actor for quote in found[member.id] if quote.speaker and quote.speaker.actor)
    speaker = min(said, key=lambda actor: (-said[actor], actor))
    quotes = [quote for quote in found[member.id] if quote.speaker and quote.speaker.actor == speaker]
    params: dict[str, Param] = {"article": member.label, "actor": story.names[speaker]}
    about = About(actors=(speaker,), quotes=tuple(quote_id(member, quote.id) for quote in quotes))
    evidence = [member.span(quote.start, quote.end) for quote in quotes[:MAX_LISTED]]
    return [finding(Message("source_gap.own", params), [member], evidence, Weight(OWN, CONFIDENCE), about)]


def _is_written(member: Member, quote: Quote) -> bool:
    """Whether something written leads up to the outlet's name: *in a statement to the Echo*."""
    if quote.medium is None:
        return False
    article = member.analysis.article
    before = words_of(fold(article.text[: quote.medium.start][-BEFORE:]))[-ADDRESSED:]
    return not _written(article.language.code).isdisjoint(before)


@cache
def _written(code: str) -> frozenset[str]:
    """Single words for something written."""
    return frozenset(fold(row[0]) for row in rows(code, "media_words") if row[1] == "document" and " " not in row[0])


def _said_to(member: Member) -> list[Quote]:
    """Statements of known people that the article says were made to its own outlet."""
    people = {actor.id for actor in member.analysis.actors if actor.type == "person"}
    return [
        quote
        for quote in member.analysis.quotes
        if quote.medium
        and is_outlet(quote.medium.text, member.outlet)
        and quote.speaker
        and quote.speaker.actor in people
        and not _is_written(member, quote)
    ]


def _not_heard(story: Story, member: Member, said: Sequence[Quote]) -> list[Quote]:
    """The statements that no other article has, in these words or by this speaker, nor what the speaker goes on to say.

    A statement sent to all, of which one article says that it was made to its own, is nobody's.
    """
    if not said:
        return []
    others = [one.analysis for one in story.members if one is not member]
    quotes = [quote for one in others for quote in one.quotes if quote.speaker]
    texts = [" ".join(words_of(fold(one.article.text))) for one in others]
    heard = [one for one in member.analysis.quotes if any(_same(one, other) for other in quotes)]
    return [q for q in said if not any(_goes_on(q, one) for one in heard) and not any(_stands_in(q, t) for t in texts)]


def _stands_in(quote: Quote, text: str) -> bool:
    """Whether the folded words of a text hold ``RUN`` words in a row of the statement."""
    words = words_of(fold(quote.text))
    return any(" ".join(words[place : place + RUN]) in text for place in range(len(words) - RUN + 1))


def _goes_on(one: Quote, other: Quote) -> bool:
    """Whether they are one speaker's in one sentence or two beside each other."""
    by = one.speaker is not None and other.speaker is not None and one.speaker.actor == other.speaker.actor
    return by and abs(one.sentence - other.sentence) <= 1


def _same(one: Quote, other: Quote) -> bool:
    ours, theirs = set(plain(one.text).split()), set(plain(other.text).split())
    by = one.speaker is not None and other.speaker is not None and one.speaker.actor == other.speaker.actor
    return by and len(ours & theirs) >= max(LEAST_WORDS, LIKE * min(len(ours), len(theirs)))


def is_outlet(name: str, outlet: str) -> bool:
    """Whether a medium named in an article may be the outlet itself.

    The words of one are among those of the other (*Fox News*, ``fox``), or the outlet's short name is made of letters
    of the medium's (*Dagens Nyheter*, ``dn``).
    """
    words, own = set(plain(name).split()), set(plain(outlet).split())
    if not words or not own:
        return False
    return (
        words <= own
        or own <= words
        or (len(own) == 1 and _abbreviates(min(own), plain(medium_key(name)).replace(" ", "")))
    )


def _abbreviates(short: str, name: str) -> bool:
    letters = iter(name)
    return len(short) <= LONGEST_SHORT and short[0] == next(letters, "") and all(one in letters for one in short[1:])


def _borrowed(story: Story) -> list[Finding]:
    """Media that one article takes several statements from, and that no other names."""
    told = []
    for member in story.members:
        others = [fold(one.analysis.article.text) for one in story.members if one is not member]
        found = {
            quote: (span, name)
            for quote, (span, name) in _from_media(member).items()
            if not any(medium_key(name) in text for text in others)
        }
        if len(found) >= LEAST:
            names = tuple(dict.fromkeys(name for _, name in found.values()))
            params: dict[str, Param] = {"article": member.label, "media": names}
            about = About(quotes=tuple(quote_id(member, quote) for quote in found))
            evidence = [member.span(span.start, span.end) for span in _spans(found)]
            weight = Weight(BORROWED, CONFIDENCE)
            told.append(finding(Message("source_gap.borrowed", params), [member], evidence, weight, about))
    return told


def _from_media(member: Member) -> dict[str, tuple[Span, str]]:
    """Statements that came through other media, by quotation, with the words that name the medium and its name."""
    media = {
        medium_key(source.name): source.name
        for source in member.analysis.sources
        if source.type == "outlet" and source.name[:1].isupper() and not is_outlet(source.name, member.outlet)
    }
    text = member.analysis.article.text
    return {
        quote.id: (span, media[medium_key(span.text)])
        for quote in member.analysis.quotes
        for span in (quote.via, quote.medium)
        if span is not None and medium_key(span.text) in media and not is_cut(text, span)
    }


def _nameless(member: Member) -> dict[str, tuple[Span, str]]:
    """Statements of people who are described and not named, by quotation, with the words that describe them."""
    code = member.analysis.article.language.code
    sources = [source for source in member.analysis.sources if source.actor is None and is_nameless(source, code)]
    speakers = {quote.id for quote in member.analysis.quotes if quote.speaker and quote.speaker.actor}
    return {
        quote: (source.mentions[0], source.name)
        for source in sources
        for quote in source.quotes
        if source.mentions and quote not in speakers
    }


def is_nameless(source: Source, code: str) -> bool:
    """Whether a source is somebody described by what they know: *two people briefed on the matter*, *Regierungskreise*.

    By the listed phrases of three words or more, and those of two that end in a listed word (*diplomatic sources*);
    *critics*, *residents* and *experts* have no name either, but nothing to hide.
    """
    return source.type in ("anonymous", "official") and any(one in f" {plain(source.name)} " for one in _phrases(code))


@cache
def _phrases(code: str) -> tuple[str, ...]:
    """Phrases for sources that know something and have no name, between spaces."""
    listed = [plain(row[0]).split() for row in rows(code, "anonymous_sources")]
    alone = {words[0] for words in listed if len(words) == 1}
    told = [words for words in listed if len(words) > 2 or (len(words) == 2 and words[-1] in alone)]
    return tuple(f" {' '.join(words)} " for words in told)


def _described(story: Story) -> list[Finding]:
    """The article that leans most on sources without a name, against those that have none of them."""
    counts = {member.id: len(member.analysis.quotes) for member in story.members}
    found = {member.id: _nameless(member) for member in story.members}
    shares = {id_: len(one) / max(1, counts[id_]) for id_, one in found.items()}
    most = max(story.members, key=lambda member: (shares[member.id], member.id))
    mine = found[most.id]
    without = [one for one in story.members if not found[one.id] and not _has_nameless(one)]
    without = [one for one in without if counts[one.id] >= LEAST_STATEMENTS]
    if len(mine) < LEAST or shares[most.id] < LEAST_SHARE or not without:
        return []
    params: dict[str, Param] = {
        "a": most.label,
        "a_count": len(mine),
        "a_of": counts[most.id],
        "names": tuple(dict.fromkeys(name for _, name in mine.values())),
        "b": tuple(one.label for one in without),
    }
    evidence = [most.span(span.start, span.end) for span in _spans(mine)] + _statements(without)
    about = About(
        quotes=tuple(quote_id(most, quote) for quote in mine),
        values={one.id: round(shares[one.id], 3) for one in (most, *without)},
    )
    weight = Weight(UNNAMED + SLOPE * shares[most.id], CONFIDENCE)
    return [finding(Message("source_gap.unnamed", params), [most, *without], evidence, weight, about)]


def _has_nameless(member: Member) -> bool:
    """Whether an article has any source without a name, of whatever kind: then it is not told to have none."""
    return any(source.type == "anonymous" and source.quotes for source in member.analysis.sources)


def _spans(found: Mapping[str, tuple[Span, str]]) -> list[Span]:
    """The first of the words that name sources, in text order."""
    return sorted({span for span, _ in found.values()}, key=lambda span: span.start)[:MAX_LISTED]


def _statements(members: Sequence[Member]) -> list[ArticleSpan]:
    """The first statement of each article, which shows how it names who speaks."""
    return [member.span(one.start, one.end) for member in members for one in member.analysis.quotes[:1]]
