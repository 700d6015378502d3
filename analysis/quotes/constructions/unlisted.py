"""A verb that no list knows, between closed marked words and a person's name: *“…,” grumbled neighbour Anna Berg.*

That the place is a verb's is known by what stands around it: the marked words are closed and open their sentence, one
word in small letters follows that does no other work, then a person's name with what describes it, then the clause
ends.
"""

from __future__ import annotations

from analysis import resources
from analysis.attribution.cues import CueHit
from analysis.attribution.phrases import is_listed
from analysis.attribution.reading import SENTENCE_ENDS, Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import OBJECTS
from analysis.attribution.subjects_after import subject_after
from analysis.columns import CueUse, WordRole
from analysis.quotes.constructions.construction import Found
from analysis.quotes.constructions.context import Context

OBJECT = 5
"""Most words of whom or what the verb is done to, behind the name: *fährt Anna Berg | die Reporter an*."""
PARTICLE = 2
LATE = 3
"""Most words behind the name of who spoke behind a dash."""
LONG_NOUN = 5
"""Letters of the shortest noun that is looked for at the end of a compound."""
LONGEST_TITLE = 4
"""Most words between the verb and the name."""
CIRCUMSTANCE = frozenset({WordRole.PREP, WordRole.TIME, WordRole.ADV})
CLITICS = OBJECTS | {WordRole.REFL}
"""Pronouns between quoted words and the verb behind them."""
STANDING_FREE = frozenset({WordRole.REFL, WordRole.ADV})
SIGNS = frozenset({",", ";", ":", "–", "—", "(", ")", "…"}) | SENTENCE_ENDS
OPENERS = SENTENCE_ENDS | {":"}


def unlisted_verb(context: Context) -> Found | None:
    """*…”, brummt Anna Berg.*"""
    reading, behind, m = context.reading, context.behind, context.marked
    if behind is None or behind.introducing or behind.inverted is not None:
        return None
    if not (behind.comma or m.tail in ",!?…") or not _opens_sentence(reading, m.outside.first, m.paragraph.first):
        return None
    return speaker_behind(reading, *behind.clause)


def name_first(context: Context) -> Found | None:
    """*…,” Anna Berg shared.*: a person's name behind the words, a verb in the past, and the end of the clause."""
    reading, behind, m = context.reading, context.behind, context.marked
    endings = reading.grammar.verbs.past_endings
    if behind is None or behind.inverted is not None or not endings or not (behind.comma or m.tail in ",!?…"):
        return None
    place, stop = behind.clause
    named = next((one for one in reading.persons_in(place, stop) if one.first == place), None)
    if named is None or named.last >= stop or not _may_be_verb(reading, named.last):
        return None
    verb = named.last
    if not reading.keys[verb].endswith(endings) or not _ends_clause(reading, verb + 1, stop):
        return None
    return Found(_hit_at(reading, verb), WordSpan(named.first, verb), place, verb + 1)


def _opens_sentence(reading: Reading, opening: int, first: int) -> bool:
    before = opening - 1
    return opening <= first or reading.keys[before] in OPENERS or reading.quoted[before] == 1


def speaker_behind(reading: Reading, place: int, stop: int, dashed: bool = False) -> Found | None:
    """A verb in first place of the clause and the person whose name follows it, or behind a dash a noun for one that
    closes the sentence."""
    verb = place
    if verb < stop and (reading.any_role(verb, CLITICS) or _is_letter(reading, verb)):
        verb += 1
    if verb + 1 >= stop or not _may_be_verb(reading, verb):
        return None
    begin = verb + 1
    while (
        begin < stop
        and reading.any_role(begin, STANDING_FREE)
        and not (reading.words[begin].capital or reading.has(begin, WordRole.DET))
    ):
        begin += 1
    if reading.has(begin, WordRole.NEUT) and reading.keys[begin + 1] in reading.grammar.clauses.origin_prepositions:
        begin += 2  # *…, lød det fra | Anna Berg*
    particle = reading.grammar.word_order.bare_inversion and reading.has(begin, WordRole.PREP)
    begin += particle and not reading.has(begin, WordRole.OF)
    speaker = subject_after(reading, begin, stop)
    if speaker is None or speaker.first != begin or reading.has(begin, WordRole.BE):
        return None
    named = [n for n in reading.persons_in(begin, speaker.last) if n.last <= speaker.last]
    if not named and _is_office(reading, verb, speaker) and _ends_clause(reading, speaker.last, stop):
        return Found(_hit_at(reading, verb), speaker, place, speaker.last)
    if dashed and not named and _closes_with_role(reading, speaker, stop):
        return Found(_hit_at(reading, verb), WordSpan(begin, begin + 1), place, begin + 1)
    if not named or named[0].first - begin > LONGEST_TITLE or not _ends_clause(reading, named[-1].last, stop):
        return None
    phrase = WordSpan(begin, named[-1].last)
    return Found(_hit_at(reading, verb), phrase, place, phrase.last)


def ends_speech(reading: Reading, place: int, stop: int) -> bool:
    """Whether nothing but a few words or what describes the speaker follows: *…, minnes Kari Vik, som var leder da.*"""
    described = place + 1 < stop and reading.keys[place] == "," and reading.has(place + 1, WordRole.REL)
    return described or stop - place <= LATE


def _is_letter(reading: Reading, place: int) -> bool:
    """A pronoun of one letter before its verb that looks like an article: *„…”, | o | întrerupe Ana Pop*."""
    return len(reading.keys[place]) == 1 and reading.has(place, WordRole.DET)


def _is_office(reading: Reading, verb: int, phrase: WordSpan) -> bool:
    """Whether a verb of judging is followed by somebody's office: *« … », salue le maire*."""
    hit = _hit_at(reading, verb)
    judges = hit is not None and CueUse.JUDGE in hit.cue.use
    return judges and (is_listed(reading, phrase) or any(is_role_noun(reading, i) for i in range(*phrase)))


def _closes_with_role(reading: Reading, phrase: WordSpan, stop: int) -> bool:
    """Whether a noun with its article in it, for what somebody is, is all that follows, with the particle of the verb
    perhaps: *…, humrer | treneren.*, *…, slår | treneren fast.*"""
    endings = reading.grammar.nouns.definite_endings
    words = [i for i in range(phrase.first, stop) if reading.words[i].is_word]
    key = reading.keys[phrase.first]
    alone = len(words) == 1 or (len(words) == PARTICLE and phrase.first + 1 == words[1])
    if not alone or not endings or not key.endswith(endings):
        return False
    stems = (key.removesuffix(end) for end in endings if key.endswith(end))
    return is_role_noun(reading, phrase.first) or any(_is_role(reading, stem) for stem in stems)


def _is_role(reading: Reading, stem: str) -> bool:
    nouns = resources.words(reading.lexicon.code, "callings")
    return any(stem.endswith(noun) for noun in nouns if len(noun) >= LONG_NOUN)


def _hit_at(reading: Reading, verb: int) -> CueHit | None:
    """The cue that the verb is, where a list has it for another use."""
    hit = reading.cue_at.get(verb)
    return hit if hit is not None and hit.head == verb and not hit.passive else None


def _may_be_verb(reading: Reading, place: int) -> bool:
    """A word in small letters that is no function word and no noun for somebody who speaks."""
    word = reading.words[place]
    plain = word.key.replace("'", "").replace("-", "")
    if not word.is_word or word.capital or not plain.isalpha() or word.roles - {WordRole.REFL}:
        return False
    return len(plain) > 2 and reading.lexicon.speakers.at(reading, place, place + 1) is None


def _ends_clause(reading: Reading, place: int, stop: int) -> bool:
    """The clause ends here, behind one small word (*schaltet sich X ein*), with when and where it was said, or with
    what else was done (*and left*)."""
    if place >= stop or reading.keys[place] in SIGNS or reading.any_role(place, CIRCUMSTANCE):
        return True
    if reading.has(place, WordRole.CONJ):
        return place + 1 < stop and not reading.words[place + 1].capital
    if reading.grammar.word_order.sentence_bracket and reading.has(place, WordRole.DET):
        return any(reading.keys[i] in SIGNS for i in range(place + 1, place + OBJECT)) or stop - place < OBJECT
    return not reading.words[place].capital and (place + 1 >= stop or reading.keys[place + 1] in SIGNS)
