"""Stored articles: what goes in comes out, once."""

from __future__ import annotations

from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, FINNISH, FLOOD, article


def test_a_stored_article_is_at_its_location(client):
    answer = client.post(
        "/v1/articles", json=article("post", BRIDGE_POST, external_id="b-1", url="https://a.example/1")
    )
    assert answer.status_code == 201
    body = answer.get_json()
    assert body["duplicate"] is False
    assert body["duplicate_by"] is None
    got = client.get(answer.headers["Location"]).get_json()
    assert {key: got[key] for key in got} == {key: body[key] for key in got}
    assert got["external_id"] == "b-1"
    assert got["story"].startswith("story-")


def test_the_same_text_of_an_outlet_is_stored_once(client, store):
    first = store("post", BRIDGE_POST)
    again = client.post("/v1/articles", json=article("post", BRIDGE_POST.replace("\n\n", "\n\n\n ")))
    assert again.status_code == 200
    assert again.get_json()["id"] == first["id"]
    assert (again.get_json()["duplicate"], again.get_json()["duplicate_by"]) == (True, "text")
    assert len(client.get("/v1/articles").get_json()["data"]) == 1


def test_the_same_text_of_two_outlets_is_two_articles(client, store):
    assert store("post", BRIDGE_POST)["id"] != store("times", BRIDGE_POST)["id"]


def test_an_external_id_is_of_one_text(client, store):
    store("post", BRIDGE_POST, external_id="b-1")
    assert store("post", BRIDGE_POST, external_id="b-1")["duplicate_by"] == "external_id"
    changed = client.post("/v1/articles", json=article("post", FLOOD, external_id="b-1"))
    assert changed.status_code == 409
    assert changed.get_json()["type"] == "/problems/article-changed"
    assert changed.get_json()["errors"][0]["pointer"] == "/external_id"
    assert store("times", FLOOD, external_id="b-1")["duplicate"] is False


def test_ids_do_not_depend_on_the_order_of_arrival(app, client, tmp_path):
    from api import create_app

    other = create_app({"DATABASE_URL": f"sqlite:///{tmp_path}/other.db", "LOG_LEVEL": "ERROR"}).test_client()
    texts = [BRIDGE_POST, BRIDGE_TIMES, FLOOD]
    ids = [client.post("/v1/articles", json=article("post", text)).get_json()["id"] for text in texts]
    turned = [other.post("/v1/articles", json=article("post", text)).get_json()["id"] for text in reversed(texts)]
    assert ids == turned[::-1]


def test_the_stored_analysis_is_the_stateless_one(client, store):
    stored = store("post", BRIDGE_POST)
    kept = client.get(f"/v1/articles/{stored['id']}/analysis").get_json()
    fresh = client.post("/v1/analyses", json=article("post", BRIDGE_POST)).get_json()
    assert kept["article"].pop("id") == stored["id"]
    assert fresh["article"].pop("id") is None
    assert kept == fresh


def test_spans_refer_to_the_text_that_was_sent(client):
    body = client.post("/v1/analyses", json=article("post", BRIDGE_POST, clean=False)).get_json()
    text = body["article"]["text"]
    assert text == BRIDGE_POST
    spans = [mention for actor in body["actors"] for mention in actor["mentions"]]
    spans += body["quotes"] + body["framing"]["loaded_language"]
    assert spans
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_an_unsupported_language_gets_what_needs_no_language(client):
    body = client.post("/v1/analyses", json=article("sanomat", FINNISH, language="fi")).get_json()
    assert body["article"]["language"]["code"] == "fi"
    assert body["sentences"]
    scores = [frame["score"] for frame in body["framing"]["frames"]] + [body["framing"]["hedging"]]
    scores += [item["share"] for item in body["framing"]["evidentiality_shares"]]
    assert all(score["value"] is None and score["reason"] for score in scores)
    lix = [item["score"] for item in body["readability"] if item["measure"] == "lix"]
    assert lix[0]["value"] is not None or lix[0]["reason"] == "insufficient_text"


def test_norwegian_is_read_as_one_of_its_written_forms(client):
    text = "Ministeren forsvarte broen i dag. «Vi hadde ikke noe annet valg», sa hun til journalistene på mandag."
    body = client.post("/v1/analyses", json={"outlet": "avisen", "text": text, "language": "no"}).get_json()
    assert body["article"]["language"]["code"] in ("nb", "nn")


def test_targets_are_answered_in_the_order_asked_for(client):
    start = BRIDGE_POST.index("Erik Dahl")
    targets = [{"name": "Ana Lind"}, {"start": start, "end": start + 9}]
    body = client.post("/v1/analyses", json=article("post", BRIDGE_POST, clean=False, targets=targets)).get_json()
    assert [target["name"] for target in body["targets"]] == ["Ana Lind", "Erik Dahl"]
    assert body["targets"][1]["start"] == start
    assert client.post("/v1/analyses", json=article("post", BRIDGE_POST)).get_json()["targets"] is None


def test_lists_can_be_restricted(client, bridge):
    def ids(query: str) -> set[str]:
        return {item["id"] for item in client.get(f"/v1/articles?{query}").get_json()["data"]}

    first, second, flood = (item["id"] for item in bridge)
    assert ids("outlet=post") == {first, flood}
    assert ids("language=en") == {first, second, flood}
    assert ids("language=sv") == set()
    assert ids(f"story={bridge[2]['story']}") == {flood}
    assert ids("published_to=2026-03-02") == {first, second}
    assert ids("published_from=2026-03-03") == {flood}
    assert ids("published_from=2026-03&published_to=2026-03") == {first, second, flood}


def test_lists_carry_no_texts(client, bridge):
    listed = client.get("/v1/articles").get_json()["data"]
    assert [item["id"] for item in listed] == [item["id"] for item in reversed(bridge)]
    assert all("text" not in item for item in listed)


def test_a_deleted_article_is_gone(client, bridge):
    address = f"/v1/articles/{bridge[2]['id']}"
    assert client.delete(address).status_code == 204
    assert client.get(address).status_code == 404
    assert client.get(address + "/analysis").status_code == 404
    assert client.delete(address).status_code == 404
    assert client.get(f"/v1/stories/{bridge[2]['story']}").status_code == 404
