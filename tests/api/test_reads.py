"""Lists are read along indexes, and counters say what a recount would."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text

from api import create_app
from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, FLOOD, article
from tests.benchmarks.lightstore import fill

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
    "articles?published_from=2026-01-01",
    "articles?published_from=2026-03-02&published_to=2026-03-03&outlet=post",
    "articles?published_to=2027&language=en",
    "stories?published_from=2026-03-01&published_to=2026-03",
    "stories?published_to=2026-03&min_articles=2",
    "stories?q=bridge",
    "stories?q=br",
    "stories?q=bridge&outlet=post",
    "stories?q=bridge&actor={actor}&language=en&published_from=2026-03-01",
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
    scans = step.startswith("SCAN") and not re.match(r"SCAN (actor|story)_search VIRTUAL TABLE INDEX \d+:\S*M", step)
    return scans or "TEMP B-TREE" in step or "AUTOMATIC" in step


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.sqlite
def test_a_list_is_read_along_an_index_without_sorting(client, database, bridge, address):
    actor = client.get("/v1/actors").get_json()["data"][0]["id"]
    filled = address.format(story=bridge[0]["story"], actor=actor, article=bridge[0]["id"])
    client.get(f"/v1/{filled}")
    found = plans(database, lambda: client.get(f"/v1/{filled}"))
    assert found
    for statement, steps in found.items():
        assert steps, statement
        assert not [step for step in steps if bad(step)], (statement, steps)


DATED = (
    ("articles", {"published_from": "2026-11"}),
    ("articles", {"published_to": "2026-01"}),
    ("articles", {"published_from": "2026-02-03", "published_to": "2026-02-20", "outlet": "outlet-1"}),
    ("articles", {"published_from": "2026-05-03T10:00:00Z", "language": "de"}),
    ("articles", {"published_from": "2031"}),
    ("stories", {"published_from": "2026-11-20"}),
    ("stories", {"published_to": "2026-02", "min_articles": 2}),
    ("stories", {"published_from": "2026-06-01", "published_to": "2026-06-10"}),
)


@pytest.mark.parametrize("walked", [1, 70, 5_000])
@pytest.mark.sqlite
def test_lists_of_certain_dates_are_whole_and_in_order_and_read_few_rows(app, client, database, monkeypatch, walked):
    fill(app.extensions["parallax"], 300)
    with database.write() as connection:
        connection.exec_driver_sql(
            "UPDATE stories SET (first_published_at, last_published_at) ="
            " (SELECT min(published_sort), max(published_sort) FROM articles WHERE story_id = stories.id)"
        )
    every = {kind: pages(client, kind, {"limit": 200}) for kind in ("articles", "stories")}
    monkeypatch.setattr("api.store.dates.WALKED", walked)
    for kind, query in DATED:
        expected = [item["id"] for item in every[kind] if fits(item, query)]
        assert [item["id"] for item in pages(client, kind, {**query, "limit": 7})] == expected
        found = plans(database, lambda: client.get(f"/v1/{kind}", query_string=query))  # noqa: B023
        assert found
        for statement, steps in found.items():
            plan = " ".join(steps)
            assert "SCAN" not in plan, (statement, steps)
            assert "TEMP B-TREE" not in plan or ("COVERING INDEX" in plan and walked < 300), (statement, steps)


def pages(client, kind, query):
    """What is on all pages."""
    found: list[dict[str, object]] = []
    while True:
        answer = client.get(f"/v1/{kind}", query_string=query).get_json()
        found += answer["data"]
        cursor = answer["page"]["next"]
        if cursor is None:
            return found
        query = {**query, "cursor": cursor}


def fits(item, query):
    """Whether an item of a list is what the query asks for."""
    first, last = (item.get(f"{name}published_at", item.get("published_at"))["value"] for name in ("first_", "last_"))
    return (
        last >= query.get("published_from", "")
        and first < query.get("published_to", "9") + "~"
        and item.get("outlet") == query.get("outlet", item.get("outlet"))
        and ("language" not in query or item["language"]["code"] == query["language"])
        and len(item.get("articles", ())) >= query.get("min_articles", 0)
    )


@pytest.mark.parametrize("index", [True, False])
def test_stories_are_found_by_letters_of_their_titles(database_url, monkeypatch, index):
    if not index:
        monkeypatch.setattr("api.store.search.TITLE_INDEX", "CREATE VIRTUAL TABLE story_search USING none(title)")
    client = create_app({"DATABASE_URL": database_url, "LOG_LEVEL": "ERROR"}).test_client()
    titles = ('Bridge "closed" 100%', "bridges_of Malmö", "A flood", "Åska över MALMÖ", "Two BRIDGES")
    for place, title in enumerate(titles):
        sent = article("post", f"{FLOOD} {place}", headline=title, story=f"s-{place}", published_at="2026-03-05")
        assert client.post("/v1/articles", json=sent).status_code == 201

    def found(letters):
        answer = client.get("/v1/stories", query_string={"q": letters}).get_json()
        return [item["title"] for item in answer["data"]]

    assert found("bridge") == [titles[4], titles[1], titles[0]]
    assert found("BRIDGES") == [titles[4], titles[1]]
    assert found('"closed" 1') == found("100%") == [titles[0]] and found("s_o") == [titles[1]]
    assert found("fl") == [titles[2]] and found("zzz") == [] == found('a" OR "b')
    assert titles[1] in found("malmö")
    earlier = article("times", f"{FLOOD} Else.", headline="Dam broke", story="s-2", published_at="2026-03-01")
    taken = client.post("/v1/articles", json=earlier).get_json()
    assert found("dam br") == ["Dam broke"] and found("a flood") == []
    client.delete(f"/v1/articles/{taken['id']}")
    assert found("dam br") == [] and found("a flood") == [titles[2]]
    for item in client.get("/v1/articles").get_json()["data"]:
        client.delete(f"/v1/articles/{item['id']}")
    assert found("bridge") == []


def test_titles_of_an_earlier_version_are_put_into_the_index(client, database, bridge):
    from api.store.database import migrate
    from tests.api.test_store import downgrade

    before = client.get("/v1/stories?q=bridge").get_json()
    assert before["data"]
    downgrade(database.engine, "0005")
    migrate(database.engine)
    assert client.get("/v1/stories?q=bridge").get_json() == before


@pytest.mark.sqlite
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
        return differing(connection)


def differing(connection):
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
    monkeypatch.setattr("api.services.choosing.choose_story", lambda *_: moving)
    assert client.post("/v1/articles", json=article("times", BRIDGE_TIMES)).status_code == 201
    assert counters(database) == {}
    assert len(client.get("/v1/stories?outlet=times").get_json()["data"]) == 1


ARTICLE = (
    "INSERT INTO articles (seq, id, outlet_id, story_id, language, language_confidence, text_chars, input_hash,"
    " text_hash, created_at) VALUES (:n, 'a' || :n, 'o' || :x, 's' || :y, 'l' || :y, 1, 1, 'h' || :n, 'h' || :n, 'now')"
)
FOUND = "INSERT INTO actor_articles SELECT seq, 'f' || :x, 'p' || :y, 'name', 'person', :n FROM articles WHERE seq = :n"
CHANGES = (
    f"{ARTICLE} ON CONFLICT DO NOTHING",
    f"{FOUND} ON CONFLICT DO NOTHING",
    "UPDATE actor_articles SET actor_id = 'p' || :x WHERE actor_id = 'p' || :y",
    "UPDATE actor_articles SET mentions = :x WHERE article_seq = :n",
    "UPDATE articles SET story_id = 's' || :x WHERE story_id = 's' || :y",
    "UPDATE articles SET story_id = 's' || :x, language = 'l' || :x WHERE seq = :n",
    "DELETE FROM actor_articles WHERE article_seq = :n",
    "DELETE FROM articles WHERE seq = :n",
)
STEPS = st.lists(st.tuples(st.sampled_from(CHANGES), *[st.integers(1, 3)] * 3), min_size=4, max_size=30)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_counters_follow_any_changes_in_any_order(database, steps):
    with database.engine.connect() as connection, connection.begin() as transaction:
        for n in (1, 2, 3):
            connection.execute(text(f"INSERT INTO outlets (id, created_at) VALUES ('o{n}', 'now')"))
            connection.execute(
                text(f"INSERT INTO stories VALUES ({n}, 's{n}', 1, 't', 0, 1, NULL, NULL, 'now', 'now')")
            )
            for statement in CHANGES[:2]:
                connection.execute(text(statement), {"n": n, "x": n, "y": 1})
        for statement, n, x, y in steps:
            connection.execute(text(statement), {"n": n, "x": x, "y": y})
        assert differing(connection) == {}
        transaction.rollback()


def test_counters_of_an_earlier_version_are_filled_in(client, database, bridge):
    from api.store.database import migrate
    from tests.api.test_store import downgrade

    before = client.get("/v1/actors").get_json()
    downgrade(database.engine, "0003")
    migrate(database.engine)
    assert counters(database) == {}
    assert client.get("/v1/actors").get_json() == before
