"""What languages declare is read strictly, and what they leave out is neutral."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from analysis import resources
from analysis.errors import DataError
from analysis.grammar import Grammar, grammar, read_grammar
from analysis.readability import FORMULAS
from analysis.resources import LANGUAGES, languages

FILES = [LANGUAGES / code / "grammar.toml" for code in languages()]
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)


def leaves(part: object, name: str = "grammar") -> Iterator[tuple[str, object]]:
    """Every field that holds no fields of its own, by its path."""
    assert is_dataclass(part)
    for field in fields(part):
        value = getattr(part, field.name)
        if is_dataclass(value):
            yield from leaves(value, f"{name}.{field.name}")
        else:
            yield f"{name}.{field.name}", value


@each_file
def test_a_grammar_states_its_source_and_its_licence(path: Path) -> None:
    text = path.read_text("utf-8")
    first, second = text.splitlines()[:2]
    assert re.fullmatch(r"# source: \S.*", first) and re.fullmatch(r"# licence: \S.*", second)
    assert text == unicodedata.normalize("NFC", text)


@each_file
def test_words_are_case_folded_and_stand_once(path: Path) -> None:
    found = dict(leaves(read_grammar(path)))
    listed = {
        name: value
        for name, value in found.items()
        if isinstance(value, tuple) and not name.endswith(("measures", "regions", "letters_of_the_norm"))
    }
    assert any(listed.values())
    for name, value in listed.items():
        assert len(set(value)) == len(value), name
        words = [word for entry in value for word in ((entry,) if isinstance(entry, str) else entry)]
        assert all(word == word.casefold() and "’" not in word for word in words), name


def test_measures_of_readability_exist() -> None:
    measures = {measure for code in languages() for measure in grammar(code).readability.measures}
    assert measures
    assert measures <= {formula.measure for formula in FORMULAS}


def test_every_field_is_declared_by_a_language() -> None:
    declared = {name for code in languages() for name, value in leaves(grammar(code)) if value}
    assert declared == {name for name, _ in leaves(Grammar())}


def test_a_language_is_read_once() -> None:
    assert [code for code in languages() if grammar(code) is not grammar(code)] == []


def test_a_language_without_data_has_the_neutral_grammar() -> None:
    assert grammar("fi") == grammar("xq") == Grammar()
    neutral = dict(leaves(Grammar()))
    assert neutral
    assert not any(neutral.values())


def test_a_tiny_grammar_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "grammar.toml"
    path.write_text("", "utf-8")
    assert read_grammar(path) == Grammar()
    path.write_text("[word_order]\nverb_second = true\n", "utf-8")
    assert read_grammar(path).word_order.verb_second and not read_grammar(path).nouns.capitalised


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ("verb_second = true", "no field 'verb_second'"),
        ("[word_order]\nverb_secnd = true", "grammar.toml of xq, word_order: there is no field 'verb_secnd'"),
        ("[word_order]\nverb_second = 1", "word_order, verb_second is true or false, not 1"),
        ('[nouns]\ncapitalised = "yes"', "nouns, capitalised is true or false"),
        ("name = 3", "name is a text"),
        ("word_order = true", "word_order is a table"),
        ('[nouns]\nfeminine_endings = "ung"', "feminine_endings is a list of words"),
        ("[nouns]\nfeminine_endings = [1]", "feminine_endings is a list of words"),
        ('[nouns]\nfeminine_endings = [""]', "feminine_endings is a list of words"),
        ('[verbs]\ns_passive = [["a", "b", "c"]]', "s_passive is a list of pairs of words"),
        ('[verbs]\npredicative = ["als"]', "predicative is a table from words to words"),
        ("[verbs.predicative]\nhalten = 1", "predicative is a table from words to words"),
        ("name =", "cannot be read"),
    ],
)
def test_anything_else_is_refused(tmp_path: Path, declared: str, said: str) -> None:
    path = tmp_path / "xq" / "grammar.toml"
    path.parent.mkdir()
    path.write_text(declared, "utf-8")
    with pytest.raises(DataError, match=re.escape(said)):
        read_grammar(path)


def test_a_supported_language_has_a_grammar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "LANGUAGES", tmp_path)
    monkeypatch.setattr(resources, "supported", lambda code: True)
    with pytest.raises(DataError, match="xq cannot be read"):
        grammar("xq")
