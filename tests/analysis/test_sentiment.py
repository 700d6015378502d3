"""Tone toward actors: minimal pairs, voices, laws, honesty and speed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import resources
from analysis.encoders import load_encoder
from analysis.sentiment import document_tone, score_actors, score_targets
from analysis.sentiment.aggregation import LEAST_MENTIONS, Observation, aggregate
from analysis.sentiment.contexts import Reader
from analysis.sentiment.head import shipped_head
from analysis.sentiment.reading import Reading
from analysis.sentiment.words import describe, tone_list
from analysis.types import Score, Target, Vectors
from tests.analysis.tone_texts import FIRST, SECOND, checks, document, holds, lines, people, quotation, readings

CODES = ("da", "de", "en", "fr", "nb", "nn", "ro", "sv")
LISTS = ("tone_actions", "tone_shifters", "tone_valence")
RIGHT_SHARE = 0.95
"""Floor for the minimal pairs, in every language."""
AGREEING_SHARE = 0.80
GOOD_LINES, BAD_LINES = (8, 15, 19), (6, 16, 14)
FUNCTION_WORDS = {
    "da": "i på en et den det som med",
    "de": "in an ein eine der die das mit",
    "en": "in on a an the it with",
    "fr": "en dans un une le la que avec",
    "nb": "i på en ei et den det med",
    "nn": "i på ein ei eit den det med",
    "ro": "în pe un o a la cu și",
    "sv": "i på en ett den det som med",
}
WORDS = st.sampled_from(
    [
        "the",
        "said",
        "corrupt",
        "honest",
        "praised",
        "never",
        "but",
        ",",
        ".",
        "“",
        "”",
        "very",
        "by",
        "nicht",
        "Paris",
    ]
)
SENTENCES = st.lists(st.one_of(WORDS, st.just(FIRST), st.just(SECOND)), min_size=1, max_size=30).map(" ".join)


class Unlike:
    """An encoder that the tone model was not fitted to."""

    identity = "unlike@1"

    def encode(self, sentences: list[str]) -> Vectors:
        return np.ones((len(sentences), 4), dtype=np.float32) / 2.0


def scores_of(text: str, code: str, names: Sequence[str] = (FIRST, SECOND)) -> list[Score]:
    """Every score the stage gives of a text."""
    own, actors = document(text, code), people(text, names)
    tones = score_actors(own, actors, (), load_encoder())
    found = [score for tone in tones.values() for score in (tone.outlet_voice, tone.quoted_voice, tone.overall)]
    targets = score_targets(own, actors, (), [Target(name=name) for name in names], load_encoder())
    return [*found, *(target.sentiment for target in targets), document_tone(own, load_encoder())]


@pytest.mark.parametrize("code", CODES)
def test_minimal_pairs_are_told_apart(code: str) -> None:
    missed = [check for check in checks() if not holds(code, check)]
    assert len(missed) <= (1 - RIGHT_SHARE) * len(checks()), missed


@pytest.mark.parametrize("code", CODES)
def test_who_criticises_whom_decides(code: str) -> None:
    first, second = readings(code)[0], readings(code)[1]
    assert first[SECOND].label == "negative" and second[FIRST].label == "negative"
    for row, doer, victim in ((first, FIRST, SECOND), (second, SECOND, FIRST)):
        assert (row[victim].sentiment.value or 0.0) < (row[doer].sentiment.value or 0.0)


def test_the_same_text_has_the_same_labels_in_all_languages() -> None:
    labels = {code: [row[name].label for row in readings(code) for name in row] for code in CODES}
    shares = [np.mean([x == y for x, y in zip(labels[a], labels[b], strict=True)]) for a, b in combinations(CODES, 2)]
    assert np.mean(shares) >= AGREEING_SHARE


@pytest.mark.parametrize("code", CODES)
def test_a_quotation_counts_for_the_quoted_voice_alone(code: str) -> None:
    own = [lines(code)[line - 1] for line in GOOD_LINES]
    quoted = [lines(code)[line - 1] for line in BAD_LINES]
    text = "\n".join([*own, *(f"«{line}»" for line in quoted)])
    starts = [text.index(f"«{line}") + 1 for line in quoted]
    quotes = [quotation(text, start, start + len(line)) for start, line in zip(starts, quoted, strict=True)]
    tone = score_actors(document(text, code), people(text), quotes, load_encoder())[SECOND]
    plain = score_actors(document("\n".join(own), code), people("\n".join(own)), (), load_encoder())[SECOND]
    assert tone.outlet_voice.value is not None and tone.quoted_voice.value is not None
    assert tone.outlet_voice.value > 0.2 > -0.2 > tone.quoted_voice.value
    assert tone.outlet_voice.value == plain.outlet_voice.value
    assert tone.overall.n == tone.outlet_voice.n + tone.quoted_voice.n == len(GOOD_LINES) + len(BAD_LINES)


@settings(max_examples=20, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=6).map("\n".join), st.sampled_from((*CODES, "fi", "und")))
def test_scores_are_in_range_with_evidence_from_the_text(text: str, code: str) -> None:
    for score in scores_of(text, code):
        assert score.value is None or -1.0 <= score.value <= 1.0
        assert score.interval is None or -1.0 <= score.interval[0] <= score.interval[1] <= 1.0
        assert all(text[span.start : span.end] == span.text for span in score.evidence)


@settings(max_examples=12, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=6).map("\n".join), st.sampled_from(CODES))
def test_the_same_text_gives_the_same_scores(text: str, code: str) -> None:
    assert scores_of(text, code) == scores_of(text, code)


@settings(max_examples=15, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=6).map("\n\n".join), st.sampled_from(CODES))
def test_swapping_two_names_swaps_their_scores(text: str, code: str) -> None:
    # blank lines between paragraphs: whether a single line break ends one depends on how long the line is
    swapped = text.replace(FIRST, "\0").replace(SECOND, FIRST).replace("\0", SECOND)
    before = score_actors(document(text, code), people(text), (), load_encoder())
    after = score_actors(document(swapped, code), people(swapped), (), load_encoder())
    for one, other in ((FIRST, SECOND), (SECOND, FIRST)):
        assert before[one].overall.value == pytest.approx(after[other].overall.value, abs=1e-5)


def test_too_few_mentions_are_no_evidence() -> None:
    text = "\n".join(lines("en")[5:7])
    tone = score_actors(document(text, "en"), people(text), (), load_encoder())[SECOND]
    assert tone.overall == Score.unknown("insufficient_evidence", LEAST_MENTIONS - 1)


def test_a_name_that_is_nowhere_is_not_mentioned() -> None:
    text = lines("en")[0]
    (answer,) = score_targets(document(text, "en"), people(text), (), [Target(name="Ada Falk")], load_encoder())
    assert (answer.sentiment.reason, answer.label) == ("not_mentioned", None)


def test_a_name_that_is_no_actor_is_found_in_the_text() -> None:
    text = lines("en")[5]
    (answer,) = score_targets(document(text, "en"), (), (), [Target(name=SECOND)], load_encoder())
    assert answer.label == "negative" and answer.sentiment.n == 1


@pytest.mark.parametrize("code", ["fi", "und"])
def test_an_unsupported_language_is_not_read_as_another(code: str) -> None:
    text = "\n".join(lines("en"))
    assert {score.reason for score in scores_of(text, code)} == {"unsupported_language"}


def test_another_encoder_does_not_change_the_tone() -> None:
    text = "\n".join(lines("en"))
    own, actors = document(text, "en"), people(text)
    assert score_actors(own, actors, (), Unlike()) == score_actors(own, actors, (), load_encoder())


def test_the_interval_narrows_with_more_mentions() -> None:
    text = lines("en")[0]
    own = document(text, "en")
    context = Reader(own, ()).context((0, len(text)), [(0, len(FIRST))])
    assert context is not None
    values = [np.array(shares, dtype=np.float32) for shares in ((0.8, 0.1, 0.1), (0.1, 0.1, 0.8))]
    weight = np.zeros(len(context.tokens), dtype=np.float32)
    readings = [Reading(shares, weight, float(shares[2] - shares[0])) for shares in values]
    few, many = ([Observation(context, reading, 1) for reading in readings * times] for times in (2, 30))
    narrow, wide = aggregate(own, many).interval, aggregate(own, few).interval
    assert narrow is not None and wide is not None
    assert narrow[1] - narrow[0] < wide[1] - wide[0]


def test_confident_readings_are_right_more_often() -> None:
    labelled = [check for check in checks() if check.wanted in ("negative", "neutral", "positive")]
    sure, unsure = [], []
    for code in CODES:
        for check in labelled:
            value = readings(code)[check.line - 1][check.person].sentiment.value
            assert value is not None
            (sure if abs(value) > 0.5 else unsure).append(holds(code, check))
    assert np.mean(sure) >= 0.95 and np.mean(sure) >= np.mean(unsure)


@pytest.mark.parametrize("name", LISTS)
def test_every_language_has_every_list_of_like_size(name: str) -> None:
    sizes = [len(resources.rows(code, name)) for code in resources.languages()]
    assert tuple(resources.languages()) == CODES
    assert max(sizes) <= 2 * min(sizes)


@pytest.mark.parametrize("code", CODES)
def test_a_listed_beginning_stands_for_all_its_words(code: str) -> None:
    known = tone_list(code, "tone_valence")
    stem, (value, *_) = next(iter(known.stems.items()))
    assert describe(code, stem + "x")[0] == pytest.approx(float(value) / 3.0)
    assert not describe(code, "xqzw").any()


@pytest.mark.parametrize(("code", "common"), FUNCTION_WORDS.items())
def test_articles_and_prepositions_say_nothing_of_tone(code: str, common: str) -> None:
    assert [word for word in common.split() if describe(code, word).any()] == []


def test_the_stage_needs_no_training_library() -> None:
    code = "import sys, analysis.sentiment; print([m for m in ('torch', 'sklearn') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_context_is_read_alike_alone_and_among_others() -> None:
    head = shipped_head(load_encoder())
    assert head is not None
    text = lines("de")
    own = [
        context for line in text for context in (Reader(document(line, "de")).untargeted((0, len(line))),) if context
    ]
    together = head.read(own)
    assert [reading.balance for reading in together] == [reading.balance for reading in head.read(own)]
    for context, reading in zip(own[:6], together, strict=False):
        (alone,) = head.read([context])
        assert np.abs(alone.probabilities - reading.probabilities).max() < 0.01
        assert alone.attention.shape == (len(context.tokens),)
        assert float(alone.attention.sum()) == pytest.approx(1.0, abs=1e-4)


def test_a_word_is_read_by_its_language() -> None:
    head = shipped_head(load_encoder())
    assert head is not None
    text = "Adam Falk gav henne gift."  # poison
    context = Reader(document(text, "sv"), [(0, 9)]).context((0, len(text)), [(0, 9)])
    assert context is not None and ("sv", "gift") in context.words
    english = replace(context, words=tuple(word and ("en", word[1]) for word in context.words))
    swedish, other = head.read([context, english])
    assert np.abs(swedish.probabilities - other.probabilities).max() > 0.01
