"""What a row of the table of measures holds."""

from __future__ import annotations

EVERY = "*"
"""Stands for all supported languages."""
DECLARED = ""
"""Stands for the languages whose grammar names the measure."""
NETWORK = "a network that begins as multilingual-e5-small (Wang et al. 2024)"
READER = f"the one contextual reading of the article by {NETWORK}"
"""What stance and the certainty of claims are read off."""
CALIBRATED = "probabilities are calibrated by temperature scaling (Guo et al. 2017)"

Row = tuple[str, str, str, str, str, str, str, str]
"""Name (its place in the answers), title, meaning, range, unit, languages, source, weaknesses."""
