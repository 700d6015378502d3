"""What the headlines make the story: whom one alone names, and whose words one alone puts into quotation marks."""

from __future__ import annotations

import re

from analysis.actors.folding import plain
from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.findings.elsewhere import is_full_name
from analysis.comparison.members import Member
from analysis.comparison.voices import offices
from analysis.matching import key as spelt
from analysis.resources import rows
from analysis.text import words_of
from analysis.types import ArticleSpan, Finding, Message, Param

QUOTED = re.compile(r"[“”„«»\"]([^“”„«»\"]{3,80})[“”«»\"]|(?<![^\W_])[‘'‚]([^‘’'‚]{3,80})[’'‘](?![^\W_])")
"""Words between quotation marks; single marks only where no letter stands outside them, as at an apostrophe."""
LEAST_MENTIONS = 3
"""Mentions from which an article whose headline names somebody is about them."""
OPENING = 2
"""Sentences that tell whom a headline means by *the governor* or *an aide*."""
NAMED, QUOTES = 0.5, 0.6
"""Effects: a name, and words that somebody else chose."""
CONFIDENCE = 0.9
"""Set by hand: the 3 told on ten real events held; a headline that cuts a name is what may go wrong."""


def headline_focus(story: Story) -> Dimension:
    """A person whom one headline alone names, or alone does not, and quoted words that one headline alone has.

    Only where every article has a headline. The person must be named in no form in any other headline, and must stand
    in every other article, so that it is the headlines that differ and not who is in the story; below its first
    sentences where the headline has a noun for an office or for what somebody is, which may stand for the name. Quoted
    words must stand in no other headline, and no headline in another language may quote at all: its words may be the
    same.
    """
    if not all(member.analysis.article.headline for member in story.members):
        return Dimension(())
    return Dimension((*_named(story), *_quoted(story)))


def _named(story: Story) -> list[Finding]:
    names, shown = story.namings, story.names
    people = {
        actor.id: actor
        for member in story.members
        for actor in member.analysis.actors
        if actor.type == "person" and len(actor.mentions) >= LEAST_MENTIONS and is_full_name(shown[actor.id])
    }
    alone: dict[tuple[str, str], list[str]] = {}
    for id_, actor in sorted(people.items()):
        places = {member: naming.first(actor) for member, naming in names.items()}
        titled = [member for member, place in places.items() if place is not None and place < 0]
        lacking = [member for member in places if member not in titled]
        if not all(_is_late(story.member(member), places[member]) for member in lacking):
            continue
        if len(titled) == 1:
            alone.setdefault(("named", titled[0]), []).append(id_)
        elif len(lacking) == 1:
            alone.setdefault(("unnamed", lacking[0]), []).append(id_)
    return [_told(story, key, story.member(one), [shown[id_] for id_ in ids], ids) for (key, one), ids in alone.items()]


def _is_late(member: Member, place: int | None) -> bool:
    """Whether an article names somebody, and not in its first sentences: there an office in the headline is theirs."""
    if place is not None and not _has_office(member):
        return True
    opening = member.analysis.sentences[: OPENING + 1][-1]
    return place is not None and place >= opening.start


def _has_office(member: Member) -> bool:
    """Whether a word of the headline may stand for somebody: an office, a title, what somebody is."""
    code = member.analysis.article.language.code
    nouns, endings = offices(code)
    more = {spelt(row[0]) for name in ("titles", "capacities") for row in rows(code, name)}
    words = [spelt(word) for word in words_of(member.analysis.article.headline or "")]
    return any(word in nouns or word in more or word.endswith(endings) for word in words)


def _told(story: Story, key: str, alone: Member, shown: list[str], ids: list[str]) -> Finding:
    params: dict[str, Param] = {"article": alone.label, "actors": tuple(shown)}
    mentions = [
        (member, member.actors[id_].mentions[0]) for id_ in ids for member in story.members if id_ in member.actors
    ]
    evidence = [member.span(one.start, one.end) for member, one in mentions]
    about = About(actors=tuple(ids), values=_headlines(story))
    return finding(Message(f"headline_focus.{key}", params), story.members, evidence, Weight(NAMED, CONFIDENCE), about)


def _quoted(story: Story) -> list[Finding]:
    found = {member.id: quoted_words(member.analysis.article.headline or "") for member in story.members}
    told = []
    for member in story.members:
        if not found[member.id] or any(_may_quote(member, found[member.id], other) for other in story.members):
            continue
        words = max(found[member.id], key=len)
        params: dict[str, Param] = {"article": member.label, "words": words}
        about = About(values=_headlines(story))
        message = Message("headline_focus.quoted", params)
        told.append(finding(message, [member], _said(member, words), Weight(QUOTES, CONFIDENCE), about))
    return told


def quoted_words(headline: str) -> list[str]:
    """What stands between quotation marks in a headline."""
    return [(match[1] or match[2]).strip(" ,.") for match in QUOTED.finditer(headline)]


def _may_quote(member: Member, words: list[str], other: Member) -> bool:
    """Whether another headline has some of the quoted words, or quotes in another language."""
    if other is member:
        return False
    headline = other.analysis.article.headline or ""
    if member.analysis.article.language.code != other.analysis.article.language.code:
        return bool(quoted_words(headline))
    return any(set(plain(one).split()) <= set(plain(headline).split()) for one in words)


def _said(member: Member, words: str) -> list[ArticleSpan]:
    """The quotation that the words are taken from, or the first sentence if none is found."""
    wanted = plain(words)
    sentences = member.analysis.sentences
    holding = next((one for one in sentences if wanted in plain(member.span(one.start, one.end).text)), sentences[0])
    return [member.span(holding.start, holding.end)]


def _headlines(story: Story) -> dict[str, Param]:
    return {member.id: member.analysis.article.headline or "" for member in story.members}
