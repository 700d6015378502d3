"""Whom another word for somebody means who has just spoken: *said X … the expert added*."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.role_nouns import gender_of_role
from analysis.columns import WordRole
from analysis.quotes.beside import callings_of
from analysis.quotes.body_nouns import article_gender
from analysis.quotes.callings import Calling, broader, calling, countries_in, noun_at
from analysis.quotes.describing import is_several
from analysis.types import Actor, Speaker

LONGEST = 5
"""Most words of such a description."""
SENTENCES = 3
"""Most sentences between the last statement and the description."""
MENTIONS = 20
"""Mentions of somebody beside which nouns are looked for."""
OTHERS = frozenset({"spokesperson", "prosecutor", "lawyer", "police_officer", "representative", "judge", "doctor"})
"""Kinds of those who speak beside whom an article is about, and mostly without a name."""
LEARNED = frozenset({"expert"})
"""The kind of who knows something, whatever else they are: the head of an institute, a doctor."""
NO_PART = frozenset({WordRole.OF, WordRole.GEN, WordRole.PREP, WordRole.POSS, WordRole.CONJ, WordRole.REL})
"""Roles of words that tell whose or which one somebody is."""


def who_goes_on(reading: Reading, phrase: WordSpan, last: Speaker | None, place: int) -> Speaker | None:
    """Whoever spoke last, if the words may be for them and nobody else has been named since; else None.

    ``place`` is where the last speaker stands, negative for nowhere.
    """
    actor = reading.actors.get(last.actor or "") if last is not None else None
    if actor is None or actor.type != "person" or not 0 <= place < phrase.first:
        return None
    if reading.sentence_of(phrase.first) - reading.sentence_of(place) > SENTENCES:
        return None
    noun = _noun(reading, phrase)
    if noun is None or is_another(reading, phrase, noun, actor):
        return None
    between = (one for one in reading.persons_in(place, phrase.first) if not reading.quoted[one.first])
    if any(one.actor.id != actor.id for one in between):
        return None
    return Speaker(actor.id, actor.name, None, None)


def _noun(reading: Reading, phrase: WordSpan) -> Calling | None:
    """What a phrase for one known to the reader calls somebody; None for every other phrase."""
    determiners, first = reading.grammar.determiners, phrase.first
    article = reading.has(first, WordRole.DET)
    new = reading.keys[first] in (*determiners.indefinite, *determiners.introducing)
    if phrase.size > LONGEST or new or (determiners.obligatory and not article) or is_several(reading, phrase):
        return None
    within = range(first + 1 if article else first, phrase.last)
    if any(reading.any_role(i, NO_PART) or not reading.words[i].is_word for i in within):
        return None
    if not reading.grammar.nouns.capitalised and any(_is_name(reading, i) for i in within if i > first):
        return None
    plural = reading.grammar.nouns.capitalised and article_gender(reading, phrase) == "feminine"
    if plural and gender_of_role(reading, phrase) != "feminine":
        return None  # *die Forscher*, but *die Forscherin*
    endings = reading.grammar.nouns.definite_endings
    if not article and endings and not reading.keys[phrase.last - 1].endswith(endings):
        return None
    return calling(reading, *phrase)


def is_another(reading: Reading, phrase: WordSpan, noun: Calling, actor: Actor) -> bool:
    """Whether the noun of a phrase is for somebody of another sex, for one who mostly has no name, or for another role
    than that which the article tells."""
    gender = noun.gender or gender_of_role(reading, phrase)
    if noun.status or noun.kinds & OTHERS or (gender == "feminine" and actor.gender == "masculine"):
        return True
    if gender and noun.gender and actor.gender not in (None, gender):
        return True
    mentions = [one for one in reading.named_before(phrase.first, MENTIONS * 3) if one.actor.id == actor.id]
    own = frozenset[str]().union(*(one.kinds for each in mentions[:MENTIONS] for one in callings_of(reading, each)))
    if not own or not noun.kinds or (noun.kinds == LEARNED and not _is_politician(own)):
        return False
    wider = frozenset[str]().union(*map(broader, own))
    return not any(broader(kind) & wider for kind in noun.kinds)


def _is_politician(kinds: frozenset[str]) -> bool:
    return any("politician" in broader(kind) and "president_of_club" not in broader(kind) for kind in kinds)


def _is_name(reading: Reading, place: int) -> bool:
    """Whether a capital shows a name, and not of a country or a party: *the event organiser | Alliance*."""
    known = noun_at(reading, place, place + 1) is not None or any(countries_in(reading, place, place + 1))
    return reading.words[place].capital and not known


def turns_to(reading: Reading, persons: Sequence[Named], last: Speaker | None) -> bool:
    """Whether a paragraph begins with a name, and its sentence does not name whoever spoke last."""
    first = persons[0].first
    begins = reading.document.paragraph_at(reading.words[first].start).start == reading.words[first].start
    return begins and last is not None and last.actor not in {one.actor.id for one in persons}
