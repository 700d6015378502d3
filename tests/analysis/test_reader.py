"""Laws of the one reading: names say nothing, every piece has its place, and what is asked of it is in range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.actors import find_actors
from analysis.errors import DataError
from analysis.quotes import find_quotes
from analysis.reader import Reader, Reading, load_reader
from analysis.reader.network import softmax
from analysis.reader.units import LONGEST, units_of
from analysis.stance import judge
from analysis.types import Actor, Document, Mention, Vectors
from tests.analysis.attribution import document_of

CODES = ("da", "de", "en", "fr", "nb", "nn", "ro", "sv")
FIRST, SECOND = "Marta Quist", "Oskar Brandt"
TOLD = {
    "da": "{a} har svigtet byen, mener {b}.\n\n– Hun bør gå af, siger {b}.\n\n{a} afviser kritikken.",
    "de": "{a} hat die Stadt verraten, meint {b}.\n\n„Sie muss gehen“, sagt {b}.\n\n{a} weist das zurück.",
    "en": "{a} has failed the town, says {b}.\n\n“She must go,” says {b}.\n\n{a} rejects the criticism.",
    "fr": "{a} a trahi la ville, estime {b}.\n\n« Elle doit partir », dit {b}.\n\n{a} rejette la critique.",
    "nb": "{a} har sviktet byen, mener {b}.\n\n– Hun bør gå av, sier {b}.\n\n{a} avviser kritikken.",
    "nn": "{a} har svikta byen, meiner {b}.\n\n– Ho bør gå av, seier {b}.\n\n{a} avviser kritikken.",
    "ro": "{a} a trădat orașul, crede {b}.\n\n„Trebuie să plece”, spune {b}.\n\n{a} respinge critica.",
    "sv": "{a} har svikit staden, menar {b}.\n\n– Hon borde gå, säger {b}.\n\n{a} avvisar kritiken.",
}
TEXTS = {code: text.format(a=FIRST, b=SECOND) for code, text in TOLD.items()}
OTHERS = [("Ines Vale", "Bo Ek"), ("Anne-Sophie von der Heide", "Xi"), ("Ada Wolf", "Karl Sand")]
ANY_TEXT = st.text(
    st.sampled_from("abcåäöéșţßøΩжش中\u0301 \n.,!?\"“”«»'’-–0123456789\u00ad\u200b😀"), min_size=1, max_size=120
)


def people(text: str, names: Sequence[str]) -> tuple[Actor, ...]:
    found = []
    for number, name in enumerate(names):
        places = tuple(Mention(m.start(), m.end(), m.group()) for m in re.finditer(re.escape(name), text))
        found.append(Actor(f"p{number}", name, "person", places))
    return tuple(found)


def read(document: Document, actors: Sequence[Actor] = ()) -> Reading:
    return load_reader().read(document.text, document.sentences, actors)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "names", [("Ines Vale", "Bo Ek"), ("Anne-Sophie von der Heide", "Xi"), ("Ada Wolf", "Karl Sand")]
)
def test_another_name_changes_nothing_that_is_read(code: str, names: tuple[str, str]) -> None:
    text = TEXTS[code]
    renamed = text.replace(FIRST, names[0]).replace(SECOND, names[1])
    answers = []
    for own, called in ((text, (FIRST, SECOND)), (renamed, names)):
        document, actors = document_of(own, code), people(own, called)
        reading = read(document, actors)
        said = [reading.stance(*found).shares for found in _marked(own)]
        whole = (0, len(own))
        tones = [reading.tone(whole, [(m.start, m.end)], [whole], (), own_voice).shares for own_voice in (True, False)
                 for actor in actors for m in actor.mentions]  # fmt: skip
        answers.append(np.stack([np.pad(row, (0, 4 - len(row))) for row in (*said, *tones)]))
    assert np.array_equal(answers[0], answers[1])


def _marked(text: str) -> list[tuple[int, int]]:
    return [paragraph.span() for paragraph in re.finditer(r"[^\n]+", text)]


@pytest.mark.parametrize("code", CODES)
def test_the_whole_stage_gives_renamed_people_the_same_stance(code: str) -> None:
    stances = []
    for first, second in ((FIRST, SECOND), ("Anna Berg", "Erik Holm")):
        document = document_of(TEXTS[code].replace(FIRST, first).replace(SECOND, second), code)
        actors = find_actors(document)
        quotes = judge(document, actors, find_quotes(document, actors), read(document, actors))
        stances.append([(quote.stance.label, quote.stance.confidence) for quote in quotes])
    assert stances[0] and stances[0] == stances[1]


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT)
@example("\x7f")
@example("\x00")
def test_every_piece_has_its_place_in_the_text(text: str) -> None:
    document = document_of(text, "en")
    reading = read(document, find_actors(document))
    assert len(reading.states) == len(reading.starts) == len(reading.ends)
    assert np.isfinite(reading.states).all()
    assert (reading.starts <= reading.ends).all() and (reading.ends <= len(text)).all()
    for sentence in document.sentences:
        assert text[sentence.start : sentence.end].strip() == "" or reading.passage(sentence.start, sentence.end)


def test_units_hold_whole_sentences_and_never_more_than_fit() -> None:
    text = "\n\n".join(
        " ".join(f"Sentence {n} of the paragraph is here." for n in range(count)) for count in (1, 30, 90)
    )
    document = document_of(text, "en")
    units = units_of(document.text, document.sentences, (), load_reader().vocabulary)
    assert all(2 < len(unit.ids) <= LONGEST for unit in units)
    begins = {int(unit.starts[0]) for unit in units}
    assert begins <= {sentence.start for sentence in document.sentences}
    assert len(units) > 3


def test_a_sentence_longer_than_fits_is_read_in_parts() -> None:
    document = document_of("word " * 2000 + ".", "en")
    units = units_of(document.text, document.sentences, (), load_reader().vocabulary)
    assert len(units) > 10 and max(len(unit.ids) for unit in units) == LONGEST


def test_words_of_other_scripts_fall_apart_into_letters() -> None:
    (found,) = load_reader().vocabulary.pieces(["Чебурашка"])
    assert 1 < len(found.ids) <= 10
    assert int(found.ends[-1]) == len("Чебурашка")


def test_the_same_article_is_read_once() -> None:
    document = document_of(TEXTS["sv"], "sv")
    assert read(document) is read(document)


@pytest.mark.parametrize("code", CODES)
def test_shares_are_probabilities(code: str) -> None:
    document = document_of(TEXTS[code], code)
    reading = read(document, people(TEXTS[code], (FIRST, SECOND)))
    sentence = document.sentences[0]
    for shares in (
        reading.stance(sentence.start, sentence.end).shares,
        reading.mood(sentence.start, sentence.end).shares,
        reading.certainty(sentence.start, sentence.end),
    ):
        assert float(shares.sum()) == pytest.approx(1.0, abs=1e-5) and (shares >= 0).all()
    loaded = reading.loaded
    assert len(loaded) == len(reading.starts) and ((loaded >= 0) & (loaded <= 1)).all()


@pytest.mark.parametrize("code", CODES)
def test_a_statement_is_weighed_in_the_sentences_that_it_touches(code: str) -> None:
    text = " ".join(TEXTS[code].split("\n\n"))
    document = document_of(text, code)
    reading, middle = read(document), document.sentences[len(document.sentences) // 2]
    weighed = reading.stance(middle.start + 1, middle.start + 5).weighed
    assert len(document.sentences) > 2 and len(reading.first) == 1
    assert {middle.start <= start < middle.end for (start, _), weight in weighed if weight > 0} == {True}


def test_what_stands_beside_an_article_does_not_change_how_it_is_read() -> None:
    one, other = (document_of(TEXTS[code], code) for code in ("en", "de"))
    before = read(one).states
    read(other)
    assert np.array_equal(before, read(document_of(TEXTS["en"], "en")).states)


def test_a_document_of_no_words_is_read() -> None:
    document = document_of("…", "en")
    assert judge(document, (), (), read(document)) == ()
    assert len(read(document).loaded) == len(read(document).starts)


def test_a_folder_without_a_reader_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"the reader lacks card\.json"):
        Reader(tmp_path)


def test_softmax_of_large_numbers_is_finite() -> None:
    assert softmax(np.array([1e4, 0.0, -1e4])).tolist() == [1.0, 0.0, 0.0]


def test_a_text_has_no_more_pieces_than_characters() -> None:
    """U+FDFA stands for a sentence of 18 letters: 4,000 of them took as long as an article of ten pages."""
    vocabulary = load_reader().vocabulary
    (many,) = vocabulary.pieces(["\ufdfa" * 500])
    assert 100 < len(many.ids) <= 500
    assert len(set(many.starts.tolist())) == len(many.ids)
    (few,) = vocabulary.pieces(["a \ufdfa"])
    assert len(few.ids) > len(set(few.starts.tolist()))


def test_what_stands_there_again_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = load_reader()
    rows: list[int] = []
    layers = reader._layers

    class Counted:
        def read(self, given: Sequence[Vectors]) -> list[Vectors]:
            rows.append(len(given))
            return layers.read(given)

    monkeypatch.setattr(reader, "_layers", Counted())
    again = ["The pool by the harbour was shut again.", "Nobody was told."]
    document = document_of("\n\n".join(again * 40), "en")
    reading = read(document)
    assert len(document.sentences) == 80
    assert rows == [2]
    first, *_, last = (reading.passage(one.start, one.end) for one in document.sentences[::2])
    assert len(first.states) > 5
    assert np.array_equal(first.states, last.states)
