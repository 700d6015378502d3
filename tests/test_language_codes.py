"""No code that runs in service names a language: what is true of one is declared in its folder."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.resources import DATA, LANGUAGES, languages

ROOT = Path(__file__).parent.parent
MAY_NAME = {
    "analysis/languages.py": "tells in which language a text is, and knows the other codes of each",
    "api/resources/shared/examples.py": "codes in the examples of the service's description",
}
"""Modules that name languages, and why."""
MODULES = sorted(
    path.relative_to(ROOT)
    for room in ("analysis", "api")
    for path in (ROOT / room).rglob("*.py")
    if "training" not in path.parts
)


def codes_in(source: str) -> Iterator[str]:
    """Codes that the code holds as a string, as words of a string, or as the name of an argument or a field.

    What a method of somebody else's calls its arguments (``click.echo(nl=False)``) is no code.
    """
    tree = ast.parse(source)
    methods = [call for call in ast.walk(tree) if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)]
    foreign = {id(key) for call in methods for key in call.keywords}
    for node in ast.walk(tree):
        match node:
            case ast.keyword() if id(node) in foreign:
                continue
            case ast.Constant(value=str(text)):
                words = text.split()
            case ast.keyword(arg=str(name)) | ast.arg(arg=name) | ast.Name(id=name) | ast.Attribute(attr=name):
                words = [name]
            case _:
                continue
        if words and all(word in languages() for word in words):
            yield f"line {node.lineno}: {' '.join(words)}"  # type: ignore[attr-defined]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_names_no_language(module: Path) -> None:
    found = list(codes_in((ROOT / module).read_text("utf-8")))
    assert bool(found) == (module.as_posix() in MAY_NAME), found


@pytest.mark.parametrize(
    "source",
    ['code == "de"', '{"en", "sv"}', '{"fr": 1}', '"de en"', "dict(ro=1)", 'f"{x}nb"', 'match x:\n case "da": 1'],
)
def test_a_code_is_seen_wherever_it_stands(source: str) -> None:
    assert list(codes_in(source))


def test_what_a_method_calls_its_arguments_is_no_code() -> None:
    assert list(codes_in("click.echo(text, ro=False); dict(ro=1)")) == ["line 1: ro"]


GRAMMAR = """
name = "Lumian"
own_name = "lumo"

[word_order]
verb_second = true

[nouns]
genitive_s = true

[verbs]
s_passive = [["as", "os"]]

[orthography]
elided = ["l"]

[dates]
ordinal_suffixes = ["-a"]

[readability]
measures = ["flesch_kincaid_grade"]
vowels = "aeiou"
"""
LISTS = {
    "articles": ["la"],
    "clause_words": ["en\tprep", "estas\tbe", "hodiaŭ\tadv time", "ke\tthat", "la\tdet", "ŝi\tfem"],
    "according": ["laŭ\tpre"],
    "cues": ["diras\tdiras\tneutral\tS\tf", "kritikas\tkritikas\temotive\tSJ\tf"],
    "function_words": ["en", "kaj", "ke", "la", "ne"],
    "gender_pronouns": ["ŝi\tfeminine"],
    "months": ["marto\t3"],
    "roles": ["urbestro\tmayor\tbare"],
    "speaker_roles": ["urbestro"],
    "frequencies": ["la\t5.0"],
}
"""Lists of a language that does not exist; the others are empty."""
TEXT = (
    "La ponto fermita\n\n"
    "«La ponto estas tro malnova kaj la urbo ne havas monon», diras urbestro Mira Tolen.\n\n"
    "Hodiaŭ diras Mira Tolen ke la ponto restas fermita. L'urbo kritikas la ministron.\n"
)
PROGRAM = """
import json, sys
from pathlib import Path
from analysis import resources
resources.DATA = Path(sys.argv[1])
resources.LANGUAGES, resources.WORLD, resources.MODELS = (
    resources.DATA / room for room in ("languages", "world", "models")
)
from analysis.attribution.lexicon import lexicon
from analysis.dates import find_dates
from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.segmentation.tokens import tokenise
from analysis.types import ArticleInput
from api.services.reference import supported_languages

text = sys.argv[2]
analysed = analyse(ArticleInput("one", text=text, language="xq", clean=False), load_encoder()).analysis
print(json.dumps({
    "language": analysed.article.language.code,
    "names": [[one.name, one.own_name, "readability.flesch_kincaid_grade" in one.metrics]
              for one in supported_languages() if one.code == "xq"],
    "languages": [one.code for one in supported_languages()],
    "people": [actor.name for actor in analysed.actors if actor.type == "person"],
    "quotes": [[quote.kind, quote.text, quote.speaker.name if quote.speaker else None] for quote in analysed.quotes],
    "passive": "diros" in lexicon("xq").cues,
    "tokens": [token.text for token in tokenise("L'urbo", "xq")],
    "dates": [found.value.value for found in find_dates("La 3-a marto 2026")],
}))
"""


@pytest.fixture(scope="module")
def ninth(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    """What a process answers whose languages are the eight and one more, which is a folder and nothing else."""
    data = tmp_path_factory.mktemp("data")
    own = data / "languages" / "xq"
    own.mkdir(parents=True)
    for path in (*DATA.iterdir(), *LANGUAGES.iterdir()):
        if path != LANGUAGES:
            (data / path.relative_to(DATA)).symlink_to(path)
    (own / "grammar.toml").write_text(GRAMMAR, "utf-8")
    for path in (LANGUAGES / languages()[0]).glob("*.txt"):
        (own / path.name).write_text("".join(f"{row}\n" for row in LISTS.get(path.stem, ())), "utf-8")
    program = [sys.executable, "-c", PROGRAM, str(data), TEXT]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, list[object]] = json.loads(done.stdout)
    return answer


def test_a_ninth_language_is_supported(ninth: dict[str, list[object]]) -> None:
    assert ninth["language"] == "xq"
    assert ninth["languages"] == sorted([*languages(), "xq"])
    assert ninth["names"] == [["Lumian", "lumo", True]]


def test_a_ninth_language_is_analysed_by_what_it_declares(ninth: dict[str, list[object]]) -> None:
    assert "Mira Tolen" in ninth["people"]
    kinds = {(kind, speaker) for kind, _, speaker in ninth["quotes"]}  # type: ignore[misc]
    assert {("direct", "Mira Tolen"), ("indirect", "Mira Tolen")} <= kinds
    assert ninth["passive"] and ninth["tokens"] == ["L'", "urbo"]
    assert ninth["dates"] == ["2026-03-03"]
