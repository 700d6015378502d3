"""Finishes the generated OpenAPI document: operationIds, problems, headers, conditional requests."""

from __future__ import annotations

import json
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from api.extensions.caching import UNSTORED
from api.problems import PROBLEM_MEDIA, PROBLEMS, example

TITLE = "Parallax"
VERSION = "1.0.0"
INFO = {
    "summary": "How different outlets frame the same event.",
    "description": "Stores news articles in eight languages, groups them into stories and compares how outlets tell "
    "them: order of reactions, prominence, tone, overlap, claims and sources. Every number comes with the words that "
    "prove it.\n\nErrors are `application/problem+json` (RFC 9457) on every path. Collections take `limit` and "
    "`cursor`. Answers carry an `ETag`; send it as `If-None-Match`.",
    "license": {"name": "MIT", "identifier": "MIT"},
}
Operation = dict[str, Any]
BODY_PROBLEMS = ("malformed-body", "body-too-large", "unsupported-media-type")
LINES_MEDIA = "application/x-ndjson"
DATABASE_PROBLEMS = (
    "database-unavailable",
    "database-busy",
    "database-corrupt",
    "database-misconfigured",
    "database-read-only",
    "storage-full",
)
SERVER_PROBLEMS = ("request-timeout", "too-many-connections", "busy", "stopping", "not-ready")
"""What the server answers before the application sees a request."""
WITHOUT_DATABASE = frozenset({"analyses", "comparisons", "reference", "health", "docs"})
"""Rooms whose answers need no database."""
ONE_OF = {
    "ArticleInput": (("text",), ("html",)),
    "AnalysisRequest": (("text",), ("html",)),
    "Target": (("start", "end"), ("name",)),
}
"""Schemas of which exactly one of these sets of fields is required, which the schema classes check in code."""


def finished(spec: dict[str, Any], app: Flask) -> dict[str, Any]:
    """The document as it is published; the same code gives the same bytes."""
    names = _operation_ids(app)
    for path, operations in spec["paths"].items():
        for method, operation in operations.items():
            if method == "parameters":
                _describe_path(operation)
                continue
            operation["operationId"] = names[path, method]
            _finish_operation(path, method, operation, operations.get("parameters", []))
    components = spec["components"]
    components.pop("responses", None)
    components["headers"] = HEADERS
    components["parameters"] = PARAMETERS
    schemas = components["schemas"]
    schemas.pop("PaginationMetadata", None)
    for name, forms in ONE_OF.items():
        schemas[name]["oneOf"] = [{"required": list(fields)} for fields in forms]
    components["schemas"] = dict(sorted(schemas.items()))
    return {"openapi": spec.pop("openapi"), **_plain(spec)}


def as_json(document: dict[str, Any]) -> str:
    """The document as the file that is committed."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def as_yaml(document: dict[str, Any]) -> str:
    """The document as YAML."""
    import yaml

    text: str = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=120)
    return text


HEADERS = {
    "ETag": {"description": "Version of the answer.", "schema": {"type": "string"}},
    "Link": {"description": "The next page (RFC 8288).", "schema": {"type": "string"}},
    "Location": {"description": "Address of the resource.", "schema": {"type": "string"}},
    "RequestId": {"description": "The id of the request.", "schema": {"type": "string"}},
    "Vary": {"description": "Headers of the request that the answer depends on.", "schema": {"type": "string"}},
}
PARAMETERS = {
    "AcceptLanguage": {
        "name": "Accept-Language",
        "in": "header",
        "description": "Languages of the reader: `claims[].wordings` has the one that is read best first, and reports "
        "and tables show it.",
        "required": False,
        "schema": {"type": "string"},
    },
    "IfMatch": {
        "name": "If-Match",
        "in": "header",
        "description": "ETag of the version that is to be changed.",
        "required": False,
        "schema": {"type": "string"},
    },
    "IfNoneMatch": {
        "name": "If-None-Match",
        "in": "header",
        "description": "ETags the client holds.",
        "required": False,
        "schema": {"type": "string"},
    },
    "RequestId": {
        "name": "X-Request-ID",
        "in": "header",
        "required": False,
        "schema": {"type": "string"},
        "description": "What the client calls the request: up to 128 of A–Z, a–z, 0–9 and `._:-`; it is "
        "logged and returned. Anything else is replaced.",
    },
}


def _operation_ids(app: Flask) -> dict[tuple[str, str], str]:
    """Operation by path and method: the name of its view."""
    return {
        (_path_of(rule), method.lower()): rule.endpoint.rsplit(".", 1)[-1]
        for rule in app.url_map.iter_rules()
        for method in rule.methods or ()
    }


def _path_of(rule: Rule) -> str:
    return "".join(part if not dynamic else "{" + part.split(":")[-1] + "}" for dynamic, part in rule._trace).lstrip(
        "|"
    )


def _describe_path(parameters: list[dict[str, Any]]) -> None:
    for parameter in parameters:
        if "description" not in parameter:
            noun = parameter["name"].removesuffix("_id").replace("_", " ")
            parameter["description"] = f"Id of the {noun}." if parameter["name"].endswith("_id") else "Its name."


def _finish_operation(path: str, method: str, operation: Operation, path_parameters: list[Any]) -> None:
    responses = operation["responses"]
    _describe_lines(operation.get("requestBody", {}))
    conditional = method == "get" and path not in UNSTORED
    for status in [code for code in responses if int(code) >= 400]:
        del responses[status]
    for response in responses.values():
        _describe_lines(response)
        headers = response.setdefault("headers", {})
        headers["X-Request-ID"] = {"$ref": "#/components/headers/RequestId"}
        if conditional:
            headers["ETag"] = {"$ref": "#/components/headers/ETag"}
    parameters = operation.setdefault("parameters", [])
    if any(parameter.get("name") == "cursor" for parameter in parameters):
        responses["200"]["headers"]["Link"] = {"$ref": "#/components/headers/Link"}
    if conditional:
        responses["304"] = {"description": "Not modified: the client holds this version."}
        parameters.append({"$ref": "#/components/parameters/IfNoneMatch"})
    if "not-acceptable" in operation["x-problems"]:
        responses["200"]["headers"]["Vary"] = {"$ref": "#/components/headers/Vary"}
        parameters.append({"$ref": "#/components/parameters/AcceptLanguage"})
    if "precondition-failed" in operation["x-problems"]:
        parameters.append({"$ref": "#/components/parameters/IfMatch"})
    for status, names in sorted(_problems(operation, path_parameters).items()):
        responses[str(status)] = _problem_response(names)
    parameters.append({"$ref": "#/components/parameters/RequestId"})


def _describe_lines(described: dict[str, Any]) -> None:
    """A body of lines is a string to OpenAPI; what a line holds is its content schema."""
    for media, content in described.get("content", {}).items():
        if media == LINES_MEDIA:
            content["schema"] = {"type": "string", "contentMediaType": media, "contentSchema": content["schema"]}


def _problems(operation: Operation, path_parameters: list[Any]) -> dict[int, list[str]]:
    """Names of the problems of an operation by status."""
    names = [*operation.pop("x-problems", ()), "validation", "internal"]
    if "requestBody" in operation:
        names += BODY_PROBLEMS
    if path_parameters:
        names.append("not-found")
    if any(parameter.get("name") == "cursor" for parameter in operation["parameters"]):
        names.append("invalid-cursor")
    if not WITHOUT_DATABASE.intersection(operation["tags"]):
        names += DATABASE_PROBLEMS
    if operation["tags"] != ["health"]:
        names += SERVER_PROBLEMS
    by_status: dict[int, list[str]] = {}
    for name in dict.fromkeys(names):
        by_status.setdefault(PROBLEMS[name].status, []).append(name)
    return by_status


def _problem_response(names: list[str]) -> dict[str, Any]:
    described = [PROBLEMS[name] for name in sorted(names)]
    return {
        "description": " ".join(f"`{problem.uri}`: {problem.title}." for problem in described),
        "headers": {"X-Request-ID": {"$ref": "#/components/headers/RequestId"}},
        "content": {
            PROBLEM_MEDIA: {
                "schema": {"$ref": "#/components/schemas/Problem"},
                "examples": {name: {"value": example(name)} for name in sorted(names)},
            }
        },
    }


def _plain(value: Any) -> Any:
    """Only dicts, lists and scalars with string keys, so that JSON and YAML agree."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return value
