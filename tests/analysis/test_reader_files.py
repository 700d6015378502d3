"""The reader has a name that follows from its files, and says which of them is missing or broken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analysis import METHOD_VERSION
from analysis.comparison import compare
from analysis.encoders import load_encoder
from analysis.errors import DataError
from analysis.pipeline import method
from analysis.reader import Reader, files, identity, load_reader
from analysis.types import Analysed, Method
from tests.analysis.stories import Told, told


def folder(where: Path, **replaced: bytes | None) -> Path:
    """The shipped reader's files but for those replaced; ``None`` leaves one out. Dots are written as underscores."""
    where.mkdir()
    for path in files.require(files.MODEL):
        content = replaced.get(path.name.replace(".", "_"), path)
        if isinstance(content, Path):
            (where / path.name).symlink_to(content)
        elif content is not None:
            (where / path.name).write_bytes(content)
    return where


def test_every_file_that_ships_belongs_to_the_reader() -> None:
    assert sorted(path.name for path in files.MODEL.iterdir() if path.suffix != ".md") == sorted(files.FILES)


def test_the_name_is_known_without_loading_the_reader_and_is_the_one_it_has() -> None:
    assert identity() == load_reader().identity
    assert identity().startswith(f"{files.NAME}@")


@pytest.mark.parametrize("name", files.FILES)
def test_another_file_is_another_name(tmp_path: Path, name: str) -> None:
    same = folder(tmp_path / "same")
    other = folder(tmp_path / "other", **{name.replace(".", "_"): b"other"})
    assert files.identity_of(same) == identity() != files.identity_of(other)


@pytest.mark.parametrize("name", files.FILES)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(DataError, match=name):
        Reader(folder(tmp_path / "reader", **{name.replace(".", "_"): None}))


@pytest.mark.parametrize("name", files.FILES)
@pytest.mark.parametrize("content", [b"", b"broken", b"{}"])
def test_a_broken_file_is_an_error_of_the_package(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(DataError, match="install the package again"):
        Reader(folder(tmp_path / "reader", **{name.replace(".", "_"): content}))


def test_a_method_names_the_reader() -> None:
    made = method(load_encoder())
    assert (made.version, made.stages) == (METHOD_VERSION, {"reader": identity()})


def test_a_comparison_names_every_stage_of_its_articles() -> None:
    analysed = [told(Told(outlet, ["The bridge was closed on Friday."])) for outlet in ("alpha", "beta")]
    old, new = (
        with_method(one, Method(version, "encoder", "data", stages))
        for one, version, stages in zip(
            analysed, ("1.0.0", "1.1.0"), ({}, {"reader": "parallax-reader@1"}), strict=True
        )
    )
    newer = with_method(new, Method("1.1.0", "encoder", "data", {"reader": "parallax-reader@2", "other": "x@1"}))
    named = compare([newer, old, new]).method
    assert named.version == "1.0.0, 1.1.0"
    assert named.stages == {"other": "x@1", "reader": "parallax-reader@1, parallax-reader@2"}


def with_method(analysed: Analysed, made: Method) -> Analysed:
    return replace(analysed, analysis=replace(analysed.analysis, method=made))
