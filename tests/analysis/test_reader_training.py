"""The reader's training in small: what is read of files, what each task loses, and that what is written was fitted."""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import torch

from analysis.actors import find_actors
from analysis.reader import Reader, reader
from analysis.reader.network import Layers
from analysis.reader.vocabulary import Vocabulary
from analysis.segmentation import segment
from analysis.training.reader import (
    batches,
    corpus,
    export,
    graph,
    made,
    pairs,
    real_text,
    refit,
    renderings,
    reports,
    train,
    vocabulary,
)
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
    MATTERS,
    RENDERED,
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
        rendered=renderings.from_statements([lines(folder / "m.jsonl", MATTERS)], encode, random.Random(0)),
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
    one, other, another = (pairs.slots_of(fact[0].text, fact[at].text, random.Random(0))[0] for at in (1, 2, 3))
    assert max(one) >= reader.NAME_SHARED
    assert reader.FIGURE_SHARED in one
    assert reader.FIGURE_ALONE in other
    assert reader.FIGURE_SHARED not in another


def test_a_name_is_read_alike_in_a_translation(small: Small) -> None:
    (row,) = small.data.translated
    assert row.in_english.sum() == row.in_other.sum() == 1
    assert row.other.language == "sv"


def test_pairs_have_the_relation_of_their_tellings(small: Small) -> None:
    drawn = list(pairs.chosen_pairs(small.data.facts, random.Random(0)))
    every = [telling for fact in small.data.facts for telling in fact]
    assert {label for *_, label in drawn} == {pairs.SAME, pairs.FIGURE, pairs.CONTRADICTS, pairs.OTHER}
    assert {label for a, b, label in drawn if every[a].fact != every[b].fact} == {pairs.OTHER}


def test_two_statements_of_a_matter_miss_each_other_and_are_said_in_some_languages(small: Small) -> None:
    (fact,) = small.data.rendered
    assert [telling.relation for telling in fact] == ["same"] * 3 + ["near_miss"] * 3
    assert {telling.text.language for telling in fact} == {"en", "sv", "de"}
    labels = [label for *_, label in pairs.chosen_pairs([fact], random.Random(0))]
    assert sorted(labels) == [pairs.SAME] * 3 + [pairs.OTHER] * 9


def test_a_sentence_is_told_in_its_translations_and_missed_by_one_of_like_words(small: Small, tmp_path: Path) -> None:
    facts = renderings.from_sentences(lines(tmp_path / "r.jsonl", RENDERED), small.encode, 3, random.Random(0))
    sides = [{relation: set() for relation in ("same", "near_miss")} for _ in facts]
    for fact, told in zip(facts, sides, strict=True):
        for telling in fact:
            told[telling.relation].add(telling.gloss)
    assert [side["same"] for side in sides] == [{"0"}, {"1"}, {"2"}]
    assert [side["near_miss"] for side in sides] == [{"1"}, {"0"}, set()]


def shared(folder: Path, texts: dict[str, list[str]]) -> Path:
    """A shared folder with these texts in files of these names, and all others empty."""
    names = [f"gold/data/{name}.jsonl" for name in reports.ARTICLES]
    names += [f"train/ner/{name}.jsonl.gz" for name in (*reports.RUNNING, *reports.SINGLE)]
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = "".join(json.dumps({"lang": name[10:12], "text": text}) + "\n" for text in texts.get(name, ()))
        path.write_bytes(gzip.compress(rows.encode()) if path.suffix == ".gz" else rows.encode())
    return folder


def test_annotated_statements_are_found_in_their_reports(
    small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article, sentences = (
        "Heading\nThe mayor said the  bridge is a waste.",
        ["Sneen falt i natt.", "«Det er for seint å snu», sa ordføreren."],
    )
    texts = {"gold/data/clusters/ecb_dev.jsonl": [article], "train/ner/nb_norne.jsonl.gz": [*sentences, "Slutt."]}
    folder = shared(tmp_path, texts)
    reading = ["The mayor said the bridge is a waste.", " ".join(sentences)]
    found = dict(reports.texts(folder))
    assert found[reading[0]] == "en"
    assert found[reading[1]] == "nb"
    monkeypatch.setattr(reports, "LEARNT", tmp_path / "notes.tsv")
    note(reports.LEARNT, (reading[0], "the bridge is a waste", "criticism"))
    (statement,) = reports.statements(folder, small.encode)
    assert told(statement.text, statement.said) == "{}:{}".format(*place(reading[0], "the bridge is a waste"))
    assert corpus.STANCES[statement.label] == "criticism"


def note(path: Path, *rows: tuple[str, str, str]) -> None:
    lines = [
        f"{reports.key(text)}\t{text.index(part)}\t{text.index(part) + len(part)}\t{label}"
        for text, part, label in rows
    ]
    path.write_text("# source: a test\n" + "\n".join(lines), encoding="utf-8")


def test_the_stance_of_statements_in_reports_is_measured_through_the_analysis(tmp_path: Path) -> None:
    texts = ["The bridge is a disgrace, mayor Anna Berg said.", "The bridge opened in May, mayor Anna Berg said."]
    folder = shared(tmp_path, {"gold/data/clusters/ecb_dev.jsonl": texts})
    rows = [(text, text.split(",")[0], label) for text, label in zip(texts, ("criticism", "support"), strict=True)]
    note(tmp_path / "notes.tsv", *rows, ("Nowhere to be found.", "found", "neutral"))
    pairs = list(real_text.told(folder, reports.notes(tmp_path / "notes.tsv")))
    assert sorted(pairs) == [("criticism", "criticism"), ("support", "neutral")]


def test_what_is_told_of_real_reports_is_counted_with_its_uncertainty() -> None:
    pairs = [("criticism", "criticism"), ("neutral", "support"), ("support", "neutral"), ("neutral", "neutral")] * 25
    measured = real_text.figures(pairs)
    low, high = measured.pop("accuracy_95"), measured.pop("precision_95")
    assert measured == {"statements": 100, "accuracy": 0.5, "told": 50, "precision": 0.5, "recall": 0.5}
    for left, right in (low, high):  # type: ignore[misc, union-attr]
        assert 0.3 < left < 0.5 < right < 0.7
    assert real_text.figures([("neutral", "neutral")])["precision"] is None


def test_the_annotated_reports_are_named_once_and_of_all_stances() -> None:
    for path, least in ((reports.LEARNT, 1000), (reports.HELD_OUT, 300)):
        notes = [(name, note.start, note.end) for name, found in reports.notes(path).items() for note in found]
        assert len(notes) == len(set(notes)) > least
        assert {note.stance for found in reports.notes(path).values() for note in found} == set(corpus.STANCES)
    assert not reports.notes(reports.LEARNT).keys() & reports.notes(reports.HELD_OUT).keys()


def test_what_is_read_beside_a_statement_is_no_part_of_it(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = small.data.stance
    monkeypatch.setattr(batches, "BESIDE", 1.0)
    joined = batches.beside(rows, random.Random(0))
    one, alone, other = rows
    assert joined[1] is alone, "no other statement in its language"
    for before, after, beside in ((one, joined[0], other), (other, joined[2], one)):
        assert after.text.ids.tolist() in (
            [*before.text.ids[:-1], *beside.text.ids[1:]],
            [*beside.text.ids[:-1], *before.text.ids[1:]],
        )
        for mask in ("said", "around", "toward"):
            assert after.text.ids[getattr(after, mask)].tolist() == before.text.ids[getattr(before, mask)].tolist()
        assert (after.label, after.group) == (before.label, before.group)


def test_a_statement_is_weighed_in_its_own_sentences(small: Small) -> None:
    text = f"It rained. {STATEMENT} Nobody came."
    encoded = small.encode.text(text, "en")
    around = encoded.around(*place(text, SAID))
    assert encoded.inside(*place(text, SAID)).sum() < around.sum() < len(encoded.ids) - 2
    assert told(encoded, around) == "{}:{}".format(*place(text, STATEMENT))


def test_batches_hold_every_row_once(small: Small) -> None:
    dice = random.Random(0)
    for rows, drawn in (
        (small.data.stance, batches.stance_batches(small.data.stance, dice)),
        (small.data.tone, batches.plain_batches("tone", small.data.tone, dice)),
        (small.data.facts, batches.fact_batches("facts", small.data.facts, dice)),
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


def test_the_graph_keeps_the_named_layers_exact(tmp_path: Path) -> None:
    layers = random_layers(2)
    graph.write(layers, None, tmp_path / "layers.onnx", exact=1)
    kept = {weight.name: weight.data_type for weight in onnx.load(tmp_path / "layers.onnx").graph.initializer}
    assert kept["layer0.down.weight"] == onnx.TensorProto.FLOAT
    assert "layer1.down.weight" not in kept
    assert kept["layer1.down.weight_quantized"] == onnx.TensorProto.INT8
    assert kept["layer0.up.weight_quantized"] == onnx.TensorProto.INT8


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
    plan = train.Plan(0.01, tmp_path, 1, "cpu")
    model = train.fit(small.network(), lambda: small.data, plan)
    again = train.fit(small.network(), lambda: small.data, plan)
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
        logits, _ = model.stances(states, *(batches.masks([row], mask, seen) for mask in ("said", "around")))
    wanted = torch.softmax(logits / 2.0, -1)[0].numpy()
    assert np.corrcoef(states[0].numpy().ravel(), reading.states.ravel())[0, 1] > 0.99
    assert np.abs(reading.stance(said["start"], said["end"]).shares - wanted).max() < 0.05
