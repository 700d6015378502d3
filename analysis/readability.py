"""How hard an article is to read, by formulas that are valid for its language.

| measure | languages | formula | source |
|---|---|---|---|
| ``lix`` | all | words / sentences + 100 · long words / words | Björnsson 1968 |
| ``rix`` | all | long words / sentences | Anderson 1983 |
| ``flesch_reading_ease`` | en | 206.835 − 1.015 · words / sentences − 84.6 · syllables / words | Flesch 1948 |
| | de | 180 − words / sentences − 58.5 · syllables / words | Amstad 1978 |
| | fr | 207 − 1.015 · words / sentences − 73.6 · syllables / words | Kandel & Moles 1958 |
| ``flesch_kincaid_grade`` | en | 0.39 · words / sentences + 11.8 · syllables / words − 15.59 | Kincaid et al. 1975 |
| ``automated_readability_index`` | en | 4.71 · letters / words + 0.5 · words / sentences − 21.43 | Senter 1967 |
| ``coleman_liau_index`` | en | 5.88 · letters / words − 29.6 · sentences / words − 15.8 | Coleman & Liau 1975 |
| ``wiener_sachtextformel`` | de | first formula | Bamberger & Vanecek 1984 |

A long word has more than six letters. For the other languages no published constants of the Flesch family were found
that could be checked; textstat applies the English ones to them without a word, so nothing is reported there. The
Flesch constants and the way German and French syllables are counted are textstat's; words and sentences are those of
our own segmentation, since textstat takes every "kl. 08.18" for two sentences and its English syllables need a
dictionary from the network; the tests compare whole formulas where textstat works. No measure compares across
languages: word length and compounding differ, so even LIX differs for one content.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from analysis.grammar import Readability as Declared
from analysis.grammar import grammar
from analysis.text import remembered
from analysis.types import Document, Readability, Score, Token

LONG_LETTERS = 6
"""A long word has more letters (Björnsson 1968)."""
LEAST_WORDS = 100
"""Fewer words give no score: the formulas were fitted to samples of 100 words and more (Flesch 1948)."""
RESAMPLES = 200
"""Bootstrap resamples of sentences: enough for the ends of a 95 % interval (Efron & Tibshirani 1993, ch. 13)."""
SEED = 20_250_101
RUNNING = frozenset({"lead", "body", "list"})
"""Roles whose sentences count; headlines and captions are no sentences in the sense of the formulas."""
COUNTS = ("sentences", "words", "letters", "long", "syllables", "one_syllable", "three_syllables")
MARKS = re.compile(r"'(?!t|s|d|ve|ll|re)|[^\w']")
"""What textstat takes off a word before its syllables are counted."""

if TYPE_CHECKING:
    from pyphen import Pyphen

Counts = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Formula:
    """A measure, whether it holds in every language or only where it is declared (``Readability.measures``), and how it
    follows from the counts."""

    measure: str
    everywhere: bool
    value: Callable[[dict[str, Counts], str], Counts]

    def holds_in(self, language: str) -> bool:
        """Whether it is valid in the language."""
        return self.everywhere or self.measure in grammar(language).readability.measures


def measure(document: Document) -> tuple[Readability, ...]:
    """All readability measures of an article, in the order of the table above.

    Each score is unbounded in principle, with the number of words as ``n`` and a 95 % bootstrap interval over
    sentences. It is ``None`` with ``insufficient_text`` below ``LEAST_WORDS`` words, and with ``unsupported_language``
    where the formula does not hold. ``comparable`` is always false: see above.
    """
    table = _count(document)
    words = int(table[:, COUNTS.index("words")].sum())
    samples = _resample(table) if words >= LEAST_WORDS else table
    return tuple(
        Readability(formula.measure, _score(formula, table, samples, words, document.language)) for formula in FORMULAS
    )


def _score(formula: Formula, table: Counts, samples: Counts, words: int, language: str) -> Score:
    if not formula.holds_in(language):
        return Score.unknown("unsupported_language", words)
    if words < LEAST_WORDS:
        return Score.unknown("insufficient_text", words)
    value = float(formula.value(_named(table.sum(axis=0, keepdims=True)), language)[0])
    low, high = np.percentile(formula.value(_named(samples), language), (2.5, 97.5))
    return Score(round(value, 3), None, words, (round(float(low), 3), round(float(high), 3)))


def _named(sums: Counts) -> dict[str, Counts]:
    return {name: sums[:, index] for index, name in enumerate(COUNTS)}


def _resample(table: Counts) -> Counts:
    """Sums of the counts over sentences drawn with replacement; one row a resample, the same for the same text."""
    generator = np.random.default_rng(SEED)
    size = len(table)
    sums = np.empty((RESAMPLES, len(COUNTS)))
    for row in range(RESAMPLES):
        sums[row] = np.bincount(generator.integers(size, size=size), minlength=size) @ table
    return sums[sums[:, 1] > 0]


def _count(document: Document) -> Counts:
    """One row a sentence of running text with its counts."""
    spoken = not SPOKEN.isdisjoint(grammar(document.language).readability.measures)
    rows = []
    for sentence in document.sentences:
        if sentence.role not in RUNNING:
            continue
        row = _count_words(document.tokens_in(sentence.start, sentence.end), document.language if spoken else None)
        if row[1]:
            rows.append(row)
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(COUNTS))


def _count_words(tokens: Iterable[Token], language: str | None) -> list[int]:
    words = letters = long = syllables = one = three = 0
    for token in tokens:
        if not token.is_word or token.text[0] in "'’" or token.text[-1] in "'’":
            continue
        length = sum(map(str.isalnum, token.text))
        words, letters, long = words + 1, letters + length, long + (length > LONG_LETTERS)
        if language:
            spoken = count_syllables(token.lower, language)
            syllables, one, three = syllables + spoken, one + (spoken == 1), three + (spoken > 2)
    return [1, words, letters, long, syllables, one, three]


@remembered(16_384)
def count_syllables(word: str, language: str) -> int:
    """Syllables of a case-folded word, at least one.

    Where vowels are declared: groups of them without those of silent endings; elsewhere as textstat counts them, by the
    places where the word can be hyphenated, with its own patterns but without its memory of every word.
    """
    own = grammar(language).readability
    if own.vowels:
        vowels, silent = _spelling(own)
        return max(1, len(vowels.findall(word)) - (silent is not None and silent.search(word) is not None))
    return len(_hyphenation(language).positions(MARKS.sub("", word))) + 1


@cache
def _spelling(own: Declared) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """What is a group of vowels, and which endings are silent, if any are."""
    return re.compile(f"[{own.vowels}]+"), re.compile(f"(?:{own.silent_ending})$") if own.silent_ending else None


@cache
def _hyphenation(language: str) -> Pyphen:
    from textstat.backend.utils import get_pyphen

    found: Pyphen = get_pyphen(language)
    found.hd.cache = Forgetful()
    return found


class Forgetful(dict[str, object]):
    """Keeps nothing: pyphen would remember every word it has ever seen."""

    def __setitem__(self, key: str, value: object) -> None:
        """Do nothing."""


@cache
def _flesch_constants(language: str) -> tuple[float, float, float]:
    """Base, weight of words per sentence, weight of syllables per word, as textstat has them."""
    from textstat.backend.utils import get_lang_cfg

    base, length, weight = (
        float(get_lang_cfg(language, key)) for key in ("fre_base", "fre_sentence_length", "fre_syll_per_word")
    )
    return base, length, weight


def _lix(count: dict[str, Counts], language: str) -> Counts:
    return count["words"] / count["sentences"] + 100 * count["long"] / count["words"]


def _rix(count: dict[str, Counts], language: str) -> Counts:
    return count["long"] / count["sentences"]


def _flesch(count: dict[str, Counts], language: str) -> Counts:
    base, length, weight = _flesch_constants(language)
    return base - length * count["words"] / count["sentences"] - weight * count["syllables"] / count["words"]


def _kincaid(count: dict[str, Counts], language: str) -> Counts:
    return 0.39 * count["words"] / count["sentences"] + 11.8 * count["syllables"] / count["words"] - 15.59


def _automated(count: dict[str, Counts], language: str) -> Counts:
    return 4.71 * count["letters"] / count["words"] + 0.5 * count["words"] / count["sentences"] - 21.43


def _coleman(count: dict[str, Counts], language: str) -> Counts:
    return 5.88 * count["letters"] / count["words"] - 29.6 * count["sentences"] / count["words"] - 15.8


def _wiener(count: dict[str, Counts], language: str) -> Counts:
    share = {name: 100 * count[name] / count["words"] for name in ("three_syllables", "long", "one_syllable")}
    return (
        0.1935 * share["three_syllables"]
        + 0.1672 * count["words"] / count["sentences"]
        + 0.1297 * share["long"]
        - 0.0327 * share["one_syllable"]
        - 0.875
    )


SPOKEN = frozenset({"flesch_reading_ease", "flesch_kincaid_grade", "wiener_sachtextformel"})
"""Measures that count syllables."""
FORMULAS = (
    Formula("lix", True, _lix),
    Formula("rix", True, _rix),
    Formula("flesch_reading_ease", False, _flesch),
    Formula("flesch_kincaid_grade", False, _kincaid),
    Formula("automated_readability_index", False, _automated),
    Formula("coleman_liau_index", False, _coleman),
    Formula("wiener_sachtextformel", False, _wiener),
)
"""Every measure; each article gets all of them, with a value or the reason for none."""
