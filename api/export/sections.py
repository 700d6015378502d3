"""Sections of a report: order of reactions, claims by article, tone, sources."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from string import ascii_uppercase

from markupsafe import Markup

from analysis.comparison.members import Member
from analysis.types import Claim, ClaimPresence, SentimentComparison, StanceLabel
from api.export.drawing import Mark, key, strip, tone
from api.export.material import Material, Told
from api.export.tables import ABSENT, state

EXCERPT = 180
"""Characters of a quotation that a list shows."""
MAX_SHARED, MAX_ALONE, MAX_ACTORS, MAX_SOURCES = 60, 30, 12, 15
"""Claims, actors and sources that the page shows; the rest are in the tables, and the page says how many."""
MAX_WIDE, MAX_DENSE = 4, 20
"""Articles that fit beside each other on a screen, with words and with signs alone."""
STANCES: tuple[StanceLabel, ...] = ("criticism", "dismissal", "support")
SIGNS = {"same": "●", "other figure": "≠", "contradicts": "✕", "absent": "–", "not assessable": "?"}


@dataclass(frozen=True, slots=True)
class Strip:
    """One article's strip, and its reactions in words, each with its letter."""

    article: str
    label: str
    language: str
    picture: Markup
    reactions: list[tuple[str, Told]]


@dataclass(frozen=True, slots=True)
class Order:
    """Every article's strip, the letters of those who react, and the signs of stances."""

    strips: list[Strip]
    letters: list[tuple[str, str]]
    signs: list[tuple[Markup, str]]


@dataclass(frozen=True, slots=True)
class Cell:
    """How an article stands to a claim."""

    label: str
    sign: str
    state: str
    more: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in the reader's wording, and how each article stands to it."""

    text: str
    language: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Claims by article: those that several articles make, then those that one alone makes and another surely lacks.

    ``layout`` says how the articles fit beside each other: with words (``wide``), with signs alone (``dense``), or not
    at all (``crowded``): each claim then lists them. ``more`` counts claims that the page does not show.
    """

    columns: list[str]
    rows: list[ClaimRow]
    signs: dict[str, str]
    layout: str
    more: int


@dataclass(frozen=True, slots=True)
class ToneRow:
    """Tone toward an actor in one article."""

    label: str
    picture: Markup
    own: object
    quoted: object


@dataclass(frozen=True, slots=True)
class ToneRows:
    """Tone toward shared actors, those told apart first; ``more`` counts actors that the page does not show."""

    actors: list[tuple[SentimentComparison, list[ToneRow]]]
    more: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What an article leans on: sources that others have too, and its own, each with the quotations through it."""

    label: str
    shared: list[str]
    only: list[str]
    more: int


def order(material: Material) -> Order:
    """Where each reaction stands in each article."""
    told = [(member, material.reactions(member)) for member in material.members]
    letters = _letters([one for _, found in told for one in found], [found for _, found in told])
    names = {one.key: one.name or "somebody unnamed" for _, found in told for one in found}
    strips = [
        Strip(
            member.id,
            member.label,
            material.languages_of[member.id],
            strip([Mark(one.place, letters[one.key], one.stance) for one in found], _headline(member)),
            [(letters[one.key], one) for one in found],
        )
        for member, found in told
    ]
    ordered = sorted(letters.items(), key=lambda item: (len(item[1]), item[1]))
    return Order(strips, [(letter, names[name]) for name, letter in ordered], [(key(one), one) for one in STANCES])


def _letters(reactions: list[Told], by_article: list[list[Told]]) -> dict[str, str]:
    """A letter for everybody who reacts: those whom most articles quote first, then as they come."""
    counts = Counter(name for found in by_article for name in {one.key for one in found})
    names = list(dict.fromkeys(one.key for one in reactions))
    ranked = sorted(names, key=lambda name: -counts[name])
    return {name: _letter(place) for place, name in enumerate(ranked)}


def _letter(place: int) -> str:
    """A … Z, AA, AB …"""
    rest, own = divmod(place, len(ascii_uppercase))
    return (_letter(rest - 1) if rest else "") + ascii_uppercase[own]


def _headline(member: Member) -> float:
    """How far into the article its headline ends, in [0, 1]; 0 where it has none."""
    ends = [sentence.end for sentence in member.analysis.sentences if sentence.role == "headline"]
    return max(ends, default=0) / max(1, len(member.analysis.article.text))


def matrix(material: Material) -> Matrix:
    """Claims by article."""
    claims = material.comparison.claims
    shared = [claim for claim in claims if len(claim.present) > 1]
    alone = [claim for claim in claims if len(claim.present) == 1 and claim.absent]
    taken = [*shared[:MAX_SHARED], *alone[:MAX_ALONE]]
    columns = [material.labels[article.id] for article in material.articles]
    rows = [ClaimRow(*material.wording(claim), _cells(material, claim)) for claim in taken]
    layout = "wide" if len(columns) <= MAX_WIDE else "dense" if len(columns) <= MAX_DENSE else "crowded"
    return Matrix(columns, rows, SIGNS, layout, len(claims) - len(taken))


def _cells(material: Material, claim: Claim) -> list[Cell]:
    present = {one.article: one for one in claim.present}
    reasons = {one.article: one.reason for one in claim.reasons}
    found = []
    for article in material.articles:
        how = state(claim, article.id)
        more = _how_told(present[article.id]) if article.id in present else ""
        if article.id not in present and how != ABSENT:
            more = reasons.get(article.id, "").replace("_", " ")
        found.append(Cell(material.labels[article.id], SIGNS[how], how, more))
    return found


def _how_told(present: ClaimPresence) -> str:
    """What there is to say of how a claim is told: nothing where the outlet itself asserts it."""
    told = [] if present.certainty == "asserted" else [present.certainty]
    voices = {"source": "by a source", "anonymous": "by an unnamed source", "quotation": "in a quotation"}
    return ", ".join([*told, *([voices[present.vouched_by]] if present.vouched_by in voices else [])])


def tones(material: Material) -> ToneRows:
    """Tone toward actors of whom two articles or more have a value, in either voice."""
    found = []
    for actor in material.comparison.sentiment:
        rows = [
            ToneRow(material.labels[one.article], tone(one.outlet_voice, one.quoted_voice), one.outlet_voice,
                    one.quoted_voice)
            for one in actor.by_article
            if one.outlet_voice.value is not None or one.quoted_voice.value is not None
        ]  # fmt: skip
        if len(rows) > 1:
            found.append((actor, rows))
    found.sort(key=lambda item: (not item[0].distinguishable, -(item[0].spread or 0.0)))
    return ToneRows(found[:MAX_ACTORS], max(0, len(found) - MAX_ACTORS))


def sources(material: Material) -> list[SourceRow]:
    """What each article leans on."""
    compared = material.comparison.sources
    shared = set(compared.shared)
    rows = []
    for article in material.articles:
        quotes = {edge.source: edge.quotes for edge in compared.edges if edge.article == article.id}
        own = [one.name for one in compared.only if one.article == article.id]
        common = [name for name in quotes if name in shared]
        listed = [[_counted(name, quotes.get(name, 0)) for name in names] for names in (common, own)]
        more = sum(max(0, len(names) - MAX_SOURCES) for names in listed)
        rows.append(SourceRow(material.labels[article.id], listed[0][:MAX_SOURCES], listed[1][:MAX_SOURCES], more))
    return rows


def _counted(name: str, quotes: int) -> str:
    return f"{name} ({quotes})" if quotes else name


def excerpt(text: str) -> str:
    """A text on one line, cut to what a list shows."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1].rstrip() + "…"
