"""Loads files: text, HTML, JSON, NDJSON and manifests, through the same code path as any other input."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from analysis.types import ArticleInput
from api.services import bulk
from api.services.context import Context
from api.services.errors import BodyError, refusal

TEXT, HTML, JSON, LINES = {".txt", ".text"}, {".html", ".htm"}, {".json"}, {".ndjson", ".jsonl"}
SUFFIXES = frozenset(TEXT | HTML | JSON | LINES)
DEFAULT_OUTLET = "local"
MANIFEST_ONLY = frozenset({"file", "known"})
"""Keys of a manifest that are not article input: the file beside it, and notes for its readers."""
Item = dict[str, Any]
Found = tuple[str, Item | Exception]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article of a file: ``reason`` says why it was refused, or what makes it a duplicate."""

    source: str
    status: Literal["accepted", "duplicate", "refused"]
    reason: str | None = None
    article: str | None = None
    story: str | None = None


def load_paths(
    context: Context,
    paths: Sequence[Path],
    read: Callable[[object], ArticleInput],
    outlet: str = DEFAULT_OUTLET,
) -> Iterator[Outcome]:
    """Store every article of these files and folders, in order; yields what became of each.

    ``read`` makes an article input of a JSON object and refuses what does not fit the schema. ``outlet`` is whose text
    and HTML files are; JSON names its outlet itself, and may say ``file`` instead of ``text`` or ``html``.
    """
    for result in bulk.ingest(context, found_in(paths, outlet), read):
        outcome = result.outcome
        if isinstance(outcome, Exception):
            yield Outcome(result.key, "refused", refusal(outcome))
        else:
            status: Literal["accepted", "duplicate"] = "duplicate" if outcome.duplicate else "accepted"
            reason = f"same {outcome.duplicate_by}" if outcome.duplicate else None
            yield Outcome(result.key, status, reason, outcome.record.id, outcome.record.story)


def count(paths: Sequence[Path], outlet: str = DEFAULT_OUTLET) -> int:
    """Number of articles in these files and folders, for a progress bar."""
    return sum(1 for _ in found_in(paths, outlet))


def found_in(paths: Iterable[Path], outlet: str) -> Iterator[Found]:
    """Every article of these files and folders, with where it stands; what cannot be read is an error in its place."""
    for path in paths:
        if path.is_dir():
            inside = sorted(item for item in path.rglob("*") if item.suffix.lower() in SUFFIXES and item.is_file())
            yield from found_in(inside, outlet)
        else:
            yield from _in_file(path, outlet)


def _in_file(path: Path, outlet: str) -> Iterator[Found]:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        yield str(path), BodyError(f"files of this kind are not read; known are {', '.join(sorted(SUFFIXES))}")
        return
    try:
        if suffix in LINES:
            yield from _in_lines(path)
        elif suffix in JSON:
            yield from _in_json(path)
        else:
            yield str(path), {"outlet": outlet, ("text" if suffix in TEXT else "html"): _text(path)}
    except (OSError, ValueError, RecursionError, BodyError) as error:
        yield str(path), BodyError(_unreadable(error))


def _in_lines(path: Path) -> Iterator[Found]:
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield f"{path}:{number}", _item(path, line)


def _in_json(path: Path) -> Iterator[Found]:
    value = json.loads(_text(path))
    listed = value.get("articles") if isinstance(value, dict) else value
    if not isinstance(listed, list):
        yield str(path), _completed(path, value)
        return
    for number, item in enumerate(listed):
        yield f"{path}#/{number}", _completed(path, item)


def _item(path: Path, line: str) -> Item | Exception:
    try:
        return _completed(path, json.loads(line))
    except (ValueError, RecursionError) as error:
        return BodyError(_unreadable(error))


def _completed(path: Path, item: object) -> Item | Exception:
    """The item with the text of the file that it names beside itself, or below."""
    if not isinstance(item, dict):
        return BodyError("an article is a JSON object")
    if "file" not in item:
        return item
    named = path.parent / str(item["file"])
    if not named.resolve().is_relative_to(path.parent.resolve()):
        return BodyError("`file` names a file beside the list, or below")
    form = "html" if named.suffix.lower() in HTML else "text"
    try:
        return {**{key: value for key, value in item.items() if key not in MANIFEST_ONLY}, form: _text(named)}
    except (OSError, ValueError) as error:
        return BodyError(_unreadable(error))


def _text(path: Path) -> str:
    """A file's text, byte for byte but for a byte order mark."""
    return path.read_bytes().decode("utf-8-sig")


def _unreadable(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror}"
    if isinstance(error, UnicodeDecodeError):
        return f"is not UTF-8: byte {error.start} cannot be decoded"
    return f"cannot be read: {error}" if not isinstance(error, RecursionError) else "is nested too deep"
