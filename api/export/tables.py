"""A comparison as tables: the rows of each, with numbers as numbers and ids as they stand in the other tables."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from analysis.types import Claim, Score
from api.export.cells import Cell, table
from api.export.material import Material

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a ZIP can hold: the same comparison gives the same bytes."""
READABLE = 0o644 << 16
DIGITS = 6
RELATIONS = {"same": "same", "other_figure": "other figure", "contradicts": "contradicts"}
ABSENT, NOT_ASSESSABLE = "absent", "not assessable"
SCORE = ("value", "low", "high", "n", "reason")
Row = Sequence[Cell]


def as_zip(material: Material) -> bytes:
    """All tables in a ZIP archive."""
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, (header, rows) in tables(material).items():
            entry = ZipInfo(f"{name}.csv", EPOCH)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, READABLE
            archive.writestr(entry, table(header, rows))
    return written.getvalue()


def tables(material: Material) -> dict[str, tuple[Sequence[str], Iterator[Row]]]:
    """Header and rows by the table's name."""
    columns = [material.labels[article.id] for article in material.articles]
    span = ("article", "outlet", "start", "end", "text")
    voices = tuple(f"{voice}_{part}" for voice in ("outlet", "quoted") for part in SCORE)
    finding = ("rank", "kind", "summary", "effect", "confidence")
    reaction = ("rank", "place", "part", "actor", "name", "stance", "quote", "start", "end", "text")
    described = ("article", "column", "outlet", "headline", "language", "published_at", "sentences", "quotations")
    return {
        "articles": ((*described, "reactions"), _articles(material)),
        "claims": (("claim", "text", "language", *columns), _claims(material)),
        "findings": ((*finding, *span), _findings(material)),
        "order": (("article", "outlet", *reaction), _order(material)),
        "timeline": (("date", "precision", "basis", "claim", *span, "sentence"), _timeline(material)),
        "sentiment": (("actor", "name", "article", "outlet", *voices, "distinguishable"), _sentiment(material)),
    }


def state(claim: Claim, article: str) -> str:
    """How an article stands to a claim."""
    for present in claim.present:
        if present.article == article:
            return RELATIONS[present.relation]
    return ABSENT if article in claim.absent else NOT_ASSESSABLE


def _articles(material: Material) -> Iterator[Row]:
    for article in material.articles:
        analysis = material.by_id[article.id].analysis
        counts = (len(analysis.sentences), len(analysis.quotes), len(material.reactions(material.by_id[article.id])))
        date = article.published_at.value if article.published_at else None
        label = material.labels[article.id]
        yield (article.id, label, article.outlet, article.headline, article.language, date, *counts)


def _claims(material: Material) -> Iterator[Row]:
    for claim in material.comparison.claims:
        yield (claim.id, *material.wording(claim), *(state(claim, article.id) for article in material.articles))


def _findings(material: Material) -> Iterator[Row]:
    """A row for each piece of evidence, or one for a finding without any."""
    outlets = {article.id: article.outlet for article in material.articles}
    for rank, finding in enumerate(material.comparison.findings, 1):
        weights = (_rounded(finding.effect), _rounded(finding.confidence))
        told = (rank, finding.kind, finding.summary, *weights)
        for span in finding.evidence:
            yield (*told, span.article, outlets.get(span.article), span.start, span.end, span.text)
        if not finding.evidence:
            yield (*told, None, None, None, None, None)


def _order(material: Material) -> Iterator[Row]:
    for member in material.members:
        for rank, told in enumerate(material.reactions(member), 1):
            quote = told.quote
            who = (told.actor, told.name, told.stance, quote.id, quote.start, quote.end, quote.text)
            yield (member.id, member.outlet, rank, _rounded(told.place), told.part, *who)


def _timeline(material: Material) -> Iterator[Row]:
    """A row for each mention of a date."""
    for found in material.comparison.timeline.dates:
        for one in found.mentions:
            outlet = material.by_id[one.article].outlet
            span = (one.article, outlet, one.start, one.end, one.text)
            yield (found.date.value, found.date.precision, one.basis, one.claim, *span, one.sentence.text)


def _sentiment(material: Material) -> Iterator[Row]:
    for actor in material.comparison.sentiment:
        for tone in actor.by_article:
            scores = (*_score(tone.outlet_voice), *_score(tone.quoted_voice))
            outlet = material.by_id[tone.article].outlet
            yield (actor.actor, actor.name, tone.article, outlet, *scores, str(actor.distinguishable).lower())


def _score(score: Score) -> Row:
    low, high = score.interval or (None, None)
    return (_rounded(score.value), _rounded(low), _rounded(high), score.n, score.reason)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(float(value), DIGITS)
