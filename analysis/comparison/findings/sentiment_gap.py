"""The outlets' own tone toward an actor."""

from __future__ import annotations

from bisect import bisect_right
from itertools import permutations

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, evidence_of, finding, none_found
from analysis.comparison.findings.loaded_language_gap import STRONG, differs, own_terms
from analysis.comparison.measures import apart
from analysis.comparison.members import Member
from analysis.types import Actor, ArticleSpan, Finding, LoadedTerm, Message, Param, Score, SentimentComparison

MAX_FINDINGS = 2
LEAST = 0.1
"""Smallest difference of tone that is told, on the scale from -1 to 1: the band of what counts as neutral."""
LEAST_TERMS = 2
TIMES = 1.5
"""Loaded words about an actor from which a tone is borne out, and times as many for each sentence as in the other."""
ENOUGH = 15
"""Mentions in each of two articles from which a difference of tone as large as most would have been found."""
TONE = (0.4, 0.4)
CONFIDENCE = 0.8
"""Set by hand: of 3 told on ten real events, read against the articles, 2 held; too few to fit."""


def sentiment_gap(story: Story) -> Dimension:
    """People and bodies toward whom the outlets' own tone differs measurably, borne out by the outlets' own words.

    The reader's tone takes what somebody does or suffers for an attitude now and then; three mentions that agree give a
    narrow interval around a wrong value. So a difference of tone is told only where loaded words bear it out: the less
    favourable article has several in its own sentences about the actor, one of them loaded wherever it stands, and
    ``TIMES`` as many for each such sentence; or else surely more of them in the whole article. Places are never told.
    """
    compared = story.comparison.sentiment
    found = [told for one in compared if (told := _widest(story, one)) is not None]
    ranked = tuple(sorted(found, key=lambda one: -one.effect)[:MAX_FINDINGS])
    enough = [one for one in compared if _could_be_told(one)]
    silent = enough and not any(one.distinguishable for one in compared)
    passages = sum(tone.outlet_voice.n for one in enough for tone in one.by_article)
    tested = none_found("sentiment_gap", actors=len(enough), mentions=passages) if silent else None
    return Dimension(ranked, tested)


def _could_be_told(compared: SentimentComparison) -> bool:
    """Whether two articles mention the actor often enough for a difference to have been found."""
    return (
        sum(tone.outlet_voice.value is not None and tone.outlet_voice.n >= ENOUGH for tone in compared.by_article) > 1
    )


def _widest(story: Story, compared: SentimentComparison) -> Finding | None:
    """The largest difference of tone toward one actor that is borne out."""
    scores = {tone.article: tone.outlet_voice for tone in compared.by_article if tone.outlet_voice.value is not None}
    having = [member for member in story.members if member.id in scores]
    pairs = [
        (lower, higher) for lower, higher in permutations(having, 2) if _differ(scores[lower.id], scores[higher.id])
    ]
    borne_out = [pair for pair in pairs if _is_borne_out(compared.actor, *pair)]
    if not borne_out:
        return None
    lower, higher = max(
        borne_out, key=lambda pair: (_gap(scores[pair[0].id], scores[pair[1].id]), pair[0].id, pair[1].id)
    )
    return _told(compared, lower, higher, scores)


def _differ(lower: Score, higher: Score) -> bool:
    return _gap(lower, higher) >= LEAST and apart(lower, higher)


def _gap(lower: Score, higher: Score) -> float:
    return (higher.value or 0.0) - (lower.value or 0.0)


def _is_borne_out(actor: str, lower: Member, higher: Member) -> bool:
    ours, theirs = lower.actors[actor], higher.actors[actor]
    if "place" in (ours.type, theirs.type):
        return False
    if differs(lower, higher):
        return True
    about, other = terms_about(lower, ours), terms_about(higher, theirs)
    strong = any(term.intensity >= STRONG for term in about)
    denser = len(about) * len(sentences_of(higher, theirs)) >= TIMES * len(other) * len(sentences_of(lower, ours))
    return strong and len(about) >= LEAST_TERMS and denser


def sentences_of(member: Member, actor: Actor) -> set[int]:
    """Numbers of the sentences that mention an actor outside quotations."""
    quotes = [(quote.start, quote.end) for quote in member.analysis.quotes]
    starts = [sentence.start for sentence in member.analysis.sentences]
    own = [one for one in actor.mentions if not any(start <= one.start < end for start, end in quotes)]
    return {bisect_right(starts, mention.start) - 1 for mention in own}


def terms_about(member: Member, actor: Actor) -> list[LoadedTerm]:
    """Loaded words of the outlet's own in its sentences about an actor."""
    about = sentences_of(member, actor)
    starts = [sentence.start for sentence in member.analysis.sentences]
    return [term for term in own_terms(member) if bisect_right(starts, term.start) - 1 in about]


def _told(compared: SentimentComparison, lower: Member, higher: Member, scores: dict[str, Score]) -> Finding:
    values = {one.id: scores[one.id].value or 0.0 for one in (lower, higher)}
    params: dict[str, Param] = {
        "actor": compared.name,
        "lower": lower.label,
        "lower_value": values[lower.id],
        "higher": higher.label,
        "higher_value": values[higher.id],
    }
    about = About(actors=(compared.actor,), values=dict(values))
    weight = Weight(TONE[0] + TONE[1] * (values[higher.id] - values[lower.id]), CONFIDENCE)
    terms = sorted(terms_about(lower, lower.actors[compared.actor]), key=lambda term: (-term.intensity, term.start))
    words: list[ArticleSpan] = [lower.span(term.start, term.end) for term in terms[:LEAST_TERMS]]
    evidence = [*words, *evidence_of([lower, higher], [scores[lower.id], scores[higher.id]])]
    return finding(Message("sentiment_gap.actor", params), [lower, higher], dict.fromkeys(evidence), weight, about)
