"""Stories are chosen before the write lock is taken; what came in between is taken into account under it."""

from __future__ import annotations

import cProfile
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import event, text

from analysis.types import ArticleInput
from api import create_app
from api.services import articles as article_service
from api.services import bulk, choosing, ingestion
from api.store import candidates, stories
from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, FLOOD
from tests.benchmarks.storing import fill, probe


@pytest.fixture
def context(app):
    return app.extensions["parallax"]


def prepared(context, outlet, words):
    found = ingestion.prepare(context, ArticleInput(outlet, text=words, language="en"))
    assert isinstance(found, ingestion.Prepared)
    return found


def stored(context, one):
    with context.database.write() as connection:
        return ingestion.store(connection, one).record


def test_nothing_is_compared_under_the_lock_if_nothing_came_between(context, store, monkeypatch):
    first = store("post", BRIDGE_POST)
    one = prepared(context, "times", BRIDGE_TIMES)

    def fail(*_):
        raise AssertionError("looked for again")

    monkeypatch.setattr(candidates, "look", fail)
    assert stored(context, one).story == first["story"]


def test_an_article_that_came_between_is_found_under_the_lock(context, monkeypatch):
    one, other, third = (prepared(context, name, BRIDGE_POST) for name in ("post", "times", "sun"))
    assert one.chosen.choice is None and other.chosen.choice is None
    home = stored(context, one).story
    read: list[int] = []
    bodies = candidates.bodies
    monkeypatch.setattr(candidates, "bodies", lambda at, seqs: (read.extend(seqs), bodies(at, seqs))[1])
    assert stored(context, other).story == home
    assert len(read) == 1
    assert stored(context, third).story == home


def test_only_what_came_between_is_compared(context, store, monkeypatch):
    store("post", BRIDGE_POST)
    one, other = prepared(context, "times", BRIDGE_TIMES), prepared(context, "sun", BRIDGE_POST)
    stored(context, other)
    compared: list[int] = []
    odds_with = choosing.odds_with
    monkeypatch.setattr(choosing, "odds_with", lambda new, many: (compared.append(len(many)), odds_with(new, many))[1])
    stored(context, one)
    assert compared == [1]


def test_a_story_that_is_gone_or_changed_meanwhile_is_not_joined(context, client, store):
    first = store("post", BRIDGE_POST)
    one = prepared(context, "times", BRIDGE_TIMES)
    assert one.chosen.choice.story_id == first["story"]
    article_service.delete(context, first["id"])
    record = stored(context, one)
    assert record.story != first["story"]
    assert client.get(f"/v1/stories/{record.story}").get_json()["articles"] == [record.id]


def test_a_story_that_a_client_named_meanwhile_keeps_its_members(context, store, monkeypatch):
    from analysis.clustering import StoryChoice

    first, second = store("post", BRIDGE_POST), store("post", FLOOD)
    one = prepared(context, "times", BRIDGE_TIMES)
    store("sun", "Something else entirely happened on the bridge.", story=first["story"])
    with context.database.read() as connection:
        again = choosing._chosen(connection, one.fingerprint, candidates.look(connection, one.fingerprint.keys), {})
        assert not stories.unnamed(connection, [first["story"]])
    assert [found.unnamed for found in again.look.stories if found.story == first["story"]] == [False]
    merging = StoryChoice(second["story"], 0.9, (first["story"],))
    monkeypatch.setattr("api.services.choosing.choose_story", lambda *_: merging)
    stored(context, one)
    assert article_service.get(context, first["id"]).story == first["story"]


def test_the_choice_is_that_of_articles_that_come_one_after_the_other(context, store, client):
    texts = [BRIDGE_POST, FLOOD, BRIDGE_TIMES, FLOOD + " It rained.", BRIDGE_POST + " Nobody was hurt."]
    one_by_one = [store(f"a-{place}", words)["story"] for place, words in enumerate(texts)]
    with context.database.write() as connection:
        for table in ("articles", "stories", "story_keys", "fingerprints"):
            connection.execute(text(f"DELETE FROM {table}"))
    waiting = [prepared(context, f"a-{place}", words) for place, words in enumerate(texts)]
    together = [stored(context, one).story for one in waiting]
    alike = [[found[i] == found[j] for i in range(5) for j in range(5)] for found in (one_by_one, together)]
    assert alike[0] == alike[1]


def test_the_best_stories_are_found_as_by_looking_at_all(context):
    fill(context, 300)
    with context.database.read() as connection:
        for seq in (1, 77, 200):
            query = text("SELECT key FROM story_keys WHERE article_seq = :seq ORDER BY key")
            keys = list(connection.execute(query, {"seq": seq}).scalars())
            weights = candidates._weights(connection, keys)
            homes = dict(map(tuple, connection.execute(text("SELECT seq, story_id FROM articles"))))
            best: dict[str, float] = {}
            for found, weight in weights.items():
                best[homes[found]] = max(best.get(homes[found], 0.0), weight)
            expected = sorted(best, key=lambda story: (-best[story], story))[: candidates.STORIES_TRIED]
            looked = candidates.look(connection, keys)
            assert [one.story for one in looked.stories] == expected
            assert len(expected) == candidates.STORIES_TRIED


def test_work_for_an_article_does_not_grow_with_the_store(context, tmp_path, monkeypatch):
    monkeypatch.setattr(candidates, "POSTINGS", 6)
    candidates._newest.cache_clear()
    larger = create_app({"DATABASE_URL": f"sqlite:///{tmp_path}/larger.db", "LOG_LEVEL": "ERROR"}).extensions[
        "parallax"
    ]
    fill(context, 400)
    fill(larger, 1_600)
    few, many = work(context, 400), work(larger, 1_600)
    candidates._newest.cache_clear()
    assert many < 1.15 * few


def work(context, size):
    """Calls, and steps of the database, that it takes to choose the stories of new articles and to store them."""
    steps = 0

    def count():
        nonlocal steps
        steps += 1

    profile = cProfile.Profile()
    for number in range(4):
        one = probe(prepared(context, "new", f"{BRIDGE_POST} Day {number}."), size + 3 * number)
        with context.database.read() as connection:
            raw = connection.connection.driver_connection
            raw.set_progress_handler(count, 20)
            one = replace(one, chosen=profile.runcall(choosing.chosen, connection, one.fingerprint))
            raw.set_progress_handler(None, 0)
        with context.database.write() as connection:
            raw = connection.connection.driver_connection
            raw.set_progress_handler(count, 20)
            if number:
                profile.runcall(ingestion.store, connection, one)
            else:
                ingestion.store(connection, one)
            raw.set_progress_handler(None, 0)
    assert steps > 100
    return sum(entry.callcount for entry in profile.getstats()) + 20 * steps


def test_a_transaction_of_a_bulk_upload_ends_when_its_time_is_over(context, monkeypatch):
    begun: list[str] = []
    note = lambda connection, cursor, statement, *_: begun.append(statement)  # noqa: E731
    event.listen(context.database.engine, "before_cursor_execute", note)
    monkeypatch.setattr(bulk, "HELD_SECONDS", 0.0)
    items = [(n, f"{FLOOD} Report {n}.") for n in range(3)]
    read = lambda words: ArticleInput("post", text=words, language="en")  # noqa: E731
    results = list(bulk.ingest(context, [*items, (3, ValueError("bad")), items[0]], read))
    assert [result.key for result in results] == [0, 1, 2, 3, 0]
    assert [getattr(result.outcome, "duplicate", None) for result in results] == [False, False, False, None, True]
    assert begun.count("BEGIN IMMEDIATE") >= 3
    assert len({result.outcome.record.seq for result in results[:3]}) == 3


def test_articles_are_stored_when_the_time_for_a_batch_is_over(context, monkeypatch):
    monkeypatch.setattr(bulk, "BATCH_SECONDS", 0.0)
    taken: list[int] = []

    def items():
        for n in range(3):
            taken.append(n)
            yield n, f"{FLOOD} Report {n}."

    results = bulk.ingest(context, items(), lambda words: ArticleInput("post", text=words, language="en"))
    assert next(results).key == 0
    assert taken == [0]
    assert [result.key for result in results] == [1, 2]


def test_a_transaction_that_is_lost_loses_its_own_articles_only(context, monkeypatch):
    monkeypatch.setattr(bulk, "HELD_SECONDS", 0.0)
    write, tries = type(context.database).write, []

    @contextmanager
    def losing(database, patience_ms=None):
        tries.append(1)
        with write(database) as connection:
            yield connection
            if len(tries) == 2:
                raise OSError("the disk is gone")

    monkeypatch.setattr(type(context.database), "write", losing)
    items = [(n, f"{FLOOD} Report {n}.") for n in range(3)]
    results = list(bulk.ingest(context, items, lambda words: ArticleInput("post", text=words, language="en")))
    assert [isinstance(result.outcome, OSError) for result in results] == [False, True, False]
    with context.database.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM articles")).scalar() == 2
