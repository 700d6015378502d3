"""Made-up rows of every kind that the reader is trained on, in the form of the files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

STATEMENT = "Mayor Anna Lindqvist said on Monday that the new bridge in Malmö is a waste of money."
SAID, TOWARD = "the new bridge in Malmö is a waste of money", "the new bridge"
DENIED = "“That is nonsense,” Peter Holm answered, who had drawn the bridge for the town."


def span(text: str, part: str) -> dict[str, int]:
    return {"start": text.index(part), "end": text.index(part) + len(part)}


def place(text: str, part: str) -> list[int]:
    return list(span(text, part).values())


def statement(number: int, text: str, said: str, toward: str | None, stance: str) -> dict[str, Any]:
    where = None if toward is None else place(text, toward)
    row = {"id": f"x-{number}-en", "lang": "en", "text": text, "statement": span(text, said), "stance": stance}
    return {**row, "target": toward, "target_span": where}


STANCES = [
    statement(1, STATEMENT, SAID, TOWARD, "criticism"),
    {**statement(1, STATEMENT, SAID, None, "criticism"), "id": "x-1-sv", "lang": "sv", "target": "[the bridge]"},
    statement(2, DENIED, "That is nonsense", None, "dismissal"),
]
TARGETS = [
    {
        "id": f"n-{label}",
        "lang": "en",
        "text": text,
        "targets": [{**span(text, "Anna Lindqvist"), "label": label}],
    }
    for text, label in (
        ("Anna Lindqvist ruined the town again.", "negative"),
        ("The brave Anna Lindqvist saved the town.", "positive"),
    )
]
ATTITUDES = [
    {
        "id": "t-1-en",
        "lang": "en",
        "text": "The hapless Anna Lindqvist fumbled the vote.",
        "target": span("The hapless Anna Lindqvist fumbled the vote.", "Anna Lindqvist"),
        "label": "negative",
        "loaded": [place("The hapless Anna Lindqvist fumbled the vote.", word) for word in ("hapless", "fumbled")],
    }
]
TRANSLATED = [
    {
        "en": "On Monday the minister Angela Merkel met farmers from the north.",
        "sv": "I måndags träffade ministern Angela Merkel bönder från norr.",
    }
]
FACTS = [
    {"fact": "f1", "relation": relation, "lang": "en", "text": text, "gloss_en": gloss, "certainty": certainty}
    for relation, certainty, gloss, text in (
        ("same", "asserted", "a", "Anna Lindqvist sold 12 buses to Malmö."),
        ("same", "reported", "a", "Malmö bought twelve buses from Anna Lindqvist, the town says."),
        ("different_figure", "asserted", "b", "Anna Lindqvist sold 14 buses to Malmö."),
        ("contradicts", "denied", "c", "Anna Lindqvist denies that buses were sold to Malmö."),
        ("near_miss", "alleged", "d", "Anna Lindqvist allegedly means to sell 12 trams to Malmö."),
    )
] + [
    {"fact": "f2", "relation": "same", "lang": "en", "text": text, "gloss_en": "e"}
    for text in ("It rained in Oslo for three days.", "Three days of rain fell on Oslo.")
]


SENTENCES = (
    "The farmers closed the border on Monday",
    "The farmers opened the border at last",
    "A ship sank off Malta",
)
RENDERED = [
    {
        "en": f"{sentence} {number}.",
        "sv": f"En svensk mening med numret {number} här.",
        "de": f"Ein deutscher Satz mit der Nummer {number}.",
    }
    for number, sentence in enumerate(SENTENCES)
]
MATTERS = [
    {"id": f"x-01-{side}-{code}", "lang": code, "text": f"{text} {code}."}
    for side, text in (("a", "The mayor calls the bridge a waste"), ("b", "Builders reject what the mayor says"))
    for code in ("en", "sv", "de")
]


def lines(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")
    return path
