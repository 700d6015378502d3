"""Which language a text is in.

A naive Bayes model over byte n-grams (py3langid; Lui & Baldwin 2012, retrained by its maintainer) tells it, among the
supported languages and others that are common on the web, so that a Finnish text is told as Finnish and not as the
nearest supported language. Bokmål, Nynorsk, Danish and Swedish share much of their spelling; there the frequent words
and the verbs of saying that only some of them have decide along.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from analysis.errors import InputError
from analysis.resources import languages, rows
from analysis.text import fold, has_words, words_of
from analysis.types import UNDETERMINED, Language

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 2000
"""Characters looked at; more does not change the answer and costs time."""
OTHERS = (
    "ar bg ca cs el es et fa fi fo ga gl he hi hr hu is it ja ko lt lv mk mt nl no pl pt ru sk sl sq sr th tr uk vi zh"
)
"""Languages told apart from the supported ones, by the model's codes; ``no`` is its code for Bokmål."""
SIBLINGS = ("nb", "nn", "da", "sv")
SIBLING_LISTS = ("function_words", "frequencies", "cues")
SIBLING_WEIGHT = 1.0
"""Log odds per listed word that one sibling has and another has not; accuracy is flat from 0.7 to 1.3."""
NEIGHBOURS = frozenset(SIBLINGS)
"""Languages whose readers understand each other's."""
SHORT_WORDS = 4
"""Fewer words than this cannot carry a sure answer."""
LEAST_CONFIDENCE = 0.3
"""Below it the language is ``und``: the model's own probability is calibrated, and a guess at 0.3 is mostly wrong."""
CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
ALIASES = {
    "swe": "sv", "nob": "nb", "nno": "nn", "nor": "no", "dan": "da", "ron": "ro", "rum": "ro", "mo": "ro", "eng": "en",
    "deu": "de", "ger": "de", "fra": "fr", "fre": "fr",
}  # fmt: skip
"""ISO 639-2 and -3 codes, and a retired one, of the supported languages."""


WRITTEN_IN = "en"
"""The language of summaries, pages and documents of our own."""


def detect(text: str, hint: str | None = None) -> Language:
    """Language of a text, with a confidence in [0, 1].

    ``hint`` is what the caller says: its region is dropped (``sv-SE`` is ``sv``), ``no`` becomes ``nb`` or ``nn`` by
    looking at the text, and any other code stands with confidence 1, supported or not. ``und`` is the code of a
    text that is too short or too mixed to tell. Raises InputError for a hint that is no language code.
    """
    code = normalise(hint)
    if code == "no":
        ranked = _ranked(text, only=("nb", "nn"))
        return Language(ranked[0][0] if ranked else "nb", 1.0)
    if code is not None:
        return Language(code, 1.0)
    ranked = _ranked(text)
    if not ranked or ranked[0][1] < LEAST_CONFIDENCE:
        return Language(UNDETERMINED, round(ranked[0][1], 4) if ranked else 0.0)
    return Language(ranked[0][0], round(min(1.0, ranked[0][1]), 4))


def normalise(hint: str | None) -> str | None:
    """The ISO 639-1 code a caller means, ``None`` if the caller leaves it open. Raises InputError for anything else."""
    if hint is None or not hint.strip() or hint.strip().casefold() == UNDETERMINED:
        return None
    match = CODE.fullmatch(hint.strip())
    if not match:
        raise InputError(f"{hint[:40]!r} is not a language code such as sv, nb or en.", "/language")
    code = match.group(1).casefold()
    return ALIASES.get(code, code)


def readable(tag: str) -> tuple[str, ...]:
    """Codes of the languages that a reader means by a tag (BCP 47).

    Its region counts for nothing, ``no`` is both kinds of Norwegian, and what is no tag is none.
    """
    try:
        code = normalise(tag)
    except InputError:
        return ()
    if code is None:
        return ()
    return ("nb", "nn") if code == "no" else (code,)


def akin(one: str, other: str) -> bool:
    """Whether two languages are one, or so near that they have most words in common."""
    return one == other or {one, other} <= NEIGHBOURS


def _ranked(text: str, only: tuple[str, ...] | None = None) -> list[tuple[str, float]]:
    """Codes with their probability, best first."""
    sample = text[:SAMPLE]
    if not has_words(sample):
        return []
    chances = {("nb" if code == "no" else code): chance for code, chance in _identifier().rank(sample)}
    tokens = [fold(word) for word in words_of(sample)]
    if len(tokens) < SHORT_WORDS:
        chances = {code: chance * len(tokens) / SHORT_WORDS for code, chance in chances.items()}
    chances = _weigh_siblings(chances, tokens)
    if only:
        chances = {code: chances.get(code, 0.0) for code in only}
    return sorted(chances.items(), key=lambda item: (-item[1], item[0]))


def _weigh_siblings(chances: dict[str, float], tokens: list[str]) -> dict[str, float]:
    """Share the probability of the siblings anew, by the words that are listed for some of them."""
    mass = sum(chances[code] for code in SIBLINGS)
    counts = Counter(tokens)
    found = {code: sum(n for word, n in counts.items() if word in _listed(code)) for code in SIBLINGS}
    most = max(found.values())
    weights = {code: max(chances[code], 1e-9) * math.exp(SIBLING_WEIGHT * (found[code] - most)) for code in SIBLINGS}
    total = sum(weights.values())
    return {**chances, **{code: mass * weight / total for code, weight in weights.items()}}


@cache
def _listed(code: str) -> frozenset[str]:
    """The words of a sibling: frequent ones and verbs of saying."""
    return frozenset(row[0] for name in SIBLING_LISTS for row in rows(code, name))


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # half a second: only when a language is asked for

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.nb_classes)
    identifier.set_languages([code for code in {*OTHERS.split(), *languages()} if code in known])
    return identifier
