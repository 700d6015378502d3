"""The reader's training in small: what is read of files, what each task loses, and that what is written was fitted."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from analysis.actors import find_actors
from analysis.reader import Reader, reader
from analysis.reader.network import Layers
from analysis.reader.vocabulary import Vocabulary
from analysis.segmentation import segment
from analysis.training.reader import batches, corpus, export, graph, made, refit, train, vocabulary
from analysis.training.reader.__main__ import started
from analysis.training.reader.batches import Batch
from analysis.training.reader.corpus import Encode
from analysis.training.reader.network import HIDDEN, Layer, Network, begin
from analysis.training.reader.packed import Packed
from analysis.training.reader.train import Data
from analysis.types import Article, Language
from tests.analysis import tiny_reader
from tests.analysis.reader_rows import (
    ATTITUDES,
    FACTS,
    SAID,
    STANCES,
    STATEMENT,
    TARGETS,
    TOWARD,
    TRANSLATED,
    lines,
    place,
    span,
)


@dataclass(frozen=True)
class Small:
    """A base, its pieces, and a network of one layer of each kind that begins as it."""

    base: Path
    pieces: Path
    vocabulary: Vocabulary
    encode: Encode
    data: Data

    def network(self) -> Network:
        torch.manual_seed(0)
        return started(self.vocabulary, self.base, layers=1, joint=1).eval()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Small]:
    folder = tmp_path_factory.mktemp("reader")
    base, whole = tiny_reader.base(folder / "base.bin"), tiny_reader.tokenizer(folder / "tokenizer.json")
    arguments = [
        "vocabulary",
        f"--base={base}",
        f"--tokenizer={whole}",
        f"--shared={folder}",
        f"--out={folder / 'pieces'}",
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "texts", lambda _: iter([["hund", "sailing"]]))
        patch.setattr(sys, "argv", arguments)
        vocabulary.main()
    pieces = folder / "pieces"
    words = Vocabulary(pieces / "tokenizer.json", pieces / "pieces.npy", np.zeros((3, HIDDEN), np.float32))
    encode = Encode(words)
    owned = list(corpus.attitudes([lines(folder / "t.jsonl", ATTITUDES)], encode))
    data = Data(
        stance=list(corpus.stances([lines(folder / "s.jsonl", STANCES)], encode)),
        tone=list(corpus.targets(lines(folder / "n.jsonl", TARGETS), encode)),
        attitude=[tone for tone, _ in owned],
        words=[words for _, words in owned],
        translated=list(corpus.translated(lines(folder / "p.jsonl", TRANSLATED), encode, 5, random.Random(0))),
        facts=corpus.tellings([lines(folder / "c.jsonl", FACTS)], encode),
    )
    yield Small(base, pieces, words, encode, data)


def test_packed_weights_come_back_as_they_were(tmp_path: Path) -> None:
    packed = Packed(tiny_reader.base(tmp_path / "base.bin", hidden=64, inner=96).read_bytes())
    assert (packed.hidden, packed.layers, packed.inner) == (64, tiny_reader.LAYERS, 96)
    assert packed.pieces == len(tiny_reader.PIECES)
    tensors = list(tiny_reader.tensors(64, 96))
    assert len(tensors) > tiny_reader.LAYERS
    for name, values, _ in tensors:
        assert np.array_equal(packed.tensor(name, *values.shape).numpy(), values), name
    state = packed.weights()
    assert state["encoder.layer.1.intermediate.dense.weight"].shape == (96, 64)
    assert len(state) == 4 + tiny_reader.LAYERS * 16


def test_pieces_that_words_need_and_single_letters_are_kept(tmp_path: Path) -> None:
    whole = vocabulary.Tokenizer.from_file(str(tiny_reader.tokenizer(tmp_path / "tokenizer.json")))
    kept = vocabulary.needed(whole, tiny_reader.PIECES, [["hund"], ["sailing"]])
    names = [tiny_reader.PIECES[number] for number in kept]
    assert kept == sorted(set(kept))
    assert names[:4] == list(tiny_reader.PIECES[:4])
    assert {"▁hund", "ing", "▁", "z", "Ö"} <= set(names)
    assert not {"▁kat", "漢", "<mask>"} & set(names)


def test_cut_pieces_have_the_vectors_that_they_had(small: Small) -> None:
    table = dict(zip(tiny_reader.PIECES, next(tiny_reader.tensors())[1], strict=True))
    pieces = small.vocabulary.pieces(["hund"])[0].ids
    assert np.array_equal(small.vocabulary.vectors(pieces), [table["▁hund"]])


def told(row: Any, mask: Any) -> str:
    """What stands under a mask, spaces left out."""
    found = [row.starts[at] for at in np.flatnonzero(mask)], [row.ends[at] for at in np.flatnonzero(mask)]
    return f"{min(found[0])}:{max(found[1])}"


def test_a_row_becomes_pieces_with_names_put_aside_and_masks(small: Small) -> None:
    first, other, _ = small.data.stance
    assert told(first.text, first.said) == "{}:{}".format(*place(STATEMENT, SAID))
    assert told(first.text, first.toward) == "{}:{}".format(*place(STATEMENT, TOWARD))
    assert not other.toward.any()
    assert first.group == other.group
    assert corpus.STANCES[first.label] == "criticism"
    named = {(int(first.text.starts[at]), int(first.text.ends[at])) for at, who in enumerate(first.text.actors) if who}
    assert tuple(place(STATEMENT, "Anna Lindqvist")) in named
    aside = first.text.ids[[who is not None for who in first.text.actors]].tolist()
    assert aside
    assert set(aside) <= {small.vocabulary.size + kind for kind in range(3)}


def test_loaded_words_and_targets_are_marked(small: Small) -> None:
    words, tone = small.data.words[0], small.data.attitude[0]
    text = ATTITUDES[0]["text"]
    assert tone.target.sum() == 1
    inside = {int(words.text.starts[at]) for at in np.flatnonzero(words.loaded)}
    assert min(inside) == text.index("hapless")
    assert max(inside) < text.index("fumbled") + len("fumbled")
    assert not words.loaded[[0, -1]].any()


def test_tellings_of_a_fact_share_actors_and_figures(small: Small) -> None:
    fact = small.data.facts[0]
    assert [telling.certainty for telling in fact] == [0, 1, 0, 3, 2]
    assert small.data.facts[1][0].certainty == -1
    one, other, another = (batches.slots_of(fact[0].text, fact[at].text, random.Random(0))[0] for at in (1, 2, 3))
    assert max(one) >= reader.NAME_SHARED
    assert reader.FIGURE_SHARED in one
    assert reader.FIGURE_ALONE in other
    assert reader.FIGURE_SHARED not in another


def test_a_name_is_read_alike_in_a_translation(small: Small) -> None:
    (row,) = small.data.translated
    assert row.in_english.sum() == row.in_other.sum() == 1
    assert row.other.language == "sv"


def test_pairs_have_the_relation_of_their_tellings(small: Small) -> None:
    pairs = list(batches.chosen_pairs(small.data.facts, random.Random(0)))
    every = [telling for fact in small.data.facts for telling in fact]
    assert {label for *_, label in pairs} == {batches.SAME, batches.FIGURE, batches.CONTRADICTS, batches.OTHER}
    assert {label for a, b, label in pairs if every[a].fact != every[b].fact} == {batches.OTHER}


def test_batches_hold_every_row_once(small: Small) -> None:
    dice = random.Random(0)
    for rows, drawn in (
        (small.data.stance, batches.stance_batches(small.data.stance, dice)),
        (small.data.tone, batches.plain_batches("tone", small.data.tone, dice)),
        (small.data.facts, batches.fact_batches(small.data.facts, dice)),
    ):
        assert sorted(id(row) for batch in drawn for row in batch.rows) == sorted(map(id, rows))
    chunks = batches.by_length(list(range(1, 40)), lambda row: row, dice, most=60)
    assert sorted(row for chunk in chunks for row in chunk) == list(range(1, 40))
    assert all(len(chunk) == 1 or len(chunk) * max(chunk) <= 60 for chunk in chunks)


@pytest.mark.parametrize("task", batches.LOSSES)
def test_a_task_loses_less_after_a_few_steps(small: Small, task: str) -> None:
    model = small.network()
    batch = Batch(task, getattr(small.data, task))
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4)
    lost = []
    for _ in range(5):
        loss = batches.loss_of(model, batch, random.Random(0))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        lost.append(loss.item())
    assert all(np.isfinite(lost))
    assert lost[-1] < lost[0]


def test_the_first_layers_are_those_of_the_base(small: Small) -> None:
    weights, model = Packed(small.base.read_bytes()).weights(), small.network()
    begin(model, weights)
    layers = [*model.layers, *model.joint]
    assert len(layers) > 1
    for number, layer in enumerate(layers):
        assert torch.equal(layer.up.weight, weights[f"encoder.layer.{number}.intermediate.dense.weight"])
        assert torch.equal(layer.qkv.weight[:HIDDEN], weights[f"encoder.layer.{number}.attention.self.query.weight"])


def test_a_refit_changes_nothing_but_the_read_out_of_stance(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refit, "PAIRS", 1)
    model = small.network()
    before = {name: value.clone() for name, value in model.state_dict().items()}
    batch = Batch("stance", small.data.stance)
    lost = batches.loss_of(model, batch, random.Random(0)).item()
    refit.refit(model, small.data.stance, seed=1)
    assert batches.loss_of(model, batch, random.Random(0)).item() < lost
    changed = {name for name, value in model.state_dict().items() if not torch.equal(value, before[name])}
    assert changed and all(name.startswith(refit.HEAD) for name in changed)


def test_short_statements_are_drawn_more_often(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refit, "PAIRS", 1)
    rows = small.data.stance
    for short, often in ((0, 1), (10_000, refit.PLAIN)):
        monkeypatch.setattr(refit, "SHORT", short)
        places = [place for batch in refit.drawn(rows, random.Random(0)) for place in batch]
        assert sorted(places) == sorted(list(range(len(rows))) * often)


def test_the_made_sentences_are_those_of_their_patterns() -> None:
    written = made.OUT.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in written] == made.made()


def random_layers(count: int) -> list[Layer]:
    torch.manual_seed(1)
    return [Layer(0.0).eval() for _ in range(count)]


@pytest.mark.parametrize(("bits", "off"), [(False, 1e-4), (True, 0.1)])
def test_the_graph_says_what_the_layers_say(tmp_path: Path, bits: bool, off: float) -> None:
    layers, first = random_layers(2), torch.nn.LayerNorm(HIDDEN, 1e-12)
    graph.write(layers, first, tmp_path / "layers.onnx", bits)
    rows = [np.random.default_rng(length).normal(size=(length, HIDDEN)).astype(np.float32) for length in (3, 9, 8)]
    read = Layers(tmp_path / "layers.onnx").read(rows)
    for row, got in zip(rows, read, strict=True):
        states = first(torch.from_numpy(row)[None])
        for layer in layers:
            states = layer(states, torch.zeros(1, 1, 1, len(row)))
        assert np.abs(states[0].detach().numpy() - got).max() < off
    assert [path.name for path in tmp_path.iterdir()] == ["layers.onnx"]


def test_a_fit_goes_on_where_it_was_and_what_is_exported_reads_as_it(
    small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train, "KEPT_EVERY", 0.0)
    model = train.fit(small.network(), lambda: small.data, 0.01, tmp_path, 1, "cpu")
    again = train.fit(small.network(), lambda: small.data, 0.01, tmp_path, 1, "cpu")
    kept = torch.load(tmp_path / "state.pt", weights_only=True)
    assert kept["at"][1] >= 1
    weights = export.fitted(tmp_path)
    fitted = again.state_dict()
    assert fitted.keys() == weights.keys() != set()
    assert all(torch.equal(weights[name], value) for name, value in fitted.items())
    export.export(weights, small.pieces, tmp_path / "made", {"stance": 2.0})
    card = json.loads((tmp_path / "made" / "card.json").read_text("utf-8"))
    assert card["temperatures"] == {**dict.fromkeys(export.HEATS, 1.0), "stance": 2.0}
    assert model.state_dict().keys() == weights.keys()
    same_reading(Reader(tmp_path / "made"), again, small)


def same_reading(reader: Reader, model: Any, small: Small) -> None:
    """The exported reader and the network read a statement alike, but for what eight bits take away."""
    document = segment(Article("test", STATEMENT, Language("en", 1.0)))
    reading = reader.read(document.text, document.sentences, find_actors(document))
    said = span(STATEMENT, SAID)
    row = small.data.stance[0]
    ids, seen = batches.padded([row.text], model.device)
    with torch.no_grad():
        states = model.read(ids, seen)
        logits, _ = model.stances(states, seen, batches.masks([row], "said", seen))
    wanted = torch.softmax(logits / 2.0, -1)[0].numpy()
    assert np.corrcoef(states[0].numpy().ravel(), reading.states.ravel())[0, 1] > 0.99
    assert np.abs(reading.stance(said["start"], said["end"]).shares - wanted).max() < 0.05
