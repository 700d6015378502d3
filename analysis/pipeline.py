"""The only place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis import METHOD_VERSION
from analysis.actors import find_actors
from analysis.attribution.reading import read as read_attribution
from analysis.budget import within_budget
from analysis.cleaning import clean
from analysis.comparison import compare as compare_analysed
from analysis.encoders import embed_article
from analysis.errors import ComparisonSizeError
from analysis.framing import frame, prominence
from analysis.quotes import find_quotes
from analysis.readability import measure
from analysis.reader import identity, load_reader
from analysis.resources import data_version
from analysis.roles import tell_roles
from analysis.segmentation import segment
from analysis.sentiment import FromReading, ToneModel, document_tone, score_actors, score_targets
from analysis.sources import find_sources
from analysis.stance import judge
from analysis.types import Analysed, Analysis, ArticleInput, Comparison, Encoder, Method, Target

MIN_COMPARED, MAX_COMPARED = 2, 50


def analyse(
    source: ArticleInput,
    encoder: Encoder,
    targets: Sequence[Target] | None = None,
    tone_model: ToneModel | None = None,
) -> Analysed:
    """Analyse one article through every stage, as much of it as is read (`analysis.budget`).

    What is beyond is in ``removed``; a text that is not to be cleaned stays whole beside it.

    ``targets`` are additional names or places in the text to score the tone toward; ``tone_model`` reads the tone in
    place of the shipped model. Raises InputError (and its kinds) for input that cannot be analysed, EncoderError if the
    encoder fails.
    """
    article = clean(source)
    document = segment(within_budget(article))
    embedding = embed_article(encoder, document)
    actors = find_actors(document)
    reading = load_reader().read(document.text, document.sentences, actors)
    attributed = read_attribution(document, actors)
    quotes = judge(document, actors, find_quotes(document, actors, attributed), reading)
    sources, sourcing = find_sources(document, actors, quotes, attributed)
    weights = prominence(document, actors, quotes)
    tone = FromReading(reading, actors) if tone_model is None else tone_model
    tones = score_actors(document, actors, quotes, tone)
    roles = tell_roles(document, actors, quotes, reading)
    described = tuple(
        replace(actor, prominence=weights[actor.id], sentiment=tones[actor.id], role=roles[actor.id])
        for actor in actors
    )
    analysis = Analysis(
        article=document.article if source.clean else replace(document.article, text=article.text),
        sentences=document.sentences,
        actors=described,
        quotes=quotes,
        sources=sources,
        sourcing=sourcing,
        framing=frame(document, actors, quotes, reading, embedding),
        tone=document_tone(document, tone),
        readability=measure(document),
        method=method(encoder, tone_model),
        targets=None if targets is None else score_targets(document, actors, targets, tone),
    )
    return Analysed(analysis, embedding)


def compare(items: Sequence[Analysed]) -> Comparison:
    """Compare 2 to 50 analysed articles, in the order given. Raises ComparisonSizeError, EncoderMismatchError."""
    if not MIN_COMPARED <= len(items) <= MAX_COMPARED:
        raise ComparisonSizeError(
            f"a comparison takes {MIN_COMPARED} to {MAX_COMPARED} articles, not {len(items)}", "/articles"
        )
    return compare_analysed(items)


def method(encoder: Encoder, tone_model: ToneModel | None = None) -> Method:
    """What the numbers are made with; a tone model of the operator's own is named in the data version.

    Raises DataError if a file of the reader is missing.
    """
    data = data_version() if tone_model is None else f"{data_version()}+{tone_model.identity}"
    return Method(METHOD_VERSION, encoder.identity, data, stages={"reader": identity()})
