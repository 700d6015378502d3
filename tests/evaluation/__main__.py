"""``python -m tests.evaluation [SET ...] PATH``: measures annotated sets through the service and prints a table.

PATH is a folder of data: a folder for each task with sets as ``.jsonl``, or one ``.jsonl`` of its name. SET is a task
(``quotes``) or one of its sets (``quotes/polnear_dev``); without any, all are measured. ``--write`` puts what is
published into ``analysis/data/quality.json``; ``--limit`` takes about so many rows of each set, for a quick look.
"""

from __future__ import annotations

import argparse
import importlib
import logging
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

from tests.evaluation.client import NotMeasured, Service
from tests.evaluation.published import Published, published, write
from tests.evaluation.sets import AnnotatedSet, Figure, read_sets
from tests.evaluation.tasks import TASKS

LINE = "{:<18} {:<20} {:<10} {:<42} {:>7} {:>7}"


def main() -> int:
    """Measure, print, and write if asked to; 1 if a set could not be measured, and then nothing of it is written."""
    chosen = arguments()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    print(LINE.format("task", "set", "language", "measure", "value", "n"))
    found: list[Published] = []
    failed = False
    for task, own in sets(chosen):
        try:
            figures = measured(task, own)
        except NotMeasured as error:
            failed = True
            print(f"{task} {own.name} was not measured: {error}", file=sys.stderr)
            continue
        show(task, own, figures)
        found += published(task, own, figures) if chosen.write else []
    if chosen.write:
        write(found)
        print(f"{len(found)} figures were written; now run: python -m tests.readme")
    return int(failed)


def arguments() -> argparse.Namespace:
    """The command line, read and checked."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("sets", metavar="SET", nargs="*", help=f"a task or one of its sets: {', '.join(TASKS)}")
    parser.add_argument("path", metavar="PATH", type=Path, help="folder of data")
    parser.add_argument("--limit", type=int, help="about so many rows of each set")
    parser.add_argument("--write", action="store_true", help="update analysis/data/quality.json")
    chosen = parser.parse_args()
    unknown = sorted(name for name in chosen.sets if name.partition("/")[0] not in TASKS)
    if unknown:
        parser.error(f"there is no task {', '.join(unknown)}")
    if not chosen.path.is_dir():
        parser.error(f"{chosen.path} is no folder")
    if chosen.write and chosen.limit is not None:
        parser.error("figures are published of whole sets only: leave out --limit")
    return chosen


def sets(chosen: argparse.Namespace) -> Iterator[tuple[str, AnnotatedSet]]:
    """The sets asked for, each with its task."""
    for task, folder in TASKS.items():
        if not chosen.sets or any(name.partition("/")[0] == task for name in chosen.sets):
            for own in read_sets(chosen.path, folder, chosen.limit):
                if not chosen.sets or {task, f"{task}/{own.name}"} & set(chosen.sets):
                    yield task, own


def measured(task: str, own: AnnotatedSet) -> list[Figure]:
    """The figures of a set. Raises NotMeasured if the service answers too little for any."""
    return list(importlib.import_module(f"tests.evaluation.tasks.{task}").figures(Service(), own))


def show(task: str, own: AnnotatedSet, figures: list[Figure]) -> None:
    """A line for each figure, as soon as the set is measured."""
    for one in figures:
        value = "-" if one.value is None else f"{one.value:.3f}"
        print(LINE.format(task, own.name, one.language, one.measure, value, one.n), flush=True)


if __name__ == "__main__":
    sys.exit(main())
