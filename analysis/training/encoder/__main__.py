"""One command from raw data to the shipped model.

``python -m analysis.training.encoder --data ../shared/train/encoder --names ../shared/train/ner --out OUT``

Needs ``apertium`` with the pairs that ``expand`` names, and the teachers' packages in the versions that the model
card states. ``--work`` keeps the teachers' vectors, so that a second run only trains. ``--clusters`` names the folder
with the event sets, for the curve "same event".
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from analysis.training.encoder import calibrate, dataset, expand, export, sources, targets, teachers, tokens, train

DIMENSIONS = 192
SEED = 3
THREADS = 2


def main() -> None:
    """Reads the arguments and runs the five steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of parallel text")
    parser.add_argument("--names", type=Path, required=True, help="folder of the name tagger's sentences")
    parser.add_argument("--clusters", type=Path, help="folder of the event sets")
    parser.add_argument("--out", type=Path, required=True, help="where the model is written")
    parser.add_argument("--work", type=Path, default=Path("encoder-work"), help="folder for the teachers' vectors")
    arguments = parser.parse_args()
    torch.set_num_threads(THREADS)
    rows, tokenizer = prepare(arguments.data, arguments.names)
    build(rows, tokenizer, arguments.work, arguments.out)
    from analysis.encoders import load_encoder

    curves = calibrate.calibrate(load_encoder(str(arguments.out)), arguments.names, arguments.clusters)
    (arguments.out / "calibration.json").write_text(json.dumps(curves, indent=1) + "\n", encoding="utf-8")


def prepare(data: Path, names: Path) -> tuple[list[sources.Row], Tokenizer]:
    """Rows with their translations and inflected forms, and the tokenizer over their words."""
    rows = sources.parallel_rows(data) + sources.news_rows(names)
    expand.spanish_for_romanian(rows)
    print(f"{expand.neighbours(rows)} texts added by rule-based translation", flush=True)
    return extend(rows)


def extend(rows: list[sources.Row]) -> tuple[list[sources.Row], Tokenizer]:
    """The rows with inflected forms, and the tokenizer over all their words."""
    counts = tokens.word_counts(rows)
    known = {
        code: frozenset(tokens.listed_frequencies(code)) | {word for word, n in counts[code].items() if n > 1}
        for code in expand.FORM_LANGUAGES
    }
    forms = expand.word_forms(rows, known)
    tokens.add_counts(counts, forms)
    print(f"{len(rows)} rows, {len(forms)} inflected forms", flush=True)
    return rows + forms, tokens.build_tokenizer(counts)


def build(rows: list[sources.Row], tokenizer: Tokenizer, work: Path, out: Path) -> None:
    """Teachers, training, export."""
    anchors: dict[tuple[str, str], int] = {}
    for row in rows:
        key = sources.anchor(row)
        if key is not None:
            anchors.setdefault(key, len(anchors))
    wide = teachers.cached(teachers.multilingual, [text for _, text in anchors], work)
    chosen = targets.graded_rows(rows, SEED)
    english = teachers.cached(teachers.english, [rows[i].texts["en"] for i in chosen], work)
    at = np.asarray([anchors["en", rows[i].texts["en"]] for i in chosen])
    data = dataset.build(rows, tokenizer, anchors)
    graded = targets.graded_pairs(rows, chosen, wide[at], english, SEED)
    space = targets.common_space(wide, [code for code, _ in anchors], english, at, DIMENSIONS)
    start = targets.starting_vectors(data, space, tokenizer.get_vocab_size())
    first = train.train(data, space, start, graded, train.FIRST)
    trained = train.train(data, space, first, graded, train.SECOND)
    print(f"revision {export.write(out, tokenizer, trained)}", flush=True)


if __name__ == "__main__":
    main()
