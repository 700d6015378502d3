"""Analyse and compare without storing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis import pipeline
from analysis.comparison.linking import link
from analysis.errors import ComparisonSizeError, InputError, TargetError, TextTooLargeError
from analysis.types import Analysed, Analysis, ArticleInput, Comparison, Target
from api.config import Settings
from api.services.context import Context
from api.services.workshop import LONG_CHARS, apart


def analyse(context: Context, source: ArticleInput, targets: Sequence[Target] | None) -> Analysis:
    """The analysis of one article."""
    return analysed(context, source, targets).analysis


def analysed(context: Context, source: ArticleInput, targets: Sequence[Target] | None = None) -> Analysed:
    """Analysis and vectors of one article."""
    require_size(context.settings, source)
    require_places(source, targets or ())
    return apart(context, _analysed, _length(source) > LONG_CHARS, source, targets)


def _analysed(context: Context, source: ArticleInput, targets: Sequence[Target] | None) -> Analysed:
    return pipeline.analyse(source, context.encoder, targets, context.tone_model)


def _length(source: ArticleInput) -> int:
    """Characters to be read; most of a page is markup."""
    return len(source.text or "") + len(source.html or "") // 4


def compare(context: Context, sources: Sequence[ArticleInput]) -> Comparison:
    """The comparison of articles that are named ``article-1`` … in the order given."""
    return compared(context, sources)[0]


def compared(context: Context, sources: Sequence[ArticleInput]) -> tuple[Comparison, tuple[Analysis, ...]]:
    """The same comparison, and the articles' analyses with its ids of actors."""
    limit = min(context.settings.max_compared, pipeline.MAX_COMPARED)
    if not pipeline.MIN_COMPARED <= len(sources) <= limit:
        raise ComparisonSizeError(
            f"A comparison takes {pipeline.MIN_COMPARED} to {limit} articles, not {len(sources)}.", "/articles"
        )
    return apart(context, _compared, sum(map(_length, sources)) > LONG_CHARS, sources)


def _compared(context: Context, sources: Sequence[ArticleInput]) -> tuple[Comparison, tuple[Analysis, ...]]:
    items = [_numbered(context, index, source) for index, source in enumerate(sources)]
    return pipeline.compare(items), tuple(one.analysis for one in link(items))


def require_size(settings: Settings, source: ArticleInput) -> None:
    """Refuse a text beyond the limit before any work is done on it."""
    limited = (("text", source.text, settings.max_text_chars), ("html", source.html, settings.max_html_chars))
    for name, value, limit in limited:
        if value is not None and len(value) > limit:
            raise TextTooLargeError(f"The {name} has {len(value)} characters; the limit is {limit}.", f"/{name}")


def require_places(source: ArticleInput, targets: Sequence[Target]) -> None:
    """Refuse a target by place that is no words of the text."""
    text = source.text or ""
    for index, target in enumerate(targets):
        if target.start is None or target.end is None:
            continue
        if target.end > len(text):
            raise TargetError(f"The text ends at {len(text)}, before the target does.", f"/targets/{index}/end")
        if not text[target.start : target.end].strip():
            raise TargetError("There are no words at this place.", f"/targets/{index}")


def _numbered(context: Context, index: int, source: ArticleInput) -> Analysed:
    try:
        result = analysed(context, source)
    except InputError as error:
        raise type(error)(error.detail, f"/articles/{index}{error.pointer}") from error
    article = replace(result.analysis.article, id=f"article-{index + 1}")
    return replace(result, analysis=replace(result.analysis, article=article))
