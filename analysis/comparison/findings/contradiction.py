"""Two articles of which one says that what the other says is not so.

Rule: the reader holds a sentence of one article to contradict a claim of another, both name one actor, and they are as
like as two tellings of one thing. Precision comes first: silent under ``SURE``, on what somebody is only quoted to
deny, which is told as a reaction, and where two sentences of one language have fewer than ``LEAST_SHARED`` words in
common beside the names: they tell of two things.
"""

from __future__ import annotations

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.findings.tellings import STEM, shared_words
from analysis.text import fold, words_of
from analysis.types import ArticleSpan, Claim, ClaimPresence, Finding, Message

MAX_FINDINGS = 2
EFFECT = 0.8
SURE = 0.85
LEAST_SHARED = 2


def contradiction(story: Story) -> Dimension:
    """Claims that another article contradicts in its own voice."""
    found = [one for claim in story.comparison.claims if (one := _told(story, claim)) is not None]
    found.sort(key=lambda one: -one.confidence)
    found = list({frozenset(one.evidence): one for one in reversed(found)}.values())[::-1]
    return Dimension(tuple(found[:MAX_FINDINGS]))


def _told(story: Story, claim: Claim) -> Finding | None:
    against = [one for one in claim.present if one.relation == "contradicts" and _plain(one) and one.confidence >= SURE]
    made = [one for one in claim.present if one.relation == "same" and _plain(one)]
    both = [
        (one, other)
        for one in made
        for other in against
        if _actors(story, one) & _actors(story, other) and _on_one_thing(story, one, other)
    ]
    if not both:
        return None
    one, other = max(both, key=lambda pair: (pair[0].text == claim.text, pair[1].confidence, pair[0].confidence))
    members = [story.member(one.article), story.member(other.article)]
    message = Message(
        "contradiction.claim",
        {"a": members[0].label, "b": members[1].label, "a_text": one.text, "b_text": other.text},
    )
    evidence = [ArticleSpan(found.article, found.start, found.end, found.text) for found in (one, other)]
    about = About(claims=(claim.id,))
    return finding(message, members, evidence, Weight(EFFECT, other.confidence), about)


def _plain(one: ClaimPresence) -> bool:
    return one.vouched_by == "outlet" and one.certainty == "asserted"


def _actors(story: Story, one: ClaimPresence) -> set[str]:
    """Whom the sentence names."""
    return {
        actor.id
        for actor in story.member(one.article).analysis.actors
        if any(one.start <= mention.start < one.end for mention in actor.mentions)
    }


def _on_one_thing(story: Story, one: ClaimPresence, other: ClaimPresence) -> bool:
    """Whether the sentences have words in common beside the names, if they can."""
    codes = {story.member(found.article).analysis.article.language.code for found in (one, other)}
    shared, _ = shared_words(one.text, other.text)
    named = {
        fold(word)[:STEM]
        for found in (one, other)
        for actor in story.member(found.article).analysis.actors
        for name in (actor.name, *actor.aliases)
        for word in words_of(name)
    }
    return len(codes) > 1 or len(shared - named) >= LEAST_SHARED
