"""Laws of claims: who says it, who does not, and for whom it cannot be told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.cleaning.reasons import BEYOND
from analysis.comparison import compare
from analysis.evidence import relations
from analysis.types import Claim, Removed
from tests.analysis.stories import Told, told

SHARED = "The ministry met lobbyists 14 times in the spring, a leaked memo says."
RETOLD = "A memo that leaked shows that the ministry met lobbyists 14 times during the spring."
CATCH = (
    "Herring fetches eleven kroner a kilo at the quay.",
    "The boats stay out until the ice comes in December.",
    "Skippers praised the mild autumn weather.",
    "The cannery in the bay hires forty people for the season.",
)
ALONE = "Fisherfolk on the western coast landed a record catch of herring this week."
FILLING = ("The hearing takes place in the old town hall.", "Nobody from the press was let in on Monday.")
OTHERS = ("A new bridge will be ready in four years.", "Trains to the north stand still until tomorrow noon.")


def claims_of(*texts: list[str], languages: tuple[str, ...] = ()) -> tuple[Claim, ...]:
    codes = languages or ("en",) * len(texts)
    articles = [
        told(Told(f"outlet-{n}", text, language=code, id=f"a{n}"))
        for n, (text, code) in enumerate(zip(texts, codes, strict=True))
    ]
    return compare(articles).claims


def claim_with(claims: tuple[Claim, ...], words: str) -> Claim:
    return next(claim for claim in claims if any(words in presence.text for presence in claim.present))


def test_what_articles_share_comes_first_and_is_one_claim() -> None:
    claims = claims_of([*FILLING, SHARED], [SHARED, *OTHERS], [ALONE, SHARED, OTHERS[0]])
    assert claims[0].text == SHARED
    assert {presence.article for presence in claims[0].present} == {"a0", "a1", "a2"}
    assert [len(claim.present) for claim in claims] == sorted((len(c.present) for c in claims), reverse=True)


def test_an_article_is_present_absent_or_not_assessable_and_never_two_of_them() -> None:
    claims = claims_of([SHARED, *FILLING], [RETOLD, ALONE, *OTHERS], ["Too short to tell."], [ALONE, *OTHERS, *CATCH])
    for claim in claims:
        places = [*(presence.article for presence in claim.present), *claim.absent, *claim.not_assessable]
        assert sorted(places) == ["a0", "a1", "a2", "a3"]
    assert claim_with(claims, "lobbyists").absent == ("a3",)
    assert claim_with(claims, "lobbyists").not_assessable == ("a2",)


def test_an_article_that_was_not_read_to_its_end_is_not_told_to_leave_out() -> None:
    texts = ([SHARED, *FILLING], [RETOLD, ALONE, *OTHERS], [ALONE, *OTHERS, *CATCH])
    whole = [told(Told(f"outlet-{n}", list(text), id=f"a{n}")) for n, text in enumerate(texts)]
    assert claim_with(compare(whole).claims, "lobbyists").absent == ("a2",)
    article = replace(whole[2].analysis.article, removed=(Removed("It goes on.", BEYOND),))
    cut = replace(whole[2], analysis=replace(whole[2].analysis, article=article))
    assert claim_with(compare([*whole[:2], cut]).claims, "lobbyists").not_assessable == ("a2",)


def test_a_language_that_the_encoder_does_not_know_is_not_told_to_leave_out() -> None:
    claims = claims_of([SHARED, *FILLING], [ALONE, *OTHERS], languages=("en", "fi"))
    assert claim_with(claims, "lobbyists").not_assessable == ("a1",)


def test_a_claim_keeps_its_id_when_another_article_joins() -> None:
    two = claim_with(claims_of([SHARED, *FILLING], [ALONE, *OTHERS]), "lobbyists")
    three = claim_with(claims_of([SHARED, *FILLING], [ALONE, *OTHERS], [SHARED, *OTHERS]), "lobbyists")
    assert two.id == three.id


def test_ids_are_unique_even_if_an_article_repeats_itself() -> None:
    claims = claims_of([SHARED, SHARED, *FILLING], [ALONE, ALONE, *OTHERS])
    assert len({claim.id for claim in claims}) == len(claims)


def test_another_number_in_the_same_words_is_the_claim_with_another_figure() -> None:
    words = SHARED.replace("a leaked memo says", "says a memo")
    same = claim_with(claims_of([SHARED, *FILLING], [words, *OTHERS]), "lobbyists")
    other = claim_with(claims_of([SHARED, *FILLING], [words.replace("14", "93"), *OTHERS]), "lobbyists")
    assert [presence.relation for presence in same.present] == ["same", "same"]
    assert sorted(presence.relation for presence in other.present) == ["other_figure", "same"]


def test_articles_without_statements_have_no_claims() -> None:
    assert claims_of(["Yes."], ["No."]) == ()


def test_a_claim_keeps_its_id_whichever_article_comes_first() -> None:
    first = ["The ministry met lobbyists 14 times in the spring.", *FILLING]
    second = ["The ministry met the lobbyists 14 times in spring.", *OTHERS]
    there, back = claim_with(claims_of(first, second), "lobbyists"), claim_with(claims_of(second, first), "lobbyists")
    assert len(there.present) == len(back.present) == 2
    assert (there.id, there.text) == (back.id, back.text)


def test_an_article_whose_likely_counterpart_was_not_read_is_not_said_to_lack_the_claim(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    near = "The ministry met lobbyists in the spring, says a memo that was leaked to a paper."
    texts = [SHARED, *FILLING], [near, *OTHERS]
    monkeypatch.setattr(relations, "MOST_PAIRS", 0)
    claim = claim_with(claims_of(*texts), "14 times")
    assert claim.absent == ()
    assert [(one.article, one.reason) for one in claim.reasons] == [("a1", "uncertain")]
