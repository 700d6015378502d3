"""Folds names so that spellings of one name in several languages and scripts become equal.

The fold is a rough phonetic key in the manner of Soundex and Kölner Phonetik, but it keeps vowels: it is made for
transliteration (Shevchuk, Sjevtjuk, Schewtschuk, Chevtchouk, Шевчук), not for names that merely sound alike.
"""

from __future__ import annotations

import re
import unicodedata

from analysis.text import compose, remembered

CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэіґўћђјљњ", "abvgdeziiklmnoprstufyeigucdjln", strict=True)) | {
    "ё": "e",
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
    "ї": "i",
    "є": "e",
    "џ": "dz",
}
GREEK = dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstifo", strict=True)) | {"θ": "th", "χ": "ch", "ψ": "ps"}
LETTERS = {"ß": "ss", "æ": "a", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i", "’": "'"}
CARONS = {"š": "sh", "ž": "zh", "č": "ch", "ș": "sh", "ş": "sh", "ț": "ts", "ţ": "ts", "ć": "ch", "ś": "sh", "ż": "zh"}

RULES = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"ou", "u"),
        (r"ae|ä", "a"),
        (r"oe|ö", "o"),
        (r"(?<![gq])ue|ü", "u"),
        (r"^gue?(?=[ei])|(?<=.)gu(?=[ei])|gh", "g"),
        (r"shch|sjtj|stsj|schtsch|chtch|zh|zj|sch|tsch|tch|tsj|tj|sj|sh|ch|cz", "$"),
        (r"ph", "f"),
        (r"kh|(?<=.)h(?=[aeiouy])", "h"),
        (r"th", "t"),
        (r"x", "ks"),
        (r"q|ck|c(?![eiy])", "k"),
        (r"ci(?=[aou])", "$"),
        (r"ts|tz|dz|c|z", "s"),
        (r"w", "v"),
        (r"ff$", "v"),
        (r"[yj]", "i"),
        (r"i+", "i"),
        (r"^i?e(?=.)", "e"),
        (r"(?<=[^aeiou])ie", "e"),
        (r"(?<=[^aeiou])ii?a", "ia"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[aeiou][nv])e$", ""),
        (r"(?<=[^aeiou])h(?![aeiou])", ""),
    )
)
"""Applied in order, to one word in lower case."""
KEPT = 16_384
"""Words whose results are kept, for each of the functions below: at most about 6 MB each."""


@remembered(KEPT)
def fold_word(word: str) -> str:
    """Key of one word of a name; the empty string if it has no letters or digits."""
    lower = compose(word).lower()
    lower = "".join(CYRILLIC.get(char, GREEK.get(char, LETTERS.get(char, CARONS.get(char, char)))) for char in lower)
    lower = "".join(char if char in "äöü" else _bare(char) for char in lower)
    lower = "".join(char for char in lower if char.isalnum())
    for pattern, new in RULES:
        lower = pattern.sub(new, lower)
    return lower


@remembered(KEPT)
def latin(word: str) -> str:
    """The word in Latin letters if it is in Cyrillic or Greek ones: a capital stays a capital."""
    if word.isascii():
        return word
    letters = [CYRILLIC.get(char.lower(), GREEK.get(char.lower())) for char in word]
    if all(letter is None for letter in letters):
        return word
    spelt = [
        char if letter is None else letter.capitalize() if char.isupper() else letter
        for char, letter in zip(word, letters, strict=True)
    ]
    return "".join(spelt)


def fold(text: str) -> str:
    """Key of a name of several words, joined by single spaces; hyphens part words."""
    parts = (fold_word(part) for part in re.split(r"[\s\-‐–]+", text[:200]))
    return " ".join(part for part in parts if part)


@remembered(KEPT)
def plain(text: str) -> str:
    """Lower case without diacritics, punctuation or doubled spaces: for looking up names that are spelt, not heard."""
    lower = "".join(LETTERS.get(char, char) for char in text[:200].lower())
    bare = "".join(_bare(char) for char in lower)
    return " ".join("".join(char if char.isalnum() else " " for char in bare).split())


def _bare(char: str) -> str:
    if char.isascii():
        return char
    return "".join(part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part))


def distance(first: str, second: str, limit: int) -> int:
    """Edits (insert, delete, change, swap of neighbours) between two words; ``limit + 1`` if there are more."""
    first, second = _apart(first, second)
    if limit == 1 and first[2:] and second[2:]:
        return limit + 1  # both ends differ, and no single edit mends two places
    width, far = len(second), limit + 1
    if abs(len(first) - width) > limit:
        return far
    before: list[int] = []
    row = [j if j < far else far for j in range(width + 1)]
    for i, a in enumerate(first, 1):
        new = [far] * (width + 1)
        new[0] = least = i if i < far else far
        for j in range(i - limit if i > limit else 1, (i + limit if i + limit < width else width) + 1):
            cost = row[j - 1] + (a != second[j - 1])  # what is further from the diagonal takes more than the limit
            cost = row[j] + 1 if row[j] < cost - 1 else cost
            cost = new[j - 1] + 1 if new[j - 1] < cost - 1 else cost
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == second[j - 1] and before[j - 2] < cost - 1:
                cost = before[j - 2] + 1
            new[j] = cost
            least = cost if cost < least else least
        if least > limit:
            return far
        before, row = row, new
    return row[-1]


def _apart(first: str, second: str) -> tuple[str, str]:
    """The words without what both begin with and what both end with."""
    while first and first[:1] == second[:1]:
        first, second = first[1:], second[1:]
    while first and first[-1:] == second[-1:]:
        first, second = first[:-1], second[:-1]
    return first, second
