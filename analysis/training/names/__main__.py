"""``python -m analysis.training.names --data FOLDER --words FOLDER --news FOLDER --out FOLDER``: train, export, report.

First what is known of words, then the teacher (German and English), its taggings, and the tagger that ships.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from analysis.actors.vocabulary import Vocabulary
from analysis.training.names import probe
from analysis.training.names.batches import Labels, Taught
from analysis.training.names.corpus import Augmenter, Sample, read
from analysis.training.names.evaluate import report
from analysis.training.names.export import FILE, save
from analysis.training.names.lexicon import build
from analysis.training.names.network import Tagger
from analysis.training.names.teacher import Teacher, teach
from analysis.training.names.train import Material, fit
from analysis.training.names.unmarked import STYLES, sentences
from analysis.training.names.words import Lists, all_words, frequencies, listed, read_lists


def main() -> None:
    """Train the tagger from the raw data and write its file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training pack")
    parser.add_argument("--words", type=Path, required=True, help="folder of the dictionaries")
    parser.add_argument("--news", type=Path, required=True, help="folder of the sets that may be trained on")
    parser.add_argument("--out", type=Path, required=True, help="folder for tagger.npz")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--teacher-epochs", type=int, default=4)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    samples, held = read(options.data)
    print(f"{len(samples)} sentences", flush=True)
    lists = read_lists()
    labels = Labels(build(options.words), vocabulary(samples, lists, options.out / "vectors.npy"))
    taught = lessons(samples, labels, lists, options)
    material = Material(samples, labels, Augmenter(samples, lists), taught)
    fit(material, Tagger, options.epochs, lambda model: save(model, labels, options.out))
    path = options.out / FILE
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    print(report(path, held))


def vocabulary(samples: list[Sample], lists: Lists, kept: Path) -> Vocabulary:
    """What is known of words; their vectors are kept in a file, since they take longest."""
    words = all_words(lists)
    guesses = probe.guesses(words, probe.vectors(words, kept), probe.targets(samples, lists))
    columns = [probe.classes(guesses), listed(words, lists), frequencies(words)]
    return Vocabulary.of(words, np.stack(columns, 1))


def lessons(samples: list[Sample], labels: Labels, lists: Lists, options: argparse.Namespace) -> list[Taught]:
    """Sentences with taggings of a teacher that was trained for it."""
    own = [sample for sample in samples if sample.language in STYLES]
    augmenter = Augmenter(own, lists)
    path: Path = options.out / "teacher.pt"
    material = Material(own, labels, augmenter)
    fit(material, Teacher, options.teacher_epochs, lambda model: torch.save(model.state_dict(), path))
    teacher = Teacher(labels.vocabulary.width)
    teacher.load_state_dict(torch.load(path))
    return teach(teacher.eval(), sentences(own, augmenter, options.words, options.news), labels)


if __name__ == "__main__":
    main()
