"""The set of sources written for this project: each language's texts say the same, with the same kinds of sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.resources import languages
from analysis.sources import find_sources
from tests.analysis.attribution import document_of

FOLDER = Path(__file__).parent / "data" / "sources"
FLOOR = 0.92
"""Least F1 of the sources found in any language."""
RIGHT_KIND = 0.95
"""Least share of the sources found whose kind is right."""
LEAST = 25
KINDS = {"official", "document", "social", "outlet", "anonymous", "person", "credit"}


@dataclass(frozen=True)
class Result:
    """How a language came out, and what went wrong."""

    marked: int
    found: int
    hits: int
    right: int
    problems: tuple[str, ...]

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.marked + self.found)


def texts_of(code: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each text with its sources: kind, and words of the name."""
    texts: list[tuple[list[str], list[tuple[str, str]]]] = [([], [])]
    lines = (FOLDER / f"{code}.txt").read_text(encoding="utf-8").splitlines()[3:]
    for number, line in enumerate(lines):
        if line.startswith("\t"):
            kind, name = line.strip().split("\t")
            texts[-1][1].append((kind, name))
        elif line and (texts[-1][1] or (texts[-1][0] and _stands_alone(lines, number))):
            texts.append(([line], []))
        else:
            texts[-1][0].append(line)
    return [("\n".join(text).strip(), sources) for text, sources in texts]


def _stands_alone(lines: list[str], number: int) -> bool:
    """A text without sources is the last before an empty line, or of the file."""
    later = lines[number:]
    return not any(line.startswith("\t") for line in later)


@cache
def result(code: str) -> Result:
    marked = found = hits = right = 0
    problems: list[str] = []
    for text, wanted in texts_of(code):
        document = document_of(text, code)
        actors = find_actors(document)
        sources, sourcing = find_sources(document, actors, find_quotes(document, actors))
        left = [(source.type, source.name) for source in sources]
        left += [("credit", span.text) for span in sourcing.wire_credits]
        marked, found = marked + len(wanted), found + len(left)
        for kind, name in wanted:
            hit = next((own for own in left if name.casefold() in own[1].casefold()), None)
            if hit is None:
                problems.append(f"missed {kind} {name}")
                continue
            left.remove(hit)
            hits, right = hits + 1, right + (hit[0] == kind)
            if hit[0] != kind:
                problems.append(f"{name} is {kind}, not {hit[0]}")
        problems += [f"found {kind} {name}" for kind, name in left]
    return Result(marked, found, hits, right, tuple(problems))


@pytest.mark.parametrize("code", languages())
def test_every_language_has_a_set_with_every_kind(code: str) -> None:
    wanted = [source for _, sources in texts_of(code) for source in sources]
    assert len(wanted) >= LEAST
    assert {kind for kind, _ in wanted} == KINDS


@pytest.mark.parametrize("code", languages())
def test_sources_of_the_set_are_found(code: str) -> None:
    assert result(code).f1 >= FLOOR, result(code).problems


@pytest.mark.parametrize("code", languages())
def test_sources_of_the_set_have_the_right_kind(code: str) -> None:
    assert result(code).right / result(code).hits >= RIGHT_KIND, result(code).problems


@pytest.mark.parametrize("code", languages())
def test_texts_that_cite_nobody_have_no_source(code: str) -> None:
    silent = [text for text, sources in texts_of(code) if not sources]
    assert len(silent) == 2
    for text in silent:
        document = document_of(text, code)
        actors = find_actors(document)
        assert find_sources(document, actors, find_quotes(document, actors))[0] == ()
