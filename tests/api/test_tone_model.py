"""A tone model of the operator's own, by configuration."""

from __future__ import annotations

from pathlib import Path

from api import create_app
from tests.analysis.test_sentiment_hub import TEXT, tiny


def test_a_configured_tone_model_reads_the_tone_and_is_named(tmp_path: Path) -> None:
    name = tiny(tmp_path, ["negative", "neutral", "positive"])
    body = {"outlet": "demo", "text": TEXT, "language": "en"}
    url = f"sqlite:///{tmp_path}/tone.db"
    shipped = create_app({"DATABASE_URL": url}).test_client().post("/v1/analyses", json=body).get_json()
    chosen = (
        create_app({"DATABASE_URL": url, "TONE_MODEL": name}).test_client().post("/v1/analyses", json=body).get_json()
    )
    assert chosen["method"]["data_version"] == f"{shipped['method']['data_version']}+{name}"
    assert chosen["tone"]["value"] != shipped["tone"]["value"]


def test_a_tone_model_that_cannot_be_had_is_a_problem_that_says_what_to_do(tmp_path: Path) -> None:
    app = create_app({"DATABASE_URL": f"sqlite:///{tmp_path}/tone.db", "TONE_MODEL": str(tmp_path / "nowhere")})
    answer = app.test_client().post("/v1/analyses", json={"outlet": "demo", "text": TEXT})
    assert answer.status_code == 503
    assert answer.mimetype == "application/problem+json"
    assert "nowhere" in answer.get_json()["detail"]
