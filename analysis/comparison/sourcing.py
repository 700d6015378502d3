"""What the articles lean on: sources they share, sources that one alone has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analysis.comparison.members import Member, display_names
from analysis.evidence import fold
from analysis.types import OnlySource, Source, SourceComparison, SourceEdge


def source_key(source: Source) -> str:
    """What a source is recognised by in another article: its actor, or its folded name."""
    return f"actor:{source.actor}" if source.actor else f"name:{' '.join(map(fold, source.name.split()))}"


def sources_by_key(member: Member) -> dict[str, list[Source]]:
    """The article's sources by key; sources without a name of their own (``anonymous``) are told apart by article."""
    found: dict[str, list[Source]] = {}
    for source in member.analysis.sources:
        key = source_key(source)
        found.setdefault(f"{key}@{member.id}" if source.type == "anonymous" else key, []).append(source)
    return found


def source_names(members: Sequence[Member]) -> dict[str, str]:
    """One name for each source."""
    actors = display_names(members)
    forms: dict[str, Counter[str]] = {}
    for member in members:
        for key, sources in sources_by_key(member).items():
            for source in sources:
                name = actors.get(source.actor, source.name) if source.actor else source.name
                forms.setdefault(key, Counter())[name] += 1
    return {key: min(names, key=lambda name: (-names[name], -len(name), name)) for key, names in forms.items()}


def compare_sources(members: Sequence[Member]) -> SourceComparison:
    """Sources that two articles or more share, those of one alone, and who leans on which with how many quotes."""
    names = source_names(members)
    by_member = [sources_by_key(member) for member in members]
    counts = Counter(key for found in by_member for key in found)
    only, edges = [], []
    for member, found in zip(members, by_member, strict=True):
        for key, sources in found.items():
            quotes = len({quote for source in sources for quote in source.quotes})
            edges.append(SourceEdge(member.id, names[key], quotes))
            if counts[key] == 1:
                only.append(OnlySource(member.id, names[key]))
    shared = sorted((key for key, count in counts.items() if count > 1), key=lambda key: (-counts[key], names[key]))
    return SourceComparison(tuple(names[key] for key in shared), tuple(only), tuple(edges))
