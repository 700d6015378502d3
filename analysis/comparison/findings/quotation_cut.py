"""One quotation, given in part or introduced with another verb.

Rules: *part*: of what one article quotes in somebody's own words, another in the same language quotes a part of
``LEAST_KEPT`` words or more word for word and leaves out ``LEAST_LEFT`` words or more that it does not tell elsewhere
either; *verb*: two articles quote the same words (the same wording, or one claim across languages, likelier than
``SAME``) and one introduces them neutrally (*said*), the other with a verb that doubts or colours (*claimed*,
*admitted*, *raged*). One of each is told of an actor.

Silent where the word of saying stands in another sentence or in a clause about the quotation, or belongs to another
statement, where the speaker is not the same known actor, where a quotation is not between marks, and where some of what
is left out stands in the article (``RUN`` words in a row, or more than ``TOLD`` of its words), as in a wire copy.
Precision on 20 real English stories, judged by somebody who did not know the rules: of 5 told 3 worth telling, 1
trivial, 1 false, which a clause about the quotation had made and is silent now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, quote_id
from analysis.comparison.findings.runs import longest_run
from analysis.comparison.members import Member
from analysis.resources import rows
from analysis.text import fold, words_of
from analysis.types import Claim, Finding, Message, Quote

LEAST_KEPT = 5
LEAST_LEFT = 10
TOLD = 0.5
"""Share of the words left out, from which on they stand in the article in other words."""
RUN = 4
"""Words in a row of what is left out that, where they stand in the article, show that it tells some of it."""
LONG = 4
"""Shortest word that counts for it."""
SAME = 0.8
ALIKE = 0.9
"""Share of the shorter quotation's words that must stand in the longer one in a row, for one wording."""
MAX_FINDINGS = 2
MAX_QUOTES = 60
"""Quotations of an article that are compared, the first ones."""
PART, VERB = 0.5, 0.5
PART_CONFIDENCE = 0.85
NEAR = 15
"""Most words between a quotation and the word of saying that introduces it."""
CLOSING = "”“\"»«›‹’‘',.!?…–— "
"""What may stand between a quotation and the word behind it."""
SENTENCE_END = re.compile(r"[.!?…][”“\"»«›‹’‘')]*\s")
COLOURED = frozenset({"doubting", "emotive"})


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation between marks by a known actor."""

    member: Member
    quote: Quote
    words: tuple[str, ...]

    @property
    def actor(self) -> str:
        return str(self.quote.speaker.actor) if self.quote.speaker else ""

    @property
    def language(self) -> str:
        return self.member.analysis.article.language.code


def quotation_cut(story: Story) -> Dimension:
    """Quotations that another article shortens or introduces otherwise."""
    said = [_said(member) for member in story.members]
    found: list[Finding] = []
    for mine, theirs in combinations(said, 2):
        for one, other in _shared(mine, theirs):
            for longer, shorter in ((one, other), (other, one)):
                cut = _cut(story, longer, shorter)
                found += [cut] if cut is not None else []
            verb = _verb(story, one, other) if _is_same(one, other) else None
            found += [verb] if verb is not None else []
    found += _across(story, said)
    found.sort(key=lambda one: (-one.effect * one.confidence, one.summary))
    once = {(one.actors, one.message.key): one for one in reversed(found)}
    told = [one for one in found if once[one.actors, one.message.key] is one]
    return Dimension(tuple(told[:MAX_FINDINGS]))


def _said(member: Member) -> list[_Said]:
    quotes = [quote for quote in member.analysis.quotes if quote.kind == "direct" and quote.speaker is not None]
    return [
        _Said(member, quote, tuple(fold(word) for word in words_of(quote.text)))
        for quote in quotes[:MAX_QUOTES]
        if quote.speaker is not None and quote.speaker.actor is not None
    ]


def _shared(mine: Sequence[_Said], theirs: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Quotations of one actor in one language."""
    for one in mine:
        for other in theirs:
            if one.actor == other.actor and one.language == other.language and set(one.words) & set(other.words):
                yield one, other


def _run(one: _Said, other: _Said) -> tuple[int, int, int]:
    """The longest run of words that both have: where it begins in each, and its length."""
    return longest_run(one.words, other.words)


def _is_same(one: _Said, other: _Said) -> bool:
    least = min(len(one.words), len(other.words))
    return least >= LEAST_KEPT and _run(one, other)[2] >= ALIKE * least


def _cut(story: Story, longer: _Said, shorter: _Said) -> Finding | None:
    start, _, size = _run(longer, shorter)
    if size < LEAST_KEPT or size < ALIKE * len(shorter.words):
        return None
    before, behind = longer.words[:start], longer.words[start + size :]
    left = max((before, behind), key=len)
    article = [fold(word) for word in words_of(shorter.member.analysis.article.text)]
    text, runs = set(article), set(_runs(article))
    telling = [word for word in left if len(word) >= LONG]
    if len(left) < LEAST_LEFT or not telling or not runs.isdisjoint(_runs(left)):
        return None
    if sum(word in text for word in telling) > TOLD * len(telling):
        return None
    message = Message(
        "quotation_cut.part",
        {
            "short": shorter.member.label,
            "long": longer.member.label,
            "actor": story.names.get(longer.actor, longer.actor),
            "left": _left_text(longer, start, size, left is before),
        },
    )
    effect = PART * min(1.0, 0.5 + len(left) / len(longer.words))
    return _finding(message, (longer, shorter), Weight(effect, PART_CONFIDENCE), ("whole", "part"))


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1))


def _left_text(longer: _Said, start: int, size: int, before: bool) -> str:
    """The words left out, as they stand."""
    text, ends = longer.quote.text, []
    place = 0
    for word in words_of(text):
        place = text.index(word, place)
        ends.append((place, place + len(word)))
        place += len(word)
    return text[: ends[start - 1][1]] if before else text[ends[start + size][0] :]


def _verb(story: Story, one: _Said, other: _Said) -> Finding | None:
    classes = (one.quote.cue_class, other.quote.cue_class)
    cues = (one.quote.cue, other.quote.cue)
    neutral = "neutral" in classes and any(found in COLOURED for found in classes)
    if not neutral or cues[0] is None or cues[1] is None or not (_introduces(one) and _introduces(other)):
        return None
    message = Message(
        "quotation_cut.verb",
        {
            "a": one.member.label,
            "b": other.member.label,
            "actor": story.names.get(one.actor, one.actor),
            "a_verb": cues[0].text,
            "b_verb": cues[1].text,
        },
    )
    confidence = min(one.quote.confidence, other.quote.confidence)
    return _finding(message, (one, other), Weight(VERB, confidence), (cues[0].text, cues[1].text))


def _introduces(said: _Said) -> bool:
    """Whether the word of saying stands in the sentence of the quotation, near it, and no other one between the two."""
    quote, cue, text = said.quote, said.quote.cue, said.member.analysis.article.text
    if cue is None:
        return False
    first, last = min(quote.end, cue.end), max(quote.start, cue.start)
    between = text[first:last].lstrip(CLOSING)
    if quote.end <= cue.start and not _relatives(said.language).isdisjoint(
        fold(word) for word in words_of(between)[:1]
    ):
        return False
    others = (one.cue for one in said.member.analysis.quotes if one.cue is not None)
    nearer = any(first <= one.start and one.end <= last for one in others if one != cue)
    return not nearer and not SENTENCE_END.search(between) and len(words_of(between)) <= NEAR


@cache
def _relatives(code: str) -> frozenset[str]:
    """Words that open a clause about what was quoted: *“…”, which he claimed was why*; *as* introduces it."""
    roles = {fold(row[0]): set(row[1].split()) for row in rows(code, "clause_words")}
    return frozenset(word for word, has in roles.items() if "rel" in has and has.isdisjoint({"as", "det"}))


def _across(story: Story, said: Sequence[Sequence[_Said]]) -> Iterator[Finding]:
    """Quotations that make one claim in two languages, introduced otherwise."""
    known = {(one.member.id, one.quote.id): one for found in said for one in found}
    for claim in story.comparison.claims:
        for one, other in combinations(_quoted(claim, known), 2):
            if one.language != other.language and one.actor == other.actor and one.member.id != other.member.id:
                verb = _verb(story, one, other)
                if verb is not None:
                    yield verb


def _quoted(claim: Claim, known: dict[tuple[str, str], _Said]) -> list[_Said]:
    """The quotations that surely make a claim."""
    return [
        known[one.article, one.quote]
        for one in claim.present
        if one.quote is not None
        and (one.article, one.quote) in known
        and one.relation == "same"
        and one.confidence >= SAME
    ]


def _finding(message: Message, both: tuple[_Said, _Said], weight: Weight, values: tuple[str, str]) -> Finding:
    evidence = [one.member.span(one.quote.start, one.quote.end) for one in both]
    cues = [one.member.span(one.quote.cue.start, one.quote.cue.end) for one in both if one.quote.cue is not None]
    about = About(
        actors=(both[0].actor,),
        quotes=tuple(quote_id(one.member, one.quote.id) for one in both),
        values={one.member.id: value for one, value in zip(both, values, strict=True)},
    )
    shown = [*evidence, *cues] if message.key.endswith("verb") else evidence
    return finding(message, [one.member for one in both], shown, weight, about)
