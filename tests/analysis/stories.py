"""Articles described line by line, for tests of what is said across articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.encoders import load_encoder
from analysis.types import (
    Actor,
    ActorSentiment,
    Analysed,
    Analysis,
    Article,
    Embedding,
    Framing,
    Language,
    Mention,
    Method,
    PartialDate,
    Prominence,
    Quote,
    Reaction,
    Score,
    Sentence,
    Source,
    Sourcing,
    Span,
    Speaker,
    Stance,
    StanceLabel,
)

UNKNOWN = Score.unknown("insufficient_text")


@dataclass(frozen=True)
class Line:
    """A sentence; with ``speaker`` it is a statement of that actor, through ``medium`` if that word is in it."""

    text: str
    speaker: str | None = None
    stance: StanceLabel = "neutral"
    medium: str | None = None


@dataclass(frozen=True)
class Told:
    """What an article is made of; ``people`` maps names to actor ids."""

    outlet: str
    lines: Sequence[Line | str]
    people: dict[str, str] = field(default_factory=dict)
    tone: dict[str, Score] = field(default_factory=dict)
    sources: Sequence[str] = ()
    language: str = "en"
    id: str | None = None
    loaded: Score = UNKNOWN
    hedging: Score = UNKNOWN
    published: str | None = None


def told(description: Told) -> Analysed:
    """The article as the stages before a comparison would hand it on."""
    lines = [line if isinstance(line, Line) else Line(line) for line in description.lines]
    text = "\n".join(line.text for line in lines)
    sentences, offset = [], 0
    for index, line in enumerate(lines):
        sentences.append(Sentence(index, offset, offset + len(line.text), "lead" if index == 0 else "body"))
        offset += len(line.text) + 1
    quotes = [_quote(line, sentence) for line, sentence in zip(lines, sentences, strict=True) if line.speaker]
    published = PartialDate(description.published, "day", "input") if description.published else None
    article = Article(
        description.outlet, text, Language(description.language, 1.0), published_at=published, id=description.id
    )
    encoder = load_encoder()
    vectors = encoder.encode([line.text for line in lines])
    mean = vectors.mean(axis=0)
    analysis = Analysis(
        article=article,
        sentences=tuple(sentences),
        actors=tuple(_actors(description, text, sentences)),
        quotes=tuple(quotes),
        sources=tuple(_source(name, text) for name in description.sources),
        sourcing=Sourcing(UNKNOWN),
        framing=Framing(_reactions(quotes, len(lines)), (), (), description.loaded, description.hedging),
        tone=UNKNOWN,
        readability=(),
        method=Method("test", encoder.identity, "test"),
    )
    return Analysed(analysis, Embedding(encoder.identity, mean / (mean @ mean) ** 0.5, vectors))


def _quote(line: Line, sentence: Sentence) -> Quote:
    medium = None
    if line.medium:
        start = sentence.start + line.text.index(line.medium)
        medium = Span(start, start + len(line.medium), line.medium)
    return Quote(
        id=f"q{sentence.index}",
        start=sentence.start,
        end=sentence.end,
        text=line.text,
        kind="indirect",
        sentence=sentence.index,
        speaker=Speaker(line.speaker, str(line.speaker), None, None),
        cue=None,
        cue_class=None,
        attribution=None,
        medium=medium,
        via=None,
        stance=Stance(line.stance, None, 0.9),
        confidence=0.9,
    )


def _reactions(quotes: Sequence[Quote], count: int) -> tuple[Reaction, ...]:
    return tuple(
        Reaction(
            quote.id,
            quote.speaker.actor if quote.speaker else None,
            quote.stance.label,
            None,
            quote.sentence,
            quote.sentence / max(count - 1, 1),
        )
        for quote in quotes
    )


def _actors(description: Told, text: str, sentences: Sequence[Sentence]) -> list[Actor]:
    actors = []
    for name, actor in description.people.items():
        mentions, start = [], text.find(name)
        while start >= 0:
            mentions.append(Mention(start, start + len(name), name))
            start = text.find(name, start + 1)
        if mentions:
            first = next(sentence.index for sentence in sentences if mentions[0].start < sentence.end)
            score = description.tone.get(name, UNKNOWN)
            prominence = Prominence(len(mentions) / len(sentences), first, False, 0.1, 0.1)
            tone = ActorSentiment(score, UNKNOWN, score)
            actors.append(Actor(actor, name, "person", tuple(mentions), prominence=prominence, sentiment=tone))
    return actors


def _source(name: str, text: str) -> Source:
    start = text.find(name)
    mentions = (Span(start, start + len(name), name),) if start >= 0 else ()
    return Source(name, "outlet", mentions)
