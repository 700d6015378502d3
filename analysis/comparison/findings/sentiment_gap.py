"""The outlets' own tone toward an actor."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from analysis.comparison.findings.dimension import MAX_EVIDENCE, About, Dimension, Story, Weight, finding, none_found
from analysis.comparison.findings.loaded_language_gap import differs
from analysis.comparison.findings.messages import MAX_LISTED
from analysis.comparison.measures import apart
from analysis.comparison.members import Member
from analysis.comparison.own_words import LEAST, STRONG, sentences_of, terms_about, terms_of, worded_apart
from analysis.types import ArticleSpan, Finding, Message, Param, Score, SentimentComparison

MAX_FINDINGS = 3
LEAST_TERMS, TIMES = 2, 1.5
"""Loaded words about an actor from which a tone is borne out, and times as many for each sentence as in the other."""
ENOUGH = 15
"""Mentions in each of two articles from which a difference of tone as large as most would have been found."""
NAMED = 2
"""Places shown at which an article names the actor."""
TONE = (0.5, 0.3)
"""Effect: that the tone differs, and by how much; set so that each article it differs from is told before what one
article leaves out."""
CONFIDENCE = 0.8
"""Set by hand: of 3 told on ten real events, read against the articles, 2 held; too few to fit."""


def sentiment_gap(story: Story) -> Dimension:
    """People and bodies toward whom the outlets' own tone differs measurably, borne out by the outlets' own words.

    The reader's tone takes what somebody does or suffers for an attitude now and then; three mentions that agree give a
    narrow interval around a wrong value. So a difference of tone is told only where loaded words bear it out: the less
    favourable article has one beside the name, the other none there that is loaded by itself; and the first has several
    in its own sentences about the actor, one of them loaded wherever it stands, and ``TIMES`` as many for each such
    sentence, or else surely more of them in the whole article. Places are never told.
    Of mentions too few for intervals to part it is told where one article speaks of the actor in loaded words of its
    own and the other without any (``worded_apart``).
    """
    compared = story.comparison.sentiment
    found = [told for one in compared for told in _differences(story, one)]
    enough = [one for one in compared if _could_be_told(one)]
    silent = enough and not any(one.distinguishable for one in compared)
    passages = sum(tone.outlet_voice.n for one in enough for tone in one.by_article)
    tested = none_found("sentiment_gap", actors=len(enough), mentions=passages) if silent else None
    return Dimension(tuple(sorted(found, key=lambda one: -one.effect)[:MAX_FINDINGS]), tested)


def _could_be_told(compared: SentimentComparison) -> bool:
    """Whether two articles mention the actor often enough for a difference to have been found."""
    return (
        sum(tone.outlet_voice.value is not None and tone.outlet_voice.n >= ENOUGH for tone in compared.by_article) > 1
    )


def _differences(story: Story, compared: SentimentComparison) -> Iterator[Finding]:
    """The largest difference of tone toward one actor that is borne out, and those of its article from others."""
    scores = {tone.article: tone.outlet_voice for tone in compared.by_article if tone.outlet_voice.value is not None}
    having = [member for member in story.members if member.id in scores]
    borne_out = [
        pair
        for pair in permutations(having, 2)
        if (_differ(*(scores[one.id] for one in pair)) and _is_borne_out(compared.actor, *pair))
        or worded_apart(compared.actor, *pair)
    ]
    borne_out.sort(key=lambda pair: (_gap(*(scores[one.id] for one in pair)), pair[0].id, pair[1].id), reverse=True)
    for lower, higher in borne_out:
        if lower is borne_out[0][0]:
            yield _told(compared, lower, higher, scores)


def _differ(lower: Score, higher: Score) -> bool:
    return _gap(lower, higher) >= LEAST and apart(lower, higher)


def _gap(lower: Score, higher: Score) -> float:
    return (higher.value or 0.0) - (lower.value or 0.0)


def _is_borne_out(actor: str, lower: Member, higher: Member) -> bool:
    ours, theirs = lower.actors[actor], higher.actors[actor]
    if "place" in (ours.type, theirs.type) or not terms_of(lower, ours):
        return False
    if any(term.intensity >= STRONG for term in terms_of(higher, theirs)):
        return False
    if differs(lower, higher):
        return True
    about, other = terms_about(lower, ours), terms_about(higher, theirs)
    strong = any(term.intensity >= STRONG for term in about)
    denser = len(about) * len(sentences_of(higher, theirs)) >= TIMES * len(other) * len(sentences_of(lower, ours))
    return strong and len(about) >= LEAST_TERMS and denser


def _told(compared: SentimentComparison, lower: Member, higher: Member, scores: dict[str, Score]) -> Finding:
    values = {one.id: scores[one.id].value or 0.0 for one in (lower, higher)}
    found = terms_of(lower, lower.actors[compared.actor]) or terms_about(lower, lower.actors[compared.actor])
    terms = sorted(found, key=lambda term: (-term.intensity, term.start))[:MAX_EVIDENCE]
    params: dict[str, Param] = {
        "actor": compared.name,
        "lower": lower.label,
        "lower_value": values[lower.id],
        "higher": higher.label,
        "higher_value": values[higher.id],
        "words": tuple(dict.fromkeys(term.text.lower() for term in terms))[: MAX_LISTED - 1],
    }
    about = About(actors=(compared.actor,), values=dict(values))
    weight = Weight(TONE[0] + TONE[1] * (values[higher.id] - values[lower.id]), CONFIDENCE)
    words = [lower.span(term.start, term.end) for term in sorted(terms, key=lambda term: term.start)]
    evidence = [*words, *_named(lower, compared.actor), *_named(higher, compared.actor)]
    return finding(Message("sentiment_gap.actor", params), [lower, higher], evidence, weight, about)


def _named(member: Member, actor: str) -> list[ArticleSpan]:
    """Where the article first names the actor outside quotations."""
    quotes = [(quote.start, quote.end) for quote in member.analysis.quotes]
    mentions = member.actors[actor].mentions
    own = [one for one in mentions if not any(start <= one.start < end for start, end in quotes)]
    return [member.span(one.start, one.end) for one in (own or mentions)[:NAMED]]
