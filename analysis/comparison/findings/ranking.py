"""Which findings are told, and in which order: by how much a kind is worth telling, how large the difference is and how
surely it is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from analysis.types import Finding, FindingKind

MAX_TOLD = 10
MAX_OF_KIND: Mapping[FindingKind, int] = {"differing_figures": 6, "omission": 4}
MAX_OF_OTHERS = 3
"""Findings of one kind: who alone is quoted in each of ten articles would leave no room for anything else. Each finding
on figures is of two other articles, each on what is left out of another one, and both can be checked at once."""
TRIVIAL = 0.12
"""Score under which a finding is not told: it is too small, too doubtful or too seldom worth a reader's time."""
REPEATED = 0.8
"""What is left of the score of a finding on claims of which one of its kind was told: that a third article has the same
figure as the second is less telling than another difference."""
ALONE: frozenset[FindingKind] = frozenset({"only_here"})
"""Kinds of which all but the first are as much less telling, whoever they are of: most articles have somebody whom the
others do not quote."""
PAIRED: frozenset[FindingKind] = frozenset({"differing_figures"})
"""Kinds of which every two articles have a finding, of less effect by itself where others told of its claim."""
ROOM = frozenset({"only_here", "prominence", "headline_focus"})
"""Kinds that tell of somebody's place in the articles: of one person, the strongest of them is enough."""
QUOTED = frozenset({"first_voice.quoted", "first_voice.quoted_apart"})
"""Who is quoted first, whatever they say: less than an order of reactions of the same people."""
WORTH: Mapping[FindingKind, float] = {
    "order_reversal": 1.0,
    "only_here": 0.96,
    "contradiction": 0.95,
    "first_voice": 0.8,
    "differing_figures": 0.8,
    "attribution_gap": 0.75,
    "certainty_gap": 0.7,
    "voice_balance": 0.7,
    "unanswered_accusation": 0.7,
    "sentiment_gap": 0.67,
    "loaded_language_gap": 0.67,
    "headline_focus": 0.6,
    "quotation_cut": 0.6,
    "omission": 0.54,
    "naming": 0.5,
    "source_gap": 0.5,
    "genre": 0.5,
    "time_gap": 0.5,
    "wire_copy": 0.6,
    "prominence": 0.42,
    "no_measurable_difference": 0.0,
}
"""How much a true difference of each kind is worth telling, in [0, 1].

Fitted to an editor's judgements of 185 findings of version 1.0 on twenty real events: of the true findings of a kind,
the share that was worth telling, (worth + 1) / (true + 2): only_here 22 of 22, sentiment_gap 3 of 4,
loaded_language_gap 1 of 1, omission 14 of 26, source_gap 1 of 2, prominence 12 of 29. The other kinds had no true
finding there; theirs are set by what the editor noted as the difference of each event: whose word comes first and what
an outcome is told to be, then figures and who vouches, then how things are said, then what stands around the text. That
two articles are of one source is rare and sure, and says what their agreement is worth: it stands beside how things are
said.
"""


def ranked(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that are told, most telling first; equal ones stay in the order given.

    At most ten, at most three of a kind (``MAX_OF_KIND`` of some), none that is trivial, nobody's place in the articles
    twice, and nothing that a finding already says (``_repeats``).
    """
    told: list[Finding] = []
    kinds: Counter[FindingKind] = Counter()
    placed: set[str] = set()
    for telling, one in sorted(_weighed(findings), key=lambda weighed: -weighed[0]):
        if telling < TRIVIAL or kinds[one.kind] >= MAX_OF_KIND.get(one.kind, MAX_OF_OTHERS):
            continue
        if one.kind in ROOM and one.actors:
            if placed.issuperset(one.actors):
                continue
            placed.update(one.actors)
        if any(_repeats(one, other) for other in told):
            continue
        kinds[one.kind] += 1
        told.append(one)
    return told[:MAX_TOLD]


def _repeats(one: Finding, told: Finding) -> bool:
    """Whether a finding adds nothing to one that is told.

    Who comes first of two whose order is told; that somebody spoke to the outlet itself who speaks in it alone; and a
    claim that is left out with the rest of a quotation.
    """
    if one.message.key in QUOTED:
        return told.kind == "order_reversal" and set(one.actors) <= set(told.actors)
    if one.message.key == "source_gap.own":
        return told.kind == "only_here" and set(one.actors) <= set(told.actors)
    return one.kind == "omission" and told.kind == "quotation_cut" and _overlap(one, told) >= max(len(one.claims), 1)


def _overlap(one: Finding, other: Finding) -> int:
    """How many pieces of evidence of a finding are words that are evidence of another."""
    return sum(
        any(a.article == b.article and a.start < b.end and b.start < a.end for b in other.evidence)
        for a in one.evidence
    )


def _weighed(findings: Sequence[Finding]) -> Iterator[tuple[float, Finding]]:
    """Each finding with how telling it is beside the others of its kind, which come first if they are more telling."""
    told: dict[FindingKind, set[str]] = {}
    for one in sorted(map(_rounded, findings), key=lambda one: -score(one)):
        first = one.kind not in told
        before = told.setdefault(one.kind, set())
        again = bool(one.claims) and one.kind not in PAIRED and before.issuperset(one.claims)
        before.update(one.claims)
        repeated = again or (one.kind in ALONE and not first)
        yield score(one) * (REPEATED if repeated else 1.0), one


def score(finding: Finding) -> float:
    """How telling a finding is: what its kind is worth, times its size, times how sure it is."""
    return WORTH[finding.kind] * finding.effect * finding.confidence


def _rounded(finding: Finding) -> Finding:
    """Effects and confidences are ranks, not measurements: three decimals say all they know."""
    return replace(
        finding,
        effect=round(min(1.0, max(0.0, finding.effect)), 3),
        confidence=round(min(1.0, max(0.0, finding.confidence)), 3),
    )
