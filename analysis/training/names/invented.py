"""Invented people whose names are spelt as each language transliterates them.

The training pack holds few names from outside Western Europe; the news does not.
"""

from __future__ import annotations

import random
from pathlib import Path

from analysis.actors.features import TOKEN
from analysis.resources import read_rows

LISTS = Path(__file__).parent / "lists"
CYRILLIC_SHARE = 0.5
BASE = dict(zip("абвгдезиклмнопрстуфыэіґ", "abvgdeziklmnoprstufyeig", strict=True)) | {"ъ": "", "ь": ""}
NORDIC = {"ж": "zj", "й": "j", "х": "kh", "ц": "ts", "ч": "tj", "ш": "sj", "щ": "sjtj", "ю": "ju", "я": "ja", "ё": "jo"}
TABLES: dict[str, dict[str, str]] = {
    "sv": NORDIC | {"х": "ch", "щ": "sjtj"},
    "nb": NORDIC | {"ч": "tsj", "щ": "sjtsj"},
    "nn": NORDIC | {"ч": "tsj", "щ": "sjtsj"},
    "da": NORDIC,
    "en": {"ж": "zh", "й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"}
    | {"ё": "yo"},
    "de": {"ж": "sch", "й": "j", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch", "ю": "ju", "я": "ja"}
    | {"ё": "jo", "в": "w", "з": "s"},
    "fr": {"ж": "j", "й": "ï", "х": "kh", "ц": "ts", "ч": "tch", "ш": "ch", "щ": "chtch", "ю": "iou", "я": "ia"}
    | {"ё": "io", "у": "ou"},
    "ro": {"ж": "j", "й": "i", "х": "h", "ц": "ț", "ч": "ci", "ш": "ș", "щ": "șci", "ю": "iu", "я": "ia", "ё": "io"},
}


class Invented:
    """Draws names: Slavic ones in the language's own spelling, others as they are."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], list[str]] = {}
        for source in ("cyrillic", "world"):
            for row in read_rows(LISTS / f"{source}.txt"):
                self._names.setdefault((source, row[0]), []).append(row[1])

    def draw(self, language: str, size: int, dice: random.Random) -> tuple[str, ...]:
        """Tokens of a surname (``size`` 1) or of a given name and a surname."""
        source = "cyrillic" if dice.random() < CYRILLIC_SHARE else "world"
        kinds = ("surname",) if size == 1 else ("given", "surname")
        table = BASE | TABLES[language]
        words = [dice.choice(self._names[source, kind]) for kind in kinds]
        if source == "cyrillic":
            words = [transliterate(word, table) for word in words]
        return tuple(token for word in words for token in TOKEN.findall(word))


def transliterate(word: str, table: dict[str, str]) -> str:
    """The word in Latin letters, with a capital."""
    latin = "".join(table.get(char, char) for char in word.lower())
    return latin[:1].upper() + latin[1:]
