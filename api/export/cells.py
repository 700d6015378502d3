"""Tables as CSV (RFC 4180, UTF-8) that no spreadsheet takes for formulas.

A text that begins with what a spreadsheet may read as a formula (``= + - @``, tab, line break, their full-width forms,
also behind spaces) gets an apostrophe before it, and so does one that begins with an apostrophe: taking one apostrophe
from the start of every text that has one gives the text again. Numbers are written as they are.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

Cell = str | int | float | None
FORMULA = re.compile(r"'|[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\ufeff]*[=+\-@＝＋－﹣−＠\t\r\n]")


def cell(value: Cell) -> Cell:
    """The value as it is safe in a table; nothing for ``None``."""
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value


def text_of(written: str) -> str:
    """The text that a cell was written for."""
    return written[1:] if written.startswith("'") else written


def table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table with its header as CSV."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([cell(name) for name in header])
    writer.writerows([cell(value) for value in row] for row in rows)
    return written.getvalue().encode("utf-8")
