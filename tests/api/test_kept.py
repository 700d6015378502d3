"""Answers are kept while they hold, and reading survives a delete in the middle."""

from __future__ import annotations

import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier, Event, Semaphore, Thread
from time import sleep

import pytest

from api.extensions.kept import Kept, kept
from api.services import articles
from api.services.errors import TookTooLongError
from api.store.database import Database
from tests.api.texts import BRIDGE_POST, article

KEPT = (
    "articles/{article}",
    "articles/{article}/analysis",
    "stories/{story}/comparison",
    "outlets/post/profile",
)


def counted(monkeypatch):
    """What is unpacked from the store, as a list that grows."""
    from api.store import codec, digests

    read: list[type] = []
    unpack, unpacked = codec.unpack, digests.unpacked
    monkeypatch.setattr(digests, "unpacked", lambda bodies: (read.append(digests.Digest), unpacked(bodies))[1])
    monkeypatch.setattr(codec, "unpack", lambda kind, stored: (read.append(kind), unpack(kind, stored))[1])
    return read


@pytest.mark.parametrize("address", KEPT)
def test_what_has_not_changed_is_neither_read_nor_built(client, bridge, monkeypatch, address):
    filled = "/v1/" + address.format(story=bridge[0]["story"], article=bridge[0]["id"])
    first = [client.get(filled) for _ in range(2)][1]
    read = counted(monkeypatch)
    again = client.get(filled)
    assert (again.get_data(), again.headers["ETag"]) == (first.get_data(), first.headers["ETag"])
    assert again.mimetype == "application/json"
    held = client.get(filled, headers={"If-None-Match": first.headers["ETag"]})
    assert (held.status_code, held.get_data(), held.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert held.headers["Cache-Control"] == first.headers["Cache-Control"]
    assert read == []
    assert client.get(filled, headers={"If-None-Match": '"other"'}).get_data() == first.get_data()


@pytest.mark.parametrize("address", KEPT[1:])
def test_a_correction_makes_answers_anew(client, bridge, monkeypatch, address):
    filled = "/v1/" + address.format(story=bridge[0]["story"], article=bridge[0]["id"])
    found = client.get(f"/v1/articles/{bridge[0]['id']}/analysis").get_json()["actors"][0]
    first = [client.get(filled) for _ in range(2)][1]
    assert client.patch(f"/v1/actors/{found['id']}", json={"name": "Somebody Else"}).status_code == 200
    read = counted(monkeypatch)
    changed = client.get(filled, headers={"If-None-Match": first.headers["ETag"]})
    assert read and changed.status_code in (200, 304)
    if "analysis" in address:
        assert "Somebody Else" in changed.get_data(as_text=True)


def test_another_member_changes_comparison_and_profile_and_no_other_story(client, store, bridge, monkeypatch):
    comparison = f"/v1/stories/{bridge[0]['story']}/comparison"
    profile, other = "/v1/outlets/post/profile", f"/v1/articles/{bridge[2]['id']}/analysis"
    before = {address: client.get(address) for address in (comparison, profile, other)}
    assert client.delete(f"/v1/articles/{bridge[0]['id']}").status_code == 204
    assert client.get(comparison).status_code == 409
    assert client.get(profile).headers["ETag"] != before[profile].headers["ETag"]
    read = counted(monkeypatch)
    assert client.get(other).get_data() == before[other].get_data()
    assert read == []


def test_another_method_makes_an_analysis_anew(client, bridge, monkeypatch):
    address = f"/v1/articles/{bridge[0]['id']}/analysis"
    client.get(address)
    monkeypatch.setattr("analysis.pipeline.METHOD_VERSION", "0.0.1")
    assert client.get(address).get_json()["method"]["version"] == "0.0.1"


def test_kept_answers_have_a_bound():
    from api.extensions.kept import OVERHEAD, Answer, Kept

    answers = Kept(3 * (OVERHEAD + 10))
    for key in range(3):
        answers.save(key, Answer(1, b"0123456789", ()))
    assert answers.find(0, 1) is not None and answers.find(0, 2) is None
    answers.save(3, Answer(1, b"0123456789", ()))
    assert [answers.find(key, 1) is not None for key in range(4)] == [True, False, True, True]
    answers.save(3, Answer(2, b"0" * 10_000, ()))
    assert answers.find(3, 2) is None and answers.find(3, 1) is None
    assert answers.size == 2 * (OVERHEAD + 10)


class Reads:
    """Transactions that read; at the end of one of them an article is deleted over another connection."""

    def __init__(self, app, article_id, turn):
        self._app, self._article, self._turn = app, article_id, turn
        self._read, self.ended = Database.read, 0

    @contextmanager
    def read(self, database):
        with self._read(database) as connection:
            yield connection
        self.ended += 1
        if self.ended == self._turn:
            articles.delete(self._app.extensions["parallax"], self._article)


@pytest.mark.parametrize("address", ["articles/{article}", "articles/{article}/analysis", "stories/{story}/comparison"])
def test_an_article_that_goes_while_it_is_read_is_no_fault(app, client, bridge, monkeypatch, address):
    filled = "/v1/" + address.format(story=bridge[0]["story"], article=bridge[0]["id"])
    statuses = []
    for turn in range(1, 9):
        client.post("/v1/articles", json=article("post", BRIDGE_POST, published_at="2026-03-02T08:00:00Z"))
        monkeypatch.setattr("analysis.pipeline.METHOD_VERSION", f"0.0.{turn}")
        reads = Reads(app, bridge[0]["id"], turn)
        with monkeypatch.context() as patched:
            patched.setattr(Database, "read", lambda database, reads=reads: reads.read(database))
            statuses.append(client.get(filled).status_code)
        if reads.ended < turn:
            break
    assert len(statuses) >= 3 and statuses[-1] == 200
    assert set(statuses) <= {200, 404, 409} and {404, 409} & set(statuses)


def test_an_answer_that_many_ask_for_at_once_is_built_once(app):
    built, begun = [], Barrier(8)

    def build():
        built.append(1)
        sleep(0.05)
        return app.make_response("told")

    def ask(_):
        begun.wait()
        with app.test_request_context("/v1/told"):
            return kept("revision", build).get_data()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(8))) == [b"told"] * 8
    assert built == [1]


def test_a_failure_answers_all_who_wait_for_it(app, monkeypatch):
    tried, waiting = [], Semaphore(0)

    class Awaited(Future):
        def result(self, timeout=None):
            waiting.release()
            return super().result(timeout)

    monkeypatch.setattr(sys.modules[Kept.__module__], "Future", Awaited)

    def fail():
        tried.append(1)
        assert all(waiting.acquire(timeout=10) for _ in range(7))
        raise TookTooLongError("The work was stopped.")

    def ask(_):
        with app.test_request_context("/v1/told"), pytest.raises(TookTooLongError, match="was stopped"):
            kept("revision", fail)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(ask, range(8)))
    assert tried == [1]
    assert not app.extensions["parallax-kept"]._building


def test_who_asks_for_a_later_revision_waits_for_no_earlier_one(app):
    held = Event()

    def ask(revision, build):
        with app.test_request_context("/v1/told"):
            return kept(revision, lambda: app.make_response(build())).get_data()

    with ThreadPoolExecutor(1) as pool:
        earlier = pool.submit(ask, 1, lambda: held.wait(10) and "earlier")
        assert ask(2, lambda: "later") == b"later"
        held.set()
        assert earlier.result() == b"earlier"


def test_no_answer_waits_for_another_one_that_is_built(app):
    def ask(deeper):
        with app.test_request_context(f"/v1/told/{deeper}"):
            inner = (lambda: ask(deeper - 1)) if deeper else (lambda: app.make_response("told"))
            return kept("revision", inner)

    asked = Thread(target=ask, args=(100,), daemon=True)
    asked.start()
    asked.join(10)
    assert not asked.is_alive()
    assert not app.extensions["parallax-kept"]._building


def test_a_failed_answer_is_built_by_the_next_who_asks(app):
    def fail():
        raise ValueError("not now")

    with app.test_request_context("/v1/told"):
        with pytest.raises(ValueError, match="not now"):
            kept("revision", fail)
        assert kept("revision", lambda: app.make_response("told")).get_data() == b"told"
