"""The founding question, asked of the served API: which reaction comes first, in which outlet, in which words?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from api import create_app

SEEDS = Path(__file__).parents[1] / "seeds"
TEXTS = {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
RENAMED = {"Witkoff": "Halvorsen", "Witfkoff": "Halvorsen", "Bacon": "Carlisle", "Trump": "Marlowe"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    path = tmp_path_factory.mktemp("founding") / "test.db"
    client = create_app({"DATABASE_URL": f"sqlite:///{path}"}).test_client()
    lines = [json.dumps({"outlet": f"demo-{number}", "text": text}) for number, text in TEXTS.items()]
    answer = client.post("/v1/articles/bulk", data="\n".join(lines), content_type="application/x-ndjson")
    assert [json.loads(line)["status"] for line in answer.get_data(as_text=True).splitlines()] == [201] * 5
    yield client


def compare(client: FlaskClient, first: str, second: str) -> dict[str, Any]:
    body = {"articles": [{"outlet": "first", "text": first}, {"outlet": "second", "text": second}]}
    answer = client.post("/v1/comparisons", json=body)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    found: dict[str, Any] = answer.get_json()
    return found


def order_of(comparison: dict[str, Any], dismisser: str, critic: str) -> tuple[list[str], list[str]]:
    """Articles with the dismissal first, and with the criticism first."""
    names = {entry["actor"]: entry["name"] for entry in comparison["framing"]["prominence"]}
    for difference in comparison["framing"]["order_differences"]:
        sides = {
            (side["stance"], names.get(side["actor"], "")): difference[f"{key}_first"]
            for key, side in (("a", difference["a"]), ("b", difference["b"]))
        }
        dismissal = next((first for (s, n), first in sides.items() if s == "dismissal" and dismisser in n), None)
        criticism = next((first for (s, n), first in sides.items() if s == "criticism" and critic in n), None)
        if dismissal is not None and criticism is not None:
            return dismissal, criticism
    return [], []


def test_five_seeds_are_four_stories(client: FlaskClient) -> None:
    stories = client.get("/v1/stories").get_json()["data"]
    outlets = sorted(tuple(sorted(story["outlets"])) for story in stories)
    assert outlets == [("demo-000", "demo-001"), ("demo-002",), ("demo-003",), ("demo-004",)]


def test_the_story_tells_which_reaction_comes_first_and_proves_it(client: FlaskClient) -> None:
    story = next(s for s in client.get("/v1/stories").get_json()["data"] if len(s["articles"]) == 2)
    comparison = client.get(f"/v1/stories/{story['id']}/comparison").get_json()
    articles = {article["id"]: article["outlet"] for article in comparison["articles"]}
    dismissal, criticism = order_of(comparison, "Trump", "Bacon")
    assert [articles[article] for article in dismissal] == ["demo-000"]
    assert [articles[article] for article in criticism] == ["demo-001"]
    top = comparison["findings"][0]
    assert top["kind"] == "order_reversal"
    assert {articles[span["article"]] for span in top["evidence"]} == {"demo-000", "demo-001"}
    for span in top["evidence"]:
        text = client.get(f"/v1/articles/{span['article']}").get_json()["text"]
        assert text[span["start"] : span["end"]] == span["text"]
    shown = " ".join(span["text"] for span in top["evidence"])
    assert "standardförhandling" in shown or "tagit uppgifterna med ro" in shown


def test_swapped_files_give_the_same_answer(client: FlaskClient) -> None:
    dismissal, criticism = order_of(compare(client, TEXTS["000"], TEXTS["001"]), "Trump", "Bacon")
    swapped_dismissal, swapped_criticism = order_of(compare(client, TEXTS["001"], TEXTS["000"]), "Trump", "Bacon")
    assert (dismissal, criticism) == (["article-1"], ["article-2"])
    assert (swapped_dismissal, swapped_criticism) == (["article-2"], ["article-1"])


def test_renamed_people_give_the_same_answer(client: FlaskClient) -> None:
    texts = []
    for number in ("000", "001"):
        text = TEXTS[number]
        for old, new in RENAMED.items():
            text = text.replace(old, new)
        texts.append(text)
    assert order_of(compare(client, *texts), "Marlowe", "Carlisle") == (["article-1"], ["article-2"])


def test_paragraphs_in_another_order_change_the_answer(client: FlaskClient) -> None:
    swedish = TEXTS["000"].split("\n\n")
    dismissal = next(i for i, paragraph in enumerate(swedish) if paragraph.startswith("Trump själv"))
    criticism = next(i for i, paragraph in enumerate(swedish) if paragraph.startswith("Den republikanske"))
    moved = [swedish[criticism], swedish[criticism + 1], swedish[dismissal]]
    reordered = "\n\n".join([*swedish[:dismissal], *moved, *swedish[criticism + 2 :]])
    comparison = compare(client, reordered, TEXTS["001"])
    assert order_of(comparison, "Trump", "Bacon") == ([], [])
    against_itself = compare(client, TEXTS["000"], reordered)
    assert order_of(against_itself, "Trump", "Bacon") == (["article-1"], ["article-2"])
