"""Who said what: quoted passages and their speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tests.evaluation.client import Answer, Service, answers
from tests.evaluation.measures import jaccard, matched, mean, rates, within, words
from tests.evaluation.names import is_pronoun, same
from tests.evaluation.sets import AnnotatedSet, Figure, Row

Passage = dict[str, Any]
Article = tuple[list[Passage], list[Passage]]
"""Passages annotated and passages found, each with the words that it holds."""
OVERLAPS = (0.3, 0.8)
"""Words shared, of all words of both, from which on a passage is found."""
SPEAKERS_FROM = 0.3
"""The same for passages whose speakers are compared."""


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """Passages in direct speech and passages of any kind, and speakers of those found."""
    code = own.rows[0]["lang"]
    told = answers(own.rows, service.analyse)
    articles = [passages(row, answer) for row, answer in told]
    yield from found_passages(code, "direct", [direct(article) for article in articles])
    yield from found_passages(code, "all", articles)
    yield from speakers(code, articles)


def passages(row: Row, answer: Answer) -> Article:
    """What is annotated and what is found; a quotation that is interrupted counts piece by piece."""
    places = words(row["text"])
    gold = [{**one, "words": within(places, *span)} for one in row["quotes"] for span in one["spans"]]
    found = [{**one, "words": within(places, one["start"], one["end"])} for one in answer.get("quotes", ())]
    return [one for one in gold if one["words"]], [one for one in found if one["words"]]


def direct(article: Article) -> Article:
    """Direct speech alone. What is found within a partly quoted passage, and in no direct one, counts neither way."""
    gold, found = article
    wanted = [one for one in gold if one["kind"] == "direct"]
    partly = [one["words"] for one in gold if one["kind"] == "mixed"]
    taken = frozenset().union(*(one["words"] for one in wanted))
    told = [one for one in found if one["kind"] == "direct"]
    return wanted, [one for one in told if one["words"] & taken or not any(one["words"] <= held for held in partly)]


def pairs(article: Article) -> list[tuple[Passage, Passage, float]]:
    """Passages annotated and found that share words, one to one."""
    return matched(*article, lambda one, other: jaccard(one["words"], other["words"]))


def found_passages(code: str, kind: str, articles: Sequence[Article]) -> Iterator[Figure]:
    """Precision, recall and F1 at each overlap."""
    gold, found = (sum(len(article[side]) for article in articles) for side in (0, 1))
    overlaps = [overlap for article in articles for _, _, overlap in pairs(article)]
    for least in OVERLAPS:
        scored = rates(sum(overlap >= least for overlap in overlaps), found, gold)
        yield Figure(code, f"{kind}_f1@{least}", scored.f1, gold)
        yield Figure(code, f"{kind}_precision@{least}", scored.precision, found)
        yield Figure(code, f"{kind}_recall@{least}", scored.recall, gold)


def speakers(code: str, articles: Sequence[Article]) -> Iterator[Figure]:
    """Whether passages found have the speaker that is annotated; pronouns apart."""
    right: dict[str, list[float]] = {"direct": [], "all": [], "pronoun": []}
    for article in articles:
        for gold, found, overlap in pairs(article):
            if overlap < SPEAKERS_FROM or not gold["speaker"]:
                continue
            hit = float(same_speaker(gold["speaker"], found["speaker"]))
            unnamed = is_pronoun(gold["speaker"]["text"])
            right["pronoun" if unnamed else "all"].append(hit)
            if gold["kind"] == "direct" and not unnamed:
                right["direct"].append(hit)
    for kind, hits in right.items():
        yield Figure(code, f"speaker_accuracy_{kind}", mean(hits), len(hits))


def same_speaker(gold: Passage, found: Passage | None) -> bool:
    """Whether they stand in one place or share a name; a pronoun is right by its place alone."""
    if found is None:
        return False
    if found["start"] is not None and found["start"] < gold["end"] and gold["start"] < found["end"]:
        return True
    return not is_pronoun(gold["text"]) and same(gold["text"], found["name"])
