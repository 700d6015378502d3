"""Whose something is: the genitive or possessive beside a noun."""

from __future__ import annotations

from analysis.attribution.phrases import is_plausible
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import GENITIVE_MARKS
from analysis.attribution.subjects_after import subject_after
from analysis.columns import WordRole

NEAR = 12
"""Most words of a name in the genitive."""
OWNER = 5
"""Most words of whose a noun is, without a name."""
WHOSE = frozenset({WordRole.POSS, WordRole.DET, WordRole.PREP, WordRole.REL})
"""Words in *-s* that are no genitive of a noun."""


def owner_before(reading: Reading, first: int, place: int) -> WordSpan | None:
    """Whose a noun of saying is, right before it: *her claim that …*, *Holms påstående att …*."""
    for at in (place - 1, place - 2):
        if at < first:
            break
        if reading.has(at, WordRole.POSS) and reading.words[at].key != "'s":
            return WordSpan(at, at + 1)
        if at == place - 1 and not reading.words[at].is_word:
            break
    genitive = place - 1 if reading.keys[place - 1] == "'s" else place
    for named in reading.named_in(max(first, genitive - NEAR), genitive):
        ending = reading.grammar.nouns.genitive_s and named.mention.text.endswith("s")
        if named.last == genitive and named.actor.type != "place" and (genitive < place or ending):
            return WordSpan(named.first, named.last)
    return None


def owns(reading: Reading, words: WordSpan) -> bool:
    """Whether a label has a name behind *of* and opens with no office: *Mort de X :* is what it is about."""
    of = any(reading.has(i, WordRole.OF) and not reading.words[i].capital for i in range(words.first + 1, words.last))
    named = any(n.first > words.first for n in reading.named_in(*words))
    return of and named and not is_role_noun(reading, words.first)


def owner_of_view(reading: Reading, source: WordSpan) -> WordSpan | None:
    """Whose opinion it is, where a source is a noun of opinion with a genitive before it: *the mayor's | view*."""
    noun = source.last - 1
    if source.size < 2 or reading.keys[noun] not in reading.lexicon.opinions:
        return None
    colon = reading.keys[noun - 2 : noun] == (":", "s")
    marked = colon or reading.keys[noun - 1] in GENITIVE_MARKS
    last = noun - 2 if colon else noun - 1 if marked else noun
    ending = reading.grammar.nouns.genitive_s and reading.keys[last - 1].endswith("s")
    if last <= source.first or not (marked or ending) or reading.any_role(last - 1, WHOSE):
        return None
    return WordSpan(source.first, last)


def genitive_before(reading: Reading, first: int, noun: int) -> WordSpan | None:
    """Whose a noun is that opens its sentence, without a name: *The council's | answer*, *Kommunens | svar*."""
    marked = reading.keys[noun - 1] in GENITIVE_MARKS if noun > first else False
    last = noun - 1 if marked else noun
    if not 0 < last - first <= OWNER or not all(reading.words[i].is_word for i in range(first, last)):
        return None
    ending = reading.grammar.nouns.genitive_s and reading.keys[last - 1].endswith("s")
    if not (marked or ending) or reading.any_role(last - 1, WHOSE):
        return None
    owner = WordSpan(first, last)
    return owner if is_plausible(reading, owner) else None


def sender_behind(reading: Reading, place: int, stop: int) -> WordSpan | None:
    """Whom an answer or a claim comes from: *the reply | from the council*, *răspunsul | primăriei*."""
    if place + 1 >= stop or reading.words[place].capital:
        return None
    origin = reading.keys[place] in reading.grammar.clauses.origin_prepositions
    if not origin and not reading.keys[place].endswith(reading.grammar.nouns.oblique_endings):
        return None
    begin = place + 1 if origin else place
    owner = subject_after(reading, begin, stop)
    if owner is None or owner.first != begin or not is_plausible(reading, owner):
        return None
    auxiliary = owner.size > 1 and reading.has(owner.last - 1, WordRole.HAVE)
    return WordSpan(begin, owner.last - 1) if auxiliary else owner


def owner_behind(reading: Reading, place: int, stop: int) -> WordSpan | None:
    """Whose a noun of saying is, right behind it: *der Vorwurf der CDU*, *afirmația lui X*."""
    if place + 1 >= stop or reading.words[place].capital:
        return None
    if not reading.has(place, WordRole.OF) and reading.keys[place] not in reading.grammar.determiners.genitive:
        return None
    owner = subject_after(reading, place + 1, stop)
    return owner if owner is not None and owner.first == place + 1 and is_plausible(reading, owner) else None


def is_genitive(reading: Reading, named: Named) -> bool:
    """*Putins rådgivare*, *Trump's envoy*, *avocata Mariei Popescu*: a name in the genitive."""
    if named.declined:
        return True
    following = named.last
    return following < len(reading.words) and (
        reading.keys[following] in GENITIVE_MARKS
        or (named.mention.text.endswith(("s", "s’", "s'")) and not named.actor.name.endswith("s"))
    )
