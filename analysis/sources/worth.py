"""Whether words without a name are of somebody or something that an article can have anything from."""

from __future__ import annotations

from functools import cache

from analysis.actors.phrases import ROLE_LISTS
from analysis.attribution.phrases import is_document
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
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
DOUBTFUL = frozenset(
    {CueUse.WANT, CueUse.SHOW, CueUse.CALL, CueUse.JUDGE, CueUse.IMPERSONAL, CueUse.DENY, CueUse.QUOTE}
)
"""Uses of verbs that things and events are subjects of too: *the sale asks for*, *the heat showed*."""
LONG_NOUN = 5
"""Letters of the shortest noun that is looked for at the end of a compound."""
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
    return can_tell(reading, noun) or (_is_bare(reading, noun) and noun.last < words.last) or _is_said(reading, quote)


def can_tell(reading: Reading, words: WordSpan) -> bool:
    """Whether a noun among the words is for persons, a body or something written."""
    lists = reading.lexicon
    if any(table.first(reading, *words) is not None for table in (lists.speakers, lists.bodies, lists.anonymous)):
        return True
    medium = lists.media.first(reading, *words)
    if (medium is not None and medium.value is not MediumKind.AUDIENCE) or is_document(reading, words):
        return True
    return bool(reading.named_in(*words)) or any(_is_for_persons(reading, place) for place in range(*words))


def _is_for_persons(reading: Reading, place: int) -> bool:
    if reading.words[place].roles:
        return False
    word, grammar = reading.keys[place].removeprefix("l'").rpartition("-")[2], reading.grammar.nouns
    nouns, long_nouns = _nouns(reading.lexicon.code)
    forms = [word, word.removesuffix("ies") + "y"]
    forms += [word.removesuffix(end) for end in ("s", *grammar.plural_endings)]
    if is_role_noun(reading, place) or not nouns.isdisjoint(forms):
        return True
    compound = grammar.compounds and any(form.endswith(long_nouns) for form in forms)
    return compound or (bool(grammar.agent_endings) and word.endswith(grammar.agent_endings))


@cache
def _nouns(code: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The nouns, and those long enough to end a compound."""
    nouns = frozenset(key(row[0]).split()[-1] for name in LISTS for row in rows(code, name))
    return nouns, tuple(sorted(noun for noun in nouns if len(noun) >= LONG_NOUN))


def _joins(reading: Reading, place: int) -> bool:
    return reading.any_role(place, JOINED) or not reading.words[place].is_word


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


def _is_said(reading: Reading, quote: Quote) -> bool:
    """Whether a verb that is only for saying, or a phrase such as *according to*, attributes the statement."""
    if quote.cue is None:
        return quote.attribution is not None and not _is_label(reading, quote)
    hits = [reading.cue_at[i].cue for i in range(*reading.range(quote.cue.start, quote.cue.end)) if i in reading.cue_at]
    sure = [hit for hit in hits if CueUse.ASK in hit.use or (CueUse.SAY in hit.use and not hit.use & DOUBTFUL)]
    return any(CueForm.GERUND not in hit.form for hit in sure)


def _is_label(reading: Reading, quote: Quote) -> bool:
    """Whether a colon alone joins the words to what follows: *The verdict: "…"*."""
    end = None if quote.speaker is None else quote.speaker.end
    return end is not None and reading.text[end : end + 2].lstrip().startswith(":")
