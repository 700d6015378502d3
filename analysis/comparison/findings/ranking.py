"""Which findings are told, and in which order: by how much a kind is worth telling, how large the difference is and how
surely it is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from analysis.types import Finding, FindingKind

MAX_TOLD = 10
MAX_OF_KIND: Mapping[FindingKind, int] = {
    "differing_figures": 6,
    "only_here": 6,
    "omission": 4,
    "voice_balance": 4,
}
MAX_OF_OTHERS = 3
"""Findings of one kind: one kind would leave no room for anything else. Each finding on figures is of two other
articles, each on what is left out of another one, each on who is heard of other people; what they say can be checked at
once."""
TRIVIAL = 0.12
"""Score under which a finding is not told: it is too small, too doubtful or too seldom worth a reader's time."""
REPEATED = 0.75
"""What is left of the score of a finding on claims, or on a sentence, of which one of its kind was told: that a third
article has the same figure as the second is told where room is left."""
ON_CLAIMS = frozenset({"contradiction", "certainty_gap", "attribution_gap", "omission"})
"""Kinds that tell of what a sentence states: of one sentence, the strongest of them is enough."""
PAIRED: frozenset[FindingKind] = frozenset({"differing_figures", "sentiment_gap"})
"""Kinds of which every two articles have a finding: that a third article has the same figure as the second, or that an
outlet's tone is less favourable than a third's too, is told behind what is told of other things."""
ALONE: frozenset[FindingKind] = frozenset({"only_here"})
"""Kinds of which all but the first are as much less telling, whoever they are of: most articles have somebody whom the
others do not quote."""
ROOM = frozenset({"only_here", "prominence", "headline_focus"})
"""Kinds that tell of somebody's place in the articles: of one person, the strongest of them is enough."""
WORDS, FEW = "only_here.words", 6
"""What else somebody says who is in all articles: no place, and told only among so few findings, for of those told on
twenty real events 8 of 18 were worth it."""
QUOTED = frozenset({"first_voice.quoted", "first_voice.quoted_apart"})
"""Who is quoted first, whatever they say: less than an order of reactions of the same people."""
LACKING = frozenset({"voice_balance", "unanswered_accusation"})
"""Kinds that tell what voices an article lacks."""
MISSING = frozenset({"voice_balance.unheard", "prominence.nowhere"})
"""Whom an article does not name."""
WORTH: Mapping[FindingKind, float] = {
    "order_reversal": 1.0,
    "only_here": 0.96,
    "contradiction": 0.95,
    "voice_balance": 0.85,
    "first_voice": 0.8,
    "differing_figures": 0.8,
    "sentiment_gap": 0.8,
    "time_gap": 0.8,
    "source_gap": 0.78,
    "headline_focus": 0.77,
    "attribution_gap": 0.75,
    "certainty_gap": 0.7,
    "unanswered_accusation": 0.7,
    "loaded_language_gap": 0.67,
    "quotation_cut": 0.67,
    "omission": 0.55,
    "naming": 0.5,
    "genre": 0.5,
    "wire_copy": 0.6,
    "prominence": 0.42,
    "no_measurable_difference": 0.0,
}
"""How much a true difference of each kind is worth telling, in [0, 1].

Fitted to three judgings of findings on the same twenty real events: an editor's of 185 of version 1.0, and two of what
was told later by readers who did not know what told it. Of the true findings of a kind, the share that was worth
telling, (worth + 1) / (true + 2): only_here 22 of 22 and then nearly all, sentiment_gap 7 of 8, time_gap 3 of 3,
source_gap 6 of 7, headline_focus 7.5 of 9, loaded_language_gap 1 of 1, quotation_cut 3 of 4, omission 17 of 31,
prominence 12 of 29. Of first_voice 1 of 6 was, all six on who is quoted first (``QUOTED``); their rule is narrower now,
and they count for less. The other kinds had no true finding there; theirs are set by what the editor noted as the
difference of each event: whose word comes first and what an outcome is told to be, then who is heard and who is not,
figures and who vouches, then how things are said, then what stands around the text. That two articles are of one source
is rare and sure, and says what their agreement is worth: it stands beside how things are said.
"""
QUOTED_WORTH = 0.5
"""What the worth of ``first_voice`` is multiplied by where no reactions are compared."""


def ranked(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that are told, most telling first; equal ones stay in the order given.

    At most ten, at most three of a kind (``MAX_OF_KIND`` of some), none that is trivial, nobody's place in the articles
    twice, and nothing that a finding already says (``_repeats``). What a finding says of two other articles comes last
    of all that are told.
    """
    told: list[Finding] = []
    kinds: Counter[FindingKind] = Counter()
    placed: set[str] = set()
    for telling, one in sorted(_weighed(findings), key=lambda weighed: -weighed[0]):
        if telling < TRIVIAL or kinds[one.kind] >= MAX_OF_KIND.get(one.kind, MAX_OF_OTHERS):
            continue
        if one.message.key == WORDS and len(told) >= FEW:
            continue
        if one.kind in ROOM and one.actors and one.message.key != WORDS:
            if placed.issuperset(one.actors):
                continue
            placed.update(one.actors)
        if any(_repeats(one, other) for other in told):
            continue
        kinds[one.kind] += 1
        told.append(one)
    told = told[:MAX_TOLD]
    again = [one for place, one in enumerate(told) if any(_is_again(one, other) for other in told[:place])]
    return [*(one for one in told if one not in again), *again]


def _is_again(one: Finding, told: Finding) -> bool:
    """Whether a finding tells of two other articles what another one tells: the same claim, or tone toward the same."""
    if one.kind not in PAIRED or one.kind != told.kind:
        return False
    if one.claims or told.claims:
        return bool(one.claims) and set(one.claims) <= set(told.claims)
    return bool(one.actors) and one.actors == told.actors


def _repeats(one: Finding, told: Finding) -> bool:
    """Whether a finding adds nothing to one that is told.

    Who comes first of two whose order is told; that somebody spoke to the outlet itself who speaks in it alone, and
    what they said there; whom an article does not name, where it is told which voices it lacks; and a claim that is
    left out with the rest of a quotation, or with who makes it.
    """
    within = set(one.actors) <= set(told.actors)
    if one.message.key in QUOTED:
        return told.kind == "order_reversal" and within
    if one.message.key == "source_gap.own":
        return told.kind == "only_here" and told.message.key != WORDS and within
    if one.message.key == WORDS:
        return told.message.key == "source_gap.own" and within and one.articles == told.articles
    if one.message.key == "voice_balance.unheard":
        return told.kind in LACKING and within and one.articles[:1] == told.articles[:1]
    if one.kind == "omission" and told.message.key in MISSING:
        return one.articles[:1] == told.articles[:1] and (_overlap(one, told) > 0 or _names(one, told))
    return one.kind == "omission" and told.kind == "quotation_cut" and _overlap(one, told) >= max(len(one.claims), 1)


def _names(one: Finding, told: Finding) -> bool:
    """Whether a claim that is left out names somebody whom the same article is told not to name."""
    claim, actors = one.message.params.get("claim"), told.message.params.get("actors")
    return isinstance(claim, str) and isinstance(actors, tuple) and any(name in claim for name in actors)


def _overlap(one: Finding, other: Finding) -> int:
    """How many pieces of evidence of a finding are words that are evidence of another."""
    return sum(
        any(a.article == b.article and a.start < b.end and b.start < a.end for b in other.evidence)
        for a in one.evidence
    )


def _weighed(findings: Sequence[Finding]) -> Iterator[tuple[float, Finding]]:
    """Each finding with how telling it is beside the others of its kind, which come first if they are more telling."""
    before: dict[FindingKind, list[Finding]] = {}
    for one in sorted(map(_rounded, findings), key=lambda one: -score(one)):
        others = before.setdefault(one.kind, [])
        claims = {claim for other in others for claim in other.claims}
        repeated = one.kind not in PAIRED and bool(one.claims) and claims.issuperset(one.claims)
        repeated |= one.kind in ON_CLAIMS and any(_overlap(one, other) > 0 for other in others)
        repeated |= one.kind in ALONE and bool(others)
        others.append(one)
        yield (max(REPEATED * score(one), min(score(one), TRIVIAL)) if repeated else score(one)), one


def score(finding: Finding) -> float:
    """How telling a finding is: what its kind is worth, times its size, times how sure it is."""
    worth = WORTH[finding.kind] * (QUOTED_WORTH if finding.message.key in QUOTED else 1.0)
    return worth * finding.effect * finding.confidence


def _rounded(finding: Finding) -> Finding:
    """Effects and confidences are ranks, not measurements: three decimals say all they know."""
    return replace(
        finding,
        effect=round(min(1.0, max(0.0, finding.effect)), 3),
        confidence=round(min(1.0, max(0.0, finding.confidence)), 3),
    )
