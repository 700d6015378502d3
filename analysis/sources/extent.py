"""How far the words of a source go: to the verb that runs on, to whose paper it is, to whom an account is of."""

from __future__ import annotations

from dataclasses import replace

from analysis.actors.particles import particles
from analysis.actors.phrases import lowered
from analysis.attribution.lexicon import split
from analysis.attribution.outlets import outlets_in
from analysis.attribution.phrases import is_document
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import GENITIVE_MARKS, QUOTE_MARKS
from analysis.attribution.torn import head_of_words
from analysis.columns import MediumKind, WordRole
from analysis.sources.referring import is_account
from analysis.sources.trimming import trimmed
from analysis.text import fold
from analysis.types import Actor

OWNING = frozenset({WordRole.OF, WordRole.GEN, WordRole.BY})
SMALL = frozenset({WordRole.DET, WordRole.POSS, WordRole.PREP, WordRole.OF, WordRole.GEN, WordRole.CONJ})
ARTICLES = frozenset({WordRole.DET, WordRole.POSS})
INSIDE = frozenset({WordRole.PREP, WordRole.OF})
SHORTEST_ROLE, LONGEST_TITLE = 2, 3
"""Fewest words of a description by which the article may also call somebody with the name, and most words of a title
between the two."""
OWNER_REACH, MAKERS = 3, 3
"""Most words between a paper and the name of whose it is, marks and articles, and of those who made it with theirs."""


def extent(reading: Reading, words: WordSpan) -> WordSpan:
    """The noun phrase of a source without an adverb and the verb behind it (*the council | also issued advice*), nor a
    participle that is cut off from where something appeared (*a study | published*), but with whose paper it is, and
    with all of a name (*the Ministry of | Trade*, *Nils | von Tarn*)."""
    words = _with_name(reading, trimmed(reading, _before_adverb(reading, words)))
    words = _without_participle(reading, words)
    return _with_owner(reading, words) if _is_paper(reading, words) else words


def _is_paper(reading: Reading, words: WordSpan) -> bool:
    """Whether the words are for something written or for research: *a letter*, *research*, *an analysis*."""
    medium = reading.lexicon.media.first(reading, *words)
    research = any(key in reading.grammar.nouns.research for key in reading.keys[words.first : words.last])
    return research or is_document(reading, words) or (medium is not None and medium.value is MediumKind.DOCUMENT)


def _with_name(reading: Reading, words: WordSpan) -> WordSpan:
    """With the noun for a body before *of* where the words are only what that is for, and with the rest of a name
    behind a particle."""
    first, last = words
    if first > 1 and reading.has(first - 1, WordRole.OF) and reading.words[first].capital:
        body = reading.lexicon.bodies.at(reading, first - 2, first - 1)
        first = first - 2 if body is not None and reading.words[first - 2].capital else first
    begin = last - (reading.keys[last - 1] in particles())
    end = begin
    while end < len(reading.words) and end - begin < LONGEST_TITLE and reading.keys[end] in particles():
        end += 1
    led = (
        begin > first
        and reading.words[begin - 1].capital
        and any(not reading.words[i].roles for i in range(begin, end))
    )
    if led and end < len(reading.words) and reading.words[end].capital and not reading.words[end].roles:
        last = end + 1
    return WordSpan(first, last)


def is_cut_genitive(reading: Reading, words: WordSpan, actor: Actor | None) -> bool:
    """Whether the words only own what stands behind them and is no account: *one of Tarn|'s harbours*, *Irans |
    Justiz*."""
    after = words.last
    if after >= len(reading.words):
        return False
    marked = reading.keys[after] in GENITIVE_MARKS
    behind = after + marked
    if behind >= len(reading.words) or reading.lexicon.nouns.at(reading, behind, behind + 1) is not None:
        return False
    if marked:
        joined = any(reading.has(i, WordRole.OF) for i in range(words.first + 1, words.last))
        return joined if actor is None else actor.type == "place"
    word, following = reading.words[after - 1], reading.words[after]
    declined = reading.grammar.nouns.genitive_s and word.key.endswith("s") and following.start == word.end + 1
    if not declined or actor is None or actor.type != "place" or following.roles or after in reading.cue_at:
        return False
    return words.size == 1 and not split(actor.name, reading.lexicon.code)[-1].endswith("s") and following.is_word


def opens_torn(reading: Reading, first: int, last: int) -> bool:
    """Whether the words open as no noun phrase does: *sich | …*, *der | die milden Strafen*, *your | tariff*."""
    word, behind = reading.words[first], reading.words[min(first + 1, last - 1)]
    reflexive = WordRole.REFL in word.roles and WordRole.DET not in word.roles
    articles_of = lowered(reading.lexicon.code, "articles", 0)
    two = last - first > 2 and word.key in articles_of and behind.key in articles_of and behind.is_word
    two = two or _lacks_noun(reading, WordSpan(first, last))
    return (last - first > 1 and reflexive) or two or word.key in reading.grammar.pronouns.addressing


def _lacks_noun(reading: Reading, words: WordSpan) -> bool:
    """Whether only what opens a noun phrase is there, before a longer attribute: *die in Tarn | gestellten Fragen*."""
    articles_of = lowered(reading.lexicon.code, "articles", 0)
    led = words.size > 2 and reading.keys[words.first] in articles_of and reading.any_role(words.first + 1, INSIDE)
    nouns = [i for i in range(words.first + 2, words.last) if reading.words[i].capital]
    return reading.grammar.nouns.capitalised and led and len(nouns) < SHORTEST_ROLE


def is_own_account(reading: Reading, first: int, last: int) -> bool:
    """*eigenen Angaben*, *egen uppgift*: words that only say that somebody speaks for himself."""
    stems = reading.grammar.determiners.own
    return bool(stems) and any(reading.keys[i].startswith(stems) for i in range(first, min(first + 2, last)))


def words_near(reading: Reading, name: str, place: int) -> WordSpan | None:
    """The words of a name where it stands last before a place, or first behind it in its sentence; ``None`` where it
    does neither."""
    end = reading.words[place].start
    start = reading.text.rfind(name, 0, end)
    if start < 0:
        start = reading.text.find(name, end, reading.document.sentence_at(end).end)
    first, last = (0, 0) if start < 0 else reading.range(start, start + len(name))
    return WordSpan(first, last) if first < last else None


def owner_of_account(reading: Reading, words: WordSpan) -> Named | None:
    """Who an account is of that itself is the subject: *a statement by | the Tarn Bank*, *Holt's | remarks*."""
    head = head_of_words(reading, words)
    owner = reading.keys[head].rpartition("-")[0]
    if owner and is_account(reading, head):  # *TKV-Angaben*
        known = (one for one in reading.named if owner in (fold(name) for name in (one.actor.name, *one.actor.aliases)))
        return next((replace(one, first=head, last=head + 1) for one in known), None)
    if is_document(reading, words) or not is_account(reading, head):
        return None
    inside = [one for one in reading.named_in(*words) if one.last <= words.last and one.actor.type != "place"]
    for one in inside:
        behind = one.first > head and any(reading.any_role(i, OWNING) for i in range(head + 1, one.first))
        if behind or (one.last < head + 1 and reading.keys[one.last] in GENITIVE_MARKS):
            return one
    return None


def person_of(reading: Reading, words: WordSpan, *, subject: bool) -> Named | None:
    """The person whose name stands behind the same description, here or elsewhere in the article: *the chief keeper,
    Captain Mara Holt*, *Norges sjefstrener | Bo Berg*; behind a comma only where the words are a ``subject``."""
    first = words.first + reading.any_role(words.first, ARTICLES)
    described = reading.keys[first : words.last]
    if len(described) < SHORTEST_ROLE or reading.persons_in(first, words.last):
        return None
    apposed = subject and words.last < len(reading.words) and reading.keys[words.last] == ","
    for one in reading.named:
        if one.actor.type != "person" or " " not in one.actor.name:
            continue
        if reading.keys[one.first - len(described) : one.first] == described:
            return one
        between = range(words.last + 1, one.first)
        if apposed and 0 <= len(between) <= LONGEST_TITLE and one.first > words.last:
            titled = all(reading.words[i].capital and not reading.words[i].roles for i in between)
            return one if titled else None
    return None


def _before_adverb(reading: Reading, words: WordSpan) -> WordSpan:
    for place in range(words.first + 2, words.last - 1):
        word, before, behind = (reading.words[i] for i in (place, place - 1, place + 1))
        adverb = WordRole.ADV in word.roles and not word.roles & SMALL and not word.capital
        plain = before.is_word and not before.roles and behind.is_word and not behind.roles and not behind.capital
        if adverb and plain:
            return WordSpan(words.first, place)
    return words


def _without_participle(reading: Reading, words: WordSpan) -> WordSpan:
    last = words.last - 1
    appeared = words.size > 1 and reading.keys[last] in reading.grammar.nouns.appeared
    owned = words.last < len(reading.words) and reading.has(words.last, WordRole.BY)
    return WordSpan(words.first, last) if appeared and not owned else words


def _with_owner(reading: Reading, words: WordSpan) -> WordSpan:
    """With *of the Tarn Institute* or *by researchers at the Tarn Institute* behind it, if a name stands there."""
    if words.last >= len(reading.words) or not reading.any_role(words.last, OWNING):
        return words
    makers = False
    for place in range(words.last, min(len(reading.words), words.last + OWNER_REACH + MAKERS)):
        found = next(iter(outlets_in(reading, place, min(len(reading.words), place + OWNER_REACH))), None)
        named = next((one for one in reading.named_in(place, place + 1) if one.actor.type != "place"), None)
        if named is not None or (found is not None and found.first == place and found.named):
            end = named.last if named is not None else found.last if found is not None else place
            opened = reading.keys[place - 1] in QUOTE_MARKS
            return WordSpan(words.first, end + (opened and reading.keys[end : end + 1] != ()))
        if not makers and is_role_noun(reading, place):
            makers = True
        elif not reading.any_role(place, SMALL | OWNING) and reading.keys[place] not in QUOTE_MARKS:
            break
    return words
