"""Makes the reader from beginning to end: vocabulary, fit, refit, export, calibrate.

    python -m analysis.training.reader.make --fetched FOLDER --shared FOLDER --out FOLDER [--minutes 180]

``--fetched`` is what ``analysis.training.fetch`` wrote. Below ``--out`` come ``pieces``, ``run`` and ``reader``, the
last in the form that ships. A step whose outcome is there is not taken again; where one is, all behind it are. The fit
itself goes on where it was broken off.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

HERE = "analysis.training.reader"
CALIBRATE = f"{HERE}.calibrate"
MEMORY = {"MALLOC_ARENA_MAX": "1", "MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "2000000000"}
"""The C library keeps what it has: given back and asked for again at each step, a quarter of the time went there."""


@dataclass(frozen=True, slots=True)
class Step:
    """A module that is run, its arguments, and what is there when it has been."""

    module: str
    arguments: tuple[str, ...]
    outcome: tuple[Path, ...]
    changes: bool = False
    """Whether it changes what is there: then an empty file tells that it was taken."""

    @property
    def done(self) -> bool:
        """Whether all of its outcome is there."""
        return all(path.exists() for path in self.outcome)

    def run(self) -> None:
        """Run it in a process of its own, so that its memory is given back."""
        subprocess.run([sys.executable, "-m", self.module, *self.arguments], check=True, env=os.environ | MEMORY)
        if self.changes:
            self.outcome[0].touch()


def steps(fetched: Path, shared: Path, out: Path, minutes: float) -> Iterator[Step]:
    """What is done, in order."""
    pieces, run, made = out / "pieces", out / "run", out / "reader"
    base = fetched / "e5-small-q4.bin"
    yield Step(
        f"{HERE}.vocabulary",
        _named(base=base, tokenizer=fetched / "tokenizer.json", shared=shared, out=pieces),
        (pieces / "tokenizer.json", pieces / "pieces.npy"),
    )
    yield Step(HERE, _named(base=base, pieces=pieces, shared=shared, out=run, minutes=minutes), (run / "reader.pt",))
    files = ("layers.onnx", "joint.onnx", "heads.npz", "tokenizer.json", "pieces.npy", "card.json")
    again = out / "refit"
    yield Step(f"{HERE}.refit", _named(pieces=pieces, shared=shared, run=run, out=again), (again / "reader.pt",))
    yield Step(f"{HERE}.export", _named(run=again, pieces=pieces, out=made), tuple(made / name for name in files))
    yield Step(CALIBRATE, _named(out=made, shared=shared), (run / "calibrated",), changes=True)


def _named(**given: object) -> tuple[str, ...]:
    return tuple(part for name, value in given.items() for part in (f"--{name}", str(value)))


def main(arguments: Sequence[str] | None = None) -> None:
    """Take every step that has not been taken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--fetched", "--shared", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=180.0)
    chosen = parser.parse_args(arguments)
    anew = False
    for step in steps(chosen.fetched, chosen.shared, chosen.out, chosen.minutes):
        name = step.module.removeprefix(f"{HERE}.")
        if step.done and not anew:
            print(f"{name}: there already", flush=True)
        elif step.module == CALIBRATE and find_spec(CALIBRATE) is None:
            print(f"{name}: no such step, every temperature is 1", flush=True)
        else:
            print(f"{name}: begun", flush=True)
            step.run()
            anew = True
    print(f"the reader is in {chosen.out / 'reader'}")


if __name__ == "__main__":
    main()
