"""Findings on scores that two articles differ in measurably: their 95 % intervals do not overlap."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.comparison.findings.dimension import Dimension, counted, finding
from analysis.comparison.measures import distinguishable, spread
from analysis.comparison.members import Member
from analysis.types import ArticleSpan, Comparison, Finding, ProminenceComparison, Score, SentimentComparison

MAX_FINDINGS = 3
MAX_EVIDENCE = 3
"""Spans shown of each article."""
TONE = (0.4, 0.25)
PROMINENCE = (0.2, 0.4)
RATE = (0.3, 0.4)
"""Effect of a difference: a base for being measurable at all, and a slope over the size of the difference."""
PLACE = 0.5
"""Where things happen tells less of how a story is told than who is given room in it."""
MIN_PROMINENCE = 0.25
"""Smallest difference of prominence worth telling: about a quarter of the scale."""


def tone(members: Sequence[Member], comparison: Comparison) -> Dimension:
    """Actors toward whom the outlets' own tone differs measurably."""
    found = [_tone(members, one) for one in comparison.sentiment if one.distinguishable]
    scored = [one for one in comparison.sentiment if sum(t.outlet_voice.value is not None for t in one.by_article) > 1]
    passages = sum(tone.outlet_voice.n for one in scored for tone in one.by_article)
    tested = f"n = {len(scored)} shared actors, {passages} mentions" if scored else ""
    ranked = sorted(found, key=lambda one: -one.effect)[:MAX_FINDINGS]
    return Dimension("tone toward the actors that articles share", tuple(ranked), tested)


def _tone(members: Sequence[Member], compared: SentimentComparison) -> Finding:
    scores = {tone.article: tone.outlet_voice for tone in compared.by_article if tone.outlet_voice.interval}
    having = [member for member in members if member.id in scores]
    values = [(scores[member.id].value or 0.0, member) for member in having]
    lowest, highest = min(values, key=lambda pair: pair[0])[1], max(values, key=lambda pair: pair[0])[1]
    summary = (
        f"{lowest.label} writes of {compared.name} in a less favourable tone ({_value(scores[lowest.id])}) "
        f"than {highest.label} ({_value(scores[highest.id])})."
    )
    effect = TONE[0] + TONE[1] * (compared.spread or 0.0)
    pair = [member for member in members if member in (lowest, highest)]
    return finding("tone", summary, pair, effect, _evidence(pair, [scores[member.id] for member in pair]))


def prominence(members: Sequence[Member], comparison: Comparison) -> Dimension:
    """Actors whom two articles or more name, and who stand out in one much more than in another."""
    known = {member.id: member for member in members}
    found, tested = [], 0
    for compared in comparison.framing.prominence:
        scores = {one.article: one.prominence.score for one in compared.by_article if one.prominence is not None}
        if len(scores) > 1:
            tested += 1
            if max(scores.values()) - min(scores.values()) >= MIN_PROMINENCE:
                found.append(_prominence(known, compared, scores))
    ranked = sorted(found, key=lambda one: -one.effect)[:MAX_FINDINGS]
    return Dimension("the prominence of shared actors", tuple(ranked), f"n = {tested} shared actors" if tested else "")


def _prominence(known: dict[str, Member], compared: ProminenceComparison, scores: dict[str, float]) -> Finding:
    most, least = max(scores, key=lambda id_: scores[id_]), min(scores, key=lambda id_: scores[id_])
    summary = (
        f"{compared.name} is more prominent in {known[most].label} ({scores[most]:.2f}) "
        f"than in {known[least].label} ({scores[least]:.2f})."
    )
    pair = [member for member in known.values() if member.id in (most, least)]
    evidence = [
        member.span(mention.start, mention.end)
        for member in pair
        for mention in member.actors[compared.actor].mentions[:1]
    ]
    effect = PROMINENCE[0] + PROMINENCE[1] * (scores[most] - scores[least])
    if all(member.actors[compared.actor].type == "place" for member in pair):
        effect *= PLACE
    return finding("prominence", summary, pair, effect, evidence)


def loaded_language(members: Sequence[Member], comparison: Comparison) -> Dimension:
    """A measurably different share of loaded words in the outlets' own voice."""
    scores = [member.analysis.framing.loaded_rate for member in members]
    return _rates(
        "loaded_language",
        "loaded language",
        "uses more loaded language",
        "words",
        list(zip(members, scores, strict=True)),
    )


def hedging(members: Sequence[Member], comparison: Comparison) -> Dimension:
    """A measurably different share of sentences that the outlet does not vouch for."""
    scores = [member.analysis.framing.hedging for member in members]
    return _rates(
        "hedging", "hedging", "hedges more of its sentences", "sentences", list(zip(members, scores, strict=True))
    )


def frames(members: Sequence[Member], comparison: Comparison) -> Dimension:
    """Frames that stand out measurably more in one article than in another."""
    found: list[Finding] = []
    observations = 0
    for compared in comparison.framing.frames:
        scores = {one.article: one.score for one in compared.by_article}
        having = [member for member in members if member.id in scores]
        name = compared.frame.replace("_", " ")
        says = f"frames the story more by {name}"
        one = _rates("frame", name, says, "sentences", [(member, scores[member.id]) for member in having])
        found += one.findings
        observations += bool(one.tested)
    tested = f"n = {observations} frames" if observations else ""
    return Dimension("frames", tuple(sorted(found, key=lambda one: -one.effect)[:MAX_FINDINGS]), tested)


def _rates(kind: str, name: str, says: str, unit: str, rates: Sequence[tuple[Member, Score]]) -> Dimension:
    known = [(score, member) for member, score in rates if score.value is not None]
    if len(known) < 2:
        return Dimension(name, ())
    tested = counted([score.n for score, _ in known], unit)
    if not distinguishable([score for score, _ in known]):
        return Dimension(name, (), tested)
    high, most = max(known, key=lambda pair: pair[0].value or 0.0)
    low, least = min(known, key=lambda pair: pair[0].value or 0.0)
    summary = (
        f"{most.label} {says} ({_value(high)}) than {least.label} ({_value(low)}); {counted([high.n, low.n], unit)}."
    )
    difference = spread([high.value, low.value]) or 0.0
    relative = difference / max(abs(high.value or 0.0), 1e-9)
    effect = RATE[0] + RATE[1] * (difference + relative) / 2.0
    return Dimension(
        name, (finding(kind, summary, [most, least], effect, _evidence([most, least], [high, low])),), tested
    )


def _value(score: Score) -> str:
    return "unknown" if score.value is None else f"{score.value:.2f}"


def _evidence(members: Sequence[Member], scores: Sequence[Score]) -> list[ArticleSpan]:
    return [
        member.span(span.start, span.end)
        for member, score in zip(members, scores, strict=True)
        for span in score.evidence[:MAX_EVIDENCE]
    ]
