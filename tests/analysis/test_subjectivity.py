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
from analysis.framing.loaded import find_loaded, lexicon
from analysis.framing.patterns import words_of
from analysis.framing.subjectivity import COMMON, MODEL, RARE, SIZE, describe, familiarity, model, subjectivity
from analysis.framing.voice import quoted_stretches
from analysis.types import Embedding, LoadedTerm, Vectors
from tests.analysis.framing_texts import CODES, document, load, quote

OPINION, PLAIN = load("opinion"), load("loaded")["plain"]


class Stranger:
    """An encoder that the shipped weights were not fitted to."""

    identity = "stranger@1"

    def encode(self, sentences: list[str]) -> Vectors:
        return np.full((len(sentences), 8), 8**-0.5, dtype=np.float32)


def levels(text: str, code: str, *, vectors: bool = True) -> Vectors:
    item, known = document(text, code), lexicon(code)
    words = words_of(text)
    signs = [(match.start, known.intensities[match.entry]) for match in known.patterns.find(words, text)]
    return subjectivity(item, words, signs, (), embed_article(load_encoder(), item) if vectors else None)


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


def test_without_the_models_encoder_only_lists_are_read() -> None:
    text = " ".join(OPINION["en"])
    item = document(text, "en")
    stranger = find_loaded(item, words_of(text), (), quoted_stretches(()), embed_article(Stranger(), item), Stranger())
    assert stranger == find_loaded(item, words_of(text), (), quoted_stretches(()))
    listed = {(match.start, match.end) for match in lexicon("en").patterns.find(words_of(text), text)}
    assert {(term.start, term.end) for term in stranger} <= listed


def test_vectors_of_another_encoder_do_not_count() -> None:
    item = document(OPINION["en"][0], "en")
    other = Embedding("stranger@1", np.ones(8, dtype=np.float32), np.ones((1, 8), dtype=np.float32))
    assert np.array_equal(subjectivity(item, words_of(item.text), (), (), other), levels_alone(item.text))


def levels_alone(text: str) -> Vectors:
    return subjectivity(document(text, "en"), words_of(text), (), ())


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
