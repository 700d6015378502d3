"""The store: what goes in comes out, durable, and shared by several processes."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, event, select, text

from analysis.types import (
    Analysis,
    ArticleInput,
    Claim,
    ClaimPresence,
    Comparison,
    NotAssessable,
    Span,
    Stance,
    Wording,
)
from api import create_app
from api.services import articles as article_service
from api.services import stories as story_service
from api.services.analyses import analysed
from api.services.context import Context
from api.store import articles, candidates, codec, search, vectors
from api.store.database import Database, migrate, writing
from api.store.tables import ACTORS, METADATA
from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, FLOOD, article


@pytest.fixture
def context(app) -> Context:
    held: Context = app.extensions["parallax"]
    return held


def test_an_analysis_is_read_as_it_was_written(context):
    analysis = analysed(context, ArticleInput("post", text=BRIDGE_POST, language="en")).analysis
    assert codec.unpack(Analysis, codec.pack(analysis)) == analysis


def test_a_comparison_is_read_as_it_was_written(context, bridge):
    comparison = story_service.comparison(context, bridge[0]["story"]).comparison
    assert codec.unpack(Comparison, codec.pack(comparison)) == comparison


def test_what_was_stored_before_a_field_was_added_can_be_read():
    stored = codec.pack({"outlet": "post", "text": "Words."})
    assert codec.unpack(ArticleInput, stored) == ArticleInput("post", text="Words.")


def test_a_stance_and_a_claim_of_the_first_version_can_be_read():
    stance = codec.pack({"label": "criticism", "target": "act_1", "confidence": 0.7, "evidence": []})
    assert codec.unpack(Stance, stance) == Stance("criticism", "act_1", 0.7)
    said = {"article": "a", "start": 0, "end": 3, "text": "Yes", "similarity": 0.9}
    claim = codec.pack({"id": "c", "text": "Yes", "present": [said], "absent": ["b"], "not_assessable": ["d"]})
    assert codec.unpack(Claim, claim) == Claim("c", "Yes", (ClaimPresence("a", 0, 3, "Yes", 0.9),), ("b",), ("d",))


def test_a_claim_is_read_with_all_that_is_said_of_it():
    present = ClaimPresence("a", 0, 3, "Yes", 0.9, "contradicts", 0.9, "denied", "quotation", "act_1", "q1")
    unknown = (NotAssessable("d", "too_short"),)
    claim = Claim("c", "Yes", (present,), ("b",), ("d",), (Wording("en", "Yes"), Wording("fr", "Oui")), unknown)
    assert codec.unpack(Claim, codec.pack(claim)) == claim
    stance = Stance("support", None, 0.8, (Span(0, 3, "Yes"),), Span(4, 10, "a bill"))
    assert codec.unpack(Stance, codec.pack(stance)) == stance


def test_vectors_are_kept_to_the_bit_with_their_encoder(context, bridge):
    source = ArticleInput("post", text=BRIDGE_POST, language="en", published_at="2026-03-02T08:00:00Z")
    fresh = analysed(context, source).embedding
    with context.database.read() as connection:
        record = articles.find(connection, bridge[0]["id"])
        kept = vectors.load(connection, record.seq)
    assert kept.encoder == fresh.encoder == context.encoder.identity
    assert np.array_equal(kept.article, fresh.article)
    assert np.array_equal(kept.sentences, fresh.sentences)


def test_the_migrations_make_the_tables_of_the_code(database_url):
    database = Database(database_url)
    with database.engine.connect() as connection:
        assert (
            compare_metadata(MigrationContext.configure(connection, opts={"include_name": search.ours}), METADATA) == []
        )
        migrate(database.engine)
    database.close()


def test_a_reading_transaction_sees_one_state(context, bridge):
    with context.database.read() as connection:
        record = articles.find(connection, bridge[0]["id"])
        article_service.delete(context, record.id)
        assert articles.analysis_of(connection, record).article.id == record.id
        assert articles.find(connection, record.id) == record
    with context.database.read() as connection:
        assert articles.find(connection, record.id) is None


def test_many_who_wait_to_write_leave_a_connection_to_read(context, bridge):
    waiting = threading.Semaphore(0)

    def wait() -> None:
        with context.database.engine.connect():
            waiting.release()
            done.wait(20)

    done = threading.Event()
    threads = [threading.Thread(target=wait) for _ in range(32)]
    for thread in threads:
        thread.start()
    try:
        assert all(waiting.acquire(timeout=10) for _ in threads)
        with context.database.read() as connection:
            assert articles.find(connection, bridge[0]["id"]) is not None
    finally:
        done.set()
        for thread in threads:
            thread.join()


def downgrade(engine: Engine, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", "api.store:migrations")
    config.set_main_option("path_separator", "os")
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


@pytest.mark.parametrize("before", ["0001", "0002", "0003", "0004", "0005", "0006"])
def test_a_database_of_an_earlier_version_keeps_its_rows(database_url, before):
    engine = create_engine(database_url)
    migrate(engine)
    downgrade(engine, before)
    with writing(engine) as connection:
        actor = {"id": "a", "name": "Ana", "folded": "ana", "type": "person", "renamed": 1, "created_at": "now"}
        connection.execute(text(f"INSERT INTO actors ({', '.join(actor)}) VALUES (:{', :'.join(actor)})"), actor)
    engine.dispose()
    database = Database(database_url)
    with database.read() as connection:
        row = connection.execute(select(ACTORS)).one()
        assert (
            compare_metadata(MigrationContext.configure(connection, opts={"include_name": search.ours}), METADATA) == []
        )
    assert (row.id, row.name, row.renamed, row.retyped) == ("a", "Ana", 1, 0)
    downgrade(database.engine, before)
    migrate(database.engine)
    with database.read() as connection:
        assert connection.execute(select(ACTORS)).one() == row
    database.close()


@pytest.mark.sqlite
def test_a_commit_is_on_the_disk_and_keys_are_held(context):
    with context.database.read() as connection:
        settings = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in
                    ("journal_mode", "synchronous", "foreign_keys")]  # fmt: skip
    assert settings == ["wal", 2, 1]


def test_an_article_leaves_nothing_behind(context, client, bridge):
    client.get(f"/v1/stories/{bridge[0]['story']}/comparison")
    for item in bridge:
        assert client.delete(f"/v1/articles/{item['id']}").status_code == 204
    names = {table.name for table in METADATA.sorted_tables}
    with context.database.read() as connection:
        counts = {name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar() for name in names}
    left = {"outlets", "counters", "alembic_version"}
    assert counts.keys() & left
    assert [name for name, count in counts.items() if count and name not in left] == []


def test_an_analysis_of_another_method_is_computed_anew(context, client, bridge, monkeypatch):
    address = f"/v1/articles/{bridge[0]['id']}/analysis"
    assert client.get(address).get_json()["method"]["version"] != "0.0.1"
    monkeypatch.setattr("analysis.pipeline.METHOD_VERSION", "0.0.1")
    assert client.get(address).get_json()["method"]["version"] == "0.0.1"
    with context.database.read() as connection:
        record = articles.find(connection, bridge[0]["id"])
        assert articles.method_of(connection, record).method_version == "0.0.1"


@pytest.mark.sqlite
def test_a_reader_of_an_analysis_of_another_method_does_not_wait_long_for_writers(
    tmp_path, client, bridge, monkeypatch
):
    monkeypatch.setattr("analysis.pipeline.METHOD_VERSION", "0.0.1")
    monkeypatch.setattr("api.services.articles.READERS_WAIT_MS", 20)
    address = f"/v1/articles/{bridge[0]['id']}/analysis"
    other = sqlite3.connect(tmp_path / "parallax.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answer = client.get(address)
    assert (answer.status_code, answer.get_json()["type"]) == (503, "/problems/database-busy")
    assert answer.headers["Retry-After"]
    other.execute("ROLLBACK")
    other.close()
    assert client.get(address).get_json()["method"]["version"] == "0.0.1"


def test_a_story_is_found_without_reading_the_whole_store(client, monkeypatch):
    for number in range(30):
        sent = article("post", f"{FLOOD} Report number {number} from the valley.", story=f"story-of-{number}")
        assert client.post("/v1/articles", json=sent).status_code == 201
    read: list[int] = []
    bodies = candidates.bodies
    monkeypatch.setattr(candidates, "bodies", lambda at, seqs: (read.extend(seqs), bodies(at, seqs))[1])
    assert client.post("/v1/articles", json=article("times", FLOOD)).status_code == 201
    assert 0 < len(read) <= candidates.STORIES_TRIED


def test_a_correction_takes_as_many_statements_for_many_stories_as_for_few(context, client):
    counted = {}
    for name, stories in (("Holm", 2), ("Berg", 8)):
        for number in range(stories):
            words = f"{name} resigned. Marta {name} said on day {number} that it was over. Per {name}sson was there."
            sent = article("post", words, story=f"{name.lower()}-{number}")
            assert client.post("/v1/articles", json=sent).status_code == 201
        known = {item["name"]: item["id"] for item in client.get(f"/v1/actors?q={name}").get_json()["data"]}
        statements: list[str] = []
        note = lambda connection, cursor, statement, *_: statements.append(statement)  # noqa: E731, B023
        event.listen(context.database.engine, "before_cursor_execute", note)
        merged = client.patch(f"/v1/actors/{known[f'Marta {name}']}", json={"merge": [known[f"Per {name}sson"]]})
        event.remove(context.database.engine, "before_cursor_execute", note)
        assert merged.get_json()["article_count"] == stories
        counted[name] = len(statements)
    assert counted["Berg"] == counted["Holm"]


def test_more_names_than_one_statement_takes_are_all_kept(client, monkeypatch):
    monkeypatch.setattr("api.store.lookups.AT_ONCE", 3)
    names = [f"Marta {name}" for name in ("Holm", "Berg", "Lind", "Falk", "Dahl", "Strand", "Nyberg")]
    words = " ".join(f"{name} said on Monday that it was over." for name in names) + " Holm left."
    assert client.post("/v1/articles", json=article("post", words)).status_code == 201
    known = client.get("/v1/actors?q=marta&limit=50").get_json()["data"]
    assert {item["name"] for item in known} == set(names)


def test_several_writers_at_once_store_each_article_once(database_url):
    sent = [BRIDGE_POST, BRIDGE_TIMES, FLOOD] * 4
    statuses: list[int] = []

    def write(texts: list[str]) -> None:
        client = create_app({"DATABASE_URL": database_url, "LOG_LEVEL": "ERROR"}).test_client()
        statuses.extend(client.post("/v1/articles", json=article("post", item)).status_code for item in texts)

    writers = [threading.Thread(target=write, args=(sent[turn:] + sent[:turn],)) for turn in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(set(statuses)) == [200, 201]
    assert statuses.count(201) == 3
    client = create_app({"DATABASE_URL": database_url, "LOG_LEVEL": "ERROR"}).test_client()
    assert len(client.get("/v1/articles").get_json()["data"]) == 3


@pytest.mark.sqlite
def test_a_database_that_stays_busy_is_a_problem(tmp_path, database_url):
    app = create_app({"DATABASE_URL": database_url, "BUSY_TIMEOUT_MS": 50, "LOG_LEVEL": "CRITICAL"})
    client = app.test_client()
    assert client.get("/v1/articles").status_code == 200
    other = sqlite3.connect(tmp_path / "parallax.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answer = client.post("/v1/articles", json=article("post", BRIDGE_POST))
    assert (answer.status_code, answer.get_json()["type"]) == (503, "/problems/database-busy")
    assert client.get("/v1/articles").status_code == 200
    lines = client.post("/v1/articles/bulk", json=article("post", BRIDGE_POST)).get_data(as_text=True)
    assert '"status":503' in lines
    other.execute("ROLLBACK")
    other.close()
    assert client.post("/v1/articles", json=article("post", BRIDGE_POST)).status_code == 201


def test_stories_that_an_article_joins_are_one(context, client, store: Callable[..., dict[str, Any]], monkeypatch):
    from analysis.clustering import StoryChoice

    first, second = store("post", BRIDGE_POST), store("post", FLOOD)
    named = store("post", FLOOD + " Again.", story="named")
    merging = StoryChoice(first["story"], 0.9, (second["story"], named["story"]))
    monkeypatch.setattr("api.services.choosing.choose_story", lambda *_: merging)
    third = store("times", BRIDGE_TIMES)
    story = client.get(f"/v1/stories/{first['story']}").get_json()
    assert set(story["articles"]) == {first["id"], second["id"], third["id"]}
    assert client.get(f"/v1/stories/{second['story']}").status_code == 404
    assert client.get("/v1/stories/named").get_json()["articles"] == [named["id"]]
    assert article_service.get(context, second["id"]).story == first["story"]


def test_records_are_values(context, bridge):
    with context.database.read() as connection:
        record = articles.find(connection, bridge[0]["id"])
        assert record == articles.find(connection, bridge[0]["id"])
        assert replace(record, url="x") != record
