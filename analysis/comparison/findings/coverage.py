"""Findings on what articles say and leave out, and on what they copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analysis.comparison.findings.dimension import Dimension, enumerate_names, finding
from analysis.comparison.members import Member
from analysis.comparison.sourcing import owners_of, source_key
from analysis.evidence import numbers
from analysis.types import Actor, ArticleSpan, Claim, ClaimPresence, Comparison, Finding

MAX_FINDINGS = 3
MAX_NAMED = 6
MAX_FIGURES = 5
"""Differing figures told at most, for each article compared."""
ONLY = (0.3, 0.3)
LEFT_OUT = 0.45
NUMBERS = 0.55
COPIED = 0.3
"""Share of a text's word runs found in another from which the two are told to share wording, as wire copy does."""
COPY = (0.35, 0.4)
SURE = 0.7
"""Calibrated probability from which two sentences are the same claim surely enough to hold their numbers together."""


def only_in(members: Sequence[Member], comparison: Comparison) -> Dimension:
    """People, then bodies, that speak or stand at the top in one article alone."""
    counts = Counter(actor for member in members for actor in member.actors)
    owners = owners_of(members)
    media = {
        source_key(source, owners).removeprefix("actor:")
        for member in members
        for source in member.analysis.sources
        if source.type in ("outlet", "social")
    }
    told = []
    for member in members:
        own = [actor for actor in member.analysis.actors if counts[actor.id] == 1 and actor.id not in media]
        alone = [actor for actor in own if _matters(actor)]
        alone.sort(key=lambda actor: (actor.type != "person", -_score(actor), actor.id))
        if alone and all(len(other.actors) for other in members):
            named = enumerate_names([actor.name for actor in alone], MAX_NAMED)
            evidence = [member.span(actor.mentions[0].start, actor.mentions[0].end) for actor in alone[:MAX_NAMED]]
            effect = ONLY[0] + ONLY[1] * max(map(_score, alone))
            told.append(finding("only_in", f"Only {member.label} brings in {named}.", [member], effect, evidence))
    return Dimension("who is brought in", tuple(told), f"n = {len(counts)} actors" if counts else "")


def _matters(actor: Actor) -> bool:
    weight = actor.prominence
    return (
        actor.type in ("person", "organization")
        and weight is not None
        and (weight.quoted_word_share > 0.0 or weight.in_headline or weight.first_sentence == 0)
    )


def _score(actor: Actor) -> float:
    return actor.prominence.score if actor.prominence else 0.0


def left_out(members: Sequence[Member], comparison: Comparison) -> Dimension:
    """Claims that all the other articles make, and one that could have been told to make it does not."""
    known = {member.id: member for member in members}
    found = []
    for claim in comparison.claims:
        made = [one for one in claim.present if one.relation != "contradicts"]
        if len(claim.absent) == 1 and len(made) > 1 and len(made) == len(members) - 1:
            lacking = known[claim.absent[0]]
            summary = f"{lacking.label} leaves out what {len(made)} others say: “{claim.text}”"
            share = len(made) / len(members)
            found.append(finding("left_out", summary, [lacking], LEFT_OUT * share, _spans(made)))
    tested = f"n = {len(comparison.claims)} claims" if len(members) > 2 and comparison.claims else ""
    return Dimension("what is left out", tuple(sorted(found, key=lambda one: -one.effect)[:MAX_FINDINGS]), tested)


def numbers_differ(members: Sequence[Member], comparison: Comparison) -> Dimension:
    """Claims that two articles make with different figures."""
    known = {member.id: member for member in members}
    found = [one for claim in comparison.claims if (one := _numbers(claim, known)) is not None]
    found.sort(key=lambda one: -one.effect)
    return Dimension("the numbers of shared claims", tuple(found[: MAX_FIGURES * len(members)]))


def _numbers(claim: Claim, known: dict[str, Member]) -> Finding | None:
    """The likeliest telling with another figure, beside the claim as it stands."""
    centre = next((one for one in claim.present if one.relation == "same" and one.text == claim.text), None)
    others = [one for one in claim.present if one.relation == "other_figure" and one.confidence >= SURE]
    for other in sorted(others, key=lambda one: (-one.confidence, one.article)):
        if centre is None:
            return None
        given = [_figures(one, known) for one in (centre, other)]
        ours, theirs = given[0] - given[1], given[1] - given[0]
        if bool(given[0]) != bool(given[1]) or (given[0] and not (ours and theirs)):
            continue
        pair = [known[centre.article], known[other.article]]
        against = f": {enumerate_names(sorted(ours))} against {enumerate_names(sorted(theirs))}" if ours else ""
        summary = f"{pair[0].label} and {pair[1].label} give different numbers for one claim{against}."
        return finding("numbers", summary, pair, NUMBERS * other.confidence, _spans([centre, other]))
    return None


def _figures(presence: ClaimPresence, known: dict[str, Member]) -> frozenset[str]:
    return numbers(presence.text, known[presence.article].analysis.article.language.code)


def wire_copy(members: Sequence[Member], comparison: Comparison) -> Dimension:
    """Articles that share wording, so that they are not independent of each other."""
    known = {member.id: member for member in members}
    copied = [pair for pair in comparison.overlap.pairs if pair.verbatim_share >= COPIED]
    copied.sort(key=lambda pair: (-pair.verbatim_share, pair.a, pair.b))
    found = []
    for pair in copied[:MAX_FINDINGS]:
        two = [known[pair.a], known[pair.b]]
        summary = (
            f"{two[0].label} and {two[1].label} share {pair.verbatim_share:.0%} of the wording of the shorter one: "
            "they are not independent."
        )
        effect = COPY[0] + COPY[1] * pair.verbatim_share
        found.append(finding("wire_copy", summary, two, effect, _copied(two[0], two[1])))
    return Dimension("wording", tuple(found))


def _copied(one: Member, other: Member) -> list[ArticleSpan]:
    """Longest sentences that both have word for word."""
    ours, theirs = _sentences(one), _sentences(other)
    shared = sorted(ours.keys() & theirs.keys(), key=lambda text: (-len(text), text))[:MAX_FINDINGS]
    return [span for text in shared for span in (ours[text], theirs[text])]


def _sentences(member: Member) -> dict[str, ArticleSpan]:
    text = member.analysis.article.text
    return {
        " ".join(text[one.start : one.end].split()): member.span(one.start, one.end)
        for one in member.analysis.sentences
    }


def _spans(presences: Sequence[ClaimPresence]) -> list[ArticleSpan]:
    return [ArticleSpan(one.article, one.start, one.end, one.text) for one in presences]
