"""Cuts the pieces of multilingual-e5-small to those that the eight languages need.

``python -m analysis.training.reader.vocabulary --base FILE --tokenizer FILE --shared FOLDER --out FOLDER``

A piece is kept if a frequent word of a language (wordfreq, as it stands, capitalised and, of the most frequent, in
capitals), an entry of a word list or a sentence of what the models may be trained on has it; and so is every single
letter of an alphabet, so that no word is unreadable. The vectors stay as they are packed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import wordfreq
from tokenizers import Tokenizer

from analysis.resources import DATA
from analysis.training.reader.lines import read_lines
from analysis.training.reader.packed import PIECES, Packed

WORDS, CAPITALS = 120_000, 20_000
"""Frequent words of a language, and those of them that are also read in capitals."""
LANGUAGES = ("sv", "nb", "da", "ro", "en", "de", "fr")
"""Languages that wordfreq knows; Nynorsk comes with the lists and the sentences."""
PARALLEL = ("tatoeba", "tatoeba_more", "stsb", "xquad")
SPECIAL = range(4)
"""The pieces that begin, fill up and end a sequence, and the unknown one."""
LAST_ALPHABET = 0x2E80
"""The first code point behind alphabets and marks."""
SPACE = "▁"


def texts(shared: Path) -> Iterator[list[str]]:
    """What has to be readable, in portions."""
    for code in LANGUAGES:
        words = wordfreq.top_n_list(code, WORDS, wordlist="best")
        yield [*words, *(word.capitalize() for word in words), *(word.upper() for word in words[:CAPITALS])]
    for path in sorted((DATA / "languages").glob("*/*.txt")):
        yield [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()]
    train = shared / "train"
    for path in [*sorted((train / "ner").glob("*.gz")), *sorted(train.glob("[cs]*/*.jsonl"))]:
        yield [row["text"] for row in read_lines(path)]
    for name in PARALLEL:
        yield [text for row in read_lines(train / "encoder" / f"{name}.jsonl.xz") for text in row.values()]


def needed(tokenizer: Tokenizer, pieces: Iterable[str], portions: Iterable[list[str]]) -> list[int]:
    """The numbers of the pieces that are kept, in order."""
    kept = set(SPECIAL)
    for portion in portions:
        for found in tokenizer.encode_batch(portion, add_special_tokens=False):
            kept.update(found.ids)
    kept.update(number for number, piece in enumerate(pieces) if _is_letter(piece.replace(SPACE, "")))
    return sorted(kept)


def _is_letter(piece: str) -> bool:
    return len(piece) <= 1 and all(ord(one) < LAST_ALPHABET for one in piece)


def main() -> None:
    """Write ``tokenizer.json`` and ``pieces.npy``."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--base", "--tokenizer", "--shared", "--out"):
        parser.add_argument(name, type=Path, required=True)
    chosen = parser.parse_args()
    cut = json.loads(chosen.tokenizer.read_text(encoding="utf-8"))
    pieces = [piece for piece, _ in cut["model"]["vocab"]]
    kept = needed(Tokenizer.from_file(str(chosen.tokenizer)), pieces, texts(chosen.shared))
    place = {number: row for row, number in enumerate(kept)}
    cut["model"]["vocab"] = [cut["model"]["vocab"][number] for number in kept]
    cut["model"]["unk_id"] = place[cut["model"]["unk_id"]]
    cut["added_tokens"] = [{**one, "id": place[one["id"]]} for one in cut["added_tokens"] if one["id"] in place]
    cut["post_processor"] = None
    chosen.out.mkdir(parents=True, exist_ok=True)
    written = json.dumps(cut, ensure_ascii=False, separators=(",", ":"))
    (chosen.out / "tokenizer.json").write_text(written, encoding="utf-8")
    np.save(chosen.out / "pieces.npy", Packed(chosen.base.read_bytes()).blocks(PIECES)[kept])
    print(f"{len(kept):,} of {len(pieces):,} pieces kept")


if __name__ == "__main__":
    main()
