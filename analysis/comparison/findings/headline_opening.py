"""Whom the headlines begin with: who acts in one article's headline acts in no other's.

Rule: a headline begins with a person, known by full name, if the surname is its first word, or only words that stand
before names do so first: titles, offices, what somebody is, where they are from, and their other names. Told where two
articles' headlines begin with different people. Silent on a headline where an office or what somebody is follows the
name (*Berg aide resigns*), where somebody else stands beside it (*Berg and Lund …*), and where the article gives the
full name so late that its bare surname may be another's; and on people of one voice or surname.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis.actors.folding import fold_word, plain
from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, labels
from analysis.comparison.findings.elsewhere import WORD, bare, is_full_name, surname
from analysis.comparison.findings.speaking import full_name
from analysis.comparison.members import Member
from analysis.comparison.voices import are_one
from analysis.resources import rows
from analysis.resources import words as function_words
from analysis.types import Actor, Finding, Message, Param

BEFORE = 5
"""Words of a title and of given names that may stand before a surname."""
LEAST_MENTIONS = 3
"""Mentions in all articles from which a headline that begins with somebody may make the story theirs."""
AT_ONCE = 3
"""Names by which somebody is called within whose number the full one stands, if the article has it."""
EFFECT = 0.55
CONFIDENCE = 0.85
"""Set by hand: all 3 told on twenty real events held when read against the articles; too few to fit."""
SIDES = ("a", "b", "c")
LISTS = ("titles", "roles", "capacities", "speaker_roles", "spokespeople", "demonyms", "group_modifiers")


def headline_opening(story: Story) -> Dimension:
    """People with whom the headlines begin, if these differ; at most three are told of."""
    groups: dict[str, list[Member]] = {}
    for member in story.members:
        actor = _opening(story, member)
        if actor is not None:
            same = next((one for one in groups if _is_one(story, one, actor.id)), actor.id)
            groups.setdefault(same, []).append(member)
    named = {one: group for one, group in groups.items() if _is_told(story, one)}
    if len(named) < 2:
        return Dimension(())
    return Dimension((_told(story, dict(list(named.items())[: len(SIDES)])),))


def _opening(story: Story, member: Member) -> Actor | None:
    """Whom the headline begins with, if that is sure."""
    code = member.analysis.article.language.code
    words = [match[0] for match in WORD.finditer(member.analysis.article.headline or "")]
    people = [actor for actor in member.analysis.actors if actor.type == "person"]
    for place, word in enumerate(words[: BEFORE + 1]):
        found = [actor for actor in people if _is_surname(word, actor)]
        if found:
            meant = max(found, key=lambda actor: (len(actor.mentions), actor.id))
            behind = words[place + 1 :]
            office = bool(behind) and plain(behind[0]) in _before(code)
            return None if office or _stands_beside(behind, code, people) or not _is_sure(meant) else meant
        if plain(word) not in _before(code) and not any(plain(word) in plain(one.name).split() for one in people):
            return None
    return None


def _is_sure(actor: Actor) -> bool:
    """Whether a bare surname at the top is this person's: an article gives the full name of whom it means at once."""
    names = [one.text for one in actor.mentions if one.kind == "name"]
    full = [place for place, name in enumerate(names) if is_full_name(name)]
    return not full or full[0] < AT_ONCE


def _stands_beside(behind: Sequence[str], code: str, people: Sequence[Actor]) -> bool:
    """Whether somebody else is named at once, or behind a small word: *Berg and Lund*."""
    joined = behind[1:] if behind and plain(behind[0]) in function_words(code, "function_words") else behind
    return any(plain(joined[0]) in plain(actor.name).split() for actor in people) if joined else False


def _is_surname(word: str, actor: Actor) -> bool:
    name = bare(word)
    return name[0].isupper() and not {fold_word(name), plain(name)}.isdisjoint(surname(actor.name))


@cache
def _before(code: str) -> frozenset[str]:
    """Words that stand before names, and are no part of them."""
    return frozenset(plain(row[0]) for name in LISTS for row in rows(code, name) if " " not in row[0])


def _is_one(story: Story, one: str, other: str) -> bool:
    names = story.names
    return are_one(story.voices, one, other) or not set(surname(names[one])).isdisjoint(surname(names[other]))


def _is_told(story: Story, actor: str) -> bool:
    """Whether readers know the person by name, and the articles name them so often that the story may be theirs."""
    having = [member.actors[actor] for member in story.members if actor in member.actors]
    return full_name(story, actor) is not None and sum(len(one.mentions) for one in having) >= LEAST_MENTIONS


def _told(story: Story, groups: dict[str, list[Member]]) -> Finding:
    params: dict[str, Param] = {}
    for side, (actor, group) in zip(SIDES, groups.items(), strict=False):
        params[side] = labels(group)
        params[f"{side}_actor"] = full_name(story, actor) or ""
    told = [(member, actor) for actor, group in groups.items() for member in group]
    about = About(
        actors=tuple(groups), values={member.id: member.analysis.article.headline or "" for member, _ in told}
    )
    key = "headline_focus.opening" if len(groups) < len(SIDES) else "headline_focus.opening_apart"
    mentions = [(member, member.actors[actor].mentions[0]) for member, actor in told]
    evidence = [member.span(one.start, one.end) for member, one in mentions]
    return finding(Message(key, params), [one for one, _ in told], evidence, Weight(EFFECT, CONFIDENCE), about)
