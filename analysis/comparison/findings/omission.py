"""What all the other articles say and one does not.

Rule: every other article makes the claim, and this one is sure to lack it (``analysis.claims.absence``). An article of
an earlier day and a sentence that may yet make it keep the finding silent; of teasers nothing is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, none_found
from analysis.comparison.findings.tellings import Telling, confidence, tellings
from analysis.text import words_of
from analysis.types import Claim, Finding, Message

MAX_FINDINGS = 3
EACH, MOST = 0.2, 0.6
"""Effect for each article that tells it, up to three. What two tell was judged trivial in five of six findings on real
events; that what three tell weighs more is set by hand, for those events have three articles each."""


def omission(story: Story) -> Dimension:
    """Claims that all the other articles make, and one that could have been told to make it does not.

    That nothing is left out is said only if of every claim it is known which articles make it.
    """
    claims = story.comparison.claims
    found = [one for claim in claims if (one := _told(story, claim)) is not None]
    found.sort(key=lambda one: -one.effect * one.confidence)
    known = len(story.members) > 2 and claims and not any(claim.not_assessable for claim in claims)
    tested = none_found("omission", claims=len(claims)) if known else None
    return Dimension(tuple(found[:MAX_FINDINGS]), tested)


def _told(story: Story, claim: Claim) -> Finding | None:
    made = tellings(story, claim)
    short = sum(one.reason == "too_short" for one in claim.reasons)
    if len(claim.absent) != 1 or len(made) + short != len(story.members) - 1 or all(one.headline for one in made):
        return None
    lacking = story.member(claim.absent[0])
    text = _shortest(claim, made)
    message = (
        Message("omission.claim", {"lacking": lacking.label, "count": len(made), "claim": text})
        if len(made) > 1
        else Message("omission.copy", {"lacking": lacking.label, "other": made[0].member.label, "claim": text})
    )
    weight = Weight(min(MOST, EACH * len(made)), confidence(made))
    return finding(message, [lacking], [one.span for one in made], weight, About(claims=(claim.id,)))


def _shortest(claim: Claim, made: Sequence[Telling]) -> str:
    """The claim in the fewest words that an article in the language of its text has for it.

    A longer sentence tells more than all of them say, and the article may well have that.
    """
    code = next((one.code for one in made if one.presence.text == claim.text), None)
    worded = [one.presence.text for one in made if one.code == code and not one.headline]
    return min(worded, key=lambda text: (len(words_of(text)), text), default=claim.text)
