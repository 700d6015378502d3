"""Watch a folder of text files and print who reacts in which order: ``python examples/watch_folder.py FOLDER``.

Each ``.txt`` file is an article of the outlet that it is named after. It is read when it has come, and again when it
has changed. ``--once`` reads what is there and ends.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis.encoders import load_encoder
from analysis.errors import AnalysisError
from analysis.pipeline import analyse
from analysis.types import ArticleInput, Encoder

Stamps = dict[Path, tuple[int, int]]


def main(given: Sequence[str] | None = None) -> int:
    """Read what comes, until Ctrl-C ends it."""
    chosen = arguments(given)
    encoder, known = load_encoder(), Stamps()
    before = stamps(chosen.folder)
    try:
        while True:
            for path in settled(before, known, stamps(chosen.folder)):
                known[path] = before[path]
                print("\n".join(told(path, encoder)), flush=True)
            if chosen.once:
                return 0
            before = stamps(chosen.folder)
            time.sleep(chosen.every)
    except KeyboardInterrupt:
        return 0


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """The command line, read and checked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--once", action="store_true", help="read what is there and end")
    parser.add_argument("--every", type=float, default=1.0, metavar="SECONDS", help="how often to look (1)")
    chosen = parser.parse_args(given)
    if not chosen.folder.is_dir():
        parser.error(f"{chosen.folder} is no folder")
    return chosen


def stamps(folder: Path) -> Stamps:
    """The text files with time and size, by name."""
    found = Stamps()
    for path in sorted(folder.glob("*.txt")):
        try:
            state = path.stat()
        except FileNotFoundError:
            continue
        found[path] = (state.st_mtime_ns, state.st_size)
    return found


def settled(before: Stamps, known: Stamps, now: Stamps) -> list[Path]:
    """Files that are new or changed, and not still being written: the same at two looks."""
    return [path for path, stamp in now.items() if before.get(path) == stamp != known.get(path)]


def told(path: Path, encoder: Encoder) -> Iterator[str]:
    """The article's reactions in the order of its text, with the words."""
    try:
        own = analyse(ArticleInput(outlet=path.stem, text=path.read_text(encoding="utf-8")), encoder).analysis
    except (AnalysisError, OSError, UnicodeDecodeError) as error:
        yield f"{path.name} cannot be read: {error}"
        return
    names = {actor.id: actor.name for actor in own.actors}
    words = {quote.id: " ".join(quote.text.split()) for quote in own.quotes}
    yield f"{own.article.outlet} ({own.article.language.code}): {len(own.framing.reactions)} reactions"
    for number, one in enumerate(own.framing.reactions, 1):
        yield f"  {number}. {names.get(one.actor or '', 'somebody')}, {one.stance}: {words[one.quote]}"


if __name__ == "__main__":
    sys.exit(main())
