"""Whether the service says truly that it can do its work."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from analysis.reader import files, identity
from tests.api.test_bad_input import require_problem
from tests.api.texts import BRIDGE_POST, article


def not_ready(client: Any) -> dict[str, dict[str, Any]]:
    """The checks of a service that is not ready, by name."""
    answer = client.get("/readyz")
    assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    body = answer.get_json()
    assert body["type"] == "/problems/not-ready"
    failed = [check["name"] for check in body["checks"] if not check["ok"]]
    assert body["detail"] == f"Not usable: {', '.join(failed)}."
    return {check["name"]: check for check in body["checks"]}


def test_a_ready_service_names_what_it_works_with(client):
    body = client.get("/readyz").get_json()
    assert body["status"] == "ready"
    assert [(check["name"], check["ok"]) for check in body["checks"]] == [
        ("database", True), ("encoder", True), ("reader", True),
    ]  # fmt: skip
    assert body["checks"][2]["detail"] == identity()


def test_a_service_without_the_reader_s_files_is_not_ready(client, tmp_path: Path, monkeypatch):
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setattr(files, "MODEL", empty)
    checks = not_ready(client)
    assert [name for name, check in checks.items() if not check["ok"]] == ["reader"]
    assert all(name in checks["reader"]["detail"] for name in files.FILES)
    assert str(tmp_path) not in checks["reader"]["detail"]
    assert client.get("/healthz").status_code == 200
    answer = client.post("/v1/analyses", json=article("post", BRIDGE_POST))
    assert str(tmp_path) not in require_problem(answer, 503, "data-unavailable")["detail"]


@pytest.mark.parametrize("broken", files.FILES)
def test_a_service_with_a_broken_file_of_the_reader_is_not_ready(client, tmp_path: Path, monkeypatch, broken: str):
    for path in files.require(files.MODEL):
        if path.name != broken:
            (tmp_path / path.name).symlink_to(path)
    (tmp_path / broken).write_bytes(b"broken")
    monkeypatch.setattr(files, "MODEL", tmp_path)
    check = not_ready(client)["reader"]
    assert "cannot be read" in check["detail"]
    assert str(tmp_path) not in check["detail"]


def test_a_service_is_ready_once_the_files_are_there(client, tmp_path: Path, monkeypatch):
    shipped = files.MODEL
    monkeypatch.setattr(files, "MODEL", tmp_path)
    assert not_ready(client)["reader"]["ok"] is False
    for path in files.require(shipped):
        (tmp_path / path.name).symlink_to(path)
    assert client.get("/readyz").status_code == 200
