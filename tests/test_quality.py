"""Published figures belong to the weights that ship and to the sets they name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.metrics import METRICS, STAGES
from tests.evaluation.published import ELSEWHERE, MEASURES, QUALITY, TITLES, Published, command, published, write
from tests.evaluation.sets import AnnotatedSet, Figure
from tests.evaluation.tasks import TASKS
from tests.evaluation.weights import WEIGHTS, files_of, weights_digest

FIGURES: dict[str, list[dict[str, Any]]] = json.loads(QUALITY.read_text(encoding="utf-8"))["figures"]


@pytest.mark.parametrize("stage", FIGURES)
def test_published_figures_were_measured_with_the_weights_that_ship(stage: str) -> None:
    shipped = weights_digest(stage)
    stale = sorted({entry["set"] for entry in FIGURES[stage] if entry["weights_digest"] != shipped})
    told = "; ".join(f"{title}: {command(stage, title)}" for title in stale)
    assert not stale, f"figures of {stage} are of other weights than those of {WEIGHTS[stage]}; measure anew, {told}"


def test_a_set_has_one_digest_in_a_language_whatever_is_measured_on_it() -> None:
    seen: dict[tuple[str, str], set[str]] = {}
    for entries in FIGURES.values():
        for entry in entries:
            if "set_digest" in entry:
                assert len(entry["set_digest"]) == 64
                seen.setdefault((entry["set"], entry["language"]), set()).add(entry["set_digest"])
    assert seen
    assert not {name for name, digests in seen.items() if len(digests) > 1}


def test_every_figure_can_be_measured_anew_by_a_command_or_has_no_weights() -> None:
    for stage, entries in FIGURES.items():
        for entry in entries:
            measured = any(title == entry["set"] for title in TITLES.values())
            assert measured or stage in ELSEWHERE or entry["set"] in ELSEWHERE or not WEIGHTS[stage], (stage, entry)


def test_every_stage_with_weights_is_a_measure_and_every_task_that_publishes_exists() -> None:
    assert set(WEIGHTS) <= {STAGES.get(metric.name, metric.name) for metric in METRICS}
    assert set(MEASURES) <= set(TASKS)
    assert {name.partition("/")[0] for name in TITLES} <= set(MEASURES)


def test_weights_that_do_not_exist_add_nothing(tmp_path: Path) -> None:
    assert files_of("reader", tmp_path) == []
    assert weights_digest("quotes.stance", tmp_path) == ""
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "weights.bin").write_bytes(b"one")
    first = weights_digest("quotes.stance", tmp_path)
    (tmp_path / "reader" / "README.md").write_text("for people")
    assert weights_digest("quotes.stance", tmp_path) == first
    (tmp_path / "reader" / "weights.bin").write_bytes(b"two")
    assert weights_digest("quotes.stance", tmp_path) not in ("", first)


def test_a_figure_is_published_with_its_digests_in_the_place_of_the_old_one(tmp_path: Path) -> None:
    rows = tmp_path / "polnear_dev.jsonl"
    rows.write_text("{}\n")
    own = AnnotatedSet(rows, [{}])
    told = [Figure("en", "sources_f1", 0.71234, 9), Figure("en", "sources_recall", 0.5, 9)]
    (found,) = published("sources", own, told)
    assert found.entry["value"] == 0.712
    assert found.entry["weights_digest"] == weights_digest("sources")
    old = {"set": "PolNeAR", "language": "en", "measure": "sources_f1", "value": 0.1, "n": 1}
    table = tmp_path / "quality.json"
    table.write_text(json.dumps({"about": "", "figures": {"sources": [old, {**old, "language": "de"}]}}))
    write([found, Published("stories", found.entry)], table)
    stored = json.loads(table.read_text())["figures"]
    assert stored["sources"] == [dict(found.entry), {**old, "language": "de"}]
    assert stored["stories"] == [dict(found.entry)]


def test_a_set_fitted_to_or_without_a_name_is_not_published() -> None:
    own = AnnotatedSet(Path("narrative_frames_dev.jsonl"), [{}])
    assert published("frames", own, [Figure("en", "macro_auc", 0.9, 9)]) == []
    assert published("ner", own, [Figure("en", "micro_f1", 0.9, 9)]) == []
