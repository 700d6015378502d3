"""Names that say nothing of what they name: made of syllables alike for people, bodies and places.

Put in place of the names of a corpus they leave what stands around as the only witness.
"""

from __future__ import annotations

import random

from analysis.training.names.corpus import Sample, spans

ONSETS: tuple[str, ...] = (
    *"bcdfghjklmnprstvwz",
    "bl",
    "br",
    "cr",
    "dr",
    "fr",
    "gr",
    "kl",
    "kr",
    "pr",
    "qu",
    "st",
    "sv",
    "tr",
    "",
)
VOWELS: tuple[str, ...] = (*"aeiouyaeio", "ei", "au", "ia")
CODAS: tuple[str, ...] = ("", "", "", *"nrlsmtkxvd", "nd", "rt", "st", "ck", "ng")
FINALS = ("a", "o", "is", "en")
SYLLABLES = (1, 2, 2, 2, 3)
LETTERS, INNER = 0.06, 0.04
"""How often a short word stands in capitals, and how often a capital stands within."""
SHORT = 3
EXCHANGED, AS_LONG, GENITIVE = 0.85, 0.7, 0.5
"""How often a name is exchanged, how often by one of as many words, and how often a final s stays."""
LONGEST = 2
"""Words of the longest name that is exchanged; in longer ones their own words tell what they name."""
WITH_GENITIVE = frozenset({"sv", "nb", "nn", "da", "de"})
"""Languages whose genitive is a bare s."""


def word(dice: random.Random) -> str:
    """A made word with a capital."""
    made = "".join(
        dice.choice(ONSETS) + dice.choice(VOWELS) + dice.choice(CODAS) for _ in range(dice.choice(SYLLABLES))
    )
    if len(made) < SHORT:
        made += dice.choice(FINALS)
    draw = dice.random()
    if draw < LETTERS and len(made) < 2 * SHORT:
        return made.upper()
    if draw < LETTERS + INNER:
        return made.capitalize() + (dice.choice(ONSETS) + dice.choice(VOWELS)).capitalize() + dice.choice(CODAS)
    return made.capitalize()


def neutral(sample: Sample, dice: random.Random) -> Sample:
    """The sentence with made names in place of short ones."""
    words, spaced, allowed = list(sample.words), list(sample.spaced), list(sample.allowed)
    for kind, start, end in reversed(spans(sample)):
        if end - start > LONGEST or not words[start][0].isupper() or dice.random() >= EXCHANGED:
            continue
        size = end - start if dice.random() < AS_LONG else 1
        new = [word(dice) for _ in range(size)]
        owner = sample.language in WITH_GENITIVE and words[end - 1].endswith("s") and dice.random() < GENITIVE
        if owner and not new[-1].endswith("s"):
            new[-1] += "s"
        first, rest = 1 << (1 + 2 * kind), 1 << (2 + 2 * kind)
        words[start:end], spaced[start:end] = new, [sample.spaced[start]] + [True] * (size - 1)
        allowed[start:end] = [first] + [rest] * (size - 1)
    return Sample(sample.language, sample.source, tuple(words), tuple(spaced), tuple(allowed))
