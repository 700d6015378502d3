"""An article that quotes one person and nobody else, where the others quote several.

Rule: all that stands between marks in an article, but for fragments, is one person's, ``LEAST_QUOTES`` quotations or
more; every other article that is long enough to be asked, of which there must be one, quotes ``LEAST_OTHERS`` voices or
more so. Silent on articles of under ``LEAST_LONG`` sentences, on interviews, and where a quotation has no speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, labels, quote_id
from analysis.comparison.findings.elsewhere import is_full_name
from analysis.comparison.findings.genre import form_of
from analysis.comparison.members import Member
from analysis.comparison.voices import are_one
from analysis.matching import key as spelt
from analysis.types import Finding, Message, Param, Quote

LEAST_QUOTES, LEAST_OTHERS = 4, 3
LEAST_LONG = 8
FRAGMENT = 4
"""Words from which a quotation is a voice."""
EFFECT = 0.6
CONFIDENCE = 0.9
"""Set by hand: the one told on twenty real events held; too few to fit."""
SHOWN = 2
"""Voices named, and quotations shown, of each article."""

Voices = dict[str, list[Quote]]
"""What each voice says between marks: by actor, or by what the article calls it."""


def single_voice(story: Story) -> Dimension:
    """Articles that let one person speak alone."""
    heard = {member.id: _voices(member) for member in story.members}
    told = []
    for member in story.members:
        others = [one for one in story.members if one is not member and story.namings[one.id].long_enough]
        alone = _alone(member, heard[member.id])
        if alone is None or not others:
            continue
        beside = {one.id: _beside(story, alone, heard[one.id]) for one in others}
        if min(map(len, beside.values())) >= LEAST_OTHERS - 1 and any(_named(one, beside[one.id]) for one in others):
            told.append(_told(story, (member, alone), others, heard, beside))
    return Dimension(tuple(told))


def _voices(member: Member) -> Voices:
    """Who is quoted between marks in an article; the empty voice is somebody of whom nothing is known."""
    found: Voices = {}
    for quote in member.analysis.quotes:
        if quote.kind != "indirect" and len(quote.text.split()) >= FRAGMENT:
            speaker = quote.speaker
            name = "" if speaker is None else speaker.actor or spelt(speaker.name)
            found.setdefault(name, []).append(quote)
    return found


def _alone(member: Member, heard: Voices) -> str | None:
    """Who is the only one to be quoted in an article, if that is sure."""
    if len(heard) != 1 or len(member.analysis.sentences) < LEAST_LONG or form_of(member) == "interview":
        return None
    ((voice, quotes),) = heard.items()
    actor = member.actors.get(voice)
    known = actor is not None and actor.type == "person" and is_full_name(actor.name)
    return voice if known and len(quotes) >= LEAST_QUOTES else None


def _beside(story: Story, alone: str, heard: Voices) -> list[str]:
    """Who is quoted beside somebody, by another voice than theirs; those who are given most words first."""
    found = [voice for voice in heard if voice and not are_one(story.voices, voice, alone)]
    return sorted(found, key=lambda voice: (-sum(len(quote.text.split()) for quote in heard[voice]), voice))


def _named(member: Member, voices: Sequence[str]) -> list[str]:
    """The people among them that a reader knows by name."""
    people = [voice for voice in voices if voice in member.actors and member.actors[voice].type == "person"]
    return [voice for voice in people if is_full_name(member.actors[voice].name)][:SHOWN]


def _told(
    story: Story,
    one: tuple[Member, str],
    others: Sequence[Member],
    heard: dict[str, Voices],
    beside: dict[str, list[str]],
) -> Finding:
    member, alone = one
    named = {other.id: _named(other, beside[other.id]) for other in others}
    voices = tuple(dict.fromkeys(voice for other in others for voice in named[other.id]))
    having = [other for other in others if named[other.id]]
    params: dict[str, Param] = {
        "article": member.label,
        "actor": member.actors[alone].name,
        "others": labels(having),
        "actors": tuple(story.names[voice] for voice in voices),
    }
    quotes = [(member, quote) for quote in heard[member.id][alone][:SHOWN]]
    quotes += [(other, heard[other.id][voice][0]) for other in having for voice in named[other.id]]
    about = About(
        actors=(alone, *voices),
        quotes=tuple(quote_id(where, quote.id) for where, quote in quotes),
        values={member.id: 1} | {other.id: len(beside[other.id]) for other in others},
    )
    evidence = [where.span(quote.start, quote.end) for where, quote in quotes]
    message = Message(f"voice_balance.single{'' if len(having) == 1 else '_several'}", params)
    return finding(message, [member, *having], evidence, Weight(EFFECT, CONFIDENCE), about)
