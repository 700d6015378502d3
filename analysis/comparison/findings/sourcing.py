"""Findings on where articles have it from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from analysis.comparison.findings.dimension import Dimension, enumerate_names, finding, possessive
from analysis.comparison.members import Member, display_names
from analysis.comparison.reactions import first_by_key, quote_span
from analysis.comparison.sourcing import source_names, sources_by_key
from analysis.evidence import fold
from analysis.types import ArticleSpan, Comparison, Finding, Quote, Reaction, ReactionKey

MEDIA = frozenset({"outlet", "official", "social", "document"})
"""Kinds of sources that say through whom something came; people who speak are told among the actors."""
SOURCING = (0.2, 0.3)
THROUGH = 0.5
"""The same statement through another medium: one of the two did not hear it where the other did."""


def sourcing(members: Sequence[Member], comparison: Comparison) -> Dimension:
    """Media and bodies that one article alone leans on."""
    names = source_names(members)
    cited = [
        {key: sources for key, sources in found.items() if any(source.type in MEDIA for source in sources)}
        for found in sources_by_key(members)
    ]
    every = {key for found in cited for key in found}
    having = [member for member, found in zip(members, cited, strict=True) if found]
    if len(having) < 2:
        return Dimension("sourcing", ())
    tested = f"n = {len(every)} media and bodies cited"
    shared = {key for key in every if sum(key in found for found in cited) > 1}
    if shared == every:
        return Dimension("sourcing", (), tested)
    parts = [
        f"{member.label} alone cites {enumerate_names(sorted(names[key] for key in found.keys() - shared))}"
        for member, found in zip(members, cited, strict=True)
        if found.keys() - shared
    ]
    parts.append(f"shared: {enumerate_names(sorted(names[key] for key in shared))}" if shared else "none is shared")
    effect = SOURCING[0] + SOURCING[1] * (1.0 - len(shared) / len(every))
    evidence = [
        member.span(source.mentions[0].start, source.mentions[0].end)
        for member, found in zip(members, cited, strict=True)
        for key, sources in found.items()
        for source in sources[:1]
        if key not in shared and source.mentions
    ]
    return Dimension("sourcing", (finding("sourcing", f"{'; '.join(parts)}.", having, effect, evidence),))


def different_source(members: Sequence[Member], comparison: Comparison) -> Dimension:
    """Reactions that reached two articles through different media."""
    names = display_names(members)
    firsts = [first_by_key(member) for member in members]
    found = []
    for (one, a), (other, b) in combinations(zip(members, firsts, strict=True), 2):
        for key in sorted(a.keys() & b.keys(), key=lambda key: (key.actor, key.stance)):
            told = _through((one, a[key]), (other, b[key]), key, names)
            if told is not None:
                found.append(told)
    return Dimension("sourcing of shared reactions", tuple(found[:3]))


def _through(
    given: tuple[Member, Reaction], again: tuple[Member, Reaction], key: ReactionKey, names: dict[str, str]
) -> Finding | None:
    (one, a), (other, b) = given, again
    first, second = _medium(one, one.quotes[a.quote]), _medium(other, other.quotes[b.quote])
    if first is None or second is None or fold(first.text) == fold(second.text):
        return None
    summary = (
        f"{one.label} has {possessive(names.get(key.actor, key.actor))} {key.stance} from {first.text}, "
        f"{other.label} from {second.text}."
    )
    evidence = (quote_span(one, a), first, quote_span(other, b), second)
    return finding("different_source", summary, (one, other), THROUGH, evidence)


def _medium(member: Member, quote: Quote) -> ArticleSpan | None:
    """Where the article says it has the quote from."""
    span = quote.via or quote.medium
    return member.span(span.start, span.end) if span else None
