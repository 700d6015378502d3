"""How subjective a sentence reads, and what that does to the words marked in it."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from analysis import resources
from analysis.encoders import embed_article, load_encoder
from analysis.errors import DataError
from analysis.framing.candidates import FEATURES, content_words, lexicon
from analysis.framing.loaded import Weighed, find_loaded, weighed
from analysis.framing.patterns import words_of
from analysis.framing.subjectivity import (
    BEST,
    COMMON,
    FLOOR,
    MODEL,
    RARE,
    SIZE,
    describe,
    familiarity,
    model,
    ranked,
    subjectivity,
)
from analysis.framing.voice import join, quoted_stretches
from analysis.types import Actor, Embedding, LoadedTerm, Mention, Vectors
from tests.analysis.framing_texts import CODES, document, load, quote

OPINION, PLAIN = load("opinion"), load("loaded")["plain"]


class Stranger:
    """An encoder that the shipped weights were not fitted to."""

    identity = "stranger@1"

    def encode(self, sentences: list[str]) -> Vectors:
        return np.full((len(sentences), 8), 8**-0.5, dtype=np.float32)


def levels(text: str, code: str, *, vectors: bool = True) -> Vectors:
    item, encoder = document(text, code), load_encoder() if vectors else None
    embedding = embed_article(encoder, item) if encoder is not None else None
    return weighed(item, words_of(text), (), quoted_stretches(()), embedding, encoder).levels


def found(text: str, code: str, *parts: str) -> tuple[LoadedTerm, ...]:
    item, encoder = document(text, code), load_encoder()
    quoted = quoted_stretches([quote(text, part) for part in parts])
    return find_loaded(item, words_of(text), (), quoted, embed_article(encoder, item), encoder)


@pytest.mark.parametrize("vectors", [True, False])
@pytest.mark.parametrize("code", CODES)
def test_opinion_reads_more_subjective_than_report_in_every_language(code: str, vectors: bool) -> None:
    opinion = [float(levels(text, code, vectors=vectors)[0]) for text in OPINION[code]]
    report = [float(levels(text, code, vectors=vectors)[0]) for text in PLAIN[code]]
    ranked = sum(high > low for high in opinion for low in report) / (len(opinion) * len(report))
    assert ranked >= 0.95
    assert np.mean(opinion) - np.mean(report) >= 1.0


def test_translations_read_alike() -> None:
    means = {code: float(np.mean([levels(text, code)[0] for text in OPINION[code] + PLAIN[code]])) for code in CODES}
    assert max(means.values()) - min(means.values()) <= 0.8, means


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_of_opinion_has_its_telling_words_marked_and_a_report_none(code: str) -> None:
    assert sum(bool(found(text, code)) for text in OPINION[code]) >= len(OPINION[code]) - 2
    assert not [text for text in PLAIN[code] if found(text, code)]


def test_a_mild_word_counts_only_where_stance_outweighs_facts() -> None:
    """Names and numbers are the facts of a sentence, loaded words and signs of a writer its stance."""
    report, comment = "Anna Berg gave a controversial answer.", "It was a truly controversial answer."
    item, encoder = document(f"{report} {comment}", "en"), load_encoder()
    berg = Actor("berg", "Anna Berg", "person", (Mention(0, 9, "Anna Berg"),))
    known = embed_article(encoder, item)
    terms = find_loaded(item, words_of(item.text), (berg,), quoted_stretches(()), known, encoder)
    assert [term.text for term in terms if term.start < len(report)] == []
    assert "controversial" in [term.text for term in terms]


def test_without_the_models_encoder_only_lists_are_read() -> None:
    text = " ".join(OPINION["en"])
    item = document(text, "en")
    stranger = find_loaded(item, words_of(text), (), quoted_stretches(()), embed_article(Stranger(), item), Stranger())
    assert stranger == find_loaded(item, words_of(text), (), quoted_stretches(()))
    listed = {(match.start, match.end) for match in lexicon("en").patterns.find(words_of(text), text)}
    assert {(term.start, term.end) for term in stranger} <= listed


def test_vectors_of_another_encoder_do_not_count() -> None:
    text = OPINION["en"][0]
    item = document(text, "en")
    other = Embedding("stranger@1", np.ones(8, dtype=np.float32), np.ones((1, 8), dtype=np.float32))
    seen = weighed(item, words_of(text), (), quoted_stretches(()), other, Stranger())
    assert np.array_equal(seen.levels, levels(text, "en", vectors=False))
    assert np.array_equal(seen.levels, subjectivity(item, words_of(text), signs_of(text, "en"), ()))


def signs_of(text: str, code: str) -> list[tuple[int, int]]:
    known = lexicon(code)
    return [(match.start, known.intensities[match.entry]) for match in known.patterns.find(words_of(text), text)]


def test_a_row_of_features_for_each_candidate() -> None:
    text = "It was a shocking and truly dreadful day for Oslo."
    item, encoder = document(text, "en"), load_encoder()
    read = weighed(item, words_of(text), (), quoted_stretches(()), embed_article(encoder, item), encoder)
    blind = weighed(item, words_of(text), (), quoted_stretches(()))
    assert read.rows.shape == (len(read.found), len(FEATURES))
    assert {each.words for each in blind.found} < {each.words for each in read.found}
    assert read.found[int(read.logits.argmax())].words in {("shocking",), ("dreadful",)}
    assert np.array_equal(blind.rows[:, : FEATURES.index("level")], listed_rows(read))


def listed_rows(seen: Weighed) -> Vectors:
    rows = [row for row, each in zip(seen.rows, seen.found, strict=True) if each.intensity]
    return np.array(rows)[:, : FEATURES.index("level")]


def test_the_best_readings_of_a_sentence() -> None:
    rows = ranked([[-1.0, 2.0, -3.0, 0.0], [1.0], []])
    assert rows.tolist() == [[2.0, 0.0, -1.0, -0.5], [1.0, FLOOR, FLOOR, 1.0], [FLOOR] * (BEST + 1)]


@pytest.mark.parametrize("code", CODES)
def test_no_name_number_or_function_word_is_a_content_word(code: str) -> None:
    text = PLAIN[code][0]
    words = words_of(text)
    kept = content_words(code, words, join([(words[0].start, words[0].end)]))
    assert kept
    assert words[0] not in kept
    assert not {word.lower for word in kept} & {word.lower for word in words_of(" ".join(grammar(code)))}


def grammar(code: str) -> list[str]:
    return [word for word in resources.words(code, "function_words") if word.isalpha()]


@pytest.mark.parametrize("code", CODES)
def test_in_a_quotation_only_what_is_loaded_by_itself_counts(code: str) -> None:
    text = OPINION[code][-1]
    assert all(term.intensity >= 2 for term in found(text, code, text))


def test_words_in_no_list_have_the_lowest_intensity_and_a_category() -> None:
    terms = [term for texts in OPINION.values() for text in texts for term in found(text, "en")]
    assert {term.category for term in terms} <= {"emotive", "judging", "labelling", "sensational"}
    assert all(text.intensity in (1, 2, 3) for text in terms)


def test_a_row_of_signs_for_each_sentence() -> None:
    text = "What a shocking day! Did 12 people of Oslo see it?"
    rows = describe(document(text, "en"), words_of(text), [(7, 2)], [text.index("Oslo")])
    assert rows.shape == (2, SIZE)
    assert rows[0, 2] == pytest.approx(1 / 4)
    assert rows[1, 3] == rows[1, 4] == pytest.approx(1 / 7)
    assert (rows[0, 10], rows[1, 9]) == (1, 1)
    assert describe(document("", "en"), (), (), ()).shape == (0, SIZE)


def test_the_weights_were_fitted_to_the_shipped_encoder() -> None:
    """After a change of the encoder, run ``python -m analysis.training.loaded`` again."""
    assert model().encoder == load_encoder().identity
    card = json.loads((MODEL / "card.json").read_text(encoding="utf-8"))
    assert set(card["levels"]["both"]) == set(card["levels"]["alone"]) == set(CODES) - {"en"}


def test_a_broken_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "card.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DataError, match="loaded language"):
        model(tmp_path)


def test_the_same_text_gives_the_same_marks_whatever_was_read_before() -> None:
    first = found(OPINION["de"][4], "de")
    for text in OPINION["fr"]:
        found(text, "fr")
    assert found(OPINION["de"][4], "de") == first


@pytest.mark.parametrize("code", CODES)
def test_grammar_is_familiar_and_an_unknown_word_rare(code: str) -> None:
    known = [word for word in resources.words(code, "function_words") if len(word) > 2 and word.isalpha()]
    assert np.mean([familiarity(code, word) for word in known]) >= 5
    assert familiarity(code, "qwertzuiop") == RARE
    assert all(RARE <= familiarity(code, word) <= COMMON for word in known)


@pytest.mark.parametrize("code", CODES)
def test_no_word_of_grammar_is_marked_by_the_network(code: str) -> None:
    listed = {term.text.casefold() for text in OPINION[code] for term in found(text, code)}
    assert not listed & resources.words(code, "function_words")


def test_longer_lists_do_not_make_a_language_look_more_loaded() -> None:
    """Marked words a sentence over the same opinions and reports."""
    counts = {code: sum(len(found(text, code)) for text in OPINION[code] + PLAIN[code]) for code in CODES}
    assert max(counts.values()) <= 2 * min(counts.values()), counts


def test_threads_that_share_the_model_read_alike() -> None:
    texts = [(text, code) for code in CODES for text in OPINION[code]]
    alone = [found(*each) for each in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda each: found(*each), texts * 3)) == alone * 3
