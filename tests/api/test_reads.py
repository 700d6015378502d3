"""Lists are read along indexes, and counters say what a recount would."""

from __future__ import annotations

import re
from contextlib import contextmanager

import pytest
from sqlalchemy import event, text

from api.services import articles
from api.store import search
from api.store.actors import folded
from api.store.database import Database
from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, FLOOD, article

LISTS = (
    "outlets",
    "outlets?limit=2",
    "actors",
    "actors?type=person",
    "actors?q=lind",
    "actors?q=a&type=person",
    "articles",
    "articles?outlet=post",
    "articles?language=en",
    "articles?outlet=post&language=en",
    "articles?story={story}",
    "articles?actor={actor}",
    "articles?actor={actor}&outlet=post",
    "stories",
    "stories?outlet=post",
    "stories?language=en",
    "stories?actor={actor}",
    "stories?actor={actor}&outlet=post&language=en",
    "stories?min_articles=2",
    "stories?min_articles=40&outlet=post",
    "outlets/post",
    "actors/{actor}",
    "stories/{story}",
    "articles/{article}",
)
RECOUNTS = {
    "actor_counts": """
        SELECT actor_id, count(*), count(DISTINCT article_seq), sum(mentions) FROM actor_articles GROUP BY 1""",
    "outlet_counts": "SELECT outlet_id, language, count(*) FROM articles GROUP BY 1, 2",
    "story_facets": """
        SELECT 'outlet', outlet_id, s.seq, count(*) FROM articles a JOIN stories s ON s.id = a.story_id GROUP BY 2, 3
        UNION ALL
        SELECT 'language', language, s.seq, count(*) FROM articles a JOIN stories s ON s.id = a.story_id GROUP BY 2, 3
        UNION ALL
        SELECT 'actor', x.actor_id, s.seq, count(*) FROM articles a JOIN stories s ON s.id = a.story_id
        JOIN actor_articles x ON x.article_seq = a.seq GROUP BY 2, 3""",
}


@pytest.fixture
def database(app):
    return app.extensions["parallax"].database


def plans(database, run):
    """What the database does for each statement of a call."""
    seen: list[tuple[str, object]] = []
    note = lambda connection, cursor, statement, parameters, *_: seen.append((statement, parameters))  # noqa: E731
    event.listen(database.engine, "before_cursor_execute", note)
    run()
    event.remove(database.engine, "before_cursor_execute", note)
    with database.read() as connection:
        return {
            statement: [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            for statement, parameters in seen
            if statement.lstrip().startswith("SELECT")
        }


def bad(step):
    """Reads everything, or sorts; a search in the index of letters, which comes in order, is called a scan as well."""
    if step == "SCAN sqlite_master":
        return False
    scans = step.startswith("SCAN") and not re.match(r"SCAN actor_search VIRTUAL TABLE INDEX \d+:\S*M", step)
    return scans or "TEMP B-TREE" in step or "AUTOMATIC" in step


@pytest.mark.parametrize("address", LISTS)
def test_a_list_is_read_along_an_index_without_sorting(client, database, bridge, address):
    actor = client.get("/v1/actors").get_json()["data"][0]["id"]
    filled = address.format(story=bridge[0]["story"], actor=actor, article=bridge[0]["id"])
    client.get(f"/v1/{filled}")
    found = plans(database, lambda: client.get(f"/v1/{filled}"))
    assert found
    for statement, steps in found.items():
        assert steps, statement
        assert not [step for step in steps if bad(step)], (statement, steps)


def test_a_plan_that_reads_everything_is_seen(database):
    def scan():
        with database.read() as connection:
            connection.exec_driver_sql("SELECT id FROM articles WHERE headline = 'x' ORDER BY headline, url").all()

    (steps,) = plans(database, scan).values()
    assert any(step.startswith("SCAN") for step in steps) and any("TEMP B-TREE" in step for step in steps)


@pytest.mark.parametrize("address", ["outlets", "actors", "stories", "articles"])
def test_a_page_takes_as_many_statements_for_many_items_as_for_few(client, database, bridge, address):
    def count(limit):
        seen: list[str] = []
        note = lambda connection, cursor, statement, *_: seen.append(statement)  # noqa: E731
        event.listen(database.engine, "before_cursor_execute", note)
        client.get(f"/v1/{address}?limit={limit}")
        event.remove(database.engine, "before_cursor_execute", note)
        return len(seen)

    assert count(1) == count(200) <= 6


def counters(database):
    """Counters that differ from a recount."""
    with database.read() as connection:
        kept = {name: sorted(map(tuple, connection.execute(text(f"SELECT * FROM {name}")))) for name in RECOUNTS}
        made = {name: sorted(map(tuple, connection.execute(text(query)))) for name, query in RECOUNTS.items()}
    assert kept["actor_counts"] or not made["actor_counts"]
    return {name: (kept[name], made[name]) for name in RECOUNTS if kept[name] != made[name]}


def test_counters_are_what_a_recount_says(client, database, bridge, monkeypatch):
    assert counters(database) == {}
    people = [item["id"] for item in client.get("/v1/actors?type=person").get_json()["data"]]
    assert len(people) >= 3
    assert client.patch(f"/v1/actors/{people[0]}", json={"merge": people[1:]}).status_code == 200
    merged = client.get(f"/v1/actors/{people[0]}").get_json()
    assert counters(database) == {} and merged["article_count"] >= 1
    part = {"name": merged["aliases"][0], "aliases": [merged["aliases"][0]]}
    assert client.patch(f"/v1/actors/{people[0]}", json={"split": [part]}).status_code == 200
    assert counters(database) == {}
    assert client.patch(f"/v1/actors/{people[0]}", json={"aliases": merged["aliases"][1:3]}).status_code == 200
    assert counters(database) == {}
    monkeypatch.setattr("analysis.pipeline.METHOD_VERSION", "0.0.1")
    assert client.get(f"/v1/articles/{bridge[1]['id']}/analysis").status_code == 200
    assert counters(database) == {}
    for item in bridge:
        assert client.delete(f"/v1/articles/{item['id']}").status_code == 204
        assert counters(database) == {}


def test_counters_follow_articles_into_other_stories(client, store, database, monkeypatch):
    from analysis.clustering import StoryChoice
    from api.store import articles as stored

    first, second, third = store("post", BRIDGE_POST), store("post", FLOOD), store("times", FLOOD + " Again.")
    with database.read() as connection:
        record = stored.find(connection, third["id"])
    moving = StoryChoice(first["story"], 0.9, (second["story"],), (record.seq,))
    monkeypatch.setattr("api.services.ingestion.choose_story", lambda *_: moving)
    assert client.post("/v1/articles", json=article("times", BRIDGE_TIMES)).status_code == 201
    assert counters(database) == {}
    assert len(client.get("/v1/stories?outlet=times").get_json()["data"]) == 1


def test_counters_of_an_earlier_version_are_filled_in(client, database, bridge):
    from api.store.database import migrate
    from tests.api.test_store import downgrade

    before = client.get("/v1/actors").get_json()
    downgrade(database.engine, "0003")
    migrate(database.engine)
    assert counters(database) == {}
    assert client.get("/v1/actors").get_json() == before


KEPT = (
    "articles/{article}",
    "articles/{article}/analysis",
    "stories/{story}/comparison",
    "outlets/post/profile",
)


def counted(monkeypatch):
    """What is unpacked from the store, as a list that grows."""
    from api.store import codec

    read: list[type] = []
    unpack = codec.unpack
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


def searched(client, letters):
    return [
        item["id"] for item in client.get("/v1/actors", query_string={"q": letters, "limit": 200}).get_json()["data"]
    ]


def by_hand(client, letters):
    """Actors with these letters, found by looking at all of them."""
    listed = client.get("/v1/actors?limit=200").get_json()["data"]
    return [
        item["id"] for item in listed if any(folded(letters) in folded(n) for n in (item["name"], *item["aliases"]))
    ]


PIECES = ("a", "n", "li", "na", "d ", "lin", "LIND", "Ana L", "ана", "x", "zzz", '"', "%", "_", "*", 'a" OR "b', "Berg")


@pytest.fixture(params=["index", "table"])
def indexed(request, monkeypatch):
    """With FTS5 and without."""
    if request.param == "table":
        monkeypatch.setattr("api.store.search.INDEX", "CREATE VIRTUAL TABLE actor_search USING none(names)")
    return request.param == "index"


def test_letters_are_found_wherever_they_stand(indexed, app, database, client, bridge):
    with database.read() as connection:
        assert search.indexed(connection) == indexed
    known = client.get("/v1/actors?limit=200").get_json()["data"]
    pieces = {*PIECES, *(item["name"][1:4] for item in known), *(item["name"][-2:] for item in known)}
    for piece in sorted(pieces):
        assert searched(client, piece) == by_hand(client, piece), piece
    assert any(searched(client, piece) for piece in PIECES) and not searched(client, "zzz")
    one, other = known[0]["id"], known[1]["id"]
    client.patch(f"/v1/actors/{one}", json={"name": "Quirin Ýxz", "aliases": ["Анна", "王毅"]})
    assert searched(client, "ýXZ") == searched(client, "Анн") == searched(client, "毅") == [one]
    client.patch(f"/v1/actors/{one}", json={"aliases": []})
    assert searched(client, "Анн") == [] == searched(client, "毅")
    client.patch(f"/v1/actors/{one}", json={"merge": [other]})
    assert searched(client, known[1]["name"]) == by_hand(client, known[1]["name"])
    for item in bridge:
        client.delete(f"/v1/articles/{item['id']}")
    assert searched(client, "ýXZ") == [one]
    for piece in sorted(pieces):
        assert searched(client, piece) == by_hand(client, piece), piece
