"""Makes the shipped tone model.

``python -m analysis.training.tone --data FOLDER --dictionaries FOLDER --out FOLDER [--labelled FILE]``

``--data`` holds ``newsmtsc_train.jsonl``; ``--dictionaries`` the files named in ``dictionary.SOURCES``; ``--labelled``
is what ``analysis.training.tone.teacher`` wrote. A tenth of the training rows (by text) is held out to set the
temperature and to report figures.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from zlib import crc32

import numpy as np
import torch

from analysis.encoders import load_encoder
from analysis.sentiment.head import ToneHead
from analysis.sentiment.network import Network
from analysis.training.tone.dictionary import Dictionary, read_dictionary
from analysis.training.tone.figures import calibration_error, macro_f1, softmax, temperature_for
from analysis.training.tone.fit import Example, Settings, fit
from analysis.training.tone.rows import LABELS, Row, context_of, gold_rows
from analysis.training.tone.templates import made_rows
from analysis.training.tone.torchnet import TorchNet
from analysis.types import Encoder

HOLD_OUT = 10
MADE_PER_LANGUAGE = 500
SMALLEST = 1e-9

Examples = list[tuple[Row, Example]]


def main() -> None:
    """Fit, report, write."""
    options = _options()
    torch.set_num_threads(1)
    settings = Settings(epochs=options.epochs, seed=options.seed, extra_per_epoch=options.extra)
    gold, extra, dictionary = _materials(options)
    encoder = load_encoder()
    net, _ = fit(
        [example for row, example in gold if not _held_out(row)],
        [example for row, example in extra if not _held_out(row)],
        dictionary,
        encoder,
        settings,
    )
    figures = _figures(net, encoder, [pair for pair in gold if _held_out(pair[0])])
    print(figures, flush=True)
    shares = np.mean([row.shares for row, _ in gold], axis=0).round(4).tolist()
    _write(options.out, net, encoder.identity, figures, settings, shares, len(gold), len(extra))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of newsmtsc_train.jsonl")
    parser.add_argument("--dictionaries", type=Path, required=True, help="folder of the dictionaries")
    parser.add_argument("--out", type=Path, required=True, help="folder to write tone.npz and card.json to")
    parser.add_argument("--labelled", type=Path, help="rows a teacher labelled")
    parser.add_argument("--cache", type=Path, help="keep contexts here between runs")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--extra", type=int, default=Settings().extra_per_epoch)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def _materials(options: argparse.Namespace) -> tuple[Examples, Examples, Dictionary]:
    """Gold and extra rows with their contexts, and the dictionary; kept in the cache if there is one."""
    if options.cache and options.cache.is_file():
        with options.cache.open("rb") as file:
            cached: tuple[Examples, Examples, Dictionary] = pickle.load(file)
            return cached
    gold = list(_with_contexts(gold_rows(options.data / "newsmtsc_train.jsonl")))
    extra = list(_with_contexts(made_rows(MADE_PER_LANGUAGE, options.seed)))
    if options.labelled:
        extra += _with_contexts(_labelled(options.labelled))
    materials = gold, extra, read_dictionary(options.dictionaries)
    if options.cache:
        options.cache.write_bytes(pickle.dumps(materials))
    return materials


def _labelled(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            low, middle, high = entry["shares"]
            extent = (entry["start"], entry["end"])
            yield Row(entry["text"], entry["lang"], extent, (low, middle, high), (), entry["weight"], entry["group"])


def _with_contexts(rows: Iterator[Row] | Sequence[Row]) -> Iterator[tuple[Row, Example]]:
    for row in rows:
        context = context_of(row)
        if context is not None:
            yield row, Example(context, row.shares, row.weight, row.language == "en")


def _held_out(row: Row) -> bool:
    return bool(row.group) and crc32(row.group.encode()) % HOLD_OUT == 0


def _figures(net: TorchNet, encoder: Encoder, held: Examples) -> dict[str, float]:
    """Temperature and figures on the rows held out, read as at run time."""
    head = ToneHead(Network(net.arrays(), 1.0), encoder)
    readings = head.read([example.context for _, example in held])
    logits = np.log(np.stack([reading.probabilities for reading in readings]) + SMALLEST)
    gold = np.array([int(np.argmax(example.shares)) for _, example in held])
    temperature = temperature_for(logits, gold)
    chances = softmax(logits / temperature)
    return {
        "temperature": round(temperature, 4),
        "held_out_rows": len(held),
        "macro_f1": round(macro_f1(gold, chances.argmax(axis=1)), 4),
        "calibration_error": round(calibration_error(chances, gold), 4),
    }


def _write(
    folder: Path,
    net: TorchNet,
    encoder: str,
    figures: dict[str, float],
    settings: Settings,
    class_shares: list[float],
    gold: int,
    extra: int,
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {name: array.astype(np.float16) for name, array in net.arrays().items()}
    np.savez_compressed(folder / "tone.npz", **arrays)  # type: ignore[arg-type]
    card = {
        "name": "parallax-tone",
        "encoder": encoder,
        "temperature": figures["temperature"],
        "labels": LABELS,
        "class_shares": class_shares,
        "data": {
            "NewsMTSC, training part (Hamborg & Donnay 2021)": {"rows": gold, "licence": "MIT"},
            "rows labelled by a teacher, and made sentences": {"rows": extra},
        },
        "held_out": figures,
        "settings": asdict(settings),
        "limits": "Fitted to English news with words exchanged for other languages'; irony, long-range reference and "
        "background knowledge are not read. A critic is often judged negative with the criticised, as annotators do.",
    }
    (folder / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
