"""Nouns that have their article in them, and the verb behind them: *enligt bolaget | stiger hyran*."""

from __future__ import annotations

from analysis.attribution.reading import Reading, Word
from analysis.columns import WordRole
from analysis.matching import inflection

SHORTEST = 5
"""Letters of the shortest noun that is told from others by its ending."""
LONG_ENDING = 3
"""Letters of endings that adjectives do not have: *-arna*, *-ene*."""
FAR = 12
"""Most words from an auxiliary to its participle, a source between them."""
AUXILIARY = frozenset({WordRole.HAVE, WordRole.BE})
OPENING = frozenset(
    {
        WordRole.DET,
        WordRole.NEUT,
        WordRole.MASC,
        WordRole.FEM,
        WordRole.PLUR,
        WordRole.TIME,
        WordRole.PREP,
        WordRole.NEG,
    }
)
"""Roles of a word that begins another phrase behind the verb."""


def follows_definite(reading: Reading, place: int) -> bool:
    """Whether a plain word stands behind a noun with its article and before what begins another phrase.

    No noun phrase goes on so in a language with suffixed articles; where the verb stands second, the word is the verb.
    """
    order = reading.grammar.word_order
    if not order.verb_second or reading.grammar.nouns.capitalised or not 0 < place < len(reading.words) - 1:
        return False
    word, before, behind = reading.words[place], reading.words[place - 1], reading.words[place + 1]
    if not _is_plain(word) or not _is_plain(before) or word.key.endswith(reading.grammar.nouns.definite_endings):
        return False
    ending = _ending(reading, before)
    if not ending:
        return False
    return len(ending) >= LONG_ENDING or bool(behind.roles & OPENING) or behind.capital or _is_definite(reading, behind)


def completes_verb(reading: Reading, place: int) -> bool:
    """Whether a participle behind a noun with its article is that of an auxiliary before it: *har ifølge dommen |
    overført penge*."""
    if reading.grammar.nouns.capitalised or not 0 < place < len(reading.words):
        return False
    word, before = reading.words[place], reading.words[place - 1]
    if not _is_plain(word) or not _is_plain(before) or not _ending(reading, before):
        return False
    first = max(reading.sentences[reading.sentence_of(place)].first, place - FAR)
    waiting = any(reading.any_role(i, AUXILIARY) for i in range(first, place - 1))
    return waiting and inflection(reading.lexicon.code).is_participle(word.key)


def _is_plain(word: Word) -> bool:
    return word.is_word and not word.capital and not word.roles and word.key.isalpha()


def _is_definite(reading: Reading, word: Word) -> bool:
    return _is_plain(word) and bool(_ending(reading, word))


def _ending(reading: Reading, word: Word) -> str:
    """The longest article that the word may end in."""
    endings = [one for one in reading.grammar.nouns.definite_endings if word.key.endswith(one)]
    return max(endings, key=len, default="") if len(word.key) >= SHORTEST else ""
