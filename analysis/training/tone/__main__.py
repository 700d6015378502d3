"""Makes the shipped tone model.

``python -m analysis.training.tone --data FOLDER --dictionaries FOLDER --labelled FILE... --out FOLDER [--beside FILE]``

``--data`` holds ``newsmtsc_train.jsonl``; ``--dictionaries`` the files named in ``dictionary.SOURCES``; ``--labelled``
is what ``analysis.training.tone.teacher`` wrote, once or by several teachers; ``--beside`` is a tone.npz fitted before
whose networks are to read together with the new ones. A tenth of the training rows (by text) is held out to set the
temperature and to report figures. The card that is written says what the model was made from.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from analysis.encoders import load_encoder
from analysis.sentiment.head import ToneHead
from analysis.sentiment.network import WORDS, Network
from analysis.training.tone.dictionary import Dictionary, read_dictionary
from analysis.training.tone.figures import calibration_error, macro_f1, softmax, stored_as, temperature_for
from analysis.training.tone.fit import Example, Settings, fit
from analysis.training.tone.rows import LABELS, Row, context_of, gold_rows, held_out
from analysis.training.tone.templates import made_rows
from analysis.types import Encoder

MADE_PER_LANGUAGE, SEED = 1_000, 0
MEMBERS = 1
SMALLEST = 1e-9

DATA = {
    "NewsMTSC, training part (Hamborg & Donnay 2021): labels": "MIT",
    "ECB+; Giveme5W1H; Narrative Frames Corpus: text": "CC BY 3.0; Apache-2.0; MIT",
    "CrossNER; Universal NER English-EWT: text": "MIT; CC BY-SA 4.0",
    "Broad Twitter Corpus; Wikigold; WNUT 2017: text": "CC BY 4.0",
    "STS benchmark in six languages, training part; Tatoeba: translations": "CC BY-SA 4.0; CC BY 2.0 FR",
    "WordNet and Open Multilingual Wordnet; FreeDict; Apertium: dictionaries": "WordNet, CC BY-SA; GPL; GPL-3",
    "all-mpnet-base-v2, all-MiniLM-L6-v2: the teachers before they were fitted": "Apache-2.0",
    "made sentences": "the project's own",
}
"""What the weights were fitted to, and under which licence it was used. No text of it is shipped."""
LIMITS = (
    "Fitted to English news with words exchanged for other languages'; irony, long-range reference and background "
    "knowledge are not read. A critic is often judged negative with the criticised, as annotators do."
)

Examples = list[tuple[Row, Example]]
Materials = tuple[Examples, Examples, Dictionary, list[dict[str, Any]]]
Arrays = dict[str, npt.NDArray[Any]]


def main() -> None:
    """Fit, report, write."""
    options = _options()
    torch.set_num_threads(1)
    settings = Settings(epochs=options.epochs, extra_per_epoch=options.extra)
    gold, extra, dictionary, teachers = _materials(options)
    encoder = load_encoder()
    known = [example for row, example in gold if not held_out(row)]
    further = [example for row, example in extra if not held_out(row)]
    arrays = members(known, further, dictionary, encoder, settings, options.members)
    if options.beside:
        arrays |= _beside(options.beside, options.members)
    figures = _figures(arrays, encoder, [pair for pair in gold if held_out(pair[0])])
    print(figures, flush=True)
    card = {
        "name": "parallax-tone",
        "encoder": encoder.identity,
        "temperature": figures["temperature"],
        "labels": LABELS,
        "class_shares": np.mean([row.shares for row, _ in gold], axis=0).round(4).tolist(),
        "members": len({name.partition(".")[0] for name in arrays if "." in name}),
        "teachers": teachers,
        "rows": {"gold": len(gold), "labelled by the teachers and made": len(extra)},
        "data": DATA,
        "held_out": figures,
        "settings": asdict(settings),
        "limits": LIMITS,
    }
    write(options.out, arrays, card)


def members(
    gold: Sequence[Example],
    extra: Sequence[Example],
    dictionary: Dictionary,
    encoder: Encoder,
    settings: Settings,
    count: int,
) -> Arrays:
    """The arrays of so many networks, fitted alike from different seeds."""
    out: Arrays = {}
    for seed in range(count):
        net, vocabulary = fit(gold, extra, dictionary, encoder, replace(settings, seed=seed))
        out |= net.arrays(seed, vocabulary)
    return out


def _beside(path: Path, first: int) -> Arrays:
    """The arrays of networks fitted before, numbered from ``first``.

    Raises ValueError if they learnt of words themselves: the new networks' words are others.
    """
    with np.load(path, allow_pickle=False) as stored:
        found = {name: stored[name] for name in stored.files}
    if WORDS in found:
        raise ValueError(f"{path} holds what was learnt of single words, which only networks fitted together can share")
    numbered = ((*name.split(".", 1), array) for name, array in found.items())
    return {f"{first + int(member)}.{name}": array for member, name, array in numbered}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of newsmtsc_train.jsonl")
    parser.add_argument("--dictionaries", type=Path, required=True, help="folder of the dictionaries")
    parser.add_argument("--out", type=Path, required=True, help="folder to write tone.npz and card.json to")
    parser.add_argument("--labelled", type=Path, nargs="+", required=True, help="rows that teachers labelled")
    parser.add_argument("--beside", type=Path, help="tone.npz of networks fitted before")
    parser.add_argument("--cache", type=Path, help="keep contexts here between runs")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--extra", type=int, default=Settings().extra_per_epoch)
    parser.add_argument("--members", type=int, default=MEMBERS, help="networks that read together")
    return parser.parse_args()


def _materials(options: argparse.Namespace) -> Materials:
    """Gold and extra rows with their contexts, the dictionary and the teacher; kept in the cache if there is one."""
    if options.cache and options.cache.is_file():
        with options.cache.open("rb") as file:
            cached: Materials = pickle.load(file)
            return cached
    gold = list(_with_contexts(gold_rows(options.data / "newsmtsc_train.jsonl")))
    read = [_labelled(path) for path in options.labelled]
    labelled = [row for _, rows in read for row in rows]
    extra = list(_with_contexts([*made_rows(MADE_PER_LANGUAGE, SEED), *labelled]))
    materials = gold, extra, read_dictionary(options.dictionaries), [teacher for teacher, _ in read]
    if options.cache:
        options.cache.write_bytes(pickle.dumps(materials))
    return materials


def _labelled(path: Path) -> tuple[dict[str, Any], list[Row]]:
    """What the file says of the teacher, and its rows."""
    rows = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        teacher: dict[str, Any] = json.loads(next(lines))
        for line in lines:
            entry = json.loads(line)
            low, middle, high = entry["shares"]
            extent = (entry["start"], entry["end"])
            row = Row(entry["text"], entry["lang"], extent, (low, middle, high), (), entry["weight"], entry["group"])
            rows.append(row)
    return teacher, rows


def _with_contexts(rows: Iterator[Row] | Sequence[Row]) -> Iterator[tuple[Row, Example]]:
    for row in rows:
        context = context_of(row)
        if context is not None:
            yield row, Example(context, row.shares, row.weight, row.language == "en")


def _figures(arrays: Arrays, encoder: Encoder, held: Examples) -> dict[str, Any]:
    """Temperature and figures on the rows held out, read as at run time."""
    head = ToneHead(Network(arrays, 1.0), encoder)
    readings = head.read([example.context for _, example in held])
    logits = np.log(np.stack([reading.probabilities for reading in readings]) + SMALLEST)
    gold = np.array([int(np.argmax(example.shares)) for _, example in held])
    temperature = round(temperature_for(logits, gold), 4)
    chances = softmax(logits / temperature)
    return {
        "temperature": temperature,
        "held_out_rows": len(held),
        "macro_f1": round(macro_f1(gold, chances.argmax(axis=1)), 4),
        "calibration_error": round(calibration_error(chances, gold), 4),
    }


def write(folder: Path, arrays: Arrays, card: Mapping[str, Any]) -> None:
    """The model's two files."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / "tone.npz", **stored_as(arrays))  # type: ignore[arg-type]
    (folder / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
