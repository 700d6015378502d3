"""More rows from the same texts: the other Nordic languages by rule-based translation, and inflected word forms.

Apertium (``apertium-swe-nor``, ``-swe-dan``, ``-dan-nor``, ``-nno-nob``, ``-es-ro`` of Debian) translates a sentence
into the neighbouring languages that the row lacks; simplemma's dictionaries turn a dictionary entry for a base form
into entries for its inflected forms.
"""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from shutil import which

from analysis.training.encoder.sources import WORD_SOURCES, Row, tidy, usable

NAMES = {"sv": "swe", "nb": "nob", "nn": "nno", "da": "dan", "ro": "ro", "es": "es"}
ROUTES = {"nb": ("sv", "da"), "nn": ("sv", "da"), "da": ("sv",), "sv": ("da",)}
"""For each language, the ones it is translated from. The translators from Norwegian are left out: they take seconds a
sentence, or gigabytes."""
QUICK = frozenset({"sv"})
CLOSE = frozenset({"tatoeba", "tatoeba_more", "stsb", "iot", "news"})
"""Sources of whole sentences, translated from every language; the others only from the quick one."""
UNTRANSLATED = WORD_SOURCES | {"ddtp"}
"""Dictionaries, and package descriptions: almost only Danish, which would take half an hour."""
FORM_LANGUAGES = ("sv", "nb", "nn", "da", "ro", "de", "fr", "en")
MIN_WORDS = 3
WORKERS = 2
STOPS = (".", "!", "?")
"""Ends of sentences; a text without one gets a full stop, lest the translator parse a thousand lines as one."""
LINES = 2_000
"""Lines given to one run of a translator, whose time and memory grow faster than they do."""


def translate(texts: list[str], source: str, target: str) -> list[str]:
    """Rule-based translation of one-line texts; raises RuntimeError if the translator is missing or loses a line."""
    if which("apertium") is None:
        raise RuntimeError(
            "apertium is not installed: apt-get install apertium apertium-swe-nor apertium-swe-dan "
            "apertium-dan-nor apertium-nno-nob apertium-es-ro"
        )
    marked = [text if text.endswith(STOPS) else f"{text} ." for text in texts]
    done = subprocess.run(
        ["apertium", "-u", f"{NAMES[source]}-{NAMES[target]}"],
        input="\n".join(marked) + "\n",
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.split("\n")[: len(texts)]
    if len(lines) != len(texts):
        raise RuntimeError(f"{source}-{target}: {len(texts)} lines went in and {len(lines)} came out")
    return [tidy(line if text.endswith(STOPS) else line.rstrip(". ")) for text, line in zip(texts, lines, strict=True)]


def neighbours(rows: list[Row]) -> int:
    """Adds to each row of sentences the Nordic languages it lacks; returns how many texts were added."""
    wanted: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        for source, target in _missing(row):
            wanted[source, target].add(row.texts[source])
    jobs = [(part, *pair) for pair, texts in sorted(wanted.items()) for part in _parts(sorted(texts))]
    with ThreadPoolExecutor(WORKERS) as pool:
        results = list(pool.map(lambda job: translate(*job), jobs))
    table: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for (texts, source, target), result in zip(jobs, results, strict=True):
        table[source, target].update(zip(texts, result, strict=True))
    added = 0
    for row in rows:
        for source, target in list(_missing(row)):
            text = table[source, target][row.texts[source]]
            if usable(text):
                row.texts[target] = text
                added += 1
    return added


def _parts(texts: list[str]) -> list[list[str]]:
    return [texts[i : i + LINES] for i in range(0, len(texts), LINES)]


def _missing(row: Row) -> Iterator[tuple[str, str]]:
    if row.source in UNTRANSLATED:
        return
    native = frozenset(row.texts)
    allowed = native if row.source in CLOSE else native & QUICK
    for target, sources in ROUTES.items():
        source = next((code for code in sources if code in allowed), None)
        if target not in native and source is not None and len(row.texts[source].split()) >= MIN_WORDS:
            yield source, target


def spanish_for_romanian(rows: list[Row]) -> int:
    """Gives Romanian sentences without any anchor a Spanish one, which the teacher reads."""
    bare = [row for row in rows if set(row.texts) == {"ro"}]
    for row, text in zip(bare, translate([row.texts["ro"] for row in bare], "ro", "es"), strict=True):
        if usable(text):
            row.texts["es"] = text
    return len(bare)


def word_forms(rows: list[Row], known: dict[str, frozenset[str]]) -> list[Row]:
    """Dictionary rows for inflected forms: the form, with what the dictionaries give for its base form.

    ``known``: the forms worth a row, by language (those that texts or frequency lists contain).
    """
    meanings: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        if row.source in WORD_SOURCES:
            for code in FORM_LANGUAGES:
                text = row.texts.get(code, "")
                if text and " " not in text and "en" in row.texts and code != "en":
                    meanings[code, text.lower()].append(("en", row.texts["en"]))
    made: list[Row] = []
    for code in FORM_LANGUAGES:
        for form, lemma in inflections(code):
            if form in known.get(code, frozenset()) and form != lemma:
                made.extend(
                    Row("forms", {code: form, other: text})
                    for other, text in dict.fromkeys(meanings.get((code, lemma), [])[:4])
                )
    return made


def inflections(code: str) -> Iterator[tuple[str, str]]:
    """Pairs of form and base form from simplemma's dictionary, lower-cased."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    for form, lemma in sorted(DefaultDictionaryFactory().get_dictionary(code).items()):
        yield _text(form).lower(), _text(lemma).lower()


def _text(value: str | bytes) -> str:
    return value.decode("utf-8") if isinstance(value, bytes) else value


WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Lower-cased words of a text, as the tokenizer cuts them."""
    return WORD.findall(text.lower())
