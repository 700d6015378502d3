"""Where the words of a source end: before when or in what something was said, and before another noun phrase."""

from __future__ import annotations

from analysis.attribution.phrases import is_document, is_listed
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.torn import head_of_words, without_tail
from analysis.columns import MediumKind, WordRole
from analysis.sources.referring import is_account

SMALL = frozenset({WordRole.DET, WordRole.POSS, WordRole.TIME, WordRole.ADV, WordRole.PREP})
ARTICLES = frozenset({WordRole.DET, WordRole.POSS})
OWNING = frozenset({WordRole.OF, WordRole.BY})
LONGEST_PAPER = 4
"""Most words from a preposition to the end of where something was said: *in a long statement*."""


def trimmed(reading: Reading, words: WordSpan) -> WordSpan:
    """The noun phrase without what is told behind it of its statement (*the campaign | on Tuesday*, *the army | in a
    statement*), and without another noun phrase (*dommen | overført penge*, *Mara Holt | seine Hilfe*)."""
    end = _adjunct(reading, words)
    end = _other_phrase(reading, words) if end is None else end
    return words if end is None else without_tail(reading, WordSpan(words.first, end))


def _adjunct(reading: Reading, words: WordSpan) -> int | None:
    """Where a preposition opens the time or the paper that the words end with."""
    if is_document(reading, WordSpan(words.first, head_of_words(reading, words) + 1)):
        return None
    for place in range(words.first + 1, words.last - 1):
        roles = reading.words[place].roles
        if WordRole.PREP in roles and not roles & OWNING:
            rest = WordSpan(place + 1, words.last)
            if _is_when(reading, rest) or (rest.size < LONGEST_PAPER and _is_where_said(reading, rest)):
                return place
    return None


def _is_when(reading: Reading, words: WordSpan) -> bool:
    """Whether the words are a day or a month, with its article and figures: *Tuesday*, *den 3. maj*."""
    lists = reading.lexicon
    days = [key in lists.days or key in lists.months for key in reading.keys[words.first : words.last]]
    return any(days) and all(
        day or reading.any_role(i, SMALL) or reading.keys[i][0].isdigit() or not reading.words[i].is_word
        for i, day in zip(range(*words), days, strict=True)
    )


def _is_where_said(reading: Reading, words: WordSpan) -> bool:
    """Whether the words end in a noun for something written or spoken: *a statement*, *einer Mitteilung*."""
    last = words.last - 1
    noun = WordSpan(last, words.last)
    if reading.words[last].roles or (reading.words[last].capital and not reading.grammar.nouns.capitalised):
        return False
    medium = reading.lexicon.media.at(reading, last, words.last)
    written = is_document(reading, noun) or is_account(reading, last)
    return written or (medium is not None and medium.value is MediumKind.DOCUMENT)


def _other_phrase(reading: Reading, words: WordSpan) -> int | None:
    """Where another noun phrase or the rest of a clause opens, as no noun phrase goes on: behind a noun with its
    article at its end, or where a possessive stands behind a noun."""
    nouns = reading.grammar.nouns
    for place in range(words.first + 1, words.last):
        word, before = reading.words[place], reading.words[place - 1]
        if not before.is_word or before.roles or not word.is_word:
            continue
        if nouns.capitalised and before.capital and WordRole.POSS in word.roles and not word.capital:
            return place
        plain = not word.roles and not word.capital and word.key.isalpha() and before.key.isalpha()
        if plain and not nouns.capitalised and _is_definite(reading, place - 1):
            return place
    return None


def _is_definite(reading: Reading, place: int) -> bool:
    """Whether the word is a known noun for a source that its article ends: *dommen*, *rapporten*."""
    endings = reading.grammar.nouns.definite_endings
    word, noun = reading.words[place], WordSpan(place, place + 1)
    if not endings or reading.grammar.word_order.noun_before_adjective or not word.key.endswith(endings):
        return False
    if word.capital and word.start not in reading.opening_starts:
        return False
    return is_document(reading, noun) or is_listed(reading, noun)
