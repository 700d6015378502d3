"""Calls that the documents show: each is made, and its real answer stands below it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shlex import quote
from typing import Any

from flask.testing import FlaskClient

from api import create_app

ROOT = Path(__file__).parents[1]
ADDRESS = "http://127.0.0.1:8000"
STORY = "story-2f7116e9e49d1599"
"""What two of the seeds tell; ids follow from the data, so that it is the same everywhere."""
MAYOR = (
    "The mayor of Bergen, Kari Lund, rejected the report. “This is nonsense,” she told NRK. Councillor Per Dahl "
    "praised the report, and said that Lund “must resign”."
)


@dataclass(frozen=True, slots=True)
class Call:
    """A question in words, the request, and what is shown of the answer: as jq writes it, and as Python does."""

    question: str
    path: str
    body: object = None
    jq: str = "."
    pick: Callable[[Any], Any] = lambda answer: answer


FIRST_FINDING = Call(
    "What is the most telling difference, and which words prove it?",
    f"/v1/stories/{STORY}/comparison",
    jq=".findings[0]",
    pick=lambda answer: answer["findings"][0],
)
SHORTENED = Call(
    "",
    FIRST_FINDING.path,
    jq=".findings[0] | {kind, summary, evidence: [.evidence[] | {article, text}]}",
    pick=lambda answer: {
        **_of(answer["findings"][0], "kind", "summary"),
        "evidence": [_of(span, "article", "text") for span in answer["findings"][0]["evidence"]],
    },
)
CALLS = (
    Call(
        "Which stories do several outlets tell?",
        "/v1/stories?min_articles=2",
        jq=".data[] | {id, articles, outlets, languages, first_published_at, links}",
        pick=lambda answer: [
            _of(story, "id", "articles", "outlets", "languages", "first_published_at", "links")
            for story in answer["data"]
        ],
    ),
    FIRST_FINDING,
    Call(
        "Who says what in a text that is not to be stored?",
        "/v1/analyses",
        {"outlet": "demo", "text": MAYOR},
        ".quotes[] | {text, kind, speaker: .speaker.name, stance: .stance.label}",
        lambda answer: [
            {**_of(quote, "text", "kind"), "speaker": quote["speaker"]["name"], "stance": quote["stance"]["label"]}
            for quote in answer["quotes"]
        ],
    ),
    Call(
        "What does a request that cannot be answered get? (With `content-type: application/problem+json`.)",
        "/v1/comparisons",
        {"articles": [{"outlet": "one", "text": "Der Minister wies die Kritik zurück."}]},
    ),
    Call(
        "What does a number mean?",
        "/v1/metrics",
        jq='.data[] | select(.name == "framing.hedging") | {name, meaning, range, unit, source, weaknesses}',
        pick=lambda answer: [
            _of(metric, "name", "meaning", "range", "unit", "source", "weaknesses")
            for metric in answer["data"]
            if metric["name"] == "framing.hedging"
        ],
    ),
)


def _of(entry: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: entry[name] for name in names}


@cache
def client() -> FlaskClient:
    """A service that has loaded the seeds, as `make run` does."""
    made = create_app({"DATABASE_URL": "sqlite://", "LOG_LEVEL": "ERROR"}).test_client()
    manifest = json.loads((ROOT / "seeds" / "manifest.json").read_text(encoding="utf-8"))
    for one in manifest["articles"]:
        text = (ROOT / "seeds" / one["file"]).read_text(encoding="utf-8")
        stored = made.post("/v1/articles", json={"outlet": one["outlet"], "text": text})
        assert stored.status_code == 201, stored.get_data(as_text=True)
    return made


def shown(call: Call) -> str:
    """The command and its answer, as an indented block."""
    command = [f"curl -s '{ADDRESS}{call.path}'"]
    if call.body is not None:
        sent = quote(json.dumps(call.body, ensure_ascii=False))
        command += ["-H 'content-type: application/json'", f"-d {sent}"]
    command.append(f"| jq {quote(call.jq)}")
    answer = client().get(call.path) if call.body is None else client().post(call.path, json=call.body)
    picked = call.pick(answer.get_json())
    values = picked if isinstance(picked, list) else [picked]
    lines = ["$ " + " \\\n    ".join(command), *(json.dumps(one, ensure_ascii=False, indent=2) for one in values)]
    return "\n".join(f"    {line}" for line in "\n".join(lines).splitlines())
