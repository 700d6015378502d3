"""The nginx file fits the service: its limits are the service's own, and what it refuses is told as a problem."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.config import Settings
from api.problems import AGAIN, PROBLEMS
from api.services.workshop import LEEWAY_SECONDS
from api.serving.answers import RETRY_AFTER_SECONDS
from api.serving.limits import BULK_PATH, limits_of

FILE = Path(__file__).parents[2] / "deploy" / "nginx.conf"
TOKEN = re.compile(r"""\s*(?:\#[^\n]*|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]|(?:\$\{|[^\s{};"'])+))""")
UNITS = {"": 1, "s": 1, "k": 1024, "m": 1024 * 1024}
SETTINGS = Settings()
LIMITS = limits_of(SETTINGS)

Block = dict[str, list[list[str]]]


def read(tokens: Iterator[str], found: dict[str, Block], name: str = "") -> None:
    """Directives by block; a block's name is its first line, what stands outside has none."""
    block, words = found.setdefault(name, {}), []
    for token in tokens:
        if token == "}":
            return
        if token == "{":
            read(tokens, found, " ".join(words))
            words = []
        elif token == ";":
            block.setdefault(words[0], []).append(words[1:])
            words = []
        else:
            words.append(token.strip("'") if token[0] == "'" else token.strip('"'))


@pytest.fixture(scope="module")
def blocks() -> dict[str, Block]:
    found: dict[str, Block] = {}
    read((match[1] for match in TOKEN.finditer(FILE.read_text("utf-8")) if match[1]), found)
    return found


def size(words: list[str]) -> int:
    """Bytes or seconds that the last word says."""
    number, unit = re.fullmatch(r"(\d+)([a-z]?)", words[-1]).groups()
    return int(number) * UNITS[unit]


def only(block: Block, name: str) -> list[str]:
    (words,) = block[name]
    return words


def test_the_limits_of_bodies_are_those_of_the_service(blocks: dict[str, Block]):
    assert size(only(blocks["location /"], "client_max_body_size")) == SETTINGS.max_body_bytes == LIMITS.max_body
    bulk = blocks[f"location = {BULK_PATH}"]
    assert (LIMITS.of_path(BULK_PATH), size(only(bulk, "client_max_body_size"))) == (None, 0)
    assert only(bulk, "proxy_request_buffering") == ["on"]
    assert only(bulk, "proxy_buffering") == ["off"]


def test_slow_clients_have_as_long_as_without_a_proxy(blocks: dict[str, Block]):
    server = blocks["server"]
    assert size(only(server, "client_header_timeout")) == LIMITS.head_seconds
    assert size(only(server, "client_body_timeout")) == size(only(server, "send_timeout")) == LIMITS.transfer_seconds
    count, each = only(server, "large_client_header_buffers")
    assert int(count) * size([each]) <= LIMITS.head


def test_the_proxy_waits_for_the_longest_work(blocks: dict[str, Block]):
    longest = LIMITS.queue_seconds + 2 * SETTINGS.work_seconds + LEEWAY_SECONDS + SETTINGS.busy_timeout_ms / 1000
    assert size(only(blocks["server"], "proxy_read_timeout")) >= longest
    assert not [name for name, block in blocks.items() if name.startswith("location") and "proxy_read_timeout" in block]


def test_no_request_goes_over_a_connection_that_the_service_closes(blocks: dict[str, Block]):
    upstream = blocks["upstream parallax"]
    assert only(upstream, "server") == [f"{SETTINGS.host}:{SETTINGS.port}"]
    assert size(only(upstream, "keepalive_timeout")) < LIMITS.idle_seconds
    server = blocks["server"]
    assert only(server, "proxy_http_version") == ["1.1"]
    assert ["Connection", ""] in server["proxy_set_header"]
    assert "proxy_set_header" not in {directive for name in blocks if name != "server" for directive in blocks[name]}


def test_one_address_takes_no_share_that_others_need(blocks: dict[str, Block]):
    _, most = only(blocks["server"], "limit_conn")
    assert int(most) < LIMITS.an_address < LIMITS.connections
    zones = [words[0] for zone in ("limit_conn_zone", "limit_req_zone") for words in blocks[""][zone]]
    assert zones == ["$parallax_counted"] * 2
    (probes, key), (other, address) = (
        (pattern, value) for pattern, (value,) in ((n, w[0]) for n, w in blocks["map $uri $parallax_counted"].items())
    )
    assert [bool(re.search(probes.lstrip("~"), path)) for path in ("/healthz", "/readyz", "/v1/healthz")] == [
        True, True, False,
    ]  # fmt: skip
    assert (key, other, address) == ("", "default", "$binary_remote_addr")


def test_probes_are_for_those_who_run_the_service(blocks: dict[str, Block]):
    probes = blocks["location ~ ^/(healthz|readyz)$"]
    assert probes["allow"] == [["127.0.0.1"], ["::1"]]
    assert probes["deny"] == [["all"]]


def told(blocks: dict[str, Block]) -> dict[str, dict[str, object]]:
    """The proxy's own answers, by status; "default" for any other."""
    body = only(blocks["location = /parallax-problem"], "return")[1].replace("\\n", "\n")
    return {
        status: json.loads(body.replace("$parallax_problem", words[0][0]).replace("$status", "599"))
        for status, words in blocks["map $status $parallax_problem"].items()
    }


def test_what_the_proxy_refuses_is_a_problem_of_ours(blocks: dict[str, Block]):
    answers = told(blocks)
    known = {one.uri: one for one in PROBLEMS.values()}
    for status, body in answers.items():
        assert set(body) == {"type", "title", "status", "detail"}
        assert body["status"] == (599 if status == "default" else int(status))
        if body["type"] != "about:blank":
            described = known[body["type"]]
            assert (body["status"], body["title"]) == (described.status, described.title)
    assert {answers[status]["type"] for status in ("400", "413", "414", "429", "431")} <= set(known)
    assert only(blocks["location = /parallax-problem"], "default_type") == ["application/problem+json"]


def test_every_error_of_the_proxy_is_told_so(blocks: dict[str, Block]):
    pages = blocks["server"]["error_page"]
    assert {words[-1] for words in pages} == {"/parallax-problem"}
    refused = {int(word) for words in pages for word in words if word.isdigit()}
    assert refused >= {400, 403, 405, 413, 414, 429, 494, 497, 500, 501, 502, 503, 504, 505}
    assert blocks["location = /parallax-problem"]["internal"] == [[]]


def test_who_may_come_again_is_told_when(blocks: dict[str, Block]):
    (pattern, ((seconds,),)), _ = blocks["map $status $parallax_retry_after"].items()
    assert int(seconds) == RETRY_AFTER_SECONDS
    again = {body["status"] for body in told(blocks).values() if re.search(pattern.lstrip("~"), str(body["status"]))}
    assert again >= {one.status for one in PROBLEMS.values() if one.uri in AGAIN}
    assert again == {429, 502, 503, 504}
