"""Statements by whom they hold for: *Pour le maire, la loi est une erreur*."""

from __future__ import annotations

from analysis.attribution.phrases import is_listed
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import PERSONAL
from analysis.attribution.subjects_after import subject_after
from analysis.columns import WordRole
from analysis.quotes.constructions.construction import Found
from analysis.quotes.stance import listed_stance

REACH = 12
"""Most words of a clause among which its verb is looked for."""
CLAUSAL = frozenset({WordRole.REL, WordRole.SUB, WordRole.THAT})


def view_of(reading: Reading, words: WordSpan) -> Found | None:
    """What somebody holds, where the sentence opens with *for X* and goes on with what is or must be.

    Only persons and those who speak by their office hold something; for teams and towns it only is so.
    """
    first, stop = words
    if stop - first < REACH // 2 or reading.keys[first] not in reading.grammar.clauses.view_prepositions:
        return None
    speaker = subject_after(reading, first + 1, stop)
    if speaker is None or speaker.first != first + 1 or reading.quoted[first]:
        return None
    single = _holds_views(reading, speaker)
    if not single and not _takes_sides(reading, speaker):
        return None
    begin = speaker.last
    if not reading.grammar.word_order.verb_second:
        if begin >= stop or reading.keys[begin] != ",":
            return None
        begin += 1
    place = _verb_of(reading, begin, stop)
    stated = place is not None and not (place > begin and reading.grammar.word_order.verb_second)
    judged = (
        reading.has(begin, WordRole.DET) or reading.grammar.word_order.verb_second or not _is_pronoun(reading, begin)
    )
    judged = judged and listed_stance(reading, WordSpan(begin, stop), None) != "neutral"
    if not (judged or (single and stated)):
        return None
    return Found(None, speaker, first, speaker.last, (WordSpan(begin, stop),))


def _verb_of(reading: Reading, begin: int, stop: int) -> int | None:
    """The verb of a clause whose subject is a noun phrase: *c'est* and *es ist* tell what happened as well."""
    for place in range(begin, min(stop, begin + REACH)):
        if reading.any_role(place, CLAUSAL - {WordRole.REL} if reading.has(place, WordRole.DET) else CLAUSAL):
            return None
        if reading.keys[place] in reading.grammar.verbs.stating:
            after = place + 1 if place == begin else begin
            return place if after < stop and not _is_pronoun(reading, after) else None
    return None


def _is_pronoun(reading: Reading, place: int) -> bool:
    """A pronoun, an elided one too: *il*, *es*, *c'*."""
    neuter = reading.any_role(place, PERSONAL | {WordRole.NEUT, WordRole.FIRST})
    elided = reading.keys[place].endswith("'")
    return (neuter or elided) and not reading.has(place, WordRole.DET)


def _takes_sides(reading: Reading, speaker: WordSpan) -> bool:
    """A party, a union, a camp: what is only so for them is told as well, so that their judgement must show."""
    kinds = {n.actor.type for n in reading.named_in(*speaker) if n.last == speaker.last}
    return bool(kinds & {"organization", "group"}) or is_listed(reading, speaker)


def _holds_views(reading: Reading, speaker: WordSpan) -> bool:
    """A person by name, or somebody by a single office: *le maire*, not *les habitants* or *the town*."""
    if any(n.last == speaker.last for n in reading.persons_in(*speaker)):
        return True
    lists = reading.lexicon
    if any(table.first(reading, *speaker) is not None for table in (lists.speakers, lists.bodies)):
        return True
    return any(is_role_noun(reading, place) for place in range(*speaker))
