"""Media and bodies that articles lean on."""

from __future__ import annotations

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.findings.messages import enumerate_names
from analysis.comparison.sourcing import source_names, sources_by_key
from analysis.types import Message

MEDIA = frozenset({"outlet", "official", "social", "document"})
"""Kinds of sources that say through whom something came; people who speak are told among the actors."""
SOURCING = (0.2, 0.3)
CONFIDENCE = 0.7


def source_gap(story: Story) -> Dimension:
    """Media and bodies that one article alone leans on."""
    names = source_names(story.members)
    cited = [
        {key: sources for key, sources in found.items() if any(source.type in MEDIA for source in sources)}
        for found in sources_by_key(story.members)
    ]
    every = {key for found in cited for key in found}
    having = [member for member, found in zip(story.members, cited, strict=True) if found]
    if len(having) < 2:
        return Dimension("sourcing", ())
    tested = f"n = {len(every)} media and bodies cited"
    shared = {key for key in every if sum(key in found for found in cited) > 1}
    if shared == every:
        return Dimension("sourcing", (), tested)
    alone = {
        member.id: tuple(sorted(names[key] for key in found.keys() - shared))
        for member, found in zip(story.members, cited, strict=True)
        if found.keys() - shared
    }
    parts = [f"{story.member(one).label} alone cites {enumerate_names(found)}" for one, found in alone.items()]
    parts.append(f"shared: {enumerate_names(sorted(names[key] for key in shared))}" if shared else "none is shared")
    evidence = [
        member.span(source.mentions[0].start, source.mentions[0].end)
        for member, found in zip(story.members, cited, strict=True)
        for key, sources in found.items()
        for source in sources[:1]
        if key not in shared and source.mentions
    ]
    weight = Weight(SOURCING[0] + SOURCING[1] * (1.0 - len(shared) / len(every)), CONFIDENCE)
    message = Message("source_gap.media", {"parts": "; ".join(parts)})
    return Dimension("sourcing", (finding(message, having, evidence, weight, About(values=alone)),))
