"""Actors: who is found, what is one actor, and the laws of mentions and ids, alike in all eight languages."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors import find_actors
from analysis.segmentation import segment
from analysis.types import Actor, Article, Language

DATA = Path(__file__).parent / "data" / "actors"
CODES = ("da", "de", "en", "fr", "nb", "nn", "ro", "sv")
CASES = [
    (code, case["case"], case["text"], case["actors"])
    for code in CODES
    for case in json.loads((DATA / f"{code}.json").read_text(encoding="utf-8"))
]
PARALLEL: dict[str, str] = json.loads((DATA / "parallel.json").read_text(encoding="utf-8"))
SAME_IDS = 0.9
"""Least share of actors that two translations have in common, on average over all pairs of languages."""


def actors(text: str, code: str) -> tuple[Actor, ...]:
    return find_actors(segment(Article("outlet", text, Language(code, 1.0))))


@pytest.mark.parametrize(
    ("code", "text", "expected"), [pytest.param(c, t, a, id=f"{c}-{name}") for c, name, t, a in CASES]
)
def test_each_construction_gives_one_actor(code: str, text: str, expected: list[dict[str, object]]) -> None:
    found = [{"type": actor.type, "mentions": [m.text for m in actor.mentions]} for actor in actors(text, code)]
    assert expected
    assert [actor for actor in expected if actor not in found] == []


def test_every_language_has_the_same_constructions() -> None:
    assert set(Counter(code for code, *_ in CASES).values()) == {6}
    assert set(PARALLEL) == set(CODES)


def test_translations_of_an_article_have_the_same_actors() -> None:
    ids = {code: {actor.id for actor in actors(text, code)} for code, text in PARALLEL.items()}
    shares = [len(ids[a] & ids[b]) / len(ids[a] | ids[b]) for a, b in combinations(CODES, 2)]
    assert sum(shares) / len(shares) >= SAME_IDS


@pytest.mark.parametrize("code", CODES)
def test_places_and_organisations_have_one_id_in_every_language(code: str) -> None:
    english = {actor.name: actor.id for actor in actors(PARALLEL["en"], "en")}
    here = {actor.name: actor.id for actor in actors(PARALLEL[code], code)}
    for name in ("Geneva", "Moscow", "Kremlin", "European Union", "Germany", "Warsaw", "Reuters"):
        assert here[name] == english[name]


@pytest.mark.parametrize("code", CODES)
def test_a_named_minister_is_a_woman_where_the_text_says_so(code: str) -> None:
    holm = next(actor for actor in actors(PARALLEL[code], code) if actor.name == "Marta Holm")
    assert holm.gender == "feminine"


def test_spellings_of_one_name_have_one_id() -> None:
    spellings = {"en": "Andriy Shevchuk", "de": "Andrij Schewtschuk", "fr": "Andriï Chevtchouk", "ro": "Andrii Șevciuk"}
    sentences = {
        "en": "{} met Anna Weber in Oslo.",
        "de": "{} traf Anna Weber in Oslo.",
        "fr": "{} a rencontré Anna Weber à Oslo.",
        "ro": "{} s-a întâlnit cu Anna Weber la Oslo.",
    }
    found = {
        code: {a.id for a in actors(sentences[code].format(name), code) if "Weber" not in a.name and a.type == "person"}
        for code, name in spellings.items()
    }
    assert len(set.union(*found.values())) == 1


def test_a_country_keeps_its_id_through_inflection() -> None:
    forms = {
        "sv": "Hon bor i Ungern. Ungerns grannar protesterar.",
        "ro": "Ea locuiește în Ungaria. Vecinii Ungariei protestează.",
        "de": "Sie lebt in Ungarn. Ungarns Nachbarn protestieren.",
    }
    found = [actor for code, text in forms.items() for actor in actors(text, code)]
    assert {actor.name for actor in found} == {"Hungary"}
    assert len({actor.id for actor in found}) == 1
    assert all(len(actor.mentions) == 2 for actor in found)


@pytest.mark.parametrize("code", CODES)
def test_ids_do_not_depend_on_the_order_of_paragraphs(code: str) -> None:
    lines = PARALLEL[code].split("\n")
    turned = "\n".join(reversed(lines))
    expected = {actor.id for actor in actors(PARALLEL[code], code)}
    assert expected
    assert {actor.id for actor in actors(turned, code)} == expected


texts = st.one_of(
    st.text(max_size=300),
    st.lists(
        st.sampled_from(
            [
                "Anna Berg",
                "Berg",
                "Bergs",
                "WHO",
                "(",
                ")",
                "Oslo",
                "sade",
                "president",
                "presidenten",
                "several",
                "lawmakers",
                "said",
                ".",
                "\n",
                "’s",
                "Шевчук",
                "İ",
                "ß",
                "é",
                "-",
                "Dr.",
                "lui",
                "🙂",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            ]
        ),
        max_size=40,
    ).map(" ".join),
)


@settings(deadline=None, max_examples=60)
@given(texts, st.sampled_from([*CODES, "fi", "und"]))
def test_mentions_are_spans_and_do_not_overlap(text: str, code: str) -> None:
    document = segment(Article("outlet", text, Language(code, 1.0)))
    found = find_actors(document)
    assert len({actor.id for actor in found}) == len(found)
    assert list(found) == sorted(found, key=lambda actor: (actor.mentions[0].start, actor.id))
    for actor in found:
        assert actor.mentions
        assert actor.name not in actor.aliases
        end = -1
        for mention in actor.mentions:
            assert document.text[mention.start : mention.end] == mention.text
            assert mention.start >= end
            end = mention.end
    assert find_actors(document) == found


def test_an_unsupported_language_still_gets_names() -> None:
    found = actors("Presidentti Anna Virtanen tapasi Peter Lindqvistin Oslossa.", "fi")
    assert any("Anna Virtanen" in actor.name for actor in found)


@pytest.mark.parametrize(
    "text", ["President Anna Berg spoke. The president said no. " * 2000, "Aa Bb " * 20000, "x" * 10**5]
)
def test_long_odd_texts_are_read_with_valid_spans(text: str) -> None:
    long = f"Anna Berg spoke in Oslo. {text}"
    found = find_actors(segment(Article("o", long, Language("en", 1.0))))
    assert found
    for actor in found:
        assert all(long[mention.start : mention.end] == mention.text for mention in actor.mentions)
