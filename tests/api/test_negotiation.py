"""A comparison comes in the form and the language that the client asks for."""

from __future__ import annotations

import csv
import html
import io
import re
from zipfile import ZipFile

import pytest

from api.export.cells import text_of
from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, FLOOD, SWEDISH, article

JSON, HTML, ZIP = "application/json", "text/html", "application/zip"
PROBLEM = "application/problem+json"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
TWO = {"articles": [article("post", BRIDGE_POST), article("times", BRIDGE_TIMES)]}
TWO_LANGUAGES = {"articles": [article("post", BRIDGE_POST), article("bladet", SWEDISH, language="sv")]}
ACCEPTED = {
    None: JSON,
    "": JSON,
    "*/*": JSON,
    "*": JSON,
    ";;;": JSON,
    "application/*": JSON,
    "application/json; charset=utf-8": JSON,
    "APPLICATION/JSON": JSON,
    "application/problem+json, application/json": JSON,
    "text/html, application/json": JSON,
    "application/json;q=0.4, text/html;q=0.5": HTML,
    "text/*": HTML,
    "text/html;level=1": HTML,
    BROWSER: HTML,
    "application/json;q=0, */*": HTML,
    "application/zip": ZIP,
    "application/zip, */*;q=0.1": ZIP,
    "text/html;q=0, application/json;q=0, */*": ZIP,
}
REFUSED = ("image/png", "text/csv", "application/json;q=0", "application/problem+json", "text/html;q=0, text/plain")


@pytest.fixture
def address(bridge):
    """The comparison of a stored story."""
    return f"/v1/stories/{bridge[0]['story']}/comparison"


def headers(accept):
    return {} if accept is None else {"Accept": accept}


@pytest.mark.parametrize("accept", ACCEPTED)
def test_the_form_is_the_one_that_is_accepted_most(client, address, accept):
    answers = [
        client.get(address, headers=headers(accept)),
        client.post("/v1/comparisons", json=TWO, headers=headers(accept)),
    ]
    assert [(answer.status_code, answer.mimetype) for answer in answers] == [(200, ACCEPTED[accept])] * 2
    assert all({"Accept", "Accept-Language"} <= set(answer.vary) for answer in answers)


@pytest.mark.parametrize("accept", REFUSED)
def test_a_form_that_there_is_not_is_refused_in_words(client, address, accept):
    answers = [
        client.get(address, headers=headers(accept)),
        client.post("/v1/comparisons", json=TWO, headers=headers(accept)),
    ]
    for answer in answers:
        assert (answer.status_code, answer.mimetype) == (406, PROBLEM)
        assert answer.get_json()["type"] == "/problems/not-acceptable"
        assert all(form in answer.get_json()["detail"] for form in (JSON, HTML, ZIP))
        assert "Accept" in answer.vary


@pytest.mark.parametrize("accept", [HTML, ZIP])
def test_an_error_is_a_problem_whatever_is_accepted(client, bridge, accept):
    one = {"articles": [article("post", BRIDGE_POST)]}
    answers = [
        client.post("/v1/comparisons", json=one, headers=headers(accept)),
        client.post("/v1/comparisons", data=b"{", content_type=JSON, headers=headers(accept)),
        client.get("/v1/stories/none/comparison", headers=headers(accept)),
        client.get(f"/v1/stories/{bridge[2]['story']}/comparison", headers=headers(accept)),
        client.get("/v1/articles?limit=0", headers=headers(accept)),
    ]
    assert [answer.status_code for answer in answers] == [422, 400, 404, 409, 422]
    assert {answer.mimetype for answer in answers} == {PROBLEM}


def test_each_form_has_an_etag_of_its_own(client, address):
    tags = {}
    for accept in (JSON, HTML, ZIP):
        first, again = (client.get(address, headers=headers(accept)) for _ in range(2))
        assert first.get_data() == again.get_data()
        tags[accept] = first.headers["ETag"]
        held = client.get(address, headers={**headers(accept), "If-None-Match": tags[accept]})
        assert (held.status_code, held.get_data()) == (304, b"")
        assert {"Accept", "Accept-Language"} <= set(held.vary)
        assert first.headers["Cache-Control"] == "private, no-cache"
    assert len(set(tags.values())) == 3
    crossed = client.get(address, headers={**headers(HTML), "If-None-Match": tags[JSON]})
    assert crossed.status_code == 200


def test_a_page_may_do_nothing_but_show_itself(client, address):
    answer = client.get(address, headers=headers(HTML))
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "script-src" not in policy and "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Content-Language"] == "en"


def test_tables_are_a_file_to_keep(client, address):
    answer = client.get(address, headers=headers(ZIP))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="comparison.zip"'
    names = ZipFile(io.BytesIO(answer.get_data())).namelist()
    assert names == ["articles.csv", "claims.csv", "findings.csv", "order.csv", "timeline.csv", "sentiment.csv"]


def test_a_stored_story_and_its_articles_alone_give_the_same_page(client, bridge, address):
    ids = {f"article-{place}": bridge[place - 1]["id"] for place in (1, 2)}
    stored = client.get(address, headers=headers(HTML)).get_data(as_text=True)
    articles = [
        article("post", BRIDGE_POST, published_at="2026-03-02T08:00:00Z"),
        article("times", BRIDGE_TIMES, published_at="2026-03-02T10:00:00Z"),
    ]
    alone = client.post("/v1/comparisons", json={"articles": articles}, headers=headers(HTML)).get_data(as_text=True)
    for name, stored_id in ids.items():
        alone = alone.replace(name, stored_id)
    assert alone == stored


def test_articles_that_are_left_out_are_counted(app, client, store):
    settings = app.extensions["parallax"].settings
    object.__setattr__(settings, "max_compared", 2)
    for outlet, text in (("post", BRIDGE_POST), ("times", BRIDGE_TIMES), ("herald", FLOOD)):
        story = store(outlet, text, story="told")["story"]
    page = client.get(f"/v1/stories/{story}/comparison", headers=headers(HTML)).get_data(as_text=True)
    assert "1 further article of the story is not compared" in page


def first_wordings(client, languages):
    answer = client.post(
        "/v1/comparisons", json=TWO_LANGUAGES, headers={"Accept-Language": languages} if languages else {}
    )
    shared = [claim for claim in answer.get_json()["claims"] if len(claim["wordings"]) == 2]
    assert shared
    return {next(iter(claim["wordings"])) for claim in shared}


@pytest.mark.parametrize(
    ("languages", "first"),
    [
        ("sv", "sv"), ("sv-SE,en;q=0.5", "sv"), ("en;q=0.2, sv;q=0.3", "sv"), ("fi, sv;q=0.1", "sv"), ("swe", "sv"),
        ("en", "en"), ("en-GB", "en"), ("sv;q=0, en", "en"), ("*", "en"), ("fi", "en"), (",;=x", "en"), (None, "en"),
    ],
)  # fmt: skip
def test_the_wording_in_the_readers_language_comes_first(client, languages, first):
    assert first_wordings(client, languages) == {first}


def test_the_language_changes_the_order_of_wordings_and_nothing_else(client):
    answers = [
        client.post("/v1/comparisons", json=TWO_LANGUAGES, headers={"Accept-Language": code}) for code in ("sv", "en")
    ]
    assert answers[0].get_json() == answers[1].get_json()
    assert answers[0].get_data() != answers[1].get_data()
    assert all("Content-Language" not in answer.headers for answer in answers)


def test_a_page_and_tables_show_the_wording_in_the_readers_language(client):
    claims = client.post("/v1/comparisons", json=TWO_LANGUAGES).get_json()["claims"]
    wordings = [claim["wordings"] for claim in claims if len(claim["wordings"]) == 2]
    assert wordings
    for code in ("sv", "en"):
        sent = {"Accept-Language": code}
        page = client.post("/v1/comparisons", json=TWO_LANGUAGES, headers={**sent, "Accept": HTML})
        tables = client.post("/v1/comparisons", json=TWO_LANGUAGES, headers={**sent, "Accept": ZIP})
        shown = re.findall(
            rf'<th role="rowheader" scope="row" lang="{code}" dir="auto">([^<]*)</th>', page.get_data(as_text=True)
        )
        listed = ZipFile(io.BytesIO(tables.get_data())).read("claims.csv").decode()
        cells = [(row["text"], row["language"]) for row in csv.DictReader(io.StringIO(listed, newline=""))]
        assert {told[code] for told in wordings} <= {html.unescape(text) for text in shown}
        assert {(told[code], code) for told in wordings} <= {(text_of(text), language) for text, language in cells}


def test_the_document_names_each_form_and_the_language(client):
    document = client.get("/openapi.json").get_json()
    for path, method in (("/v1/comparisons", "post"), ("/v1/stories/{story_id}/comparison", "get")):
        operation = document["paths"][path][method]
        assert list(operation["responses"]["200"]["content"]) == [JSON, HTML, ZIP]
        assert "Vary" in operation["responses"]["200"]["headers"]
        assert "406" in operation["responses"]
        assert {"$ref": "#/components/parameters/AcceptLanguage"} in operation["parameters"]
