"""The published document says exactly what the code does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

from api import create_app
from api.extensions.openapi import as_json, as_yaml
from api.problems import PROBLEMS
from api.resources.analyses.schemas import EXAMPLE_TEXT

OPENAPI = Path(__file__).parents[2] / "openapi"
METHODS = {"get", "post", "patch", "put", "delete"}
CONTRACT = {
    "post /v1/analyses", "post /v1/comparisons", "get /v1/articles", "post /v1/articles", "post /v1/articles/bulk",
    "get /v1/articles/{article_id}", "delete /v1/articles/{article_id}", "get /v1/articles/{article_id}/analysis",
    "get /v1/stories", "get /v1/stories/{story_id}", "get /v1/stories/{story_id}/comparison", "get /v1/outlets",
    "get /v1/outlets/{outlet_id}", "get /v1/outlets/{outlet_id}/profile", "get /v1/actors",
    "get /v1/actors/{actor_id}", "patch /v1/actors/{actor_id}", "get /v1/languages", "get /v1/metrics", "get /healthz",
    "get /readyz", "get /openapi.json", "get /docs",
}  # fmt: skip


def operations(document):
    """Path, method and operation of each."""
    return [
        (path, method, operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method in METHODS
    ]


def test_the_committed_documents_are_those_of_the_code(app):
    document = app.extensions["parallax-api"].document
    assert (OPENAPI / "openapi.json").read_text("utf-8") == as_json(document), "run `make openapi`"
    assert (OPENAPI / "openapi.yaml").read_text("utf-8") == as_yaml(document), "run `make openapi`"
    assert yaml.safe_load((OPENAPI / "openapi.yaml").read_text("utf-8")) == json.loads(as_json(document))


def test_two_applications_publish_the_same_bytes(app):
    other = create_app({"DATABASE_URL": "sqlite://"}).extensions["parallax-api"].document
    assert as_json(app.extensions["parallax-api"].document) == as_json(other)


def test_the_served_document_is_the_committed_one(client):
    assert client.get("/openapi.json").get_data(as_text=True) == (OPENAPI / "openapi.json").read_text("utf-8")


def test_every_operation_of_the_contract_is_there(client):
    document = client.get("/openapi.json").get_json()
    assert document["openapi"] == "3.1.0"
    assert {f"{method} {path}" for path, method, _ in operations(document)} >= CONTRACT


def test_every_operation_is_named_described_and_has_its_problems(client):
    document = client.get("/openapi.json").get_json()
    names = [operation["operationId"] for _, _, operation in operations(document)]
    assert len(set(names)) == len(names) > 0
    assert operations(document)
    for path, _, operation in operations(document):
        assert operation["summary"], path
        statuses = set(operation["responses"])
        assert {"422", "500"} <= statuses
        assert not ("{" in path and "404" not in statuses)
        assert not ("requestBody" in operation and not {"400", "413", "415"} <= statuses)
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                assert list(response["content"]) == ["application/problem+json"]
                named = re.findall(r"/problems/([a-z-]+)", response["description"])
                assert named
                assert all(PROBLEMS[name].status == int(status) for name in named)


def test_every_field_and_parameter_is_described(client):
    document = client.get("/openapi.json").get_json()
    schemas = document["components"]["schemas"]
    assert schemas and operations(document)
    for name, schema in schemas.items():
        for field, described in schema["properties"].items():
            assert described.get("description"), f"{name}.{field}"
    for path, _, operation in operations(document):
        own = [parameter for parameter in operation.get("parameters", []) if "$ref" not in parameter]
        for parameter in own + document["paths"][path].get("parameters", []):
            assert parameter.get("description"), f"{path} {parameter['name']}"


def test_requests_are_closed_and_answers_open(client):
    schemas = client.get("/openapi.json").get_json()["components"]["schemas"]
    closed = {name for name, schema in schemas.items() if schema["additionalProperties"] is False}
    assert closed == {"ActorCorrection", "AnalysisRequest", "ArticleInput", "ComparisonRequest", "Split", "Target"}


def test_every_reference_leads_somewhere(client):
    document = client.get("/openapi.json").get_json()
    references = set(re.findall(r'"\$ref": ?"#/([^"]+)"', json.dumps(document)))
    assert references
    for reference in references:
        found = document
        for part in reference.split("/"):
            found = found[part]
        assert found


def test_examples_are_true(client):
    document = client.get("/openapi.json").get_json()
    sent = 0
    for path, method, operation in operations(document):
        example = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
        if example is not None and "{" not in path:
            sent += 1
            assert client.open(path, method=method.upper(), json=example).status_code in (200, 201), path
    assert sent == 3


def test_examples_of_places_lie_in_the_example_text(client):
    schemas = client.get("/openapi.json").get_json()["components"]["schemas"]
    checked = set()
    for name, schema in schemas.items():
        shown = {key: field["examples"][0] for key, field in schema["properties"].items() if "examples" in field}
        if "start" in shown and "end" in shown:
            words = EXAMPLE_TEXT[shown["start"] : shown["end"]]
            assert words == shown.get("text", words) and words == words.strip() != "", name
            checked.add(name)
    assert {"Span", "Quote", "Speaker", "LoadedTerm", "Target"} <= checked


def test_each_problem_type_can_be_fetched(client):
    listed = client.get("/problems").get_json()["data"]
    assert [item["name"] for item in listed] == list(PROBLEMS)
    for item in listed:
        assert client.get(item["uri"]).get_json() == item


def test_the_documentation_needs_nothing_from_elsewhere(client):
    page = client.get("/docs")
    assert page.mimetype == "text/html"
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    html = page.get_data(as_text=True)
    assert not re.search(r"https?:|//[a-z]", html)
    assets = re.findall(r'(?:src|href)="(/[^"]+)"', html)
    assert len(assets) == 3
    for asset in assets:
        answer = client.get(asset)
        assert answer.status_code == 200
        assert len(answer.get_data()) > 100
    assert "http" not in client.get("/docs/docs.js").get_data(as_text=True)


def test_the_documentation_reads_openapi_3_1(client):
    assert "3.1.0" in client.get("/openapi.json").get_json()["openapi"]
    script = client.get("/docs/swagger-ui-bundle.js").get_data(as_text=True)
    assert "OpenAPI31" in script or "isOAS31" in script
