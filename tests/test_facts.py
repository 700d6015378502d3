"""The analysis of the seeds says what a careful reader finds; what it misses is named here and in docs/quality.md."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.types import Actor, Analysis, ArticleInput, Quote
from tests import facts

ROOT = Path(__file__).parents[1]
FILES = {path.name[:3]: path for path in sorted((ROOT / "seeds").glob("*.txt"))}
MISSED_QUOTATIONS: frozenset[str] = frozenset()
"""Words of quotations that are not found with the right speaker; each is listed in docs/quality.md."""
FLOOR = 0.9


def plain(text: str) -> str:
    return " ".join(text.split())


def raw(seed: str) -> str:
    return FILES[seed].read_text(encoding="utf-8")


@cache
def seed(number: str) -> Analysis:
    return analyse(ArticleInput(outlet="demo", text=raw(number)), load_encoder()).analysis


def quotation(fact: facts.QuotationFact) -> Quote | None:
    """The shortest quotation that contains the words, of the right kind if there is one."""
    holding = [quote for quote in seed(fact.seed).quotes if fact.words in plain(quote.text)]
    holding = [quote for quote in holding if quote.kind == fact.kind] or holding
    return min(holding, key=lambda quote: quote.end - quote.start, default=None)


def speaker_is_right(fact: facts.QuotationFact, quote: Quote) -> bool:
    if fact.speaker is None or quote.speaker is None:
        return quote.speaker is None and fact.speaker is None
    if fact.speaker == "*":
        group = [actor for actor in seed(fact.seed).actors if actor.id == quote.speaker.actor]
        return not group or group[0].type == "group"
    return fact.speaker in quote.speaker.name


def actor_of(number: str, form: str) -> Actor:
    holding = [a for a in seed(number).actors if form in (a.name, *a.aliases, *(m.text for m in a.mentions))]
    assert len(holding) == 1, f"{form} in {number}: {[actor.name for actor in holding]}"
    return holding[0]


def missed() -> set[str]:
    wrong = set()
    for fact in facts.QUOTATIONS:
        quote = quotation(fact)
        if quote is None or not speaker_is_right(fact, quote):
            wrong.add(fact.words)
    return wrong


def test_quotations_are_found_with_the_right_speaker_but_for_the_known_misses() -> None:
    wrong = missed()
    assert wrong == MISSED_QUOTATIONS
    assert 1 - len(wrong) / len(facts.QUOTATIONS) >= FLOOR


def test_known_misses_are_in_the_document_of_quality() -> None:
    told = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    assert [words for words in MISSED_QUOTATIONS if words not in told] == []


@pytest.mark.parametrize("fact", [f for f in facts.QUOTATIONS if f.kind], ids=lambda f: f"{f.seed} {f.words}")
def test_quotations_are_of_the_right_kind(fact: facts.QuotationFact) -> None:
    quote = quotation(fact)
    assert quote is not None and quote.kind == fact.kind


@pytest.mark.parametrize("fact", [f for f in facts.QUOTATIONS if f.via], ids=lambda f: f"{f.seed} {f.words}")
def test_the_outlet_a_quotation_came_through_is_kept_apart_from_its_speaker(fact: facts.QuotationFact) -> None:
    quote = quotation(fact)
    assert quote is not None and quote.via is not None and (fact.via or "") in quote.via.text
    assert quote.speaker is None or (fact.via or "") not in quote.speaker.name


@pytest.mark.parametrize("fact", [f for f in facts.QUOTATIONS if f.medium], ids=lambda f: f"{f.seed} {f.words}")
def test_where_it_was_said_is_known(fact: facts.QuotationFact) -> None:
    quote = quotation(fact)
    assert quote is not None and quote.medium is not None and (fact.medium or "") in quote.medium.text


@pytest.mark.parametrize("number", facts.REMOVED)
def test_what_is_not_article_text_is_removed_and_nothing_else(number: str) -> None:
    own, gone = split_by_hand(number)
    removed = seed(number).article.removed
    assert plain(seed(number).article.text) == plain(" ".join(own))
    assert plain(" ".join(piece.text for piece in removed)) == plain(" ".join(gone))
    assert all(piece.reason for piece in removed)


def split_by_hand(number: str) -> tuple[list[str], list[str]]:
    """The file's own text and what is not article text, line by line; a marker may open a line of the article."""
    own, gone = [], []
    for line in map(plain, raw(number).splitlines()):
        marker = next((m for m in facts.REMOVED[number] if line == m or line.startswith(m + " –")), None)
        if marker is not None:
            gone.append(marker)
        own.append(line if marker is None else line.removeprefix(marker))
    return own, gone


@pytest.mark.parametrize("number", FILES)
def test_dates_keep_their_precision(number: str) -> None:
    article = seed(number).article
    published, updated = facts.DATES.get(number, (None, None))
    assert (article.published_at is None) == (published is None)
    if published and article.published_at:
        assert article.published_at.value.startswith(published)
        assert article.published_at.source == "text"
        assert (article.published_at.precision == "month") == (len(published) == len("2025-02"))
    if updated:
        assert article.updated_at is not None and article.updated_at.value.startswith(updated)


@pytest.mark.parametrize("number", FILES)
def test_languages_are_told(number: str) -> None:
    assert seed(number).article.language.code == facts.LANGUAGES[number]


@pytest.mark.parametrize("number", facts.SUBHEADINGS)
def test_subheadings_have_their_role(number: str) -> None:
    analysis = seed(number)
    found = [analysis.article.text[s.start : s.end] for s in analysis.sentences if s.role == "subheading"]
    assert [plain(text) for text in found] == list(facts.SUBHEADINGS[number])


def test_the_headline_of_the_translated_article() -> None:
    assert seed("004").article.headline == "US envoy raves about talks with Putin"


def test_the_timeline_is_a_list() -> None:
    analysis = seed("001")
    lines = [analysis.article.text[s.start : s.end].lstrip("* ") for s in analysis.sentences if s.role == "list"]
    assert [start for start in facts.TIMELINE if not any(line.startswith(start) for line in lines)] == []


@pytest.mark.parametrize("number", facts.SOURCES)
def test_sources_are_named(number: str) -> None:
    names = [source.name for source in seed(number).sources]
    assert [want for want in facts.SOURCES[number] if not any(want in name for name in names)] == []


def test_people_familiar_with_the_matter_are_an_anonymous_source() -> None:
    kinds = {source.name: source.type for source in seed("002").sources}
    assert [kind for name, kind in kinds.items() if "familiarizate" in name] == ["anonymous"]
    assert "direct" not in {quote.kind for quote in seed("002").quotes}


@pytest.mark.parametrize("number", facts.ONE_ACTOR)
def test_every_name_group_is_one_actor(number: str) -> None:
    for group in facts.ONE_ACTOR[number]:
        assert len({actor_of(number, form).id for form in group}) == 1, group


@pytest.mark.parametrize("group", facts.ACROSS, ids=lambda group: group[0][1])
def test_one_person_has_one_id_across_languages(group: tuple[tuple[str, str], ...]) -> None:
    assert len({actor_of(number, form).id for number, form in group}) == 1


def test_the_president_of_the_last_quotation_is_the_one_who_was_named() -> None:
    fact = next(fact for fact in facts.QUOTATIONS if fact.words == "Du må si, hør her")
    quote = quotation(fact)
    assert quote is not None and quote.speaker is not None
    assert quote.speaker.actor == actor_of("001", "Donald Trump").id


def first_with(number: str, stance: str, name: str) -> float:
    analysis = seed(number)
    actor = next(actor.id for actor in analysis.actors if name in actor.name)
    places = [r.position for r in analysis.framing.reactions if r.actor == actor and r.stance == stance]
    assert places, f"no {stance} by {name} in {number}"
    return min(places)


def test_reactions_stand_in_the_order_of_the_text() -> None:
    assert first_with("000", "dismissal", "Trump") < first_with("000", "criticism", "Bacon")
    assert first_with("001", "criticism", "Bacon") < first_with("001", "criticism", "Lieu")
    assert first_with("001", "criticism", "Lieu") < first_with("001", "criticism", "Fitzpatrick")
    assert first_with("001", "criticism", "Fitzpatrick") < first_with("001", "dismissal", "Trump")
