"""Opinion has loaded words and report has none, in every language alike."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis import resources
from analysis.framing.lexicon import CATEGORIES, content_words
from analysis.framing.patterns import words_of
from analysis.framing.voice import join
from analysis.training.reader.lines import read_lines
from analysis.training.thresholds import SENTENCES
from analysis.types import LoadedTerm
from tests.analysis.framing_texts import CODES, document, frame, load, quote

OPINION, PLAIN = load("opinion"), load("loaded")["plain"]


def found(text: str, code: str, *parts: str) -> tuple[LoadedTerm, ...]:
    return frame(document(text, code), (), [quote(text, part) for part in parts]).loaded_language


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_of_opinion_has_its_telling_words_marked_and_a_report_none(code: str) -> None:
    assert sum(bool(found(text, code)) for text in OPINION[code]) >= len(OPINION[code]) - 2
    assert not [text for text in PLAIN[code] if found(text, code)]


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


def test_in_a_quotation_only_what_is_loaded_by_itself_counts() -> None:
    quoted = [(text, code) for code in CODES for text in OPINION[code]]
    assert min(term.intensity for text, code in quoted for term in found(text, code)) == 1
    assert min(term.intensity for text, code in quoted for term in found(text, code, text)) >= 2


def test_words_in_no_list_have_the_lowest_intensity_and_a_category() -> None:
    terms = [term for code, texts in OPINION.items() for text in texts for term in found(text, code)]
    assert terms
    assert {term.category for term in terms} <= set(CATEGORIES)
    assert {term.intensity for term in terms} <= {1, 2, 3}


@pytest.mark.parametrize("code", CODES)
def test_no_word_of_grammar_is_marked(code: str) -> None:
    marked = {term.text.casefold() for text in OPINION[code] for term in found(text, code)}
    assert not marked & resources.words(code, "function_words")


def test_longer_lists_do_not_make_a_language_look_more_loaded() -> None:
    """Marked expressions over the same 72 sentences: opinions, reports, and those that thresholds are set on."""
    texts = {code: [*OPINION[code], *PLAIN[code]] for code in CODES}
    for row in read_lines(SENTENCES):
        texts[row["lang"]].append(row["text"])
    counts = {code: sum(len(found(text, code)) for text in texts[code]) for code in CODES}
    assert min(map(len, texts.values())) == max(map(len, texts.values()))
    assert max(counts.values()) <= 1.4 * min(counts.values()), counts


def test_threads_that_share_the_model_read_alike() -> None:
    texts = [(text, code) for code in CODES for text in OPINION[code]]
    alone = [found(*each) for each in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda each: found(*each), texts * 3)) == alone * 3
