"""What a careful reader says of the seeds: language, date, and which lines are not the article's."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from analysis.cleaning import clean
from analysis.segmentation import segment
from analysis.text import squeeze, words_of
from analysis.types import Article, ArticleInput, Document

SEEDS = Path(__file__).parents[2] / "seeds"
MANIFEST = {
    item["file"][:3]: item for item in json.loads((SEEDS / "manifest.json").read_text(encoding="utf-8"))["articles"]
}

NOT_ARTICLE: dict[str, list[tuple[str, str]]] = {
    "000": [
        ("Publicerad 26 nov", "date_line"),
        ("Senaste klippen", "video"),
        ("Vladimir Putin och Steve Witkoff.", "caption"),
        ("Foto: AA", "photo_credit"),
        ("Öppna bild i helskärm", "image_control"),
        ("Donald Trump.", "caption"),
        ("Foto: ALEX BRANDON", "photo_credit"),
        ("Öppna bild i helskärm", "image_control"),
        ("LÄS MER:", "read_more"),
    ],
    "001": [("English (US)", "language_switcher")],
    "002": [
        ("date 2026-01-14", "date_line"),
        ("Live TV", "navigation"),
        ("Data publicării:", "date_line"),
        ("Vladimir Putin - intalnire", "caption"),
        ("Imagine de la întâlnirea", "caption"),
    ],
    "003": [("date 2025-02", "date_line")],
    "004": [
        ("date 2025-02-23", "date_line"),
        ("Vorteilswelt", "section"),
        ("Nachrichten", "section"),
        ("23.02.2025 21:32", "date_line"),
        ("0 Kommentare", "comments"),
        ("This article has been automatically translated,", "translation"),
        ("read the original article here.", "translation"),
    ],
}
SUBHEADINGS = {
    "000": ["”Osannolikt att det"],
    "001": ["Ga flere taktiske råd", "Skaper store reaksjoner", "Tidslinje over samtalene:", "Trump avfeier kritikk"],
    "002": [],
    "003": ["– Ønsker å stoppe", "Invitert til Moskva", "Tror forhandlingene"],
    "004": ['"Great discussion"', '"Friendship" developed', "Next round of talks", "Trump turns his back"],
}

seeds = pytest.mark.parametrize("seed", sorted(MANIFEST))


def raw(seed: str) -> str:
    return (SEEDS / MANIFEST[seed]["file"]).read_text(encoding="utf-8")


@cache
def article(seed: str) -> Article:
    return clean(ArticleInput(MANIFEST[seed]["outlet"], text=raw(seed)))


@cache
def document(seed: str) -> Document:
    return segment(article(seed))


def lines(seed: str, role: str) -> list[str]:
    return [article(seed).text[item.start : item.end] for item in document(seed).paragraphs if item.role == role]


def test_the_manifest_names_every_file_once() -> None:
    assert sorted(item["file"] for item in MANIFEST.values()) == sorted(path.name for path in SEEDS.glob("*.txt"))
    assert len({item["outlet"] for item in MANIFEST.values()}) == len(MANIFEST)


@seeds
def test_exactly_the_lines_that_are_not_the_articles_go(seed: str) -> None:
    removed = article(seed).removed
    assert [item.reason for item in removed] == [reason for _, reason in NOT_ARTICLE[seed]]
    assert all(
        squeeze(item.text).startswith(opening) for item, (opening, _) in zip(removed, NOT_ARTICLE[seed], strict=True)
    )


@seeds
def test_every_other_word_stays(seed: str) -> None:
    gone = sum(len(words_of(item.text)) for item in article(seed).removed)
    assert len(words_of(article(seed).text)) + gone == len(words_of(raw(seed)))


@seeds
def test_language_and_date_are_those_of_the_manifest(seed: str) -> None:
    known, found = MANIFEST[seed]["known"], article(seed)
    assert found.language.code == known["language"] and found.language.confidence > 0.95
    for date, expected in ((found.published_at, known["published"]), (found.updated_at, known["updated"])):
        assert (date and {"value": date.value, "precision": date.precision}) == expected


def test_headlines() -> None:
    assert article("004").headline == "US envoy raves about talks with Putin"
    assert (article("002").headline or "").startswith("Steve Witkoff și Jared Kushner intenționează")
    assert [article(seed).headline for seed in ("000", "001", "003")] == [None] * 3


@seeds
def test_subheadings(seed: str) -> None:
    found = lines(seed, "subheading")
    assert len(found) == len(SUBHEADINGS[seed])
    assert all(line.startswith(opening) for line, opening in zip(found, SUBHEADINGS[seed], strict=True))


def test_the_timeline_is_a_list() -> None:
    assert [line.split(":")[0] for line in lines("001", "list")] == [
        "* 13. oktober", "* 14. oktober", "* 16. oktober", "Rundt 24–26. oktober", "29. oktober",
    ]  # fmt: skip


@seeds
def test_paragraphs_that_open_with_a_dash_are_told(seed: str) -> None:
    text = article(seed).text
    dashes = [item for item in document(seed).paragraphs if item.dash]
    assert all(text[item.start] == "–" for item in dashes)
    assert len(dashes) == sum(line.startswith("–") for line in text.splitlines())
