"""Whether words without a name are of somebody or something that an article can have anything from."""

from __future__ import annotations

from functools import cache

from analysis.actors.phrases import ROLE_LISTS
from analysis.attribution.phrases import is_document
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import GENITIVE_MARKS
from analysis.attribution.torn import head_of_words
from analysis.columns import CueForm, CueUse, MediumKind, WordRole
from analysis.matching import key
from analysis.resources import rows
from analysis.types import Quote

LISTS = (
    *ROLE_LISTS,
    "anonymous_sources",
    "body_nouns",
    "body_words",
    "callings",
    "groups",
    "inhabitants",
    "official_bodies",
)
"""Lists whose entries end in a noun for persons or a body."""
JOINED = frozenset({WordRole.PREP, WordRole.OF, WordRole.BY, WordRole.REL})
DOUBTFUL = frozenset({CueUse.WANT, CueUse.SHOW, CueUse.CALL, CueUse.JUDGE, CueUse.IMPERSONAL, CueUse.QUOTE})
"""Uses of verbs that things and events are subjects of too: *the sale asks for*, *the heat showed*."""
SAID, SAID_BY_NAMES = frozenset({CueUse.SAY}), frozenset({CueUse.SAY, CueUse.THINK})
"""Uses of verbs that need somebody who speaks; names think too, while a noun beside such a verb may be its object."""
LONG_NOUN = 5
"""Letters of the shortest noun that is looked for at the end of a compound."""
LONG_PEOPLE = 8
"""The same of a noun for people by what they do (*Mieter* ends *Vermieter* too)."""
PEOPLE = frozenset({WordRole.PLUR, WordRole.DET})


def is_worth(reading: Reading, words: WordSpan, quote: Quote) -> bool:
    """Whether the words may be a source by what they are called, or by a verb that is only for saying.

    False for a thing or an event beside another verb (*the dress showed …*, *the motion called on …*), beside an
    attribution that is none, and for a piece of a clause (*the mayor treated his rivals*).
    """
    if _is_clause(reading, words):
        return False
    noun = WordSpan(
        words.first, next((i for i in range(words.first + 1, words.last) if _joins(reading, i)), words.last)
    )
    if is_silent(reading, noun, told=quote.cue is None):
        return False
    if can_tell(reading, noun) or (_is_bare(reading, noun) and noun.last < words.last):
        return True
    return _is_said(reading, quote, SAID_BY_NAMES if _is_capital(reading, noun) else SAID)


def can_tell(reading: Reading, words: WordSpan) -> bool:
    """Whether a noun among the words is for persons, a body or something written."""
    lists = reading.lexicon
    if any(table.first(reading, *words) is not None for table in (lists.speakers, lists.bodies, lists.anonymous)):
        return True
    medium = lists.media.first(reading, *words)
    if (medium is not None and medium.value is not MediumKind.AUDIENCE) or is_document(reading, words):
        return True
    head = head_of_words(reading, words)
    named = any(one.last > head for one in reading.named_in(*words))  # not only whose it is: *the bank's roof*
    return named or any(_is_for_persons(reading, place) for place in range(*words))


def _is_capital(reading: Reading, noun: WordSpan) -> bool:
    """Whether a capital shows that the words are a name."""
    word = reading.words[noun.last - 1]
    return word.capital and not word.roles and not reading.grammar.nouns.capitalised


def is_silent(reading: Reading, noun: WordSpan, *, told: bool) -> bool:
    """Whether the head of the words is a thing, a sign or an event by which something shows (*the footage*, *die
    Angriffe*), or bare figures that nothing is ``told`` by (*according to the figures*); nobody has anything from
    these."""
    head, nouns = head_of_words(reading, noun), reading.grammar.nouns
    word = reading.words[head]
    if word.capital and not nouns.capitalised and word.start not in reading.opening_starts:
        return False
    key = word.key.removeprefix("l'")
    bare = all(i == head or reading.words[i].roles for i in range(*noun)) and not _goes_on(reading, noun.last)
    owned = reading.has(noun.first, WordRole.POSS)  # *according to his information*
    return key in nouns.silent or (key in nouns.figures and bare and (owned or not told))


def _goes_on(reading: Reading, place: int) -> bool:
    """Whether something is joined to the noun: *figures | from the port*, *data | released in July*."""
    return place < len(reading.words) and reading.any_role(place, JOINED)


def _is_for_persons(reading: Reading, place: int) -> bool:
    if reading.words[place].roles:
        return False
    word, grammar = reading.keys[place].removeprefix("l'").rpartition("-")[2], reading.grammar.nouns
    nouns, long_nouns = _nouns(reading.lexicon.code)
    forms = [word, word.removesuffix("ies") + "y"]
    forms += [word.removesuffix(end) for end in ("s", *grammar.plural_endings, *grammar.dative_endings)]
    if is_role_noun(reading, place) or not nouns.isdisjoint(forms) or word in grammar.people:
        return True
    ends = (*long_nouns, *(noun for noun in grammar.people if len(noun) >= LONG_PEOPLE))
    compound = grammar.compounds and any(form.endswith(ends) for form in forms)
    return compound or (bool(grammar.agent_endings) and any(form.endswith(grammar.agent_endings) for form in forms))


@cache
def _nouns(code: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The nouns, and those long enough to end a compound."""
    nouns = frozenset(key(row[0]).split()[-1] for name in LISTS for row in rows(code, name))
    return nouns, tuple(sorted(noun for noun in nouns if len(noun) >= LONG_NOUN))


def _joins(reading: Reading, place: int) -> bool:
    inner = reading.keys[place] in GENITIVE_MARKS or reading.keys[place] in (".", "-")
    return reading.any_role(place, JOINED) or (not reading.words[place].is_word and not inner)


def _is_bare(reading: Reading, noun: WordSpan) -> bool:
    """Whether only a word for some stands where the noun would: *some | in town*, *those | from the quay*."""
    return noun.size == 1 and bool(reading.words[noun.first].roles & PEOPLE)


def _is_clause(reading: Reading, words: WordSpan) -> bool:
    """Whether an article stands right behind a noun, which then is the subject of a verb or its object."""
    if reading.grammar.nouns.capitalised or reading.grammar.word_order.noun_before_adjective:
        return False
    return any(
        reading.has(i, WordRole.DET)
        and not reading.any_role(i, JOINED)
        and not reading.words[i].capital
        and reading.words[i - 1].is_word
        and not reading.words[i - 1].roles
        for i in range(words.first + 2, words.last)
    )


def _is_said(reading: Reading, quote: Quote, uses: frozenset[CueUse]) -> bool:
    """Whether a verb that is only for saying, or a phrase such as *according to*, attributes the statement."""
    if quote.cue is None:
        return not is_label(reading, quote)
    hits = [reading.cue_at[i].cue for i in range(*reading.range(quote.cue.start, quote.cue.end)) if i in reading.cue_at]
    sure = [hit for hit in hits if CueUse.ASK in hit.use or (hit.use & uses and not hit.use & DOUBTFUL)]
    return any(CueForm.GERUND not in hit.form for hit in sure)


def is_label(reading: Reading, quote: Quote) -> bool:
    """Whether a colon alone joins the speaker's words to a statement, *The verdict: "…"*, or nothing attributes it."""
    end = None if quote.speaker is None else quote.speaker.end
    if quote.cue is not None:
        return False
    return quote.attribution is None or (end is not None and reading.text[end : end + 2].lstrip().startswith(":"))
