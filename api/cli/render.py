"""What the `parallax` command prints: tables for people; the wire shape is for programs."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from analysis.types import Actor, Analysis, ArticleSpan, Comparison, Finding, Quote, Score

EXCERPT = 160
"""Characters of a quotation that a table shows."""
EVIDENCE_SHOWN = 4
"""Spans printed under a finding; the rest are in the wire shape."""


def show_analysis(console: Console, analysis: Analysis) -> None:
    """One article: who acts, who says what, how it is framed."""
    article = analysis.article
    date = article.published_at.value if article.published_at else "no date"
    console.print(Text(article.headline or "(no headline)", style="bold"))
    console.print(
        f"{escape(article.outlet)} · {article.language.code} ({article.language.confidence:.2f}) · {date} · "
        f"{len(analysis.sentences)} sentences · {len(article.removed)} pieces removed by cleaning"
    )
    console.print(actor_table(analysis.actors))
    console.print(quote_table(analysis.quotes))
    console.print(measure_table(analysis))


def actor_table(actors: Iterable[Actor]) -> Table:
    """Actors by prominence, with the tone of both voices."""
    table = Table("actor", "type", "mentions", "prominence", "outlet's tone", "quoted tone", title="Actors")
    ranked = sorted(actors, key=lambda actor: -(actor.prominence.score if actor.prominence else 0.0))
    for actor in ranked:
        tone = actor.sentiment
        table.add_row(
            escape(actor.name),
            actor.type,
            str(len(actor.mentions)),
            f"{actor.prominence.score:.2f}" if actor.prominence else "",
            number(tone.outlet_voice) if tone else "",
            number(tone.quoted_voice) if tone else "",
        )
    return table


def quote_table(quotes: Iterable[Quote]) -> Table:
    """Quotations in text order."""
    table = Table("speaker", "kind", "stance", "via", "words", title="Quotations")
    for quote in quotes:
        table.add_row(
            escape(quote.speaker.name) if quote.speaker else "?",
            quote.kind,
            quote.stance.label,
            escape(quote.via.text) if quote.via else "",
            escape(excerpt(quote.text)),
        )
    return table


def measure_table(analysis: Analysis) -> Table:
    """Framing, sourcing and readability."""
    table = Table("measure", "value", "n", title="Measures")
    framing = analysis.framing
    scores = [
        *((f"frame: {item.frame}", item.score) for item in framing.frames),
        ("loaded words per 1,000", framing.loaded_rate),
        ("hedging", framing.hedging),
        ("borrowed reporting", analysis.sourcing.borrowed),
        ("tone", analysis.tone),
        *((f"readability: {item.measure}", item.score) for item in analysis.readability),
    ]
    for name, score in scores:
        table.add_row(name, number(score), str(score.n))
    return table


def show_comparison(console: Console, comparison: Comparison) -> None:
    """Several articles: the findings first, with their quotes, then the table of pairs."""
    articles = Table("id", "outlet", "language", "headline", title="Articles")
    for article in comparison.articles:
        articles.add_row(article.id, escape(article.outlet), article.language, escape(article.headline or ""))
    console.print(articles)
    show_findings(console, comparison, len(comparison.findings))
    pairs = Table("articles", "similarity", "a covered by b", "b covered by a", "verbatim", title="Overlap")
    for pair in comparison.overlap.pairs:
        shares = (pair.similarity, pair.covered_a_by_b, pair.covered_b_by_a, pair.verbatim_share)
        pairs.add_row(f"{pair.a} – {pair.b}", *(f"{share:.2f}" for share in shares))
    console.print(pairs)


def show_findings(console: Console, comparison: Comparison, most: int) -> None:
    """The most telling findings, each with the words that prove it."""
    outlets = {article.id: article.outlet for article in comparison.articles}
    for finding in comparison.findings[:most]:
        console.print(finding_panel(finding, outlets))


def finding_panel(finding: Finding, outlets: dict[str, str]) -> Panel:
    """A finding and its evidence."""
    shown: list[RenderableType] = [Text(finding.summary, style="bold")]
    shown += [evidence_line(span, outlets) for span in finding.evidence[:EVIDENCE_SHOWN]]
    title = f"{finding.kind} · effect {finding.effect:.2f} · confidence {finding.confidence:.2f}"
    return Panel(Group(*shown), title=title, title_align="left")


def evidence_line(span: ArticleSpan, outlets: dict[str, str]) -> Text:
    """One span of one article."""
    place = f"  {outlets.get(span.article, span.article)} [{span.start}:{span.end}] "
    return Text.assemble((place, "dim"), excerpt(span.text))


def number(score: Score) -> str:
    """A score for people: its value and interval, or why there is none."""
    if score.value is None:
        return f"– ({score.reason})"
    if score.interval is None:
        return f"{score.value:.2f}"
    return f"{score.value:.2f} [{score.interval[0]:.2f}, {score.interval[1]:.2f}]"


def excerpt(text: str) -> str:
    """The text on one line, cut to what a table can show."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1].rstrip() + "…"
