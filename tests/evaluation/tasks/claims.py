"""One fact told in other words and other languages: which sentences come into one claim, and which must not.

The sentences of a language are the paragraphs of one article, in an order that tells nothing; the articles of all
languages are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import combinations, product
from typing import NamedTuple

from tests.evaluation.client import Answer, Service, answers
from tests.evaluation.measures import rates, ratio
from tests.evaluation.sets import AnnotatedSet, Figure, Row

BREAK = "\n\n"
FIGURE_FINDINGS = ("differing_figures", "numbers")


class Placed(NamedTuple):
    """A row, its language and the extent of its sentence in the article of that language."""

    code: str
    start: int
    end: int
    id: str
    fact: str
    relation: str


Pair = frozenset[Placed]
Articles = dict[str, list[Placed]]


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """Pairs, denials and figures over all, and pairs and denials of those that a language takes part in."""
    articles = {code: placed(own.rows, code) for code in own.languages}
    texts = {row["id"]: row["text"] for row in own.rows}
    sent = [
        {"outlet": f"paper-{code}", "language": code, "text": BREAK.join(texts[one.id] for one in held)}
        for code, held in articles.items()
    ]
    ((_, answer),) = answers([{"articles": sent}], lambda row: service.compare(row["articles"]))
    joined, opposed = pairs_told(answer, articles)
    kinds = kinds_of_pairs(articles)
    for code in ("all", *articles):
        yield from pairs_measured(code, joined, kinds)
        yield from denials_measured(code, joined, opposed, kinds)
    yield from figures_measured(answer, articles)


def placed(rows: list[Row], code: str) -> list[Placed]:
    """The rows of a language in the order of a hash of their text, each where it comes to stand."""
    mine = [row for row in rows if row["lang"] == code]
    out, start = [], 0
    for row in sorted(mine, key=lambda row: sha256(row["text"].encode()).hexdigest()):
        end = start + len(row["text"])
        out.append(Placed(code, start, end, row["id"], row["fact"], row["relation"]))
        start = end + len(BREAK)
    return out


def row_at(held: list[Placed], span: Answer) -> Placed | None:
    """The row that most of the span stands in, the later of two; ``None`` if it stands in none."""
    _, one = max((min(span["end"], one.end) - max(span["start"], one.start), one) for one in held)
    return one if min(span["end"], one.end) > max(span["start"], one.start) else None


def pairs_told(answer: Answer, articles: Articles) -> tuple[set[Pair], set[Pair]]:
    """Pairs in one claim that are told alike, and pairs in one claim of which one is told to contradict it."""
    order = dict(zip((article["id"] for article in answer["articles"]), articles, strict=True))
    joined: set[Pair] = set()
    opposed: set[Pair] = set()
    for claim in answer["claims"]:
        sides: tuple[set[Placed], set[Placed]] = (set(), set())
        for telling in claim["present"]:
            one = row_at(articles[order[telling["article"]]], telling)
            if one is not None:
                sides[telling.get("relation") == "contradicts"].add(one)
        joined |= {frozenset(pair) for pair in combinations(sides[0], 2)}
        opposed |= {frozenset(pair) for pair in product(*sides) if pair[0] != pair[1]}
    return joined, opposed


def kinds_of_pairs(articles: Articles) -> dict[Pair, str]:
    """Pairs of one fact in two languages: ``same``, ``denial`` (one contradicts the other), or ``other``.

    Pairs that are ``denial`` or ``other`` (another figure, two denials) count neither way where claims are measured.
    """
    out: dict[Pair, str] = {}
    for one, other in combinations([one for held in articles.values() for one in held], 2):
        relations = {one.relation, other.relation}
        if one.code != other.code and one.fact == other.fact and "near_miss" not in relations:
            kind = "same" if relations == {"same"} else "other"
            out[frozenset((one, other))] = "denial" if relations == {"same", "contradicts"} else kind
    return out


def with_language(code: str, pairs: set[Pair]) -> set[Pair]:
    """The pairs that a language takes part in; all for ``all``."""
    return {pair for pair in pairs if code == "all" or any(one.code == code for one in pair)}


def pairs_measured(code: str, joined: set[Pair], kinds: dict[Pair, str]) -> Iterator[Figure]:
    """Pairs told alike against pairs that are."""
    told = with_language(code, {pair for pair in joined if kinds.get(pair, "same") == "same"})
    wanted = with_language(code, {pair for pair, kind in kinds.items() if kind == "same"})
    found = rates(len(told & wanted), len(told), len(wanted))
    yield Figure(code, "pairs_precision", found.precision, len(told))
    yield Figure(code, "pairs_recall", found.recall, len(wanted))
    yield Figure(code, "pairs_f1", found.f1, len(wanted))


def denials_measured(code: str, joined: set[Pair], opposed: set[Pair], kinds: dict[Pair, str]) -> Iterator[Figure]:
    """Of a statement and its denial: how often they are kept apart, and how often told as a contradiction."""
    denials = with_language(code, {pair for pair, kind in kinds.items() if kind == "denial"})
    if denials:
        yield Figure(code, "denials", ratio(len(denials - (joined - opposed)), len(denials)), len(denials))
        yield Figure(code, "denials_told", ratio(len(denials & opposed), len(denials)), len(denials))


def figures_measured(answer: Answer, articles: Articles) -> Iterator[Figure]:
    """Findings of differing figures: how many are true, and how many facts told with two figures they tell."""
    order = dict(zip((article["id"] for article in answer["articles"]), articles, strict=True))
    told, right = 0, 0
    facts: set[str] = set()
    for finding in answer["findings"]:
        if finding["kind"] in FIGURE_FINDINGS:
            rows = [row_at(articles[order[span["article"]]], span) for span in finding["evidence"]]
            seen = {(one.fact, one.relation) for one in rows if one is not None}
            hit = {fact for fact, _ in seen if {(fact, "same"), (fact, "different_figure")} <= seen}
            told, right, facts = told + 1, right + bool(hit), facts | hit
    every = {one.fact for held in articles.values() for one in held if one.relation == "different_figure"}
    yield Figure("all", "figures_precision", ratio(right, told) or 0.0, told)
    yield Figure("all", "figures_recall", ratio(len(facts), len(every)) or 0.0, len(every))
