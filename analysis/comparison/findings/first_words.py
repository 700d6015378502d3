"""Who is the first to be quoted by name in each article, whatever side they take.

Rule: articles whose first quotation is of different people or bodies. The first quotation of an article is sure if all
before it are fragments (under ``SAID`` words) and its own words of saying stand beside a name; else the article is left
out, and so is one that quotes nobody in its first half. Silent where fewer than two are left, where they quote one
voice first (a person, who speaks for them, their body, or a namesake, who may be the same person), and on bodies where
the articles differ in language, for the same body may have another name there. Silent too where nothing hangs on who
comes first: told are only voices of which one accuses and the other answers or praises (``TAKEN``), or of which one is
quoted in the other's article in its last third and not before. Of six told without this, readers held five for trivial.
"""

from __future__ import annotations

from analysis.comparison.findings.dimension import About, Story, Weight, finding, labels, quote_id
from analysis.comparison.findings.elsewhere import is_full_name, surname
from analysis.comparison.members import Member
from analysis.comparison.voices import are_one
from analysis.types import Actor, Finding, Message, Param, Quote

SAID = 3
"""Words from which a quotation is more than a fragment."""
SURE = 0.85
"""Confidence of a quotation from which its speaker is."""
HALF = 0.5
"""Share of the text within which somebody is quoted first."""
TAKEN = 0.5
"""Probability of its stance from which the side of a first quotation is."""
LAST = 2 / 3
"""Share of the text behind which somebody has the last word and not the first."""
EFFECT = 0.45
"""Set by hand, so that it comes after figures and reactions."""
CONFIDENCE = 0.9
"""Set by hand: of 6 told on twenty real events, read against the articles, 6 held; too few to fit."""
SIDES = ("a", "b", "c")

Opening = tuple[Member, Quote, Actor]


def first_words(story: Story) -> tuple[Finding, ...]:
    """Whom each article quotes first, if these are not one voice; at most three voices are told of."""
    languages = {member.analysis.article.language.code for member in story.members}
    groups: list[list[Opening]] = []
    for member in story.members:
        opening = _opening(member)
        if opening is None or not _is_known(opening[2], len(languages) == 1):
            continue
        same = next((group for group in groups if _is_one(story, group[0][2], opening[2])), None)
        if same is None:
            groups.append([opening])
        else:
            same.append(opening)
    telling = [one for one in groups if any(_tells(one, other) for other in groups if other is not one)]
    return (_told(story, telling[: len(SIDES)]),) if telling else ()


def _tells(one: list[Opening], other: list[Opening]) -> bool:
    """Whether it matters which of two voices comes first: they take sides against each other, or one comes last."""
    pairs = [(mine, theirs) for mine in one for theirs in other]
    return any(
        _opposed(mine[1], theirs[1]) or _is_last(mine[0], theirs[2]) or _is_last(theirs[0], mine[2])
        for mine, theirs in pairs
    )


def _opposed(one: Quote, other: Quote) -> bool:
    stances = (one.stance, other.stance)
    taken = all(stance.label != "neutral" and stance.confidence >= TAKEN for stance in stances)
    return taken and (stances[0].label == "criticism") != (stances[1].label == "criticism")


def _is_last(member: Member, actor: Actor) -> bool:
    """Whether somebody is first quoted in the article's last third."""
    said = [one.start for one in member.analysis.quotes if one.speaker and one.speaker.actor == actor.id]
    return bool(said) and min(said) >= LAST * len(member.analysis.article.text)


def _opening(member: Member) -> Opening | None:
    """The article's first quotation and who speaks there; ``None`` if either is not sure."""
    analysis = member.analysis
    for quote in sorted(member.analysis.quotes, key=lambda one: (one.start, -one.end)):
        fragment = len(quote.text.split()) < SAID
        if quote.kind != "direct" or fragment or analysis.sentences[quote.sentence].role == "headline":
            continue
        actor = _named(member, quote)
        late = quote.start > HALF * len(analysis.article.text)
        return None if actor is None or late or quote.confidence < SURE else (member, quote, actor)
    return None


def _named(member: Member, quote: Quote) -> Actor | None:
    """Who speaks, if the attribution has the name."""
    speaker = quote.speaker
    if speaker is None or speaker.actor is None or speaker.start is None:
        return None
    start, end = speaker.start, speaker.end or speaker.start
    actor = member.actors[speaker.actor]
    inside = any(one.kind == "name" and one.start < end and start < one.end for one in actor.mentions)
    return actor if inside else None


def _is_known(actor: Actor, one_language: bool) -> bool:
    """Whether readers know by the name who it is, and it is the same name in every article."""
    return is_full_name(actor.name) if actor.type == "person" else actor.type == "organization" and one_language


def _is_one(story: Story, one: Actor, other: Actor) -> bool:
    namesakes = one.type == other.type == "person" and not set(surname(one.name)).isdisjoint(surname(other.name))
    return namesakes or are_one(story.voices, one.id, other.id)


def _told(story: Story, groups: list[list[Opening]]) -> Finding:
    params: dict[str, Param] = {}
    for side, group in zip(SIDES, groups, strict=False):
        params[side] = labels([member for member, _, _ in group])
        params[f"{side}_actor"] = story.names.get(group[0][2].id, group[0][2].name)
    told = [one for group in groups for one in group]
    about = About(
        actors=tuple(dict.fromkeys(group[0][2].id for group in groups)),
        quotes=tuple(quote_id(member, quote.id) for member, quote, _ in told),
        values={member.id: actor.id for member, _, actor in told},
    )
    key = "first_voice.quoted" if len(groups) < len(SIDES) else "first_voice.quoted_apart"
    evidence = [member.span(quote.start, quote.end) for member, quote, _ in told]
    return finding(Message(key, params), [one[0] for one in told], evidence, Weight(EFFECT, CONFIDENCE), about)
