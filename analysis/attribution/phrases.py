"""Noun phrases and pronouns that can name a speaker."""

from __future__ import annotations

from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.roles import FINITE, OBJECTS, PERSONAL, PRONOUNS, QUOTE_MARKS, VERBAL
from analysis.columns import CueUse, WordRole

PREP_OR_SUB = frozenset({WordRole.PREP, WordRole.SUB})
NEVER_LAST = frozenset({WordRole.PREP, WordRole.CONJ, WordRole.DET, WordRole.SUB, WordRole.MODAL, WordRole.HAVE})


SAYING = frozenset({CueUse.SAY, CueUse.THINK, CueUse.ASK})
"""Uses of cues that take a clause."""


STOPS = frozenset({",", ";", ":", "(", ")", "–", "—", "!", "?", "…", ".", "[", "]", "-"}) | QUOTE_MARKS

OTHERS = (PRONOUNS - {WordRole.FIRST}) | {WordRole.DET, WordRole.POSS}
"""Roles by which a word of the first person may mean somebody else, or be an article: *de*, *ein*."""

ADDRESSEES = OBJECTS | {WordRole.FIRST}
"""Roles of pronouns for whom something is said or done to."""

LONGEST_CLAUSE = 60
"""Words before a verb in which its subject is looked for."""

MAX_PHRASE = 24
"""Longest noun phrase that is taken for a speaker, in words."""


def is_oblique(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the first word of the phrase shows by its case that it is no subject: *den Leitsätzen*, *henne*."""
    if phrase.size == 1 and phrase.first in reading.pronouns:
        roles = reading.words[phrase.first].roles
        return bool(roles & OBJECTS) and not roles & PRONOUNS
    if any(named.first == phrase.first and named.declined for named in reading.named_in(*phrase)):
        return True
    return reading.has(phrase.first, WordRole.OBL) or _is_dative(reading, phrase)


def _is_dative(reading: Reading, phrase: WordSpan) -> bool:
    """*der Zeitung*: an article that may be a dative before a noun that its ending shows to be feminine."""
    if reading.keys[phrase.first] not in reading.grammar.determiners.feminine_dative:
        return False
    noun = next((i for i in range(phrase.first + 1, phrase.last) if reading.words[i].capital), None)
    return noun is not None and reading.keys[noun].endswith(reading.grammar.nouns.feminine_endings)


def is_first_person(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the phrase is *I* or *we* outside marks: the outlet or the author tells of itself."""
    if phrase.size != 1 or reading.quoted[phrase.first] or not reading.has(phrase.first, WordRole.FIRST):
        return False
    impersonal = reading.keys[phrase.first] in reading.grammar.pronouns.impersonal
    return not (impersonal or reading.any_role(phrase.first, OTHERS))


def is_addressed(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a pronoun has a capital inside a sentence: the reader is spoken to, *unterstützen Sie …*."""
    if phrase.size != 1 or not reading.words[phrase.first].capital or not reading.any_role(phrase.first, PERSONAL):
        return False
    first = reading.sentences[reading.sentence_of(phrase.first)].first
    inside = phrase.first > first and reading.words[phrase.first - 1].is_word
    role = reading.document.sentence_at(reading.words[phrase.first].start).role
    return inside and role not in ("headline", "subheading")


def is_pronoun_alone(reading: Reading, begin: int) -> bool:
    """*welcomed us, …*: a pronoun and then the end of the clause."""
    if begin + 1 >= len(reading.words):
        return False
    oblique = reading.any_role(begin, ADDRESSEES) or reading.keys[begin] in reading.grammar.pronouns.oblique
    return oblique and not reading.words[begin + 1].is_word


def is_named(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the phrase holds a person or an organisation."""
    return any(n.actor.type != "place" and n.last <= phrase.last for n in reading.named_in(phrase.first, phrase.last))


def is_plausible(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the words can name somebody: a name, a pronoun, an article with a noun, a plural, a known role."""
    words, nouns = reading.words[phrase.first : phrase.last], reading.grammar.nouns
    if _is_no_phrase(reading, phrase) or is_abstract(reading, phrase) or _is_force(reading, phrase):
        return False
    if not reading.grammar.determiners.obligatory or any(
        n.last <= phrase.last for n in reading.named_in(phrase.first, phrase.last)
    ):
        return True
    one = words[0]
    if len(words) == 1 and (one.roles & (PRONOUNS | OBJECTS | {WordRole.REL}) or _is_some(reading, one.key)):
        return True
    last = words[-1]
    if not last.capital and last.is_word and last.key.endswith(nouns.adjective_endings) and len(last.key) > 4:
        return is_listed(reading, phrase)
    if any(w.capital for w in words if w.start not in reading.opening_starts) or _is_domain(reading, phrase):
        return True
    if last.key in nouns.share_words and len(words) > 1:
        return True
    if any(WordRole.DET in w.roles for w in words) and len(words) > 1:
        return True
    if len(words) == 1 and words[0].start in reading.opening_starts and words[0].key.endswith(nouns.adverb_endings):
        return False
    return is_listed(reading, phrase) or (nouns.plural_s and last.key.endswith("s") and len(words) <= 5)


def _is_some(reading: Reading, key: str) -> bool:
    """Whether the word is for people by their number: *some*, *andere*."""
    return key in reading.grammar.pronouns.some


def is_abstract(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the head of the phrase is what is felt, known or sure: *La peur*, *Trua på framtida*, *One thing*."""
    nouns = reading.grammar.nouns
    for place in range(phrase.first, min(phrase.last, phrase.first + HEAD)):
        if reading.keys[place].removeprefix("l'") in nouns.abstract:
            named = any(one.first == phrase.first for one in reading.named_in(phrase.first, phrase.first + 1))
            return not named and (nouns.capitalised or not reading.words[place].capital or place == phrase.first)
        if reading.any_role(place, INTRODUCING_NOUN):
            continue
        return False
    return False


def _is_force(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the head of the phrase is a force, not what it belongs to: *The storm*, not *The fire service*."""
    nouns = reading.grammar.nouns
    for place in range(phrase.first, min(phrase.last, phrase.first + HEAD)):
        if reading.keys[place].removeprefix("l'") in nouns.forces:
            named = any(one.first <= place < one.last for one in reading.named_in(phrase.first, place + 1))
            goes_on = place + 1 < phrase.last and reading.words[place + 1].is_word
            return not named and not (goes_on and not reading.words[place + 1].roles)
        if reading.any_role(place, INTRODUCING_NOUN):
            continue
        return False
    return False


def _is_domain(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the words are the address of a site: *Example.org*."""
    first = phrase.first
    close = phrase.size > 2 and reading.words[first].end == reading.words[first + 1].start
    return close and reading.keys[first + 1] == "." and reading.words[first + 1].end == reading.words[first + 2].start


def _is_no_phrase(reading: Reading, phrase: WordSpan) -> bool:
    """Begins or ends as no noun phrase does: with a preposition, a conjunction, a relative, a time."""
    first, last = reading.words[phrase.first], reading.words[phrase.last - 1]
    apart = phrase.first > 0 and not reading.words[phrase.first - 1].is_word
    relative = phrase.size == 1 and apart and WordRole.REL in first.roles  # *X, | som | mener at …*; *as* elsewhere
    opens = WordRole.DET not in first.roles and first.roles & PREP_OR_SUB and not first.roles & (PRONOUNS | OBJECTS)
    if opens and not relative:
        return True
    if phrase.size > 1 and (
        (WordRole.REL in first.roles and WordRole.DET not in first.roles)
        or WordRole.TIME in reading.words[phrase.first + 1].roles
    ):
        return True
    if phrase.size > 1 and WordRole.WH in first.roles and not first.roles & (PRONOUNS | {WordRole.DET, WordRole.REL}):
        return True
    return phrase.size > 1 and not last.capital and bool(last.roles & NEVER_LAST) and WordRole.OF not in last.roles


ENDING = 5
"""Most letters of an inflection or a suffixed article behind a noun."""


STANDING = PRONOUNS | OBJECTS | {WordRole.REL, WordRole.WH, WordRole.POSS, WordRole.NOBODY, WordRole.DET}
"""Roles of function words that can stand for somebody by themselves."""
HEAD = 3
"""Words with which a phrase opens among which its head is looked for where articles stand before it."""
INTRODUCING_NOUN = frozenset({WordRole.DET, WordRole.POSS, WordRole.FIRST})
INF_OR_PREP = frozenset({WordRole.INF, WordRole.PREP})
"""An infinitive marker that is a preposition before a noun: *a letter to X*."""
DEMONSTRATIVE = frozenset({WordRole.DET, WordRole.NEUT})
"""A pronoun for a thing that otherwise stands before a noun: *ce*."""
CLITIC_BEARERS = frozenset({WordRole.REL, WordRole.WH, WordRole.THAT})


def is_function_words(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the words are adverbs, times or intensifiers alone, which nobody speaks by: *Selv*, *Here*, *Sonst*."""
    words = [word for word in reading.words[phrase.first : phrase.last] if word.is_word]
    plain = all(word.roles and not word.roles & STANDING for word in words)
    plain = plain or (len(words) == 1 and words[0].roles == DEMONSTRATIVE)
    return plain and not any(word.capital and word.start not in reading.opening_starts for word in words)


def is_verbal(reading: Reading, place: int) -> bool:
    """Whether the word is an auxiliary or a modal: *'s* behind a noun is a genitive, *to* before one a preposition."""
    if not reading.any_role(place, VERBAL) or reading.words[place].roles >= INF_OR_PREP:
        return False
    return reading.keys[place] != "'s" or reading.any_role(place - 1, PRONOUNS | CLITIC_BEARERS)


def opens_with_verb(reading: Reading, place: int) -> bool:
    """Whether a clause opens with its verb, as where the verb stands second and something else is in first place."""
    if not reading.grammar.word_order.verb_second or place + 1 >= len(reading.words):
        return False
    word, following = reading.words[place], reading.words[place + 1]
    if word.capital or not word.is_word:
        return False
    if word.roles & FINITE or place in reading.cue_at:
        return WordRole.DET not in word.roles
    opens = following.roles & (PRONOUNS | {WordRole.DET}) or (following.capital and following.is_word)
    return not word.roles and bool(opens)


def is_glued(reading: Reading, place: int) -> bool:
    """Whether a mark stands between two words without a space on either side: *vd:n*, *SVT:s*, *10:30*."""
    if not 0 < place < len(reading.words) - 1:
        return False
    mark = reading.words[place]
    return reading.words[place - 1].end == mark.start and reading.words[place + 1].start == mark.end


def is_document(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a noun of the phrase is for something written: *einer Presseerklärung*, *raportul*."""
    return any(_is_document(reading, reading.keys[place]) for place in range(phrase.first, phrase.last))


def _is_document(reading: Reading, key: str) -> bool:
    for noun in reading.lexicon.documents:
        at = key.rfind(noun) if len(key) >= len(noun) else -1
        if at >= 0 and len(key) - at - len(noun) <= ENDING and (at == 0 or reading.grammar.nouns.compounds):
            return True
    return False


def is_listed(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the phrase holds a noun for somebody who may speak."""
    lists = reading.lexicon
    return any(
        table.first(reading, phrase.first, phrase.last) is not None
        for table in (lists.speakers, lists.bodies, lists.anonymous, lists.media)
    )
