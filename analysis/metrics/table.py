"""What a row of the table of measures holds."""

from __future__ import annotations

EVERY = "*"
"""Stands for all supported languages."""

Row = tuple[str, str, str, str, str, str, str, str]
"""Name (its place in the answers), title, meaning, range, unit, languages, source, weaknesses."""
