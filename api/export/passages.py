"""Evidence in the sentences that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.types import ArticleSpan
from api.export.material import Material, around

MAX_PASSAGES = 6
"""Passages of one article that are shown under a finding."""
MAX_BEFORE, MAX_MARKED, MAX_AFTER = 200, 700, 160
"""Characters shown before, of and after the marked words; what is cut is replaced by an ellipsis."""
CUT = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage; ``marked`` if it is the evidence itself."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Witness:
    """An article's passages that prove a finding, and how many more there are than are shown."""

    article: str
    label: str
    language: str
    passages: tuple[tuple[Piece, ...], ...]
    more: int


def witnesses(material: Material, evidence: Sequence[ArticleSpan]) -> list[Witness]:
    """The evidence by article, in the order of the articles, each span in its sentence."""
    found = []
    for member in material.members:
        spans = sorted((span.start, span.end) for span in evidence if span.article == member.id)
        passages = list(_passages(material, member.id, spans))
        if passages:
            shown, more = tuple(passages[:MAX_PASSAGES]), max(0, len(passages) - MAX_PASSAGES)
            label, language = material.labels[member.id], material.languages_of[member.id]
            found.append(Witness(member.id, label, language, shown, more))
    return found


def _passages(material: Material, article: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[Piece, ...]]:
    """Sentences with the spans in them, in text order; spans of the same sentences share a passage."""
    analysis = material.by_id[article].analysis
    held: list[tuple[int, int, list[tuple[int, int]]]] = []
    for start, end in spans:
        begin, finish = around(analysis.sentences, start, end)
        if held and begin < held[-1][1]:
            first, last, inside = held[-1]
            held[-1] = (first, max(last, finish), [*inside, (start, end)])
        else:
            held.append((begin, finish, [(start, end)]))
    for begin, finish, inside in held:
        yield tuple(_pieces(analysis.article.text, begin, finish, _united(inside)))


def _united(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _pieces(text: str, begin: int, finish: int, marked: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    at = begin
    for start, end in marked:
        if start > at:
            yield Piece(_tail(text[at:start]) if at == begin else _middle(text[at:start]), False)
        yield Piece(_head(text[start:end], MAX_MARKED), True)
        at = end
    if at < finish:
        yield Piece(_head(text[at:finish], MAX_AFTER), False)


def _head(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rstrip() + CUT


def _tail(text: str) -> str:
    return text if len(text) <= MAX_BEFORE else CUT + text[-MAX_BEFORE:].lstrip()


def _middle(text: str) -> str:
    most = MAX_BEFORE + MAX_AFTER
    return text if len(text) <= most else f"{text[:MAX_AFTER].rstrip()} {CUT} {text[-MAX_BEFORE:].lstrip()}"
