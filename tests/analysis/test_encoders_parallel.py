"""Meaning across languages, on parallel texts written for this project; floors lie below what the model reaches."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import combinations, permutations
from pathlib import Path

import numpy as np
import pytest

from analysis.encoders import article_vector, load_encoder, weight
from analysis.types import Role, Vectors

DATA = Path(__file__).parent / "data" / "parallel"
LANGUAGES = ("sv", "nb", "nn", "da", "ro", "en", "de", "fr")
FLOOR = 0.93
"""Translations found first among 64, in every direction of every pair of languages."""
MEAN_FLOOR = 0.97
SPREAD = 0.17
"""Largest difference of the mean cosine of translations between two pairs of languages."""


def rows(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def sentences(language: str) -> Vectors:
    return load_encoder().encode([row[language] for row in rows("sentences")])


@cache
def articles() -> tuple[list[dict[str, str]], Vectors]:
    found = rows("articles")
    vectors = []
    for row in found:
        parts = [part.strip() for part in row["text"].split(". ")]
        texts = [row["headline"], *parts]
        roles: list[Role] = ["headline", "lead", *["body" for _ in parts[1:]]]
        weights = [weight(text, role, place) for place, (text, role) in enumerate(zip(texts, roles, strict=True))]
        vectors.append(article_vector(load_encoder().encode(texts), weights))
    return found, np.stack(vectors)


def hits(table: Vectors) -> float:
    return float(np.mean(table.argmax(axis=1) == np.arange(len(table))))


def test_every_language_has_every_sentence() -> None:
    found = rows("sentences")
    assert len(found) >= 60
    assert all(set(row) == set(LANGUAGES) and all(row.values()) for row in found)


@pytest.mark.parametrize(("source", "target"), list(permutations(LANGUAGES, 2)))
def test_translations_are_nearest(source: str, target: str) -> None:
    assert hits(sentences(source) @ sentences(target).T) >= FLOOR


def test_translations_are_nearest_on_average() -> None:
    found = [hits(sentences(a) @ sentences(b).T) for a, b in permutations(LANGUAGES, 2)]
    assert np.mean(found) >= MEAN_FLOOR


def test_no_pair_of_languages_is_much_nearer_than_another() -> None:
    close = {frozenset(pair) for pair in combinations(("sv", "nb", "nn", "da"), 2)}
    means = [
        float(np.mean(np.sum(sentences(a) * sentences(b), axis=1)))
        for a, b in combinations(LANGUAGES, 2)
        if frozenset((a, b)) not in close
    ]
    assert max(means) - min(means) <= SPREAD


def test_unrelated_sentences_are_no_nearer_in_one_language_than_across() -> None:
    apart = ~np.eye(len(sentences("en")), dtype=bool)
    within = np.mean([np.mean((sentences(a) @ sentences(a).T)[apart]) for a in LANGUAGES])
    across = np.mean([np.mean((sentences(a) @ sentences(b).T)[apart]) for a, b in combinations(LANGUAGES, 2)])
    assert abs(within - across) <= 0.05


@pytest.mark.parametrize(("source", "target"), [("sv", "nb"), ("ro", "en"), ("da", "fr"), ("nn", "de")])
def test_translations_are_probably_the_same_claim_and_others_are_not(source: str, target: str) -> None:
    table = sentences(source) @ sentences(target).T
    probability = np.vectorize(load_encoder().calibration.same_claim_probability)(table)
    right = np.diagonal(probability)
    wrong = probability[~np.eye(len(table), dtype=bool)]
    assert np.mean(right > 0.5) >= 0.85
    assert np.mean(wrong > 0.5) <= 0.01


def pairs_of_articles() -> Iterator[tuple[dict[str, str], dict[str, str], float]]:
    found, vectors = articles()
    for i, j in combinations(range(len(found)), 2):
        yield found[i], found[j], float(vectors[i] @ vectors[j])


def test_articles_on_one_event_are_nearer_than_any_on_two() -> None:
    same = [cosine for a, b, cosine in pairs_of_articles() if a["event"] == b["event"]]
    other = [cosine for a, b, cosine in pairs_of_articles() if a["event"] != b["event"]]
    assert len(same) == 6
    assert min(same) > max(other)


def test_another_event_of_the_same_topic_is_nearer_than_another_topic_but_not_the_same() -> None:
    topic = [cosine for a, b, cosine in pairs_of_articles() if a["event"] != b["event"] and a["topic"] == b["topic"]]
    unrelated = [cosine for a, b, cosine in pairs_of_articles() if a["topic"] != b["topic"]]
    same = [cosine for a, b, cosine in pairs_of_articles() if a["event"] == b["event"]]
    assert len(topic) == 4
    assert np.mean(unrelated) < np.mean(topic) < np.mean(same) - 0.1


def test_the_probability_of_one_event_tells_events_apart() -> None:
    probability = load_encoder().calibration.same_event_probability
    one_event = [probability(cosine) for a, b, cosine in pairs_of_articles() if a["event"] == b["event"]]
    other_topic = [probability(cosine) for a, b, cosine in pairs_of_articles() if a["topic"] != b["topic"]]
    assert min(one_event) > 0.5
    assert max(other_topic) < 0.5
