"""One statement that reached two articles in different ways.

Rules: a reaction that both have, each through another medium, of a known name or in one language, where neither has
anything of that person from the other's; a claim that one outlet makes in its own voice and another has from somebody.
Two named speakers of one claim are not told: of 38 pairs on twenty real events whose sentences are surely one claim
(.93, the reader's share .6) none was one statement on another's word, for two people said two things or one speaker was
taken for another. What *is expected* in the outlet's own words is its own voice. Silent on headlines, where the
sentence in the outlet's own voice names the speaker or a *she* (it tells what was said), where the speaker has no name
and both name one actor, unless they give the same figure (a count is on somebody's word), where the other is hearsay of
nobody (``certainty_gap`` tells that), and where it is not sure that both make one claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import combinations

from analysis.attribution.outlets import known
from analysis.comparison.findings.certainty_gap import hearsay, vouched
from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, quote_id
from analysis.comparison.findings.media import is_cut
from analysis.comparison.findings.tellings import Telling, alike, confidence, pairs, shared_words
from analysis.comparison.members import Member
from analysis.comparison.reactions import quote_span
from analysis.evidence import fold, numbers
from analysis.resources import words
from analysis.sources.entries import words_of as medium_key
from analysis.text import words_of
from analysis.types import ArticleSpan, Claim, Finding, Message, Param, Quote, Reaction, ReactionKey

MAX_FINDINGS = 3
THROUGH = 0.7
"""The same statement through another medium: one of the two did not hear it where the other did."""
STANCE = 0.8
"""Probability from which a statement that came through other media is called a criticism or the like, and not only
what somebody says: where it was heard does not rest on its stance."""
MAX_CLAIMS = 2
LEAST = 4
"""Letters of a word that tells a name: shorter ones are articles, titles and legal forms."""
VOICE = 0.5
"""Effect of the outlet's word here and somebody's there."""
ASCRIBED = 0.3
"""The reader's share of reported from which a sentence is the word of a named speaker to whom it is ascribed."""
PLAIN = 0.8
"""Share of asserted from which a sentence with an evidential expression and nobody's words is the outlet's own."""
SURE, REPORTED = 0.93, 0.5
"""Probability from which both make one claim, and one in the outlet's voice (on twelve real events one of six such
findings was true, the only one above); and share of the reader from which a sentence is somebody's word."""


def attribution_gap(story: Story) -> Dimension:
    """Reactions that reached two articles through different media, and claims on different people's word."""
    names = story.names
    firsts = [_heard(member) for member in story.members]
    found = []
    for (one, a), (other, b) in combinations(zip(story.members, firsts, strict=True), 2):
        for key in sorted(a.keys() & b.keys(), key=lambda key: (key.actor, key.stance)):
            told = _through((one, a[key]), (other, b[key]), key, names)
            if told is not None and _media_of(one, key.actor).isdisjoint(_media_of(other, key.actor)):
                found.append(told)
    word = [_on_whose_word(story, claim, names) for claim in story.comparison.claims]
    claimed = sorted((gap for gap in word if gap is not None), key=lambda gap: -gap.effect * gap.confidence)
    return Dimension((*found[:MAX_FINDINGS], *claimed[:MAX_CLAIMS]))


def _heard(member: Member) -> dict[ReactionKey, Reaction]:
    """The first statement of each person and stance that was heard somewhere, else the first; as each was read."""
    found = dict(member.first_reactions)
    told: set[ReactionKey] = set()
    for one in member.reactions:
        quote = member.quotes[one.quote]
        if one.actor is not None and quote.medium is not None and quote.stance.label != "neutral":
            key = ReactionKey(one.actor, quote.stance.label)
            if key not in told:
                found[key] = one
                told.add(key)
    return found


def _media_of(member: Member, actor: str) -> frozenset[str]:
    """The media from which an article has what somebody says."""
    quotes = [one for one in member.analysis.quotes if one.speaker is not None and one.speaker.actor == actor]
    return frozenset(medium_key(span.text) for one in quotes for span in (one.via, one.medium) if span is not None)


def _on_whose_word(story: Story, claim: Claim, names: Mapping[str, str]) -> Finding | None:
    """The surest two tellings of a claim that stand on different people's word."""
    found = [one for both in pairs(story, claim) if (one := _gap(claim, both, names)) is not None]
    return max(found, key=lambda one: one.effect * one.confidence, default=None)


def _gap(claim: Claim, both: tuple[Telling, Telling], names: Mapping[str, str]) -> Finding | None:
    sure = confidence(both)
    if sure < SURE or not alike(both) or any(one.headline for one in both) or not worded_alike(both):
        return None
    for own, said in (both, both[::-1]):
        if own_voice(own) and reported(said) and not hearsay(said, own) and not _retold(own, said):
            certain = sure * (1.0 - own.share("reported"))
            return _claim_gap(claim, (own, said), names, Weight(VOICE, certain)) if certain >= SURE else None
    return None


def worded_alike(both: tuple[Telling, Telling]) -> bool:
    """Whether two sentences of one language have half of the shorter one's words in common, as one statement has."""
    if both[0].code != both[1].code:
        return True
    shared, least = shared_words(both[0].presence.text, both[1].presence.text)
    return 2 * len(shared) >= least


def own_voice(one: Telling) -> bool:
    """Whether the outlet says so itself: what *is expected* or *seems* so is nobody else's word."""
    guessed = all(found.status == "uncertain" for found in one.markers)
    plain = one.presence.vouched_by == "outlet" and not one.quoting
    return vouched(one) or (plain and guessed and one.share("asserted") >= PLAIN)


def reported(one: Telling) -> bool:
    """Whether the sentence is somebody's word and not the outlet's."""
    if one.presence.vouched_by == "quotation":
        return one.presence.source is not None
    if one.presence.vouched_by == "source" and one.presence.source is not None:
        return one.share("reported") >= ASCRIBED
    said = one.presence.source is not None or any(found.status == "reported" for found in one.markers)
    return said and one.share("reported") >= REPORTED and one.share("reported") == max(one.shares)


def _retold(own: Telling, said: Telling) -> bool:
    """Whether the sentence in the outlet's voice tells what the speaker of the other said, or may do so."""
    pronouns = words(own.code, "gender_pronouns")
    if any(fold(word) in pronouns or word.lower() in pronouns for word in words_of(own.presence.text)):
        return True
    if said.presence.source:
        return _named(own, said.presence.source) or _called(own, said)
    if _of_a_body(said) and _counts(own) & _counts(said):
        return False
    return any(_named(own, actor) and _named(said, actor) for actor in own.member.actors)


def _counts(one: Telling) -> frozenset[str]:
    """The figures of the sentence: a count is told on somebody's word, whoever it is of."""
    return numbers(one.presence.text, one.code)


def _of_a_body(said: Telling) -> bool:
    """Whether all that is cited in the sentence is the word of somebody without a name: *the management*, *police*."""
    start, end = said.presence.start, said.presence.end
    cited = [quote.speaker for quote in said.member.analysis.quotes if quote.start < end and start < quote.end]
    return bool(cited) and all(one is not None and one.name and one.actor is None for one in cited)


def _called(own: Telling, said: Telling) -> bool:
    """Whether the sentence has a word of the speaker's name: what a body does is its own to announce."""
    found = said.member.actors.get(said.presence.source or "")
    name = {fold(word) for word in words_of(found.name)} if found is not None else set()
    words = words_of(own.presence.text)
    return any(len(word) >= LEAST and word[:1].isupper() and fold(word) in name for word in words)


def _named(one: Telling, actor: str | None) -> bool:
    """Whether the sentence mentions the actor."""
    found = one.member.actors.get(actor) if actor else None
    return found is not None and any(
        one.presence.start <= mention.start < one.presence.end for mention in found.mentions
    )


def _claim_gap(claim: Claim, both: tuple[Telling, Telling], names: Mapping[str, str], weight: Weight) -> Finding:
    one, other = both
    source = other.presence.source
    by = names.get(source, "") if source else ""
    params = {"a": one.member.label, "b": other.member.label, "claim": one.presence.text}
    key = "attribution_gap.voice" if by else "attribution_gap.reported"
    message = Message(key, {**params, "source": by} if by else params)
    about = About(
        actors=(source,) if source else (),
        claims=(claim.id,),
        values={one.member.id: "outlet", other.member.id: by or "reported"},
    )
    return finding(message, (one.member, other.member), (one.span, other.span), weight, about)


def _through(
    given: tuple[Member, Reaction], again: tuple[Member, Reaction], key: ReactionKey, names: Mapping[str, str]
) -> Finding | None:
    (one, a), (other, b) = given, again
    first, second = _medium(one, one.quotes[a.quote]), _medium(other, other.quotes[b.quote])
    if first is None or second is None or medium_key(first.text) == medium_key(second.text):
        return None
    same = one.analysis.article.language.code == other.analysis.article.language.code
    whole = same and _is_whole(one, first) and _is_whole(other, second)
    if not whole and not _listed() >= {medium_key(first.text), medium_key(second.text)}:
        return None
    evidence = (quote_span(one, a), first, quote_span(other, b), second)
    quotes = (one.quotes[a.quote], other.quotes[b.quote])
    confidence = min(quote.confidence for quote in quotes)
    params: dict[str, Param] = {"a": one.label, "b": other.label, "actor": names.get(key.actor, key.actor)}
    params |= {"a_medium": first.text, "b_medium": second.text}
    if min(quote.stance.confidence for quote in quotes) >= STANCE:
        message = Message("attribution_gap.medium", {**params, "stance": key.stance})
    else:
        message = Message("attribution_gap.heard", params)
    about = About(
        actors=(key.actor,),
        quotes=(quote_id(one, a.quote), quote_id(other, b.quote)),
        values={one.id: first.text, other.id: second.text},
    )
    return finding(message, (one, other), evidence, Weight(THROUGH, confidence), about)


def _is_whole(member: Member, span: ArticleSpan) -> bool:
    """Whether no word with a capital stands beside the name, which would be a part of it then."""
    text = member.analysis.article.text
    behind = text[span.end : span.end + 2]
    return not is_cut(text, span) and not (behind[:1] == " " and behind[1:].isupper())


@cache
def _listed() -> frozenset[str]:
    """Names of outlets, agencies and platforms: of others a name may be part only, or stand in another form."""
    return frozenset(map(medium_key, known()))


def _medium(member: Member, quote: Quote) -> ArticleSpan | None:
    """Where the article says it has the quote from."""
    span = quote.via or quote.medium
    return member.span(span.start, span.end) if span else None
