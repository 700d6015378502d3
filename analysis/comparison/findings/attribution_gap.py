"""One statement that reached two articles in different ways."""

from __future__ import annotations

from itertools import combinations

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, quote_id
from analysis.comparison.members import Member, display_names
from analysis.comparison.reactions import first_by_key, quote_span
from analysis.evidence import fold
from analysis.types import ArticleSpan, Finding, Message, Quote, Reaction, ReactionKey

MAX_FINDINGS = 3
THROUGH = 0.5
"""The same statement through another medium: one of the two did not hear it where the other did."""


def attribution_gap(story: Story) -> Dimension:
    """Reactions that reached two articles through different media."""
    names = display_names(story.members)
    firsts = [first_by_key(member) for member in story.members]
    found = []
    for (one, a), (other, b) in combinations(zip(story.members, firsts, strict=True), 2):
        for key in sorted(a.keys() & b.keys(), key=lambda key: (key.actor, key.stance)):
            told = _through((one, a[key]), (other, b[key]), key, names)
            if told is not None:
                found.append(told)
    return Dimension("the attribution of shared reactions", tuple(found[:MAX_FINDINGS]))


def _through(
    given: tuple[Member, Reaction], again: tuple[Member, Reaction], key: ReactionKey, names: dict[str, str]
) -> Finding | None:
    (one, a), (other, b) = given, again
    first, second = _medium(one, one.quotes[a.quote]), _medium(other, other.quotes[b.quote])
    if first is None or second is None or fold(first.text) == fold(second.text):
        return None
    message = Message(
        "attribution_gap.medium",
        {
            "a": one.label,
            "b": other.label,
            "actor": names.get(key.actor, key.actor),
            "stance": key.stance,
            "a_medium": first.text,
            "b_medium": second.text,
        },
    )
    evidence = (quote_span(one, a), first, quote_span(other, b), second)
    confidence = min(one.quotes[a.quote].stance.confidence, other.quotes[b.quote].stance.confidence)
    about = About(
        actors=(key.actor,),
        quotes=(quote_id(one, a.quote), quote_id(other, b.quote)),
        values={one.id: first.text, other.id: second.text},
    )
    return finding(message, (one, other), evidence, Weight(THROUGH, confidence), about)


def _medium(member: Member, quote: Quote) -> ArticleSpan | None:
    """Where the article says it has the quote from."""
    span = quote.via or quote.medium
    return member.span(span.start, span.end) if span else None
