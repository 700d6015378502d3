"""The application as a whole: light, configured in one place, traceable."""

from __future__ import annotations

import ast
import json
import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest

from api import create_app
from api.config import Settings, load_settings, settings_table
from tests.api.texts import BRIDGE_POST, FLOOD, article

ROOT = Path(__file__).parents[2]
HEAVY = ("torch", "sklearn", "sentence_transformers", "transformers", "trafilatura", "scipy", "alembic")


def test_creating_the_application_imports_nothing_heavy():
    program = f"import sys; import api; api.create_app(); print([n for n in {HEAVY!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_process_at_the_door_is_forked_before_anything_large_is_imported():
    large = ("numpy", "flask", "sqlalchemy", "marshmallow", "rich", "analysis.types", "api.resources")
    program = f"import sys, api.cli, api.cli.serve; print([n for n in {large!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_creating_the_application_opens_nothing(tmp_path):
    create_app({"DATABASE_URL": f"sqlite:///{tmp_path}/parallax.db"})
    assert list(tmp_path.iterdir()) == []


def test_only_the_configuration_reads_the_environment():
    readers = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "api").rglob("*.py")
        if re.search(r"os\.environ|getenv|import environ", path.read_text("utf-8"))
    }
    assert readers == {"api/config.py"}


def test_settings_come_from_the_environment_and_the_mapping_wins(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:///one.db")
    monkeypatch.setenv("PARALLAX_MAX_COMPARED", "9")
    assert load_settings().database_url == "sqlite:///one.db"
    chosen = load_settings({"DATABASE_URL": "sqlite:///two.db", "TESTING": True})
    assert (chosen.database_url, chosen.max_compared) == ("sqlite:///two.db", 9)


@pytest.mark.parametrize("value", ["many", "0", "-1", "1.5", ""])
def test_a_setting_that_is_no_number_is_refused_by_name(value):
    with pytest.raises(ValueError, match="PARALLAX_MAX_COMPARED"):
        load_settings({"MAX_COMPARED": value})


def test_every_setting_is_read():
    read = {
        node.attr
        for path in (ROOT / "api").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and re.search(r"(^|\.)settings$", ast.unparse(node.value))
    }
    assert sorted(Settings.__dataclass_fields__.keys() - read) == []


def test_every_setting_has_a_sentence():
    rows = settings_table()
    assert [row.variable for row in rows][:2] == ["DATABASE_URL", "PARALLAX_ENCODER"]
    assert len(rows) == len(Settings.__dataclass_fields__)
    assert all(row.meaning.endswith(".") for row in rows)


def test_a_request_keeps_its_id(client):
    given = client.get("/healthz", headers={"X-Request-ID": "client:42"})
    assert given.headers["X-Request-ID"] == "client:42"
    assert client.get("/v2", headers={"X-Request-ID": "client:42"}).headers["X-Request-ID"] == "client:42"


@pytest.mark.parametrize("forged", ["", "a b", 'x"} {"level": "x', "a" * 129, "é"])
def test_a_forged_id_is_replaced(client, forged):
    made = client.get("/healthz", headers={"X-Request-ID": forged}).headers["X-Request-ID"]
    assert made != forged
    assert made.isalnum()


def test_a_request_is_one_line_of_json_without_article_text(database_url):
    client = create_app({"DATABASE_URL": database_url, "LOG_LEVEL": "INFO"}).test_client()
    lines: list[str] = []
    handler = logging.Handler()
    logger = logging.getLogger("parallax")
    handler.emit = lambda record: lines.append(logger.handlers[0].format(record))  # type: ignore[method-assign]
    logger.addHandler(handler)
    try:
        client.post("/v1/articles", json=article("post", BRIDGE_POST), headers={"X-Request-ID": "r-1"})
        client.post("/v1/articles", json={"outlet": "post", "text": BRIDGE_POST, "headline": 5})
    finally:
        logger.removeHandler(handler)
    entries = [json.loads(line) for line in lines]
    assert {key: entries[0][key] for key in ("request_id", "method", "route", "status")} == {
        "request_id": "r-1", "method": "POST", "route": "/v1/articles", "status": 201,
    }  # fmt: skip
    assert entries[0]["duration_ms"] > 0
    assert entries[1]["status"] == 422
    assert "bridge" not in "".join(lines).lower()


def test_a_client_that_holds_the_answer_gets_304(client, bridge):
    for address in (
        "/v1/articles", f"/v1/articles/{bridge[0]['id']}", f"/v1/articles/{bridge[0]['id']}/analysis",
        f"/v1/stories/{bridge[0]['story']}", f"/v1/stories/{bridge[0]['story']}/comparison", "/v1/metrics",
        "/v1/languages", "/openapi.json", "/docs/docs.js",
    ):  # fmt: skip
        first = client.get(address)
        tag = first.headers["ETag"]
        again = client.get(address, headers={"If-None-Match": tag})
        assert (again.status_code, again.get_data()) == (304, b""), address
        assert again.headers["ETag"] == tag
        assert first.headers["Cache-Control"]
        assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_changed_answer_has_another_etag(client, bridge, store):
    address = f"/v1/stories/{bridge[0]['story']}"
    tag = client.get(address).headers["ETag"]
    store("herald", FLOOD + " More.", story=bridge[0]["story"])
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_what_must_not_be_kept_says_so(client):
    answers = [client.get("/healthz"), client.get("/readyz"), client.get("/v1/articles/none")]
    answers.append(client.post("/v1/analyses", json=article("post", BRIDGE_POST)))
    assert all(answer.headers["Cache-Control"] == "no-store" for answer in answers)
    assert all("ETag" not in answer.headers for answer in answers)


def test_languages_and_measures_are_the_library_s(client):
    from analysis.metrics import METRICS
    from analysis.resources import languages

    listed = client.get("/v1/languages").get_json()["data"]
    assert [item["code"] for item in listed] == list(languages())
    assert all(item["name"] != item["code"] and item["own_name"] != item["code"] for item in listed)
    measures = client.get("/v1/metrics").get_json()["data"]
    assert [item["name"] for item in measures] == [metric.name for metric in METRICS]


def test_an_outlet_has_a_profile(client, bridge):
    outlets = client.get("/v1/outlets").get_json()["data"]
    assert [(item["id"], item["article_count"]) for item in outlets] == [("post", 2), ("times", 1)]
    assert outlets[0]["first_published_at"]["value"].startswith("2026-03-02")
    assert outlets[0]["last_published_at"]["value"].startswith("2026-03-05")
    profile = client.get("/v1/outlets/post/profile").get_json()
    assert (profile["outlet"], profile["articles"]) == ("post", 2)
    assert profile["tone"]["value"] is None
    assert profile["tone"]["reason"]


def test_an_outlet_id_may_be_any_plain_word(client, store):
    for outlet in ("Å-ö.news", "a:b_c", "8tidende", "новости"):
        stored = store(outlet, FLOOD)
        assert client.get(stored["links"]["outlet"]).get_json()["id"] == outlet
