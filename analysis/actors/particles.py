"""Small words inside the names of people: *von der*, *de*, *bin*. They are of no one language."""

from __future__ import annotations

import re

PARTICLES = frozenset(
    "af al ben bin bint da dal de del della dem den der di dos du el ibn la le ten ter van vom von y zu zum zur".split()  # noqa: SIM905
)
MARKS = "\"'“”„«»‹›‘’‚"
_NICK = rf"[{MARKS}][^{MARKS}.,;:!?\n]{{2,30}}[{MARKS}]"
NICKNAME = re.compile(rf" (?:{_NICK}|\({_NICK}\)) ")
"""A nickname in quotation marks between a given name and a surname, with the spaces around it."""

ARABIC_ARTICLES = ("ad-", "al-", "an-", "ar-", "as-", "ash-", "at-", "az-", "el-")
"""The article in Arabic names, as it sounds before the next letter: *al-Sharaa*, *ad-Din*; a surname may go without."""
