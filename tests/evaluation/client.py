"""The service as its clients see it, called in this process."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn

from tests.evaluation.sets import Row

Answer = dict[str, Any]
SENT = ("outlet", "text", "html", "headline", "url", "published_at", "language")
MOST_FAILURES = 0.05
"""Share of calls that may fail before a set counts as not measured; a call that fails is an empty answer."""
PAGE = "/v1/stories?limit=100"


class CallFailed(Exception):
    """A request was not answered as the contract says."""


class NotMeasured(Exception):
    """Too many calls failed for the figures to mean anything."""


class Service:
    """An application on an empty database, and the requests that the tasks make of it."""

    def __init__(self) -> None:
        from api import create_app

        self._folder = tempfile.TemporaryDirectory(prefix="evaluation-")
        self._client = create_app({"DATABASE_URL": f"sqlite:///{self._folder.name}/evaluation.db"}).test_client()

    def analyse(self, article: Row, targets: list[Row] | None = None, clean: bool = False) -> Answer:
        """The analysis of an article; without cleaning, its spans are held against the text."""
        body = {**as_input(article), "clean": clean}
        if targets is not None:
            body["targets"] = targets
        answer = self._post("/v1/analyses", body)
        if not clean:
            check_spans(body["text"], answer)
        return answer

    def compare(self, articles: Sequence[Row]) -> Answer:
        """The comparison of articles, none of them cleaned."""
        return self._post("/v1/comparisons", {"articles": [{**as_input(one), "clean": False} for one in articles]})

    def store(self, articles: Sequence[Row]) -> list[str | None]:
        """Ids of the articles once they are stored, in order; ``None`` where one was refused."""
        lines = [json.dumps({**as_input(one), "clean": False}) + "\n" for one in articles]
        answer = self._client.post(
            "/v1/articles/bulk", data="".join(lines), headers={"Content-Type": "application/x-ndjson"}
        )
        results = [json.loads(line) for line in checked(answer).text.splitlines() if line]
        if len(results) != len(lines):
            raise CallFailed(f"{len(lines)} articles were sent in bulk, {len(results)} were answered")
        return [result.get("id") for result in results]

    def stories(self) -> Iterator[Answer]:
        """Every story, page by page."""
        cursor = ""
        while cursor is not None:
            page = checked(self._client.get(PAGE + (f"&cursor={cursor}" if cursor else ""))).get_json()
            yield from page["data"]
            cursor = page["page"]["next"]

    def _post(self, path: str, body: Row) -> Answer:
        answer: Answer = json.loads(checked(self._client.post(path, json=body)).text, parse_constant=_no_number)
        return answer


def answers(rows: Sequence[Row], call: Callable[[Row], Answer]) -> list[tuple[Row, Answer]]:
    """Each row with its answer, empty where the call failed. Raises NotMeasured if the first or too many did."""
    out: list[tuple[Row, Answer]] = []
    failures: list[Exception] = []
    for row in rows:
        try:
            out.append((row, call(row)))
        except Exception as error:
            failures.append(error)
            out.append((row, {}))
            if len(out) == 1 or len(failures) > max(1, MOST_FAILURES * len(rows)):
                raise NotMeasured(f"{len(failures)} of {len(out)} calls failed, the first: {failures[0]}") from error
    return out


def as_input(article: Row) -> Row:
    """Article input of the contract from a row: its fields that are filled, an outlet id, an instant."""
    named = {**article, "language": article.get("language") or article.get("lang")}
    body = {field: named[field] for field in SENT if named.get(field)}
    body["outlet"] = re.sub(r"[\W_]", "-", body.get("outlet", "").lower()).strip("-") or "example"
    if "published_at" in body:
        day, _, time = body["published_at"].replace(" ", "T").partition("T")
        body["published_at"] = f"{day}T{time.removesuffix('Z') or '00:00:00'}Z"
    return body


def check_spans(text: str, answer: Answer) -> None:
    """Raises CallFailed unless every span is the text between its offsets."""
    spans = [span for actor in answer["actors"] for span in actor["mentions"]]
    spans += [*answer["quotes"], *answer["framing"]["loaded_language"]]
    if answer["article"]["text"] != text:
        raise CallFailed("the text in the answer is another than the one sent uncleaned")
    for span in spans:
        if span["text"] != text[span["start"] : span["end"]]:
            raise CallFailed(f"{span['text']!r} does not stand at {span['start']} to {span['end']}")


def checked(answer: Any) -> Any:
    """The answer. Raises CallFailed with the problem that it tells, if it is one."""
    if answer.status_code >= 300:
        raise CallFailed(f"{answer.request.path}: {answer.status} {answer.text[:300]}")
    return answer


def _no_number(name: str) -> NoReturn:
    raise CallFailed(f"{name} is in the answer")
