"""Research that an article has something from without a word of saying.

*a survey by the Tarn Institute*, *the Tarn Board classifies*.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.attribution.outlets import outlets_in
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.roles import GENITIVE_MARKS, QUOTE_MARKS
from analysis.columns import WordRole

OWNING = frozenset({WordRole.OF, WordRole.BY})
JOINED = frozenset({WordRole.OF, WordRole.GEN, WordRole.BY, WordRole.PREP})
SMALL = frozenset({WordRole.DET, WordRole.POSS})
LEADING = frozenset({WordRole.DET, WordRole.POSS, WordRole.NEG})
BREAKING = frozenset(
    {WordRole.HAVE, WordRole.BE, WordRole.MODAL, WordRole.SUB, WordRole.REL, WordRole.THAT, WordRole.CONJ}
)
BETWEEN = frozenset({WordRole.HAVE, WordRole.ADV, WordRole.TIME})
REACH = 6
"""Most words from the noun to the name of whose research it is."""
BEFORE = 4
"""Most words before the noun that belong to it."""
HELD, CLOSING = 3, 8
"""Most auxiliaries and adverbs between a body and its verb, and words up to a verb that closes the clause."""
LONG_NOUN = 6
"""Letters of the shortest noun that is looked for at the end of a compound."""


def find_research(reading: Reading) -> Iterator[tuple[WordSpan, Named | None]]:
    """The research told of with whose it is, in text order, and bodies that found something out, each with its name."""
    for first, last in reading.sentences:
        for place in range(first, last):
            if reading.quoted[place]:
                continue
            if _is_research(reading, place):
                words = _with_owner(reading, place, first, last)
                body = None if words is not None else _body_of_research(reading, place, first)
                if words is not None:
                    yield words, None
                elif body is not None:
                    yield WordSpan(body.first, body.last), body
            elif reading.keys[place] in reading.grammar.verbs.finding:
                body = _body_before(reading, place, first)
                if body is not None:
                    yield WordSpan(body.first, body.last), body


def _is_research(reading: Reading, place: int) -> bool:
    nouns, key = reading.grammar.nouns, reading.keys[place].rpartition("-")[2]
    word, following = reading.words[place], reading.words[min(place + 1, len(reading.words) - 1)]
    named = word.capital and not nouns.capitalised and word.start not in reading.opening_starts
    compound = nouns.plural_s and following.is_word and not following.roles and place + 1 not in reading.cue_at
    cut = compound and following.key not in nouns.appeared and following is not word
    if word.roles or named or cut or (nouns.capitalised and not word.capital):
        return False
    compound = nouns.compounds and any(key.endswith(noun) for noun in nouns.research if len(noun) >= LONG_NOUN)
    return key in nouns.research or compound


def _with_owner(reading: Reading, place: int, first: int, last: int) -> WordSpan | None:
    """The noun phrase with the name behind or before the noun; ``None`` where there is no name."""
    begin = _beginning(reading, place, first)
    if any(_is_body(one) for one in reading.named_in(begin, place)) or _medium(reading, begin, place):
        return WordSpan(begin, place + 1)
    joined, came_out = False, WordSpan(begin, place + 1)
    for at in range(place + 1, min(last, place + 1 + REACH)):
        word = reading.words[at]
        if word.key in reading.grammar.nouns.appeared and reading.any_role(begin, LEADING):
            return _to_name(reading, came_out, at + 1, last)
        named = next((one for one in reading.named_in(at, at + 1) if _is_body(one)), None)
        if joined and (named is not None or _medium(reading, at, min(last, at + REACH), at)):
            found = next(iter(outlets_in(reading, at, min(last, at + REACH))), None)
            end = named.last if named is not None else found.last if found is not None else at + 1
            return WordSpan(begin, end)
        runs_on = at in reading.cue_at and not word.capital  # *… the survey, | says the mayor of Tarn*
        if runs_on or (word.roles & BREAKING and not word.roles & (JOINED | SMALL)):
            return None
        if not word.is_word and word.key not in QUOTE_MARKS:
            return None
        joined = joined or bool(word.roles & OWNING) or word.key in reading.grammar.clauses.origin_prepositions
    return None


def _to_name(reading: Reading, words: WordSpan, place: int, last: int) -> WordSpan:
    """The words up to where or by whom the research came out, if a body or an outlet is named near."""
    for at in range(place, min(last, place + REACH)):
        named = next((one for one in reading.named_in(at, at + 1) if _is_body(one)), None)
        if named is not None or not (reading.words[at].is_word or reading.keys[at] in QUOTE_MARKS):
            return words if named is None else WordSpan(words.first, named.last)
    return words


def _body_of_research(reading: Reading, place: int, first: int) -> Named | None:
    """The body that opens a sentence in which it did the research: *The Tarn Board has in a study …*."""
    led = next((i for i in range(place - 1, max(first, place - BEFORE), -1) if not _is_plain(reading, i)), None)
    inside = led is not None and reading.any_role(led, LEADING) and reading.has(led - 1, WordRole.PREP)
    if not inside or led is None:
        return None
    body = next((one for one in reading.named_in(first, min(first + 2, led)) if _is_body(one)), None)
    apart = body is None or any(not reading.words[i].is_word for i in range(body.last, led))
    return None if body is None or apart or not reading.any_role(body.last, BETWEEN) else body


def _is_plain(reading: Reading, place: int) -> bool:
    return reading.words[place].is_word and not reading.words[place].roles


def _beginning(reading: Reading, place: int, first: int) -> int:
    begin = place
    while begin > max(first, place - BEFORE):
        word = reading.words[begin - 1]
        if word.key in GENITIVE_MARKS:
            begin -= 1
            continue
        if not word.is_word or begin - 1 in reading.cue_at or (word.roles and not word.roles & LEADING):
            break
        begin -= 1
        if word.roles & LEADING:
            break
    return begin


def _is_body(one: Named) -> bool:
    return one.actor.type == "organization"


def _medium(reading: Reading, first: int, last: int, at: int | None = None) -> bool:
    """Whether a known outlet is named among the words, or opens ``at`` a word."""
    return any(f.named and f.kind != "social" and at in (None, f.first) for f in outlets_in(reading, first, last))


def _body_before(reading: Reading, place: int, first: int) -> Named | None:
    """The body that is the subject of the verb: right before it, or before auxiliaries and adverbs."""
    at = place
    while at > max(first, place - HELD) and reading.any_role(at - 1, BETWEEN):
        at -= 1
    found = next((one for one in reading.named_before(at, 1) if one.last == at and _is_body(one)), None)
    if found is None and reading.grammar.word_order.sentence_bracket:
        found = _body_of_bracket(reading, place, first)
    opens = found is not None and (found.first <= first + 1 or not reading.any_role(found.first - 1, JOINED))
    return found if opens else None


def _body_of_bracket(reading: Reading, place: int, first: int) -> Named | None:
    """*Das Amt hat … getestet*: the body right before the auxiliary whose participle closes the clause."""
    for at in range(place - 1, max(first, place - CLOSING), -1):
        if not reading.words[at].is_word:
            return None
        if reading.has(at, WordRole.HAVE):
            return next((one for one in reading.named_before(at, 1) if one.last == at and _is_body(one)), None)
    return None
