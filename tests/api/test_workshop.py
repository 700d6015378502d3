"""Work that may take long is done apart, gives back the same, and can be stopped without anybody else's request."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time

import pytest

from analysis.errors import EmptyTextError
from analysis.types import ArticleInput
from api.config import Settings
from api.services import analyses, workshop
from api.services.context import Context, open_context
from api.services.errors import NotFoundError, TookTooLongError
from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, FLOOD, article


@pytest.fixture
def context(tmp_path):
    return open_context(Settings(database_url=f"sqlite:///{tmp_path}/parallax.db", work_seconds=1))


@pytest.fixture
def helped(context):
    yield workshop.open_workshop(context.settings)
    workshop.close_workshop()


def whoami(context: Context, more: int = 0) -> int:
    return os.getpid() + more


def held(context: Context) -> int:
    """One call that gives the interpreter to nobody."""
    return len(str(7 ** (10**8)))


def endless(context: Context) -> None:
    while True:
        time.sleep(0.01)


def refused(context: Context, kind: str) -> None:
    if kind == "missing":
        raise NotFoundError("outlet", "post")
    raise EmptyTextError("No words.", "/text")


def killed(context: Context) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_short_work_is_done_here_and_long_work_apart(context, helped):
    assert workshop.apart(context, whoami, False) == os.getpid()
    assert workshop.apart(context, whoami, True, more=0) not in (os.getpid(), helped.helper)


def test_without_a_helper_everything_is_done_here(context):
    assert workshop.apart(context, whoami, True) == os.getpid()


@pytest.mark.parametrize("work", [endless, held, killed])
def test_what_takes_too_long_is_stopped_and_the_next_work_is_done(context, helped, work):
    others: list[int] = []
    ticking = threading.Event()

    def tick():
        while not ticking.wait(0.01):
            others.append(1)

    thread = threading.Thread(target=tick)
    thread.start()
    with pytest.raises(TookTooLongError):
        workshop.apart(context, work, True)
    ticking.set()
    thread.join()
    assert others or work is killed
    assert workshop.apart(context, whoami, True) != os.getpid()


def test_more_long_work_than_there_is_room_for_waits(context, helped):
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(workshop.apart(context, whoami, True))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 6


def test_refusals_come_back_as_they_are(context, helped):
    with pytest.raises(EmptyTextError) as caught:
        workshop.apart(context, refused, True, "empty")
    assert (caught.value.detail, caught.value.pointer, str(caught.value)) == ("No words.", "/text", "No words.")
    with pytest.raises(NotFoundError, match="no outlet with the id 'post'"):
        workshop.apart(context, refused, True, "missing")


def test_a_helper_that_is_gone_is_told_and_noticed(context):
    lost: list[int] = []
    opened = workshop.open_workshop(context.settings, lambda: lost.append(1))
    os.kill(opened.helper, signal.SIGKILL)
    os.waitpid(opened.helper, 0)
    with pytest.raises(TookTooLongError):
        workshop.apart(context, whoami, True)
    assert lost == [1]
    workshop.close_workshop()


def test_the_helper_ends_with_its_worker(context):
    opened = workshop.open_workshop(context.settings)
    workshop.close_workshop()
    with pytest.raises(ProcessLookupError):
        os.kill(opened.helper, 0)


def test_work_that_outlives_its_worker_keeps_no_door_open(context):
    listener = socket.create_server(("127.0.0.1", 0))
    address = listener.getsockname()
    opened = workshop.open_workshop(Settings(work_seconds=60), doors=[listener])
    with opened._ask():  # a process that waits for its task
        assert workshop.apart(context, whoami, True) != os.getpid()
        listener.close()
        workshop.close_workshop()
        socket.create_server(address).close()


def test_analyses_comparisons_and_profiles_are_the_same_apart(client, store, context, bridge, monkeypatch):
    settings = Settings(database_url="sqlite://", work_seconds=100)
    here = open_context(settings)
    sources = [ArticleInput("post", text=words, language="en") for words in (BRIDGE_POST, BRIDGE_TIMES)]
    analysed, compared = analyses.analyse(here, sources[0], None), analyses.compare(here, sources)
    address, story = "/v1/outlets/post/profile", f"/v1/stories/{bridge[0]['story']}/comparison"
    profile = client.get(address).get_json()
    monkeypatch.setattr("api.services.analyses.LONG_CHARS", 10)
    monkeypatch.setattr("api.services.stories.LONG_CHARS", 10)
    monkeypatch.setattr("api.services.outlets.HEAVY_BYTES", 0)
    opened = workshop.open_workshop(settings)
    asked: list[bytes] = []
    do = opened.do
    monkeypatch.setattr(opened, "do", lambda task: (asked.append(task), do(task))[1])
    assert analyses.analyse(here, sources[0], None) == analysed
    assert analyses.compare(here, sources) == compared
    assert client.get(story).status_code == 200
    assert client.post("/v1/articles", json=article("sun", FLOOD)).status_code == 201
    assert len(asked) == 4
    client.application.extensions["parallax-kept"]._answers.clear()
    assert client.get(address).get_json() == profile
    assert len(asked) == 5
    workshop.close_workshop()


def test_long_work_that_is_stopped_is_told_to_the_client(client, monkeypatch):
    monkeypatch.setattr("api.services.analyses.LONG_CHARS", 10)
    monkeypatch.setattr("api.services.analyses._analysed", held_long)
    workshop.open_workshop(Settings(work_seconds=1))
    answer = client.post("/v1/analyses", json=article("post", FLOOD))
    workshop.close_workshop()
    assert (answer.status_code, answer.get_json()["type"]) == (503, "/problems/took-too-long")
    assert "1 seconds" in answer.get_json()["detail"]
    monkeypatch.undo()
    assert client.post("/v1/analyses", json=article("post", FLOOD)).status_code == 200


def held_long(context: Context, source: ArticleInput, targets: object) -> int:
    """The same, in place of an analysis."""
    return held(context)
