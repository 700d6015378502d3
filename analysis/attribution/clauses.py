"""Where a speaker stands: the noun phrase before a cue, after it, or after *according to*."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.attribution.lexicon import match_at, phrase_in
from analysis.attribution.reading import SENTENCE_ENDS, CueHit, Named, Reading

PRONOUNS = frozenset({"masc", "fem", "plur", "neut", "first"})
OBJECTS = frozenset({"objmasc", "objfem", "objplur"})
OPENERS = frozenset({"prep", "adv", "time", "sub", "neg"})
VERB_SECOND = frozenset({"sv", "nb", "nn", "da", "de"})
"""Languages whose finite verb stands second, so that anything else in first place puts the subject after the verb."""
GENITIVE_S = frozenset({"sv", "nb", "nn", "da", "de"})
SKIPPED = frozenset({"adv", "neg", "refl", "time"})
VERBAL = frozenset({"have", "be", "modal"})
QUOTE_MARKS = frozenset("\"“”„«»‘‹›")
STOPS = frozenset({",", ";", ":", "(", ")", "–", "—", "!", "?", "…", ".", "[", "]", "-"}) | QUOTE_MARKS
LONGEST_CLAUSE = 60
"""Words before a verb in which its subject is looked for."""
MAX_PHRASE = 24
"""Longest noun phrase that is taken for a speaker, in words."""
PARTICLES = frozenset("von van de der den del della di da dos ben bin al el af la le zu y".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int

    @property
    def size(self) -> int:
        return self.last - self.first


def is_pronoun(reading: Reading, place: int) -> bool:
    """A personal pronoun standing by itself (not the article that it looks like)."""
    word = reading.words[place]
    if word.roles & OBJECTS and "det" not in word.roles:
        return True
    if not word.roles & PRONOUNS:
        return False
    if "det" not in word.roles and "rel" not in word.roles:
        return True
    following = place + 1
    if following >= len(reading.words):
        return True
    after = reading.words[following]
    return not after.is_word or bool(after.roles & (VERBAL | SKIPPED | {"prep", "that", "sub", "conj"})) or (
        following in reading.cue_at and not after.capital
    )


def subject_after(reading: Reading, place: int, stop: int) -> Phrase | None:
    """The subject that follows a verb: *said the minister on Monday*."""
    words = reading.words
    while place < stop and (reading.any_role(place, SKIPPED) and not is_pronoun(reading, place) and not words[place].capital
                            or reading.has(place, "refl") and not reading.has(place, "det")):
        place += 1
    if place < stop and is_pronoun(reading, place):
        return Phrase(place, place + 1)
    if place < stop and reading.has(place, "prep") and not reading.has(place, "det"):
        place = _past_prepositional(reading, place, stop)
        if reading.has(place, "prep") and not reading.has(place, "det"):
            return None
    first = place
    named = False
    while place < stop and place - first < MAX_PHRASE:
        word = words[place]
        if not word.is_word:
            if word.key in QUOTE_MARKS and _short_quote(reading, place, stop):
                place += 1
                continue
            if word.key == "." and place > first and (words[place - 1].end - words[place - 1].start) <= 4 and words[place - 1].capital and place + 1 < stop:
                place += 1
                continue
            if word.key == "/" or word.key == "&" or word.key == "-" and place + 1 < stop and words[place + 1].capital:
                place += 1
                continue
            break
        described = match_at(reading.lexicon.anonymous, reading.keys, place, stop)
        if described is not None and len(described.words) > 1:
            place += len(described.words)
            continue
        if place > first and not _continues(reading, place, first, named, stop):
            break
        if place == first and (word.roles & (VERBAL | {"that", "conj"}) and not word.capital):
            return None
        named = named or word.capital and "time" not in word.roles
        place += 1
    while place > first and (reading.any_role(place - 1, frozenset({"prep", "det", "conj"})) and not words[place - 1].capital):
        place -= 1
    return with_apposed_name(reading, Phrase(first, place), len(words)) if place > first else None


def _short_quote(reading: Reading, place: int, stop: int) -> bool:
    """A name in quotation marks inside a noun phrase: *die Zeitung „Kurier“*."""
    return any(not reading.words[i].is_word and reading.keys[i] in QUOTE_MARKS for i in range(place + 1, min(stop, place + 6))) or any(
        reading.keys[i] in QUOTE_MARKS for i in range(max(0, place - 5), place))


def _past_prepositional(reading: Reading, place: int, stop: int) -> int:
    """Past *to the paper* or *on Monday* where it stands between the verb and its subject."""
    words = reading.words
    at = place + 1
    while at < stop and words[at].is_word and (words[at].roles & {"det", "time", "adv"}):
        at += 1
    if at < stop and words[at].is_word:
        at += 1
        while at < stop and words[at].capital and words[at - 1].capital and reading.lexicon.code != "de":
            at += 1
    return at if at < stop and words[at].is_word and not words[at].roles & {"prep", "conj", "that", "sub"} else place


def _continues(reading: Reading, place: int, first: int, named: bool, stop: int) -> bool:
    """Whether the word belongs to the noun phrase that began at ``first``."""
    words = reading.words
    word, before = words[place], words[place - 1]
    following = words[place + 1] if place + 1 < stop else None
    if word.key in ("'s",):
        return True
    if "of" in word.roles and not word.capital and not ("rel" in word.roles and before.key == ","):
        return following is not None and following.is_word and not following.roles & {"that", "sub"}
    if word.roles & {"that", "sub", "rel"} and not word.capital and not (word.roles & {"of", "det"} and named is False):
        return False
    if "conj" in word.roles and not word.capital:
        return following is not None and (following.capital or "det" in following.roles) and place + 1 not in reading.cue_at
    if word.roles & {"time"} and "of" not in word.roles or word.roles & {"adv", "neg"} and not word.capital and "det" not in word.roles:
        return False
    if word.roles & VERBAL and not word.capital and "of" not in word.roles:
        return False
    if "of" in word.roles and not word.capital:
        return following is not None and following.is_word
    if word.roles & {"gen", "prep"} and not word.capital:
        return "gen" in word.roles and following is not None and following.capital and not following.roles & {"time"} and not named
    if word.capital or word.key in PARTICLES:
        return True
    if before.capital and named and "det" not in before.roles:
        return _leads_to_name(reading, place, stop)
    return not (place in reading.cue_at and reading.cue_at[place].head == place and named)


def _leads_to_name(reading: Reading, place: int, stop: int) -> bool:
    """A common noun after a name that goes on to another: *Trump spokesman Jason Miller*, *USAs utsending X*."""
    words = reading.words
    before = reading.keys[place - 1]
    genitive = before == "'s" or reading.lexicon.code in GENITIVE_S and before.endswith("s")
    for i in range(place, min(stop, place + 4)):
        if not words[i].is_word or words[i].roles - {"det"} or i in reading.cue_at:
            return genitive and i > place
        if words[i].capital:
            return reading.lexicon.code != "de" or genitive
    return genitive


def subject_before(reading: Reading, hit: CueHit, floor: int) -> Phrase | None:
    """The subject that precedes a verb: *the minister, who resigned in May, later said*."""
    words = reading.words
    end = hit.first if hit.finite is None else hit.finite
    while end > floor and (reading.any_role(end - 1, SKIPPED | VERBAL) and not is_subject_pronoun(reading, end - 1)) and not words[end - 1].capital:
        end -= 1
    if end <= floor:
        return None
    if is_subject_pronoun(reading, end - 1):
        return Phrase(end - 1, end)
    if words[end - 1].key == "," or words[end - 1].key == ")" or words[end - 1].key in ("–", "—"):
        return _over_apposition(reading, end, floor)
    return _phrase_ending(reading, end, floor)


def is_subject_pronoun(reading: Reading, place: int) -> bool:
    """A pronoun or relative that can be the subject right before a verb."""
    roles = reading.words[place].roles
    if not roles & (PRONOUNS | {"rel"}) or reading.words[place].capital and reading.has(place, "rel") and "det" in roles:
        return False
    if reading.any_role(place, OBJECTS) and not roles & (PRONOUNS | {"rel"}):
        return False
    if "det" in roles and not roles & {"masc", "fem", "plur", "rel", "first"}:
        return False
    return True


def _over_apposition(reading: Reading, end: int, floor: int) -> Phrase | None:
    """The noun phrase that an apposition or a relative clause sets apart from its verb by commas."""
    low = max(floor, end - LONGEST_CLAUSE)
    pieces: list[tuple[int, int]] = []
    begin = low
    for i in range(low, end):
        if not reading.words[i].is_word and reading.keys[i] in (",", "(", ")", "–", "—", ";", ":"):
            if i > begin:
                pieces.append((begin, i))
            begin = i + 1
    for first, last in pieces:
        if reading.any_role(first, frozenset({"prep", "sub", "rel", "adv"})) and not reading.has(first, "det") and not _holds_name_at_end(reading, first, last):
            continue
        if reading.words[first].key.endswith("ing") and reading.lexicon.code == "en":
            continue
        phrase = _phrase_ending(reading, last, first)
        if phrase:
            return with_apposed_name(reading, phrase, end)
    return None


def with_apposed_name(reading: Reading, phrase: Phrase, stop: int) -> Phrase:
    """Takes in the name behind a description: *the leader of the union, Eva Brandt,*."""
    comma = phrase.last
    if comma + 1 >= stop or reading.keys[comma] != "," or _has_name(reading, phrase):
        return phrase
    following = _persons(reading, comma + 1, stop)
    if following and following[0].first == comma + 1:
        last = following[0].last
        if last >= stop or not reading.words[last].is_word:
            return Phrase(phrase.first, last)
    return phrase


def _has_name(reading: Reading, phrase: Phrase) -> bool:
    """Whether a person is named in the phrase, not only described with a capital at the start of the sentence."""
    return any(
        reading.words[n.last - 1].capital and reading.words[n.last - 1].start not in reading.opening_starts
        for n in _persons(reading, phrase.first, phrase.last)
    )


def _persons(reading: Reading, first: int, last: int) -> list[Named]:
    return [n for n in reading.named_in(first, last) if n.actor.type == "person" and n.last <= last]


def _holds_name_at_end(reading: Reading, first: int, last: int) -> bool:
    return reading.has(first, "sub") and bool(reading.named_in(first, last))


def _phrase_ending(reading: Reading, end: int, floor: int) -> Phrase | None:
    """The noun phrase whose last word stands before ``end``."""
    words = reading.words
    first = end
    while first > floor and end - first < MAX_PHRASE:
        word = words[first - 1]
        if not word.is_word:
            if word.key in ("/", "&", "-", "'"):
                first -= 1
                continue
            if word.key == "." and first - 2 >= floor and words[first - 2].end - words[first - 2].start <= 4 and words[first - 2].capital:
                first -= 1
                continue
            if word.key in QUOTE_MARKS and _short_quote(reading, first - 1, end):
                first -= 1
                continue
            if word.key == ")" :
                opening = _opening(reading, first - 1, floor)
                if opening is not None:
                    first = opening
                    continue
            break
        if word.roles & {"that", "sub", "wh"} and not (word.roles & {"of", "det", "prep", "adv"}) and not (word.capital and first - 1 > floor):
            break
        if "conj" in word.roles:
            before = words[first - 2] if first - 2 >= floor else None
            after = words[first] if first < end else None
            if before is None or after is None or not (before.capital and after.capital or "det" in after.roles and before.is_word and first - 2 not in reading.cue_at and end - first < 4):
                break
        if word.roles & VERBAL and not word.capital and first < end and "of" not in word.roles:
            break
        if first - 1 in reading.cue_at and not word.capital and reading.cue_at[first - 1].head == first - 1:
            break
        if first < end and word.roles & (PRONOUNS | {"rel"}) and "det" not in word.roles and (first - 1 == floor or not word.capital):
            if _only_adverbial(reading, first, end) and is_subject_pronoun(reading, first - 1):
                return Phrase(first - 1, first)
            break
        first -= 1
    first = _without_adverbial(reading, first, end)
    return Phrase(first, end) if first < end else None


def _only_adverbial(reading: Reading, first: int, end: int) -> bool:
    """What stands between a pronoun and its verb says only how or when: *who in May said*, *they actually believe*."""
    if reading.any_role(first, frozenset({"prep", "adv", "time"})) and end - first <= 5:
        return True
    return end - first <= 2 and not any(w.capital or w.roles & {"det"} for w in reading.words[first:end])


def _opening(reading: Reading, place: int, floor: int) -> int | None:
    for i in range(place - 1, max(floor, place - 8) - 1, -1):
        if reading.keys[i] == "(":
            return i
    return None


def _without_adverbial(reading: Reading, first: int, end: int) -> int:
    """Drops what leads up to the noun phrase: conjunctions, adverbs, a prepositional phrase."""
    words = reading.words
    while first < end and reading.any_role(first, frozenset({"conj", "sub", "adv", "that", "neg"})) and not reading.has(first, "det"):
        first += 1
    if first < end and reading.has(first, "prep") and not (reading.has(first, "det")):
        names = [n for n in reading.named_in(first, end) if n.last == end]
        if names:
            return _with_title(reading, names[0].first, first)
        i = end
        while i > first and words[i - 1].capital:
            i -= 1
        if i == end:
            j = end - 1
            while j > first and not reading.has(j, "det"):
                j -= 1
            return j if j > first else first + 1
        return i
    return first


def _with_title(reading: Reading, place: int, floor: int) -> int:
    """Takes in a title before a name: *utrikesminister*, *President*."""
    words = reading.words
    while place - 1 > floor and words[place - 1].is_word and not words[place - 1].roles & {"prep", "adv", "time", "conj", "sub"} and (
        words[place - 1].capital or place - 2 > floor and "det" in words[place - 2].roles
    ):
        place -= 1
    return place


def clause_end(reading: Reading, place: int, stop: int) -> int:
    """The next word that ends a clause."""
    while place < stop and reading.keys[place] not in STOPS:
        place += 1
    return place


def sentence_stop(reading: Reading, place: int) -> int:
    """End of the sentence that holds the word."""
    return reading.sentences[reading.sentence_of(place)][1] if reading.sentences else len(reading.words)


def ends_sentence(reading: Reading, place: int) -> bool:
    """Whether the word is a full stop or the like."""
    return reading.keys[place] in SENTENCE_ENDS


def is_fronted(reading: Reading, hit: CueHit) -> bool:
    """In verb-second languages something else stands first: *I går sade X*, *Um zehn Uhr meldete X*."""
    if reading.lexicon.code not in VERB_SECOND:
        return False
    verb = hit.first if hit.finite is None else hit.finite
    sentence = reading.sentences[reading.sentence_of(verb)][0]
    first = verb
    sentence = max(sentence, verb - LONGEST_CLAUSE)
    while first > sentence and reading.words[first - 1].is_word and not reading.quoted[first - 1]:
        first -= 1
        if reading.has(first, "conj") and not reading.words[first].capital:
            first += 1
            break
    if first >= verb:
        return False
    if _opens_with_adverbial(reading, first):
        return True
    if first > sentence and reading.keys[first - 1] == "," and _opens_with_adverbial(reading, sentence):
        between = range(sentence, verb)
        return not any(reading.any_role(i, VERBAL) or i in reading.cue_at and i < hit.first for i in between)
    return False


def _opens_with_adverbial(reading: Reading, place: int) -> bool:
    roles = reading.words[place].roles
    return bool(roles & OPENERS) and not roles & {"det", "masc", "fem", "plur", "first"} or bool(
        "time" in roles and not roles & {"det"}
    )


def leading_subject(reading: Reading, start: int, stop: int) -> Phrase | None:
    """The subject with which a sentence opens, past an adverbial set apart by a comma."""
    place = start
    stop = min(stop, start + LONGEST_CLAUSE)
    while place < stop and (not reading.words[place].is_word or reading.any_role(place, frozenset({"conj", "adv"})) and not reading.has(place, "det")):
        place += 1
    if place < stop and reading.any_role(place, frozenset({"prep", "sub", "time"})) and not reading.has(place, "det"):
        comma = next((i for i in range(place, stop) if reading.keys[i] == ","), None)
        if comma is not None and comma + 1 < stop:
            place = comma + 1
        elif reading.has(place, "sub"):
            place += 1
    if place >= stop or reading.quoted[place]:
        return None
    if is_subject_pronoun(reading, place) and is_pronoun(reading, place):
        return Phrase(place, place + 1)
    first = place
    while place < stop and place - first < 12:
        word = reading.words[place]
        if not word.is_word and word.key not in ("-", "'", ".", "/") or place > first and (word.roles & (VERBAL | {"that", "sub"}) or place in reading.cue_at and not word.capital):
            break
        if place > first + 1 and not word.capital and reading.words[place - 1].capital and "of" not in word.roles and reading.lexicon.code != "de":
            break
        place += 1
    named = reading.named_in(first, place)
    if named and place - first > 6:
        return Phrase(named[0].first, named[0].last)
    return Phrase(first, place) if place > first else None


def is_named(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase holds a person or an organisation."""
    return any(n.actor.type != "place" and n.last <= phrase.last for n in reading.named_in(phrase.first, phrase.last))


NEED_DETERMINER = frozenset({"en", "fr", "de"})
"""Languages in which a noun phrase in the singular has an article or a capital."""
ADJECTIVAL = ("ing", "ed", "al", "ive", "ic", "ous", "ble", "ful", "less", "ary", "ly")
"""Endings of English words that are no head of a noun phrase, so that the word after them was no verb."""


def is_plausible(reading: Reading, phrase: Phrase) -> bool:
    """Whether the words can name somebody: a name, a pronoun, an article with a noun, a plural, a known role."""
    words = reading.words[phrase.first : phrase.last]
    if _is_no_phrase(reading, phrase):
        return False
    if reading.lexicon.code not in NEED_DETERMINER or any(n.last <= phrase.last for n in reading.named_in(phrase.first, phrase.last)):
        return True
    if words[0].roles & (PRONOUNS | OBJECTS | {"rel"}) and len(words) == 1:
        return True
    last = words[-1]
    if reading.lexicon.code == "en" and not last.capital and last.is_word and last.key.endswith(ADJECTIVAL) and len(last.key) > 4:
        return _is_listed(reading, phrase)
    if any(w.capital for w in words if w.start not in reading.opening_starts):
        return True
    if any("det" in w.roles for w in words) and len(words) > 1:
        return True
    if len(words) == 1 and words[0].start in reading.opening_starts and words[0].key.endswith(("less", "ss", "us")):
        return False
    return _is_listed(reading, phrase) or reading.lexicon.code != "de" and last.key.endswith("s") and len(words) <= 5


def _is_no_phrase(reading: Reading, phrase: Phrase) -> bool:
    """Begins or ends as no noun phrase does: with a preposition, a conjunction, a relative, a time."""
    first, last = reading.words[phrase.first], reading.words[phrase.last - 1]
    if "det" not in first.roles and first.roles & {"prep", "sub"} and not first.roles & (PRONOUNS | OBJECTS):
        return True
    if phrase.size > 1 and ("rel" in first.roles and "det" not in first.roles or "time" in reading.words[phrase.first + 1].roles):
        return True
    return phrase.size > 1 and not last.capital and bool(last.roles & {"prep", "conj", "det", "sub", "modal", "have"}) and "of" not in last.roles


def _is_listed(reading: Reading, phrase: Phrase) -> bool:
    lists = reading.lexicon
    return any(
        phrase_in(table, reading.keys, phrase.first, phrase.last) is not None
        for table in (lists.speakers, lists.bodies, lists.anonymous, lists.media)
    )
