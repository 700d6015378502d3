"""What all the other articles say and one does not.

Rule: every other article makes the claim, and this one is sure to lack it (``analysis.claims.absence``). An article of
an earlier day and a sentence that may yet make it keep the finding silent; of teasers nothing is asked. What one
article leaves out is one finding, with every claim named in it, so that others have room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, none_found
from analysis.comparison.findings.tellings import Telling, confidence, tellings
from analysis.comparison.members import Member
from analysis.text import words_of
from analysis.types import Claim, Finding, Message, Param

EFFECTS = (0.2, 0.4, 0.8)
"""Effect of a claim that one, two, three or more articles tell. What two tell was judged trivial in five of six
findings on real events; that what three tell weighs more is set by hand, for those events have three articles each."""
MORE, MOST = 0.05, 0.85
"""What each further claim adds to the effect, and what it comes to at most."""
MAX_CLAIMS = 5
"""Claims that one finding names, the surest ones."""


@dataclass(frozen=True, slots=True)
class _Left:
    """A claim that an article leaves out, in the fewest words, and who tells it."""

    lacking: Member
    claim: Claim
    text: str
    made: tuple[Telling, ...]

    @property
    def effect(self) -> float:
        """How large the difference is."""
        return EFFECTS[min(len(self.made), len(EFFECTS)) - 1]

    @property
    def rank(self) -> tuple[float, str]:
        """The most telling first."""
        return -round(self.effect * confidence(self.made), 6), self.text

    @property
    def group(self) -> tuple[str, str]:
        """What is told of together: all that an article leaves out, apart from what it has left of another's text."""
        return self.lacking.id, self.made[0].member.id if len(self.made) == 1 else ""


def omission(story: Story) -> Dimension:
    """Claims that all the other articles make, and one that could have been told to make it does not.

    That nothing is left out is said only if of every claim it is known which articles make it.
    """
    claims = story.comparison.claims
    groups: dict[tuple[str, str], list[_Left]] = {}
    for one in sorted((one for claim in claims for one in _left_out(story, claim)), key=lambda one: one.rank):
        group = groups.setdefault(one.group, [])
        if one.text not in {other.text for other in group} and len(group) < MAX_CLAIMS:
            group.append(one)
    known = len(story.members) > 2 and claims and not any(claim.not_assessable for claim in claims)
    tested = none_found("omission", claims=len(claims)) if known else None
    return Dimension(tuple(_finding(group) for group in groups.values()), tested)


def _left_out(story: Story, claim: Claim) -> Sequence[_Left]:
    made = tellings(story, claim)
    short = sum(one.reason == "too_short" for one in claim.reasons)
    if len(claim.absent) != 1 or len(made) + short != len(story.members) - 1 or all(one.headline for one in made):
        return ()
    return (_Left(story.member(claim.absent[0]), claim, _shortest(claim, made), made),)


def _finding(group: Sequence[_Left]) -> Finding:
    first = group[0]
    texts = tuple(one.text for one in group)
    params: dict[str, Param] = {"lacking": first.lacking.label}
    if len(first.made) > 1:
        params["count"] = min(len(one.made) for one in group)
    else:
        params["other"] = first.made[0].member.label
    key = "claim" if len(first.made) > 1 else "copy"
    if len(group) == 1:
        message = Message(f"omission.{key}", {**params, "claim": texts[0]})
    else:
        several = "several" if key == "claim" else "copy_several"
        message = Message(f"omission.{several}", {**params, "things": len(group), "claims": texts})
    sure = fmean(confidence(one.made) for one in group)
    weight = Weight(min(MOST, first.effect + MORE * (len(group) - 1)), sure)
    evidence = dict.fromkeys(telling.span for one in group for telling in one.made)
    return finding(message, [first.lacking], evidence, weight, About(claims=tuple(one.claim.id for one in group)))


def _shortest(claim: Claim, made: Sequence[Telling]) -> str:
    """The claim in the fewest words that an article in the language of its text has for it.

    A longer sentence tells more than all of them say, and the article may well have that.
    """
    code = next((one.code for one in made if one.presence.text == claim.text), None)
    worded = [one.presence.text for one in made if one.code == code and not one.headline]
    return min(worded, key=lambda text: (len(words_of(text)), text), default=claim.text)
