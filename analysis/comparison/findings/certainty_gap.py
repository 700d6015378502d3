"""One claim that an outlet vouches for, and another only passes on as hearsay.

Rule: one telling carries an expression of hearsay (*allegedly*, *aurait*, *soll*; a word of saying, *could* and
*possibly* are none) and is read as alleged, the other carries none, is not quoted and is
read as asserted. *Said* is reported, not alleged. Of two sentences of one language that are else the same
the expression tells by itself, if nobody is cited: the reader takes *reportedly* for anything. Silent where it is not
sure that both make one claim.
"""

from __future__ import annotations

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.findings.tellings import Telling, alike, confidence, pairs, shared_words
from analysis.types import Claim, Finding, Message

MAX_FINDINGS = 3
EFFECT = 0.6
SAME, SURE = 0.75, 0.3
"""Probability from which both make one claim, and from which all of the rule holds."""
ALLEGED, ASSERTED = 0.4, 0.5
"""Shares of the reader from which a sentence is put as hearsay, or as a fact."""
TWINS = 0.97
"""Similarity from which two sentences differ in nothing but how they are put."""
NEARLY, LEAST_SHARED = 0.7, 3
"""The same, where all longer words of the shorter but one stand in both, and how many these are at least."""
CERTAIN, PLAIN = 0.9, 0.7
"""Shares of alleged and asserted from which a hedge by itself accounts for the reader not seeing one fact in both."""


def certainty_gap(story: Story) -> Dimension:
    """Claims told as a fact in one article and as hearsay in another."""
    claims = story.comparison.claims
    found = [one for claim in claims if (one := _told(story, claim)) is not None]
    found.sort(key=lambda one: -one.confidence)
    return Dimension(tuple(found[:MAX_FINDINGS]))


def _told(story: Story, claim: Claim) -> Finding | None:
    """The surest pair of a claim."""
    best: tuple[float, Telling, Telling] | None = None
    for both in pairs(story, claim):
        for one, other in (both, both[::-1]):
            if _stated(one) and confidence(both) >= SAME and (alike(both) or _only_hedged(one, other)):
                sure = confidence(both) * hearsay(other, one) * one.share("asserted")
                if sure >= SURE and (best is None or sure > best[0]):
                    best = (sure, one, other)
    if best is None:
        return None
    sure, one, other = best
    message = Message(
        "certainty_gap.claim",
        {"a": one.member.label, "b": other.member.label, "claim": one.presence.text, "hedge": other.markers[0].text},
    )
    about = About(claims=(claim.id,), values={one.member.id: "asserted", other.member.id: "alleged"})
    return finding(message, (one.member, other.member), (one.span, other.span), Weight(EFFECT, sure), about)


def _only_hedged(one: Telling, other: Telling) -> bool:
    """Whether what keeps the reader from holding two sentences for one fact can be the hedge of the other."""
    clear = hearsay(other, one) >= CERTAIN and one.share("asserted") >= PLAIN
    return clear and confidence((one, other)) >= CERTAIN


def vouched(one: Telling) -> bool:
    """Whether the outlet itself says so, as a fact, and nobody is cited in the sentence."""
    return one.presence.vouched_by == "outlet" and not one.quoting and _stated(one)


def _stated(one: Telling) -> bool:
    """Whether the sentence is put as a fact."""
    asserted = one.share("asserted")
    plain = not one.markers and one.presence.vouched_by != "quotation"
    return plain and asserted >= ASSERTED and asserted == max(one.shares)


def hearsay(one: Telling, beside: Telling) -> float:
    """How surely the sentence is put as hearsay, beside another telling of its claim; 0 if nothing says so."""
    spoken = [quote for quote in one.member.analysis.quotes if quote.cue and quote.speaker]
    cues = {quote.cue.start for quote in spoken if quote.cue}
    if not any(found.status in ("alleged", "reported") and found.start not in cues for found in one.markers):
        return 0.0
    start, end = one.presence.start, one.presence.end
    cited = any(quote.start < end and start < quote.end for quote in spoken)
    if _twins(one, beside) and not cited and one.presence.vouched_by != "quotation":
        return max(one.presence.similarity, TWINS)
    alleged = one.share("alleged")
    if any(found.status == "alleged" for found in one.markers):
        alleged += one.share("denied")
    if _of_nobody(one):
        alleged += one.share("reported")
    guessed = any(found.status == "uncertain" for found in one.markers) and alleged < CERTAIN
    rest = max(one.share("asserted"), 0.0 if _of_nobody(one) else one.share("reported"))
    return min(alleged, 1.0) if not guessed and alleged >= ALLEGED and alleged >= rest else 0.0


def _of_nobody(one: Telling) -> bool:
    """Whether what is reported has no source: *enligt uppgift*, *dem Vernehmen nach*."""
    start, end = one.presence.start, one.presence.end
    within = [quote for quote in one.member.analysis.quotes if quote.start < end and start < quote.end]
    return bool(within) and all(quote.cue is None and quote.speaker is None for quote in within)


def _twins(one: Telling, beside: Telling) -> bool:
    """Whether two sentences of one language have the same words, but for how they are put and its one auxiliary."""
    similar = min(one.presence.similarity, beside.presence.similarity)
    if one.code != beside.code or similar < NEARLY:
        return False
    shared, least = shared_words(one.presence.text, beside.presence.text)
    return one.presence.similarity >= TWINS or len(shared) >= max(LEAST_SHARED, least - 1)
