"""Files are loaded through the code path of any other input."""

from __future__ import annotations

import json

import pytest

from api.resources.articles.schemas import read_input
from api.services.loading import count, load_paths
from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, FLOOD, article


@pytest.fixture
def load(app, tmp_path):
    def loaded(*paths, **options):
        return list(load_paths(app.extensions["parallax"], paths, read_input, **options))

    return loaded


def test_a_text_file_is_an_article_of_the_outlet_named(load, tmp_path, client):
    path = tmp_path / "bridge.txt"
    path.write_text("\ufeff" + BRIDGE_POST, "utf-8")
    [outcome] = load(path, outlet="post")
    assert (outcome.status, outcome.reason, outcome.source) == ("accepted", None, str(path))
    stored = client.get(f"/v1/articles/{outcome.article}").get_json()
    assert (stored["outlet"], stored["story"]) == ("post", outcome.story)
    assert not stored["text"].startswith("\ufeff")


def test_html_and_json_and_lines_are_read(load, tmp_path):
    (tmp_path / "a.html").write_text(f"<html><body><article><p>{FLOOD}</p></article></body></html>", "utf-8")
    (tmp_path / "b.json").write_text(json.dumps(article("post", BRIDGE_POST)), "utf-8")
    lines = [json.dumps(article("times", BRIDGE_TIMES)), "", "{", json.dumps({"outlet": "x"}), json.dumps([1])]
    (tmp_path / "c.ndjson").write_text("\n".join(lines), "utf-8")
    (tmp_path / "d.pdf").write_text("not read in a folder", "utf-8")
    outcomes = load(tmp_path)
    assert [outcome.status for outcome in outcomes] == ["accepted"] * 3 + ["refused"] * 3
    assert outcomes[3].source.endswith("c.ndjson:3")
    assert all(outcome.reason for outcome in outcomes[3:])
    assert count([tmp_path]) == 6


def test_a_manifest_names_files_beside_it(load, tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text(BRIDGE_POST, "utf-8")
    secret = tmp_path.parent / "secret.txt"
    secret.write_text(FLOOD, "utf-8")
    entries = [
        {"file": "texts/one.txt", "outlet": "post", "language": "en"},
        {"file": "texts/none.txt", "outlet": "post"},
        {"file": "../secret.txt", "outlet": "post"},
        {"file": "texts/one.txt", "outlet": "post", "colour": "red"},
        {"file": "texts/one.txt", "outlet": "post", "language": "en"},
    ]
    (tmp_path / "manifest.json").write_text(json.dumps({"articles": entries}), "utf-8")
    outcomes = load(tmp_path / "manifest.json")
    assert [outcome.status for outcome in outcomes] == ["accepted", "refused", "refused", "refused", "duplicate"]
    assert "colour" in outcomes[3].reason
    assert outcomes[4].reason == "same text"


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", b"\xff\xfe\x00"), ("a.txt", b""), ("a.txt", b"A \x00 word."), ("a.json", b"{"), ("a.json", b'"x"'),
     ("a.json", b"[" * 100_000), ("a.ndjson", b"\xff\n"), ("a.docx", b"x")],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_with_a_reason(load, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    outcomes = load(path, tmp_path / "missing.txt")
    assert [outcome.status for outcome in outcomes] == ["refused", "refused"]
    assert all(outcome.reason for outcome in outcomes)
