"""Who speaks in one article alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, quote_id
from analysis.comparison.findings.elsewhere import Naming, is_full_name, surname
from analysis.comparison.members import Member
from analysis.types import Actor, Finding, Message, Param, Quote, StanceLabel

MAX_NAMED = 4
"""Speakers named of one article; of more, those who are given most words."""
LEAST_SURE = 0.5
"""Least confidence of a quotation whose speaker is told to stand in one article alone."""
ALIKE = 0.8
"""Least confidence of each stance from which several speakers are told to be of one mind."""
SAID, LONGEST = 8, 24
"""Fewest words of a quotation that is shown, and most that are."""
LONELY, ROOM, COMPANY = 0.35, 0.2, 0.03
"""Effect: for being in one article alone, for the share of its quoted words, for each speaker up to ``MAX_NAMED``."""
CONFIDENCE = 0.9
"""Set by hand: of 17 told on ten real events, read against the articles, 16 held and one did in part."""
MINDS: Mapping[StanceLabel, str] = {"criticism": "critical", "support": "supporting", "dismissal": "dismissive"}


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Somebody who speaks in an article, with the quotations that are surely theirs."""

    actor: Actor
    quotes: tuple[Quote, ...]

    @property
    def words(self) -> int:
        return sum(len(quote.text.split()) for quote in self.quotes)


def only_here(story: Story) -> Dimension:
    """People, and bodies where all articles have one language, who speak in one article and are named in no other.

    *In no form*: neither by surname, nor a body by its initials or by most words of its name (``elsewhere``). Media and
    names of one word are passed over, and all is silent if no other article is long enough to have had room for them.
    """
    names = story.namings
    told = [found for member in story.members if (found := _told(story, member, names)) is not None]
    return Dimension(tuple(told))


def _told(story: Story, member: Member, names: Mapping[str, Naming]) -> Finding | None:
    others = [naming for id_, naming in names.items() if id_ != member.id]
    if not any(naming.long_enough for naming in others):
        return None
    one_language = len({naming.code for naming in names.values()}) == 1
    speakers = [one for one in _speakers(member) if _is_told(one, one_language)]
    speakers.sort(key=lambda one: (-one.words, one.actor.id))
    alone = _apart(one for one in speakers if all(naming.first(one.actor) is None for naming in others))
    if not alone:
        return None
    message = _message(member, alone)
    shown = alone[:MAX_NAMED]
    evidence = [member.span(one.quotes[0].start, one.quotes[0].end) for one in shown]
    share = sum(one.words for one in alone) / max(1, sum(one.words for one in _speakers(member)))
    effect = LONELY + ROOM * share + COMPANY * (min(len(alone), MAX_NAMED) - 1)
    about = About(
        actors=tuple(one.actor.id for one in shown),
        quotes=tuple(quote_id(member, quote.id) for one in shown for quote in one.quotes),
    )
    return finding(message, [member], evidence, Weight(effect, CONFIDENCE), about)


def _is_told(speaker: _Speaker, one_language: bool) -> bool:
    """A person known by name; a body with a name of several words, of which the very words are given."""
    actor = speaker.actor
    if actor.type == "person":
        return is_full_name(actor.name)
    in_words = any(quote.kind != "indirect" for quote in speaker.quotes)
    return actor.type == "organization" and one_language and in_words and len(actor.name.split()) > 1


def _apart(speakers: Iterable[_Speaker]) -> list[_Speaker]:
    """The speakers without those that may be one already told, by their surnames."""
    told: dict[str, _Speaker] = {}
    for one in speakers:
        told.setdefault("".join(surname(one.actor.name)), one)
    return list(told.values())


def _speakers(member: Member) -> list[_Speaker]:
    """Who speaks in an article, by the article's own account of them; media that it cites are left out."""
    media = {source.actor for source in member.analysis.sources if source.type in ("outlet", "social")}
    said: dict[str, list[Quote]] = {}
    for quote in member.analysis.quotes:
        if quote.speaker and quote.speaker.actor and quote.confidence >= LEAST_SURE:
            said.setdefault(quote.speaker.actor, []).append(quote)
    return [
        _Speaker(actor, tuple(said[actor.id]))
        for actor in member.analysis.actors
        if actor.id in said and actor.id not in media
    ]


def _message(member: Member, alone: Sequence[_Speaker]) -> Message:
    params: dict[str, Param] = {"article": member.label}
    if len(alone) > 1:
        params["actors"] = tuple(one.actor.name for one in alone)
        mind = _one_mind(alone)
        if mind is None:
            return Message("only_here.speakers", params)
        return Message("only_here.of_one_mind", params | {"count": len(alone), "stance": mind})
    params["actor"] = alone[0].actor.name
    direct = [quote for quote in alone[0].quotes if quote.kind == "direct" and len(quote.text.split()) >= SAID]
    if not direct:
        return Message("only_here.speaker", params)
    return Message("only_here.quoted", params | {"words": cut(max(direct, key=lambda quote: quote.stance.confidence))})


def _one_mind(alone: Sequence[_Speaker]) -> str | None:
    """What all these speakers' statements with a stance have in common, if each of them surely has it.

    All must be on one target: the sponsor of a bill, who censures what the bill is to end, is no critic of the bill.
    """
    stances: set[StanceLabel] = set()
    targets: set[str | None] = set()
    for one in alone:
        taken = [quote.stance for quote in one.quotes if quote.stance.label != "neutral"]
        if not taken or min(stance.confidence for stance in taken) < ALIKE:
            return None
        stances |= {stance.label for stance in taken}
        targets |= {stance.target for stance in taken}
    agreed = len(stances) == 1 and len(targets) == 1 and None not in targets
    return MINDS.get(stances.pop()) if agreed else None


def cut(quote: Quote) -> str:
    """The first words of a quotation, ``LONGEST`` at most."""
    words = quote.text.rstrip(" ,;").split()
    return " ".join(words) if len(words) <= LONGEST else f"{' '.join(words[:LONGEST])} …"
