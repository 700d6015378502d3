"""How several articles tell one story: what each stage says of them, side by side, and the findings that follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.claims import Compared, find_claims
from analysis.comparison.findings import Story, find
from analysis.comparison.linking import link
from analysis.comparison.measures import compare_frames, compare_prominence, compare_tone
from analysis.comparison.members import Member, members_of, references
from analysis.comparison.reactions import agreed, first_reactions, order_differences
from analysis.comparison.sourcing import compare_sources
from analysis.comparison.timeline import timeline
from analysis.encoders import require_same_encoder
from analysis.evidence import MAX_STATEMENTS, gather, likeness, named_alike, priors, relate, share_names
from analysis.overlap import overlap
from analysis.reader import Reader, Reading, load_reader
from analysis.types import Analysed, Analysis, Comparison, FramingComparison, Method

__all__ = ["compare"]


def compare(items: Sequence[Analysed]) -> Comparison:
    """Compare analysed articles; the order given decides nothing but the order of the answer.

    An article is called by its id, or ``article-1`` … where it has none. Raises EncoderMismatchError if the articles'
    vectors were made by different encoders.
    """
    require_same_encoder(*(item.embedding for item in items))
    linked = link(items)
    members = members_of(linked)
    compared = _related(items, linked, [member.id for member in members])
    claims = find_claims(compared)
    members = agreed(members, claims)
    comparison = Comparison(
        articles=references(members),
        framing=_framing(members),
        sentiment=compare_tone(members),
        overlap=overlap(linked, compared.names, compared.statements, compared.relations),
        claims=claims,
        sources=compare_sources(members),
        findings=(),
        method=_method(items),
        timeline=timeline(members, claims),
    )
    return find(Story(members, compared.readings, comparison, compared))


def _related(items: Sequence[Analysed], linked: Sequence[Analysed], names: Sequence[str]) -> Compared:
    """The articles read again, or still known, and how their sentences are related."""
    reader = load_reader()
    readings = [_read(item.analysis, reader) for item in items]
    alike = share_names(linked)
    statements = [gather(item, MAX_STATEMENTS // max(len(items), 1)) for item in alike]
    analyses = [item.analysis for item in alike]
    again = [
        reading if named_alike(one.analysis, other) else _read(other, reader)
        for one, other, reading in zip(items, analyses, readings, strict=True)
    ]
    relations = relate(analyses, again, statements, priors(statements, likeness(statements)), reader)
    return Compared(linked, readings, names, statements, relations)


def _read(analysis: Analysis, reader: Reader) -> Reading:
    return reader.read(analysis.article.text, analysis.sentences, analysis.actors)


def _framing(members: Sequence[Member]) -> FramingComparison:
    return FramingComparison(
        first_reaction=first_reactions(members),
        order_differences=order_differences(members),
        prominence=compare_prominence(members),
        frames=compare_frames(members),
    )


def _method(items: Sequence[Analysed]) -> Method:
    """The method of the analyses compared; versions that differ are all named."""
    methods = [item.analysis.method for item in items]
    names = sorted({name for method in methods for name in method.stages})
    return Method(
        version=_named(method.version for method in methods),
        encoder=methods[0].encoder,
        data_version=_named(method.data_version for method in methods),
        stages={name: _named(method.stages[name] for method in methods if name in method.stages) for name in names},
    )


def _named(values: Iterable[str]) -> str:
    """All values, each once."""
    return ", ".join(sorted(set(values)))
