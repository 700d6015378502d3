"""The law of the word lists: every language has every list, in the same form, from a stated source."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from statistics import median

import pytest

from analysis.cleaning.phrases import units
from analysis.cleaning.reasons import REASONS
from analysis.errors import DataError
from analysis.resources import LANGUAGES, languages, mapping, read_rows, rows, supported, words

LISTS = sorted({path.name for path in LANGUAGES.rglob("*.txt")})
FILES = sorted(LANGUAGES.rglob("*.txt"))
OPEN_LIST = 50
"""A list of so many entries is of words; a shorter one is of grammar, whose size is the language's own."""
LEAST_SHARE = 0.25
"""Smallest share of the median size: inflection makes one language's list several times as long as another's."""
MAY_BE_EMPTY = ("name_finals.txt", "name_finals_doubtful.txt")
"""What names end in is doubtful only where an ending of words is spelt like it."""

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")


def entries(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def test_the_eight_languages_are_there() -> None:
    assert languages() == ("da", "de", "en", "fr", "nb", "nn", "ro", "sv")


@pytest.mark.parametrize("name", LISTS)
def test_every_language_has_every_list(name: str) -> None:
    assert [code for code in languages() if not (LANGUAGES / code / name).is_file()] == []


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_of_comparable_size(name: str) -> None:
    sizes = {code: len(entries(LANGUAGES / code / name)) for code in languages()}
    assert min(sizes.values()) > 0 or name in MAY_BE_EMPTY
    if median(sizes.values()) >= OPEN_LIST:
        assert min(sizes.values()) >= LEAST_SHARE * median(sizes.values()), sizes


@each_file
def test_a_list_states_its_source_and_its_licence(path: Path) -> None:
    first, second = path.read_text(encoding="utf-8").splitlines()[:2]
    assert re.fullmatch(r"# source: \S.*", first) and re.fullmatch(r"# licence: \S.*", second)


@each_file
def test_a_list_is_sorted_unique_and_composed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = entries(path)
    assert text == unicodedata.normalize("NFC", text) and text.endswith("\n")
    assert lines == sorted(set(lines))
    assert all(line == line.strip("\n ") and line.strip() for line in lines)


@each_file
def test_the_rows_of_a_list_are_read_as_they_stand(path: Path) -> None:
    assert ["\t".join(row) for row in rows(path.parent.name, path.stem)] == entries(path)


@pytest.mark.parametrize("code", languages())
def test_page_phrases_have_a_purpose_and_can_be_found(code: str) -> None:
    helping = {"caption", "credit", "job", "published", "updated"}
    for phrase, reason, _ in rows(code, "page_phrases"):
        assert reason in {*REASONS, *helping}
        assert units(phrase)


@pytest.mark.parametrize("code", languages())
def test_every_language_has_every_purpose_of_page_phrases(code: str) -> None:
    purposes = {row[1] for row in rows(code, "page_phrases")}
    assert purposes == {row[1] for row in rows("en", "page_phrases")}


@pytest.mark.parametrize("code", languages())
def test_an_abbreviation_says_whether_it_ends_a_sentence(code: str) -> None:
    assert set(mapping(code, "abbreviations").values()) == {"may", "never", "number"}


def test_an_unsupported_language_has_empty_lists() -> None:
    assert not supported("fi")
    assert rows("fi", "months") == () and words("fi", "months") == frozenset()


def test_a_list_that_is_missing_is_a_fault_of_the_package() -> None:
    with pytest.raises(DataError, match="nothing_such"):
        rows("sv", "nothing_such")
    with pytest.raises(DataError):
        read_rows(LANGUAGES / "sv")
