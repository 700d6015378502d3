"""Sets the temperatures of the read-outs on rows that were not learnt from (Guo et al. 2017).

``python -m analysis.training.reader.calibrate --out FOLDER --shared FOLDER [--own FOLDER]``

Certainty and the relation of two sentences on our own evaluation sets, stance on these and on the development set, tone
on the development part of NewsMTSC, the writer's attitude on our own. One number a read-out: no label changes. And
counts how common each class of tone is in what was learnt from. What is published of them is measured on other rows, or
said to be measured on the same ones.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import numpy as np
import numpy.typing as npt

from analysis.actors import find_actors, link_actors
from analysis.evidence.relations import side_of
from analysis.reader import Reader, Reading, Side
from analysis.segmentation import segment
from analysis.training.reader.corpus import DATA
from analysis.training.reader.lines import read_lines
from analysis.types import Actor, Article, Certainty, Document, Language, SentimentLabel, StanceLabel

OWN = Path(__file__).parents[3] / "tests" / "evaluation" / "data"
NEWS, NEWS_LEARNT = (f"gold/data/target_sentiment/newsmtsc_{part}.jsonl" for part in ("dev", "train"))
OWN_STANCES, STANCES_DEV = "stance.jsonl", "gold/data/stance/own_dev.jsonl"
HEATS = np.arange(0.3, 2.51, 0.05)
STANCES, TONES, CERTAINTIES = get_args(StanceLabel), get_args(SentimentLabel), get_args(Certainty)
KINDS = {"same": 0, "different_figure": 1, "contradicts": 2, "near_miss": 3}

Shares = npt.NDArray[Any]
Row = tuple[Shares, int]


def temperature(rows: Sequence[Row]) -> float:
    """The temperature that makes the true classes likeliest."""
    shares = np.stack([shares for shares, _ in rows]).astype(np.float64)
    labels = np.array([label for _, label in rows])
    return float(round(min(HEATS, key=lambda heat: _surprise(shares, labels, heat)), 2))


def _surprise(shares: Shares, labels: Shares, heat: float) -> float:
    raised = shares ** (1.0 / heat)
    true = raised[np.arange(len(labels)), labels] / raised.sum(axis=1)
    return float(-np.log(np.maximum(true, 1e-9)).mean())


def read(reader: Reader, text: str, code: str) -> tuple[Document, tuple[Actor, ...], Reading]:
    """A text as the analysis reads it."""
    document = segment(Article("calibration", text, Language(code, 1.0)))
    actors = find_actors(document)
    return document, actors, reader.read(document.text, document.sentences, actors)


def stance_rows(reader: Reader, path: Path) -> Iterator[Row]:
    """What is read of each statement, and what it is."""
    for row in read_lines(path):
        reading, said = read(reader, row["text"], row["lang"])[2], row["statement"]
        yield reading.stance(said["start"], said["end"]).shares, STANCES.index(row["stance"])


def tone_rows(reader: Reader, path: Path) -> Iterator[Row]:
    """What is read of each target, and what it is."""
    for row in read_lines(path):
        reading = read(reader, row["text"], row["lang"])[2]
        for target in row["targets"]:
            place = (target["start"], target["end"])
            whole = (0, len(row["text"]))
            tone = reading.tone(whole, [place], [whole], [], False)
            yield tone.shares, TONES.index(target["label"])


def attitude_rows(reader: Reader, path: Path) -> Iterator[Row]:
    """What is read of the writer's attitude toward each target, and what it is."""
    for row in read_lines(path):
        place, whole = (row["target"]["start"], row["target"]["end"]), (0, len(row["text"]))
        tone = read(reader, row["text"], row["lang"])[2].tone(whole, [place], [whole], [], True)
        yield tone.shares, TONES.index(row["attitude"])


def classes(shared: Path, own: Path) -> dict[str, list[float]]:
    """Shares of negative, neutral and positive among the targets that tone and attitude were fitted to."""
    learnt = [target["label"] for row in read_lines(shared / NEWS_LEARNT) for target in row["targets"]]
    learnt += [row["label"] for path in sorted((own / "polarity").glob("*.jsonl")) for row in read_lines(path)]
    attitudes = [row["label"] for path in sorted((own / "tone").glob("*.jsonl")) for row in read_lines(path)]
    return {
        name: [round(labels.count(label) / len(labels), 4) for label in TONES]
        for name, labels in (("tone", learnt), ("attitude", attitudes))
    }


def fact_rows(reader: Reader, path: Path) -> tuple[list[Row], list[Row]]:
    """What is read of each pair of tellings of one fact of which one is the fact, and of the certainty of each."""
    facts: dict[str, list[Any]] = {}
    certain: list[Row] = []
    for row in read_lines(path):
        document, actors, reading = read(reader, row["text"], row["lang"])
        facts.setdefault(row["fact"], []).append((row, document, actors, reading))
        shares = reading.certainty(0, len(document.text))
        certain.append((shares, CERTAINTIES.index(row["certainty"])))
    pairs: list[tuple[Side, Side]] = []
    labels: list[int] = []
    for told in facts.values():
        for one, other in combinations(list(zip(told, _sides(reader, told), strict=True)), 2):
            kinds = [one[0][0]["relation"], other[0][0]["relation"]]
            if "same" in kinds:
                kinds.remove("same")
                pairs.append((one[1], other[1]))
                labels.append(KINDS[kinds[0]])
    return list(zip(reader.relations(pairs), labels, strict=True)), certain


def _sides(reader: Reader, told: Sequence[Any]) -> list[Side]:
    renamed = link_actors([actors for _, _, actors, _ in told])
    return [
        side_of(document.article, _renamed(actors, ids), reading, (0, len(document.text)), reader)
        for (_, document, actors, reading), ids in zip(told, renamed, strict=True)
    ]


def _renamed(actors: Sequence[Actor], ids: dict[str, str]) -> tuple[Actor, ...]:
    return tuple(replace(actor, id=ids.get(actor.id, actor.id)) for actor in actors)


def main() -> None:
    """Write the temperatures into the card of the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--own", type=Path, default=OWN)
    chosen = parser.parse_args()
    path = chosen.out / "card.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    card["temperatures"] = dict.fromkeys(card["temperatures"], 1.0)
    card["classes"] = classes(chosen.shared, DATA)
    path.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    reader = Reader(chosen.out)
    pairs, certain = fact_rows(reader, chosen.own / "claims.jsonl")
    tone = temperature(list(tone_rows(reader, chosen.shared / NEWS)))
    card["temperatures"] |= {
        "stance": temperature(
            [
                row
                for path in (chosen.own / OWN_STANCES, chosen.shared / STANCES_DEV)
                for row in stance_rows(reader, path)
            ]
        ),
        "pair": temperature(pairs),
        "certainty": temperature(certain),
        "tone": tone,
        "mood": tone,
        "attitude": temperature(list(attitude_rows(reader, chosen.own / "loaded_language.jsonl"))),
    }
    path.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(card["temperatures"])


if __name__ == "__main__":
    main()
