"""Reactions, prominence and generic frames."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import resources
from analysis.encoders import embed_article, load_encoder
from analysis.framing import prominence
from analysis.framing.frames import FRAMES, find_frames, model
from analysis.framing.patterns import words_of
from analysis.framing.reactions import find_reactions
from analysis.reader import identity
from analysis.types import Actor, Embedding, Framing, Mention
from tests.analysis.attribution import judged
from tests.analysis.framing_texts import CODES, document, frame, load, quote

PARALLEL = load("frames")
STORY = "Anna Berg resigned on Monday. Carl Dahl spoke of a mistake. It was long overdue, said the chair of the board."


def actor(name: str, text: str = STORY, *parts: str) -> Actor:
    places = [(text.index(part), part) for part in parts]
    mentions = tuple(Mention(start, start + len(part), part) for start, part in sorted(places))
    return Actor(id=name, name=name, type="person", mentions=mentions)


def score_of(framing: Framing, name: str) -> float:
    value = next(item.score.value for item in framing.frames if item.frame == name)
    assert value is not None
    return value


def test_reactions_are_the_statements_with_a_stance_in_text_order() -> None:
    late = quote(STORY, "long overdue", "chair", "criticism", "berg")
    early = quote(STORY, "a mistake", "dahl", "dismissal")
    plain = quote(STORY, "on Monday", "berg", "neutral")
    unowned = quote(STORY, "resigned", None, "support")
    found = frame(document(STORY, "en"), (), (late, plain, unowned, early)).reactions
    assert [(item.actor, item.stance, item.target) for item in found] == [
        ("dahl", "dismissal", None),
        ("chair", "criticism", "berg"),
    ]
    assert found[0].position < found[1].position


def test_an_unsure_stance_is_that_of_what_the_speaker_surely_says_beside_it_or_none() -> None:
    text = "Anna Berg rejected it. Only so can we compete, she said. Carl Dahl spoke of a mistake."
    sure = quote(text, "rejected it", "berg", "dismissal")
    unsure = quote(text, "Only so can we compete", "berg", "criticism")
    alone = quote(text, "a mistake", "dahl", "criticism")
    told = [
        replace(one, sentence=place, stance=replace(one.stance, confidence=0.9 if one is sure else 0.4))
        for place, one in enumerate((sure, unsure, alone))
    ]
    found = frame(document(text, "en"), (), told).reactions
    assert [(item.actor, item.stance) for item in found] == [("berg", "dismissal"), ("berg", "dismissal")]


def test_order_of_reactions_follows_the_text() -> None:
    swapped = "It was long overdue, said the chair. Carl Dahl spoke of a mistake."
    pair = (quote(swapped, "a mistake", "dahl", "dismissal"), quote(swapped, "long overdue", "chair", "criticism"))
    assert [item.actor for item in frame(document(swapped, "en"), (), pair).reactions] == ["chair", "dahl"]


@given(st.lists(st.integers(0, len(STORY) - 2), max_size=8))
def test_positions_lie_between_0_and_1_and_never_fall(starts: list[int]) -> None:
    quotes = [quote(STORY, STORY[start:], "a", "criticism") for start in starts]
    positions = [item.position for item in frame(document(STORY, "en"), (), quotes).reactions]
    assert all(0 <= place <= 1 for place in positions)
    assert positions == sorted(positions)


def test_an_actor_named_first_and_oftener_is_more_prominent() -> None:
    text = "Anna Berg won. Anna Berg thanked everyone. Later Carl Dahl left."
    first = Actor("berg", "Anna Berg", "person", (Mention(0, 9, "Anna Berg"), Mention(15, 24, "Anna Berg")))
    second = actor("dahl", text, "Carl Dahl")
    found = prominence(document(text, "en"), (first, second), ())
    assert found["berg"].score > found["dahl"].score
    assert found["berg"].first_sentence == 0 < found["dahl"].first_sentence
    assert found["berg"].mention_share == pytest.approx(2 / 3, abs=1e-6)


def test_a_headline_beside_the_text_counts_by_whole_names() -> None:
    text = "The board met. Anna Berg resigned and Carl Dahl stayed."
    actors = (actor("Anna Berg", text, "Anna Berg"), actor("Carl Dahl", text, "Carl Dahl"))
    found = prominence(document(text, "en", headline="Board: Anna Berg out, Carl Dahlberg stays"), actors, ())
    assert found["Anna Berg"].in_headline
    assert not found["Carl Dahl"].in_headline


def test_quoted_words_raise_prominence() -> None:
    text = "Anna Berg met Carl Dahl. It was a very long and quite useful meeting."
    actors = (actor("berg", text, "Anna Berg"),)
    silent = prominence(document(text, "en"), actors, ())["berg"]
    spoken = prominence(document(text, "en"), actors, (quote(text, "a very long and quite useful meeting", "berg"),))[
        "berg"
    ]
    assert spoken.score > silent.score
    assert spoken.quoted_word_share == pytest.approx(7 / 14)


@given(st.lists(st.sampled_from(["Anna Berg", "Carl Dahl", "Monday", "mistake"]), unique=True), st.booleans())
def test_prominence_lies_between_0_and_1(names: list[str], titled: bool) -> None:
    actors = [actor(name, STORY, name) for name in names]
    found = prominence(document(STORY, "en", headline=STORY if titled else None), actors, ())
    assert set(found) == set(names)
    assert all(0 <= item.score <= 1 for item in found.values())
    assert not names or sum(item.mention_share for item in found.values()) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", sorted(PARALLEL))
def test_a_text_told_in_one_frame_scores_highest_there_in_every_language(name: str, code: str) -> None:
    found = frame(document(PARALLEL[name][code], code), (), ())
    others = [
        score_of(frame(document(PARALLEL[other][code], code), (), ()), name) for other in PARALLEL if other != name
    ]
    assert score_of(found, name) >= 0.5
    assert score_of(found, name) > max(others)


@pytest.mark.parametrize("name", sorted(PARALLEL))
def test_translations_get_like_frame_scores(name: str) -> None:
    scores = {code: score_of(frame(document(PARALLEL[name][code], code), (), ()), name) for code in CODES}
    assert max(scores.values()) - min(scores.values()) <= 0.2, scores


@pytest.mark.parametrize("name", sorted(PARALLEL))
def test_sentence_vectors_agree_with_the_words_in_every_language(name: str) -> None:
    encoder = load_encoder()
    documents = {code: document(PARALLEL[name][code], code) for code in CODES}
    framings = {code: frame(item, (), (), embed_article(encoder, item)) for code, item in documents.items()}
    scores = {code: score_of(framing, name) for code, framing in framings.items()}
    assert min(scores.values()) >= 0.5
    assert max(scores.values()) - min(scores.values()) <= 0.2, scores


@pytest.mark.parametrize("name", sorted(PARALLEL))
def test_readings_alone_agree_with_the_words_in_every_language(name: str) -> None:
    scores = {code: score_of(frame(document(PARALLEL[name][code], code), (), ()), name) for code in CODES}
    words = {code: told_by_words(PARALLEL[name][code], code)[name] for code in CODES}
    assert min(scores.values()) >= 0.5
    assert min(words.values()) >= 0.5
    assert scores != words


def told_by_words(text: str, code: str) -> dict[str, float]:
    item = document(text, code)
    return {one.frame: one.score.value or 0.0 for one in find_frames(item, words_of(text))}


def test_the_weights_were_fitted_to_the_shipped_encoder_and_reader() -> None:
    """After a change of one of them, run ``python -m analysis.training.framing`` again."""
    assert (model().encoder, model().reader) == (load_encoder().identity, identity())


def test_readings_of_another_reader_are_left_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    text = PARALLEL["economic"]["en"]
    monkeypatch.setattr("analysis.framing.frames.identity", lambda: "another@1")
    found = frame(document(text, "en"), (), ())
    assert {one.frame: one.score.value for one in found.frames} == told_by_words(text, "en")


def test_vectors_of_another_encoder_are_left_aside() -> None:
    item = document(PARALLEL["economic"]["en"], "en")
    known = embed_article(load_encoder(), item)
    other = Embedding("another@1", known.article, known.sentences)
    assert frame(item, (), (), other) == frame(item, (), ()) != frame(item, (), (), known)


@pytest.mark.parametrize("code", CODES)
def test_frame_evidence_quotes_the_text(code: str) -> None:
    text = PARALLEL["conflict"][code]
    found = frame(document(text, code), (), ())
    conflict = next(item.score for item in found.frames if item.frame == "conflict")
    assert conflict.n == 4
    assert len(conflict.evidence) >= 4
    assert all(text[span.start : span.end] == span.text for span in conflict.evidence)


def test_frame_lists_are_of_comparable_size() -> None:
    for name in FRAMES:
        sizes = [sum(name in row[1].split(",") for row in resources.rows(code, "frames")) for code in CODES]
        assert min(sizes) >= 65
        assert max(sizes) <= 2 * min(sizes), (name, sizes)


def test_an_unsupported_language_keeps_reactions_and_gives_reasons() -> None:
    text = "Anna Berg erosi maanantaina. Se oli virhe, sanoi Carl Dahl. " * 4
    found = frame(document(text, "fi"), (), (quote(text, "Se oli virhe", "dahl", "criticism"),))
    assert [item.actor for item in found.reactions] == ["dahl"]
    assert {item.score.reason for item in found.frames} == {"unsupported_language"}
    assert found.hedging.reason == found.loaded_rate.reason == "unsupported_language"
    assert {item.share.reason for item in found.evidentiality_shares} == {"unsupported_language"}
    assert found.loaded_language == found.evidentiality == ()


def test_a_short_text_has_no_frame() -> None:
    assert {item.score.reason for item in frame(document("War.", "en"), (), ()).frames} == {"insufficient_text"}


@given(st.text(max_size=300), st.sampled_from(CODES))
def test_any_text_gives_valid_spans(text: str, code: str) -> None:
    found = frame(document(text, code), (), ())
    spans = [*found.loaded_language, *found.evidentiality]
    spans += [span for item in found.evidentiality_shares for span in item.share.evidence]
    assert all(text[span.start : span.end] == span.text and span.start < span.end for span in spans)


def test_the_marked_words_of_a_partly_quoted_statement_are_no_second_reaction() -> None:
    text = "Opposition leader Maria Falk called the plan “a disgrace” on Monday. The mayor did not answer."
    quotes = judged(text, "en")
    reactions = find_reactions(document(text, "en"), quotes)
    assert [quote.kind for quote in quotes if quote.stance.label == "criticism"] == ["mixed", "direct"]
    assert [reaction.stance for reaction in reactions] == ["criticism"]
