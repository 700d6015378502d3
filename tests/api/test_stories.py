"""Stories: who belongs together, and how they compare."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, FLOOD

SEEDS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
LANGUAGES = ("sv", "nb", "ro", "nb", "en")


def test_articles_on_one_event_are_one_story(client, bridge):
    stories = client.get("/v1/stories").get_json()["data"]
    grouped = {tuple(story["articles"]) for story in stories}
    assert grouped == {(bridge[0]["id"], bridge[1]["id"]), (bridge[2]["id"],)}


def test_a_story_says_what_it_holds(client, bridge):
    story = client.get(f"/v1/stories/{bridge[0]['story']}").get_json()
    assert story["outlets"] == ["post", "times"]
    assert story["languages"] == ["en"]
    assert story["article_count"] == 2
    assert story["title"] == bridge[0]["headline"]
    assert story["first_published_at"]["value"].startswith("2026-03-02T08:00")
    assert story["last_published_at"]["value"].startswith("2026-03-02T10:00")


def test_a_client_can_name_the_story(client, store):
    first = store("post", BRIDGE_POST, story="my-story")
    second = store("times", FLOOD, story="my-story")
    assert first["story"] == second["story"] == "my-story"
    assert client.get("/v1/stories/my-story").get_json()["articles"] == [first["id"], second["id"]]


def test_a_comparison_has_proof_for_each_finding(client, bridge):
    body = client.get(f"/v1/stories/{bridge[0]['story']}/comparison").get_json()
    texts = {item["id"]: client.get(f"/v1/articles/{item['id']}").get_json()["text"] for item in body["articles"]}
    spans = [span for finding in body["findings"] for span in finding["evidence"]]
    spans += [span for claim in body["claims"] for span in claim["present"]]
    assert spans
    assert all(texts[span["article"]][span["start"] : span["end"]] == span["text"] for span in spans)
    assert body["left_out"] == []


def test_a_stored_comparison_is_the_stateless_one_under_other_names(client, bridge):
    stored = client.get(f"/v1/stories/{bridge[0]['story']}/comparison").get_json()
    inputs = [
        {"outlet": "post", "text": BRIDGE_POST, "language": "en", "published_at": "2026-03-02T08:00:00Z"},
        {"outlet": "times", "text": BRIDGE_TIMES, "language": "en", "published_at": "2026-03-02T10:00:00Z"},
    ]
    fresh = client.post("/v1/comparisons", json={"articles": inputs}).get_json()
    assert stored["overlap"]["pairs"]
    assert stored["findings"]
    assert [pair["similarity"] for pair in stored["overlap"]["pairs"]] == [
        pair["similarity"] for pair in fresh["overlap"]["pairs"]
    ]
    assert [finding["kind"] for finding in stored["findings"]] == [finding["kind"] for finding in fresh["findings"]]


def test_a_comparison_is_kept_until_its_story_changes(client, bridge, store):
    address = f"/v1/stories/{bridge[0]['story']}/comparison"
    first = client.get(address)
    assert client.get(address).headers["ETag"] == first.headers["ETag"]
    store("herald", BRIDGE_TIMES + " The mayor will open the bridge.", story=bridge[0]["story"])
    assert len(client.get(address).get_json()["articles"]) == 3


def test_a_story_of_one_article_cannot_be_compared(client, bridge):
    answer = client.get(f"/v1/stories/{bridge[2]['story']}/comparison")
    assert answer.status_code == 409
    assert answer.get_json()["type"] == "/problems/story-has-one-article"


def test_deleting_the_first_article_renames_the_story(client, bridge):
    client.delete(f"/v1/articles/{bridge[0]['id']}")
    story = client.get(f"/v1/stories/{bridge[0]['story']}").get_json()
    assert story["articles"] == [bridge[1]["id"]]
    assert story["title"] == bridge[1]["headline"]
    assert story["first_published_at"]["value"].startswith("2026-03-02T10:00")


def test_of_a_large_story_the_earliest_are_compared(app, database_url, bridge, store):
    from api import create_app

    small = create_app({"DATABASE_URL": database_url, "MAX_COMPARED": 2, "LOG_LEVEL": "ERROR"}).test_client()
    late = store(
        "herald", BRIDGE_TIMES + " The mayor will open it.", story=bridge[0]["story"], published_at="2026-03-09"
    )
    body = small.get(f"/v1/stories/{bridge[0]['story']}/comparison").get_json()
    assert [item["id"] for item in body["articles"]] == [bridge[0]["id"], bridge[1]["id"]]
    assert body["left_out"] == [late["id"]]


def test_stories_can_be_restricted(client, bridge):
    def ids(query: str) -> set[str]:
        return {story["id"] for story in client.get(f"/v1/stories?{query}").get_json()["data"]}

    leak, flood = bridge[0]["story"], bridge[2]["story"]
    assert ids("min_articles=2") == {leak}
    assert ids("outlet=times") == {leak}
    assert ids("q=FLOODS") == {flood}
    assert ids("q=%25") == set()
    assert ids("published_from=2026-03-04") == {flood}
    assert ids("published_to=2026-03-04") == {leak}
    assert ids("language=ro") == set()


def seed(store, number: int, **fields: object) -> dict[str, Any]:
    return store(f"demo-{number}", SEEDS[number], language=LANGUAGES[number], **fields)


@pytest.mark.parametrize("order", ["01234", "43210", "13024", "31204", "24310"])
def test_stories_do_not_depend_on_the_order_of_arrival(client, store, order):
    for number in map(int, order):
        seed(store, number)
    grouped = sorted(story["outlets"] for story in client.get("/v1/stories").get_json()["data"])
    assert grouped == [["demo-0", "demo-1"], ["demo-2"], ["demo-3"], ["demo-4"]]


def test_an_article_that_moves_takes_its_story_and_the_comparison_along(client, store):
    third, second = seed(store, 3), seed(store, 1)
    assert second["story"] == third["story"]
    address = f"/v1/stories/{third['story']}"
    assert client.get(f"{address}/comparison").status_code == 200
    first = seed(store, 0)
    assert client.get(f"/v1/articles/{second['id']}").get_json()["story"] == first["story"]
    left, joined = client.get(address).get_json(), client.get(f"/v1/stories/{first['story']}").get_json()
    assert (left["articles"], left["article_count"]) == ([third["id"]], 1)
    assert joined["article_count"] == 2
    assert joined["title"].removesuffix("…") in SEEDS[0]
    assert client.get(f"{address}/comparison").status_code == 409


def test_an_article_that_a_client_put_into_a_story_stays(client, store):
    third = seed(store, 3)
    second = seed(store, 1, story=third["story"])
    first = seed(store, 0)
    assert first["story"] != third["story"]
    assert client.get(f"/v1/articles/{second['id']}").get_json()["story"] == third["story"]
